"""Text inside the content of a feed's entry as a program printed it: [{'type': 'text/html', …, 'value': '…'}]."""

from __future__ import annotations

import re

_BEGIN = re.compile(
    r"(?:['\"]\}, |\[)\{'type': '[^'\n]{1,40}', 'language': [^,\n]{1,20}, 'base': '[^'\n]{0,400}', 'value': ['\"]"
)
_END = re.compile(r"['\"]\}\]\s*$")
_BROKEN = re.compile(r"<a href=\"(https?://[^\s\"<>()]{1,400})\)")
"""What another program made of such a text's links, as those of Markdown: <a href="https://a.example)."""


def without_print(text: str) -> str:
    """A text with nothing but the values of such contents."""
    if not _BEGIN.search(text):
        return text
    value = _END.sub("", _BEGIN.sub("\n\n", "\n".join(map(_unescaped, text.split("\n")))))
    return _BROKEN.sub("\\1", value.replace("\\'", "'"))


def _unescaped(line: str) -> str:
    """A line that holds the whole content, as its program printed it, with its line ends."""
    whole = _END.search(line) and _BEGIN.search(line)
    return line.replace("\\n", "\n") if whole else line
