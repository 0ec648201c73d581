"""Lines that by their words are none of the text, and lines that only look so."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from seeds.metadata.beside import LONGEST, chance, signs, stands_beside

from .articles import PARAGRAPHS as TEXT
from .articles import TITLE, body, read

PLAIN = "\n\n".join(TEXT)
BESIDE = [
    ("策划：江城日报融媒体中心 视觉：阿木", "above"),
    ("喜欢今天的内容，就把我们加入常看列表", "below"),
    ("点下面的小程序，领取读者专属折扣券", "below"),
    ("▽ 院坝会现场  摄影 / 阿木", "within"),
    ("本刊已加入各大数据库，作者如有异议请来函说明", "below"),
]
PART_OF_TEXT = [
    ("他说，来源不重要，路修好才重要。", "above"),
    ("二、账目贴在墙上", "within"),
    ("三个办法", "within"),
    ("“编辑同志，这条路什么时候修？”", "within"),
    ("谢谢大家！", "below"),
    ("雨停了，路通了。", "below"),
]


@pytest.mark.parametrize(("line", "place"), BESIDE)
def test_lines_that_no_form_foresees_stand_beside(line, place):
    assert stands_beside(line, place)


@pytest.mark.parametrize(("line", "place"), PART_OF_TEXT)
def test_text_that_looks_like_them_stays(line, place):
    assert not stands_beside(line, place)


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
@pytest.mark.parametrize(("line", "place"), [*BESIDE, *PART_OF_TEXT])
def test_files_are_read_so(line, place, name):
    at = {"above": 0, "within": 2, "below": len(TEXT)}[place]
    lines = [*TEXT[:at], line, *TEXT[at:]]
    title = TITLE if name == "a.txt" else f"# {TITLE}"
    joined = (
        "\n".join([title, *(f"　　{text}" for text in lines)])
        if name == "a.txt"
        else "\n\n".join([title, *lines])
    )
    (piece,) = read(f"{joined}\n", name)
    shown = [paragraph.text for paragraph in piece.paragraphs]
    assert (piece.title, [text for text in shown if text in TEXT]) == (TITLE, list(TEXT))
    assert (line in shown) == ((line, place) in PART_OF_TEXT)


def test_names_of_signs_are_those_of_the_weights():
    weights = json.loads((files("seeds.metadata") / "beside.json").read_text("utf-8"))
    known = {name for line, place in (*BESIDE, *PART_OF_TEXT) for name in signs(line, place)}
    assert len(known & weights.keys()) > len(known) / 3


def test_long_lines_are_not_asked():
    assert not stands_beside("扫码关注公众号" * LONGEST, "below")
    assert 0 <= chance("", "above") <= 1


def test_a_name_alone_still_signs():
    (piece,) = read(f"# {TITLE}\n\n木铎\n\n{PLAIN}\n", "a.md")
    assert (piece.authors, body(piece)) == (("木铎",), TEXT)
