"""Devices that two pieces share."""

import json

import pytest

import seeds
from compare.rhetoric import rhetoric, shared_devices

PARALLEL = "青春是早晨的太阳，青春是奔腾的江河，青春是初升的月亮。"
LIKE = "故乡是母亲的炊烟，故乡是父亲的脊背，故乡是村口的老树。"
PLAIN = "昨天下午三点，县医院的门诊大楼正式启用，附近居民看病方便多了"


@pytest.fixture(scope="module")
def profiles():
    return [rhetoric(piece) for piece in seeds.seed_page()]


def test_a_piece_shares_all_its_devices_with_itself(profiles):
    for profile in profiles:
        found = shared_devices(profile, profile)
        assert {(d.kind, d.form) for d in found} == {(d.kind, d.form) for d in profile.devices}
        assert sum(d.counts[0] for d in found) == len(profile.devices)


def test_pieces_can_share_a_device_without_a_content_word():
    found = shared_devices(rhetoric(PARALLEL), rhetoric(LIKE))
    assert ("parallelism", (1, 1), None) in [(d.kind, d.counts, d.frame) for d in found]
    assert shared_devices(rhetoric(PARALLEL), rhetoric(PLAIN)) == ()


def test_examples_with_the_same_frame_are_preferred():
    left = rhetoric(f"{PARALLEL}要为群众办实事，要为企业解难题，要为发展增动力。")
    right = rhetoric("要为孩子建学校，要为老人办食堂，要为青年搭舞台。")
    shared = next(device for device in shared_devices(left, right) if device.kind == "parallelism")
    assert shared.frame == shared.left.frame == shared.right.frame == "要为…"
    assert shared == shared_devices(left, right)[0]


def test_the_more_frequent_come_first_and_are_plain_data(profiles):
    found = shared_devices(profiles[1], profiles[2])
    counts = [min(device.counts) for device in found if device.frame is None]
    assert counts == sorted(counts, reverse=True)
    assert json.loads(json.dumps([device.to_dict() for device in found]))
