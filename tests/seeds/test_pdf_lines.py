"""Lines and paragraphs of PDF pages as programs draw them: marks, type set twice, quotations, watermarks."""

from __future__ import annotations

from collections.abc import Iterator

from seeds.files.pdflines import Glyph, items_of, lines_of

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
