"""The line under a title, and what is shown where there is none; wording of our own."""

import pytest

from seeds import article
from seeds.page import Paragraph, Piece, Span
from summarize import headline, summarize
from summarize.document import Document
from summarize.line import Clauses, known, leans, lines

TITLE = "让街边小店留在城市里"


def lines_of(sentence, chars=20, title=TITLE):
    document = Document(article(sentence, title=title))
    return {line.text for line in lines(document, chars, {0}) if not known(line.text, title)}


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("只有把选择权交给居民，城市才能生长出自己的模样。", "城市才能生长出自己的模样"),
        ("只有把选择权交给居民，城市才能生长出自己的模样。", "只有把选择权交给居民"),
        ("管理部门应当放下身段，才能让小店安心经营。", "才能让小店安心经营"),
        ("小店不仅是生意，更是街坊的客厅。", "小店不仅是生意"),
        ("小店才能扎下根来，也只有街坊支持，老街才有人气。", "小店才能扎下根来 也只有街坊支持"),
        ("小店是街坊的客厅，不难看到的是，客厅越来越少。", "小店是街坊的客厅 不难看到的是"),
        ("城市的温度不在高楼，而是在街巷的烟火之中。", "而是在街巷的烟火之中"),
        ("多年的实践启示我们，管理要多一些耐心。", "多年的实践启示我们"),
        ("老店主始终以热情周到的态度，招呼每一位街坊。", "老店主始终以热情周到的态度"),
        ("街道必将以更周到的服务，留住每一家小店。", "街道必将以更周到的服务"),
        ("小店作为街坊的客厅，不该消失。", "小店作为街坊的客厅"),
        ("谁留住了小店，谁就留住了记忆。", "谁留住了小店"),
        ("令人欣慰的是，小店又亮起了灯。", "令人欣慰的是 小店又亮起了灯"),
        ("面馆关门以后，街坊少了聚会的地方。", "面馆关门以后"),
        ("街坊把它当成客厅，把老板当成亲人。", "街坊把它当成客厅"),
        ("留住小店意味着在一条街上，留住几代人的来往。", "留住小店意味着在一条街上"),
        ("我们需要一个让店主安心，让街坊方便的办法。", "让街坊方便的办法"),
        ("如果租金年年上涨，老店主会离开这条街。", "老店主会离开这条街"),
        ("近年来，一些面馆关门歇业。", "一些面馆关门歇业"),
        ("让街边小店留在城市里，给街坊一个好去处。", "让街边小店留在城市里 给街坊一个好去处"),
        ("我们要坚定信心，共同努力。", "我们要坚定信心 共同努力"),
    ],
)
def test_a_line_never_leans_on_what_stands_beside_it(sentence, line):
    document = Document(article(sentence, title=TITLE))
    made = {run.text: run for run in Clauses(document.wordings[0]).runs(20)}
    assert line in made, sorted(made)
    run = made[line]
    assert not run.clauses.opens(run.first, "") or leans(run, TITLE) or known(line, TITLE)


def test_a_mark_between_clauses_becomes_a_space_and_spans_leave_it_out():
    text = "守住每一条老街，才能留住几代人的记忆。"
    assert "守住每一条老街 才能留住几代人的记忆" in lines_of(text)
    made = headline(article(text, title=TITLE), engine="opinion")
    assert made.text == "守住每一条老街 才能留住几代人的记忆"
    assert "".join(text[start:end] for start, end in made.spans) == "守住每一条老街才能留住几代人的记忆"
    assert made.complete


def test_a_line_adds_to_the_title():
    assert lines_of("让街边的小店留在城市里。") == set()
    assert lines_of("让街边小店留在城市里。", title="街角的灯") == {"让街边小店留在城市里"}


def test_where_there_is_no_line_the_beginning_is_told_as_such():
    text = "他们在那里。其中，有的说好，有的说不好，还有的什么都没有说，只是看着远处的河水慢慢流过。"
    made = summarize(article(text, title=TITLE), engine="opinion")
    assert not made.headline.complete
    assert made.to_dict()["headline"]["complete"] is False
    assert text.replace(" ", "").find(made.headline.text) >= 0


def test_a_report_in_numbered_parts_is_told_by_their_headings():
    headings = ["一、修好每一条街。", "（一）先修学校门前", "二、留住每一家店", "三、记下每一个人"]
    body = "全区今年修路12公里，新增车位300个。"
    text = "\n".join(part for heading in headings for part in (heading, body))
    paragraphs, at = [], 0
    for part in text.split("\n"):
        kind = "heading" if part in headings else "body"
        paragraphs.append(Paragraph(part, (Span(at, at + len(part)),), kind))
        at += len(part) + 1
    piece = Piece(1, "城建工作总结", tuple(paragraphs))
    made = headline(piece, engine="news", chars=18)
    assert made.text == "修好每一条街 留住每一家店"
    assert "".join(text[start:end] for start, end in made.spans) == made.text.replace(" ", "")
    two = Piece(1, "城建工作总结", tuple(paragraphs[:4]))
    assert headline(two, engine="news", chars=18).text != made.text


def test_an_empty_piece_has_an_empty_summary():
    made = summarize("")
    assert (made.headline.text, made.headline.complete, made.paragraph.text) == ("", False, "")


def test_quotation_marks_and_numbers_are_not_cut():
    found = list(
        Clauses(Document(article("报告说，“小店关了，街就冷了”，全年关门1,256家。")).wordings[0]).runs(30)
    )
    assert found
    for run in found:
        assert run.text.count("“") == run.text.count("”")
        assert not run.text.startswith("256")
