import itertools
import math

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from seeds.errors import EngineUnavailableError
from seeds.language.tokens import default_tokenizer, fold, tokenizer

ANY_TEXT = st.text(
    st.one_of(
        st.sampled_from("的了经济发展，。、ＡＢｃ０９．％ \n\r\t\x00\ud800\udfff😀㈱é3.5%+-_#&"),
        st.characters(codec=None),
    ),
    max_size=60,
)


@pytest.fixture(scope="module")
def cutter():
    return default_tokenizer()


@given(ANY_TEXT)
def test_tokens_tile_any_text(text):
    assert "".join(default_tokenizer().cut(text)) == text
    assert "".join(word for word, _ in default_tokenizer().tag(text)) == text


@given(ANY_TEXT)
def test_folding_keeps_every_offset(text):
    folded = fold(text)
    assert len(folded) == len(text)
    folded.encode("utf-8")  # raises on a surrogate


def test_words_not_characters(cutter):
    assert cutter.cut("推动经济高质量发展") == ["推动", "经济", "高质量", "发展"]


def test_full_width_words_stay_whole_and_stay_full_width(cutter):
    assert cutter.cut("ＧＤＰ增长３．５％") == ["ＧＤＰ", "增长", "３．５％"]


def test_lone_surrogates_pass_through(cutter):
    assert cutter.cut("经济\ud800发展") == ["经济", "\ud800", "发展"]


def test_tags_name_the_part_of_speech(cutter):
    assert dict(cutter.tag("我们的经济发展"))["的"].startswith("u")


def chance(words):
    """Of a cut the signs that jieba's model of characters in words lacks there, and the log probability of the rest."""
    finalseg = pytest.importorskip("jieba.finalseg")
    marks = "".join("S" if len(word) == 1 else f"B{'M' * (len(word) - 2)}E" for word in words)
    signs = zip("".join(words), marks, strict=True)
    each = [finalseg.emit_P[mark].get(sign) for sign, mark in signs]
    known = [value for value in each if value is not None]
    then = [finalseg.trans_P[one][other] for one, other in itertools.pairwise(marks)]
    return len(each) - len(known), math.fsum([*known, *then])  # rounded once: equal sums are equal


# Loading jieba takes seconds, once.
@settings(deadline=None)
@example("不化化化们")
@given(st.text(st.sampled_from("我们经济发展推动高质量的了在是不，。数字化12"), max_size=40))
def test_the_fast_tokenizer_cuts_as_jieba_does(text):
    jieba = pytest.importorskip("jieba")
    ours, theirs = default_tokenizer().cut(text), jieba.lcut(text)
    assert ours == theirs or chance(ours) == chance(theirs)


def test_the_default_is_loaded_once():
    assert default_tokenizer().name == "rjieba"
    assert default_tokenizer() is default_tokenizer()


def test_an_unknown_tokenizer_says_how_to_get_it():
    with pytest.raises(EngineUnavailableError, match="pip install nonesuch"):
        tokenizer("nonesuch")
