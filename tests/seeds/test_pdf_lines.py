"""Lines and paragraphs of PDF pages as programs draw them: marks, type set twice, quotations, watermarks."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from seeds.files.outline import articles_of
from seeds.files.pdf import items_on
from seeds.files.pdflines import Glyph, items_of, lines_of
from seeds.metadata.issues import journal_head

SIZE = 10.0


def line(text: str, top: float, left: float = 60.0, size: float = SIZE) -> Iterator[Glyph]:
    for at, sign in enumerate(text):
        x = left + at * size
        if sign == "。":
            # Some founts give a mark the box of its dot.
            yield Glyph(sign, x + 1, top - size, x + 3.5, top - size + 2.5)
        else:
            yield Glyph(sign, x, top - size, x + size, top)


def page(*lines: tuple) -> list[Glyph]:
    return [glyph for parts in lines for glyph in line(*parts)]


def paragraphs(*pages: list[Glyph]) -> list[str]:
    return [item.text for item in items_of([lines_of(glyphs) for glyphs in pages]) if item.mark != "aside"]


FULL, SHORT = "修路如此别的事也一样账目贴在墙上。进度报到群里", "大家心里有数。"


def test_a_mark_that_is_no_higher_than_its_dot_stays_in_its_line():
    assert paragraphs(page((FULL, 700), (SHORT, 685), (FULL, 670))) == [FULL + SHORT, FULL]


def test_type_that_is_set_twice_to_look_bold_is_read_once():
    twice = [Glyph(g.sign, g.left + 0.4, g.bottom, g.right + 0.4, g.top) for g in line("修一条路路", 700)]
    assert [found.text for found in lines_of([*line("修一条路路", 700), *twice])] == ["修一条路路"]


def test_paragraphs_set_apart_by_space_and_narrow_quotations_are_kept_whole():
    narrow = [(FULL[:19], top, 80) for top in (640, 625, 610, 595)]
    found = paragraphs(page((FULL, 700), (FULL, 685), *narrow, (FULL, 565), (FULL, 550)))
    assert found == [FULL * 2, FULL[:19] * 4, FULL * 2]


def test_what_stands_on_many_pages_is_no_text():
    pages = [
        page((FULL, 700), ("本书由江城书屋整理", 600), (f"{'第一二三四五六'[n]}页。", 585)) for n in range(6)
    ]
    assert not any("江城书屋" in text for text in paragraphs(*pages))


def test_large_figures_of_a_table_are_no_titles():
    items = items_of(
        [lines_of(page(("修一条路", 760, 60, 20), (FULL, 700), ("M1", 660, 60, 20), (FULL, 620)))]
    )
    assert [item.level for item in items] == [1, 0, 0, 0]


def test_a_sentence_that_one_line_could_not_hold_goes_on_where_the_next_begins():
    cut = FULL[:18] + "，账目" if len(FULL) > 20 else FULL
    found = paragraphs(
        page((FULL, 700, 80), (FULL, 685), (cut, 655, 80), (SHORT, 640), (FULL[:12], 610, 80), (FULL, 595))
    )
    assert found == [FULL * 2, cut + SHORT, FULL[:12], FULL]


def spaced(text: str, top: float, left: float = 60.0, size: float = SIZE) -> list[Glyph]:
    """A line whose spaces are drawn as narrow as programs set them."""
    drawn, x = [], left
    for sign in text:
        width = 0.3 * size if sign == " " else size
        drawn.append(Glyph(sign, x, top - size, x + width, top))
        x += width
    return drawn


def read(*pages: list[Glyph]):
    return articles_of(items_of([lines_of(glyphs) for glyphs in pages]))


TITLE = "修一条路先问走路的人"
BODY = [(FULL, 700), (FULL, 685), (SHORT, 670)]


def test_spaces_that_were_written_stand_between_facts_and_not_in_text():
    assert [x.text for x in lines_of(spaced("2024-03-01 江城日报 周明", 700))] == ["2024-03-01 江城日报 周明"]
    text = "修路之前，先问 走路的人"
    assert [x.text for x in lines_of(spaced(text, 700))] == [text.replace(" ", "")]
    wide = " ".join("书屋亮了灯")
    assert [x.text for x in lines_of(spaced(wide, 700))] == ["书屋亮了灯"]


@pytest.mark.parametrize(("left", "width"), [(40, 30), (20, 40)])
def test_a_running_head_that_is_wider_than_the_text_indents_nothing(left, width):
    head = ("江城日报" + "评" * (width - 4), 780, left, 8)
    ends = SHORT, "干起来有劲。"
    pages = [page(head, (FULL, 700), (FULL, 685), (FULL, 670), (end, 655)) for end in ends]
    assert paragraphs(*pages) == [FULL * 3 + end for end in ends]


@pytest.mark.parametrize("day", ["2025/6/1上午9:14", "2025-06-01 18:30"])
def test_the_day_when_a_page_of_the_web_was_printed_is_not_that_of_its_article(day):
    head, foot = (f"{day}　{TITLE}-江城网", 800, 60, 8), ("https://a.example.cn/1.html　1/2", 20, 60, 8)
    facts = ("2024-03-01　江城日报　周明", 740, 120, 9)
    first = page(head, (TITLE, 770, 120, 20), facts, *BODY, foot)
    (article,) = read(first, page(head, *BODY, foot))
    assert (article.fields.date, article.fields.source) == ("2024-03-01", "江城日报")
    (article,) = read(page(head, (TITLE, 770, 120, 20), *BODY, foot), page(head, *BODY, foot))
    assert article.fields.date is None


@pytest.mark.parametrize("mark", ["1　", "①", "作者简介："])
def test_notes_at_the_foot_of_a_page_are_no_text(mark):
    notes = [(f"{mark}周明《修一条路》第三页", 60, 60, 7), ("江城书屋印行", 50, 60, 7)]
    lines = [(FULL, 700), (FULL, 685), (FULL, 670), (FULL, 655), *notes]
    assert paragraphs(page(*lines), page((SHORT, 700))) == [FULL * 4 + SHORT]


@pytest.mark.parametrize("text", ["3　个月里开了会", "院坝会开了三次"])
def test_small_type_that_is_most_of_a_page_or_has_no_number_is_text(text):
    small = [(text, 80 - 10 * n, 60, 7) for n in range(3)]
    assert text in "".join(paragraphs(page((FULL, 700), (FULL, 685), *small)))


@pytest.mark.parametrize(
    ("head", "source", "date"),
    [
        ("2024年第3期　江城论坛　·时评·", "江城论坛", None),
        ("2024年3月 第3期（总第120期）　理论与河湾　■ 一家之言", "理论与河湾", "2024-03"),
        ("河湾谈　2024年3月1日　第9版　观点", "河湾谈", "2024-03-01"),
    ],
)
def test_a_journal_and_its_issue_stand_above_the_title(head, source, date):
    names = spaced("周明 李静", 750, 120, 12)
    place = ("（江城社会科学院，武汉 430077）", 735, 120, 9)
    (article,) = read([*page((head, 800, 60, 9), (TITLE, 775, 120, 20), place, *BODY), *names])
    fields = article.fields
    assert (fields.source, fields.date, fields.authors) == (source, date, ("周明", "李静"))
    assert [block.text for block in article.blocks if block.role == "body"] == [FULL * 2 + SHORT]


@pytest.mark.parametrize("text", ["周明 2024年3月1日 第9版 评论", "2024年第3期的江城论坛，说了三件事。"])
def test_a_name_or_a_sentence_is_no_head_of_a_journal(text):
    told = journal_head(text)
    assert told is None


@pytest.mark.parametrize("moment", ["2025/6/1 18:30", "6/1/2025, 6:30 PM"])
def test_a_web_page_printed_on_one_leaf_tells_when_at_its_edge(moment):
    head, foot = (f"{moment}　{TITLE}-江城网", 800, 60, 8), ("https://a.example.cn/1.html　1/1", 20, 60, 8)
    (article,) = read(page(head, (TITLE, 770, 120, 20), ("江城日报　周明", 740, 120, 9), *BODY, foot))
    assert (article.fields.date, article.fields.source, article.fields.authors) == (
        None,
        "江城日报",
        ("周明",),
    )


@pytest.mark.parametrize("names", ["周明1，李静2", "周明①　李静②"])
def test_numbers_of_notes_behind_names_and_where_they_work(names):
    place = ("（1.江城大学经济学院，湖北武汉430000；2.江城市委党校，湖北武汉430001）", 735, 60, 8)
    (article,) = read(page((TITLE, 775, 120, 20), (names, 750, 120, 12), place, *BODY))
    assert article.fields.authors == ("周明", "李静")
    assert [block.text for block in article.blocks if block.role == "body"] == [FULL * 2 + SHORT]


def test_a_leaf_of_repeated_lines_takes_linear_time():
    def spent(size: int) -> float:
        lines = [line("书屋亮了", 80_000 - 15 * n) for n in range(size)]
        pages = [lines_of([glyph for one in lines for glyph in one])] * 2
        start = time.process_time()
        items_of(pages)
        return time.process_time() - start

    few, many = (min(spent(size), spent(size)) for size in (500, 2000))
    assert many < 12 * max(few, 0.05)


@pytest.mark.parametrize("mark", ["。", "，"])
def test_a_mark_that_hangs_into_the_gutter_joins_no_columns(mark):
    left = [line(FULL[:20], 700 - 15 * n) for n in range(4)]
    right = [line(FULL[:12], 700 - 15 * n, 285) for n in range(4)]
    hung = [*line(FULL[:20], 640), Glyph(mark, 260, 630, 270, 640), *line(FULL[:12], 640, 285)]
    found = [x.text for x in lines_of([g for row in (*left, *right) for g in row] + hung)]
    assert found == [FULL[:20]] * 4 + [FULL[:20] + mark] + [FULL[:12]] * 5


def titled(title: str) -> list[Glyph]:
    return page((title, 760, 60, 20), (FULL[:22], 700, 80), (FULL, 685), (title[:4] + SHORT, 670))


@pytest.mark.parametrize("cover", [("江城拾零", "周明", "二〇二四年自印"), ("江城评论选",)])
def test_a_cover_is_no_article(cover):
    first = page(*((text, 600 - 60 * at, 60, 30 - 9 * at) for at, text in enumerate(cover)))
    pages = [lines_of(x) for x in (first, titled("修一条路先问问"), titled("雨停之后去看河"))]
    assert [item.level for item in items_on(pages)] == [0] * len(cover) + [1, 0, 1, 0]


@pytest.mark.parametrize("below", [page((FULL, 700, 80), (SHORT, 685)), page((FULL, 700), (SHORT, 685))])
def test_a_title_on_a_page_of_its_own_stays_one(below):
    first = page(("修一条路先问问", 700, 60, 30), ("周明", 600))
    assert [item.level for item in items_on([lines_of(first), lines_of(below)])] == [1, 0, 0]
