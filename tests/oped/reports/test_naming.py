"""Rows of one table are one file to people."""

import pytest

from oped.reports.naming import files, page_name


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["a.json:1", "a.json:2"], ("a.json",)),
        (["a.json:1", "b.txt"], ("a.json", "b.txt")),
        (["a\n.json:1", "a\n.json:2"], ("a\n.json",)),
        (["", ""], ("",)),
        ([], ()),
    ],
)
def test_rows_of_a_table_are_one_file(names, expected):
    assert files(names) == expected


def test_a_row_is_named_only_where_there_are_other_files():
    assert page_name("a.json:2", ["a.json:1", "a.json:2"]) == ""
    assert page_name("a.json:2", ["a.json:1", "b.json:1"]) == "a.json:2"
