"""Articles in notes: what programs for notes and for reading later write around them."""

from __future__ import annotations

import io

import pytest

import seeds
from seeds.metadata import told_below

TITLE = "修一条路，先问问走路的人"
TEXT = (
    "村口的土路走了三十年，下雨天一脚泥，晴天一身灰。去年村里开了三次院坝会，路往哪儿修，先听大伙儿怎么说。",
    "路修通以后，菜能当天运进城，孩子上学也不用绕河滩。可见办事之前多问一句，办成之后就少一句埋怨。",
    "修路如此，别的事也一样。账目贴在墙上，进度报到群里，大家心里有数，干起来就有劲。",
)
READ = (TITLE, ("周明",), "江城日报", "2019-03-04", TEXT)
BODY = "\n\n".join(TEXT)
LIST = "\n".join(f"- {line}" for line in TEXT)


def read(text):
    (piece,) = seeds.read_page(io.BytesIO(text.encode()), name="a.md").pieces
    return piece.title, piece.authors, piece.source, piece.date, tuple(p.text for p in piece.paragraphs)


@pytest.mark.parametrize(
    "head",
    [
        f"title:: {TITLE}\nauthor:: [[周明]]\ndate:: [[2019-03-04]]\nsource:: 江城日报\ntags:: #评论\n",
        f"标题:: {TITLE}\n作者:: 周明\n来源:: [[江城日报]]\n发表:: 2019-03-04\n",
    ],
)
@pytest.mark.parametrize(
    "note", ["", "- 我的想法：开头可以更短\n\tcollapsed:: true", "- TODO 抄进 [[好句本]]"]
)
def test_fields_with_two_colons(head, note):
    assert read(f"{head}\n{LIST}\n{note}\n") == READ


def test_two_colons_within_a_text_stay():
    text = f"# {TITLE}\n\n作者：周明　来源：江城日报　2019-03-04\n\n{BODY}\n\nstd::vector 这样的写法，村里人看不懂。"
    assert read(text)[4][-1].startswith("std::vector")


@pytest.mark.parametrize("heading", ["Highlights", "高亮"])
def test_what_a_reader_marked_is_no_text(heading):
    facts = "作者：周明\n站点：江城日报\n发布：2019-03-04"
    head = f"# {TITLE}\n#Reader\n\n[Read Original](https://example.com/1)\n\n{facts}\n\n## 正文\n\n"
    assert read(f"{head}{BODY}\n\n## {heading}\n\n> 这一段写得好 [⤴️](https://example.com/2)\n") == READ


def test_a_list_of_facts_with_a_summary_above_the_whole_text():
    facts = (
        f"- Author: [[周明]]\n- Full Title: {TITLE}\n- Published: 2019-03-04\n"
        "- Summary: 修路之前问过走路的人，修成之后就没有人埋怨；办事之前公开，办成之后安心。\n"
    )
    found = read(f"# {TITLE}\n\n## Metadata\n{facts}\n## Full Document\n{BODY}\n")
    assert found == (TITLE, ("周明",), None, "2019-03-04", TEXT)


@pytest.mark.parametrize("author", ["", "周明"])
@pytest.mark.parametrize("head", ["", "作者：周明　　2017年9月8日\n\n"])
def test_fields_of_a_note_below_its_text(author, head):
    days = "created_time: 2020-03-01T02:11:45.120Z\nupdated_time: 2020-03-02T02:11:45.120Z\n"
    fields = (
        f"id: 5b0c7c3a\n{days}author: {author}\nsource_url: https://a.example/1.htm\nis_todo: 0\ntype_: 1"
    )
    told = ("周明",) * bool(head or author), None, "2017-09-08" if head else None
    assert read(f"{TITLE}\n\n{head}{BODY}\n\n{fields}") == (TITLE, *told, TEXT)


@pytest.mark.parametrize("below", ["source_url: https://a.example/1", "is_todo: 0"])
def test_a_field_without_a_value_takes_nothing_from_the_next(below):
    assert told_below("author:", below) is None
