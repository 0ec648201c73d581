"""Skeletons sentence by sentence: which word of several makes the frame, and which are too common to."""

import pytest

from compare.background import build_background, load_background
from compare.reuse.frames import MOST_CLAUSES, Rarity, sentences
from compare.reuse.skeletons import LEAST_BITS, carriers, skeletons
from compare.reuse.text import Text

RARITY = Rarity(load_background(), {})
ACCOUNTS = "既要学会算账也敢算账，既要学会种地也敢种地，既要学会读书也敢读书。"
ROADS = "既要看清来路也敢回头，既要认准去路也敢开步，既要记住岔路也敢停下。"


def frames(left, right, rarity=RARITY):
    sides = (carriers(sentences(Text.of_string(text)), rarity) for text in (left, right))
    return list(skeletons(*sides, rarity))


def words(frame, side):
    return [pair[side].word for pair in frame.marks]


def test_of_several_repeated_words_the_most_telling_makes_the_frame():
    (frame,) = frames(ACCOUNTS, ROADS)
    repeated = ("也", "要", "既", "敢")
    assert max(repeated, key=RARITY.bits) == "敢"
    assert words(frame, 0) == words(frame, 1)
    assert set(words(frame, 0)) == {"敢"}
    assert len(frame.marks) == 3


def test_a_frame_does_not_depend_on_the_side():
    (one,) = frames(ACCOUNTS, ROADS)
    (other,) = frames(ROADS, ACCOUNTS)
    assert (one.bits, one.left, one.right) == (other.bits, other.right, other.left)


def test_words_of_every_clause_carry_no_frame():
    rarity = Rarity(build_background(["让山变绿，让水变清。" * 200]), {})
    assert rarity.bits("让") < LEAST_BITS < rarity.bits("越")
    assert frames("让田变平，让河变宽，让路变直。", "让人安心，让人舒心，让人开心。", rarity) == []
    (frame,) = frames(
        "让田变平，越走越亮，越看越近，越想越明。", "让人安心，越站越冷，越等越急，越说越多。", rarity
    )
    assert set(words(frame, 0)) == {"越"}


def test_a_text_without_full_stops_is_looked_at_up_to_a_limit():
    (sentence,) = sentences(Text.of_string("越走越亮，" * (3 * MOST_CLAUSES)))
    assert len(sentence.clauses) == len(sentence.marks) == MOST_CLAUSES


@pytest.mark.parametrize("text", ["", "。。。", "，、：", "越"])
def test_texts_without_clauses_have_no_frame(text):
    assert frames(text, ACCOUNTS) == []
