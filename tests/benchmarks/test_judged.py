"""What readers judged is consistent in itself."""

import itertools

import pytest

from benchmarks.judged import WORTH, judged


def test_numbers_of_sentences_are_in_the_piece_and_have_one_worth():
    whole = {piece: own for piece, own in judged().items() if "sentences" in own}
    assert len(whole) > 400
    faults = [
        piece
        for piece, own in whole.items()
        if not 1 <= len(own["thesis"]) <= 3
        or any(set(own[one]) & set(own[other]) for one, other in itertools.combinations(WORTH, 2))
        or any(number >= own["sentences"] for name in (*WORTH, "not_alone") for number in own[name])
        or any(line[0] >= own["sentences"] or line[1] >= line[2] for line in own["lines"])
    ]
    assert not faults


@pytest.mark.parametrize(
    ("room", "chosen"),
    [(10, [1]), (12, [0, 2]), (30, [0, 1, 2]), (3, [])],
)
def test_a_readers_choice_is_worth_most_of_what_fits(room, chosen):
    standfirsts = pytest.importorskip("benchmarks.quality.standfirsts")
    assert standfirsts.best([2, 3, 2, 0], [6, 10, 6, 1], room) == chosen
