"""The phrases of a corpus: what they weigh, in which order they come, and which are wholes."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from compare.corpus import phrases as module
from compare.corpus.letters import Lettered
from compare.corpus.maximal import maximal_repeats
from compare.corpus.phrases import SORTS, corpus_phrases
from compare.corpus.wholes import Wholes
from compare.reference.corpus import load_reference
from compare.reuse.text import Text
from compare.rhetoric.formulas import formulas, segments
from seeds import seed_page
from seeds.errors import UsageError
from seeds.language.tokens import default_tokenizer

SAYING = "共同富裕"
TEXTS = [
    "村里开会讲共同富裕，老支书说得明白。",
    "他把共同富裕写在墙上，字有斗大。",
    "我们都要共同富裕！",
    "大家盼共同富裕，盼了好些年。",
    "这就是共同富裕吗？",
]


def docs(texts=TEXTS):
    return [(f"doc{number}", text) for number, text in enumerate(texts)]


@pytest.fixture(scope="module")
def articles():
    """The pieces of the seed page cut into paragraphs, each an article."""
    return docs([p.text for piece in seed_page() for p in piece.paragraphs])


def key(phrase, sort):
    return getattr(phrase, sort)


@pytest.mark.parametrize("sort", SORTS)
def test_the_foremost_are_those_of_the_whole_list(articles, sort, monkeypatch):
    monkeypatch.setattr(module, "BATCH", 7)
    whole = list(corpus_phrases(articles, sort=sort))
    assert [key(p, sort) for p in whole] == sorted((key(p, sort) for p in whole), reverse=True)
    assert len(whole) > 20
    for top in (1, 3, 20):
        assert list(corpus_phrases(articles, sort=sort, top=top)) == whole[:top]
    monkeypatch.undo()
    assert list(corpus_phrases(articles, sort=sort)) == whole


def test_a_phrase_tells_what_the_texts_say(articles):
    texts = dict(articles)
    background = load_reference()
    for phrase in corpus_phrases(articles):
        assert texts[phrase.article][phrase.start : phrase.end] == phrase.text
        folded = Text.of_string(phrase.text)
        assert phrase.length == len(folded)
        assert phrase.bits == pytest.approx(float(background.bits(folded.codes).sum()))
        assert 2 <= phrase.df <= phrase.times
        assert phrase.left >= 1
        assert phrase.right >= 1
        wanted = bytes(folded.codes.tobytes())
        holders = [name for name, text in articles if wanted in bytes(Text.of_string(text).codes.tobytes())]
        assert len(holders) == phrase.df
        assert holders[0] == phrase.article


def test_the_wording_is_that_of_the_first_occurrence():
    rows = list(corpus_phrases([("a", "他说，“ＡＢ 计划，好”。"), ("b", '她答："ab计划,好"!')]))
    assert [(row.text, row.article, row.df) for row in rows] == [("“ＡＢ 计划，好”", "a", 2)]


def test_formulas_are_wholes():
    found = [phrase.text for phrase in corpus_phrases(docs(), formulas=True)]
    assert found == [SAYING]


@pytest.mark.parametrize(
    "scrap",
    [
        # continued by the same sign in nearly all texts
        [text.replace(SAYING, SAYING + "路") for text in TEXTS],
        # in too few texts
        TEXTS[:2],
    ],
)
def test_scraps_are_no_formulas(scrap):
    assert SAYING not in [phrase.text for phrase in corpus_phrases(docs(scrap), formulas=True)]


def test_what_cuts_a_word_in_two_is_no_formula():
    texts = [f"{before}重要会议{behind}" for before, behind in zip("甲乙丙丁戊", "，。！？；", strict=True)]
    found = [p.text for p in corpus_phrases(docs([f"{t}说完就走" for t in texts]), formulas=True)]
    assert "要会议" not in found
    assert all(not text.startswith("要") for text in found)


def test_words_and_characters_find_the_same_formulas(articles):
    """The finder from words, on the same texts: what both can see, both call a whole."""
    cut = default_tokenizer().cut
    by_words = set(formulas([segments(cut(text)) for _, text in articles], 3))
    by_signs = {p.text for p in corpus_phrases(articles, formulas=True, least_docs=3)}
    assert by_signs
    assert len(by_signs & by_words) >= 0.6 * len(by_signs)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text("甲乙,", max_size=16), max_size=5))
def test_neighbours_are_counted(texts):
    corpus = Lettered.of(docs(texts))
    repeats = maximal_repeats(corpus, least_docs=1, least_length=1)
    assume(len(repeats.low))
    rows = np.arange(len(repeats.low))
    left, right = Wholes(corpus, repeats).variety(rows)
    for row, on_left, on_right in zip(rows, left, right, strict=True):
        place = int(repeats.order[repeats.low[row]])
        letters = corpus.letters[place : place + repeats.length[row]]
        words = "".join(chr(corpus.alphabet[letter]) for letter in letters)
        before, behind = set(), set()
        for number, text in enumerate(texts):
            for at in range(len(text)):
                if text.startswith(words, at):
                    for seen, sign in ((before, text[at - 1 : at]), (behind, text[at + len(words) :][:1])):
                        seen.add(sign if sign in ("甲", "乙") else number)
        assert (on_left, on_right) == (len(before), len(behind))


def test_bad_questions():
    with pytest.raises(UsageError, match="order"):
        corpus_phrases([], sort="beauty")
    with pytest.raises(UsageError, match="top"):
        corpus_phrases([], top=0)
    assert list(corpus_phrases([])) == []
    assert list(corpus_phrases([("a", "")], formulas=True)) == []
