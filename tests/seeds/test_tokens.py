import logging

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeds.errors import EngineUnavailableError
from seeds.language import tokens
from seeds.language.tokens import default_tokenizer, fold, tokenizer

ANY_TEXT = st.text(
    st.one_of(
        st.sampled_from("的了经济发展，。、ＡＢｃ０９．％ \n\r\t\x00\ud800\udfff😀㈱é3.5%+-_#&"),
        st.characters(codec=None),
    ),
    max_size=60,
)


@pytest.fixture(params=["rjieba", "jieba"], scope="module")
def cutter(request):
    return tokenizer(request.param)


# Loading jieba takes seconds, once.
@settings(deadline=None)
@given(ANY_TEXT)
def test_tokens_tile_any_text(text):
    for name in ("rjieba", "jieba"):
        assert "".join(tokenizer(name).cut(text)) == text
        assert "".join(word for word, _ in tokenizer(name).tag(text)) == text


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


@settings(deadline=None)
@given(st.text(st.sampled_from("我们经济发展推动高质量的了在是不，。数字化12"), max_size=40))
def test_the_fast_tokenizer_cuts_as_jieba_does(text):
    assert tokenizer("rjieba").cut(text) == tokenizer("jieba").cut(text)


def test_the_default_is_the_fast_one_and_is_loaded_once():
    assert default_tokenizer().name == "rjieba"
    assert default_tokenizer() is default_tokenizer()


def test_jieba_stands_in_when_rjieba_is_missing(monkeypatch):
    monkeypatch.setattr(tokens, "find_spec", lambda name: None if name == "rjieba" else object())
    tokens.default_tokenizer.cache_clear()
    try:
        assert default_tokenizer().name == "jieba"
    finally:
        tokens.default_tokenizer.cache_clear()


def test_loading_jieba_is_silent_and_leaves_its_log_as_it_was(capfd):
    level = logging.getLogger("jieba").level
    tokens._load_jieba()
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger("jieba").level == level


def test_an_unknown_tokenizer_says_how_to_get_it():
    with pytest.raises(EngineUnavailableError, match="pip install nonesuch"):
        tokenizer("nonesuch")
