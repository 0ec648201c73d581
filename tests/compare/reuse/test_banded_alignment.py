"""Alignments side by side against one that goes cell by cell."""

from itertools import pairwise
from math import inf

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from compare.reuse.align import Chain, Space, worthy_rows
from compare.reuse.banded_alignment import Tasks, best_paths
from compare.reuse.costs import DROP, EDIT_COST
from compare.reuse.fold import BREAK
from compare.reuse.index import Collection, SharedRun
from compare.reuse.text import Text

_EQUAL, _OTHER, _ROW, _COLUMN = 1, 2, 3, 4


def _table(
    rows: list[tuple[int, float]], columns: list[tuple[int, float]], band: int, drop: float
) -> tuple[list[bytearray], tuple[int, int]]:
    """How each cell is best reached from the first corner, row by row, and the best cell.

    Rows end at a break, or where all of a row is `drop` bits below the best cell so far.
    """
    width = len(columns) + 1
    above = [-EDIT_COST * j if j <= band else -inf for j in range(width)]
    moves: list[bytearray] = []
    best, corner = 0.0, (0, 0)
    for i, (code, weight) in enumerate(rows, 1):
        if code == BREAK:
            break
        row = [-inf] * width
        row[0] = -EDIT_COST * i if i <= band else -inf
        move = bytearray(width)
        for j in range(max(1, i - band), min(width, i + band + 1)):
            other, bits = columns[j - 1]
            if other == BREAK:
                break
            if other == code:
                value, how = above[j - 1] + (weight if weight < bits else bits), _EQUAL
                if value > best:
                    best, corner = value, (i, j)
            else:
                value, how = above[j - 1] - EDIT_COST, _OTHER
            if above[j] - EDIT_COST > value:
                value, how = above[j] - EDIT_COST, _ROW
            if row[j - 1] - EDIT_COST > value:
                value, how = row[j - 1] - EDIT_COST, _COLUMN
            row[j] = value
            move[j] = how
        moves.append(move)
        above = row
        if max(row) < best - drop:
            break
    return moves, corner


def _path(moves: list[bytearray], corner: tuple[int, int]) -> list[tuple[int, int]]:
    """The cells of equal characters on the way back from a corner."""
    i, j = corner
    cells = []
    while i and j and moves[i - 1][j]:
        how = moves[i - 1][j]
        if how == _EQUAL:
            cells.append((i, j))
        i -= how != _COLUMN
        j -= how != _ROW
    return cells


CELLS = st.lists(st.tuples(st.integers(5, 7), st.sampled_from([2.5, 4.0, 4.59375])), min_size=1, max_size=12)


def scalar(rows, columns, band, drop):
    moves, corner = _table(rows, columns, band, inf if drop is None else drop)
    if drop is None:
        corner = len(rows), len(columns)
    return [(i - 1, j - 1) for i, j in reversed(_path(moves, corner))]


@given(
    st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=6),
    st.sampled_from([2, 6]),
    st.sampled_from([1, -1]),
)
def test_paths_side_by_side_are_those_of_each_alone(tasks, band, step):
    codes, bits, places = [BREAK], [0.0], []
    for rows, columns in tasks:
        starts = []
        for cells in (rows, columns):
            starts.append(len(codes) + (0 if step > 0 else len(cells) - 1))
            codes += [code for code, _ in cells[::step]] + [BREAK]
            bits += [weight for _, weight in cells[::step]] + [0.0]
        places.append((*starts, len(rows), len(columns)))
    columns = Tasks(*(np.array(column) for column in zip(*places, strict=True)))
    arrays = np.array(codes, dtype=np.uint32), np.array(bits, dtype=np.float32)
    for wide, drop in ((band, DROP), (12, None)):
        found = best_paths(*arrays, columns, band=wide, step=step, drop=drop)
        for number, (rows, others) in enumerate(tasks):
            a, b, *_ = places[number]
            mine = found.task == number
            cells = zip(step * (found.a[mine] - a), step * (found.b[mine] - b), strict=True)
            assert sorted((int(i), int(j)) for i, j in cells) == scalar(rows, others, wide, drop)


LETTERS = st.text(alphabet="山水田园，", min_size=1, max_size=24)


def chains_of(one, other):
    """Every maximal run of two characters or more, as a chain of its own."""
    for a in range(len(one)):
        for b in range(len(other)):
            n = 0
            while a + n < len(one) and b + n < len(other) and one.codes[a + n] == other.codes[b + n]:
                n += 1
            if n > 1 and not (a and b and one.codes[a - 1] == other.codes[b - 1]):
                yield Chain(0, 1, [SharedRun(a, b, n)])


@given(LETTERS, LETTERS)
def test_alignments_hold_equal_runs_in_order(left, right):
    one, other = Text.of(left), Text.of(right)
    collection = Collection.of([one, other])
    space = Space(collection, np.where(collection.codes == BREAK, 0.0, 3.0))
    wanted = list(chains_of(one, other))
    together = space.align(wanted)
    assert together == [alone for chain in wanted for alone in space.align([chain])]
    for found in (alignment for some in together for alignment in some):
        edits = sum(
            max(q.a - p.a - p.length, q.b - p.b - p.length) * EDIT_COST for p, q in pairwise(found.runs)
        )
        assert found.bits == 3.0 * found.equal - edits - (8.0 if len(found.runs) > 1 else 0.0)
        ends = (0, 0)
        for run in found.runs:
            ours = one.codes[run.a : run.a + run.length]
            assert ours.tolist() == other.codes[run.b : run.b + run.length].tolist()
            assert run.a >= ends[0]
            assert run.b >= ends[1]
            ends = run.a + run.length, run.b + run.length


def test_no_alignment_crosses_the_end_of_a_text():
    texts = [Text.of("春天"), Text.of("的山水春天"), Text.of("的山水")]
    collection = Collection.of(texts)
    space = Space(collection, np.where(collection.codes == BREAK, 0.0, 4.0))
    ((found,),) = space.align([Chain(0, 1, [SharedRun(0, 3, 2)])])
    assert found.runs == (SharedRun(0, 3, 2),)


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(0, 9)), max_size=12))
def test_worthy_rows_are_apart_and_no_end_of_one_is_worth_nothing(items):
    weights, costs = [float(w) for w, _ in items], [float(c) for _, c in items]
    rows = worthy_rows(weights, costs)
    worth = lambda low, high: sum(weights[low:high]) - sum(costs[low + 1 : high])  # noqa: E731
    assert all(end <= begin for (_, end, _), (begin, _, _) in pairwise(rows))
    for low, high, bits in rows:
        assert bits == worth(low, high)
        for at in range(low + 1, high):
            assert worth(low, at) - costs[at] >= 0
            assert worth(at, high) - costs[at] >= 0
    if items:
        assert max(bits for *_, bits in rows) == max(
            worth(low, high) for low in range(len(items)) for high in range(low + 1, len(items) + 1)
        )


def test_no_runs_weigh_nothing():
    codes = np.arange(2, 9)
    space = Space(Collection(codes, np.array([0, 7])), np.ones(7))
    none = np.zeros(0, dtype=np.int64)
    assert len(space.weights(none, none, none)) == 0
    assert space.weights(np.array([0, 1]), np.array([3, 4]), np.array([2, 3])).tolist() == [2.0, 3.0]
