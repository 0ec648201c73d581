"""Words at their places, and the phrases that the marks of a paragraph leave between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from seeds.language.brackets import Kept

LIST, COMMA, SEMICOLON, STOP, END = 1, 2, 3, 4, 5
"""How strongly a mark divides: 、 then ，： then ； then 。！？… then the end of the paragraph."""

_STRENGTH = {
    **dict.fromkeys("、", LIST),
    **dict.fromkeys("，,：:—", COMMA),
    **dict.fromkeys("；;", SEMICOLON),
    **dict.fromkeys("。！？!?…", STOP),
}
_HELD = frozenset("、，,：:；;—")


class Word(NamedTuple):
    """A word, its part of speech in the ICTCLAS set as jieba uses it, and its offsets, end exclusive."""

    text: str
    tag: str
    start: int
    end: int

    @property
    def pos(self) -> str:
        """The part of speech in one letter: `n` for `nr` and `nz`."""
        return self.tag[:1]


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


def placed(tagged: Iterable[tuple[str, str]], at: int = 0) -> Iterator[Word]:
    """Words that tile a text, with their offsets; the text begins at offset `at`."""
    for text, tag in tagged:
        yield Word(text, tag or "x", at, at + len(text))
        at += len(text)


def phrases(words: Sequence[Word], kept: Kept | None = None) -> Iterator[Phrase]:
    """The words between the marks; a mark inside brackets that `kept` holds together does not divide."""
    current: list[Word] = []
    done: tuple[list[Word], int] | None = None
    for word in words:
        strength = _STRENGTH.get(word.text[:1], 0)
        if strength and not (kept and word.text in _HELD and kept.hold(word.start)):
            if current:
                if done:
                    yield Phrase(tuple(done[0]), done[1])
                done = (current, strength)
                current = []
            elif done and strength > done[1]:
                done = (done[0], strength)
        elif any(char.isalnum() for char in word.text):
            current.append(word)
    if done:
        yield Phrase(tuple(done[0]), done[1])
    if current:
        yield Phrase(tuple(current), END)


def grouped(phrases: Iterable[Phrase], strength: int) -> Iterator[tuple[Phrase, ...]]:
    """Phrases in groups that end at a mark at least as strong as `strength`."""
    group: list[Phrase] = []
    for phrase in phrases:
        group.append(phrase)
        if phrase.strength >= strength:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)
