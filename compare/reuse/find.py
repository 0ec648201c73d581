"""All the ways that the texts of a few pieces share wording, pair by pair.

What two texts share rests on these two alone, and is the same whichever comes first.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from math import log2
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from compare.reuse.candidates import Cluster, Search, search
from compare.reuse.classes import Class, Kind, class_of, classify
from compare.reuse.finding import Finding, is_told, within
from compare.reuse.index import SharedRun
from compare.reuse.lists import LEAST_ITEMS, Forms, ListItem, forms, is_figure, lists, order_bits, shared_list
from compare.reuse.matches import Quoted
from compare.reuse.named import Name, chance_in, is_name, is_state_paper, is_subject, names, places_of
from compare.reuse.passages import passages
from compare.reuse.templates import PIECE, Frame, frames, paired
from compare.reuse.templates import expected as expected_frame
from compare.reuse.trim import trim_ends, widened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from compare.reference.corpus import ReferenceCorpus
    from compare.results import Kind as Likeness
    from compare.reuse.text import Codes, Text

    Part = tuple[int, int]
    T = TypeVar("T")

SHORTEST = 10
"""Equal characters of words in the shortest passage; what is shorter is told only when it has a name of its own."""

_FOREIGN = re.compile("[a-z0-9]+[年月日时分]?")
"""A Latin word or a number, or a part of a date: one character of a passage, however long."""

ENDS = 10.0
"""Bits for it that two texts end at the same place: one of about a thousand lengths."""

MOST_LISTS = 200
"""Pairs of lists that are looked at for two texts, those with most in common: texts of nothing but lists have more."""

SET_PHRASE = 0.0003
"""Share of the items of the reference from which wording counts as a set phrase (提法)."""

NAMING: tuple[Class, ...] = ("free", "formula", "document")
"""Classes of passages that are looked at for being nothing but a name."""

QUOTED = 5
"""Characters of wording that only one of two texts has in quotation marks, at least: what is shorter is a word."""

KNOWN = 6
"""Items of the reference with wording that is more than a name of the day; some of them may be false ones."""

FIGURE = 0.0005
"""Share of the pairs of opinion pieces, of `PIECE` characters each, that share a list whose items rhyme, at most: 43 of
90,525 share three items of any list."""


class CommonPassage(NamedTuple):
    """A stretch of two texts that is worth telling, the equal runs in it, and their bits."""

    left: Part
    right: Part
    runs: tuple[SharedRun, ...]
    bits: float


@dataclass(frozen=True)
class Pairs:
    """The texts to compare with all that is worked out once for each of them."""

    texts: Sequence[Text]
    reference: ReferenceCorpus
    expect: float

    def told(self) -> Iterator[tuple[int, int, int, list[Finding]]]:
        """What each pair shares that shares something: its number in (0, 1), (0, 2) ... (1, 2) ..., and its texts."""
        last = len(self.texts) - 1
        pairs = ((self._order[a], self._order[b]) for a, b in self._candidates)
        for i, j in sorted((i, j) if i < j else (j, i) for i, j in pairs):
            if found := self.findings(i, j):
                yield i * last - i * (i - 1) // 2 + j - i - 1, i, j, found

    def findings(self, i: int, j: int) -> list[Finding]:
        """The matches of two texts: passages, then what else they share outside these."""
        one, other = self._rank[i], self._rank[j]
        if one > other:
            return [finding.turned for finding in self.findings(j, i)]
        if self.texts[i].line == self.texts[j].line:
            return list(self._whole(one, other))
        found = [finding for finding in self._passages(one, other) if finding.expect <= self.expect]
        for shared in (self._shared_lists, self._shared_names, self._shared_frames):
            for finding in shared(one, other, found):
                if finding.expect <= self.expect:
                    found.append(finding)  # noqa: PERF401  each looks at those before it
        return found

    @cached_property
    def _candidates(self) -> set[tuple[int, int]]:
        """The pairs that may share something, by rank."""
        same: dict[str, list[int]] = defaultdict(list)
        for rank, text in enumerate(self._sorted):
            same[text.line].append(rank)
        whole = {pair for ranks in same.values() for pair in combinations(ranks, 2)}
        return whole.union(self._with_passages, self._with_lists, self._with_names, self._with_frames)

    @cached_property
    def _order(self) -> list[int]:
        """The texts in an order of their own, so that it does not matter which comes first."""
        return sorted(range(len(self.texts)), key=lambda i: self.texts[i].line)

    @cached_property
    def _rank(self) -> dict[int, int]:
        return {i: rank for rank, i in enumerate(self._order)}

    @cached_property
    def _sorted(self) -> list[Text]:
        return [self.texts[i] for i in self._order]

    @cached_property
    def _search(self) -> tuple[Search, Iterator[Cluster]]:
        return search(self._sorted, self.reference, self.expect)

    def _whole(self, i: int, j: int) -> Iterator[Finding]:
        """All of two texts that are the same."""
        size = len(self._sorted[i])
        run = SharedRun(0, 0, size)
        bits = self._search[0].weigh(i, j, run)
        chance = 2.0 ** -(bits + ENDS)
        if self._sorted[i].counted[-1] and chance <= self.expect:
            yield Finding("verbatim", Kind("free"), (0, size), (0, size), (run,), bits, chance)

    def _passages(self, i: int, j: int) -> Iterator[Finding]:
        for left, right, runs, bits in self._with_passages.get((i, j), ()):
            likeness: Likeness = "verbatim" if len(runs) == 1 else "near"
            kind, chance = self._kind(i, j, left, right), self._search[0].expected(i, j, bits)
            sides = (self._sorted[i], left), (self._sorted[j], right)
            if kind.class_ != "attribution" and not (
                kind.class_ in NAMING and any(self._is_name(text, at) for text, at in sides)
            ):
                yield Finding(likeness, kind, left, right, runs, bits, chance)

    def _is_name(self, text: Text, part: Part) -> bool:
        """Whether a stretch of a text but names; titles and what the reference lists say something."""
        wording = text.line[slice(*part)]
        titled = "《" in wording or is_state_paper(wording)
        return (
            not titled
            and is_name(wording, text.cutter)
            and not any(True for _ in self.reference.set_phrases.within(wording))
        )

    @cached_property
    def _with_passages(self) -> Mapping[tuple[int, int], list[CommonPassage]]:
        """For pairs of texts the passages that they share, cut to phrases. What the reference knows of all of them is
        looked up at once.
        """
        found, clusters = self._search
        told: dict[tuple[int, int], list[CommonPassage]] = defaultdict(list)
        parts: dict[str, Codes] = {}
        for i, j, alignment in passages(found, clusters):
            left, right = self._sorted[i], self._sorted[j]
            ends = trim_ends(left, right, alignment)
            if ends is None:
                continue
            runs = tuple(within(alignment, *ends))
            equal = "".join(left.line[run.a : run.a + run.length] for run in runs)
            if sum(map(str.isalnum, _FOREIGN.sub("0", equal))) < SHORTEST:
                continue
            bits = found.weigh(i, j, runs[0]) if len(runs) == 1 else alignment.bits
            told[i, j].append(CommonPassage(*ends, runs, bits))
            for text, part in zip((left, right), ends, strict=True):
                parts[text.line[slice(*part)]] = text.codes[slice(*part)]
        self._counts.update(zip(parts, self.reference.items_with_each([*parts.values()]), strict=True))
        return told

    def _kind(self, i: int, j: int, left: Part, right: Part) -> Kind:
        return class_of(self._kind_of(i, left), self._kind_of(j, right))

    def _kind_of(self, i: int, part: Part) -> Kind:
        """What a stretch of a text is; many pairs share the same."""
        if (i, part) not in self._kinds:
            known = self.quoted.items(self._sorted[i], part) >= max(3.0, SET_PHRASE * self.reference.items)
            self._kinds[i, part] = classify(self._sorted[i], *part, known=known)
        return self._kinds[i, part]

    @cached_property
    def _kinds(self) -> dict[tuple[int, Part], Kind]:
        return {}

    # What is found so far grows while these run: what it tells already is passed over before it is weighed.

    def _shared_lists(self, i: int, j: int, told: Sequence[Finding]) -> Iterator[Finding]:
        found = self._search[0]
        for one, other in self._with_lists.get((i, j), ()):
            shared = shared_list(self._forms_of(i, one), self._forms_of(j, other))
            if shared is None or is_told((shared.left, shared.right), told):
                continue
            runs = tuple(SharedRun(a, b, end - a) for (a, end), (b, _) in shared.items)
            bits = max(0.0, sum(found.weigh(i, j, run) for run in runs) - order_bits(shared))
            kind = self._kind(i, j, shared.left, shared.right)
            chance = found.expected(i, j, bits)
            if is_figure(self._sorted[i], shared):
                chance = min(chance, FIGURE * len(self._sorted[i]) * len(self._sorted[j]) / PIECE**2)
            same = self._same(i, j, shared.left, shared.right)
            if same and kind.class_ == "free":
                kind = Kind("formula")
            likeness: Likeness = "verbatim" if same else "enumeration"
            yield Finding(likeness, kind, shared.left, shared.right, same or runs, bits, chance)

    def _forms_of(self, i: int, at: int) -> list[Forms]:
        """What the items of a list may be; many pairs share the same list."""
        if (i, at) not in self._forms:
            self._forms[i, at] = [forms(self._sorted[i], item) for item in self._lists[i][at]]
        return self._forms[i, at]

    @cached_property
    def _forms(self) -> dict[tuple[int, int], list[Forms]]:
        return {}

    def _same(self, i: int, j: int, left: Part, right: Part) -> tuple[SharedRun, ...]:
        """Stretches of two texts as one run, when their wording is the same."""
        same = self._sorted[i].line[slice(*left)] == self._sorted[j].line[slice(*right)]
        return (SharedRun(left[0], right[0], left[1] - left[0]),) if same else ()

    @cached_property
    def _lists(self) -> list[list[list[ListItem]]]:
        return [lists(text) for text in self._sorted]

    @cached_property
    def _with_lists(self) -> Mapping[tuple[int, int], list[tuple[int, int]]]:
        """For pairs of texts the places of lists that have an item in common."""
        holders: dict[str, set[tuple[int, int]]] = defaultdict(set)
        for i, text in enumerate(self._sorted):
            for at, items in enumerate(self._lists[i]):
                for key in set().union(*(item.keys(text.line) for item in items)):
                    holders[key].add((i, at))
        found: dict[tuple[int, int], dict[tuple[int, int], int]] = defaultdict(lambda: defaultdict(int))
        for places in holders.values():
            for (i, one), (j, other) in combinations(sorted(places), 2):
                if i != j:
                    found[i, j][one, other] += 1
        return {
            pair: [
                places
                for places, keys in sorted(some.items(), key=lambda one: (-one[1], one[0]))[:MOST_LISTS]
                if keys >= LEAST_ITEMS
            ]
            for pair, some in found.items()
        }

    def _shared_names(self, i: int, j: int, told: Sequence[Finding]) -> Iterator[Finding]:
        left, right = self._places[i], self._places[j]
        for name, chance in self._with_names.get((i, j), ()):
            ours, theirs = left[name], right[name]
            for at in range(max(len(ours), len(theirs))):
                a, b = ours[min(at, len(ours) - 1)], theirs[min(at, len(theirs) - 1)]
                run = SharedRun(a, b, len(name.wording))
                if name.class_ == "formula":
                    run = widened(self._sorted[i], self._sorted[j], run)
                stretches = (run.a, run.a + run.length), (run.b, run.b + run.length)
                if not is_told(stretches, told):
                    bits = self._search[0].weigh(i, j, run)
                    yield Finding("verbatim", Kind(name.class_), *stretches, (run,), bits, chance)

    @cached_property
    def _names(self) -> list[dict[Name, list[int]]]:
        # An idiom is everybody's: that two texts have it tells nothing of either.
        named = (names(text, self.reference.set_phrases) for text in self._sorted)
        return [{name: some[name] for name in some if name.class_ != "idiom"} for some in named]

    @cached_property
    def _marked(self) -> list[set[Name]]:
        """What each text has in quotation marks, without these."""
        return [
            {name._replace(wording=name.wording[1:-1]) for name in some if name.wording[0] == '"'}
            for some in self._names
        ]

    @cached_property
    def _unmarked(self) -> list[dict[Name, list[int]]]:
        """Where each text has, marked or not, what any has in quotation marks."""
        return places_of(self._sorted, set().union(*self._marked))

    @cached_property
    def _places(self) -> list[dict[Name, list[int]]]:
        """Where each text has what it, or any, names."""
        return [one | other for one, other in zip(self._names, self._unmarked, strict=True)]

    @cached_property
    def _counts(self) -> dict[str, int]:
        """The items of the reference with each wording that was asked for, and with every name."""
        every = {name.wording for some in self._places for name in some}
        wordings = sorted(every.union(wording.strip('"') for wording in every))
        return dict(zip(wordings, self.reference.items_with_each(wordings), strict=True))

    @cached_property
    def quoted(self) -> Quoted:
        """What matches quote of the texts."""
        return Quoted(self.texts, self.reference, self._counts)

    def _rate(self, name: Name) -> float:
        """How many items in a million characters hold a name."""
        rate = self.reference.phrases.get(name.wording)
        return 1e6 * self._counts[name.wording] / max(1, self.reference.characters) if rate is None else rate

    def _is_subject(self, name: Name, i: int) -> bool:
        """Whether a text is about what it quotes or cites; what the reference lists is a set phrase all the same."""
        inner = name.wording.strip('"')
        known = self._counts[inner] >= KNOWN
        return inner not in self.reference.phrases and is_subject(name, self._sorted[i], known=known)

    @cached_property
    def _with_names(self) -> Mapping[tuple[int, int], list[tuple[Name, float]]]:
        """For pairs of texts the telling names in both, the longest first, and how often chance would bring each."""
        found: dict[tuple[int, int], list[tuple[Name, float]]] = defaultdict(list)
        sizes = [len(text) for text in self._sorted]
        named, quoted = _holders(self._names), _holders(self._unmarked)
        for name in sorted(named.keys() | quoted.keys(), key=lambda name: (-len(name.wording), name)):
            rate = self._rate(name)
            for holders, marked in ((named, None), (quoted, self._marked)):
                some = holders.get(name, ())
                if len(some) < 2 or (marked and len(name.wording) < QUOTED):
                    continue
                telling = (i for i in some if not self._is_subject(name, i))
                chances = [(i, chance_in(rate, sizes[i])) for i in telling]
                for (i, one), (j, other) in combinations(chances, 2):
                    if one * other <= self.expect and (not marked or name in marked[i] or name in marked[j]):
                        found[i, j].append((name, one * other))
        return found

    def _shared_frames(self, i: int, j: int, told: Sequence[Finding]) -> Iterator[Finding]:
        sizes = len(self._sorted[i]), len(self._sorted[j])
        for name in sorted(self._with_frames.get((i, j), ())):
            (one, other), words = paired(self._frames[i][name], self._frames[j][name])
            if is_told((one.span, other.span), told):
                continue
            chance = expected_frame(one, sizes)
            runs = tuple(SharedRun(a, b, end - a) for (a, end), (b, _) in words)
            bits, kind = -log2(one.share), Kind("free")
            if same := self._same(i, j, one.span, other.span):
                bits, kind = self._search[0].weigh(i, j, *same), self._kind(i, j, one.span, other.span)
            likeness: Likeness = "verbatim" if same else "skeleton"
            yield Finding(likeness, kind, one.span, other.span, same or runs, bits, chance)

    @cached_property
    def _frames(self) -> list[Mapping[str, Frame]]:
        return [frames(text) for text in self._sorted]

    @cached_property
    def _with_frames(self) -> Mapping[tuple[int, int], list[str]]:
        found: dict[tuple[int, int], list[str]] = defaultdict(list)
        for name, some in _holders(self._frames).items():
            for pair in combinations(some, 2):
                found[pair].append(name)
        return found


def _holders(texts: Sequence[Iterable[T]]) -> dict[T, list[int]]:
    """The texts that have each of some things."""
    holders: dict[T, list[int]] = defaultdict(list)
    for i, things in enumerate(texts):
        for thing in things:
            holders[thing].append(i)
    return holders
