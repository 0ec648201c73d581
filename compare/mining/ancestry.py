"""Which set phrase grew out of which, and which gave way to which.

A phrase is the child of the longest earlier one that it contains, and a list in another order (安全感、获得感、幸福感)
that of the list as it was first said. One gives way to another when it falls out of use as the other comes up in the
same frame (转变经济增长方式, 转变经济发展方式).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from compare.mining.keyness import log_likelihood
from seeds.language.tokens import Tokenizer, default_tokenizer
from seeds.language.variants import simplified
from seeds.lexicon import words as lexicon
from seeds.plain import Plain

LEAST = 4
"""Characters of a phrase that others may have grown out of."""
BESIDE = ("和", "与", "及", "，", ",")
"""What joins a phrase to another of its rank."""
EMPTY = "vdpcurfxw"
"""Parts of speech (ICTCLAS) that add nothing of their own."""


@dataclass(frozen=True, slots=True)
class Ancestor(Plain):
    """A phrase, the date of its first use, and what grew out of it, the earliest first."""

    text: str
    first: str
    children: tuple[Ancestor, ...] = ()


def genealogy(first: Mapping[str, str], tokenizer: Tokenizer | None = None) -> tuple[Ancestor, ...]:
    """The trees of phrases with the dates of their first use; phrases without parent and children are left out.

    What adds to its parent only words that go with anything (推进, 进一步, 水平), or stands beside it (改革和…), did
    not grow out of it and is left out.
    """
    tokenizer = tokenizer or default_tokenizer()
    earliest: dict[frozenset[str], str] = {}
    for text in sorted(first, key=lambda text: (first[text], text)):
        if "、" in text:
            earliest.setdefault(frozenset(text.split("、")), text)
    children: dict[str, list[str]] = {}
    roots: dict[str, None] = {}
    kept: dict[str, str] = {}
    for text in sorted(first, key=lambda text: (len(text), text)):
        parent = _parent(text, first[text], kept)
        if parent is not None and not _adds(text, parent, tokenizer):
            continue
        kept[text] = first[text]
        if "、" in text and (original := earliest[frozenset(text.split("、"))]) != text:
            parent = original
        if parent is None:
            roots[text] = None
        else:
            children.setdefault(parent, []).append(text)

    def grown(text: str) -> Ancestor:
        of = sorted(children.get(text, ()), key=lambda child: (first[child], child))
        return Ancestor(text, first[text], tuple(map(grown, of)))

    found = [grown(text) for text in roots if text in children]
    return tuple(sorted(found, key=lambda root: (-_size(root), root.first, root.text)))


def _parent(text: str, day: str, kept: Mapping[str, str]) -> str | None:
    for size in range(len(text) - 1, LEAST - 1, -1):
        for at in range(len(text) - size + 1):
            part = text[at : at + size]
            if part in kept and kept[part] <= day:
                return part
    return None


def _adds(text: str, parent: str, tokenizer: Tokenizer) -> bool:
    """Whether a phrase says something that its parent does not."""
    start = text.index(parent)
    end = start + len(parent)
    if text[:start].endswith(BESIDE) or text[end:].startswith(BESIDE):
        return False
    loose = lexicon("policy", "verbs", "carriers", "broad heads")
    at = 0
    for word, tag in tokenizer.tag(text):
        outside = at < start or at + len(word) > end
        at += len(word)
        if outside and (tag == "vn" or tag[0] not in EMPTY) and simplified(word) not in loose:
            return True
    return False


def _size(root: Ancestor) -> int:
    return 1 + sum(map(_size, root.children))


SLOT, FRAME = 2, 6
"""Characters in which two phrases differ, at most, and which they have in common around them, at least."""
BEFORE, LEFT = 3, 0.25
"""Articles with the old phrase before the first with the new one, at least; of all with it, fewer come after."""
CERTAIN = 12.5
"""The least log-likelihood ratio: chance reaches it four times in ten thousand."""


@dataclass(frozen=True, slots=True)
class Succession(Plain):
    """A phrase `old` in whose place articles say `new` from the day `since` on.

    `before` articles had the old one until then and `after` still have it; `articles` have the new one. `change` is
    the log-likelihood ratio (Dunning 1993) of the new one among both, since that day against before.
    """

    old: str
    new: str
    since: str
    before: int
    after: int
    articles: int
    change: float


def successions(held: Mapping[str, Sequence[int]], days: Sequence[str]) -> tuple[Succession, ...]:
    """What gave way to what, of phrases with the articles that hold them, whose days are in order; the surest first."""
    frames: dict[tuple[str, str], list[str]] = {}
    for text in sorted(held):
        for size in range(min(SLOT, len(text) - FRAME) + 1):
            for at in range(len(text) - size + 1):
                frames.setdefault((text[:at], text[at + size :]), []).append(text)
    pairs = {pair for texts in frames.values() for pair in combinations(texts, 2)}
    found = [each for one, other in pairs for each in _tried(one, other, held, days)]
    taken: set[str] = set()
    chosen = []
    for each in sorted(found, key=lambda each: (-each.change, each.old, each.new)):
        if each.old not in taken and each.new not in taken:
            taken |= {each.old, each.new}
            chosen.append(each)
    return tuple(chosen)


def _tried(one: str, other: str, held: Mapping[str, Sequence[int]], days: Sequence[str]) -> list[Succession]:
    if not held[one] or not held[other]:
        return []
    old, new = sorted((one, other), key=lambda text: (days[held[text][0]], text))
    since = days[held[new][0]]
    cut = bisect_left(days, since)
    before = bisect_left(held[old], cut)
    after, articles = len(held[old]) - before, len(held[new])
    change = log_likelihood(articles, articles + after, 0, before)
    if before < BEFORE or after >= LEFT * len(held[old]) or change < CERTAIN:
        return []
    return [Succession(old, new, since, before, after, articles, change)]
