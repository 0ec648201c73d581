"""Word documents as offices have them: bulletins, forms with the text below, names set as titles are."""

from __future__ import annotations

import io
import zipfile

import pytest

import seeds
from seeds.metadata import meta_line

TITLE = "修一条路，先问问走路的人"
TEXT = (
    "村口的土路走了三十年，下雨天一脚泥，晴天一身灰。去年村里开了三次院坝会，路往哪儿修，先听大伙儿怎么说。",
    "路修通以后，菜能当天运进城，孩子上学也不用绕河滩。可见办事之前多问一句，办成之后就少一句埋怨。",
    "修路如此，别的事也一样。账目贴在墙上，进度报到群里，大家心里有数，干起来就有劲。",
)
SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MIDDLE, LARGE = '<w:jc w:val="center"/>', '<w:sz w:val="44"/>'


def p(text: str, style: str = "", run: str = "") -> str:
    return f"<w:p><w:pPr>{style}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def large(text: str) -> str:
    return p(text, MIDDLE, LARGE)


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def read(*paragraphs: str, name: str = "a.docx"):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(
            "word/document.xml", f"<w:document {SPACE}><w:body>{''.join(paragraphs)}</w:body></w:document>"
        )
    (piece,) = seeds.read_page(held.getvalue(), name=name)
    assert tuple(x.text for x in piece.paragraphs if x.kind == "body") == TEXT
    return piece.title, piece.authors, piece.date, piece.source


BODY = "".join(map(p, TEXT))


@pytest.mark.parametrize("issue", ["第15期（总第288期）", "〔2024〕第5期（总第36期）"])
@pytest.mark.parametrize("credit", ["", "（来源：江城日报）"])
def test_a_bulletin_has_its_name_above_the_number_of_its_issue(issue, credit):
    head = large("江 城 参 考"), large(issue), p("江城县委宣传部编　　　　2024年3月1日")
    ends = p(credit) if credit else "", p("报：市委宣传部。　送：县四大班子领导。"), p("（共印88份）")
    found = read(*head, p("【编者按】现将此文印发，供学习参考。"), large(TITLE), p("周明"), BODY, *ends)
    assert found == (TITLE, ("周明",), "2024-03-01", "江城日报" if credit else "江城参考")


@pytest.mark.parametrize("name", ["河湾木铎", "周明"])
def test_a_name_set_as_the_title_above_it_is_who_wrote_it(name):
    assert read(large(TITLE), p(name, MIDDLE, '<w:sz w:val="36"/>'), BODY)[:2] == (TITLE, (name,))


@pytest.mark.parametrize(
    ("names", "authors"), [("半亩塘　周　知", ("半亩塘", "周知")), ("李　静 南窗客", ("李静", "南窗客"))]
)
def test_names_set_wide_below_a_title_are_a_byline(names, authors):
    assert read(large(TITLE), p(names), BODY)[:2] == (TITLE, authors)


@pytest.mark.parametrize("above", ["附：作品全文", "稿件全文"])
def test_what_says_that_the_text_follows_is_no_part_of_its_title(above):
    facts = table(("作品标题", TITLE), ("作者（主创人员）", "周明"), ("刊播日期", "2024-03-01"))
    found = read(large("新闻作品推荐表"), facts, large(above), large(TITLE), BODY)
    assert found[:3] == (TITLE, ("周明",), "2024-03-01")


@pytest.mark.parametrize("form", ["来稿登记", "发稿签"])
def test_a_form_tells_who_and_when_and_the_day_that_a_text_came_in_is_none(form):
    facts = table(("题目", TITLE), ("笔名/作者", "木铎"), ("收稿", "2024-02-20"), ("刊发", "2024-03-01"))
    assert read(large(form), facts, BODY)[:3] == (TITLE, ("木铎",), "2024-03-01")


@pytest.mark.parametrize("last", [("字数", "620字"), ("版面", "3版")])
def test_a_table_of_facts_above_a_text_without_a_title_is_its_head(last):
    facts = table(("标题", TITLE), ("作者", "周明"), ("日期", "2024年3月1日"), last)
    assert read(facts, BODY)[:3] == (TITLE, ("周明",), "2024-03-01")


@pytest.mark.parametrize("credit", ["（图|王平　　文|周明）", "（文／周明 图／王平）"])
def test_who_had_a_part_in_it_may_stand_before_the_first_sentence(credit):
    assert read(large(TITLE), p(credit + TEXT[0]), *map(p, TEXT[1:]))[:2] == (TITLE, ("周明",))


