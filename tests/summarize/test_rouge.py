from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.rouge import rouge

TEXT = st.text(st.sampled_from("经济发展数字治理 Aa，。"), max_size=30)


def slow_length(left, right):
    row = [0] * (len(right) + 1)
    for a in left:
        new = [0]
        for place, b in enumerate(right):
            new.append(row[place] + 1 if a == b else max(row[place + 1], new[place]))
        row = new
    return row[-1]


def slow_rouge(left, right):
    left, right = ("".join(text.split()).lower() for text in (left, right))
    if not left or not right:
        return (0.0, 0.0, 0.0)
    scores = []
    for size in (1, 2):
        grams = [Counter(t[i : i + size] for i in range(len(t) - size + 1)) for t in (left, right)]
        total = sum(map(sum, (g.values() for g in grams)))
        scores.append(2 * sum((grams[0] & grams[1]).values()) / total if total else 0.0)
    return (*scores, 2 * slow_length(left, right) / (len(left) + len(right)))


@given(TEXT, TEXT)
def test_fast_scores_are_the_slow_ones(left, right):
    assert rouge(left, right) == pytest.approx(slow_rouge(left, right))


def test_by_hand():
    assert [round(value, 3) for value in rouge("今天天气好", "今天的天气很好")] == [0.833, 0.4, 0.833]


def test_the_same_text_and_nothing():
    assert rouge("发展", "发 展") == (1.0, 1.0, 1.0)
    assert rouge("", "发展") == rouge(" ", " ") == (0.0, 0.0, 0.0)
