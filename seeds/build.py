"""From what a file holds to a page: the files' own structure, rows of tables, and prose whose layout is found."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from seeds.errors import InputError
from seeds.files.article import bare
from seeds.files.document import Block, FileArticle, FileDocument, FileRow
from seeds.language.characters import HAN
from seeds.language.radicals import unradical
from seeds.layout.lines import JOINED, Line, Run, split_lines, unwrap
from seeds.layout.repeats import repeated_later
from seeds.metadata import Fields, MetaLine, fields_of_path, meta_line
from seeds.names import authors_of, signed_inside
from seeds.page import Excerpt, Furniture, Note, Page, Paragraph, Piece, Region, Role, Span
from seeds.pieces import piece_of

_EDGE = 4
"""Lines at either end of a row's text that may be metadata."""
_WORD_FOR_WORD = 0.6
"""Share of a standfirst that stands in the text."""
_EDITOR = re.compile("(?:[—－-]+[ \u3000\xa0]*编[ \u3000\xa0]*[者辑])")
"""How an editor signs what stands before an article."""
_END = re.compile("[。！？…：.!?:][”’」』）)]*$")
_SPACED = re.compile(f"(?<=[。！？…”」）])[ +]+(?=[{HAN}“‘《【（(0-9])")
"""The same where only a space, or a plus sign, is left of it."""
_ORIGINAL = re.compile(
    "^[（(]?原(?:标题|题)[:：][^，。]*[^ +，。电讯](?P<gap>[ +]+)(?=(?:[^ +，。]+[电讯][ +]+)?[^ +，。]+[，。])"
)
"""What an article was called, with its text, and the line that says where it is from, on the same line."""


def page_of(document: FileDocument, name: str, pieces: int | None = None) -> Page:
    """The page of a document that is called `name` (a row goes by its label).

    Raises InputError if it is no row and cannot be read as so many `pieces`.
    """
    page = _page_of(document, name, pieces)
    if pieces is None or document.row is not None or len(page.pieces) == pieces:
        return page
    raise InputError(
        f"{name or 'the page'}: has no reading with {pieces} pieces, only with {len(page.pieces)}; "
        "put lines === between the pieces of a text"
    )


def _page_of(document: FileDocument, name: str, pieces: int | None) -> Page:
    if document.row is not None:
        row = document.row
        if row.fields.date is None:
            row = replace(row, fields=replace(row.fields, date=_date_of(name)))
        return row_page(row, document.kind, document.notes)
    document = _without_radicals(document)
    known = document.fields | fields_of_path(name)
    if document.articles:
        return _marked(document, name, known)
    from seeds.layout import lay_out

    page = lay_out(document.prose, name=name, encoding=document.kind, fields=known, pieces=pieces)
    if known.title and pieces is None and len(page.pieces) > 1 and not page.pieces[0].title:
        # Called by a title that it does not show, the file holds the article of that title.
        page = lay_out(document.prose, name=name, encoding=document.kind, fields=known, pieces=1)
    return replace(page, notes=(*document.notes, *page.notes)) if document.notes else page


@lru_cache(64)
def _date_of(name: str) -> str | None:
    """The date in the name of a file that has many rows."""
    return fields_of_path(name).date


def _without_radicals(document: FileDocument) -> FileDocument:
    """Prose whose radicals stand for characters (⼈⺠), as copied from a PDF, with these; a note says so."""
    prose = unradical(document.prose)
    if prose == document.prose:
        return document
    changed = sum(left != right for left, right in zip(prose, document.prose, strict=True))
    note = Note(
        f"{changed} radicals are read as the characters they look like (⼈ as 人), as in text from a PDF",
        None,
        "radicals",
        {"n": changed},
    )
    articles = tuple(
        replace(article, blocks=tuple(replace(block, text=unradical(block.text)) for block in article.blocks))
        for article in document.articles
    )
    return replace(document, prose=prose, articles=articles, notes=(*document.notes, note))


