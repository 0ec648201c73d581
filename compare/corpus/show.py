"""What was found in a corpus: the strongest passages, and all that one article shares.

What is kept grows with what is shown, not with the rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from compare.reuse.fold import folded
from seeds.errors import UsageError
from seeds.plain import Plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from compare.corpus.rows import Row

CANDIDATES = 50
"""Different wordings kept for each passage to show: so many variants of stronger ones may be merged."""
ALIKE = 0.6
"""Two wordings with this share of their windows in common are one passage, as a share of the longer."""
ROOM = 4
"""Of so many times the passages asked for, the rarest are chosen in one go."""
FEW, NEARLY_ALL = 5, 0.8
"""What so many articles hold, and this share of all, stands everywhere."""
REACH = 20
"""Passages back among which one of the same place is looked for."""
SAME = 0.5
"""Two passages of one article are one when they have this share of the longer in common."""
WINDOW = 4
"""Characters of the windows that wordings are compared by."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage with its near-duplicates: `first` is the strongest row, `pairs` and `articles` count who share it.

    `everywhere` tells that nearly all articles of the rows hold it, as they do a notice or a form of address.
    """

    first: Row
    pairs: int
    articles: int
    everywhere: bool = False

    @property
    def text(self) -> str:
        """The wording of the strongest row."""
        return self.first.text_a

    @property
    def kind(self) -> str:
        """Whether the strongest row is verbatim or near."""
        return self.first.kind

    @property
    def bits(self) -> float:
        """The rarity of the strongest row."""
        return self.first.bits

    def to_dict(self) -> dict[str, Any]:
        """`{"text", "kind", "bits", "pairs", "articles", "example"}`, the last being the strongest row."""
        return {
            "text": self.text,
            "kind": self.kind,
            "bits": round(self.bits, 2),
            "pairs": self.pairs,
            "articles": self.articles,
            "example": self.first.to_dict(),
        }


def nearly_all(articles: int) -> float:
    """How many of so many articles hold what stands everywhere, as a notice or a form of address does."""
    return max(FEW, NEARLY_ALL * articles)


def strongest(rows: Callable[[], Iterable[Row]], top: int = 20) -> list[Passage]:
    """The rarest passages, each once with all that hold it or nearly so, the rarest first, what stands everywhere last.

    `rows` is called twice, for the rows from the first to the last each time: once to choose, once to count. A
    pair counts once for each of its rows in a passage. Raises `UsageError` for a `top` below 1.
    """
    if top < 1:
        raise UsageError(f"{top} passages: ask for 1 or more")
    chosen: list[Row] = []
    known: list[frozenset[str]] = []
    index: dict[str, list[int]] = {}
    for row in _rarest(rows(), top * CANDIDATES):
        windows = _windows(row.text_a)
        if len(chosen) < top and _home(windows, known, index) is None:
            for window in windows:
                index.setdefault(window, []).append(len(chosen))
            chosen.append(row)
            known.append(windows)
    pairs = [0] * len(chosen)
    holders: list[set[str]] = [set() for _ in chosen]
    homes: dict[str, int | None] = {}
    seen: set[str] = set()
    for row in rows():
        seen |= {row.a, row.b}
        if row.text_a not in homes:
            if len(homes) > 100_000:
                homes.clear()
            homes[row.text_a] = _home(_windows(row.text_a), known, index)
        home = homes[row.text_a]
        if home is not None:
            pairs[home] += 1
            holders[home] |= {row.a, row.b}
    most = nearly_all(len(seen))
    found = [
        Passage(row, count, len(articles), len(articles) >= most)
        for row, count, articles in zip(chosen, pairs, holders, strict=True)
    ]
    return sorted(found, key=lambda passage: passage.everywhere)


def _rarest(rows: Iterable[Row], most: int) -> list[Row]:
    """The rarest rows, one of each wording: the first of the rarest."""
    kept: dict[str, tuple[float, int, Row]] = {}

    def rarest() -> list[tuple[float, int, Row]]:
        return sorted(kept.values(), key=lambda entry: (-entry[0], entry[1]))[:most]

    for number, row in enumerate(rows):
        if row.text_a not in kept or row.bits > kept[row.text_a][0]:
            kept[row.text_a] = (row.bits, number, row)
        if len(kept) > ROOM * most:
            # What is left out is among the rarest again by a rarer row alone.
            kept = {entry[2].text_a: entry for entry in rarest()}
    return [row for _, _, row in rarest()]


def _windows(text: str) -> frozenset[str]:
    signs = folded(text)
    return frozenset(signs[at : at + WINDOW] for at in range(max(1, len(signs) - WINDOW + 1)))


def _home(windows: frozenset[str], known: list[frozenset[str]], index: dict[str, list[int]]) -> int | None:
    """The passage that a wording belongs to: the one most like it, the rarest of several."""
    common: dict[int, int] = {}
    for window in windows:
        for number in index.get(window, ()):
            common[number] = common.get(number, 0) + 1
    best, most = None, ALIKE
    for number in sorted(common):
        share = common[number] / max(len(windows), len(known[number]))
        if share >= most and (best is None or share > most):
            best, most = number, share
    return best


@dataclass(frozen=True, slots=True, order=True)
class Sharing(Plain):
    """A passage of one article that another has too: its place and wording `here`, the wording `there`.

    `date` and `title` are those of the other, "" where not known.
    """

    start: int
    end: int
    other: str
    here: str
    there: str
    kind: str
    bits: float
    date: str = ""
    title: str = ""


def sharings(rows: Iterable[Row], article: str) -> list[Sharing]:
    """All that one article shares with others, in the order of its text."""
    found = []
    for row in rows:
        if row.a == article:
            found.append(
                Sharing(
                    row.sa, row.ea, row.b, row.text_a, row.text_b, row.kind, row.bits, row.date_b, row.title_b
                )
            )
        if row.b == article:
            found.append(
                Sharing(
                    row.sb, row.eb, row.a, row.text_b, row.text_a, row.kind, row.bits, row.date_a, row.title_a
                )
            )
    return sorted(found)


def by_passage(found: Iterable[Sharing]) -> list[tuple[Sharing, ...]]:
    """What one article shares, each passage once with all that have it: the longest first, then by date.

    The passages come in the order of the text.
    """
    groups: list[list[Sharing]] = []
    for sharing in sorted(found, key=lambda each: (each.start, -each.end, each.other)):
        for group in reversed(groups[-REACH:]):
            if _overlap(group[0], sharing) >= SAME * max(_size(group[0]), _size(sharing)):
                group.append(sharing)
                break
        else:
            groups.append([sharing])
    for group in groups:
        group.sort(key=lambda each: (-_size(each), not each.date, each.date, each.other))
        group[1:] = sorted(group[1:], key=lambda each: (not each.date, each.date, each.other))
    return [tuple(group) for group in groups]


def _size(sharing: Sharing) -> int:
    return sharing.end - sharing.start


def _overlap(one: Sharing, other: Sharing) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
