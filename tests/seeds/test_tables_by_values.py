"""Tables whose names tell nothing or mislead: the values of their rows say what the columns hold."""

from __future__ import annotations

import io
import json

import pytest

import seeds

TITLES = ("修一条路，先问问走路的人", "菜市场里看得见城市的体温", "把账目贴在墙上", "雨停之后再去看河")
TEXT = (
    "村口的土路走了三十年，下雨天一脚泥，晴天一身灰。去年村里开了三次院坝会，路往哪儿修，先听大伙儿怎么说。"
    "路修通以后，菜能当天运进城。"
)


def read(lines: list[object], name: str = "a.jsonl") -> list[seeds.Piece]:
    rows = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines]
    file = io.BytesIO("\n".join(rows).encode())
    file.name = name
    return [piece for page in seeds.read_pages([file], on_error=lambda _: None) for piece in page]


def body(piece: seeds.Piece) -> str:
    return "".join(paragraph.text for paragraph in piece.paragraphs)


def table(**columns: object) -> list[object]:
    """Rows of four articles; a column is the same in all rows or made from the number of the row."""
    made = ({k: v(n) if callable(v) else v for k, v in columns.items()} for n in range(4))
    return [{**row, "con": f"{n}{TEXT}"} for n, row in enumerate(made)]


def test_of_two_columns_of_addresses_the_one_of_the_article_is_its_url():
    rows = table(
        title=lambda n: TITLES[n], link="http://a.cn/list/", conlink=lambda n: f"http://a.cn/{n}.html"
    )
    assert [piece.url for piece in read(rows)] == [f"http://a.cn/{n}.html" for n in range(4)]


def test_a_paper_in_a_column_of_authors_is_the_source():
    rows = table(title=lambda n: TITLES[n], author=lambda n: ("江城日报", "周明", "江城网", "李静")[n])
    found = [(piece.authors, piece.source) for piece in read(rows)]
    assert found == [((), "江城日报"), (("周明",), None), ((), "江城网"), (("李静",), None)]


def test_short_lines_that_differ_are_titles_and_a_first_row_without_text_spoils_nothing():
    rows = table(x=lambda n: TITLES[n], y="江城", z=lambda n: f"2024-05-0{n + 1}")
    rows[0] = {**rows[0], "con": ""}
    found = read(rows)
    assert [(piece.title, piece.date) for piece in found] == [
        (TITLES[n], f"2024-05-0{n + 1}") for n in range(1, 4)
    ]


def test_names_that_mislead_give_way_to_running_text():
    rows = table(title=lambda n: TITLES[n], content="要闻")
    assert body(read(rows)[0]).endswith(TEXT)


def test_an_author_that_is_an_object_has_a_name():
    author = {"name": "周明", "url": "http://a.cn/people/1"}
    assert read(table(title=lambda n: TITLES[n], author=author))[0].authors == ("周明",)


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_rows_as_python_prints_them(name):
    made = [{"title": TITLES[0], "content": TEXT, "time": None}, [TITLES[1], " 2024-05-01\u3000来源: ", TEXT]]
    found = read([repr(row) for row in made], name)
    assert [(piece.title, body(piece), piece.date) for piece in found] == [
        (TITLES[0], TEXT, None),
        (TITLES[1], TEXT, "2024-05-01"),
    ]


def test_what_a_crawler_left_between_parts_is_no_paragraph():
    rows = table(title=lambda n: TITLES[n])
    rows[0]["con"] = f",\n  ,\n{TEXT}\n,"
    assert [p.text for p in read(rows)[0].paragraphs] == [TEXT]


def test_the_site_that_all_titles_name_is_no_part_of_them():
    assert [piece.title for piece in read(table(title=lambda n: f"{TITLES[n]}_江城新闻"))] == list(TITLES)


def test_names_of_columns_may_say_whose_title_and_text_they_hold():
    rows = table(留言标题=lambda n: TITLES[n], 留言内容="要求修路。", 答复部门="江城交通局")
    assert [(piece.title, body(piece)[1:]) for piece in read(rows)] == [(title, TEXT) for title in TITLES]


def test_names_in_traditional_characters():
    row = {"新聞標題": TITLES[0], "連結": "http://a.cn/1", "內容": "短。", "報導日期": "2020-08-17 22:32"}
    (piece,) = read([row])
    assert (piece.title, body(piece), piece.url, piece.date) == (
        TITLES[0],
        "短。",
        "http://a.cn/1",
        "2020-08-17",
    )


def test_records_in_a_text_are_rows_of_a_table():
    records = [
        f"title:{title}\ncontent:{TEXT}\n第二段：{TEXT}\nnum:{n}人看过\nday:2024-05-0{n}"
        for n, title in enumerate(TITLES, 1)
    ]
    found = read(list("\n\n".join(records).split("\n")), "a.txt")
    assert [(piece.title, piece.date) for piece in found] == [
        (title, f"2024-05-0{n}") for n, title in enumerate(TITLES, 1)
    ]
    assert {tuple(p.text for p in piece.paragraphs) for piece in found} == {(TEXT, f"第二段：{TEXT}")}


def test_short_names_of_papers_are_the_source_whatever_their_column_is_called():
    rows = table(title=lambda n: TITLES[n], s=lambda n: ("江城日报", "江城网", "河州新闻", "江城日报")[n])
    assert [piece.source for piece in read(rows)] == ["江城日报", "江城网", "河州新闻", "江城日报"]