def row_page(row: FileRow, kind: str, notes: Sequence[Note] = ()) -> Page:
    """A row as a page of one piece; the page's text is the text of its cell, so offsets are offsets into that."""
    text = unradical(row.text)
    whole = split_lines(text)
    lines = [part for line in whole for part in _parts(line, whole[0].number == whole[-1].number)]
    runs = unwrap(lines)
    told = _edges(runs, row.fields.title)
    fields = row.fields
    paragraphs, regions, furniture = [], [], []
    found: dict[Role, list[str]] = {"kicker": [row.kicker] if row.kicker else [], "deck": [*row.decks]}
    for run, line in zip(runs, told, strict=True):
        excerpt = run.excerpt
        if line is None:
            paragraphs.append(Paragraph(excerpt.text, excerpt.spans))
            regions += [Region(part.start, part.end, 1, "body") for part in run.lines]
            continue
        fields |= line.fields
        piece = None if line.role == "furniture" else 1
        regions += [Region(part.start, part.end, piece, line.role) for part in run.lines]
        if piece is None:
            furniture.append(
                Furniture(line.kind, excerpt.text, Span(excerpt.spans[0].start, excerpt.spans[-1].end))
            )
        elif line.role in ("deck", "author_note"):
            found.setdefault(line.role, []).append(run.text)
    if paragraphs and not fields.authors:
        fields = replace(fields, authors=signed_inside(paragraphs[-1].text))
    made = piece_of(1, found, paragraphs, fields, row.label)
    pieces = (made,) if paragraphs else ()
    regions = [region if pieces else region._replace(piece=None, role="furniture") for region in regions]
    return Page(row.label, text, kind, tuple(regions), pieces, tuple(furniture), tuple(notes))


def _parts(line: Line, only: bool) -> Iterable[Line]:
    """The paragraphs of a line that holds several; the only line of a text may have lost its indents."""
    cuts = [found.span() for found in JOINED.finditer(line.text)]
    if only and not cuts and len(spaced := [found.span() for found in _SPACED.finditer(line.text)]) > 1:
        cuts = spaced
    if (original := _ORIGINAL.match(line.text)) is not None:
        cuts = [original.span("gap"), *(cut for cut in cuts if cut[0] > original.end())]
    if not cuts:
        return [line]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(line.text)]
    return [
        replace(line, start=line.start + start, end=line.start + end, text=line.text[start:end], gap=0)
        for start, end in zip(starts, ends, strict=True)
    ]


def _edges(runs: Sequence[Run], title: str | None) -> list[MetaLine | None]:
    """What the lines at both ends of an article say that is no text.

    A first line that repeats the title is one, and so are standfirsts: lines before the text that are no sentence and
    stand in it word for word. After the head of a list of links, lines without an end mark are links.
    """
    lines = [run.text for run in runs]
    # What crawlers leave between the parts of a page: commas alone on a line.
    told = [None if bare(line) else MetaLine("furniture", "rule") for line in lines]
    for index in {*range(min(_EDGE, len(lines))), *range(max(0, len(lines) - _EDGE), len(lines))}:
        found = meta_line(lines[index]) or told[index]
        if found is not None and found.role == "title":
            found = _renamed(lines[index], found)
        told[index] = found
    if title and lines and bare(lines[0]) == bare(title) and len(lines) > 1:
        told[0] = MetaLine("title")
    repeated: list[float] = []
    for index in range(min(_EDGE, len(lines))):
        if told[index] is None:
            # Mostly a sentence, and nothing has to be looked for in the rest.
            if _END.search(lines[index]):
                break
            repeated = repeated or repeated_later(runs)
            if repeated[index] < _WORD_FOR_WORD:
                break
        told[index] = told[index] or MetaLine("deck")
    signed = next((at for at, line in enumerate(lines[:_EDGE]) if _EDITOR.fullmatch(line)), -1)
    told[: signed + 1] = [MetaLine("furniture")] * (signed + 1)
    if any(found.ends for found in told if found is not None):
        head = next(index for index, found in enumerate(told) if found is not None and found.ends)
        if not any(_END.search(line) for line in lines[head + 1 :]):
            told[head + 1 :] = [MetaLine("furniture", "links")] * (len(lines) - head - 1)
    return told


