"""Cutting text into runs: against a character by character reference."""

from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from oped.reports.runs import Mark, MarkedText, cut_runs
from seeds.page import Paragraph, Piece, Span

MARKS = st.lists(st.builds(Mark, st.integers(1, 5), st.integers(-3, 15), st.integers(-3, 15)), max_size=8)


def slow(text, marks):
    """The marks on every character, found one by one."""
    return [sorted({mark.number for mark in marks if mark.start <= at < mark.end}) for at in range(len(text))]


@given(st.text("甲乙丙丁", max_size=12), MARKS)
def test_runs_tile_the_text_and_carry_the_marks_of_each_character(text, marks):
    runs = cut_runs(text, marks)
    assert "".join(run.text for run in runs) == text
    assert [list(run.marks) for run in runs for _ in run.text] == slow(text, marks)


@given(st.text("甲乙丙丁", max_size=12), MARKS)
def test_every_mark_begins_once_where_it_first_stands(text, marks):
    runs = cut_runs(text, marks)
    begun = [number for run in runs for number in run.begins]
    assert sorted(begun) == sorted({number for numbers in slow(text, marks) for number in numbers})
    for run in runs:
        assert set(run.begins) <= set(run.marks)


@given(st.text("甲乙丙丁", max_size=12), MARKS)
def test_neighbours_differ(text, marks):
    runs = cut_runs(text, marks)
    assume(len(runs) > 1)
    for left, right in pairwise(runs):
        assert left.marks != right.marks or right.begins


@given(st.data())
def test_page_spans_find_their_characters_in_any_paragraph(data):
    """Paragraphs of several stretches, in any order on the page."""
    lengths = data.draw(st.lists(st.integers(1, 4), min_size=1, max_size=6))
    page, stretches = "", []
    for number, length in enumerate(lengths):
        stretches.append(Span(len(page) + 1, len(page) + 1 + length))
        page += "\n" + chr(ord("甲") + number) * length
    stretches = data.draw(st.permutations(stretches))
    cut = data.draw(st.integers(0, len(stretches)))
    groups = [tuple(group) for group in (stretches[:cut], stretches[cut:]) if group]
    paragraphs = tuple(Paragraph("".join(page[a:b] for a, b in group), group) for group in groups)
    start = data.draw(st.integers(0, len(page)))
    wanted = Span(start, data.draw(st.integers(start, len(page))))
    marked = MarkedText(Piece(1, "", paragraphs)).mark([(7, [wanted])])
    expected = [
        [wanted.start <= at < wanted.end for span in group for at in range(*span)] for group in groups
    ]
    assert [[bool(run.marks) for run in p.runs for _ in run.text] for p in marked] == expected
    assert sum(7 in run.begins for p in marked for run in p.runs) == any(map(any, expected))
