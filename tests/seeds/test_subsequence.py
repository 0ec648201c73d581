"""The fast alignments beside slow, obvious ones."""

from hypothesis import given
from hypothesis import strategies as st

from compare.rhetoric.alignment import similarity
from seeds.language.subsequence import common_length, common_subsequence

words = st.lists(st.sampled_from("甲乙丙丁"), max_size=12)


def slow_length(left, right):
    if not left or not right:
        return 0
    if left[0] == right[0]:
        return 1 + slow_length(left[1:], right[1:])
    return max(slow_length(left[1:], right), slow_length(left, right[1:]))


def subsequence(part, whole):
    rest = iter(whole)
    return all(word in rest for word in part)


@given(words.filter(lambda w: len(w) < 9), words.filter(lambda w: len(w) < 9))
def test_the_bit_parallel_length_is_the_recursive_one(left, right):
    assert common_length(left, right) == slow_length(left, right)


@given(words, words, st.integers(1, 4), st.data())
def test_the_length_within_a_reach_is_that_of_what_moved_no_further(left, right, reach, data):
    assert 0 <= common_length(left, right, reach) <= common_length(left, right)
    edited = left[:]
    for _ in range(reach):
        at = data.draw(st.integers(0, len(edited)))
        edited[at : at + data.draw(st.integers(0, 1))] = data.draw(st.sampled_from(([], ["戊"])))
    assert common_length(left, edited, reach) == common_length(left, edited)


def test_work_does_not_grow_with_how_far_things_moved():
    turned = [*range(60, 100), *range(60)]
    assert common_length(range(100), turned) == common_length(range(100), turned, 60) == 60
    assert common_length(range(100), turned, 20) == 0


@given(words, words)
def test_the_common_subsequence_is_one_and_is_longest(left, right):
    shared = common_subsequence(left, right)
    assert subsequence(shared, left)
    assert subsequence(shared, right)
    assert len(shared) == common_length(left, right)


@given(words, words)
def test_similarity_is_symmetric_and_bounded(left, right):
    assert similarity(left, right) == similarity(right, left)
    assert 0 <= similarity(left, right) <= 1
    assert not left or similarity(left, left) == 1
