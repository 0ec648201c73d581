"""Bytes are read in the encoding they are in, or not at all: there is no mojibake without a word."""

from __future__ import annotations

import codecs
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import seeds
from seeds.files.decode import decode

PAGE = (
    "门开了才算数\n\n□ 王建国\n\n　　近年来，各地把改善村容村貌摆在重要位置，道路通了，路灯亮了，垃圾有人收了。"
    "可是走进一些村子，文化活动室的门却常年锁着，书架上落满了灰。\n"
    "　　门为什么锁着？有的说没有人来看，有的说没有钱开门。\n"
)
TRADITIONAL = (
    "門開了才算數\n\n□ 王建國\n\n　　近年來，各地把改善村容村貌擺在重要位置，道路通了，路燈亮了，垃圾有人收了。"
    "可是走進一些村子，文化活動室的門卻常年鎖著，書架上落滿了灰。\n"
    "　　門為什麼鎖著？有的說沒有人來看，有的說沒有錢開門。\n"
)
FOUND = {
    "utf-8": PAGE.encode(),
    "utf-8-sig": PAGE.encode("utf-8-sig"),
    "utf-16 with its mark": PAGE.encode("utf-16"),
    "utf-16-le with a mark": codecs.BOM_UTF16_LE + PAGE.encode("utf-16-le"),
    "utf-16-be with a mark": codecs.BOM_UTF16_BE + PAGE.encode("utf-16-be"),
    "utf-32": PAGE.encode("utf-32"),
    "gb18030": PAGE.encode("gb18030"),
    "gbk": PAGE.encode("gbk"),
    "gb2312": PAGE.encode("gb2312"),
}


def remedied(error: seeds.InputError) -> None:
    """A refusal tells what to do."""
    assert "--encoding" in str(error)


@pytest.mark.parametrize("data", FOUND.values(), ids=FOUND.keys())
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_what_is_found_by_itself(data: bytes, end: str) -> None:
    encoding = decode(data)[1]
    text = data.decode(encoding).replace("\n", end)
    page = seeds.read_page(text.encode(encoding) if "16" not in encoding else text.encode("utf-16"))
    assert page.text == PAGE
    assert [piece.title for piece in page] == ["门开了才算数"]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "gb18030", "gbk", "hz", "utf-7"])
def test_what_is_named(encoding: str) -> None:
    assert seeds.read_page(PAGE.encode(encoding), encoding=encoding).text == PAGE


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_refused_with_its_remedy(encoding: str) -> None:
    with pytest.raises(seeds.InputError, match="--encoding"):
        seeds.read_page(PAGE.encode(encoding))


def test_big5_is_read_as_big5_or_refused() -> None:
    try:
        assert seeds.read_page(TRADITIONAL.encode("big5")).text == TRADITIONAL
    except seeds.InputError as error:
        remedied(error)


def test_no_length_of_big5_is_taken_for_another_encoding() -> None:
    for size in range(6, len(TRADITIONAL), 5):
        text = TRADITIONAL[:size]
        try:
            assert decode(text.encode("big5"))[0] == text
        except seeds.InputError as error:
            remedied(error)


@pytest.mark.parametrize("encoding", ["shift_jis", "euc_kr", "euc_jp", "koi8-r", "cp1251", "latin-1"])
def test_other_alphabets_are_refused(encoding: str) -> None:
    texts = {
        "shift_jis": "これは日本語の新聞の社説です。門は開いていますか。" * 3,
        "euc_jp": "これは日本語の新聞の社説です。門は開いていますか。" * 3,
        "euc_kr": "이것은 한국어 신문의 사설입니다. 문이 열려 있습니까?" * 3,
        "latin-1": "Où est la clé ? À côté du café, près de l'hôtel où l'été a passé. " * 3,
    }
    data = texts.get(encoding, "Дверь должна быть открыта, иначе она не нужна никому. " * 3).encode(encoding)
    with pytest.raises(seeds.InputError):
        seeds.read_page(data)


def test_random_bytes_are_refused() -> None:
    chance = random.Random(5)
    read = 0
    for _ in range(2000):
        try:
            seeds.read_page(chance.randbytes(chance.randrange(40, 400)))
        except seeds.InputError:
            continue
        read += 1
    assert read == 0


@given(
    st.text(
        st.sampled_from("门开了才算数要有人管用来说话一个的是在不了，。！？\n　「」㐀𠀀"),
        min_size=20,
        max_size=80,
    )
)
def test_any_such_text_comes_back_from_every_encoding(text: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-32", "gb18030"):
        try:
            assert decode(text.encode(encoding))[0] == text
        except seeds.InputError as error:
            remedied(error)


@pytest.mark.parametrize("cut", range(1, 4))
def test_a_text_cut_inside_a_character_is_refused(cut: int) -> None:
    data = PAGE.rstrip("\n").encode()[: -(3 if cut == 3 else cut)]
    if cut == 3:
        assert seeds.read_page(data).text == PAGE.rstrip("\n")[:-1]
    else:
        with pytest.raises(seeds.InputError):
            seeds.read_page(data)


@pytest.mark.parametrize("text", ["一\n", "一一", "一 一一\n"])
def test_a_few_signs_of_gb18030_that_are_utf8_by_accident_are_refused(text: str) -> None:
    data = text.encode("gb18030")
    data.decode("utf-8")
    with pytest.raises(seeds.InputError, match="as likely") as caught:
        decode(data)
    remedied(caught.value)
    assert decode(data, "gb18030")[1] == "gb18030"


@pytest.mark.parametrize("text", ["café", "Привет, мир", "naïve — £5", "é 好", "plain"])
def test_letters_of_other_languages_are_still_utf8(text: str) -> None:
    assert decode(text.encode()) == (text, "utf-8")
