"""The steps from runs to passages one by one, where whole texts reach them by chance only."""

from itertools import pairwise

import numpy as np

from compare import compare
from compare.reference.corpus import load_reference
from compare.reuse.align import Alignment
from compare.reuse.banded_alignment import Tasks, best_paths
from compare.reuse.candidates import search
from compare.reuse.chain import chains
from compare.reuse.finding import within
from compare.reuse.index import SharedRun
from compare.reuse.lists import forms, lists, shared_list
from compare.reuse.passages import apart, passages, reordered
from compare.reuse.text import Text
from seeds.page import Paragraph, Piece, Span

BACKGROUND = load_reference()
VERSES = "山坳里那条石板路还在雨后发亮，坡上的老槐树也还站在原来的地方等人回来。"


def searched(*raw, expect=0.01):
    texts = [Text.of(text) for text in raw]
    found, clusters = search(texts, BACKGROUND, expect)
    return texts, found, list(clusters)


def test_no_task_has_no_path():
    none = np.zeros(0, dtype=np.int64)
    cells = best_paths(
        np.zeros(0, dtype=np.uint32), np.zeros(0, dtype=np.float32), Tasks(none, none, none, none), band=4
    )
    assert [column.tolist() for column in cells] == [[], [], []]


def test_an_edited_passage_is_passed_on_and_chance_is_left():
    others = [chr(0x4E00 + 40 * n) * 9 + "。" for n in range(1, 40)]
    edited = "山坳里那条石板老路还在雨后闪亮，坡上的大槐树也还站在原来地方等人回来。"
    _, found, clusters = searched(VERSES, *others, edited, expect=1e-9)
    (cluster,) = clusters
    assert (cluster.left, cluster.right) == (0, 40)
    assert max(found.weigh(0, 40, run) for run in cluster.runs) < found.needed(0, 40)
    short = "他说山坳里那条石板在哪里。"
    assert searched(VERSES, *others, short, expect=1e-9)[2] == []


def test_tiles_use_each_character_once_and_what_one_text_repeats_twice():
    runs = [SharedRun(0, 0, 9), SharedRun(0, 20, 9), SharedRun(9, 9, 6), SharedRun(5, 40, 8)]
    found = chains(runs, [36.0, 36.0, 24.0, 32.0], 10.0)
    assert [SharedRun(0, 0, 9), SharedRun(9, 9, 6)] in found
    assert [SharedRun(0, 20, 9)] in found
    for chain in found:
        for one, other in pairwise(chain):
            assert one.a + one.length <= other.a
            assert one.b + one.length <= other.b


def test_runs_beyond_a_trimmed_stretch_are_left_out():
    alignment = Alignment((SharedRun(0, 0, 2), SharedRun(4, 5, 6), SharedRun(12, 13, 3)), 20.0)
    assert list(within(alignment, (3, 10), (3, 11))) == [SharedRun(4, 5, 6)]
    assert list(within(alignment, (5, 13), (0, 99))) == [SharedRun(5, 6, 5), SharedRun(12, 13, 1)]


def test_clauses_that_change_places_are_one_passage_when_they_are_near():
    first, then = Alignment((SharedRun(0, 30, 12),), 40.0), Alignment((SharedRun(13, 10, 12),), 40.0)
    (both,) = reordered([then, first])
    assert both.runs == (SharedRun(0, 30, 12), SharedRun(13, 10, 12))
    assert both.bits < first.bits + then.bits
    assert reordered([first, Alignment((SharedRun(60, 10, 12),), 40.0)]) == []
    assert reordered([Alignment((SharedRun(0, 300, 12),), 40.0), then]) == []


def test_clauses_moved_far_are_passages_of_their_own():
    one, two = VERSES[:16], VERSES[16:]
    filler = "镇上修桥铺路的人一年比一年多，谁家添了新丁大家都来道喜，" * 6
    texts, found, clusters = searched(f"{one}{two}", f"{two}{filler}{one}")
    told = list(passages(found, clusters))
    assert len(told) == 2
    for passage in told:
        assert passage.alignment.bits >= found.needed(0, 1)
        for run in passage.alignment.runs:
            assert texts[0].string(run.a, run.a + run.length) == texts[1].string(run.b, run.b + run.length)


def test_a_passage_inside_another_goes_and_repeats_are_paired_place_by_place():
    whole, part = Alignment((SharedRun(0, 10, 20),), 60.0), Alignment((SharedRun(5, 15, 9),), 30.0)
    assert apart([whole, part]) == [whole]
    places = [Alignment((SharedRun(a, b, 20),), 60.0) for a in (0, 50) for b in (0, 50, 90)]
    assert [(one.left[0], one.right[0]) for one in apart(places)] == [(0, 0), (0, 90), (50, 50)]


def test_a_list_that_is_not_rare_enough_is_chance():
    left, right = "院里种着石榴、柿子、山楂、核桃。", "她最想念核桃、石榴、柿子、山楂。"
    one, other = Text.of(left), Text.of(right)
    shared = shared_list(*([forms(text, item) for item in lists(text)[0]] for text in (one, other)))
    assert shared is not None
    assert len(shared.items) == 4
    assert [m.kind for m in compare(left, right, expect=1e-9).matches] == []


def test_a_quotation_across_columns_reaches_from_its_first_to_its_last_character():
    paragraph = Paragraph("石板路还在雨后发亮", (Span(10, 15), Span(40, 44)))
    text = Text.of(Piece(1, "路", (paragraph,)))
    assert text.extent(3, 7) == (13, 42)
    assert text.extent(0, 3) == (10, 13)
    assert [tuple(span) for span in text.side(3, 7).spans] == [(13, 15), (40, 42)]
