"""Rows of one table are one file to people."""

import pytest

from oped.reports.figures import piece_facts
from oped.reports.naming import files
from oped.words import Labels


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


def test_a_row_is_named_only_where_there_are_other_files(builder, make):
    pages = []
    for name, title in (("a:1", "甲"), ("a:2", "乙"), ("b.txt", "丙")):
        page = builder(name)
        page.piece(title, "门开起来。" * 9)
        pages.append(page.build())
    label = Labels("zh")
    assert piece_facts(make.report(*pages[:2]), 2, label, short=True) == ["王甲"]
    assert piece_facts(make.report(*pages), 2, label, short=True) == ["王甲", "a:2"]
