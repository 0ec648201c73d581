"""Words at their places, and the segments that the marks of a paragraph leave between them."""

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


class Segment(NamedTuple):
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


def segments(words: Sequence[Word], kept: Kept | None = None) -> Iterator[Segment]:
    """The words between the marks; a mark inside brackets that `kept` holds together does not divide."""
    current: list[Word] = []
    done: tuple[list[Word], int] | None = None
    for word in words:
        strength = _STRENGTH.get(word.text[:1], 0)
        if strength and not (kept and word.text in _HELD and kept.hold(word.start)):
            if current:
                if done:
                    yield Segment(tuple(done[0]), done[1])
                done = (current, strength)
                current = []
            elif done and strength > done[1]:
                done = (done[0], strength)
        elif word.text[:1].isalnum() or any(map(str.isalnum, word.text)):
            current.append(word)
    if done:
        yield Segment(tuple(done[0]), done[1])
    if current:
        yield Segment(tuple(current), END)


def grouped(segments: Iterable[Segment], strength: int) -> Iterator[tuple[Segment, ...]]:
    """Phrases in groups that end at a mark at least as strong as `strength`."""
    group: list[Segment] = []
    for segment in segments:
        group.append(segment)
        if segment.strength >= strength:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)