def _renamed(text: str, line: MetaLine) -> MetaLine | None:
    """A line that tells what an article was called elsewhere is no title, but it may say more."""
    original = text.lstrip("（(").startswith("原")
    return MetaLine("furniture", fields=replace(line.fields, title=None)) if original else None


def _marked(document: FileDocument, name: str, known: Fields) -> Page:
    """A page of articles whose blocks have their roles: a block a line, or where it stands in the text of the file."""
    parts: list[str] = []
    regions: list[Region] = []
    furniture: list[Furniture] = []
    pieces: list[Piece] = []
    at = 0
    for article in document.articles:
        is_piece = any(block.role not in ("furniture", "source", "byline") for block in article.blocks)
        number = len(pieces) + 1 if is_piece else None
        placed: list[tuple[Block, Excerpt]] = []
        for block in article.blocks:
            text = " ".join(block.text.split("\n")).strip()
            if not text:
                continue
            start = document.prose.index(text, at) if document.prose else at
            if skipped := document.prose[at:start].strip():
                # The number of a title.
                at = document.prose.index(skipped, at)
                regions.append(Region(at, at + len(skipped), None, "furniture"))
                furniture.append(Furniture("other", skipped, Span(at, at + len(skipped))))
            span = Span(start, start + len(text))
            parts.append(text)
            at = span.end if document.prose else span.end + 2
            if block.role == "furniture" or number is None:
                furniture.append(Furniture(block.kind, text, span))
                regions.append(Region(*span, None, "furniture"))
            else:
                regions.append(Region(*span, number, block.role))
                placed.append((block, Excerpt(text, (span,))))
        if number is not None:
            pieces.append(_piece(number, placed, article, name))
    only = len(pieces) == 1
    given = known if only else Fields(source=known.source, date=known.date)
    pieces = [_completed(piece, given, name) for piece in pieces]
    notes = (*document.notes, *(_untitled(piece) for piece in pieces if not piece.title))
    return Page(
        name,
        document.prose or "\n\n".join(parts),
        document.kind,
        tuple(regions),
        tuple(pieces),
        tuple(furniture),
        notes,
    )


def _untitled(piece: Piece) -> Note:
    return Note("no title was found for this piece", None, "no_title")


def _completed(piece: Piece, known: Fields, name: str) -> Piece:
    """A piece with what is known of its file where it says nothing itself."""
    return replace(
        piece,
        # A name of a file that holds the whole title tells no more of it than the title itself.
        title=(bare(piece.title) in bare(name) and piece.title)
        or _without_site(piece.title, known.title)
        or known.title
        or "",
        authors=tuple(
            name for name in piece.authors or known.authors if name != (piece.source or known.source)
        ),
        source=piece.source or known.source,
        column=piece.column or known.column,
        date=piece.date or known.date,
        url=piece.url or known.url,
    )


def _without_site(title: str, known: str | None) -> str:
    """A title without the names of a site and its sections behind it, where the file is called by the title alone."""
    if not known or not bare(title).startswith(bare(known)) or bare(title) == bare(known):
        return title
    end = re.search("[-_|｜—–][^-_|｜—–]*$", title)
    return known if end is not None and len(bare(title[: end.start()])) >= len(bare(known)) else title


def _piece(number: int, placed: Sequence[tuple[Block, Excerpt]], article: FileArticle, name: str) -> Piece:
    texts: defaultdict[Role, list[str]] = defaultdict(list)
    for block, excerpt in placed:
        texts[block.role].append(excerpt.text)
    authors = tuple(dict.fromkeys(name for byline in texts["byline"] for name in authors_of(byline)))
    paragraphs = (
        Paragraph(excerpt.text, excerpt.spans, "heading" if block.role == "heading" else "body")
        for block, excerpt in placed
        if block.role in ("body", "heading")
    )
    return piece_of(number, texts, paragraphs, article.fields | Fields(authors=authors), name)
