"""Fast paths against slow, obvious ones."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.background import Background, build_background, load_background
from compare.reuse.candidates import Run
from compare.reuse.fold import fold
from compare.reuse.seeds import Collection, equal_windows, shared_runs
from compare.reuse.table import EXACT, Table
from compare.reuse.text import Text
from compare.reuse.trim import trim
from compare.scores import reuse
from seeds.errors import InputError, UsageError

LETTERS = st.text(alphabet="山水田园，", max_size=24)


def obvious_runs(texts, k):
    """All maximal shared runs of two texts, by trying every pair of places."""
    found = set()
    for i, one in enumerate(texts):
        for j in range(i + 1, len(texts)):
            other = texts[j]
            for a in range(len(one)):
                for b in range(len(other)):
                    if a and b and one[a - 1] == other[b - 1]:
                        continue
                    n = 0
                    while a + n < len(one) and b + n < len(other) and one[a + n] == other[b + n]:
                        n += 1
                    if n >= k:
                        found.add((i, a, j, b, n))
    return found


@given(st.lists(LETTERS, max_size=4), st.integers(2, 5), st.sampled_from([2, 1000]))
def test_shared_runs_are_the_maximal_shared_substrings(raw, k, most):
    texts = [Text.of_string(text) for text in raw]
    collection = Collection.of(texts)
    runs = shared_runs(collection, equal_windows(collection, k), k, most)
    found = set()
    for a, b, n in zip(*runs, strict=True):
        i, j = int(collection.text[a]), int(collection.text[b])
        found.add((i, int(a - collection.start[i]), j, int(b - collection.start[j]), int(n)))
    obvious = obvious_runs([t.codes.tolist() for t in texts], k)
    if most == 1000:
        assert found == obvious
    else:
        assert all(any(within(one, other) for other in obvious) for one in found)


def within(one, other):
    i, a, j, b, n = one
    return (
        (i, j) == (other[0], other[2]) and a - other[1] == b - other[3] >= 0 and a + n <= other[1] + other[4]
    )


@given(st.text(alphabet="我们去公园看花“”《》，。的abc ", max_size=30))
def test_phrases_begin_and_end_with_whole_words_and_brackets(raw):
    text = Text.of_string(raw)
    part = trim(text, text, 0, 0, len(text)) if len(text) else None
    if part is not None:
        low, high = part
        assert text.edges[low]
        assert text.edges[high]
        phrase = text.string(low, high)
        assert phrase[0].isalnum() or phrase[0] in "“《"
        assert phrase[-1].isalnum() or phrase[-1] in "”》"
        for opener, closer in ("“”", "《》"):
            assert phrase.count(opener) == phrase.count(closer)


@given(st.text(max_size=40))
def test_folding_keeps_the_place_of_every_character(raw):
    text = Text.of_string(raw)
    assert len(fold(raw)) == len(raw)
    assert all(fold(raw[int(o)])[0] == code for o, code in zip(text.origin, text.codes, strict=True))


@settings(max_examples=25)
@given(st.dictionaries(st.integers(0, 2**64 - 1), st.integers(1, 10**6), max_size=300), st.integers(2, 16))
def test_a_table_gives_back_what_went_in(counts, order):
    keys = np.array(list(counts), dtype=np.uint64)
    values = np.array(list(counts.values()), dtype=np.int64)
    table = Table.build([keys], [values], [order])
    top, middle = table.top(keys, order), table.middle(keys, order)
    assert (top >= values).all()
    assert (top[values <= EXACT] == values[values <= EXACT]).all()
    assert (np.abs(middle / np.maximum(values, 1) - 1) <= 0.3).all()


def test_a_table_does_not_know_what_never_went_in():
    keys = np.arange(1, 3000, dtype=np.uint64)
    table = Table.build([keys], [np.ones(len(keys), dtype=np.int64)], [4])
    strangers = np.arange(10**6, 10**6 + 20000, dtype=np.uint64)
    assert (table.top(strangers, 4) > 0).mean() < 0.003
    assert (table.top(keys, 6) > 0).mean() < 0.01


WORDS = ["春天来了", "花都开了", "孩子们在河边放风筝", "老人坐在树下", "风很轻", "大家都很高兴"]


@pytest.fixture(scope="module")
def corpus():
    return ["，".join(WORDS[(n + k) % 6] for k in range(n % 4 + 1)) + "。" for n in range(60)]


@pytest.fixture(scope="module")
def small(corpus):
    return build_background(corpus, name="small")


def test_items_with_is_never_below_the_truth(corpus, small):
    phrases = {
        text[a : a + n] for text in corpus for n in (4, 6, 8, 12, 20) for a in range(0, len(text) - n, 3)
    }
    for phrase in sorted(phrases):
        assert small.items_with(phrase) >= sum(phrase in text for text in corpus)
    assert small.items_with("风很轻，大家都很高兴") == sum("风很轻，大家都很高兴" in text for text in corpus)
    assert small.items_with("从没有过的话") <= 3


def test_usual_wording_has_fewer_bits(small):
    usual, strange = small.bits(fold("孩子们在河边放风筝")), small.bits(fold("卧铺车厢里的陌生来客"))
    assert usual.sum() < strange.sum()
    assert Counter(np.isfinite(usual)) == {True: len(usual)}


def test_a_background_comes_back_from_its_file_and_is_the_same_bytes(tmp_path, corpus, small):
    small.save(tmp_path / "one.npz")
    build_background(iter(corpus), name="small").save(tmp_path / "two.npz")
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    again = load_background(tmp_path / "one.npz")
    assert isinstance(again, Background)
    assert (again.name, again.items, again.characters, again.kept) == (
        "small",
        60,
        small.characters,
        small.kept,
    )
    assert again.bits(fold("花都开了")).tolist() == small.bits(fold("花都开了")).tolist()


def test_what_is_no_background_is_refused(tmp_path):
    (tmp_path / "text.npz").write_text("not a background", "utf-8")
    np.savez(tmp_path / "other.npz", about=np.zeros(3))
    for path in (tmp_path / "missing.npz", tmp_path / "text.npz", tmp_path / "other.npz", tmp_path):
        with pytest.raises(InputError, match="background"):
            load_background(path)
    with pytest.raises(UsageError, match="needs text"):
        build_background(["", "  "])


def test_a_larger_corpus_keeps_fewer_of_its_rare_ngrams(corpus):
    narrow = build_background(corpus, most_keys=60)
    assert narrow.kept[4] > build_background(corpus).kept[4]


CLASSES = st.sampled_from(["free", "formula", "document", "quotation", "idiom", "attribution"])
RUNS = st.lists(
    st.builds(Run, st.integers(0, 40), st.integers(0, 40), st.integers(1, 20)), min_size=1, max_size=3
)


@given(st.lists(st.tuples(CLASSES, RUNS.map(tuple)), max_size=5), st.tuples(CLASSES, RUNS.map(tuple)))
def test_reuse_is_bounded_monotone_and_symmetric(matches, more):
    left, right = np.full(50, 3.0), np.linspace(2.0, 4.5, 45)
    before, after = reuse(left, right, matches), reuse(left, right, [*matches, more])
    for name, value in before.items():
        assert 0.0 <= value <= after[name] <= 1.0
    turned = [(class_, tuple(Run(r.b, r.a, r.length) for r in runs)) for class_, runs in matches]
    other = reuse(right, left, turned)
    assert other["reuse"] == pytest.approx(before["reuse"])
    assert other["reuse_left"] == pytest.approx(before["reuse_right"])
    assert reuse(left, right, [])["reuse"] == 0.0
