"""The steps from runs to passages one by one, where whole texts reach them by chance only."""

import numpy as np
import pytest

from compare import compare
from compare.background import load_background
from compare.reuse import candidates
from compare.reuse.align import Alignment, Chain
from compare.reuse.bands import Tasks, best_paths
from compare.reuse.candidates import Run, search
from compare.reuse.chain import _apart
from compare.reuse.find import _within, shared_lists
from compare.reuse.passages import _in_order, is_dense, outermost, passages
from compare.reuse.seeds import Collection, covered, equal_windows
from compare.reuse.text import Text
from compare.reuse.trim import _inward
from seeds.page import Paragraph, Piece, Span

BACKGROUND = load_background()
VERSES = "山坳里那条石板路还在雨后发亮，坡上的老槐树也还站在原来的地方等人回来。"


def searched(*raw, expect=0.01):
    texts = [Text.of_string(text) for text in raw]
    found, clusters = search(texts, BACKGROUND, expect)
    return texts, found, list(clusters)


def test_no_task_has_no_path():
    none = np.zeros(0, dtype=np.int64)
    cells = best_paths(
        np.zeros(0, dtype=np.uint32), np.zeros(0, dtype=np.float32), Tasks(none, none, none, none), band=4
    )
    assert [column.tolist() for column in cells] == [[], [], []]


def test_of_very_many_runs_the_longest_are_kept_in_their_order(monkeypatch):
    parts = ["石板路还在", "老槐树还站在原处", "雨后发亮的瓦", "坡上等人回来的灯火"]
    left = "".join(f"{part}{mark}" for part, mark in zip(parts, "甲乙丙丁", strict=True))
    right = "".join(f"{part}{mark}" for part, mark in zip(parts, "子丑寅卯", strict=True))
    (whole,) = searched(left, right)[2]
    monkeypatch.setattr(candidates, "MOST_RUNS", 2)
    (few,) = searched(left, right)[2]
    assert len(whole.runs) == 4
    longest = sorted(whole.runs, key=lambda run: -run.length)[:2]
    assert list(few.runs) == sorted(longest)


def test_many_texts_that_share_a_long_passage_pass_it_on():
    others = [chr(0x4E00 + 40 * n) * 9 + "。" for n in range(1, 40)]
    _, found, clusters = searched(VERSES, *others, VERSES)
    (cluster,) = clusters
    assert (cluster.left, cluster.right) == (0, 40)
    assert found.weigh(0, 40, cluster.runs[0]) >= found.needed(0, 40)


def test_many_texts_that_share_an_edited_passage_pass_it_on_and_chance_is_left():
    others = [chr(0x4E00 + 40 * n) * 9 + "。" for n in range(1, 40)]
    edited = "山坳里那条石板老路还在雨后闪亮，坡上的大槐树也还站在原来地方等人回来。"
    _, found, clusters = searched(VERSES, *others, edited, expect=1e-9)
    (cluster,) = clusters
    assert (cluster.left, cluster.right) == (0, 40)
    assert max(found.weigh(0, 40, run) for run in cluster.runs) < found.needed(0, 40)
    short = "他说山坳里那条石板在哪里。"
    assert searched(VERSES, *others, short, expect=1e-9)[2] == []


@pytest.mark.parametrize(
    ("runs", "kept"),
    [
        ([(9.0, (0, 0, 9)), (4.0, (9, 9, 4))], [(0, 0, 9), (9, 9, 4)]),
        ([(9.0, (0, 0, 9)), (6.0, (6, 6, 6))], [(0, 0, 9), (9, 9, 3)]),
        ([(9.0, (5, 5, 9)), (6.0, (2, 2, 6))], [(5, 5, 9), (2, 2, 3)]),
        ([(9.0, (5, 20, 9)), (6.0, (2, 27, 6))], [(5, 20, 9), (4, 29, 1)][:1]),
        ([(9.0, (0, 0, 9)), (3.0, (4, 4, 3))], [(0, 0, 9)]),
        ([(9.0, (3, 30, 9)), (8.0, (0, 36, 8)), (2.0, (8, 50, 3))], [(3, 30, 9)]),
    ],
)
def test_the_lighter_of_two_runs_gives_way(runs, kept):
    found = _apart([(weight, Run(*run)) for weight, run in runs])
    assert [tuple(run) for _, run in found] == kept
    taken = [place for _, run in found for place in range(run.a, run.a + run.length)]
    assert len(taken) == len(set(taken))


