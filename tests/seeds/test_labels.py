"""The search of the best labelling against trying them all."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeds.layout import _lone_heading
from seeds.layout.labels import FOLLOWS, PLACES, ROLE_OF, STATE_OF, Model, beginnings, shipped_model
from seeds.layout.lattice import END, FURNITURE, START, UNFINISHED

NAMES = [f"says {place}" for place in PLACES]
TENTHS = st.integers(-50, 50).map(lambda tenths: tenths / 10)
LINES = st.lists(st.lists(TENTHS, min_size=len(PLACES), max_size=len(PLACES)), min_size=1, max_size=3)


def total(follows, lines, places) -> float:
    """The score of a labelling, added up as the model is defined."""
    result, before = 0.0, START
    for line, place in zip(lines, places, strict=True):
        if place == FURNITURE:
            result += line[-1] + follows[before].get(FURNITURE, 0.0)
        elif STATE_OF[place] in follows[before]:
            result += line[PLACES.index(place)] + follows[before][STATE_OF[place]]
            before = STATE_OF[place]
        else:
            return float("-inf")
    return result + follows[before].get(END, UNFINISHED)


@given(LINES)
@settings(max_examples=25, deadline=None)
def test_the_search_finds_the_best_of_all_labellings(scores):
    model = Model(
        {name: {place: 1.0} for name, place in zip(NAMES, PLACES, strict=True)}, shipped_model().follows
    )
    lines = model.lines([dict(zip(NAMES, line, strict=True)) for line in scores])
    scored = {
        places: total(model.follows, scores, places)
        for places in itertools.product(PLACES, repeat=len(lines))
    }
    best = max(scored.values())
    assert abs(scored[tuple(model.lattice.best(lines))] - best) < 1e-9
    for pieces in (1, 2):
        wanted = max(
            (score for places, score in scored.items() if sum(beginnings(places)) == pieces - 1),
            default=float("-inf"),
        )
        found = model.lattice.best_with(lines, pieces)
        if wanted == float("-inf"):
            assert found is None
        else:
            assert found is not None
            assert sum(beginnings(found)) == pieces - 1
            assert abs(scored[tuple(found)] - wanted) < 1e-9
    for doubt in model.lattice.best_and_doubts(lines, 3.0)[1]:
        with_it = max(score for places, score in scored.items() if beginnings(places)[doubt.line])
        without = max(score for places, score in scored.items() if not beginnings(places)[doubt.line])
        assert abs(abs(with_it - without) - doubt.margin) < 1e-9
        assert doubt.begins == (with_it > without)


def test_the_shipped_tables_speak_of_known_places():
    model = shipped_model()
    assert {place for table in model.evidence.values() for place in table} <= set(PLACES)
    assert set(STATE_OF) == set(ROLE_OF)
    assert set(model.follows) == set(FOLLOWS)
    assert {after for table in model.follows.values() for after in table} <= {*FOLLOWS, FURNITURE, END}


def test_an_empty_page_has_no_labels():
    assert shipped_model().label([]).places == []


@pytest.mark.parametrize(
    ("places", "found"),
    [
        ("tbb tbb tbb hbb", 9),
        ("tbb tbb fhbb tbb", 7),
        ("tbb tbb tbb hb", None),  # as short as a section
        ("tbb tbb hbb hbb tbb", None),  # a text in sections has several
        ("tbb hbb tbb", None),  # too few titles to compare with
        ("tbb nbb tbb tbb hbb", None),  # bylines tell where pieces begin
    ],
)
def test_the_lone_heading_of_a_page_of_bare_titles_may_be_one(places, found):
    names = {"t": "bare title", "b": "body", "h": "heading", "f": "furniture", "n": "lead byline"}
    assert _lone_heading([names[letter] for letter in places.replace(" ", "")]) == found
