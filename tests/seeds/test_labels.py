import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from seeds.layout.labels import END, FURNITURE, ROLE_OF, START, UNFINISHED, Model, shipped_model

PLACES = [*ROLE_OF, FURNITURE]
TENTHS = st.integers(-50, 50).map(lambda tenths: tenths / 10)


def total(model: Model, scores, places) -> float:
    """The score of a labelling, added up as the model is defined."""
    result, before = 0.0, START
    for line, place in zip(scores, places, strict=True):
        if place == FURNITURE:
            result += line[-1] + model.follows[before].get(FURNITURE, 0.0)
        elif place in model.follows[before]:
            result += line[PLACES.index(place)] + model.follows[before][place]
            before = place
        else:
            return float("-inf")
    return result + model.follows[before].get(END, UNFINISHED)


@given(st.lists(st.lists(TENTHS, min_size=len(PLACES), max_size=len(PLACES)), min_size=1, max_size=3))
@settings(max_examples=25, deadline=None)
def test_decoding_finds_the_best_of_all_labellings(scores):
    model = shipped_model()
    best = max(total(model, scores, places) for places in itertools.product(PLACES, repeat=len(scores)))
    assert abs(total(model, scores, model.decode(scores)) - best) < 1e-9


def test_the_shipped_tables_speak_of_known_roles_and_places():
    model = shipped_model()
    assert {place for table in model.evidence.values() for place in table} <= set(PLACES)
    assert set(model.follows) == {START, *ROLE_OF}
    assert {after for table in model.follows.values() for after in table} <= {*ROLE_OF, FURNITURE, END}


def test_an_empty_page_has_no_labels():
    assert shipped_model().label([]) == []
