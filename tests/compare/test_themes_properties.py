"""The fast ways of `compare.themes` against slow, obvious ones, and what must hold for any text."""

from math import log

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from compare.reference.calibration import Calibration
from compare.themes import overlap, profile, scores, theme_map, themes
from compare.themes.groups import average_linkage
from compare.themes.percentile import default_calibrations, percentile
from compare.themes.profile import DAMPING, FRONT, MOST, OPENING, OPENING_LENGTH
from compare.themes.reference import default_reference
from compare.themes.theme_maps import NEAREST, affinities, within
from seeds import article

SUBJECTS = [
    "水闸",
    "古运河",
    "船工",
    "蜂箱",
    "养蜂",
    "花期",
    "社区",
    "治理",
    "数字",
    "政务服务",
    "热线",
    "长沙",
    "linux",
    "内核",
]
WORDS = [*SUBJECTS, "经济", "高质量", "发展", "推动", "的", "在", "12345", ",", "。", "\n"]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=60).map("".join)
ANY = st.text(max_size=80)
FEW = settings(max_examples=40, deadline=None)


@given(st.one_of(TEXTS, ANY), st.one_of(TEXTS, ANY))
@FEW
def test_a_score_is_explained_by_its_terms_and_looks_the_same_from_both_sides(left, right):
    one, two = overlap(left, right, limit=1000), overlap(right, left, limit=1000)
    assert 0 <= one.score <= 1
    assert one.score == pytest.approx(two.score)
    assert {theme.term for theme in one.terms} == {theme.term for theme in two.terms}
    weights = [theme.weight for theme in (*one.terms, *one.names)]
    assert all(weight > 0 for weight in weights)
    assert sum(weights) <= one.score + 1e-9
    ranked = [(-theme.weight, theme.term) for theme in one.terms]
    assert ranked == sorted(ranked)


@given(TEXTS)
@FEW
def test_a_text_is_wholly_like_itself(text):
    found = profile(text)
    assume(found.weights)
    assert overlap(found, found).score == pytest.approx(1)


@given(st.lists(TEXTS, max_size=6))
@FEW
def test_many_scores_at_once_are_those_of_the_pairs(texts):
    profiles = [profile(text) for text in texts]
    matrix = scores(profiles)
    assert matrix.shape == (len(texts), len(texts))
    for a, one in enumerate(profiles):
        for b, two in enumerate(profiles):
            assert matrix[a, b] == pytest.approx(overlap(one, two).score, abs=1e-9)


@given(st.lists(st.sampled_from(SUBJECTS), min_size=1, max_size=80), st.sampled_from(["", "水闸与蜂箱"]))
@FEW
def test_weights_are_those_of_the_formula(subjects, title):
    found = profile(article("，".join(subjects) + "。", title=title))
    for word in set(found.weights) - set(found.parts) & set(SUBJECTS):
        text = "，".join(subjects)
        places = [at for at in range(len(text)) if text.startswith(word, at)]
        mass = sum(OPENING if at < OPENING_LENGTH else 1 for at in places) + FRONT * title.count(word)
        if found.mass[word] == mass:  # the segmenter may have joined neighbours
            expected = min(mass, MOST) ** DAMPING * -log(default_reference().share(word))
            assert found.weights[word] == pytest.approx(expected * _scale(found))
    assert sum(weight**2 for weight in found.weights.values()) == pytest.approx(1)


def _scale(found):
    raw = [min(m, MOST) ** DAMPING * -log(default_reference().share(w)) for w, m in found.mass.items()]
    return 1 / np.linalg.norm(raw)


@pytest.mark.parametrize(
    "text", ["\ud800水闸\udfff", "\x00\x1b[31m水闸\u202e", "ＬＩＮＵＸ内核", "水" * 5000, "😀𠀀𠀁" * 9]
)
def test_hostile_text_has_a_defined_profile(text):
    found = profile(text)
    assert all(np.isfinite(weight) for weight in found.weights.values())
    assert isinstance(themes(text), tuple)
    assert 0 <= overlap(found, found).score <= 1


def naive_linkage(likeness, threshold):
    groups = [[at] for at in range(len(likeness))]
    while True:
        best, choice = -np.inf, None
        for i, left in enumerate(groups):
            for j in range(i + 1, len(groups)):
                mean = np.mean([likeness[a, b] for a in left for b in groups[j]])
                if mean > best + 1e-12:
                    best, choice = mean, (i, j)
        if choice is None or best < threshold:
            return sorted((tuple(sorted(group)) for group in groups), key=lambda g: (-len(g), g))
        groups[choice[0]] += groups.pop(choice[1])


@given(st.integers(0, 9), st.integers(0, 2**32 - 1), st.floats(-0.2, 1))
@FEW
def test_groups_are_those_of_the_obvious_algorithm(number, seed, threshold):
    likeness = np.random.default_rng(seed).random((number, number))
    likeness = (likeness + likeness.T) / 2
    assert average_linkage(likeness, threshold) == naive_linkage(likeness, threshold)


