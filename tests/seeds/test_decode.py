import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds import InputError, UsageError, seed_page
from seeds.files.decode import decode, plausibility

SIMPLIFIED = seed_page().text[:2000]
TRADITIONAL = (
    "推動經濟高質量發展，是當前確定發展思路、制定經濟政策的根本要求。報紙常常刊登社論，這些文章討論教育、環境、醫療與選舉等問題，"
    "讀者也會寫信給編輯，表達他們對於公共事務的看法。"
)


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "utf-8-sig", "utf-8-sig"),
        (SIMPLIFIED, "utf-16", "utf-16"),
        (SIMPLIFIED, "utf-32", "utf-32"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (SIMPLIFIED, "gbk", "gb18030"),
        (TRADITIONAL, "gb18030", "gb18030"),
        (TRADITIONAL, "big5", "big5"),
        (TRADITIONAL, "utf-8", "utf-8"),
    ],
)
def test_the_encoding_is_found(text, codec, name):
    assert decode(text.encode(codec)) == (text, name)


def test_big5_is_not_taken_for_gb18030():
    assert TRADITIONAL.encode("big5").decode("gb18030")  # nothing fails, it is only nonsense
    assert plausibility(TRADITIONAL.encode("big5").decode("gb18030")) < 0.7


def test_text_without_ideographs_is_plausible():
    assert plausibility("plain words, 123") == 1.0


def test_line_ends_become_line_feeds():
    assert decode("甲\r\n乙\r丙\n".encode())[0] == "甲\n乙\n丙\n"


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02\x03" * 50, b"GIF89a\x00\x00\x01\x02\x03\x04", b"\xff\xfe\x00"]
)
def test_binary_is_refused(data):
    with pytest.raises(InputError):
        decode(data)


def test_what_is_not_surely_text_asks_for_the_flag():
    with pytest.raises(InputError, match="--encoding"):
        decode(bytes(range(0xA1, 0xFF)) * 30)


def test_a_named_encoding_is_used_or_refused():
    assert decode("é".encode("latin-1"), "latin-1")[0] == "é"
    with pytest.raises(UsageError, match="no text encoding"):
        decode(b"", "no-such-code")
    with pytest.raises(InputError, match=r"page\.txt is not utf-8"):
        decode(b"\xff\xff", "utf-8", "page.txt")
    with pytest.raises(UsageError):
        decode(b"ab", "base64")


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_a_clear_error(data):
    try:
        text, _ = decode(data)
    except InputError:
        return
    assert "\r" not in text
