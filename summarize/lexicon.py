"""Closed classes of words that selection and compression look at, and the words of a sentence as rules look at them."""

from __future__ import annotations

import re
from collections.abc import Sequence

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


class Wording:
    """The words of a sentence, marks too.

    `tags` has a letter a word: the first of its part of speech, but N for a noun that is a verb as well (`vn`) and D
    for 的. `solid` are the places of the words that are no marks.
    """

    __slots__ = ("said", "solid", "tagged", "tags")

    def __init__(self, tagged: Sequence[tuple[str, str]]) -> None:
        self.tagged = tagged
        said, flags = zip(*tagged, strict=True) if tagged else ((), ())
        self.said: Sequence[str] = said
        self.tags = tags = "".join([_LETTERS[flag] for flag in flags])
        self.solid = [place for place, tag in enumerate(tags) if tag != "x" or said[place][0].isalnum()]

    @property
    def opening(self) -> str:
        """The first word, marks aside."""
        return self.said[self.solid[0]] if self.solid else ""


def letters(tagged: Sequence[tuple[str, str]]) -> str:
    """The `Wording.tags` of some words."""
    return "".join([_LETTERS[tag] for _, tag in tagged])


def predicates(said: Sequence[str], tags: str) -> bool:
    """Whether a clause of these words says something of something, as far as words can tell.

    It has a verb after its last 的, or opens with one, or has one of those that govern what follows (是, 让). A
    clause whose only verbs modify its noun (适应时代而生的数治题) does not.
    """
    verb = tags.find("v")
    if verb < 0:
        return False
    if tags.rfind("v") > tags.rfind("D") or not words("predicate").isdisjoint(said):
        return True
    return _OPENS.match(tags) is not None and said[verb] not in words("modifying")
