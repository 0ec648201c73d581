"""The report on a terminal: at a glance, in full and by pairs; what is left out is said."""

import io
import re
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console

import compare
from oped.reports.forms.terminal import plain
from oped.reports.report import Report
from oped.reports.runs import in_context
from oped.reports.views import full, glance
from oped.words import LANGUAGES, Labels
from seeds import seed_page
from seeds.page import Span

EN = Labels("en")


@pytest.fixture(scope="module")
def seed_report():
    from oped.reports import make_report

    return make_report([seed_page()])


def shown(renderable, width=100):
    written = io.StringIO()
    Console(file=written, width=width, no_color=True).print(renderable)
    return written.getvalue()


def glanced(report, width=80, label=EN):
    return plain(glance.glance(report, label), width)


def whole(report, width=80, label=EN):
    return plain(full.full(report, label), width)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [80, 120])
def test_a_glance_fits_a_screen_and_names_every_piece(seed_report, language, width):
    text = glanced(seed_report, width, Labels(language))
    assert len(text.splitlines()) <= 30
    for piece in seed_report.pieces:
        assert piece.title[:12] in text
    assert "获得感" in text


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_is_wider_than_the_terminal(seed_report, width, language):
    label = Labels(language)
    pair = full.one_pair(seed_report, seed_report.comparison.pair(2, 3), label)
    for text in (glanced(seed_report, width, label), whole(seed_report, width, label), plain(pair, width)):
        assert max(map(cell_len, text.splitlines())) <= width


def test_chinese_holds_no_english_but_names(seed_report):
    label = Labels("zh")
    text = glanced(seed_report, 100, label) + whole(seed_report, 100, label)
    words = set(re.findall("[A-Za-z]{2,}", text)) - set(re.findall("[A-Za-z]{2,}", seed_report.pages[0].text))
    assert words <= {"lvliang", "txt", "full", "pair", "piece", "pieces", "oped", "glossary", "check"}


@pytest.mark.parametrize("text", [glanced, whole])
def test_no_figure_without_a_scale(seed_report, text):
    assert "bits" not in text(seed_report)
    assert not re.search(r"\b0\.\d", text(seed_report))


def test_many_pieces_get_a_line_each_and_what_is_left_out_is_counted(builder, make):
    page = builder("many.txt")
    for number in range(30):
        page.piece(f"第{number}篇谈水", "治水要有耐心,更要有恒心。" * 3)
    report = make.report(page.build())
    text = glanced(report, 100)
    assert len(text.splitlines()) <= 30
    left = int(re.search(r"(\d+) more pieces: --full", text)[1])
    assert 0 < left == 30 - len(re.findall("谈水", text))
    assert text.count("王甲") == 30 - left, "every line has its byline at 100 columns"
    assert "王甲" not in glanced(report), "at 80 title and line need the room"


def test_a_text_printed_twice_is_told_first(small_report):
    pairs = tuple(
        replace(pair, scores={"theme": 0.5, "reuse": 0.8, "reuse_left": 0.92, "reuse_right": 0.7})
        if (pair.left.id, pair.right.id) == (1, 3)
        else pair
        for pair in small_report.comparison
    )
    report = replace(small_report, comparison=replace(small_report.comparison, pairs=pairs))
    assert EN("reprint", a=1, b=3, n=92) in glanced(report).splitlines()[1]
    assert EN("reprint", a=1, b=3, n=92) in whole(report)


def test_new_scores_are_told_when_there(small_report):
    scores = {
        "theme": 0.3,
        "reuse": 0.2,
        "reuse_left": 0.25,
        "reuse_right": 0.15,
        "borrowed": 0.15,
        "stock": 0.05,
    }
    scores |= {"theme_percentile": 96.4, "reuse_percentile": 99.8}
    pair = replace(small_report.comparison.pair(1, 2), scores=scores)
    text = shown(pair, 300)
    assert EN("both_ranks", theme=96, reuse=99) in text
    assert EN("reuse_share", a=1, left=25, b=2, right=15) in text
    assert EN("reuse_parts", borrowed=15, stock=5) in text


def test_a_matrix_too_wide_keeps_the_strongest_and_says_so(builder, make):
    page = builder("many.txt")
    for number in range(24):
        page.piece(f"第{number}篇", "治水要有耐心。")
    report = make.report(page.build())
    wide, narrow = whole(report, 140), whole(report, 60)
    assert "pieces shown" not in wide
    assert re.search(r"\d+ of 24 pieces shown", " ".join(narrow.split()))


def test_of_many_pieces_only_pairs_that_share_wording_are_shown_and_the_rest_is_counted(builder, make):
    page = builder("many.txt")
    for number in range(12):
        page.piece(f"第{number}篇", f"第{number}篇说治水要有耐心,也要有恒心,别的不说。")
    one, two, three, four = page.pieces[:4]
    matches = {
        (1, 2): [make.match(one, two, "治水要有耐心,也要有恒心")],
        (3, 4): [make.match(three, four, "治水要有耐心", class_="formula")],
    }
    text = whole(make.report(page.build(), matches=matches), 140)
    assert "1 第0篇" in text.split(EN("strongest"))[1]
    assert "3 第2篇" not in text.split(EN("strongest"))[1]
    assert EN("more_pairs", n=1) in text


