import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from seeds.safe import terminal_text


def test_nothing_is_left_that_a_terminal_acts_on():
    hostile = "坏\x1b[31m红\x9b2J\u202e倒\u200b藏\ud800\x00\x7f\ufeff\u2028\U000e0041"
    assert terminal_text(hostile) == "坏␛[31m红\ufffd2J\ufffd倒藏\ufffd␀␡ "


def test_plain_text_stays():
    plain = "《数字经济》：“好”……——3.5%\t①\n😀𠀀"
    assert terminal_text(plain) == plain


@given(st.text(st.characters(), max_size=80))
def test_the_result_can_be_written_and_has_no_controls(text):
    shown = terminal_text(text)
    shown.encode("utf-8")
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") and c not in "\t\n" for c in shown)
    assert terminal_text(shown) == shown
