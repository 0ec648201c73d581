"""Markdown as crawlers and archives leave it, in words of our own."""

from __future__ import annotations

import pytest

from .articles import PARAGRAPHS, TITLE, body, read

PLAIN = "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize("label", ["CDS收藏", "cdt收藏"])
def test_a_label_in_any_case_is_read(label):
    (piece,) = read(f"# {TITLE}\n\n标题：{TITLE}\n\n作者：周明\n\n{label}：公民馆\n\n{PLAIN}\n", "a.md")
    assert (piece.title, piece.authors, body(piece)) == (TITLE, ("周明",), PARAGRAPHS)
