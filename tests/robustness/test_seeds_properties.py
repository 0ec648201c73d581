"""Reading and cutting, on any text: only our errors, everything tiles, every span is exact, twice is the same."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.console import Console

import seeds
from oped.reports.forms import prose
from seeds import metadata, names, safe
from seeds.files import decode
from seeds.language import tokens, variants
from seeds.language.radicals import unradical
from seeds.layout import cues, lines, topic_shift, wrap
from seeds.page import Excerpt, Page, Span

from .strategies import FRAGMENTS, a_tenth, covers, explained, not_blank, pages, printed_pages, texts
from .strategies import lines as any_line

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

UNSAFE = set(
    map(chr, [*range(9), *range(0x0B, 0x20), *range(0x7F, 0xA0), 0xAD, 0x61C, 0x180E, 0xFEFF, 0xFFFE, 0xFFFF])
)
UNSAFE |= set(
    map(chr, [*range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2070), *range(0xD800, 0xE000)])
)


def show(renderable: object, width: int = 60) -> str:
    """What a terminal is sent."""
    screen = Console(file=io.StringIO(), width=width, force_terminal=False, color_system=None)
    screen.print(renderable)
    assert isinstance(screen.file, io.StringIO)
    return screen.file.getvalue()


def exact(excerpt: Excerpt, text: str) -> bool:
    """Whether the spans give the text back, a line break as a space and all else as it is."""
    found = "".join(text[start:end] for start, end in excerpt.spans)
    return len(found) == len(excerpt.text) and all(
        here == there or (there == "\n" and here == " ")
        for here, there in zip(excerpt.text, found, strict=True)
    )


def check_page(page: Page) -> None:
    """What holds of every page: the layout tiles it, all that is quoted stands where it says."""
    covered = [
        at for start, end, _, _ in page.layout for at in range(start, end) if not page.text[at].isspace()
    ]
    assert covered == [at for at, character in enumerate(page.text) if not character.isspace()]
    assert [piece.id for piece in page] == list(range(1, len(page.pieces) + 1))
    for piece in page:
        for paragraph in piece.paragraphs:
            assert paragraph.text.strip()
            assert exact(paragraph, page.text)
    for item in page.furniture:
        assert "".join(page.text[slice(*item.span)].split()) == "".join(item.text.split())
    assert "\r" not in page.text
    json.dumps(page.to_dict())


@covers("seeds.parse_page")
@given(pages())
@example("门开了才算数\n□ 王五\n　　⼀。")
def test_any_page_is_read_whole(text: str) -> None:
    page = seeds.parse_page(text, name="p")
    check_page(page)
    for piece in page:
        found = seeds.sentences(piece)
        assert all(exact(sentence, page.text) for sentence in found)
        assert "".join(map(str, found)) == "".join(p.text for p in piece.paragraphs if p.kind == "body")
    # The text of the page has characters for radicals: nothing is left to tell of these.
    told = tuple(note for note in page.notes if "radicals" not in note.message)
    assert seeds.parse_page(page.text, name="p") == replace(page, notes=told)


@covers("seeds.parse_page", "seeds.article")
@given(st.sampled_from(" \t\u3000\n\r\x0b\x85\u2028").flatmap(lambda space: st.just(space * 3)) | texts(2))
def test_nothing_but_space_is_refused_by_our_own_error(text: str) -> None:
    for read, bare in ((seeds.parse_page, text.lstrip("\ufeff")), (seeds.article, text)):
        if bare.strip():
            read(text)
        else:
            with pytest.raises(seeds.InputError):
                read(text)


@covers("seeds.article")
@given(not_blank(), texts(3))
def test_an_article_keeps_every_line(text: str, title: str) -> None:
    piece = seeds.article(text, title=title)
    assert piece == seeds.article(text, title=title)
    assert all(exact(paragraph, text) for paragraph in piece.paragraphs)
    assert [p.text for p in piece.paragraphs] == [line.strip() for line in text.split("\n") if line.strip()]


@covers("seeds.sentences", "seeds.clauses")
@given(texts())
def test_sentences_and_clauses_tile(text: str) -> None:
    whole = Excerpt(text, (Span(5, 5 + len(text)),))
    found = seeds.sentences(whole)
    assert "".join(map(str, found)) == (text if text.strip() else "")
    for sentence in found:
        assert sentence.text == text[sentence.start : sentence.start + len(sentence.text)]
        assert sentence.spans == (Span(5 + sentence.start, 5 + sentence.start + len(sentence.text)),)
        parts = seeds.clauses(sentence)
        assert "".join(map(str, parts)) == (sentence.text if sentence.text.strip() else "")
        assert [span for part in parts for span in part.spans][:1] == list(sentence.spans[:1]) or len(
            parts
        ) > 1
        at = 5 + sentence.start
        for part in parts:
            assert part.spans == (Span(at, at + len(part.text)),)
            at += len(part.text)
    assert seeds.sentences(whole) == found


@given(texts(), st.integers(-5, 90), st.integers(-5, 90))
def test_a_cut_of_an_excerpt_is_exact(text: str, start: int, end: int) -> None:
    half = len(text) // 2
    excerpt = Excerpt(text, (Span(0, half), Span(half + 3, len(text) + 3)))
    page = text[:half] + "###" + text[half:]
    start, end = sorted((max(0, min(start, len(text))), max(0, min(end, len(text)))))
    assert "".join(page[a:b] for a, b in excerpt.locate(start, end)) == text[start:end]
    assert exact(excerpt.cut(start, end), page)


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-32", "gb18030"]


@given(pages() | st.text(st.characters(codec="utf-8", max_codepoint=0x9F)), st.sampled_from(ENCODINGS))
@example("\x91", "gb18030")
@example("\x85\x93门开了\x94", "utf-8")
def test_what_was_encoded_is_decoded_or_refused(text: str, encoding: str) -> None:
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    # Control characters that programs of Windows write for quotation marks and dashes are read as these.
    windows = {0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—"}
    wanted = text.translate(windows).lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    assert decode.decode(text.encode(encoding), encoding)[0] == wanted
    try:
        found, used = decode.decode(text.encode(encoding))
    except seeds.InputError:
        return
    # Two bytes of a rare sign, or of one among many letters, may pass for UTF-8.
    signs = [sign for sign in wanted if not sign.isspace()]
    unlike_chinese = decode.plausibility(wanted) < decode.PLAUSIBLE or 2 * sum(
        "\u3400" <= sign <= "\u9fff" for sign in signs
    ) < len(signs)
    assert found == wanted or used in ("gb18030", "big5") or (encoding == "gb18030" and unlike_chinese)


@covers("seeds.read_page")
@given(
    st.binary(max_size=300)
    | st.builds(
        bytes.__add__,
        st.sampled_from([b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"\xff\xfe", b""]),
        st.binary(max_size=60),
    )
)
def test_any_bytes_are_a_page_or_refused(data: bytes) -> None:
    try:
        page = seeds.read_page(data)
    except seeds.OpedError as error:
        explained(error)
        return
    check_page(page)
    assert page.encoding


@given(texts())
def test_plausibility_is_a_share(text: str) -> None:
    assert 0 <= decode.plausibility(text) <= 1


@given(texts())
def test_any_line_is_metadata_or_text(text: str) -> None:
    line = metadata.meta_line(text)
    assert line is None or (line.kind and line.role and text.strip())
    for day in (metadata.find_date(text), metadata.iso_date(text), metadata.fields_of_path(text).date):
        assert day is None or re.fullmatch("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", day)


@covers("seeds.read_pages")
@given(st.lists(st.tuples(texts(6), texts(2), texts(2)), max_size=4), texts(3))
def test_rows_are_articles_or_named(rows: list[tuple[str, str, str]], broken: str) -> None:
    written = [json.dumps({"id": i, "title": t, "text": x}) for x, t, i in rows]
    path = FOLDER / "rows.jsonl"
    path.write_text("\n".join([*written, broken.replace("\n", "")]), "utf-8", "replace")
    refused: list[seeds.InputError] = []
    found = list(seeds.read_pages([path], on_error=refused.append))
    if not any("binary" in str(error) for error in refused):
        assert len(found) >= sum(bool(text.strip()) for text, _, _ in rows)
    assert all(str(error) for error in refused)
    for page in found:
        assert all(exact(p, page.text) for piece in page for p in piece.paragraphs)


@pytest.fixture(autouse=True, scope="module")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    global FOLDER
    FOLDER = tmp_path_factory.mktemp("rows")


FOLDER = Path()


@given(st.lists(any_line(6), max_size=4))
def test_docx_gives_its_paragraphs_back(paragraphs: list[str]) -> None:
    from xml.sax.saxutils import escape

    kept = [
        "".join(c for c in p if c == "\t" or (" " <= c < "\ud800") or "\ue000" <= c < "\ufffe")
        for p in paragraphs
    ]
    body = "".join(f"<w:p><w:r><w:t>{escape(p)}</w:t></w:r></w:p>" for p in kept)
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
        )
    try:
        page = seeds.read_page(held.getvalue(), name="x.docx")
    except seeds.InputError as error:
        explained(error)
        assert not "".join(kept).strip()
        return
    check_page(page)
    signs = [sign for sign in unradical("".join(kept)) if not sign.isspace()]  # a note tells of radicals
    assert [sign for sign in page.text if not sign.isspace()] == signs


@pytest.mark.skipif(find_spec("lxml") is None, reason="needs the extra html")
@a_tenth()
@given(st.lists(FRAGMENTS, max_size=12).map("".join))
def test_html_has_an_article_or_is_refused(text: str) -> None:
    data = f"<html><body><article><h1>题</h1><p>{text}</p></article></body></html>".encode("utf-8", "replace")
    try:
        check_page(seeds.read_page(data))
    except seeds.InputError as error:
        explained(error)


@pytest.mark.skipif(find_spec("pypdfium2") is None, reason="needs the extra pdf")
@given(st.binary(max_size=200))
def test_pdf_has_a_text_layer_or_is_refused(data: bytes) -> None:
    try:
        assert seeds.read_page(b"%PDF-1.4\n" + data, name="x.pdf").text.strip()
    except seeds.InputError as error:
        explained(error)


@example("".join(map(chr, range(0x11000))))
@given(texts())
def test_what_is_made_safe_acts_on_nothing(text: str) -> None:
    shown = safe.terminal_text(text)
    assert not UNSAFE & set(shown)
    assert safe.terminal_text(shown) == shown
    assert shown.encode().decode() == shown


@given(texts())
def test_words_tile_the_text(text: str) -> None:
    folded = tokens.fold(text)
    assert len(folded) == len(text)
    assert tokens.fold(folded) == folded
    assert "".join(tokens.default_tokenizer().cut(text)) == text
    assert "".join(word for word, _ in tokens.default_tokenizer().tag(text)) == text
    with pytest.raises(seeds.EngineUnavailableError):
        tokens.tokenizer(f"no {text}")


@covers("seeds.analysis_of")
@given(not_blank())
def test_an_analysis_is_of_the_text(text: str) -> None:
    analysis = seeds.analysis_of(text)
    assert seeds.analysis_of(analysis) is analysis
    assert analysis.piece.body == seeds.article(text).body


@given(any_line(), st.integers(1, 40))
@example("山”1。", 2)
def test_lines_break_once_and_in_order(text: str, width: int) -> None:
    from rich.cells import cell_len

    breaks = prose.line_breaks(text, width)
    assert breaks == sorted(set(breaks))
    assert all(0 < at < len(text) for at in breaks)
    for start, end in zip([0, *breaks], [*breaks, len(text)], strict=True):
        line = text[start:end]
        assert cell_len(line.rstrip()) <= max(width, 2) or len(line) == 1


@given(any_line(8))
def test_names_are_of_the_text(text: str) -> None:
    for found in (names.split_names(text), names.authors_of(text)):
        assert all(character in text for name in found for character in name)
        assert all(found)
    assert names.all_names(text) is names.all_names(text)
    assert names.is_name(text) in (True, False)


@given(pages())
def test_lines_tile_the_page(text: str) -> None:
    found = lines.split_lines(text)
    assert "".join("".join(line.text.split()) for line in found) == "".join(text.split())
    for line in found:
        assert text[line.start : line.end] == line.text
        assert lines.columns(line.text) <= line.columns
    assert [line for run in wrap.unwrap(found) for line in run.lines] == found
    assert all(exact(run.excerpt, text) for run in wrap.unwrap(found))
    assert exact(lines.join(found), text)


@given(texts(8))
def test_cues_answer_on_anything(text: str) -> None:
    for cue in (
        cues.begins_head_line,
        cues.ends_sentence,
        cues.is_name_line,
        cues.is_signed,
        cues.stands_alone,
    ):
        assert cue(text) in (True, False)
    assert cues.furniture_kind(text) is None or cues.furniture_kind(text)


@given(texts())
def test_folding_for_comparison_keeps_places(text: str) -> None:
    folded = variants.simplified(text)
    assert len(folded) == len(text)
    assert variants.simplified(folded) == folded
    assert all(len(pair) == 2 and pair[0] in folded + text for pair in topic_shift.bigrams(text))


@given(printed_pages(2), st.integers(20, 90))
def test_a_page_shows_itself_safely(text: str, width: int) -> None:
    page = seeds.parse_page(text, name=text[:20])
    assert not UNSAFE & set(show(page, width))
    assert not UNSAFE & set(page._repr_html_() or "")


def damaged(data: bytes) -> st.SearchStrategy[bytes]:
    """A file with some bytes changed, dropped or doubled."""

    @st.composite
    def build(draw: DrawFn) -> bytes:
        held = bytearray(data)
        for _ in range(draw(st.integers(1, 6))):
            at = draw(st.integers(0, max(0, len(held) - 1)))
            held[at : at + draw(st.integers(0, 4))] = draw(st.binary(max_size=4))
        return bytes(held)

    return build()


@given(st.data())
def test_a_damaged_docx_is_read_or_refused(data: st.DataObject) -> None:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            zipfile.ZipInfo("word/document.xml"),
            f'<w:document xmlns:w="{space}"><w:p><w:r><w:t>门开了才算数。</w:t></w:r></w:p></w:document>',
        )
    try:
        check_page(seeds.read_page(data.draw(damaged(held.getvalue())), name="x.docx"))
    except seeds.OpedError as error:
        explained(error)
