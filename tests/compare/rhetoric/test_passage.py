"""Passages: words tile the text, phrases are what the marks leave."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from compare.rhetoric.passage import COMMA, END, LIST, SEMICOLON, STOP, passage
from seeds.language.tokens import default_tokenizer

text = st.text(alphabet="我们要有好的、，；。！？“”《》（）A1 \n\x00", max_size=60)


def read(text):
    return passage(text, default_tokenizer())


def test_marks_divide_by_strength():
    phrases = read("学习、工作，生活；休息。明天").phrases
    assert [phrase.strength for phrase in phrases] == [LIST, COMMA, SEMICOLON, STOP, END]
    assert [phrase.text for phrase in phrases] == ["学习", "工作", "生活", "休息", "明天"]


def test_a_short_quotation_holds_together_and_is_divided_among_the_smallest():
    found = read("他常说“先做人，后做事”，大家都记得。")
    assert [phrase.text for phrase in found.phrases] == ["他常说先做人后做事", "大家都记得"]
    assert "先做人" in [phrase.text.removeprefix("他常说") for phrase in found.smallest]


def test_a_long_quotation_is_divided():
    long = "，".join(["做好眼前的每一件小事"] * 5)
    assert len(read(f"他说：“{long}。”").phrases) == 6


def test_groups_join_what_weaker_marks_divide():
    groups = list(read("甲村、乙村，丙村。丁村").divided(STOP))
    assert [[p.text for p in group] for group in groups] == [["甲村", "乙村", "丙村"], ["丁村"]]


@given(text)
def test_words_tile_the_text(text):
    found = read(text)
    assert "".join(word.text for word in found.words) == text
    assert all(text[w.start : w.end] == w.text for w in found.words)


@given(text)
def test_phrases_rise_and_hold_every_letter(text):
    found = read(text)
    for phrases in (found.phrases, found.smallest):
        assert all(a.end <= b.start for a, b in itertools.pairwise(phrases))
        letters = "".join(w.text for w in found.words if any(map(str.isalnum, w.text)))
        marks = sum(w.text[0] in "、，；。！？" for w in found.words)
        assert marks or letters == "".join(phrase.text for phrase in phrases)
