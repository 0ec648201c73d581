"""Fast paths against slow, obvious ones."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from compare.reference.build import build_reference
from compare.reference.corpus import ReferenceCorpus, load_reference
from compare.reuse.fold import fold
from compare.reuse.index import OFTEN, Collection, shared_runs
from compare.reuse.lists import ListForm, shared_list
from compare.reuse.score import reuse
from compare.reuse.table import EXACT, Table
from compare.reuse.text import Text
from compare.reuse.trim import phrase_of
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


@given(st.lists(LETTERS, max_size=4), st.integers(2, 5))
def test_shared_runs_are_the_maximal_shared_substrings(raw, k):
    texts = [Text.of(text) for text in raw]
    collection = Collection.of(texts)
    found = set()
    for a, b, n in zip(*shared_runs(collection, k), strict=True):
        i, j = int(collection.text[a]), int(collection.text[b])
        found.add((i, int(a - collection.start[i]), j, int(b - collection.start[j]), int(n)))
    lines = [text.line for text in texts]
    obvious = obvious_runs([t.codes.tolist() for t in texts], k)
    if all(line.count(line[at : at + k]) <= OFTEN for line in lines for at in range(len(line))):
        assert found == obvious
    else:
        assert all(any(within(one, other) for other in obvious) for one in found)


def within(one, other):
    i, a, j, _, n = one
    inside = a - other[1] == one[3] - other[3] >= 0 and a + n <= other[1] + other[4]
    return (i, j) == (other[0], other[2]) and inside


def test_a_text_that_repeats_itself_has_no_more_runs_than_its_length_allows():
    texts = [Text.of("山水" * 3000), Text.of("山水" * 2000 + "田园")]
    runs = shared_runs(Collection.of(texts))
    assert runs.length.max() == 4000
    assert len(runs.a) < 50


@given(st.text(alphabet="我们去公园看花“”《》，。的abc ", max_size=30))
def test_phrases_begin_and_end_with_whole_words_and_brackets(raw):
    text = Text.of(raw)
    part = phrase_of(text, (0, len(text))) if len(text) else None
    assume(part is not None)
    low, high = part
    assert text.edges[low]
    assert text.edges[high]
    phrase = text.string(low, high)
    assert phrase[0].isalnum() or phrase[0] in "“《"
    assert phrase[-1].isalnum() or phrase[-1] in "”》。"
    for opener, closer in ("“”", "《》"):
        assert phrase.count(opener) == phrase.count(closer)


@given(st.text(max_size=40))
def test_folding_keeps_the_place_of_every_character(raw):
    text = Text.of(raw)
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
    return build_reference(corpus, name="small")


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
    build_reference(iter(corpus), name="small").save(tmp_path / "two.npz")
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    again = load_reference(tmp_path / "one.npz")
    assert isinstance(again, ReferenceCorpus)
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
            load_reference(path)
    with pytest.raises(UsageError, match="needs text"):
        build_reference(["", "  "])


def test_a_background_that_unpacks_without_measure_is_refused(corpus, tmp_path):
    build_reference(corpus).save(tmp_path / "own.npz")
    parts = dict(np.load(tmp_path / "own.npz"))
    for name, size in (("as it is", len(parts["slots"])), ("grown", 30_000_000)):
        np.savez_compressed(tmp_path / f"{name}.npz", **{**parts, "slots": np.zeros(size, dtype=np.uint16)})
    assert load_reference(tmp_path / "as it is.npz").items == build_reference(corpus).items
    with pytest.raises(InputError, match="damaged, or not a background"):
        load_reference(tmp_path / "grown.npz")


def test_a_larger_corpus_keeps_fewer_of_its_rare_ngrams(corpus):
    narrow = build_reference(corpus, most_keys=60)
    assert narrow.kept[4] > build_reference(corpus).kept[4]


CLASSES = st.sampled_from(["free", "formula", "document", "quotation", "idiom", "attribution"])
PARTS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), min_size=1, max_size=3).map(
    lambda parts: tuple((start, start + size) for start, size in parts)
)


MATCH = st.tuples(CLASSES, st.tuples(PARTS, PARTS))


@given(st.lists(MATCH, max_size=5), MATCH)
def test_reuse_is_bounded_monotone_and_symmetric(matches, more):
    before, after = reuse(matches, (50, 60)), reuse([*matches, more], (50, 60))
    for name in ("reuse", "reuse_left", "reuse_right"):
        assert 0.0 <= before[name] <= after[name] <= 1.0
    assert before["borrowed"] + before["stock"] == pytest.approx(before["reuse"])
    covered = {place for _, equal in matches for start, end in equal[0] for place in range(start, end)}
    assert before["reuse_left"] == len(covered) / 50
    turned = reuse([(class_, equal[::-1]) for class_, equal in matches], (60, 50))
    assert turned["reuse"] == before["reuse"]
    assert turned["reuse_left"] == before["reuse_right"]
    assert set(reuse([], (0, 0)).values()) == {0.0}


ITEMS = st.lists(
    st.dictionaries(st.sampled_from(["石榴", "榴", "柿子", "山楂", "楂"]), st.booleans()), max_size=7
)


@given(ITEMS, ITEMS)
def test_items_that_two_lists_share_are_those_of_trying_every_two(one, other):
    def forms(items):
        return [
            {key: ListForm(at, at + len(key), whole) for key, whole in item.items()}
            for at, item in enumerate(items)
        ]

    ours, theirs = forms(one), forms(other)
    wanted, free = [], list(range(len(theirs)))
    for item in ours:
        found = [(len(key), -at, key) for at in free for key in item
                 if key in theirs[at] and (item[key].whole or theirs[at][key].whole)]  # fmt: skip
        if found:
            _, at, key = max(found)
            free.remove(-at)
            wanted.append(((item[key].start, item[key].end), (theirs[-at][key].start, theirs[-at][key].end)))
    shared = shared_list(ours, theirs)
    assert (shared.items if shared else ()) == (tuple(wanted) if len(wanted) > 2 else ())
