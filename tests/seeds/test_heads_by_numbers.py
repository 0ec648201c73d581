"""Heads of sections that nothing but their numbers tells, in documents, web pages and notes."""

from __future__ import annotations

import pytest

from seeds.files.document import Item
from seeds.files.numbered import numbered_heads

from .articles import PARAGRAPHS as TEXT
from .articles import TITLE, body, read

COUNTED = ("一、先听大伙儿怎么说", "二、再看钱从哪里来")
PAIRS = [
    ("（一）先问", "（二）再修"),
    COUNTED,
    ("一、路该怎么修？", "二、钱从哪里来？"),
    ("1. 先听大伙儿怎么说", "2. 再看钱从哪里来"),
]


def levels(*lines: str) -> list[bool]:
    return [item.level > 0 for item in numbered_heads([Item(line) for line in lines])]


@pytest.mark.parametrize("heads", PAIRS)
def test_short_lines_that_count_are_heads_of_what_is_below_them(heads):
    found = levels(TEXT[0], heads[0], TEXT[1], heads[1], TEXT[2])
    assert found == [False, True, False, True, False]


@pytest.mark.parametrize(
    "lines",
    [
        (TEXT[0], COUNTED[0], COUNTED[1], TEXT[1]),
        (TEXT[0], f"{COUNTED[0]}。", TEXT[1], f"{COUNTED[1]}。", TEXT[2]),
        (TEXT[0], COUNTED[0], TEXT[1]),
        (TEXT[0], COUNTED[1], TEXT[1], COUNTED[0], TEXT[2]),
        (COUNTED[0], TEXT[0], COUNTED[1], TEXT[1], f"三、{TEXT[2]}"),
    ],
)
def test_lists_sentences_and_single_numbers_are_text(lines):
    assert not any(levels(*lines))


@pytest.mark.parametrize("name", ["a.html", "a.md"])
def test_heads_of_a_page_and_of_a_note_without_marks(name):
    lines = (TEXT[0], COUNTED[0], TEXT[1], COUNTED[1], TEXT[2])
    if name == "a.md":
        source = f"# {TITLE}\n\n" + "\n\n".join(lines)
    else:
        source = f"<html><body><h1>{TITLE}</h1>{''.join(f'<p>{x}</p>' for x in lines)}</body></html>"
    (piece,) = read(source, name)
    assert (piece.title, body(piece)) == (TITLE, TEXT)
