"""Shapes of files in which articles were joined, cut or refused: everything of them is read."""

import json
import tempfile
from pathlib import Path

import pytest

import seeds

TEXT = (
    "村口的土路走了三十年，下雨天一脚泥。去年村里开了三次会，路往哪儿修先听大家说。路修通以后，菜当天进城。"
)


def pieces(data, name):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_text(data, "utf-8")
        return [piece for page in seeds.read_pages(path) for piece in page.pieces]


def test_radicals_in_a_series_of_articles_are_read_as_characters():
    one = "{}\n作者：周明\n" + TEXT.replace("大家", "⼈⺠") + "\n"
    found = pieces(
        "=====\n".join(map(one.format, ("修路先问人", "桥头的灯", "水闸开了", "集市早市"))), "a.txt"
    )
    assert len(found) == 4
    assert all("先听人民说" in piece.body for piece in found)


def test_a_name_of_a_field_may_be_a_number_where_python_prints_it():
    rows = "".join(f"{{'title': '城市更新{n}', 1: 'y', 'text': '{TEXT}'}}\n" for n in range(3))
    assert [piece.title for piece in pieces(rows, "a.jsonl")] == ["城市更新0", "城市更新1", "城市更新2"]


@pytest.mark.parametrize("inside", [f"<p>{TEXT}</p><p>{TEXT}</p>", TEXT])
def test_articles_whose_titles_are_attributes_stay_apart(inside):
    xml = "".join(f'<article title="城市更新{n}" author="周明">{inside}</article>' for n in "一二")
    found = pieces(f"<articles>{xml}</articles>", "a.xml")
    assert [(piece.title, piece.authors) for piece in found] == [
        ("城市更新一", ("周明",)),
        ("城市更新二", ("周明",)),
    ]


def test_a_field_that_comes_again_in_a_record_is_its_text():
    record = "标题：城市更新{}\n作者：周明\n时间：2021-05-06\n正文：" + TEXT + "\n{}"
    again = f"时间：三月一日上午\n{TEXT[:20]}末句。\n"
    found = pieces("".join(record.format(n, again if n == "二" else "") for n in "一二三四"), "a.txt")
    assert len(found) == 4
    assert "末句" in found[1].body


def test_a_column_called_the_text_is_it_though_comments_are_longer():
    rows = [
        {"title": f"街上第{n}天", "content": "今天街上热闹。大家都去了。", "comments": TEXT * 2}
        for n in range(4)
    ]
    assert "街上热闹" in pieces(json.dumps(rows, ensure_ascii=False), "a.json")[0].body


def test_what_titles_end_in_alike_is_cut_only_where_it_names_a_site():
    for end, left in (("——上海篇", "——上海篇"), ("_江城网", "")):
        rows = [{"title": f"城市更新的第{n}步{end}", "text": TEXT} for n in "一二三四"]
        found = pieces(json.dumps(rows, ensure_ascii=False), "a.json")
        assert found[0].title == f"城市更新的第一步{left}"


def test_prose_that_begins_as_a_list_is_prose():
    assert TEXT in pieces(f"['城市', 第二行]说起来话长。\n{TEXT}\n", "a.txt")[0].body


def test_a_paper_among_the_authors_stays_where_the_source_is_another():
    rows = [{"title": "修路先问人", "text": TEXT, "author": ["人民网"], "source": "江城日报"}]
    (piece,) = pieces(json.dumps(rows, ensure_ascii=False), "a.json")
    assert (piece.authors, piece.source) == (("人民网",), "江城日报")
