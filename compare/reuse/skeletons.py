"""Skeletons: sentences on the same frame with other words in it, such as 越是…，越…，越….

There is no list of frames. A frame is what the function words of a sentence make by the clauses they stand
in: one word repeated (越…越…越…), several that answer each other (既是…也是…更是…), or an opener and a verb
within a clause (以…引领…). How telling it is follows from how rare its words are, so that 的 and 在 never
make one.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from compare.reuse.frames import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from compare.reuse.frames import Rarity, Sentence

REPEATED_BITS = 2.0
"""Bits for a word once more in a later clause: writers repeat what they have begun."""

REPEATS = 3
"""Clauses that repeat one word before it is a frame."""

LEAST_BITS = 4.0
"""Bits of the rarest word of a frame, at least."""


ANYWHERE_BITS = 8.0
"""Bits from which a word need not open its clause to answer another."""

MOST_HOLDERS = 64
"""Sentences with a word that are looked at for each sentence of the other text; a page has fewer."""


class Skeleton(NamedTuple):
    """A frame that two texts share: the places of its words in both, the stretches they span, and its
    bits.
    """

    marks: tuple[tuple[Mark, Mark], ...]
    left: tuple[int, int]
    right: tuple[int, int]
    bits: float
    within_clause: bool


@dataclass(frozen=True, slots=True)
class Carrier:
    """What a sentence can build a frame of: telling words that its clauses repeat, and those that open clauses.

    `rows` gives for each repeated word the clauses that hold it, in a row but for one between at a time.
    """

    sentence: Sentence
    rows: dict[str, list[int]]
    heads: tuple[tuple[Mark, ...], ...]
    opening: frozenset[str]


def carriers(sentences: Iterable[Sentence], rarity: Rarity) -> list[Carrier]:
    """The sentences that can carry a frame."""
    found = []
    for sentence in sentences:
        rows = {word: row for word, row in _rows(sentence).items() if len(row) >= REPEATS}
        rows = {word: row for word, row in sorted(rows.items()) if rarity.bits(word) >= LEAST_BITS}
        heads = tuple(_heads(sentence, clause, rarity) for clause in range(len(sentence.clauses)))
        opening = frozenset(mark.word for marks in heads for mark in marks)
        telling = any(rarity.bits(word) >= LEAST_BITS for word in opening)
        if rows or (len(opening) > 1 and telling):
            found.append(Carrier(sentence, rows, heads, opening))
    return found


def skeletons(left: Sequence[Carrier], right: Sequence[Carrier], rarity: Rarity) -> Iterator[Skeleton]:
    """The frames that sentences of two texts share, the best of each two sentences."""
    holders: dict[str, list[int]] = {}
    for at, other in enumerate(right):
        for word in {*other.rows, *other.opening}:
            if rarity.bits(word) >= LEAST_BITS:
                holders.setdefault(word, []).append(at)
    for one in left:
        words = sorted({*one.rows, *one.opening})
        for at in sorted({at for word in words for at in holders.get(word, ())[:MOST_HOLDERS]}):
            other = right[at]
            frames = (_repeated(one, other, rarity), _answering(one, other, rarity))
            found = max((frame for frame in frames if frame), key=lambda frame: frame.bits, default=None)
            if found is not None:
                yield found


def _repeated(one: Carrier, other: Carrier, rarity: Rarity) -> Skeleton | None:
    """The most telling word that three clauses or more of both sentences repeat."""
    best: Skeleton | None = None
    for word in one.rows:
        if word not in other.rows:
            continue
        ours, theirs = one.rows[word], other.rows[word]
        times = min(len(ours), len(theirs))
        bits = rarity.bits(word) + REPEATED_BITS * (times - 1)
        if best is None or bits > best.bits:
            pairs = [
                (one.sentence.marks[i], other.sentence.marks[j]) for i, j in zip(ours, theirs, strict=False)
            ]
            marks = tuple((_mark(a, word), _mark(b, word)) for a, b in pairs)
            left = (marks[0][0].start, one.sentence.clauses[ours[-1]][1])
            right = (marks[0][1].start, other.sentence.clauses[theirs[-1]][1])
            best = Skeleton(marks, left, right, bits, False)
    return best


def _rows(sentence: Sentence) -> dict[str, list[int]]:
    """The longest row of clauses that hold each word, with at most one other between two of them."""
    best: dict[str, list[int]] = {}
    rows: dict[str, list[int]] = {}
    for at, marks in enumerate(sentence.marks):
        for word in {mark.word for mark in marks}:
            row = rows.get(word)
            rows[word] = row = [*row, at] if row and at - row[-1] <= 2 else [at]
            if len(row) > len(best.get(word, ())):
                best[word] = row
    return best


def _mark(marks: Iterable[Mark], word: str) -> Mark:
    return next(mark for mark in marks if mark.word == word)


def _answering(one: Carrier, other: Carrier, rarity: Rarity) -> Skeleton | None:
    """The heaviest sequence of clauses that the same function words open, not all with the same word."""
    if len(one.opening & other.opening) < 2:
        return None
    pairs = _sequence(one.heads, other.heads, rarity)
    words = [a.word for a, _ in pairs]
    ours, theirs = one.sentence, other.sentence
    if (
        len(set(words)) < 2
        or not _rowed(ours, [a for a, _ in pairs])
        or not _rowed(theirs, [b for _, b in pairs])
    ):
        return None
    bits = sum(rarity.bits(word) for word in set(words)) + REPEATED_BITS * (len(words) - len(set(words)))
    left = (pairs[0][0].start, _clause_end(ours, pairs[-1][0]))
    right = (pairs[0][1].start, _clause_end(theirs, pairs[-1][1]))
    return Skeleton(tuple(pairs), left, right, bits, False)


def _heads(sentence: Sentence, clause: int, rarity: Rarity) -> tuple[Mark, ...]:
    """The function words that open a clause, and rare ones anywhere in it: 调查研究既是…."""
    start = sentence.clauses[clause][0]
    marks = sentence.marks[clause]
    return tuple(m for m in marks if m.start <= start + 1 or rarity.bits(m.word) >= ANYWHERE_BITS)


def _sequence(
    ours: Sequence[tuple[Mark, ...]], theirs: Sequence[tuple[Mark, ...]], rarity: Rarity
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


def bracketed(left: Sequence[Sentence], right: Sequence[Sentence], rarity: Rarity) -> Iterator[Skeleton]:
    """The openers and verbs that clauses of both texts share, with a slot between: 以…引领…."""
    theirs: dict[tuple[str, str], list[tuple[tuple[Mark, Mark], int]]] = {}
    for pair, end in _all_brackets(right):
        theirs.setdefault((pair[0].word, pair[1].word), []).append((pair, end))
    for pair, end in _all_brackets(left):
        for other, other_end in theirs.get((pair[0].word, pair[1].word), ())[:MOST_HOLDERS]:
            bits = rarity.bits(pair[0].word) + rarity.bits(pair[1].word)
            marks = ((pair[0], other[0]), (pair[1], other[1]))
            yield Skeleton(marks, (pair[0].start, end), (other[0].start, other_end), bits, True)


def _all_brackets(sentences: Sequence[Sentence]) -> Iterator[tuple[tuple[Mark, Mark], int]]:
    for sentence in sentences:
        for (_, end), brackets in zip(sentence.clauses, sentence.brackets, strict=True):
            yield from ((pair, end) for pair in brackets)
