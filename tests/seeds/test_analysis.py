"""One analysis of a piece: words tile the text, units know their words, segments are what the marks leave."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

import seeds
from seeds.errors import UsageError
from seeds.language.analysis import analysis_of, paragraph_of
from seeds.language.tokens import tokenizer
from seeds.language.words import COMMA, END, LIST, SEMICOLON, STOP

text = st.text(alphabet="我们要有好的、，；。！？“”《》（）A1 \n\x00", max_size=60)


def read(text):
    return paragraph_of(text)


class Counting:
    """A tokenizer that counts the characters it is given."""

    name = "counting"

    def __init__(self):
        self.characters = 0

    def tag(self, text):
        self.characters += len(text)
        return tokenizer("rjieba").tag(text)


@pytest.fixture(scope="module")
def page():
    return seeds.seed_page()


def test_words_of_the_piece_tile_its_text(page):
    assert page.pieces
    for piece in page:
        found = analysis_of(piece)
        assert "".join(word for word, _ in found.tagged) == found.text
        assert all(found.text[w.start : w.end] == w.text for w in found.words)


def test_words_of_a_sentence_tile_it(page):
    assert page.pieces
    for piece in page:
        found = analysis_of(piece)
        assert found.sentences == seeds.sentences(piece)
        for sentence in found.sentences:
            assert "".join(word.text for word in found.words_of(sentence)) == sentence.text


def test_a_cut_across_paragraphs_finds_the_way_back_to_the_page(page):
    found = analysis_of(page.pieces[2])
    first, second = found.paragraphs[:2]
    excerpt = found.cut(len(first.text) - 4, second.start + 4)
    assert excerpt.text == f"{first.text[-4:]}\n{second.text[:4]}"
    on_page = "".join(page.text[span.start : span.end] for span in excerpt.spans)
    assert on_page == excerpt.text.replace("\n", "")


def test_each_character_is_cut_into_words_once(page):
    counting = Counting()
    found = analysis_of(page.pieces[0], tokenizer=counting)
    for _ in range(2):
        assert found.tagged
        assert found.clauses
        assert [paragraph.segments for paragraph in found.body]
        assert [found.words_of(sentence) for sentence in found.sentences]
    assert counting.characters == sum(len(p.text) for p in page.pieces[0].paragraphs)


def test_an_analysis_of_an_analysis_is_itself(page):
    found = analysis_of(page.pieces[0])
    assert analysis_of(found) is found
    with pytest.raises(UsageError, match="tokenizer"):
        analysis_of(found, tokenizer=Counting())


def test_what_is_no_text_is_refused_and_blank_text_is_empty():
    for wrong in (None, 3, b"text", ["text"]):
        with pytest.raises(UsageError, match=type(wrong).__name__):
            analysis_of(wrong)
    assert analysis_of(" \n").sentences == ()


def test_nothing_of_it_can_be_set(page):
    with pytest.raises(AttributeError):
        analysis_of(page.pieces[0]).piece = None


@given(text, st.integers(0, 60), st.integers(0, 60))
def test_words_of_any_stretch_tile_it(text, start, end):
    found = "".join(word.text for word in read(text).words_in(start, end))
    assert found == text[start:end]


def test_marks_divide_by_strength():
    segments = read("学习、工作，生活；休息。明天").segments
    assert [segment.strength for segment in segments] == [LIST, COMMA, SEMICOLON, STOP, END]
    assert [segment.text for segment in segments] == ["学习", "工作", "生活", "休息", "明天"]


def test_a_short_quotation_holds_together():
    found = read("他常说“先做人，后做事”，大家都记得。")
    assert [segment.text for segment in found.segments] == ["他常说先做人后做事", "大家都记得"]


def test_a_long_quotation_is_divided():
    long = "，".join(["做好眼前的每一件小事"] * 5)
    assert len(read(f"他说：“{long}。”").segments) == 6


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
    assert all(a.end <= b.start for a, b in itertools.pairwise(found.segments))
    letters = "".join(w.text for w in found.words if any(map(str.isalnum, w.text)))
    marks = sum(w.text[0] in "、，；。！？" for w in found.words)
    assert marks or letters == "".join(segment.text for segment in found.segments)
