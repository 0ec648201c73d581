"""Comparing any texts: matches are on the page, sides do not matter, twice is the same, only our errors."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import seeds
from compare import compare, compare_all
from compare.corpus import Article, concordance, corpus_phrases, reprints, set_phrases
from compare.mining import timeline
from compare.reference import corpus as rarity
from compare.reference.build import build_reference
from compare.results import Comparison
from compare.reuse import fold as folding
from compare.rhetoric import rhetoric
from compare.themes import candidates, names, overlap, profile, theme_map, themes
from compare.themes.profile import TermProfile
from oped.reports import make_report
from oped.reports.forms import markdown, terminal, web
from oped.reports.forms.csv import FORMULA_STARTS, cell, csv
from oped.reports.html import html
from oped.reports.views import full, glance
from oped.words import Labels
from seeds.errors import InputError, OpedError, UsageError
from seeds.language.tokens import default_tokenizer

from .strategies import a_tenth, covers, explained, lines, not_blank, printed_pages, texts
from .test_seeds_properties import UNSAFE, show
from .test_summarize_properties import stands

BACKGROUND = rarity.load_reference()
ANYTHING = texts(16)
"""Shorter than for reading: what is compared passes through everything there is."""


@st.composite
def related(draw: st.DrawFn) -> tuple[str, str]:
    """Two texts that share a passage, each with something of its own around it."""
    shared = draw(texts(6, 2))
    ends = [draw(texts(4)) for _ in range(4)]
    return f"{ends[0]}{shared}{ends[1]}", f"{ends[2]}{shared}{ends[3]}"


def check(found: Comparison, pages: tuple[str, ...]) -> None:
    """What holds of every comparison: scores in bounds, quotations where they say."""
    for pair in found:
        for name, value in pair.scores.items():
            assert 0 <= value <= (100 if name.endswith("percentile") else 1)
        assert pair.percentile is None or 0 <= pair.percentile <= 100
        for match in pair.matches:
            for side, member in ((match.left, pair.left), (match.right, pair.right)):
                assert stands(side.spans, side.text, pages[member.id - 1])
            assert match.bits > 0
            assert 0 <= match.expect < math.inf
            for difference in match.differences:
                assert 0 <= difference.left[0] <= difference.left[1] <= len(match.left.text)
                assert 0 <= difference.right[0] <= difference.right[1] <= len(match.right.text)
    json.dumps(found.to_dict(), allow_nan=False)


@covers("compare.compare", "compare.compare_all")
@given(related())
def test_two_texts_compare_the_same_from_either_side(pair: tuple[str, str]) -> None:
    left, right = pair
    found = compare_all([left, right])
    check(found, pair)
    turned = compare_all([right, left])
    check(turned, (right, left))
    assert turned.pairs[0].scores["theme"] == pytest.approx(found.pairs[0].scores["theme"], abs=1e-9)


@covers("compare.compare")
@given(ANYTHING)
def test_a_text_compares_with_itself_the_same_twice(text: str) -> None:
    assert compare(text, text) == compare(text, text)


def test_reuse_of_texts_that_repeat_themselves_has_no_sides() -> None:
    left, right = "门开了才算数" * 2, "门开了才算数" * 3
    scores = [compare(left, right).scores["reuse"], compare(right, left).scores["reuse"]]
    assert scores[0] == pytest.approx(scores[1], abs=1e-9)


@covers("compare.compare")
@given(texts(4), st.floats() | st.integers(-2, 2))
def test_a_threshold_makes_sense_or_is_refused(text: str, expect: float) -> None:
    try:
        compare(text, text, expect=expect)
    except UsageError as error:
        explained(error)
        assert not 0 < expect < math.inf
    else:
        assert 0 < expect < math.inf


@covers("compare.corpus.find_reuse")
@a_tenth()
@given(st.lists(related(), max_size=2), texts(2))
def test_rows_of_a_corpus_are_on_the_page(pairs: list[tuple[str, str]], name: str) -> None:
    from compare.corpus import find_reuse

    docs = [(f"{name}{number}", text) for number, text in enumerate(sum(pairs, ()))]
    held = dict(docs)
    found = list(find_reuse(docs))
    for row in found:
        assert 0 <= row.sa < row.ea <= len(held[row.a])
        assert 0 <= row.sb < row.eb <= len(held[row.b])
        if row.kind == "verbatim":
            left, right = (
                folding.fold(held[row.a][row.sa : row.ea]),
                folding.fold(held[row.b][row.sb : row.eb]),
            )
            assert [c for c in left.tolist() if c > 1] == [c for c in right.tolist() if c > 1]
    assert found == list(find_reuse(docs))


@covers("compare.corpus.reprints")
@a_tenth()
@given(st.lists(related(), max_size=3), st.lists(st.sampled_from(["", "2024-05-17", "2024-05"]), min_size=6))
def test_an_article_is_in_one_cluster_of_reprints_at_most(
    pairs: list[tuple[str, str]], dates: list[str]
) -> None:
    texts_ = sum(pairs, ())
    articles = [
        Article(str(number), text, date)
        for number, (text, date) in enumerate(zip(texts_, dates, strict=False))
    ]
    found = reprints(articles)
    ids = [copy.id for cluster in found for copy in cluster.articles]
    assert len(ids) == len(set(ids))
    assert set(ids) <= {article.id for article in articles}
    for cluster in found:
        assert len(cluster.articles) > 1
        assert cluster.first is None or cluster.first in {copy.id for copy in cluster.articles}
        assert all(copy.kept is None or 0 <= copy.kept <= 1 for copy in cluster.articles)


@covers("compare.rhetoric.rhetoric")
@given(not_blank())
def test_devices_stand_where_they_say(text: str) -> None:
    found = rhetoric(text)
    assert found == rhetoric(text)
    for device in found.devices:
        assert stands(device.spans, device.text, text)
        assert all(stands(part.spans, part.text, text) for part in device.parts)
    json.dumps(found.to_dict(), allow_nan=False)


@covers("compare.rhetoric.rhetoric", "compare.themes.themes")
@given(texts(3))
def test_even_a_text_of_nothing_has_a_profile(text: str) -> None:
    assert not rhetoric(text).devices or text.strip()
    assert themes(text) == themes(text)


@covers("compare.mining.diachrony")
@given(
    st.lists(st.tuples(st.sampled_from(["2021-11-24", "2021-11", "2021"]) | texts(2), ANYTHING), max_size=5),
    st.none() | st.lists(texts(2), max_size=2),
)
def test_a_timeline_counts_or_says_what_is_wrong(
    articles: list[tuple[str, str]], formulas: list[str] | None
) -> None:
    try:
        found = timeline(articles, formulas, least=1)
    except (InputError, UsageError) as error:
        explained(error)
        return
    assert sum(found.articles) == sum(bool(day) for day, _ in articles)
    assert all(sum(usage.counts) >= usage.articles for usage in found.usages)
    json.dumps(found.to_dict(), allow_nan=False)
    assert not UNSAFE & set(show(found))


@covers("compare.themes.themes", "compare.themes.names", "compare.themes.profile")
@covers("compare.themes.overlap", "compare.overlap")
@given(ANYTHING, ANYTHING)
def test_terms_are_of_the_text(left: str, right: str) -> None:
    low = "".join(left.lower().split())
    for term in (*themes(left), *names(left)):
        assert term.term.strip()
        assert len(term.term) <= len(low) + term.term.count(" ")
    read = profile(left)
    assert isinstance(read, TermProfile)
    found, turned = overlap(read, right), overlap(right, read)
    assert 0 <= found.score <= 1 + 1e-9
    assert found.score == pytest.approx(turned.score, abs=1e-9)
    assert [theme.term for theme in found.terms] == [theme.term for theme in turned.terms]
    json.dumps(found.to_dict(), allow_nan=False)


@covers("compare.themes.theme_map", "compare.theme_map")
@given(st.lists(ANYTHING, max_size=5))
def test_every_piece_is_in_one_group(found: list[str]) -> None:
    whole = theme_map(found)
    assert sorted(member for group in whole.groups for member in group.members) == list(range(len(found)))
    json.dumps(whole.to_dict(), allow_nan=False)
    assert not UNSAFE & set(show(whole))


@covers(
    "compare.themes.candidates.wordlike", "compare.themes.candidates.kind_of", "compare.themes.candidates.words",
    "compare.themes.candidates.joined", "compare.themes.candidates.inner_terms", "compare.themes.candidates.phrases",
)  # fmt: skip
@given(ANYTHING)
def test_candidates_are_words_of_the_text(text: str) -> None:
    tagged = default_tokenizer().tag(text)
    assume(tagged)
    low = [(word.lower(), tag) for word, tag in tagged]
    for word, tag in candidates.words(tagged):
        assert (word, tag) in low
        assert tag not in candidates.FUNCTION
        assert candidates.wordlike(word) or candidates.kind_of(word, tag) == "wording"
    for parts, count in candidates.phrases(tagged, lambda word: True).items():
        assert count > 0
        assert len(candidates.joined(parts)) >= sum(map(len, parts))
        assert all(inner in candidates.joined(parts) for inner in candidates.inner_terms(parts))


@covers("compare.corpus.corpus_phrases", "compare.corpus.set_phrases")
@given(st.lists(st.tuples(texts(8), texts(8)), min_size=3, max_size=5), texts(6, 2))
def test_phrases_of_any_corpus_stand_where_they_say(around: list[tuple[str, str]], shared: str) -> None:
    named = {str(number): shared.join(ends) for number, ends in enumerate(around)}
    phrases = list(corpus_phrases(named.items(), least_length=1))
    kinds = ("formula", "name", "term", "wording", "fragment")
    found = [*phrases, *set_phrases(named.items(), kinds=kinds)]
    assume(found)
    for phrase in found:
        assert named[phrase.article][phrase.start : phrase.end] == phrase.text
    for phrase in phrases:
        assert 2 <= phrase.df <= min(phrase.times, len(named))
        assert phrase.length == len(folding.folded(phrase.text))


@covers("compare.corpus.concordance")
@given(ANYTHING, ANYTHING, st.integers(0, 40), st.integers(1, 9))
def test_a_concordance_quotes_what_stands_there(text: str, other: str, start: int, size: int) -> None:
    words = text[start : start + size] or other[:9]
    articles = [Article("one", text, "2021-05-01"), Article("two", other, "2022-05-01")]
    try:
        lines = list(concordance(articles, words))
    except UsageError as error:
        explained(error)
        assert not folding.folded(words)
        return
    for line in lines:
        whole = text if line.article == "one" else other
        assert whole[line.start : line.end] == line.text
        assert folding.folded(line.text) == folding.folded(words)
    holders = len({line.article for line in lines})
    if words.strip():
        dated = [(article.date, article.content) for article in articles]
        assert [usage.articles for usage in timeline(dated, [words]).usages] == [holders] * bool(holders)


@given(ANYTHING)
def test_what_is_folded_for_matching_is_folded_once(text: str) -> None:
    signs = folding.folded(text)
    assert len(signs) == int((folding.fold(text) != 0).sum())
    assert folding.folded(signs) == signs


@given(st.lists(ANYTHING, max_size=3))
def test_a_background_of_any_corpus_counts_it(docs: list[str]) -> None:
    for text in docs:
        assert len(folding.fold(text)) == len(text)
    try:
        own = build_reference(docs)
    except OpedError as error:
        explained(error)
        assert not any(folding.fold(text).any() for text in docs)
        return
    assert own.items == sum(bool(folding.fold(text).any()) for text in docs)
    for text in docs:
        bits = own.bits(folding.fold(text))
        assert ((bits >= 0) & (bits <= rarity.MOST_BITS + 0.01)).all()
        assert 0 <= own.items_with(text) <= own.items


@given(printed_pages(2), st.sampled_from(["zh", "en"]), st.integers(20, 110))
def test_a_report_of_any_page_is_safe_in_every_form(text: str, language: str, width: int) -> None:
    label = Labels(language)  # type: ignore[arg-type]
    page = seeds.parse_page(text, name=text[:9])
    report = make_report([page], engine="lead", reference=BACKGROUND)
    check(report.comparison, tuple([page.text] * len(page.pieces)))
    json.dumps(report.to_dict(), allow_nan=False)
    documents = [
        full.full(report, label),
        glance.glance(report, label),
        full.comparison(report.comparison, label),
        *(full.one_pair(report, pair, label) for pair in report.comparison),
    ]
    shown = [
        html(report, label),
        *(terminal.plain(document, width) for document in documents),
        *(markdown.markdown(document) for document in documents),
        *(web.web(document, label) for document in documents),
        *(csv(document).replace("\r\n", "\n") for document in documents),
        *(
            str(result._repr_html_())
            for result in (report, report.comparison, *report.comparison, *report.profiles)
        ),
    ]
    for output in shown:
        assert not UNSAFE & set(output)
    assert shown[0] == html(report, label)
    assert csv(documents[0]).startswith("left,right")


@given(lines())
def test_escaped_markdown_is_text_alone(text: str) -> None:
    from markdown_it import MarkdownIt

    found = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown.escape(text))
    kinds = {token.type for block in found for token in [block, *(block.children or [])]}
    assert kinds <= {"paragraph_open", "inline", "paragraph_close", "text", "text_special", "html_inline"}
    assert all(t.content == "<!-- -->" for b in found for t in b.children or [] if t.type == "html_inline")


@given(texts(6))
def test_no_cell_is_a_formula(text: str) -> None:
    found = cell(text)
    assert isinstance(found, str)
    assert not UNSAFE & set(found)
    assert not found.startswith(FORMULA_STARTS)
    assert not found.lstrip().startswith(FORMULA_STARTS)
    assert cell(3) == 3
    assert cell(None) is None