def test_runs_beyond_a_trimmed_stretch_are_left_out():
    alignment = Alignment((Run(0, 0, 2), Run(4, 5, 6), Run(12, 13, 3)), 20.0)
    assert list(_within(alignment, (3, 10), (3, 11))) == [Run(4, 5, 6)]
    assert list(_within(alignment, (5, 13), (0, 99))) == [Run(5, 6, 5), Run(12, 13, 1)]


def test_runs_far_apart_are_no_passage_but_each_may_be_one():
    runs = (Run(0, 40, 8), Run(9, 60, 8), Run(20, 0, 8))
    assert not is_dense(Alignment(runs, 60.0))
    assert [list(part) for part in _in_order(runs)] == [list(runs[:2]), [runs[2]]]
    assert list(_in_order(())) == []


def test_clauses_moved_far_are_passages_of_their_own():
    one, two = VERSES[:16], VERSES[16:]
    filler = "镇上修桥铺路的人一年比一年多，谁家添了新丁大家都来道喜，"
    texts, found, clusters = searched(f"{one}{two}", f"{two}{filler}{one}")
    for passage in passages(found, clusters):
        assert is_dense(passage.alignment)
        assert passage.alignment.bits >= found.needed(0, 1)
        for run in passage.alignment.runs:
            assert texts[0].string(run.a, run.a + run.length) == texts[1].string(run.b, run.b + run.length)


class Unaligned:
    """A search whose alignments are given: of all chains first, then of the parts of what was not dense."""

    def __init__(self, *rounds):
        self.rounds = list(rounds)
        self.space = self

    def align(self, chains):
        found = self.rounds.pop(0)
        return found + [None] * (len(chains) - len(found))

    def needed(self, left, right):
        return 50.0


def test_what_cannot_be_aligned_or_is_worth_too_little_is_no_passage(monkeypatch):
    chain = Chain(0, 1, [Run(0, 0, 8)], (0, 0), (99, 99))
    monkeypatch.setattr("compare.reuse.passages._chains", lambda search, clusters: iter([chain] * 3))
    good, poor = Alignment((Run(0, 0, 20),), 60.0), Alignment((Run(30, 30, 9),), 40.0)
    apart = Alignment((Run(40, 40, 8), Run(90, 90, 8)), 70.0)
    found = list(passages(Unaligned([None, poor, good], []), []))
    assert [passage.alignment for passage in found] == [good]
    assert list(passages(Unaligned([apart], [None]), [])) == []
    assert list(passages(Unaligned([apart], [poor]), [])) == []
    assert [passage.alignment for passage in passages(Unaligned([apart], [good]), [])] == [good]


def test_a_passage_inside_another_on_both_sides_goes():
    whole, part = Alignment((Run(0, 10, 20),), 60.0), Alignment((Run(5, 15, 9),), 30.0)
    elsewhere = Alignment((Run(5, 50, 9),), 30.0)
    assert outermost([part]) == [part]
    assert outermost([part, elsewhere, whole]) == [whole, elsewhere]


def test_ends_of_a_near_match_are_words():
    text = Text.of_string("，，建设美丽乡村。，")
    assert _inward(text, (0, len(text))) == (2, 8)
    assert _inward(text, (0, 2)) == (0, 2)


def test_a_list_that_is_not_rare_enough_is_chance():
    left, right = "院里种着石榴、柿子、山楂、核桃。", "她最想念核桃、石榴、柿子、山楂。"
    assert [len(shared.items) for shared in shared_lists(Text.of_string(left), Text.of_string(right))] == [4]
    assert [m.kind for m in compare(left, right, expect=1e-9).matches] == []


def test_what_very_many_texts_say_is_boilerplate():
    texts = [Text.of_string(f"{chr(0x5000 + n) * 6}本报记者现场报道{chr(0x6000 + n) * 6}") for n in range(8)]
    collection = Collection.of(texts)
    flags = covered(collection, equal_windows(collection, 4), 4, 7)
    said = ["".join(chr(code) for code in collection.codes[flags][n * 8 : n * 8 + 8]) for n in range(8)]
    assert said == ["本报记者现场报道"] * 8
    assert not covered(collection, equal_windows(collection, 4), 4, 8).any()


def test_a_quotation_across_columns_reaches_from_its_first_to_its_last_character():
    paragraph = Paragraph("石板路还在雨后发亮", (Span(10, 15), Span(40, 44)))
    text = Text.of_piece(Piece(1, "路", (paragraph,)))
    assert text.extent(3, 7) == (13, 42)
    assert text.extent(0, 3) == (10, 13)
    assert [tuple(span) for span in text.side(3, 7).spans] == [(13, 15), (40, 42)]
