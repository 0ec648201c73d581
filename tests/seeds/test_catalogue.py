"""The words of reports in two languages, and which of them a locale asks for."""

import string

import pytest

from seeds import UsageError
from seeds.catalogue import CATALOGUE, LANGUAGES, Labels, language_of_locale


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "zh_TW", "LANG": "C"}, "zh"),
    ],
)
def test_the_locale_chooses_in_the_order_of_posix(environment, language):
    assert language_of_locale(environment) == language


def test_a_language_that_there_is_not_names_those_there_are():
    with pytest.raises(UsageError, match="'fr'; choose one of en, zh"):
        Labels("fr")


@pytest.mark.parametrize("key", CATALOGUE)
def test_both_languages_ask_for_the_same_values(key):
    wanted = [{name for _, name, _, _ in string.Formatter().parse(words) if name} for words in CATALOGUE[key]]
    assert len(wanted) == len(LANGUAGES)
    assert wanted[0] >= wanted[1]


def test_one_thing_and_many_things_are_counted_apart():
    label = Labels("en")
    assert label.count(1, "piece", "pieces") == label("piece")
    assert label.count(1234, "piece", "pieces") == label("pieces", n="1,234")
