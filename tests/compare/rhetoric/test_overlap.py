"""Rhetorical similarity."""

import json

import pytest

import seeds
from compare.rhetoric import rhetoric, similarity

PARALLEL = "青春是早晨的太阳，青春是奔腾的江河，青春是初升的月亮。"
LIKE = "故乡是母亲的炊烟，故乡是父亲的脊背，故乡是村口的老树。"
PLAIN = "昨天下午三点，县医院的门诊大楼正式启用，附近居民看病方便多了"


@pytest.fixture(scope="module")
def profiles():
    return [rhetoric(piece) for piece in seeds.seed_page()]


def test_a_piece_is_like_itself(profiles):
    for profile in profiles:
        assert similarity(profile, profile).score == pytest.approx(1)


def test_the_score_is_symmetric_and_the_sum_of_its_reasons(profiles):
    for left in profiles:
        for right in profiles:
            there, back = similarity(left, right), similarity(right, left)
            assert there.score == pytest.approx(back.score)
            assert 0 <= there.score <= 1
            assert there.score == pytest.approx(sum(device.weight for device in there.devices))


def test_pieces_can_be_alike_without_a_shared_content_word():
    found = similarity(rhetoric(PARALLEL), rhetoric(LIKE))
    assert found.devices[0].kind == "parallelism"
    assert found.score > similarity(rhetoric(PARALLEL), rhetoric(PLAIN)).score


def test_examples_with_the_same_frame_are_preferred():
    left = rhetoric(f"{PARALLEL}要为群众办实事，要为企业解难题，要为发展增动力。")
    right = rhetoric("要为孩子建学校，要为老人办食堂，要为青年搭舞台。")
    (shared,) = (device for device in similarity(left, right).devices if device.kind == "parallelism")
    assert shared.frame == shared.left.frame == shared.right.frame == "要为…"


def test_without_devices_nothing_is_alike():
    found = similarity(rhetoric("天晴。"), rhetoric("下雨。"))
    assert (found.devices, found.score) == ((), 0)


def test_reasons_are_ordered_and_plain_data(profiles):
    found = similarity(profiles[1], profiles[2])
    weights = [device.weight for device in found.devices]
    assert weights == sorted(weights, reverse=True)
    assert json.loads(json.dumps(found.to_dict()))["score"] == round(found.score, 6)
