"""The table of matches: read back by the standard reader, and no cell a formula."""

import csv as reading
import io
import json

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from oped.reports.forms import draw
from oped.reports.forms.csv import csv as draw_csv
from oped.reports.forms.csv import lines
from oped.reports.rows import MATCHES, match_rows, pair_rows, piece_rows
from oped.reports.views.full import full
from oped.words import Labels

COLUMNS = (*MATCHES, "rarity")
FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "  =1",
    "＝1",
    "－1",
    "\u3000=1",
    "\ufeff=1",
    "\n=1",
]


def csv(report, label):
    return draw_csv(full(report, label))


def read(text):
    return list(reading.DictReader(io.StringIO(text, newline=""), strict=True))


def test_one_row_a_match_and_the_names_of_the_columns_stay(small_report):
    rows = read(csv(small_report, Labels("zh")))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == sum(len(pair.matches) for pair in small_report.comparison.pairs)
    assert rows[0]["left_text"] == "治水要有耐心,更要有恒心"
    assert rows[0]["kind"] == "near"
    assert [list(span) for span in small_report.comparison.pairs[0].matches[0].left.spans] == json.loads(
        rows[0]["left_spans"]
    )
    assert rows[0]["rarity"] == "参照语料“news”的 33,793 篇里至多约 300 条"


def test_lines_end_as_rfc_4180_says(small_report):
    text = csv(small_report, Labels("en"))
    assert text.count("\r\n") == text.count("\n") == len(read(text)) + 1


@pytest.mark.parametrize("text", FORMULAS)
def test_formulas_are_neutralised(small_report, retitled, text):
    rows = read(csv(retitled(small_report, text), Labels("en")))
    assert rows
    for row in rows:
        for value in row.values():
            assert not value.lstrip().startswith(tuple("=+-@＝＋－＠"))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=20) | st.text("\",\r\n='甲", max_size=20))
def test_any_text_keeps_the_table_in_shape(small_report, retitled, text):
    report = retitled(small_report, text)
    plain = csv(report, Labels("en"))
    plain.encode("utf-8")
    rows = read(plain)
    assert len(rows) == sum(len(pair.matches) for pair in report.comparison.pairs)
    assert all(None not in row and None not in row.values() for row in rows)


@given(st.text("\",;|\t=+@＝'甲 \n", max_size=12))
@example(';"=1+1')
def test_no_formula_begins_wherever_another_reader_parts_cells(text):
    _, line = lines([{"first": "甲", "second": text}], ["first", "second"])
    for divider in ",;|\t":
        parts = [
            part for row in reading.reader(io.StringIO(line, newline=""), delimiter=divider) for part in row
        ]
        assert parts
        assert not [part for part in parts if part.lstrip().startswith(tuple("=+-@＝＋－＠"))]


def test_excel_gets_a_byte_order_mark_on_request(small_report):
    document = full(small_report, Labels("zh"))
    assert draw(document, "csv", Labels("zh"), excel=True).startswith(b"\xef\xbb\xbfleft,")
    assert draw(document, "csv", Labels("zh")).startswith(b"left,")


def test_no_match_leaves_the_names(builder, make):
    page = builder("one.txt")
    page.piece("独此一篇", "只有一篇文章。")
    assert csv(make.report(page.build()), Labels("en")) == ",".join(COLUMNS) + "\r\n"


def test_rows_are_flat_and_alike(small_report):
    comparison = small_report.comparison
    for rows in (piece_rows(small_report), pair_rows(comparison), match_rows(comparison)):
        assert len({tuple(row) for row in rows}) == 1
        for row in rows:
            assert all(value is None or type(value) in (str, int, float) for value in row.values())
    assert len(piece_rows(small_report)) == 3
    assert len(pair_rows(comparison)) == 3
    assert pair_rows(comparison)[0] | {"theme": 0.42, "reuse": 0.31, "matches": 4} == pair_rows(comparison)[0]
    assert piece_rows(small_report)[1]["authors"] == "李乙、赵丙"
