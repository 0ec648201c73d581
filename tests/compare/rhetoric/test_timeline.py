"""提法 over time."""

import json
from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import seeds
from compare.mining import genealogy, timeline
from compare.mining.keyness import log_likelihood, log_odds
from compare.mining.trends import change_by_chance
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
    assert (new.trend, new.first, new.articles) == ("emerged", "2015-01-01", 20)
    assert (old.trend, old.last) == ("gone", "2014-04-01")
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
    assert found.usages[0].sparkline == "█··█"
    assert found.usages[0].older


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
    lines = str(found).splitlines()
    assert len(lines) == 1 + len(found.usages)
    assert "兴起" in str(found)
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


def test_what_grew_out_of_what():
    first = {
        "绿色发展": "2015",
        "绿色发展理念": "2016",
        "推动绿色发展": "2016",
        "绿色发展和创新": "2017",
        "推动绿色发展水平": "2018",
        "三感、两感": "2017",
        "两感、三感": "2018",
        "种树造林": "2014",
    }
    trees = genealogy(first)
    assert {tree.text: [child.text for child in tree.children] for tree in trees} == {
        "绿色发展": ["绿色发展理念"],
        "三感、两感": ["两感、三感"],
    }


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


@pytest.mark.parametrize(
    ("uses", "became"),
    [
        ("0000000000000000000000000000000000001121", "new"),
        ("0000000000000000000012121221121212211212", "emerged"),
        ("0000000000000000000001121010101101010000", "uneven"),
        ("0000111010101111010101111445454454545544", "rising"),
        ("0000445454454545544111010101111010101101", "falling"),
        ("1212121211212121212121212121121212121212", "steady"),
        ("0000000012212100000000000000000000000000", "gone"),
        ("0000112100000000000000000000000000001211", "steady"),
        ("0000000001100000000000000000000000000000", "rare"),
        ("4454545445445454544511110101011010101999", "uneven"),
        ("4454545445445454544511110101011010101010", "falling"),
        ("0000000000000000000000000000000000000011", "new"),
    ],
)
def test_what_became_of_a_formula_is_what_its_bars_show(uses, became):
    notes = [(f"{1980 + at}-03-01", "种树造林。" * int(n) + "别的事" * 40) for at, n in enumerate(uses)]
    assert timeline(notes, ["种树造林"]).usages[0].trend == became


@given(st.lists(st.integers(0, 3), min_size=4, max_size=60))
def test_a_change_turned_round_is_the_same_change(rates):
    there, back = (change_by_chance(np.array(each, dtype=float)) for each in (rates, rates[::-1]))
    assert there[1] == pytest.approx(back[1])
    assert 0 <= there[1] <= 1
    assert there[1] >= 0.5 or there[0] == -back[0]


def test_as_many_that_fell_as_rose_are_shown():
    words = ["植树造林建设", "防风治沙工程", "退耕还林政策", "保护湿地行动", "节约用水制度", "清洁取暖改造"]
    notes = [
        (
            f"{1990 + at}-05-01",
            "。".join(
                f"{PLACES[(at + n) % 10]}推进{word}" for n, word in enumerate(words) if (at < 15) == (n < 2)
            ),
        )
        for at in range(30)
    ]
    found = timeline(notes, top=4, least=3)
    trends = [usage.trend for usage in found.usages]
    assert len(trends) == 4
    assert trends.count("gone") == 2


def test_a_plain_term_that_marked_its_time_is_told_apart():
    notes = [
        (
            f"{1950 + at}-03-01",
            f"{PLACES[at % 10]}{'的人民公社办得好，人民公社能行' if at < 12 else '种树'}。",
        )
        for at in range(50)
    ]
    found = timeline(notes)
    assert ("人民公社", "gone") in [(usage.text, usage.trend) for usage in found.terms]
    assert "人民公社" not in [usage.text for usage in found.usages]
