"""Maximal repeats, beside the slow obvious way to find them."""

import itertools
from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.mining import maximal, suffixes
from compare.mining.maximal import maximal_repeats
from compare.mining.nearest_smaller import left_not_above, range_minimum, right_below
from compare.mining.suffixes import sort_suffixes
from compare.mining.symbols import Lettered
from seeds.errors import UsageError
from seeds.page import Paragraph, Piece, Span

FEW_SIGNS = st.text("甲乙", max_size=24)
ANY_SIGNS = st.text(st.sampled_from("甲乙丙，。 \n\ud800\U00020000aAＡ"), max_size=20)
CORPORA = st.lists(FEW_SIGNS | ANY_SIGNS, max_size=6)


def lettered(texts):
    return Lettered.of((f"doc{number}", text) for number, text in enumerate(texts))


def obvious(corpus, least_docs, least_length):
    """Every stretch of every text, with its places; kept when its neighbours differ on both sides."""
    places = defaultdict(list)
    for doc in range(len(corpus)):
        begin, end = int(corpus.start[doc]), int(corpus.start[doc + 1]) - 1
        letters = corpus.letters[begin:end].tolist()
        for first in range(len(letters)):
            for last in range(first + least_length, len(letters) + 1):
                if 0 in letters[first:last]:
                    break
                before = letters[first - 1] if first else 0
                behind = letters[last] if last < len(letters) else 0
                # An end is like nothing else.
                places[tuple(letters[first:last])].append(
                    (doc, before or ("begin", doc, first), behind or ("end", doc, last))
                )
    return {
        words: (len({doc for doc, _, _ in found}), len(found))
        for words, found in places.items()
        if len(found) > 1
        and len({doc for doc, _, _ in found}) >= least_docs
        and len({before for _, before, _ in found}) > 1
        and len({behind for _, _, behind in found}) > 1
    }


def found(corpus, least_docs, least_length):
    repeats = maximal_repeats(corpus, least_docs=least_docs, least_length=least_length)
    result = {}
    for low, length, docs, times in zip(
        repeats.low, repeats.length, repeats.docs, repeats.times(), strict=True
    ):
        place = int(repeats.order[low])
        words = tuple(corpus.letters[place : place + length].tolist())
        assert words not in result
        result[words] = (int(docs), int(times))
    return result


@settings(max_examples=300, deadline=None)
@given(CORPORA, st.integers(1, 3), st.integers(1, 5))
def test_they_are_those_that_the_obvious_way_finds(texts, least_docs, least_length):
    corpus = lettered(texts)
    assert found(corpus, least_docs, least_length) == obvious(corpus, least_docs, least_length)


@pytest.mark.parametrize("window", [1, 2, 5])
@settings(max_examples=60, deadline=None)
@given(texts=CORPORA)
def test_the_size_of_the_windows_changes_nothing(texts, window):
    corpus = lettered(texts)
    whole = found(corpus, 1, 2)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(maximal, "WINDOW", window)
        patched.setattr(suffixes, "WINDOW", window)
        patched.setattr(suffixes, "FEW", window - 1)
        assert found(corpus, 1, 2) == whole


def test_texts_of_more_signs_than_two_fit_a_number_are_sorted_by_one():
    texts = ["".join(map(chr, range(0x4E00, 0x4E40))) * 2, "".join(map(chr, range(0x4E10, 0x4E30)))]
    corpus = lettered(texts)
    expected = found(corpus, 1, 2)
    wide = corpus.letters.astype(np.uint32)
    # As if the alphabet were that of all planes and more.
    wide[wide == wide.max()] = 2**30
    sorted_suffixes = sort_suffixes(wide, 2)
    plain = sort_suffixes(corpus.letters, 2)
    assert sorted_suffixes.order.tolist() == plain.order.tolist()
    assert sorted_suffixes.common.tolist() == plain.common.tolist()
    assert expected


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.integers(0, 4), min_size=1, max_size=60).map(lambda letters: [*letters, 0]), st.integers(1, 4)
)
def test_suffixes_are_in_the_order_of_the_alphabet(letters, least):
    order, common = sort_suffixes(np.array(letters, dtype=np.uint16), least)

    def suffix(place):
        end = letters.index(0, place)
        return [*((letter, 0) for letter in letters[place:end]), (0, end)]

    expected = sorted((place for place, letter in enumerate(letters) if letter), key=suffix)
    assert order.tolist() == expected
    for before, here in itertools.pairwise(expected):
        pairs = zip(suffix(before), suffix(here), strict=False)
        agreed = next(n for n, (one, other) in enumerate(pairs) if one != other)
        assert common[here] == agreed if agreed >= least else common[here] <= agreed


