"""Whatever words a document holds, and wherever it holds them, each form makes them safe."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from oped.reports.forms import markdown, terminal, web
from oped.reports.model import (
    Column,
    Heading,
    Listing,
    Matrix,
    PassageBlock,
    PieceRow,
    PiecesBlock,
    ReportDocument,
    TableCell,
    TextBlock,
    TextRun,
)
from oped.words import Labels

HOSTILE = "=\x1b]0;x\x07\n# <img src=x onerror=alert(1)>\u202e\u2028[a](http://x)\x9b|\t"
UNSAFE = {
    chr(code) for code in (*range(9), *range(11, 32), *range(0x7F, 0xA0), *range(0x202A, 0x202F), 0x2028)
}


def document(words: str) -> ReportDocument:
    """One block of each kind, and the same words in every place for words that come of texts."""
    run = TextRun(words, "strong", chinese=True)
    listing = Listing(
        (Column("a", "A"), Column("b", "B", "name")), ((words, words),) * 2, words, words, words
    )
    return ReportDocument(
        words,
        (words, words),
        (
            Heading(words),
            TextBlock((run, run), number="1", brief=True),
            PiecesBlock((PieceRow("1", words, words, words, run, words),), ("A", "B", "C", "D"), words),
            PiecesBlock((PieceRow("1", words, words, words, run, words),) * 9, ("A", "B", "C", "D"), words),
            PassageBlock("1", (run,), words),
            Matrix(
                ("1", "2"), (words, words), ((None, TableCell("1", 0, "theme")),) * 2, (0, 1), "key", "of"
            ),
            listing,
            Listing(listing.columns, (), words, words, words),
        ),
        (listing,),
    )


def blocks() -> list[ReportDocument]:
    """A document for each block, so that none is passed over, and one with all."""
    whole = document(HOSTILE)
    return [whole, *(ReportDocument("t", (), (block,)) for block in whole.blocks)]


@pytest.mark.parametrize("width", [30, 80, 200])
def test_a_terminal_gets_no_sign_to_act_on(width: int) -> None:
    for each in blocks():
        shown = terminal.plain(each, width)
        assert "␛]0;x" in "".join(shown.split())
        assert not UNSAFE & set(shown)


def test_pages_and_markdown_get_no_element_more() -> None:
    def tags(source: str) -> list[str]:
        return [node.tag for node in LexborHTMLParser(source).css("*") if node.tag != "br"]

    plain, hostile = (document(words) for words in ("平", HOSTILE))
    forms = (
        lambda each: web.web(each, Labels("en")),
        lambda each: (
            MarkdownIt("gfm-like", {"html": True}).disable("linkify").render(markdown.markdown(each))
        ),
    )
    for form in forms:
        shown = form(hostile)
        assert tags(shown) == tags(form(plain))
        assert not UNSAFE & set(shown)
        assert not LexborHTMLParser(shown).css("img, [onerror]")
