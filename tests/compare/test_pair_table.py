"""The pairs of a comparison: a sequence like any other, though each is made when it is looked at."""

import gc
import pickle
from itertools import combinations

import pytest

from compare import compare_all, pair_table
from seeds.garbage import collected_later

SHARED = "镇上的水闸修好了，种地的人说这是几十年来头一回。"
TEXTS = [f"{SHARED}今年春天有雨。", "戏台上的灯亮到半夜。", f"{SHARED}庄稼长得好。", "码头的船都靠了岸。"]


@pytest.mark.parametrize("kept", [0, 100])
def test_pairs_are_a_sequence_and_those_with_matches_stay(monkeypatch, kept):
    monkeypatch.setattr(pair_table, "KEPT", kept)
    found = compare_all(TEXTS)
    pairs = list(found)
    assert [(pair.left.id, pair.right.id) for pair in pairs] == list(combinations(range(1, 5), 2))
    assert [found.pairs[at] for at in range(-6, 6)] == pairs * 2
    assert found.pairs[1:5:2] == (pairs[1], pairs[3])
    assert found.pair(4, 2) == pairs[4]
    assert found.pairs[1].matches
    assert [found.pairs[at] is pair for at, pair in enumerate(pairs)] == [
        kept > 0 or at == 1 for at in range(6)
    ]
    with pytest.raises(IndexError):
        found.pairs[6]
    assert pickle.loads(pickle.dumps(found)) == found


def test_circles_are_looked_for_again_after_an_error():
    with pytest.raises(ZeroDivisionError), collected_later():
        1 / gc.isenabled()
    assert gc.isenabled()
