"""Shorter versions of a sentence that are still sentences: candidates for a headline.

Extractive compression in the manner of Knight and Marcu (2000) and Clarke and Lapata (2008), by rules
over tagged words instead of a parser: neighbouring clauses are kept, and inside them goes what grammar
can spare. Every character of a candidate stands in the sentence, in the same order; cuts fall between
words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, combinations, islice
from typing import NamedTuple

from seeds.language.brackets import CLOSERS
from summarize.deletions import KINDS, Word, deletions
from summarize.lexicon import words

SHORTEST = 6
"""Candidates of fewer characters say too little."""
MOST_CLAUSES = 4
"""A line is made of at most so many clauses,"""
CLAUSES_READ = 100
"""from so many at the beginning of a sentence."""

_EDGE = " \t\n\r\u3000\xa0\u200b\u200c\u200d\ufeff，,；;：:、。．.！!…⋯—―-–·"
BREAKS = frozenset((*"，,；;：:。！!？?…—", "……", "——"))
_WORK_MARKS = frozenset("《（(》）)")
_OPENERS = {opener: closer for closer, opener in CLOSERS.items()}
BRACKET = re.compile("[" + re.escape("".join([*_OPENERS, *CLOSERS, '"'])) + "]")
QUOTES = {"“": "”", "‘": "’", "「": "」", "『": "』"}
_OPENER_OF = {closer: opener for opener, closer in QUOTES.items()}


class Candidate(NamedTuple):
    """A line that may become the headline.

    `stretches` are offsets into its sentence. `sentence` counts the sentences of the document, `clause`
    the clauses before the line in its sentence, `clauses` those in it. `deleted` are the kinds of what
    was left out. `words` are the words that stayed, `ends` tells whether the line runs to the end of the sentence.
    """

    text: str
    stretches: tuple[tuple[int, int], ...]
    sentence: int
    clause: int
    clauses: int
    ends: bool
    deleted: frozenset[str]
    words: tuple[tuple[str, str], ...]


def candidates(tagged: Sequence[Word], sentence: int, chars: int) -> Iterator[Candidate]:
    """All lines of at most `chars` characters that the rules make of sentence `sentence`."""
    cut = _Sentence(tagged)
    ends = [0, *islice(clause_ends(cut.said), CLAUSES_READ)]
    seen: set[tuple[int, ...]] = set()
    for first, start in enumerate(ends[:-1]):
        for last in range(first + 1, min(first + MOST_CLAUSES, len(ends) - 1) + 1):
            end = ends[last]
            if cut.least[end] - cut.least[start] > chars and last > first + 1:
                break
            breaks = cut.edges.intersection([place - 1 for place in ends[first + 1 : last]])
            for deleted, kept in cut.versions(start, end):
                line = cut.trimmed(kept)
                places = tuple(line)
                if not line or places in seen:
                    continue
                seen.add(places)
                text, stretches = cut.joined(line, breaks)
                if (
                    SHORTEST <= len(text) <= chars
                    and balanced(text)
                    and "（）" not in text
                    and "()" not in text
                ):
                    left = tuple([tagged[place] for place in line])
                    whole = end == len(tagged)
                    yield Candidate(text, stretches, sentence, first, last - first, whole, deleted, left)


def clause_ends(said: Sequence[str]) -> Iterator[int]:
    """Where clauses end, quoted ones too, as numbers of words; not in names of works and numbers."""
    depth = 0
    for place, word in enumerate(said, start=1):
        if word in _WORK_MARKS:
            depth = max(depth + (1 if word in "《（(" else -1), 0)
        if place == len(said):
            yield place
        elif word in BREAKS and not depth:
            before, after = said[place - 2] if place > 1 else "", said[place]
            if not (before[-1:].isdigit() and after[0].isdigit()) and after[0] not in "…—”’":
                yield place


def balanced(text: str) -> bool:
    """Whether all quotation marks and brackets of `text` open and close."""
    waiting: list[str] = []
    for mark in BRACKET.findall(text):
        if mark in _OPENERS:
            waiting.append(_OPENERS[mark])
        elif mark in CLOSERS and (not waiting or waiting.pop() != mark):
            return False
    return not waiting and text.count('"') % 2 == 0


class _Sentence:
    """The words of a sentence by their places, and what can be left out of it.

    `least[place]` counts the characters before a place that are always left.
    """

    def __init__(self, tagged: Sequence[Word]) -> None:
        self.said = said = [word for word, _ in tagged]
        self.text = "".join(said)
        self.offsets = [0, *accumulate(map(len, said))]
        self.edges = {place for place, word in enumerate(said) if word[0] in _EDGE and is_edge(word)}
        closing, opening = words("dangling_end"), words("dangling_start")
        self.never_first = self.edges.union([place for place, word in enumerate(said) if word in opening])
        self.never_last = self.edges.union([place for place, word in enumerate(said) if word in closing])
        self.spare = list(deletions(tagged))
        gone = self.edges.union(*(range(spare.start, spare.end) for spare in self.spare))
        self.least = [0, *accumulate(0 if place in gone else len(word) for place, word in enumerate(said))]

    def versions(self, start: int, end: int) -> Iterator[tuple[frozenset[str], list[int]]]:
        """Kinds left out of the words `start` to `end`, and the words kept, for each choice of kinds."""
        spare = [one for one in self.spare if start <= one.start and one.end <= end]
        if not spare:
            yield frozenset(), list(range(start, end))
            return
        present = {one.kind for one in spare}
        kinds = [kind for kind in KINDS if kind in present]
        for size in range(len(kinds) + 1):
            for chosen in combinations(kinds, size):
                gone = {at for one in spare if one.kind in chosen for at in range(one.start, one.end)}
                yield frozenset(chosen), sorted(gone.symmetric_difference(range(start, end)))

    def trimmed(self, kept: list[int]) -> list[int]:
        """Without what cannot stand at the ends of a line, and without quotation marks around all of it."""
        said, first, last = self.said, 0, len(kept)
        while True:
            while first < last and kept[first] in self.never_first:
                first += 1
            while first < last and kept[last - 1] in self.never_last:
                last -= 1
            if last - first < 2:
                return kept[first:last]
            opener, closer = said[kept[first]], said[kept[last - 1]]
            if opener not in QUOTES and closer not in _OPENER_OF:
                return kept[first:last]
            inside = [said[place] for place in kept[first + 1 : last - 1]]
            if QUOTES.get(opener) == closer and opener not in inside:
                first, last = first + 1, last - 1
            elif opener in QUOTES and QUOTES[opener] not in (*inside, closer):
                first += 1
            elif closer in _OPENER_OF and _OPENER_OF[closer] not in (opener, *inside):
                last -= 1
            else:
                return kept[first:last]

    def joined(self, line: list[int], breaks: Collection[int]) -> tuple[str, tuple[tuple[int, int], ...]]:
        """The text of a line and its stretches: a space stands for each of the marks `breaks` between clauses."""
        parts: list[str] = []
        stretches: list[tuple[int, int]] = []
        begins = ends = self.offsets[line[0]]
        if not breaks and line[-1] - line[0] < len(line):
            ends = self.offsets[line[-1] + 1]
            return self.text[begins:ends], ((begins, ends),)
        for place in line:
            mark = place in breaks and place != line[-1]
            if mark or self.offsets[place] != ends:
                if begins < ends:
                    stretches.append((begins, ends))
                    parts.append(self.text[begins:ends])
                begins = self.offsets[place + mark]
                parts += [" "] * (mark and parts[-1:] != [" "])
            ends = self.offsets[place + 1]
        parts.append(self.text[begins:ends])
        return "".join(parts), (*stretches, (begins, ends))


def is_edge(word: str) -> bool:
    """Whether a word is nothing but marks and space that do not stand at the end of a line."""
    return not word.strip(_EDGE)
