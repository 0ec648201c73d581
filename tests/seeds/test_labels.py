import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from seeds.layout.labels import END, FURNITURE, ROLE_OF, START, UNFINISHED, Model, shipped_model

ROLES = sorted({*ROLE_OF.values(), FURNITURE})
TENTHS = st.integers(-50, 50).map(lambda tenths: tenths / 10)


def total(model: Model, scores, places) -> float:
    """The score of a labelling, added up as the model is defined."""
    result, before = 0.0, START
    for line, place in zip(scores, places, strict=True):
        if place == FURNITURE:
            result += line.get(FURNITURE, 0.0) + model.follows[before].get(FURNITURE, 0.0)
        elif place in model.follows[before]:
            result += line.get(ROLE_OF[place], 0.0) + model.follows[before][place]
            before = place
        else:
            return float("-inf")
    return result + model.follows[before].get(END, UNFINISHED)


@given(st.lists(st.fixed_dictionaries(dict.fromkeys(ROLES, TENTHS)), min_size=1, max_size=3))
@settings(max_examples=25, deadline=None)
def test_decoding_finds_the_best_of_all_labellings(scores):
    model = shipped_model()
    best = max(
        total(model, scores, places)
        for places in itertools.product([*ROLE_OF, FURNITURE], repeat=len(scores))
    )
    assert abs(total(model, scores, model.decode(scores)) - best) < 1e-9


def test_the_shipped_tables_speak_of_known_roles_and_places():
    model = shipped_model()
    assert {role for table in model.evidence.values() for role in table} <= set(ROLES)
    assert set(model.follows) == {START, *ROLE_OF}
    assert {after for table in model.follows.values() for after in table} <= {*ROLE_OF, FURNITURE, END}


def test_an_empty_page_has_no_labels():
    assert shipped_model().label([]) == []
