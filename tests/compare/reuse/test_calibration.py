"""Percentiles of reuse: unrelated pairs stand in the middle, those that share more stand higher."""

import numpy as np
import pytest

from compare import compare
from compare.reference.build import build_reference
from compare.reference.calibrating import LEVELS, SIZES, calibrate
from compare.reference.calibration import Calibration
from compare.reference.corpus import load_reference

SHIPPED = load_reference().calibration


def test_unrelated_pieces_have_a_percentile_near_the_middle():
    for left in (300, 700, 1500):
        assert SHIPPED is not None
        assert 40 <= SHIPPED.percentile(0.0, left, 1000) <= 50


@pytest.mark.parametrize("size", [100, 400, 1000, 5000])
def test_the_more_is_shared_the_higher(size):
    assert SHIPPED is not None
    found = [SHIPPED.percentile(reuse, size, 1000) for reuse in np.linspace(0, 1, 50)]
    assert found == sorted(found)
    assert 0 <= found[0] < 50 < found[1] <= found[-1] <= 100


def test_between_sizes_the_figures_lie_between():
    none = np.linspace(0.9, 0.5, len(SIZES))
    sizes, levels = np.array(SIZES, float), np.array(LEVELS, float)
    made = Calibration(sizes, levels, np.minimum.outer(none, none), np.ones((4, 4, len(LEVELS))))
    assert made.percentile(0, 500, 500) > made.percentile(0, 700, 500) > made.percentile(0, 1000, 500)


def test_a_corpus_of_ones_own_carries_its_own_figures():
    letters = "山水田园春夏秋冬人来客往风花雪月柴米油盐酱醋茶酒"
    docs = [
        "".join(letters[(n * k + k * k) % len(letters)] for k in range(1, 400)) + "。" for n in range(1, 60)
    ]
    own = build_reference(docs, name="own")
    assert own.calibration is not None
    pair = compare(docs[0], docs[1], reference=own)
    wanted = own.calibration.percentile(pair.scores["reuse"], *pair.sizes)
    assert pair.scores["reuse_percentile"] == pytest.approx(wanted)
    assert build_reference(["一段话。"] * 3).calibration is None
    assert (
        "reuse_percentile"
        not in compare("一段话。", "一段话。", reference=build_reference(["一段话。"] * 3)).scores
    )


def test_themes_too_are_held_against_the_corpus_of_ones_own():
    subjects = [
        "水闸",
        "运河",
        "船工",
        "蜂箱",
        "蜂蜜",
        "果园",
        "稻田",
        "渔船",
        "茶山",
        "羊群",
        "窑洞",
        "陶器",
    ]
    docs = [
        "。".join(f"{subjects[(n + k * k) % 12]}旁边的{subjects[(n * k) % 12]}" for k in range(120))
        for n in range(20)
    ]
    left, right = docs[0], docs[7]
    own, shipped = compare(left, right, reference=build_reference(docs)), compare(left, right)
    assert own.scores["theme"] == shipped.scores["theme"]
    assert own.percentile is not None
    assert shipped.percentile is not None
    assert own.percentile < shipped.percentile
    assert compare(left, right, reference=build_reference(docs[:2])).percentile is None


def test_at_another_threshold_there_is_no_percentile():
    assert "reuse_percentile" not in compare("一段话。", "另一段话。", expect=0.5).scores
    assert calibrate([], load_reference()) is None
