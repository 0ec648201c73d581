"""reStructuredText: articles that sites of documents keep."""

from __future__ import annotations

import pytest

from .articles import OTHER, PARAGRAPHS, TITLE, body, read

PLAIN = "\n\n".join(PARAGRAPHS)
RULE = "=" * 2 * len(TITLE)


@pytest.mark.parametrize(
    "head", [f"{TITLE}\n{RULE}", f"{RULE}\n{TITLE}\n{RULE}", f".. _label:\n\n{TITLE}\n{'-' * 40}"]
)
@pytest.mark.parametrize(
    "note",
    [
        ".. note::\n    原文地址: https://a.example/a.html\n    作者: 周明\n\n    编辑: 李静 https://b.example\n",
        ":作者: 周明\n",
    ],
)
def test_title_text_and_a_box_of_facts(head, note):
    above = note if note.startswith(":") else ""
    below = "" if above else note
    (piece,) = read(f"{head}\n\n{above}\n{PLAIN}\n\n{below}", "a.rst")
    assert (piece.title, piece.authors, body(piece)) == (TITLE, ("周明",), PARAGRAPHS)


def test_sections_and_lines_that_were_wrapped():
    wrapped = PARAGRAPHS[0].replace("，", "，\n", 1)
    source = f"{TITLE}\n{RULE}\n\n{wrapped}\n\n一\n----\n\n{PARAGRAPHS[1]}\n\n二\n----\n\nInc\nLtd {PARAGRAPHS[2]}\n"
    (piece,) = read(source, "a.rst")
    assert body(piece) == (*PARAGRAPHS[:2], f"Inc Ltd {PARAGRAPHS[2]}")
    assert [p.text for p in piece.paragraphs if p.kind == "heading"] == ["一", "二"]


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("看\\ `江城日报 <https://a.example>`__\\ 的报道。", "看江城日报的报道。"),
        ("他**真的**\\ 去了，见 :ref:`那条路 <road>` [1]_。", "他真的去了，见 那条路。"),
        ("``路``\\ 修好了，`河滩`_ 也干净了。", "路修好了，河滩 也干净了。"),
    ],
)
def test_marks_in_a_line(marked, plain):
    (piece,) = read(f"{TITLE}\n{RULE}\n\n{PARAGRAPHS[0]}\n\n{marked}\n\n{PARAGRAPHS[1]}\n", "a.rst")
    assert body(piece)[1] == plain


@pytest.mark.parametrize(
    "block",
    [
        ".. image:: a.png\n   :width: 300",
        ".. figure:: a.png\n   :alt: 河滩\n\n   村民在河滩上修路",
        ".. |pic| image:: a.png",
        ".. 一句只给编辑看的话。",
        ".. toctree::\n   :maxdepth: 2\n\n   a\n   b",
        "|pic|",
    ],
)
def test_what_is_no_text(block):
    source = f"{TITLE}\n{RULE}\n\n{PARAGRAPHS[0]}\n\n{block}\n\n{PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}\n"
    (piece,) = read(source, "a.rst")
    assert (piece.title, body(piece)) == (TITLE, PARAGRAPHS)


def test_several_articles():
    one, two = f"{TITLE}\n{RULE}\n\n{PLAIN}", f"{OTHER}\n{RULE}\n\n{PLAIN}"
    assert [piece.title for piece in read(f"{one}\n\n{two}\n", "a.rst")] == [TITLE, OTHER]
