"""Article text is not trusted: what makes it safe to show in a terminal, or in HTML."""

from __future__ import annotations

import re

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_INVISIBLE = re.compile("[\xad\u180e\u200b-\u200d\u2060-\u2064\ufeff\U000e0000-\U000e007f]")
REPLACEMENT = "\ufffd"


def terminal_text(text: str) -> str:
    """`text` with nothing left that a terminal would act on instead of show.

    C0 controls (ESC among them) and DEL become their pictures (␛); C1 controls, bidirectional controls, lone
    surrogates and noncharacters become U+FFFD; zero-width characters, soft hyphens and tag characters are removed;
    line and paragraph separators become a space. Tab and line feed stay. The result can be encoded as UTF-8.
    """
    return _UNSAFE.sub(_replacement, text)


def one_line(text: str) -> str:
    """`text` for a message: as for a terminal, and nothing in it begins a line or a column of its own."""
    return terminal_text(text).replace("\n", "\u240a").replace("\t", "\u2409")


def _replacement(match: re.Match[str]) -> str:
    character = match.group()
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if _INVISIBLE.match(character):
        return ""
    return " " if code in (0x2028, 0x2029) else REPLACEMENT
