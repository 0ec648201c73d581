"""Makes what gettext reads of `oped/words/zh.po`, the Chinese help of the command; with `--check` it only looks."""

from __future__ import annotations

import ast
import re
import struct
import sys
from pathlib import Path

WORDS = Path(__file__).resolve().parent.parent / "oped" / "words"
SOURCE, MADE = WORDS / "zh.po", WORDS / "locale" / "zh" / "LC_MESSAGES" / "messages.mo"
_ENTRY = re.compile(r'(msgid|msgid_plural|msgstr(?:\[0\])?) ((?:"(?:[^"\\]|\\.)*"\s*)+)')


def catalogue(source: str) -> dict[str, str]:
    """The words of a .po file by what they translate; singular and plural of one are parted by a NUL."""
    words: dict[str, str] = {}
    asked = ""
    for what, quoted in _ENTRY.findall(source):
        text = "".join(map(ast.literal_eval, re.findall(r'"(?:[^"\\]|\\.)*"', quoted)))
        if what == "msgid":
            asked = text
        elif what == "msgid_plural":
            asked += f"\0{text}"
        else:
            words[asked] = text
    return words


def compiled(words: dict[str, str]) -> bytes:
    """The catalogue as a .mo file: the GNU gettext manual, "The Format of GNU MO Files"."""
    pairs = sorted((asked.encode(), told.encode()) for asked, told in words.items())
    count = len(pairs)
    first = 28 + 16 * count
    tables: list[list[int]] = []
    texts = b""
    for column in zip(*pairs, strict=True):
        rows = []
        for text in column:
            rows += [len(text), first + len(texts)]
            texts += text + b"\0"
        tables.append(rows)
    head = struct.pack("<7I", 0x950412DE, 0, count, 28, 28 + 8 * count, 0, 28 + 16 * count)
    return head + struct.pack(f"<{4 * count}I", *tables[0], *tables[1]) + texts


if __name__ == "__main__":
    made = compiled(catalogue(SOURCE.read_text("utf-8")))
    if "--check" in sys.argv:
        same = MADE.exists() and MADE.read_bytes() == made
        sys.exit(None if same else f"{MADE} is not made of {SOURCE}: run `python docs/make_words.py`")
    MADE.parent.mkdir(parents=True, exist_ok=True)
    MADE.write_bytes(made)
