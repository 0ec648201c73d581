"""Single lines as papers, their sites and collections have them beside an article, in a text and on a page."""

from __future__ import annotations

import pytest

from .articles import PARAGRAPHS as TEXT
from .articles import TITLE, body, read


def read_with(line, place, name):
    """The pieces of a file where a line stands above, within or below the text."""
    at = {"above": 0, "within": 2, "below": len(TEXT)}[place]
    lines = [*TEXT[:at], line, *TEXT[at:]]
    if name == "a.html":
        text = f"<html><body><h1>{TITLE}</h1>" + "".join(f"<p>{x}</p>" for x in lines) + "</body></html>"
    else:
        text = "\n\n".join((f"# {TITLE}", *lines)) if name == "a.md" else "\n".join((TITLE, *lines))
    return read(text, name)


FILES = ("a.txt", "a.md", "a.html")
in_files = pytest.mark.parametrize("name", FILES)


@in_files
@pytest.mark.parametrize(
    "line",
    [
        "3月2日，河湾村的孩子在新桥上放风筝。 周 明 摄（影像中国）",
        "6月的江城港，货轮列队进港。中新社发（李静摄）",
        "△河湾村的老人在桥头晒谷子",
        "上图：修路前的村口。下图：修路后的村口。",
        "图2 河湾村三年道路里程变化",
        "表3　各村院坝会次数统计（单位：次）",
        "【图说】院坝会开到了田埂上。周明/摄",
        "年画《春到河湾》　　周明作",
        "乡亲们在新桥上合影（江城博物馆藏）",
        "手迹：写给乡亲们的信",
    ],
)
def test_what_pictures_and_tables_show_is_no_text(line, name):
    (piece,) = read_with(line, "within", name)
    assert (piece.title, piece.authors, body(piece)) == (TITLE, (), TEXT)


@in_files
@pytest.mark.parametrize("line", ["油画《河湾》的三次修改，改的都是路。", "这张表藏着村里的三年（值得收藏）。"])
def test_what_speaks_of_pictures_is_text(line, name):
    (piece,) = read_with(line, "within", name)
    assert line in body(piece)
