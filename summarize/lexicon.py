"""Closed classes of words that selection and compression look at, and the words of a sentence as rules look at them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from seeds import lexicon


def words(group: str) -> frozenset[str]:
    """The words of one group of `seeds/lexicon/sentences.txt`."""
    return lexicon.words("sentences", group)


DIGIT = re.compile(r"[\d²³¹⁰-⁹₀-₉①-⑨⓪⑴-⑼⒈-⒐]")
"""What `str.isdigit` holds to be a digit, nearly."""


class _Letters(dict[str, str]):
    def __missing__(self, tag: str) -> str:
        letter = self[tag] = tag[0]
        return letter


_LETTERS = _Letters(vn="N", uj="D")
_OPENS = re.compile("x*(?:[vdN]x*)?v")


class Wording(NamedTuple):
    """The words of a sentence or of a part of it, marks too, with their parts of speech, `flags`.

    `tags` has a letter a word: the first of its part of speech, but N for a noun that is a verb as well (`vn`) and D
    for 的. `solid` are the places of the words that are no marks, `roles` those of words of closed classes that take up
    what was said before, and what they do.
    """

    said: Sequence[str]
    flags: Sequence[str]
    tags: str
    solid: Sequence[int]
    roles: Sequence[tuple[int, str]]

    def part(self, start: int, end: int) -> Wording:
        """The words `start` up to, not including, `end`."""
        solid = self.solid[bisect_left(self.solid, start) : bisect_left(self.solid, end)]
        return Wording(
            self.said[start:end],
            self.flags[start:end],
            self.tags[start:end],
            [place - start for place in solid] if start else solid,
            [(place - start, role) for place, role in self.roles if start <= place < end],
        )


def letters(flags: Iterable[str]) -> str:
    """The `tags` of a `Wording`."""
    return "".join([_LETTERS[flag] for flag in flags])


def opening(tagged: Sequence[tuple[str, str]]) -> str:
    """The first word, marks aside, or ''."""
    return next((word for word, flag in tagged if flag[0] != "x" or word[0].isalnum()), "")


def wording(tagged: Sequence[tuple[str, str]]) -> Wording:
    """From words with their parts of speech."""
    said, flags = zip(*tagged, strict=True) if tagged else ((), ())
    tags = letters(flags)
    solid = [place for place, tag in enumerate(tags) if tag != "x" or said[place][0].isalnum()]
    known, roles = _roles(), []
    for place in [at for at, word in enumerate(said) if word in known or word[0] in "这该更"]:
        word = said[place]
        if word in known:
            roles.append((place, known[word]))
        elif word[0] != "更" and word != "这么":
            roles.append((place, "points"))
        elif word == "更" and tags[place + 1 : place + 2] in ("v", "N", "d", "p"):
            roles.append((place, "adds"))
    return Wording(said, flags, tags, solid, roles)


@cache
def _roles() -> dict[str, str]:
    """What the words of closed classes do in a sentence; of two roles the later one here."""
    roles = dict.fromkeys(words("speech"), "speaks")
    roles |= dict.fromkeys(words("adding"), "adds") | dict.fromkeys((*words("pairing"), "不仅仅"), "pairs")
    return roles | dict.fromkeys(words("pointing"), "points")


def predicates(said: Sequence[str], tags: str) -> bool:
    """Whether a clause says something of something, as far as words can tell.

    It has a verb after its last 的, or opens with one, or has one of those that govern what follows (是, 让). A
    clause whose only verbs modify its noun (适应时代而生的数治题) does not. `tags` are those of a `Wording`.
    """
    verb = tags.find("v")
    if verb < 0:
        return False
    if tags.rfind("v") > tags.rfind("D") or not words("predicate").isdisjoint(said):
        return True
    return _OPENS.match(tags) is not None and said[verb] not in words("modifying")
