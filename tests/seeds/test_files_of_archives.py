"""What archives and clippers of articles write around them: who wrote it, before the title, and where it is from."""

from __future__ import annotations

import json

import pytest

from .articles import PARAGRAPHS as TEXT
from .articles import TITLE, body, read

PLAIN = "\n\n".join(TEXT)
NAMED = f"{TEXT[0]}周明说过这样的话。"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (f"---\ntitle: {TITLE}\n---\n\n## 周明：{TITLE}\n\n{NAMED}\n\n{PLAIN}\n", "a.md"),
        (f"---\ntitle: 周明：{TITLE}\n---\n\n## {TITLE}\n\n{NAMED}\n\n{PLAIN}\n", "a.md"),
        (f"# 周明：《{TITLE}》（2024）\n\n{NAMED}\n\n{PLAIN}\n", f"{TITLE}.md"),
        (json.dumps([{"title": TITLE, "content": f"周明-{TITLE}\n{NAMED}\n{PLAIN}"}]), "a.json"),
    ],
)
def test_the_author_before_a_title_that_is_known(source, name):
    (piece,) = read(source, name)
    assert (piece.title, piece.authors, body(piece)[0]) == (TITLE, ("周明",), NAMED)


@pytest.mark.parametrize("shown", [f"乡村：{TITLE}", f"周明：{TITLE}与桥"])
def test_what_stands_before_a_title_and_is_no_name(shown):
    (piece,) = read(f"---\ntitle: {TITLE}\n---\n\n## {shown}\n\n{PLAIN}\n", "a.md")
    assert piece.authors == ()


def test_the_pen_name_before_a_title_where_it_is_known():
    (piece,) = read(f"---\ntitle: {TITLE}\nauthor: 江城老树\n---\n\n江城老树 | {TITLE}\n\n{PLAIN}\n", "a.md")
    assert (piece.title, piece.authors, body(piece)) == (TITLE, ("江城老树",), TEXT)
