"""What the sentences of a text are built on: their clauses, and the function words in each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import log2
from typing import TYPE_CHECKING, NamedTuple

from seeds.language.tokens import default_tokenizer

if TYPE_CHECKING:
    from compare.background import Background
    from compare.reuse.text import Text

_FUNCTION_TAGS = frozenset(["c", "d", "p", "r", "f", "zg", "uv", "ud", "dg", "ad"])
LIGHT_VERBS = frozenset("是有让使令为叫要能会可须敢肯无没") | {"成为", "作为", "没有", "必须", "应该", "能够"}
"""Verbs with little meaning of their own, which build frames as function words do (Chao 1968)."""

_LINKS = frozenset("越既也愈")
"""Adverbs that join clauses and that segmenters leave glued to the verb behind them: 越能, 也是."""

_OPENERS = frozenset("以让把将使用靠从为向对由")
"""Words that open a phrase in front of a verb: 以…引领…, 让…成为…."""

_SENTENCE = re.compile(r"(?:[^.!?\x01]|(?<=\d)\.(?=\d))+")
_CLAUSE = re.compile(r"[^,;:、\"…]+")

CLAUSE_LENGTH = 9.0
"""Characters of a clause, on average."""

MOST_CLAUSES = 40
"""Clauses of a sentence that are looked at; a text without full stops is no sentence."""


class Mark(NamedTuple):
    """A word of a frame at its place."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """Clauses as stretches of the text, and what frames each can carry: function words, and openers with a
    verb.
    """

    clauses: tuple[tuple[int, int], ...]
    marks: tuple[tuple[Mark, ...], ...]
    brackets: tuple[tuple[tuple[Mark, Mark], ...], ...]


def sentences(text: Text) -> list[Sentence]:
    """The sentences of a text, with the marks of their clauses."""
    line = "".join(map(chr, text.codes.tolist()))
    words = []
    at = 0
    for word, tag in default_tokenizer().tag(line):
        words.append((Mark(word, at, at + len(word)), tag))
        at += len(word)
    found = []
    at = 0
    for sentence in _SENTENCE.finditer(line):
        clauses = [clause.span() for clause in _CLAUSE.finditer(line, *sentence.span())][:MOST_CLAUSES]
        marks, brackets = [], []
        for start, end in clauses:
            while at < len(words) and words[at][0].start < start:
                at += 1
            inside = []
            while at < len(words) and words[at][0].end <= end:
                inside.append(words[at])
                at += 1
            marks.append(_marks(inside))
            brackets.append(_brackets(inside))
        found.append(Sentence(tuple(clauses), tuple(marks), tuple(brackets)))
    return found


def _marks(words: list[tuple[Mark, str]]) -> tuple[Mark, ...]:
    found = []
    for mark, tag in words:
        function = tag in _FUNCTION_TAGS or mark.word in LIGHT_VERBS
        if len(mark.word) == 2 and mark.word[0] in _LINKS and (function or tag == "v"):
            found.append(Mark(mark.word[0], mark.start, mark.start + 1))
        if len(mark.word) <= 2 and function:
            found.append(mark)
    return tuple(found)


def _brackets(words: list[tuple[Mark, str]]) -> tuple[tuple[Mark, Mark], ...]:
    """Openers with the verbs behind them, a slot between and a slot behind."""
    found = []
    for at, (opener, _) in enumerate(words):
        if opener.word in _OPENERS:
            for verb, tag in words[at + 2 :]:
                behind = words[-1][0].end - verb.end
                if tag.startswith("v") and len(verb.word) == 2 and verb.start - opener.end >= 2 <= behind:
                    found.append((opener, verb))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Rarity:
    """How telling the words of frames are: bits from how many clauses of the background hold them."""

    background: Background
    known: dict[str, float]

    def bits(self, word: str) -> float:
        """-log2 of the share of clauses that hold a word."""
        bits = self.known.get(word)
        if bits is None:
            clauses = max(1.0, self.background.characters / CLAUSE_LENGTH)
            share = min(1.0, max(1.0, self.background.occurrences(word)) / clauses)
            self.known[word] = bits = -log2(share)
        return bits
