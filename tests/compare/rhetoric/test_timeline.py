"""提法 over time."""

import json
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

import seeds
from compare.mining import timeline
from compare.mining.keyness import log_likelihood, log_odds
from seeds.errors import InputError, UsageError

OLD, NEW = "加快推进绿色改革", "坚持走创新发展道路"
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
    new = next(usage for text, usage in found.items() if "创新发展" in text)
    old = next(usage for text, usage in found.items() if "绿色改革" in text)
    assert (new.trend, new.first, new.articles) == ("new", "2015-01-01", 20)
    assert (old.trend, old.last) == ("falling", "2014-04-01")
    assert new.change == pytest.approx(-old.change)


def test_given_formulas_are_followed_in_their_order():
    found = timeline(articles(), [NEW, "没有的话", OLD], period="year")
    assert [usage.text for usage in found.usages] == [NEW, "没有的话", OLD]
    assert (found.usages[1].trend, found.usages[1].first) == ("absent", None)
    assert found.periods == tuple(str(year) for year in range(2010, 2020))
    assert found.usages[0].counts == (0,) * 5 + (4,) * 5
    assert found.usages[0].sparkline == " " * 5 + "█" * 5
    low, high = found.usages[0].intervals[5]
    assert low < found.usages[0].per_million[5] < high


def test_periods_without_articles_are_shown():
    found = timeline([("2021-01-05", "种树好"), ("2021-04-05", "种树好")], ["种树"])
    assert (found.period, found.periods) == ("month", ("2021-01", "2021-02", "2021-03", "2021-04"))
    assert found.articles == (1, 0, 0, 1)
    assert found.usages[0].per_million == (1e6 / 3, 0, 0, 1e6 / 3)
    assert found.usages[0].intervals[1] is None


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
        ([("2021-01-01", "种树")], {"period": "century"}),
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
    assert (
        repr(found)
        == f"<Timeline of {len(found.usages)} formulas, {found.periods[0]} to {found.periods[-1]}>"
    )
    assert found.usages[0].to_dict()["label"] == "新提法"
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


def test_weeks_are_those_of_iso_8601():
    found = timeline([("2020-12-31", "种树"), ("2021-01-04", "种树")], ["种树"], period="week")
    assert found.periods == ("2020-W53", "2021-W01")


@given(st.integers(0, 50), st.integers(60, 500), st.integers(0, 50), st.integers(60, 500), st.floats(0.1, 5))
def test_log_odds_change_sign_with_the_sides(here, size, there, other, prior):
    one, z = log_odds(here, size, there, other, prior, 100 * prior)
    back, back_z = log_odds(there, other, here, size, prior, 100 * prior)
    assert one == pytest.approx(-back)
    assert z == pytest.approx(-back_z)


def test_what_gives_way_is_told_with_its_heir():
    old, new = "加快推进绿色发展方式改革", "加快推进绿色发展模式改革"
    notes = [
        (f"20{10 + at}-03-01", f"{PLACES[at % 10]}要{old if at < 8 else new}，{PLACES[at % 7]}的人都说好。")
        for at in range(16)
    ]
    found = timeline(notes, [old, new, "说好"]).successions
    assert [(each.old, each.new, each.since, each.before, each.after) for each in found] == [
        (old, new, "2018-03-01", 8, 0)
    ]
    assert timeline(notes + [(f"20{30 + at}-03-01", old) for at in range(8)], [old, new]).successions == ()


def test_first_and_last_are_told_as_the_articles_date_them():
    found = timeline([("2019", "久久为功"), ("2021-05", "久久为功"), ("2020-03-04", "别的话")], ["久久为功"])
    assert (found.usages[0].first, found.usages[0].last) == ("2019", "2021-05")