@given(st.integers(1, 14), st.integers(0, 2**32 - 1))
@FEW
def test_affinities_are_scores_against_the_nearest_neighbours(number, seed):
    matrix = np.random.default_rng(seed).random((number, number)) * 0.9
    matrix = (matrix + matrix.T) / 2
    near = min(NEAREST, number - 2)
    found = affinities(matrix)
    for a in range(number):
        for b in range(number):
            if near < 1:
                assert found[a, b] == matrix[a, b]
                continue
            crowd = [sorted(matrix[p, q] for q in range(number) if q != p)[-near:] for p in (a, b)]
            expected = np.prod([*crowd[0], *crowd[1]]) ** (1 / (2 * near))
            assert found[a, b] == pytest.approx((matrix[a, b] - expected) / (matrix[a, b] + expected))


def test_a_reprint_hides_no_other_neighbour():
    # 0 and 1 are related, 2 reprints 0: the pair must stay above what 0 has with the unrelated rest.
    matrix = np.full((8, 8), 0.04)
    matrix[0, 1] = matrix[1, 0] = 0.2
    matrix[0, 2] = matrix[2, 0] = 0.95
    found = affinities(matrix)
    assert found[0, 2] > found[0, 1] > 0 > found[0, 3]


def test_a_pair_does_not_pay_for_what_only_it_shares():
    texts = ["水闸要修,水闸老了。", "水闸失修,水闸危险。", "蜂箱搬走,蜂箱轻。", "热线打通,热线忙。"]
    alone = [profile(text) for text in texts]
    together = within(alone, default_reference())
    assert together[0].weights["水闸"] > 0
    assert scores(together)[0, 1] == max(scores(together)[0, 1:])
    assert within(alone[:2], default_reference())[0].weights == alone[0].weights


def test_what_all_pieces_are_about_tells_none_apart():
    texts = [
        f"水闸老了,水闸要修,{subject}也要修,{subject}老了。"
        for subject in ("石桥", "码头", "堤坝", "渡口", "石桥")
    ]
    plain = scores([profile(text) for text in texts])
    found = theme_map(texts)
    assert found.scores[0, 1] < plain[0, 1]
    assert found.affinities[0, 1:].argmax() == 3
    assert (0, 4) in {group.members for group in found.groups}


@given(st.lists(TEXTS, max_size=5))
@FEW
def test_a_map_holds_every_piece_once(texts):
    found = theme_map(texts)
    assert sorted(member for group in found.groups for member in group.members) == list(range(len(texts)))
    assert len(found.to_rows()) == len(texts) * (len(texts) - 1) // 2
    assert [row["piece"] for row in found.piece_rows()] == list(range(len(texts)))


SHIPPED = sorted(default_calibrations().items())


@pytest.mark.parametrize(("name", "table"), SHIPPED, ids=[name for name, _ in SHIPPED])
def test_percentiles_rise_with_the_score_and_meet_the_table(name, table):
    for i, left in enumerate(table.sizes):
        for j, right in enumerate(table.sizes):
            at = int(np.argmax(table.scores[i, j] > 0)) + 1  # short texts have many pairs that share nothing
            found = table.percentile(float(table.scores[i, j, at]), int(left), int(right))
            assert found == pytest.approx(float(table.levels[at]), abs=0.01)
            assert table.percentile(0.0, int(left), int(right)) == 0
    for sizes in ((1, 1), (30, 70), (500, 90), (5000, 5000)):
        found = [table.percentile(score, *sizes) for score in np.linspace(0, 1, 50)]
        assert found == sorted(found)
        assert found[-1] > 99.9


def test_kinds_of_writing_have_figures_of_their_own():
    mainland = profile("全面深化改革，推动经济社会高质量发展，以人民为中心，统筹发展和安全。" * 3)
    hongkong = profile("示威者向政府表達不滿，區議員在立法會外講了幾句，網民認為警方做法離譜。" * 3)
    assert (mainland.register, hongkong.register) == ("mainland", "hongkong")
    found = {
        percentile(0.1, one, other, default_calibrations())
        for one in (mainland, hongkong)
        for other in (mainland, hongkong)
    }
    assert len(found) == 3
    assert percentile(0.1, mainland, profile("，。"), default_calibrations()) is None
    assert percentile(0.1, mainland, hongkong, {}) is None


@given(
    st.lists(st.integers(0, 3000), min_size=1, max_size=5), st.sampled_from([table for _, table in SHIPPED])
)
@FEW
def test_the_score_at_a_percentile_has_that_percentile(sizes, table):
    found = table.scores_at(90, sizes)
    places = np.argwhere(found > 0)
    assume(len(places))
    for a, b in places:
        assert table.percentile(float(found[a, b]), sizes[a], sizes[b]) == pytest.approx(90, abs=0.01)


def test_percentiles_lie_between_those_of_the_sizes_around():
    table = Calibration(
        np.array([10.0, 100.0]),
        np.array([0.0, 100.0]),
        np.zeros((2, 2)),
        np.array([[[0, 0.2]] * 2, [[0, 0.4]] * 2]),
    )
    assert table.percentile(0.2, 10, 10) == pytest.approx(100)
    assert 50 < table.percentile(0.2, 30, 10) < 100
    assert table.percentile(0.2, 100, 10) == pytest.approx(50)
    assert table.percentile(0.2, 1000, 10) < 50