def test_pieces_stand_by_date_where_dates_are_known(small_report):
    members = tuple(
        replace(member, date=date)
        for member, date in zip(
            small_report.comparison.pieces, ("2021-03-01", "2021-01-01", None), strict=True
        )
    )
    report = replace(small_report, comparison=replace(small_report.comparison, pieces=members))
    text = glanced(report)
    assert text.index("果园里的恒心") < text.index("河边的耐心") < text.index("书屋一盏灯")


def test_a_summary_without_a_line_shows_how_its_best_sentence_begins(small_report):
    summaries = (replace(small_report.summaries[0], headline=None), *small_report.summaries[1:])
    text = glanced(replace(small_report, summaries=summaries))
    assert f"▸ {small_report.summaries[0].paragraph.sentences[0].text[:20]}" in text


def test_one_pair_tells_the_lines_it_stands_on(small_report):
    text = plain(full.one_pair(small_report, small_report.comparison.pair(1, 2), EN), 80)
    line = (
        small_report.pages[0]
        .text[: small_report.comparison.pair(1, 2).matches[0].left.spans[0].start]
        .count("\n")
        + 1
    )
    assert EN("line", n=line) in text
    assert "李乙、赵丙" in text


def test_a_pair_shows_both_wordings_without_its_page(small_report):
    lines = [line.strip() for line in shown(small_report.comparison.pair(1, 2)).splitlines()]
    assert "治〔水｜果〕要有耐心,〔更｜也〕要有恒心" in lines
    assert "1 河边的耐心" in lines
    assert f"{EN('column_terms')}  耐心  群众" in lines
    assert any("越是…,越要…" in line for line in lines)


def test_wording_at_several_places_is_counted_once(small_report):
    pair = small_report.comparison.pair(1, 3)
    twice = replace(pair, matches=pair.matches * 3)
    assert EN("times", n=3) in shown(twice)
    assert "places" not in shown(pair)


def test_what_is_more_than_can_be_shown_is_counted(small_report):
    match = small_report.comparison.pair(1, 3).matches[0]
    many = tuple(
        replace(match, left=replace(match.left, text=f"第{n}处"), right=replace(match.right, text=f"第{n}处"))
        for n in range(40)
    )
    pairs = tuple(replace(pair, matches=many) for pair in small_report.comparison)
    report = replace(small_report, comparison=replace(small_report.comparison, pairs=pairs))
    assert EN("more_of_pair", n=40 - full.MOST_MATCHES, a=1, b=2) in whole(report)


def test_a_report_without_shared_wording_says_so(small_report):
    pairs = tuple(replace(pair, matches=(), themes=()) for pair in small_report.comparison)
    bare = Report(
        small_report.pages, small_report.summaries, replace(small_report.comparison, pairs=pairs), ()
    )
    assert EN("nothing_shared") in whole(bare)
    assert EN("no_set_phrases") in glanced(bare)
    assert EN("column_terms") not in whole(bare)


def test_pages_beyond_the_third_are_counted(small_report):
    many = replace(
        small_report, pages=tuple(replace(small_report.pages[0], name=f"p{n}", pieces=()) for n in range(5))
    )
    text = glance.masthead(many, EN)
    assert "p2" in text
    assert "p3" not in text
    assert EN("pages", n=5) in text


def test_one_piece_has_nothing_to_compare_with(builder, make):
    page = builder("one.txt")
    page.piece("独此一篇", "河边的人记着账,一天一笔。")
    report = make.report(page.build())
    assert EN("one_piece") in whole(report)
    assert EN("one_piece") in glanced(report)


def test_quotations_that_are_not_on_the_page_have_no_context(small_report):
    piece = small_report.pieces[0]
    assert in_context(piece, (Span(10_000, 10_010),), 10) is None
    pair = small_report.comparison.pair(1, 3)
    lost = replace(pair.matches[0], left=replace(pair.matches[0].left, spans=(Span(10_000, 10_004),)))
    pairs = tuple(replace(p, matches=(lost,)) if p is pair else p for p in small_report.comparison)
    report = replace(small_report, comparison=replace(small_report.comparison, pairs=pairs))
    assert "要有耐心" in whole(report)


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
    assert "<table" in html
    assert "永远保持自我革命的勇气" in html
    assert "永远保持自我革命的勇气" in comparison.pair(1, 2)._repr_html_()
    assert len(repr(comparison)) < 80
    assert len(repr(comparison.pair(1, 2))) < 80


def test_a_page_shows_its_pieces_what_is_outside_and_the_decisions():
    text = shown(seed_page())
    assert "群众“金点子”是发展“金钥匙”" in text
    assert "王涵、黄静" in text
    assert "photo credit  杜小燕 摄" in text
    assert "(lines 17, 31, 41, " in text


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
