"""A paragraph as the detectors see it: tagged words, and the phrases that the punctuation marks off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from seeds.language.tokens import Tokenizer

LIST, COMMA, SEMICOLON, STOP, END = 1, 2, 3, 4, 5
"""How strongly a mark divides: 、 then ，： then ； then 。！？… then the end of the passage."""

_STRENGTH = {
    **dict.fromkeys("、", LIST),
    **dict.fromkeys("，,：:—", COMMA),
    **dict.fromkeys("；;", SEMICOLON),
    **dict.fromkeys("。！？!?…", STOP),
}
_HELD = frozenset("、，,：:；;—")
_CLOSERS = {"”": "“", "’": "‘", "》": "《", "）": "（", ")": "(", "」": "「", "』": "『"}
_OPENERS = frozenset(_CLOSERS.values())
HOLD = 30
"""Quoted or bracketed text of up to this many characters is not divided by the marks inside."""


class Word(NamedTuple):
    """A word with its part of speech (the first letter of its ICTCLAS tag) and its offsets."""

    text: str
    tag: str
    start: int
    end: int


class Phrase(NamedTuple):
    """The words between two marks, and the strength of the mark that follows."""

    words: tuple[Word, ...]
    strength: int

    @property
    def start(self) -> int:
        """Offset of the first word."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Offset behind the last word."""
        return self.words[-1].end

    @property
    def text(self) -> str:
        """The words without the marks between them."""
        return "".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph with its words (marks included) and phrases; offsets count characters of `text`.

    Short quotations and brackets hold `phrases` together; `smallest` are divided by every mark.
    """

    text: str
    words: tuple[Word, ...]
    phrases: tuple[Phrase, ...]
    smallest: tuple[Phrase, ...]

    def divided(self, strength: int) -> Iterator[tuple[Phrase, ...]]:
        """The phrases in groups that end at a mark at least as strong as `strength`."""
        group: list[Phrase] = []
        for phrase in self.phrases:
            group.append(phrase)
            if phrase.strength >= strength:
                yield tuple(group)
                group = []
        if group:
            yield tuple(group)


def passage(text: str, tokenizer: Tokenizer) -> Passage:
    """Tag the words of `text` and divide it into phrases. Linear."""
    words, at = [], 0
    for token, tag in tokenizer.tag(text):
        words.append(Word(token, tag[:1] or "x", at, at + len(token)))
        at += len(token)
    free = [False] * len(words)
    return Passage(text, tuple(words), tuple(_phrases(words, _held(words))), tuple(_phrases(words, free)))


def _phrases(words: Sequence[Word], held: Sequence[bool]) -> Iterator[Phrase]:
    current: list[Word] = []
    done: list[tuple[list[Word], int]] = []
    for index, word in enumerate(words):
        strength = _STRENGTH.get(word.text[:1], 0)
        if strength and not (held[index] and word.text in _HELD):
            if current:
                done.append((current, strength))
                current = []
            elif done and strength > done[-1][1]:
                done[-1] = (done[-1][0], strength)
        elif any(char.isalnum() for char in word.text):
            current.append(word)
    if current:
        done.append((current, END))
    for phrase, strength in done:
        yield Phrase(tuple(phrase), strength)


def _held(words: Sequence[Word]) -> list[bool]:
    """Which words stand inside a short pair of quotation marks or brackets."""
    held = [False] * len(words)
    waiting: list[int] = []
    for index, word in enumerate(words):
        if word.text in _OPENERS:
            waiting.append(index)
        elif (opener := _CLOSERS.get(word.text)) is not None and waiting:
            begin = waiting.pop()
            if words[begin].text != opener:
                waiting.clear()
            elif word.start - words[begin].start <= HOLD:
                held[begin : index + 1] = [True] * (index + 1 - begin)
    return held
