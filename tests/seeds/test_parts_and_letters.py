"""Pages and parts above articles, a place before who wrote a letter, numbers of pages amid a sentence, a last day."""

from __future__ import annotations

import io
import zipfile

import pytest

from seeds import parse_page, read_page
from seeds.names import authors_of, signature_of

from .articles import OTHER, PARAGRAPHS, TITLE, body, read
from .test_office_documents import BODY, LARGE, MIDDLE, SPACE, TEXT, large, p
from .test_office_documents import TITLE as SET_TITLE
from .test_office_documents import read as read_docx
from .test_web_pages import page

LINES = "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    "parts",
    [
        ("第一版", "第四版"),
        ("第2版：评论", "第3版：副刊"),
        ("第一辑 河湾", "第二辑 山前"),
        ("第1輯 一", "第2輯 二"),
    ],
)
@pytest.mark.parametrize("above", ["# 江城日报 1986年3月1日 星期六", ""])
def test_pages_of_a_paper_and_parts_of_a_book_are_no_titles(parts, above):
    first, second = parts
    source = (
        f"{above}\n\n## {first}\n\n### {TITLE}\n\n（周　明）\n\n{LINES}\n\n"
        f"## {second}\n\n### {OTHER}\n\n（李　静）\n\n{LINES}\n"
    )
    pieces = read(source, "a.md")
    assert [(piece.title, piece.authors, body(piece)) for piece in pieces] == [
        (TITLE, ("周明",), PARAGRAPHS),
        (OTHER, ("李静",), PARAGRAPHS),
    ]


def test_a_part_with_nothing_but_text_below_it_is_a_heading_as_others_are():
    (piece,) = read(f"# {TITLE}\n\n## 第一版 手稿\n\n{LINES}\n\n## 第二版 定稿\n\n{LINES}\n", "a.md")
    assert [x.text for x in piece.paragraphs if x.kind == "heading"] == ["第一版 手稿", "第二版 定稿"]


@pytest.mark.parametrize("day", ["（{}）", "{}"])
def test_texts_that_each_end_with_a_day_are_articles_below_the_name_of_a_book(day):
    days = ("2019年3月1日", "2020年4月2日", "2021年5月3日")
    titles = (TITLE, OTHER, "把账目贴在墙上")
    parts = (f"## {t}\n\n{LINES}\n\n{day.format(d)}\n" for t, d in zip(titles, days, strict=True))
    pieces = read("# 河湾札记\n\n" + "\n".join(parts), "a.md")
    assert [(piece.title, piece.date, body(piece)) for piece in pieces] == [
        (title, f"20{19 + n}-0{3 + n}-0{1 + n}", PARAGRAPHS) for n, title in enumerate(titles)
    ]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("临江 周明", ("周明",)),
        ("白河　李静文", ("李静文",)),
        ("（临江 周明）", ("周明",)),
        ("临江 金大伟", ("金大伟",)),
        ("周明 李静", ("周明", "李静")),
        ("作者：周宁、李静", ("周宁", "李静")),
    ],
)
def test_a_small_place_before_a_name_is_no_author(line, names):
    assert (signature_of(line), authors_of(line)) == (names, names)


def test_a_heading_of_a_place_and_a_thing_is_no_signature():
    assert [signature_of(text) for text in ("临江 春天", "南浦 读书月")] == [None, None]


def test_letters_on_a_page_of_the_web_have_places_before_their_names():
    pytest.importorskip("lxml")
    letters = (
        f"<div><h2>{title}</h2><p class='writer'>{name}</p>{''.join(f'<p>　　{x}</p>' for x in PARAGRAPHS)}</div>"
        for title, name in ((TITLE, "白河 周明"), (OTHER, "临江 金大伟"))
    )
    pieces = read(page(f"<h1>来信</h1>{''.join(letters)}", "来信-江城晚报").decode(), "a.html")
    assert [(piece.title, piece.authors) for piece in pieces] == [(TITLE, ("周明",)), (OTHER, ("金大伟",))]


@pytest.mark.parametrize("day", ["2003年4月6日", "（2003-04-06）"])
@pytest.mark.parametrize("below", ["<hr>", ""])
def test_the_day_right_below_the_text_of_a_home_page_is_when_it_was_written(day, below):
    pytest.importorskip("lxml")
    text = "<br>".join(f"　　{line}" for line in PARAGRAPHS)
    source = (
        f"<html><head><title>{TITLE}</title></head><body><p align='center'><font size='5'>{TITLE}</font></p>"
        f"<p>{text}</p><p align='right'>{day}</p>{below}<p><a href='i.htm'>返回目录</a></p></body></html>"
    )
    (piece,) = read(source, "a.htm")
    assert (piece.title, piece.date, body(piece)) == (TITLE, "2003-04-06", PARAGRAPHS)


WRAPPED = (
    "　　村口的土路走了三十年，下雨天一脚泥，晴天一身灰，去年",
    "村里开了三次院坝会，路往哪儿修，先听一听大伙儿怎么说。",
    "　　路修通以后，菜能当天运进城，孩子上学也不用绕河滩，可",
    "见办事之前多问一句，办成之后就会少一句埋怨，道理很简单。",
    "　　修路如此，别的事也一样。账目贴在墙上，进度报到群里，",
    "大家心里有数，干起来就有劲。",
)


@pytest.mark.parametrize("number", ["12", "- 3 -", "第4页", "\n7\n"])
@pytest.mark.parametrize("at", [1, 3])
def test_the_number_of_a_page_amid_a_sentence_parts_no_paragraph(number, at):
    lines = [*WRAPPED[:at], number, *WRAPPED[at:]]
    whole, parted = (parse_page("\n".join([TITLE, "作者：周明", *x])) for x in (WRAPPED, lines))
    assert [body(piece) for piece in parted.pieces] == [body(piece) for piece in whole.pieces]
    assert number.strip() in [found.text for found in parted.furniture]


@pytest.mark.parametrize("at", [2, 4])
def test_a_number_between_two_paragraphs_joins_nothing(at):
    lines = [*WRAPPED[:at], "2", *WRAPPED[at:]]
    (piece,) = parse_page("\n".join([TITLE, "作者：周明", *lines])).pieces
    assert len([x for x in body(piece) if x != "2"]) == len(WRAPPED) // 2


@pytest.mark.parametrize("office", ["河湾镇党政办", "江城一中校办"])
def test_an_office_and_a_name_below_a_title_are_who_wrote_it(office):
    head = large(SET_TITLE) + p(f"{office}　周明", MIDDLE, LARGE.replace("44", "32"))
    assert read_docx(head, BODY, p("2023年6月12日")) == (SET_TITLE, ("周明",), "2023-06-12", None)


@pytest.mark.parametrize("line", ["河湾镇清风协作体　周明", "写在春耕之前的几句话"])
def test_a_smaller_line_below_a_title_that_is_set_as_it_is_no_title(line):
    body_of_file = large(SET_TITLE) + p(line, MIDDLE, LARGE.replace("44", "32")) + BODY
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(
            "word/document.xml", f"<w:document {SPACE}><w:body>{body_of_file}</w:body></w:document>"
        )
    (piece,) = read_page(held.getvalue(), name="a.docx").pieces
    assert (piece.title, body(piece)[-len(TEXT) :]) == (SET_TITLE, TEXT)
