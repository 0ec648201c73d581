"""Shorter versions of a sentence that are still sentences: candidates for a headline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seeds.units import CLOSERS, clauses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from seeds.piece import Excerpt

_EDGE = " \t\n\r\u3000，,；;：:、。．！？!?…⋯—―-·"
_OPENERS = {opener: closer for closer, opener in CLOSERS.items()}


def trimmed(excerpt: Excerpt) -> Excerpt:
    """`excerpt` without space and marks at both ends, and without the quotation marks around all of it."""
    text = excerpt.text
    start, end = 0, len(text)
    while True:
        while start < end and text[start] in _EDGE:
            start += 1
        while end > start and text[end - 1] in _EDGE:
            end -= 1
        inside = text[start + 1 : end - 1]
        closer = _OPENERS.get(text[start]) if start < end else None
        if closer and closer != "》" and text[end - 1] == closer and closer not in inside:
            start, end = start + 1, end - 1
        else:
            return excerpt.cut(start, end)


def balanced(text: str) -> bool:
    """Whether all quotation marks and brackets of `text` open and close."""
    waiting: list[str] = []
    for char in text:
        if char in _OPENERS:
            waiting.append(_OPENERS[char])
        elif char in CLOSERS and (not waiting or waiting.pop() != char):
            return False
    return not waiting and text.count('"') % 2 == 0


def clause_runs(sentence: Excerpt, chars: int) -> Iterator[Excerpt]:
    """Neighbouring clauses of a sentence, of at most `chars` characters, without the marks at the ends."""
    ends = [0]
    for clause in clauses(sentence):
        ends.append(ends[-1] + len(clause.text))
    for first, start in enumerate(ends[:-1]):
        for end in ends[first + 1 :]:
            run = trimmed(sentence.cut(start, end))
            if len(run.text) > chars:
                break
            if run.text and balanced(run.text):
                yield run
