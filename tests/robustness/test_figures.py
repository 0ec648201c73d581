"""What a result says of the page is so: spans give back texts, budgets hold, order changes nothing."""

from __future__ import annotations

import random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import seeds
from compare import compare, compare_all
from seeds.page import Span
from summarize import summarize

PAGE = seeds.seed_page()
PAIRS = compare_all(PAGE)
ALPHABET = "改革创新发展人民。，；：？！“”（）《》、—…\n \u3000\u200b\x1b\ud800aB3-.%□年月日12\u202e"


def bare(text: str) -> str:
    return "".join(text.split())


def at(text: str, spans: tuple[Span, ...]) -> str:
    return bare("".join(text[start:end] for start, end in spans))


@given(
    piece=st.sampled_from(PAGE.pieces),
    engine=st.sampled_from(["lead", "graph", "learned"]),
    chars=st.integers(1, 400),
    headline_chars=st.integers(1, 60),
)
@settings(max_examples=60, deadline=None)
def test_a_summary_is_within_its_budget_and_on_the_page(
    piece: seeds.Piece, engine: str, chars: int, headline_chars: int
) -> None:
    summary = summarize(piece, engine=engine, chars=chars, headline_chars=headline_chars)
    assert len(summary.paragraph.text) <= chars
    assert len(summary.headline.text) <= headline_chars
    assert at(PAGE.text, summary.headline.spans) == bare(summary.headline.text)
    assert list(summary.headline.spans) == sorted(summary.headline.spans)
    for sentence in summary.paragraph.sentences:
        assert at(PAGE.text, sentence.spans) == bare(sentence.text)


@given(st.text(ALPHABET, max_size=300))
@settings(max_examples=80, deadline=None)
def test_any_text_is_read_whole_or_refused(text: str) -> None:
    try:
        page = seeds.parse_page(text)
    except seeds.InputError:
        assert not text.strip()
        return
    seen = [at for start, end, _, _ in page.layout for at in range(start, end) if not page.text[at].isspace()]
    assert seen == [at for at, character in enumerate(page.text) if not character.isspace()]
    for piece in page:
        for paragraph in piece.paragraphs:
            assert at(page.text, paragraph.spans) == bare(paragraph.text)


@given(st.text(ALPHABET, max_size=200), st.integers(1, 60), st.sampled_from(["lead", "graph", "learned"]))
@settings(max_examples=60, deadline=None)
def test_any_text_has_a_summary_within_its_budget(text: str, chars: int, engine: str) -> None:
    assume(text.strip())
    summary = summarize(text, engine=engine, chars=chars, headline_chars=chars)
    assert len(summary.paragraph.text) <= chars
    assert len(summary.headline.text) <= chars


@pytest.mark.parametrize("pair", PAIRS.pairs, ids=lambda pair: f"{pair.left.id}-{pair.right.id}")
def test_matches_are_on_the_page_and_do_not_depend_on_sides(pair) -> None:  # type: ignore[no-untyped-def]
    for match in pair.matches:
        assert at(PAGE.text, match.left.spans) == bare(match.left.text)
        assert at(PAGE.text, match.right.spans) == bare(match.right.text)
    turned = compare(PAGE.pieces[pair.right.id - 1], PAGE.pieces[pair.left.id - 1])
    assert turned.scores["theme"] == pytest.approx(pair.scores["theme"], abs=1e-9)
    assert turned.scores["reuse"] == pytest.approx(pair.scores["reuse"], abs=1e-9)
    assert [theme.term for theme in turned.themes] == [theme.term for theme in pair.themes]


def test_texts_of_other_characters_share_nothing() -> None:
    chance = random.Random(4)
    left, right = (
        "".join(chr(first + chance.randrange(2000)) for _ in range(600)) for first in (0x4E00, 0x6000)
    )
    pair = compare(left, right)
    assert pair.scores["reuse"] == 0
    assert not pair.matches


def test_more_copied_text_is_more_reuse() -> None:
    source, other = PAGE.pieces[0].body, PAGE.pieces[4].body
    scores = [compare(source, other + source[:count]).scores["reuse"] for count in (0, 100, 300, 900)]
    assert scores == sorted(scores)
    assert scores[0] < scores[-1]


def test_what_a_pair_shares_does_not_depend_on_the_order_of_the_pieces() -> None:
    turned = compare_all(list(PAGE)[::-1])
    count = len(PAGE.pieces)
    for pair in PAIRS:
        other = turned.pair(count + 1 - pair.left.id, count + 1 - pair.right.id)
        assert other.scores["theme"] == pytest.approx(pair.scores["theme"], abs=1e-9)
        assert other.scores["reuse"] == pytest.approx(pair.scores["reuse"], abs=1e-9)
