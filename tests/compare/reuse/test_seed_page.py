"""The matches of the seed page against those a reader finds."""

import json
from pathlib import Path

import pytest

from compare import compare_all
from seeds import seed_page

CASES = json.loads((Path(__file__).parents[2] / "cases" / "seed_matches.json").read_text("utf-8"))["matches"]


@pytest.fixture(scope="module")
def page():
    return seed_page()


@pytest.fixture(scope="module")
def comparison(page):
    return compare_all(page)


def is_case(match, case):
    if match.kind != case["kind"] or match.class_ != case.get("class", match.class_):
        return False
    parts = case["text"].split()
    return all(part in match.left.text and part in match.right.text for part in parts)


def test_precision_and_recall_of_the_labelled_matches(comparison):
    right, found = 0, set()
    total = 0
    for pair in comparison:
        cases = [(n, c) for n, c in enumerate(CASES) if c["pair"] == [pair.left.id, pair.right.id]]
        for match in pair.matches:
            hits = {n for n, case in cases if is_case(match, case)}
            total += 1
            right += bool(hits)
            found |= hits
    assert right / total >= 0.95
    assert len(found) / len(CASES) >= 0.8


@pytest.mark.parametrize("ids", [(3, 4), (3, 5), (4, 5)])
def test_every_pair_with_the_more_the_more_finds_it_as_a_skeleton(comparison, ids):
    (skeleton,) = [m for m in comparison.pair(*ids).matches if m.kind == "skeleton"]
    assert skeleton.frame.count("越") == 3
    assert all(d.what == "slot" for d in skeleton.differences)


@pytest.mark.parametrize("ids", [(1, 2), (1, 4)])
def test_the_reordered_list_is_an_enumeration(comparison, ids):
    (found,) = [m for m in comparison.pair(*ids).matches if m.kind == "enumeration"]
    assert {found.left.text, found.right.text} == {"安全感、获得感、幸福感", "获得感、幸福感、安全感"}


def test_the_resolution_is_a_document_with_its_title(comparison):
    best = comparison.pair(2, 3).matches[0]
    assert (best.kind, best.class_) == ("verbatim", "document")
    assert best.source == "《中共中央关于党的百年奋斗重大成就和历史经验的决议》"


def test_no_scraps_and_nothing_inside_a_longer_match(comparison):
    assert any(len(pair.matches) > 1 for pair in comparison)
    for pair in comparison:
        texts = [m.left.text for m in pair.matches]
        assert not {"次党代会", "一系列重"} & set(texts)
        for one in pair.matches:
            for other in pair.matches:
                if one is not other and "skeleton" not in (one.kind, other.kind):
                    inside = [inner(one.left, other.left), inner(one.right, other.right)]
                    assert not all(inside)


def inner(one, other):
    return all(any(o[0] <= s[0] and s[1] <= o[1] for o in other.spans) for s in one.spans)


def test_every_span_reproduces_its_text(page, comparison):
    assert any(pair.matches for pair in comparison)
    for pair in comparison:
        for match in pair.matches:
            for side in (match.left, match.right):
                quoted = "".join(page.text[start:end] for start, end in side.spans)
                assert quoted.replace("\n", " ") == side.text


def test_a_shared_citation_is_stock_and_a_shared_frame_of_thought_is_borrowed(comparison):
    assert comparison.pair(2, 3).scores["borrowed"] == 0.0 < comparison.pair(2, 3).scores["stock"]
    assert comparison.pair(3, 4).scores["stock"] == 0.0 < comparison.pair(3, 4).scores["borrowed"]
    assert comparison.pair(2, 5).scores["reuse"] == 0.0


def test_json_and_ids(comparison):
    data = json.loads(json.dumps(comparison.to_dict(), ensure_ascii=False))
    assert data["schema"] == "oped/comparison/1"
    assert [piece["id"] for piece in data["pieces"]] == [1, 2, 3, 4, 5]
    assert data["background_size"] == 33793
    assert len(data["pairs"]) == 10
