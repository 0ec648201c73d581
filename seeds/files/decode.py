"""From bytes to text, without guessing silently.

Order: byte order mark, then UTF-8, then the two double-byte families of Chinese text. GB18030 accepts almost any
bytes, Big5 among them, so a decoding counts only if what comes out looks like Chinese; if neither or both do, the
caller is asked to say. So he is for a few bytes that are letters without an ideograph in UTF-8 and Chinese in GB18030.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from functools import cache

from seeds.errors import InputError, UsageError
from seeds.language.characters import HAN

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DOUBLE_BYTE = ("gb18030", "big5")
PLAUSIBLE = 0.9
"""At least this share of the ideographs of a real text are in the first level of GB 2312 or of Big5, the lists of
characters in everyday use; in text decoded by the wrong table well under two thirds are."""
_SAMPLE = 20_000
_IDEOGRAPH = re.compile(f"[{HAN}\uf900-\ufaff\U00020000-\U0003ffff]")
_TELLING = re.compile(f"[\u0400-\u04ff\u3041-\u30ff{HAN}\ue000-\ufaff\U00020000-\U0003ffff]")
"""Ideographs, and kana and Cyrillic, which stand in these tables too: Japanese in EUC-JP is kana in GB18030."""
_CONTROL = re.compile("[\x80-\x9f]")
_BINARY = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")


def decode(data: bytes, encoding: str | None = None, name: str = "") -> tuple[str, str]:
    """The text of `data` with line ends as line feeds and no byte order mark, and the name of its encoding.

    In any encoding the control characters U+0091 to U+0097 are read as the quotation marks and dashes of Windows.
    `name` is only for messages. Raises InputError for what is not text or not surely text of one encoding, and
    UsageError for an `encoding` Python does not know.
    """
    where = name or "the input"
    text, used = _named(data, encoding, where) if encoding else _found(data, where)
    text = text.translate(_windows()) if _CONTROL.search(text) else text
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return text, used


@cache
def _windows() -> Mapping[int, str]:
    """Quotation marks and dashes of Windows that a program wrote as control characters: “ as U+0093."""
    read = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0) if code != 0x85}
    return {code: sign for code, sign in read.items() if sign in set("‘’“”•–—…")}


def _named(data: bytes, encoding: str, where: str) -> tuple[str, str]:
    try:
        codec = codecs.lookup(encoding).name
        return data.decode(codec), codec
    except (LookupError, ValueError) as problem:
        if isinstance(problem, UnicodeDecodeError):
            raise InputError(
                f"{where} is not {encoding} text (byte {problem.start}); "
                "leave --encoding out to let it be found, or name another"
            ) from None
        raise UsageError(f"there is no text encoding {encoding!r}; try utf-8, gb18030 or big5") from None


def _found(data: bytes, where: str) -> tuple[str, str]:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _named(data, codec, where)
    if len(_BINARY.findall(data[:_SAMPLE])) > len(data[:_SAMPLE]) // 100:
        raise InputError(
            f"{where} looks binary, not like text; UTF-16 without a mark needs --encoding utf-16-le or -be"
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        if not _chinese_instead(text, data):
            return text, "utf-8"
        raise InputError(
            f"{where} could be UTF-8 or, as likely, Chinese in two bytes a sign; name its encoding with --encoding, "
            "for example --encoding gb18030"
        )
    readings = []
    for codec in _DOUBLE_BYTE:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        readings.append((plausibility(text), text, codec))
    likely = [reading for reading in readings if reading[0] >= PLAUSIBLE]
    if len(likely) == 1:
        return likely[0][1:]
    problem = (
        "could be either of GB18030 and Big5" if likely else "is neither UTF-8 nor plausible GB18030 or Big5"
    )
    raise InputError(f"{where} {problem}; name its encoding with --encoding, for example --encoding gb18030")


def _chinese_instead(text: str, data: bytes) -> bool:
    """Whether bytes that are UTF-8 may be so by accident: 一 in GB18030 is a Cyrillic letter in UTF-8."""
    sample = text[:_SAMPLE]
    if sample.isascii() or _IDEOGRAPH.search(sample):
        return False
    for codec in _DOUBLE_BYTE:
        try:
            other = data.decode(codec)[:_SAMPLE]
        except UnicodeDecodeError:
            continue
        signs = sum(not sign.isspace() for sign in other)
        if 2 * len(_IDEOGRAPH.findall(other)) >= signs and plausibility(other) >= PLAUSIBLE:
            return True
    return False


def plausibility(text: str) -> float:
    """How much of `text` (of its beginning) reads as Chinese, 0 to 1: the share of ideographs in everyday use among all
    ideographs, kana and Cyrillic letters; 1 if there are none.
    """
    found = _TELLING.findall(text[:_SAMPLE])
    return sum(map(_everyday, found)) / len(found) if found else 1.0


def _everyday(character: str) -> bool:
    if character < "\u3400":
        return False
    for codec, last in (("gb2312", 0xD7), ("big5", 0xC6)):
        try:
            first = character.encode(codec)[0]
        except UnicodeEncodeError:
            continue
        if first <= last:
            return True
    return False
