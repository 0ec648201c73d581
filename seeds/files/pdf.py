"""PDF: the text layer through pypdfium2, put in reading order: columns one after the other, however they were drawn."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from importlib import import_module
from threading import Lock
from typing import Any

from seeds.errors import EngineUnavailableError, InputError
from seeds.files.document import FileDocument, Found, Item, Options
from seeds.files.lineforms import FINAL
from seeds.files.outline import articles_of
from seeds.files.pdfgrowth import refuse_growth
from seeds.files.pdflines import LARGE, Glyph, PdfLine, items_of, lines_of, prose_of
from seeds.language.radicals import unradical
from seeds.metadata import meta_line
from seeds.page import Note

ALONE = Lock()
"""PDFium is for one thread at a time, to the closing of the last page: two at once bring the process down."""
_CHARACTERS, _ON_A_PAGE = 3_000_000, 200_000
_LEAST_ROOM, _DENSEST = 100_000, 20
"""Characters that a small file may hold, and how many more for each of its bytes: pages can share what they show."""
_PAGES = 2_000
_COVER, _LONGEST_LINE = 6, 30
"""Lines of a cover at most, and characters of each."""
_GARBLED = 0.1


def read(data: bytes, options: Options) -> Iterator[Found]:
    """The articles of a document: by its large type where it has some, as prose where it has none.

    Raises InputError for a broken or locked document, for one of pictures only and for one that grows without measure,
    and EngineUnavailableError without pypdfium2.
    """
    try:
        pdfium: Any = import_module("pypdfium2")
    except ImportError:
        raise EngineUnavailableError(
            f"{options.where}: PDF needs pypdfium2: pip install 'oped[pdf]'"
        ) from None
    refuse_growth(data, options)
    with ALONE:
        pages, notes = _pages(pdfium, data, options)
    glyphs = [glyph for page in pages for glyph in page]
    if not any(glyph.sign.strip() for glyph in glyphs):
        raise InputError(
            f"{options.where} has no text layer, only pictures; run text recognition (OCR) on it first"
        )
    odd = sum(_is_odd(glyph.sign) for glyph in glyphs)
    if odd > _GARBLED * len(glyphs):
        values = {"n": f"{odd:,}", "of": f"{len(glyphs):,}"}
        message = "the text layer is garbled: {n} of {of} characters mean nothing; run OCR on the file"
        notes.append(Note(message.format(**values), None, "garbled", values))
    laid = [lines_of(page) for page in pages]
    items = items_on(laid)
    articles = articles_of(items) if any(item.level for item in items) else ()
    if articles:
        yield FileDocument("pdf", articles=articles, notes=tuple(notes))
    else:
        yield FileDocument("pdf", prose=prose_of(laid), notes=tuple(notes))


def items_on(pages: Sequence[Sequence[PdfLine]]) -> list[Item]:
    """The titles and paragraphs of all pages; what stands on a cover is of no article."""
    cover = pages[0] if _is_cover(pages[:2]) else ()
    return [Item(line.text, 0, "aside") for line in cover] + items_of(pages[1:] if cover else pages)


def _is_cover(pages: Sequence[Sequence[PdfLine]]) -> bool:
    """Whether the first of two pages has nothing but a few short lines, and the second begins with a title."""
    if len(pages) < 2 or not all(pages) or len(pages[0]) > _COVER:
        return False
    said = any(len(line.text) > _LONGEST_LINE or FINAL.search(line.text) for line in pages[0])
    lines = pages[1]
    sizes = sorted(line.size for line in lines for _ in line.text)
    titled = lines[0].size >= LARGE * sizes[len(sizes) // 2] and meta_line(lines[0].text) is None
    return titled and not said


def _pages(pdfium: Any, data: bytes, options: Options) -> tuple[list[list[Glyph]], list[Note]]:
    """The glyphs of each page; damaged pages and those of pictures are noted."""
    pages: list[list[Glyph]] = []
    damaged: list[int] = []
    empty: list[int] = []
    room = min(_CHARACTERS, _LEAST_ROOM + _DENSEST * len(data))
    try:
        with closing(pdfium.PdfDocument(data)) as document:
            count = len(document)
            if count > _PAGES:
                raise InputError(
                    f"{options.where} has {count:,} pages, more than {_PAGES:,}; cut it into parts"
                )
            for index in range(count):
                try:
                    glyphs = _glyphs(pdfium, document, index, room, options)
                except pdfium.PdfiumError:
                    # A document that opens may still have a page that does not load.
                    damaged.append(index + 1)
                    continue
                if not glyphs:
                    empty.append(index + 1)
                room -= len(glyphs)
                pages.append(glyphs)
    except pdfium.PdfiumError as problem:
        raise InputError(f"{options.where} is not a readable PDF: {problem}") from None
    if damaged and not any(pages):
        raise InputError(f"{options.where} is not a readable PDF: none of its pages can be loaded")
    notes = []
    if damaged:
        listed = _listed(damaged)
        notes.append(Note(f"damaged pages are left out: {listed}", None, "damaged_pages", {"pages": listed}))
    if empty and any(pages):
        listed = _listed(empty)
        message = f"pages without text, perhaps pictures: {listed}; run OCR to have what they say"
        notes.append(Note(message, None, "pages_of_pictures", {"pages": listed}))
    return pages, notes


def _listed(pages: list[int]) -> str:
    return ", ".join(map(str, pages[:12])) + (" …" if len(pages) > 12 else "")


def _glyphs(pdfium: Any, document: Any, index: int, room: int, options: Options) -> list[Glyph]:
    """The characters of a page with their places, in the order in which they were drawn."""
    raw: Any = pdfium.raw
    with closing(document[index]) as page, closing(page.get_textpage()) as textpage:
        count = textpage.count_chars()
        if count > min(room, _ON_A_PAGE):
            on_a_page = f"more than {_ON_A_PAGE:,} characters on a page"
            most = on_a_page if count > _ON_A_PAGE else "more characters than a file of its size can say"
            raise InputError(f"{options.where} holds {most}, as no newspaper does; cut it into parts")
        text = textpage.get_text_range(0, count) if count else ""
        if len(text) != count:
            text = "".join(chr(raw.FPDFText_GetUnicode(textpage, at) or 0xFFFD) for at in range(count))
        found = []
        for at in range(count):
            sign = unradical(_whole(text, at))
            if not sign or sign in "\r\n\0\ufffe\u00ad" or raw.FPDFText_IsGenerated(textpage, at) == 1:
                continue
            left, bottom, right, top = textpage.get_charbox(at, loose=True)
            if right > left and top > bottom:
                found.append(_levelled(raw, textpage, at, Glyph(sign, left, bottom, right, top)))
        return found


def _whole(text: str, at: int) -> str:
    """The character at a place of UTF-16: what stands in two halves is at the first; nothing at a half alone."""
    if not "\ud800" <= text[at] <= "\udfff":
        return text[at]
    pair = re.match("[\ud800-\udbff][\udc00-\udfff]", text[at : at + 2])
    return pair[0].encode("utf-16", "surrogatepass").decode("utf-16") if pair else ""


def _levelled(raw: Any, textpage: Any, at: int, glyph: Glyph) -> Glyph:
    """A glyph with the height of its type: the box of 一 or of a dash may be no higher than its stroke."""
    if glyph.top - glyph.bottom > 0.7 * (glyph.right - glyph.left):
        return glyph
    x, y = ctypes.c_double(), ctypes.c_double()
    if not raw.FPDFText_GetCharOrigin(textpage, at, x, y):
        return glyph
    height = glyph.right - glyph.left
    return glyph._replace(bottom=y.value - 0.12 * height, top=y.value + 0.88 * height)


def _is_odd(sign: str) -> bool:
    return sign == "\ufffd" or "\ue000" <= sign <= "\uf8ff" or (sign < " " and sign not in "\t\n")
