"""Shorter versions of a sentence that are still sentences: candidates for a headline.

Extractive compression in the manner of Knight and Marcu (2000) and Clarke and Lapata (2008), by rules
over tagged words instead of a parser: neighbouring clauses are kept, and inside them goes what grammar
can spare. Every character of a candidate stands in the sentence, in the same order; cuts fall between
words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice
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


class Token(NamedTuple):
    """A word and where it stands in its sentence."""

    start: int
    end: int
    word: str
    tag: str


@dataclass(frozen=True, slots=True)
class Candidate:
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


def tokens_of(tagged: Sequence[Word]) -> list[Token]:
    """The words of a sentence with their offsets."""
    tokens, at = [], 0
    for word, tag in tagged:
        tokens.append(Token(at, at + len(word), word, tag))
        at += len(word)
    return tokens


def candidates(tagged: Sequence[Word], sentence: int, chars: int) -> Iterator[Candidate]:
    """All lines of at most `chars` characters that the rules make of sentence `sentence`."""
    tokens = tokens_of(tagged)
    ends = [0, *islice(clause_ends([token.word for token in tokens]), CLAUSES_READ)]
    seen: set[tuple[int, ...]] = set()
    for first, start in enumerate(ends[:-1]):
        for last in range(first + 1, min(first + MOST_CLAUSES, len(ends) - 1) + 1):
            run = _Run(tokens[start : ends[last]], [end - start for end in ends[first + 1 : last]])
            if run.shortest > chars and last > first + 1:
                break
            for deleted, kept in run.versions():
                line = run.trimmed(kept)
                if not line:
                    continue
                places = tuple(token.start for token in line)
                if places in seen:
                    continue
                seen.add(places)
                if made := run.text(line, chars):
                    whole = ends[last] == len(tokens)
                    words_left = tuple((token.word, token.tag) for token in line)
                    yield Candidate(*made, sentence, first, last - first, whole, deleted, words_left)


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
    if not BRACKET.search(text):
        return True
    waiting: list[str] = []
    for char in text:
        if char in _OPENERS:
            waiting.append(_OPENERS[char])
        elif char in CLOSERS and (not waiting or waiting.pop() != char):
            return False
    return not waiting and text.count('"') % 2 == 0


class _Run:
    """Neighbouring clauses of a sentence, and what can be left out of them; `breaks` count tokens."""

    def __init__(self, tokens: Sequence[Token], breaks: Sequence[int]) -> None:
        self.tokens = tokens
        self.breaks = frozenset(tokens[place - 1].end for place in breaks)
        self.spare = list(deletions([(token.word, token.tag) for token in tokens]))
        spared = {place for deletion in self.spare for place in range(deletion.start, deletion.end)}
        self.shortest = sum(
            len(token.word)
            for place, token in enumerate(tokens)
            if place not in spared and not is_edge(token.word)
        )

    def versions(self) -> Iterator[tuple[frozenset[str], list[Token]]]:
        """Kinds left out and the tokens kept, for each choice of kinds."""
        kinds = [kind for kind in KINDS if any(deletion.kind == kind for deletion in self.spare)]
        for size in range(len(kinds) + 1):
            for chosen in combinations(kinds, size):
                gone = {
                    place
                    for deletion in self.spare
                    if deletion.kind in chosen
                    for place in range(deletion.start, deletion.end)
                }
                kept = [token for place, token in enumerate(self.tokens) if place not in gone]
                yield frozenset(chosen), kept

    def trimmed(self, kept: list[Token]) -> list[Token]:
        """Without what cannot stand at the ends of a line, and without quotation marks around all of it."""
        closing, opening = words("dangling_end"), words("dangling_start")
        first, last = 0, len(kept)
        while True:
            while first < last and (is_edge(kept[first].word) or kept[first].word in opening):
                first += 1
            while first < last and (is_edge(kept[last - 1].word) or kept[last - 1].word in closing):
                last -= 1
            if last - first < 2:
                return kept[first:last]
            inside = [token.word for token in kept[first + 1 : last - 1]]
            opener, closer = kept[first].word, kept[last - 1].word
            if QUOTES.get(opener) == closer and opener not in inside:
                first, last = first + 1, last - 1
            elif opener in QUOTES and QUOTES[opener] not in (*inside, closer):
                first += 1
            elif closer in QUOTES.values() and _OPENER_OF[closer] not in (opener, *inside):
                last -= 1
            else:
                return kept[first:last]

    def text(self, line: list[Token], chars: int) -> tuple[str, tuple[tuple[int, int], ...]] | None:
        """The text and its stretches, if the line can stand alone."""
        text, stretches = joined(line, self.breaks)
        if not SHORTEST <= len(text) <= chars or not balanced(text) or "（）" in text or "()" in text:
            return None
        return text, stretches


def joined(line: Sequence[Token], breaks: Collection[int]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text of a line and its stretches: a space stands for the marks between clauses, which end at `breaks`."""
    stretches: list[tuple[int, int]] = []
    parts: list[str] = []
    for token in line:
        if token.end in breaks and token is not line[-1] and is_edge(token.word):
            parts += [] if parts[-1:] == [" "] else [" "]
            continue
        parts.append(token.word)
        if stretches and stretches[-1][1] == token.start:
            stretches[-1] = (stretches[-1][0], token.end)
        else:
            stretches.append((token.start, token.end))
    return "".join(parts), tuple(stretches)


def is_edge(word: str) -> bool:
    """Whether a word is nothing but marks and space that do not stand at the end of a line."""
    return not word.strip(_EDGE)
