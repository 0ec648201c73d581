"""Words that the segmenter cuts out of a longer one: 一带 and 一路 of 一带一路, 战书 of 栗战书.

A word that nearly always stands beside the same word is no word by itself (accessor variety: Feng et al. 2004);
its whole form is the longest run of words that nearly all its occurrences stand in.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from compare.themes.candidates import FUNCTION, wordlike

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from compare.themes.candidates import Tagged
    from seeds.language.tokens import Tokenizer

FEWEST, MOST = 20, 0.9  # occurrences; share of them beside the same word
REACH, LONGEST = 3, 8  # words on either side; characters in a whole form
_LOOSE = frozenset("多年月日号个次上下是为在有")


def whole_terms(texts: Sequence[str], tokenizer: Tokenizer, known: Container[str]) -> dict[str, str]:
    """The whole form of each of the words `known` that has one, in the order of the words."""
    count, beside = Counter[str](), Counter[tuple[str, int, str]]()
    for text in texts:
        for tokens, at in _places(tokenizer.tag(text), known):
            word = tokens[at][0].lower()
            count[word] += 1
            for side in (-1, 1):
                if 0 <= at + side < len(tokens) and _ideographs(tokens[at + side][0]):
                    beside[word, side, tokens[at + side][0]] += 1
    bound = {word for (word, _, _), n in beside.items() if count[word] >= FEWEST and n >= MOST * count[word]}
    runs: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for tokens, at in _places(tokenizer.tag(text), bound):
            runs[tokens[at][0].lower()].update(_around(tokens, at))
    found = {}
    for word in sorted(bound):
        enough = [run for run, n in runs[word].items() if n >= MOST * count[word]]
        if enough:
            found[word] = max(enough, key=lambda run: (len(run), run))
    return found


def _places(tagged: list[Tagged], known: Container[str]) -> Iterator[tuple[list[Tagged], int]]:
    for at, (word, tag) in enumerate(tagged):
        if len(word) > 1 and tag not in FUNCTION and word.lower() in known and wordlike(word.lower()):
            yield tagged, at


def _around(tagged: Sequence[Tagged], at: int) -> set[str]:
    """The runs of words around one that neither begin nor end with a function word or a measure."""
    found = set()
    first = at
    while first > max(0, at - REACH) and _ideographs(tagged[first - 1][0]):
        first -= 1
    for start in range(first, at + 1):
        run = ""
        for end in range(start, min(at + REACH + 1, len(tagged))):
            if not _ideographs(tagged[end][0]):
                break
            run += tagged[end][0]
            if len(run) > LONGEST:
                break
            if end >= at and end > start and not (_is_loose(tagged[start]) or _is_loose(tagged[end])):
                found.add(run)
    return found


def _is_loose(token: Tagged) -> bool:
    word, tag = token
    return tag in FUNCTION or tag == "q" or word in _LOOSE


def _ideographs(word: str) -> bool:
    return all("\u3400" <= char <= "\u9fff" for char in word)
