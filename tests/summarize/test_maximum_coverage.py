import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.maximum_coverage import REPEATED, Coverage, Unit

SCALING = 0.5


def slow_fill(units, weights, scores, room, places, hanging, enough):
    """The same choice, everything worked out anew in every round."""
    chosen, said = [], set()
    while len(chosen) < places:
        taken = {unit.number for unit in chosen}
        best, best_worth = None, 0.0
        for unit in units:
            terms = set(unit.terms.tolist())
            repeated = len(terms & said) > REPEATED * len(terms) or not terms
            waits = unit.number in hanging and unit.number - 1 not in taken
            if unit.number in taken or unit.cost > room or waits or (chosen and repeated):
                continue
            if weights is None:
                worth = scores[unit.number] * (1 - len(terms & said) / max(len(terms), 1))
            else:
                worth = sum(weights[term] for term in terms - said) / unit.cost**SCALING
            if best is None or worth > best_worth:
                best, best_worth = unit, worth
        if best is None or (best_worth < 0 and room < enough):
            return chosen
        chosen.append(best)
        said |= set(best.terms.tolist())
        room -= best.cost
    return chosen


UNIT = st.tuples(st.integers(0, 5), st.integers(1, 30), st.sets(st.integers(0, 9), max_size=6))


@settings(deadline=None)
@given(
    st.lists(UNIT, max_size=10),
    st.integers(0, 80),
    st.integers(1, 6),
    st.sets(st.integers(0, 5)),
    st.booleans(),
)
def test_the_fast_choice_is_the_slow_one(drawn, room, places, hanging, weighted):
    units = [Unit(number, cost, cost, np.array(sorted(terms), np.int64)) for number, cost, terms in drawn]
    # Powers of two add up exactly in any order, so no two worths differ by rounding alone.
    weights = np.array([2.0**-place - 0.25 for place in range(10)]) if weighted else None
    scores = [float(place) for place in (3, 1, 4, 1, 5, 9)]
    coverage = Coverage(units, weights, scores, SCALING)
    left = coverage.fill(room, places, hanging, room / 2)
    expected = slow_fill(units, weights, scores, room, places, hanging, room / 2)
    assert [unit.number for unit in coverage.chosen] == [unit.number for unit in expected]
    assert left == room - sum(unit.cost for unit in expected)


def test_what_is_said_is_worth_nothing_again():
    units = [
        Unit(0, 5, 5, np.array([0, 1])),
        Unit(1, 5, 5, np.array([0, 1, 2, 3, 4])),
        Unit(2, 5, 5, np.array([5])),
    ]
    coverage = Coverage(units, np.array([1.0, 1.0, 0.1, 0.1, 0.1, 0.2]), [0.0] * 3)
    coverage.fill(10, 9, (), 0)
    assert [unit.number for unit in coverage.chosen] == [1, 2]


@pytest.mark.parametrize("weights", [None, np.zeros(0)])
def test_no_units(weights):
    coverage = Coverage([], weights, [])
    assert coverage.fill(10, 3, (), 5) == 10