@given(st.lists(st.integers(0, 5), min_size=1, max_size=40), st.data())
def test_neighbours_are_the_nearest(values, data):
    values = np.array([-1, *values], dtype=np.int32)
    at = np.array(sorted(data.draw(st.sets(st.integers(1, len(values) - 1)))), dtype=np.int64)
    left = [max(j for j in range(i) if values[j] <= values[i]) for i in at]
    right = [next((j for j in range(i + 1, len(values)) if values[j] < values[i]), len(values)) for i in at]
    assert left_not_above(values, at).tolist() == left
    assert right_below(values, at).tolist() == right
    ends = np.array([data.draw(st.integers(int(i), len(values) - 1)) for i in at], dtype=np.int64)
    least = [int(values[i : end + 1].min()) for i, end in zip(at, ends, strict=True)]
    assert range_minimum(values.astype(np.int64), at, ends).tolist() == least


def test_one_sign_a_hundred_thousand_times():
    repeats = maximal_repeats(lettered(["甲" * 100_000]), least_docs=1, least_length=4)
    assert sorted(repeats.length.tolist()) == list(range(4, 100_000))
    repeats = maximal_repeats(lettered(["甲" * 30_000, "乙" + "甲" * 30_000]))
    assert repeats.length.max() == 30_000
    assert set(repeats.docs.tolist()) == {2}


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["\u3000\n"], ["甲乙丙丁"], ["，", "，"]])
def test_nothing_recurs_in_nothing(texts):
    assert found(lettered(texts), 2, 4) == {}


def test_the_same_text_many_times_is_one_phrase():
    text = "河边的柳树又绿了一遍，放羊的老人说今年的水来得早。"
    assert list(found(lettered([text] * 50), 2, 4).values()) == [(50, 50)]


def test_no_phrase_runs_from_one_paragraph_into_the_next():
    words = "河边的柳树", "又绿了一遍"
    piece = Piece(1, "", tuple(Paragraph(text, (Span(n * 6, n * 6 + 5),)) for n, text in enumerate(words)))
    corpus = Lettered.of([("a", piece), ("b", piece)])
    assert sorted(len(words) for words in found(corpus, 2, 4)) == [5, 5]
    joined = lettered(["\n".join(words)] * 2)
    assert [len(words) for words in found(joined, 2, 4)] == [10]


def test_numbers_below_one_are_refused():
    for wrong in ({"least_docs": 0}, {"least_length": 0}):
        with pytest.raises(UsageError, match="1 or more"):
            maximal_repeats(lettered(["甲"]), **wrong)
    with pytest.raises(UsageError, match="twice"):
        Lettered.of([("a", "甲"), ("a", "乙")])


def test_a_corpus_beyond_the_numbers_is_refused(monkeypatch):
    monkeypatch.setattr(suffixes, "MOST", 3)
    with pytest.raises(UsageError, match="divide"):
        maximal_repeats(lettered(["甲乙丙丁"]))


def test_documents_are_told_apart_beyond_sixteen_bits():
    texts = ["河边的柳树绿了", *[""] * 0x10000, "河边的柳树黄了", "又是河边的柳树，还是河边的柳树"]
    assert sorted(found(lettered(texts), 2, 5).values()) == [(3, 4)]
    texts = ["河边的柳树绿了，河边的柳树黄了", *[""] * 0xFFFF, "又是河边的柳树"]
    assert sorted(found(lettered(texts), 2, 5).values()) == [(2, 3)]
