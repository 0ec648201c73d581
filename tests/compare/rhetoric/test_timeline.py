"""提法 over time."""

import json
from math import log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import seeds
from compare.rhetoric import timeline
from compare.rhetoric.formulas import SHORTEST_CHARS, VARIETY, formulas
from compare.rhetoric.timeline import log_likelihood
from seeds.errors import InputError, UsageError

OLD, NEW = "深入开展植树造林活动", "大力发展林下经济"
PLACES = ["东村", "西村", "南山", "北岭", "河口", "上坝", "下湾", "老街", "新桥", "石门"]


def articles():
    """Forty dated notes: an old formula fades, a new one comes in the later half."""
    for number in range(40):
        place = PLACES[number % 10]
        words = OLD if number < 20 else NEW
        rest = "，群众都说好" if number % 2 else "。大家参加"
        yield f"20{10 + number // 4}-0{1 + number % 4}-01", f"{place}{words}{rest}。"


def test_what_is_new_and_what_fades_shows_without_a_list():
    found = {usage.text: usage for usage in timeline(articles()).usages}
    new = next(usage for text, usage in found.items() if "林下" in text)
    old = next(usage for text, usage in found.items() if "植树造林" in text)
    assert (new.trend, new.first, new.articles) == ("new", "2015-01-01", 20)
    assert (old.trend, old.last) == ("falling", "2014-04-01")
    assert new.change == pytest.approx(-old.change)


def test_given_formulas_are_followed_in_their_order():
    found = timeline(articles(), [NEW, "没有的话", OLD], period="year")
    assert [usage.text for usage in found.usages] == [NEW, OLD]
    assert found.periods == tuple(str(year) for year in range(2010, 2020))
    assert found.usages[0].counts == (0,) * 5 + (4,) * 5
    assert found.usages[0].sparkline == " " * 5 + "█" * 5


def test_periods_without_articles_are_shown():
    found = timeline([("2021-01-05", "种树好"), ("2021-04-05", "种树好")], ["种树"])
    assert (found.period, found.periods) == ("month", ("2021-01", "2021-02", "2021-03", "2021-04"))
    assert found.articles == (1, 0, 0, 1)
    assert found.usages[0].rates == (1, 0, 0, 1)


def test_quarters_and_partial_dates():
    found = timeline([("2019", "种树"), ("2021-11", "种树")], ["种树"], period="quarter")
    assert (found.periods[0], found.periods[-1]) == ("2019-Q1", "2021-Q4")


def test_pieces_carry_their_date_and_undated_ones_are_left_out():
    pieces = [seeds.article("种树好", date="2021-03-01"), seeds.article("种树好")]
    assert timeline(pieces, ["种树"]).articles == (1,)


@pytest.mark.parametrize(
    ("given", "arguments"),
    [
        ([], {}),
        ([seeds.article("种树")], {}),
        ([("2021-01-01", "种树")], {"least": 0}),
        ([("2021-01-01", "种树")], {"top": 0}),
        ([("2021-01-01", "种树")], {"formulas": [" "]}),
    ],
)
def test_what_makes_no_sense_is_refused(given, arguments):
    with pytest.raises(UsageError):
        timeline(given, **arguments)


@pytest.mark.parametrize("day", ["昨天", "2021-13-01"])
def test_what_is_no_date_is_bad_input(day):
    with pytest.raises(InputError):
        timeline([(day, "种树")])


def test_it_prints_and_is_plain_data():
    found = timeline(articles())
    lines = str(found).splitlines()
    assert len(lines) == 1 + len(found.usages)
    assert "新提法" in str(found)
    assert json.loads(json.dumps(found.to_dict()))["schema"] == "oped/timeline/1"


@given(st.integers(0, 30), st.integers(1, 30), st.integers(0, 30), st.integers(1, 30))
def test_the_log_likelihood_is_the_textbook_sum(here, more, there, rest):
    size, other = here + more, there + rest
    cells = [(here, size, here + there), (there, other, here + there)]
    cells += [(more, size, more + rest), (rest, other, more + rest)]
    total = size + other
    slow = 2 * sum(seen * log(seen * total / (row * column)) for seen, row, column in cells if seen)
    fast = log_likelihood(here, size, there, other)
    assert abs(fast) == pytest.approx(slow, abs=1e-9)
    assert fast >= 0 if here * other >= there * size else fast <= 0


words = st.lists(st.sampled_from(["种树", "造林", "护水", "村民", "的"]), min_size=1, max_size=6).map(tuple)


@settings(max_examples=60)
@given(st.lists(st.lists(words, min_size=1, max_size=3), min_size=1, max_size=8), st.integers(1, 3))
def test_formulas_are_in_the_articles_they_are_said_to_be_in(articles, least):
    for text, places in formulas(articles, least).items():
        assert len(text) >= SHORTEST_CHARS
        assert not text.startswith("的")
        assert not text.endswith("的")
        holding = [n for n, a in enumerate(articles) if any(text in "".join(segment) for segment in a)]
        assert set(places) <= set(holding)
        assert len(places) >= least


def test_a_part_that_stands_in_a_longer_formula_only_is_dropped():
    articles = [[(place, "深入", "开展", "植树", "造林", place)] for place in PLACES]
    assert list(formulas(articles, VARIETY)) == ["深入开展植树造林"]