@pytest.mark.parametrize(
    ("text", "source", "date", "authors"),
    [
        ("（2024年3月1日，原载《江城日报》）", "江城日报", "2024-03-01", ()),
        ("（2024年3月1日 载《江城春秋》）", "江城春秋", "2024-03-01", ()),
        ("（作者：评论部，联系电话：13800000000）", None, None, ("评论部",)),
        ("（作者：周明；邮箱：a@example.cn）", None, None, ("周明",)),
    ],
)
def test_lines_at_the_end_of_a_piece(text, source, date, authors):
    fields = meta_line(text).fields
    assert (fields.source, fields.date, fields.authors) == (source, date, authors)


def test_to_care_is_not_to_follow():
    assert meta_line("关注小事，就是关注民生。") is None
    assert meta_line("欢迎关注江城日报客户端，查看更多").kind == "share"


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("（江城大学 周明 2024年3月1日）", None),
        ("（原载《江城日报》2024年3月1日第3版，作者：周明）", "江城日报"),
    ],
)
def test_who_and_when_in_the_same_brackets(line, source):
    fields = meta_line(line).fields
    assert (fields.authors, fields.date, fields.source) == (("周明",), "2024-03-01", source)


BREAK = '<w:r><w:br w:type="page"/></w:r>'
SECTION = '<w:sectPr><w:type w:val="nextPage"/></w:sectPr>'


def pieces(*paragraphs: str) -> list[tuple[str, int]]:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(
            "word/document.xml", f"<w:document {SPACE}><w:body>{''.join(paragraphs)}</w:body></w:document>"
        )
    return [(piece.title, len(piece.paragraphs)) for piece in seeds.read_page(held.getvalue(), name="a.docx")]


@pytest.mark.parametrize(
    "turn",
    [
        (f"<w:p>{BREAK}</w:p>", MIDDLE),
        ("", f"<w:pageBreakBefore/>{MIDDLE}"),
        (f"<w:p><w:pPr>{SECTION}</w:pPr></w:p>", MIDDLE),
    ],
)
def test_titles_in_the_middle_at_the_top_of_pages_begin_pieces(turn):
    between, style = turn
    others = (f"{between}{p(title, style)}{BODY}" for title in ("菜市场里的体温", "雨停之后再去看河"))
    assert pieces(p(TITLE, MIDDLE), BODY, *others) == [
        (TITLE, 3),
        ("菜市场里的体温", 3),
        ("雨停之后再去看河", 3),
    ]


@pytest.mark.parametrize("run", ["", "<w:b/>"])
@pytest.mark.parametrize(
    "cover", [(), (p("江城评论选", MIDDLE), p("2024年春", MIDDLE), f"<w:p>{BREAK}</w:p>")]
)
def test_pages_may_turn_in_a_line_and_a_cover_is_no_piece(cover, run):
    style = "" if run and not cover else MIDDLE
    last = f'<w:p><w:r><w:t>{TEXT[-1]}</w:t><w:br w:type="page"/></w:r></w:p>'
    page = "".join(map(p, TEXT[:-1])) + last
    titles = (TITLE, "菜市场里的体温", "雨停之后再去看河")
    found = pieces(*cover, *(f"{p(title, style, run)}{page}" for title in titles))
    assert [piece for piece in found if piece[1]] == [(title, 3) for title in titles]


@pytest.mark.parametrize("below", [p(TEXT[0]), p("（一）先问走路的人", MIDDLE), p("来源：江城日报", MIDDLE)])
@pytest.mark.parametrize("turn", [f"<w:p>{BREAK}</w:p>", f"<w:p><w:pPr>{SECTION}</w:pPr></w:p>"])
def test_a_new_page_alone_parts_no_article(below, turn):
    assert [title for title, _ in pieces(p(TITLE, MIDDLE), BODY, turn, below, BODY)] == [TITLE]


@pytest.mark.parametrize("count", [1, 2])
def test_the_name_of_a_file_is_the_title_of_a_text_below_lines_that_say_it_in_short(count):
    short = (
        "村口的土路走了三十年要不要修怎么修，先问问天天在上面走路的人怎么说",
        "账目贴在墙上，进度报到群里，大家心里有数，修一条路干起来就有劲有方向",
    )[:count]
    held = io.BytesIO()
    inside = "".join(map(p, (*short, *TEXT, "修一条路，先要问问走路的人。")))
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {SPACE}><w:body>{inside}</w:body></w:document>")
    (piece,) = seeds.read_page(held.getvalue(), name="修一条路先问问走路的人.docx")
    assert piece.title == "修一条路先问问走路的人"
    lines = (*piece.decks, *(x.text for x in piece.paragraphs))
    assert lines == (*short, *TEXT, "修一条路，先要问问走路的人。")
