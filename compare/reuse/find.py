"""All the ways that the texts of a few pieces share wording, pair by pair."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from compare.reuse.candidates import Run, search
from compare.reuse.frames import LIGHT_VERBS, Rarity, sentences
from compare.reuse.kinds import classify
from compare.reuse.lists import order_bits, shared_lists
from compare.reuse.passages import passages
from compare.reuse.skeletons import bracketed, carriers, skeletons
from compare.reuse.trim import trim, trim_ends

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from compare.background import Background
    from compare.comparison import Kind
    from compare.reuse.align import Alignment
    from compare.reuse.candidates import Cluster, Search
    from compare.reuse.frames import Mark, Sentence
    from compare.reuse.skeletons import Carrier
    from compare.reuse.text import Text

NAMED = 7
"""Characters from which wording with a name of its own (a title, a set phrase, an idiom, the frame of a quotation) is
told whatever chance would bring: it is shared because it is common, and listed to be told from borrowing."""

NAMED_SHARE = 0.5
"""Share of the bits asked for with which shorter wording of that kind is told too."""

FRAME = 50.0
"""Skeletons are told up to so many times the expected number asked for: a frame is few words."""

SHORTEST = 4
"""Characters of the shortest phrase."""

Part = tuple[int, int]


class Finding(NamedTuple):
    """A match in terms of folded texts: stretches of both, the equal runs in them, bits and chance."""

    kind: Kind
    left: Part
    right: Part
    runs: tuple[Run, ...]
    bits: float
    expect: float


@dataclass(frozen=True)
class Pairs:
    """The texts to compare with all that is worked out once for each of them."""

    texts: Sequence[Text]
    background: Background
    expect: float

    @cached_property
    def _searched(self) -> tuple[Search, dict[tuple[int, int], list[Cluster]]]:
        found, clusters = search(self.texts, self.background, self.expect)
        by_pair: dict[tuple[int, int], list[Cluster]] = defaultdict(list)
        for cluster in clusters:
            by_pair[cluster.left, cluster.right].append(cluster)
        return found, by_pair

    @property
    def search(self) -> Search:
        """Bits and expected numbers."""
        return self._searched[0]

    @cached_property
    def _sentences(self) -> list[list[Sentence]]:
        return [sentences(text) for text in self.texts]

    @cached_property
    def _carriers(self) -> list[list[Carrier]]:
        return [carriers(text, self._rarity) for text in self._sentences]

    @cached_property
    def _rarity(self) -> Rarity:
        return Rarity(self.background, {})

    def __iter__(self) -> Iterator[tuple[int, int, list[Finding]]]:
        for i, j in combinations(range(len(self.texts)), 2):
            yield i, j, self.findings(i, j)

    def findings(self, i: int, j: int) -> list[Finding]:
        """The matches of two texts, none inside another on either side."""
        clusters = self._searched[1].get((i, j), [])
        lists = list(self._lists(i, j))
        found = [*self._passages(i, j), *lists, *self._common(i, j, clusters)]
        kept = _outermost(self.texts[i], found)
        return [*kept, *self._skeletons(i, j, kept)]

    @cached_property
    def _aligned(self) -> dict[tuple[int, int], list[Alignment]]:
        found, by_pair = self._searched
        aligned: dict[tuple[int, int], list[Alignment]] = defaultdict(list)
        for i, j, alignment in passages(found, (cluster for some in by_pair.values() for cluster in some)):
            aligned[i, j].append(alignment)
        return aligned

    def _passages(self, i: int, j: int) -> Iterator[Finding]:
        for alignment in self._aligned.get((i, j), ()):
            ends = trim_ends(self.texts[i], self.texts[j], alignment)
            if ends is None or ends[0][1] - ends[0][0] < SHORTEST:
                continue
            runs = tuple(_within(alignment, *ends))
            kind: Kind = "verbatim" if len(runs) == 1 else "near"
            expected = self.search.expected(i, j, alignment.bits)
            yield Finding(kind, *ends, runs, alignment.bits, expected)

    def _common(self, i: int, j: int, clusters: list[Cluster]) -> Iterator[Finding]:
        """Runs that chance explains but that have a name of their own."""
        left, right = self.texts[i], self.texts[j]
        for run in {run for cluster in clusters for run in cluster.runs}:
            part = trim(left, right, *run)
            if part is None or part[1] - part[0] < SHORTEST:
                continue
            run = Run(run.a + part[0], run.b + part[0], part[1] - part[0])
            weight = self.search.weigh(i, j, run)
            if run.length < NAMED and weight < NAMED_SHARE * self.search.needed(i, j):
                continue
            if classify(left, run.a, run.a + run.length, self.background).class_ != "free":
                stretches = (run.a, run.a + run.length), (run.b, run.b + run.length)
                expected = self.search.expected(i, j, weight)
                yield Finding("verbatim", *stretches, (run,), weight, expected)

    def _lists(self, i: int, j: int) -> Iterator[Finding]:
        left, right = self.texts[i], self.texts[j]
        ours, theirs = self.search.bits(i), self.search.bits(j)
        for shared in shared_lists(left, right):
            runs = tuple(Run(a, b, end - a) for (a, end), (b, _) in shared.items)
            weight = sum(
                min(float(ours[r.a : r.a + r.length].sum()), float(theirs[r.b : r.b + r.length].sum()))
                for r in runs
            )
            weight = max(0.0, weight - order_bits(shared))
            expected = self.search.expected(i, j, weight)
            common = classify(left, *shared.left, self.background).class_ != "free"
            common |= classify(right, *shared.right, self.background).class_ != "free"
            if expected <= self.expect or common:
                yield Finding("enumeration", shared.left, shared.right, runs, weight, expected)

    def _skeletons(self, i: int, j: int, kept: list[Finding]) -> Iterator[Finding]:
        ours, theirs = self._sentences[i], self._sentences[j]
        others = max(1, len(self.texts) - 1)
        taken: list[Part] = []
        found = [
            *skeletons(self._carriers[i], self._carriers[j], self._rarity),
            *bracketed(ours, theirs, self._rarity),
        ]
        for frame in sorted(found, key=lambda frame: (-frame.bits, frame.left, frame.right)):
            places = _places(ours, frame.within_clause) * _places(theirs, frame.within_clause)
            expected = places * others * 2.0**-frame.bits
            same = self.texts[i].string(*frame.left) == self.texts[j].string(*frame.right)
            if (
                expected <= FRAME * self.expect
                and not same
                and not any(_inside(frame.left, t) for t in taken)
            ):
                runs = tuple(self._mark(i, j, *pair) for pair in frame.marks)
                if any(_holds(match, run) for match in kept for run in runs):
                    continue
                taken.append(frame.left)
                yield Finding("skeleton", frame.left, frame.right, runs, frame.bits, expected)

    def _mark(self, i: int, j: int, one: Mark, other: Mark) -> Run:
        """A word of a frame, with the light verb that both texts have behind it: 也 of 也是."""
        left, right = self.texts[i].codes, self.texts[j].codes
        length = one.end - one.start
        a, b = one.start + length, other.start + length
        if a < len(left) and b < len(right) and left[a] == right[b] and chr(left[a]) in LIGHT_VERBS:
            length += 1
        return Run(one.start, other.start, length)


def _places(text: list[Sentence], clauses: bool) -> int:
    return sum(len(sentence.clauses) for sentence in text) if clauses else len(text)


def _within(alignment: Alignment, left: Part, right: Part) -> Iterator[Run]:
    """The runs of an alignment inside trimmed stretches."""
    for run in alignment.runs:
        low = max(0, left[0] - run.a, right[0] - run.b)
        high = min(run.length, left[1] - run.a, right[1] - run.b)
        if low < high:
            yield Run(run.a + low, run.b + low, high - low)


def _inside(part: Part, other: Part) -> bool:
    return other[0] <= part[0] and part[1] <= other[1]


def _holds(match: Finding, run: Run) -> bool:
    """Whether both sides of a match hold both sides of a run: then it is no evidence of its own."""
    ours, theirs = (run.a, run.a + run.length), (run.b, run.b + run.length)
    return _inside(ours, match.left) and _inside(theirs, match.right)


def _outermost(left: Text, found: Iterable[Finding]) -> list[Finding]:
    """The findings, longest first, without what stands inside a longer one on either side.

    The same wording at several places of both texts is paired place by place, not each with each.
    """
    groups: dict[tuple[int, ...], list[Finding]] = defaultdict(list)
    for one in found:
        same = one.kind == "verbatim"
        key = tuple(left.codes[slice(*one.left)].tolist()) if same else (*one.left, *one.right)
        key = (-1, *key) if same else (-2, *key)
        groups[key].append(one)
    kept: list[Finding] = []
    ours: list[Part] = []
    theirs: list[Part] = []
    for group in sorted(groups.values(), key=lambda group: (group[0].left[0] - group[0].left[1], group[0])):
        best = max(group, key=lambda one: one.bits)
        lefts = sorted({one.left for one in group if not any(_inside(one.left, o) for o in ours)})
        rights = sorted({one.right for one in group if not any(_inside(one.right, o) for o in theirs)})
        for at in range(max(len(lefts), len(rights)) if lefts and rights else 0):
            ours_at, theirs_at = lefts[min(at, len(lefts) - 1)], rights[min(at, len(rights) - 1)]
            here = Run(ours_at[0], theirs_at[0], ours_at[1] - ours_at[0])
            runs = (here,) if best.kind == "verbatim" else best.runs
            kept.append(best._replace(left=ours_at, right=theirs_at, runs=runs))
        if lefts and rights:
            ours += lefts
            theirs += rights
    return kept
