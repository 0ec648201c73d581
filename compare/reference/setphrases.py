"""Set phrases (提法) of a corpus: word sequences that recur as wholes in many of its items.

Frequent sequences level by level (Agrawal and Srikant 1994). A whole has natural edges: it stands beside many
different words (accessor variety, Feng et al. 2004), and often beside a mark or a word that joins or frames, where a
scrap is nearly always carried on by the same few words. It is built on an abstract word, or begins with a verb of
policy: names and plain terms are no set phrases.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from seeds.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from seeds.language.tokens import Tokenizer

    Run = tuple[str, ...]
    Item = Sequence[Run]

LONGEST_RUN, SHORTEST, LONGEST = 8, 5, 18
"""Words of the longest set phrase, and characters of the shortest and the longest."""

VARIETY = 3
"""Different neighbours on each side, at least."""

MANY = 60
"""Different neighbours that show an edge by themselves, when none makes up half of the occurrences."""

FREE = 0.07
"""Share of the occurrences with a mark or a joining word beside them, on each side, at least."""

ALWAYS = 0.8
"""What one and the same word carries on in this share of the occurrences is a scrap of something longer."""

_MARK = ""
"""Stands for what is no Chinese word: a mark, a figure, an end."""

_JOINING = frozenset("的和与及")
_NAMES = ("nr", "ns", "nt")
_LOOSE = ("c", "u", "r", "p", "m", "q", "y", "e", "o", "x", "w", "d", "f", "t", "h", "k", "zg")
"""Parts of speech in jieba's set that neither begin nor end a set phrase."""

_HAN = re.compile(r"[\u3400-\u9fff]+")


def set_phrases(docs: Iterable[str], tokenizer: Tokenizer, *, least: int) -> dict[str, int]:
    """The set phrases in at least `least` of some texts, and how many texts hold each."""
    tags: dict[str, Counter[str]] = {}
    items: list[Item] = []
    for text in docs:
        tagged = tokenizer.tag(text)
        for word, tag in tagged:
            tags.setdefault(word, Counter())[tag] += 1
        items.append([*_segments(word for word, _ in tagged)])
    usual = {word: min(count, key=lambda tag: (-count[tag], tag)) for word, count in tags.items()}
    spread = _frequent(items, least)
    wanted = {run for run in spread if _fits(run, usual)}
    before, behind = _neighbours(items, wanted)
    found: dict[str, int] = {}
    for run in wanted:
        if _free(before[run], words("set_phrases", "before")) and _free(
            behind[run], words("set_phrases", "behind")
        ):
            found["".join(run)] = max(found.get("".join(run), 0), spread[run])
    return dict(sorted(found.items()))


def _segments(tokens: Iterable[str]) -> Iterator[Run]:
    """The stretches of Chinese words between marks, figures and foreign words."""
    current: list[str] = []
    for word in tokens:
        if _HAN.fullmatch(word):
            current.append(word)
        elif current:
            yield tuple(current)
            current = []
    if current:
        yield tuple(current)


def _frequent(items: Sequence[Item], least: int) -> dict[Run, int]:
    """The sequences in `least` items or more, and in how many."""
    found: dict[Run, int] = {}
    level: dict[Run, int] = {}
    for size in range(1, LONGEST_RUN + 1):
        count: Counter[Run] = Counter()
        for item in items:
            runs = (segment[at : at + size] for segment in item for at in range(len(segment) - size + 1))
            count.update({run for run in runs if size == 1 or (run[:-1] in level and run[1:] in level)})
        level = {run: times for run, times in count.items() if times >= least}
        if not level:
            break
        found |= level
    return found


def _fits(run: Run, tags: dict[str, str]) -> bool:
    """Whether a sequence can be a set phrase, by its length and its words."""
    first, last = run[0], run[-1]
    if not SHORTEST <= sum(map(len, run)) <= LONGEST or len(run) == 1:
        return False
    if len(run) == 3 and run[1] in _JOINING:
        return False
    if first in words("set_phrases", "no_beginning") or last in words("set_phrases", "no_end"):
        return False
    framed = first == "以" and "为" in run[1:-1]
    if tags[first].startswith(_LOOSE) and not framed:
        return False
    heads = words("set_phrases", "heads")
    if last not in heads and last[-2:] not in heads and not framed:
        ends = len(last) > 1 and not tags[last].startswith(_LOOSE)
        if not (ends and tags[first].startswith("v")):
            return False
    telling = [word for word in run if len(word) > 1 and not tags[word].startswith((*_LOOSE, *_NAMES))]
    long = any(len(word) > 2 and not tags[word].startswith(_NAMES) for word in run)
    return len(telling) > 1 or long or last == "以来"


def _neighbours(
    items: Sequence[Item], wanted: set[Run]
) -> tuple[dict[Run, Counter[str]], dict[Run, Counter[str]]]:
    """The words before and behind each of some sequences."""
    before: dict[Run, Counter[str]] = {run: Counter() for run in wanted}
    behind: dict[Run, Counter[str]] = {run: Counter() for run in wanted}
    for item in items:
        for segment in item:
            size = len(segment)
            for at in range(size):
                for end in range(at + 2, min(size, at + LONGEST_RUN) + 1):
                    run = segment[at:end]
                    if run in before:
                        before[run][segment[at - 1] if at else _MARK] += 1
                        behind[run][segment[end] if end < size else _MARK] += 1
    return before, behind


def _free(beside: Counter[str], joining: frozenset[str]) -> bool:
    """Whether the neighbours on one side show an edge there."""
    times = sum(beside.values())
    edges = beside[_MARK] + sum(beside[word] for word in joining)
    most = max((count for word, count in beside.items() if word and word not in joining), default=0)
    variety = len(beside) - 1 + beside[_MARK]
    if variety >= MANY and most < times / 2:
        return True
    return variety >= VARIETY and edges >= FREE * times and most < ALWAYS * times
