"""Skeletons: sentences on the same frame with other words in it, such as 越是…，越…，越….

There is no list of frames. A frame is what the function words of a sentence make by the clauses they stand
in: one word repeated (越…越…越…), several that answer each other (既是…也是…更是…), or an opener and a verb
within a clause (以…引领…). How telling it is follows from how rare its words are, so that 的 and 在 never
make one.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from compare.phrases.frames import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from compare.phrases.frames import Rarity, Sentence

REPEATED_BITS = 2.0
"""Bits for a word once more in a later clause: writers repeat what they have begun."""

REPEATS = 3
"""Clauses that repeat one word before it is a frame."""

LEAST_BITS = 4.0
"""Bits of the rarest word of a frame, at least."""


class Skeleton(NamedTuple):
    """A frame that two texts share: the places of its words in both, the stretches they span, and its
    bits.
    """

    marks: tuple[tuple[Mark, Mark], ...]
    left: tuple[int, int]
    right: tuple[int, int]
    bits: float
    within_clause: bool


def skeletons(left: Sequence[Sentence], right: Sequence[Sentence], rarity: Rarity) -> Iterator[Skeleton]:
    """The frames that sentences of two texts share, the best of each two sentences."""
    theirs = _holders(right, rarity)
    for one in left:
        telling = _telling(one, rarity)
        others = sorted({at for word in telling for at in theirs.get(word, ())})
        for at in others:
            other = right[at]
            found = max(
                (frame for frame in (_repeated(one, other, rarity), _answering(one, other, rarity)) if frame),
                key=lambda frame: frame.bits,
                default=None,
            )
            if found is not None:
                yield found
    yield from _bracketed(left, right, rarity)


def _telling(sentence: Sentence, rarity: Rarity) -> frozenset[str]:
    words = {mark.word for marks in sentence.marks for mark in marks}
    return frozenset(word for word in words if rarity.bits(word) >= LEAST_BITS)


def _holders(sentences: Sequence[Sentence], rarity: Rarity) -> dict[str, list[int]]:
    """Which sentences hold a telling word."""
    holders: dict[str, list[int]] = {}
    for at, sentence in enumerate(sentences):
        for word in _telling(sentence, rarity):
            holders.setdefault(word, []).append(at)
    return holders


def _repeated(one: Sentence, other: Sentence, rarity: Rarity) -> Skeleton | None:
    """The most telling word that three clauses of both sentences hold, in a row but for one between."""
    best: Skeleton | None = None
    for word in sorted(_telling(one, rarity) & _telling(other, rarity)):
        ours, theirs = _row(one, word), _row(other, word)
        times = min(len(ours), len(theirs))
        bits = rarity.bits(word) + REPEATED_BITS * (times - 1)
        if times >= REPEATS and (best is None or bits > best.bits):
            pairs = [(one.marks[i], other.marks[j]) for i, j in zip(ours, theirs, strict=False)]
            marks = tuple((_mark(a, word), _mark(b, word)) for a, b in pairs)
            left = (_mark(one.marks[ours[0]], word).start, one.clauses[ours[-1]][1])
            right = (_mark(other.marks[theirs[0]], word).start, other.clauses[theirs[-1]][1])
            best = Skeleton(marks, left, right, bits, False)
    return best


def _row(sentence: Sentence, word: str) -> list[int]:
    """The longest row of clauses that hold a word, with at most one other between two of them."""
    best: list[int] = []
    row: list[int] = []
    for at, marks in enumerate(sentence.marks):
        if any(mark.word == word for mark in marks):
            row = [*row, at] if row and at - row[-1] <= 2 else [at]
            best = max(best, row, key=len)
    return best


def _mark(marks: Iterable[Mark], word: str) -> Mark:
    return next(mark for mark in marks if mark.word == word)


def _answering(one: Sentence, other: Sentence, rarity: Rarity) -> Skeleton | None:
    """The heaviest sequence of clauses that share function words, another word in each."""
    pairs = _sequence([_heads(one, k) for k in range(len(one.clauses))], _heads_of(other), rarity)
    words = [a.word for a, _ in pairs]
    if len(pairs) < 2 or len(set(words)) < 2 or not _rowed(one, [a for a, _ in pairs]):
        return None
    if not _rowed(other, [b for _, b in pairs]):
        return None
    bits = sum(rarity.bits(word) for word in set(words)) + REPEATED_BITS * (len(words) - len(set(words)))
    left = (pairs[0][0].start, _clause_end(one, pairs[-1][0]))
    right = (pairs[0][1].start, _clause_end(other, pairs[-1][1]))
    return Skeleton(tuple(pairs), left, right, bits, False)


def _heads(sentence: Sentence, clause: int) -> tuple[Mark, ...]:
    """The function words that open a clause: in its first three characters."""
    start = sentence.clauses[clause][0]
    return tuple(mark for mark in sentence.marks[clause] if mark.start <= start + 1)


def _heads_of(sentence: Sentence) -> list[tuple[Mark, ...]]:
    return [_heads(sentence, clause) for clause in range(len(sentence.clauses))]


def _sequence(
    ours: list[tuple[Mark, ...]], theirs: list[tuple[Mark, ...]], rarity: Rarity
) -> list[tuple[Mark, Mark]]:
    """A longest common subsequence of clauses, weighted by the bits of the word that two of them share."""
    width = len(theirs) + 1
    best = [[0.0] * width for _ in range(len(ours) + 1)]
    common: dict[tuple[int, int], tuple[Mark, Mark]] = {}
    for i, one in enumerate(ours):
        for j, other in enumerate(theirs):
            shared = [(rarity.bits(a.word), a, b) for a in one for b in other if a.word == b.word]
            value = max(best[i][j + 1], best[i + 1][j])
            if shared:
                bits, a, b = max(shared)
                if best[i][j] + bits > value:
                    value = best[i][j] + bits
                    common[i, j] = (a, b)
            best[i + 1][j + 1] = value
    pairs = []
    i, j = len(ours), len(theirs)
    while i and j:
        if (i - 1, j - 1) in common and best[i][j] > max(best[i - 1][j], best[i][j - 1]):
            pairs.append(common[i - 1, j - 1])
            i, j = i - 1, j - 1
        elif best[i - 1][j] >= best[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return pairs[::-1]


def _rowed(sentence: Sentence, marks: list[Mark]) -> bool:
    """Whether the clauses of some marks follow each other, with at most two others between."""
    at = [next(k for k, (a, b) in enumerate(sentence.clauses) if a <= mark.start < b) for mark in marks]
    return all(later - earlier <= 3 for earlier, later in pairwise(at))


def _clause_end(sentence: Sentence, mark: Mark) -> int:
    return next(end for start, end in sentence.clauses if start <= mark.start < end)


def _bracketed(left: Sequence[Sentence], right: Sequence[Sentence], rarity: Rarity) -> Iterator[Skeleton]:
    """Openers and verbs that clauses of both texts share: 以…引领…."""
    theirs: dict[tuple[str, str], list[tuple[tuple[Mark, Mark], int]]] = {}
    for pair, end in _all_brackets(right):
        theirs.setdefault((pair[0].word, pair[1].word), []).append((pair, end))
    for pair, end in _all_brackets(left):
        for other, other_end in theirs.get((pair[0].word, pair[1].word), ()):
            bits = rarity.bits(pair[0].word) + rarity.bits(pair[1].word)
            marks = ((pair[0], other[0]), (pair[1], other[1]))
            yield Skeleton(marks, (pair[0].start, end), (other[0].start, other_end), bits, True)


def _all_brackets(sentences: Sequence[Sentence]) -> Iterator[tuple[tuple[Mark, Mark], int]]:
    for sentence in sentences:
        for (_, end), brackets in zip(sentence.clauses, sentence.brackets, strict=True):
            yield from ((pair, end) for pair in brackets)
