"""The report on a terminal, whole and in parts: what is shown, what is left out, and that it says so."""

import io
from dataclasses import replace

import pytest
from rich.console import Console

import compare
from oped.reports import terminal
from oped.reports.context import in_context
from oped.reports.markdown import MOST_MATCHES, MOST_SHARED, _dateline, markdown
from oped.reports.report import Report
from oped.words import Labels
from seeds import seed_page
from seeds.page import Span

EN = Labels("en")


def shown(renderable, width=100):
    plain = io.StringIO()
    Console(file=plain, width=width, no_color=True).print(renderable)
    return plain.getvalue()


def test_a_pair_shows_both_wordings_without_its_page(small_report):
    pair = small_report.comparison.pair(1, 2)
    text = shown(pair)
    lines = [line.strip() for line in text.splitlines()]
    assert "1 治水要有耐心,更要有恒心" in lines
    assert "2 治果要有耐心,也要有恒心" in lines
    assert "1 河边的耐心" in lines
    assert f"{EN('terms')}  耐心  群众" in lines
    assert "越是…,越要…" in text


def test_a_comparison_shows_its_strongest_pair_first(small_report):
    turned = replace(small_report.comparison, pairs=small_report.comparison.pairs[::-1])
    lines = [line.strip() for line in shown(turned).splitlines()]
    # The legend, then the strongest pair, the next, and the one without wording in common last.
    numbers = [line[0] for line in lines if line[:3] in ("1 河", "2 果", "3 书") and "·" not in line]
    assert numbers == list("123121323")
    assert EN("nothing_shared") in lines[-2:]


def test_wording_at_several_places_is_counted_once(small_report):
    pair = small_report.comparison.pair(1, 3)
    twice = replace(pair, matches=pair.matches * 3)
    assert "×3" in shown(twice)
    assert "×" not in shown(pair)


def test_what_is_more_than_can_be_shown_is_counted(small_report):
    match = small_report.comparison.pair(1, 3).matches[0]
    many = tuple(
        replace(match, left=replace(match.left, text=f"第{n}处"), right=replace(match.right, text=f"第{n}处"))
        for n in range(40)
    )
    pairs = tuple(replace(pair, matches=many) for pair in small_report.comparison)
    report = replace(small_report, comparison=replace(small_report.comparison, pairs=pairs))
    for text, matches, phrases in (
        (shown(terminal.report(report, EN)), terminal.MOST_MATCHES, terminal.MOST_SHARED),
        (markdown(report, EN), MOST_MATCHES, MOST_SHARED),
    ):
        assert text.count(EN("more", n=40 - matches)) == 3
        assert text.count(EN("more", n=40 - phrases)) == 1


def test_a_report_without_profiles_or_shared_wording_says_so(small_report):
    pairs = tuple(replace(pair, matches=(), themes=()) for pair in small_report.comparison)
    bare = Report(
        small_report.pages, small_report.summaries, replace(small_report.comparison, pairs=pairs), ()
    )
    text = shown(terminal.report(bare, EN))
    assert EN("nothing_shared") in text
    assert EN("terms") not in text
    assert "##" in markdown(bare, EN)
    full = shown(terminal.report(small_report, EN))
    assert len(full.splitlines()) > len(text.splitlines())


def test_pages_beyond_the_third_are_counted(small_report):
    many = replace(
        small_report, pages=tuple(replace(small_report.pages[0], name=f"p{n}", pieces=()) for n in range(5))
    )
    for text in (shown(terminal._masthead(many, EN)), _dateline(many, EN)):
        assert "p2" in text
        assert "p3" not in text
        assert EN("pages", n=5) in text


def test_one_piece_has_nothing_to_compare_with(builder, make):
    page = builder("one.txt")
    page.piece("独此一篇", "河边的人记着账,一天一笔。")
    report = make.report(page.build())
    assert EN("one_piece") in shown(terminal.report(report, EN))
    assert EN("one_piece") in markdown(report, EN)


def test_quotations_that_are_not_on_the_page_have_no_context(small_report):
    piece = small_report.pieces[0]
    assert in_context(piece, (Span(10_000, 10_010),), 10) is None
    pair = small_report.comparison.pair(1, 3)
    lost = replace(pair.matches[0], left=replace(pair.matches[0].left, spans=(Span(10_000, 10_004),)))
    pairs = tuple(replace(p, matches=(lost,)) if p is pair else p for p in small_report.comparison)
    report = replace(small_report, comparison=replace(small_report.comparison, pairs=pairs))
    assert "要有耐心" in shown(terminal.report(report, EN))


def test_marks_that_touch_are_one(small_report):
    piece = small_report.pieces[0]
    start = piece.paragraphs[1].spans[0].start
    context = in_context(piece, (Span(start, start + 3), Span(start + 3, start + 6)), 2)
    assert context is not None
    assert context.marks == ((0, 6),)
    assert not context.open_left
    assert context.open_right


@pytest.mark.parametrize("width", [40, 120])
def test_results_print_and_display_themselves(width):
    comparison = compare.compare_all(seed_page().pieces[2:4])
    text = shown(comparison, width)
    assert "永远保持自我革命的勇气" in text.replace("\n", "")
    html = comparison._repr_html_()
    assert "<table>" in html
    assert "永远保持自我革命的勇气" in html
    assert "永远保持自我革命的勇气" in comparison.pair(1, 2)._repr_html_()


def test_who_had_it_first_needs_two_dates(small_report):
    pair = small_report.comparison.pair(1, 2)
    old, new = replace(pair.left, date="2020-01-01"), replace(pair.right, date="2021-01-01")
    assert replace(pair, left=old, right=new).first == old
    assert replace(pair, left=replace(old, date="2022"), right=new).first == new
    for left, right in ((pair.left, new), (old, pair.right), (old, replace(new, date=old.date))):
        assert replace(pair, left=left, right=right).first is None
    assert EN("first", n=1, date="2020-01-01") in shown(replace(pair, left=old, right=new), 200)


def test_a_match_with_more_bits_stands_for_its_wording(small_report):
    pairs = []
    for pair, bits in zip(small_report.comparison, (30.0, 55.0, 40.0), strict=True):
        match = replace(small_report.comparison.pair(1, 3).matches[0], bits=bits)
        pairs.append(replace(pair, matches=(match,)))
    report = replace(small_report, comparison=replace(small_report.comparison, pairs=tuple(pairs)))
    (phrase,) = report.shared_phrases()
    assert (phrase.ids, phrase.match.bits) == ((1, 2, 3), 55.0)
