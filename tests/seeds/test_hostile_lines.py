"""Lines that repeat one sign, or write a day that is none: they are read, and in linear time."""

import time

import pytest

from seeds.metadata import find_date

from .articles import CELL as TEXT
from .articles import read_rows as read


@pytest.mark.parametrize(("name", "sign"), [("a.txt", ","), ("a.md", "["), ("a.md", "![")])
def test_a_sign_repeated_takes_linear_time(name, sign):
    read([TEXT], name)
    began = time.perf_counter()
    read([sign * 60_000, "", TEXT], name)
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize(
    "day", ["民国十十年一月一日", "民国百百年一月一日", "民国三十一二年一月一日", "二〇二四年十十月一日"]
)
def test_numerals_that_are_no_number_are_no_year(day):
    assert find_date(day) is None


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("民国一百一十年三月二日", "2021-03-02"),
        ("民国一百零五年三月二日", "2016-03-02"),
        ("民国百十年元月二日", "2021-01-02"),
    ],
)
def test_years_of_the_republic_in_words(day, said):
    assert find_date(day) == said
