"""What a comparison is made of, as plain frozen data: matches, pairs, and the comparison of many pieces.

Every match quotes both texts with the spans of the quotation on its page, and carries its evidence: the bits,
the expected number of chance matches and how often the background holds it. A result can so be filtered by
another threshold later without comparing again.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from compare.reuse.score import reuse
from seeds import check
from seeds.display import Displayed
from seeds.errors import UsageError
from seeds.page import Excerpt, short
from seeds.plain import Plain, plain_fields

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from compare.reuse.classes import Class

Kind = Literal["verbatim", "near", "enumeration", "skeleton"]
"""How alike the two sides of a match are."""

SCHEMA = "oped/comparison/1"

EXPECT = 0.03
"""What is told by default: what fewer than three in a hundred pairs of unrelated texts would share by chance."""


@dataclass(frozen=True, slots=True)
class Difference(Plain):
    """A place where the sides of a match differ.

    `left` and `right` are character ranges into the texts of the two sides; an empty range marks where the
    other side has something more. `what` tells exchanged words from moved ones.
    """

    what: Literal["exchanged", "moved", "slot"]
    left: tuple[int, int]
    right: tuple[int, int]


@dataclass(frozen=True, slots=True, repr=False)
class Match:
    """Wording that two pieces share.

    `bits` is how surprising it is against the background, letter by letter. `expect` is how often chance would
    bring it between unrelated texts as long as these: for free wording and quotations how many matches with so
    many bits (as BLAST's E-value: Karlin and Altschul 1990), for a set phrase, an idiom or a title how often this
    very wording would stand in both, for a template how often this frame would. `background` is an upper bound
    for the number of background items that hold the wording, None where nothing is known.
    `frame` is the shared frame of a skeleton with `…` for its slots, `source` the speaker or the
    document that the wording is quoted from. `equal` are, for either side, the ranges of equal characters, counted
    in the characters of words of the text: what `reuse` is made of.
    """

    kind: Kind
    class_: Class
    left: Excerpt
    right: Excerpt
    bits: float
    expect: float
    background: int | None = None
    differences: tuple[Difference, ...] = ()
    frame: str | None = None
    source: str | None = None
    equal: tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]] = ((), ())

    def __repr__(self) -> str:
        shown = short(self.frame or self.left.text)
        return f"<Match {self.kind} {self.class_} {shown}: {self.bits:.0f} bits>"

    def to_dict(self) -> dict[str, Any]:
        """The form of the `oped/comparison/1` schema."""
        made = plain_fields(self, bits=round(self.bits, 2), equal=None)
        del made["equal"]
        return made | {"expect": float(f"{self.expect:.3g}")}


@dataclass(frozen=True, slots=True)
class Theme(Plain):
    """A term that both pieces are about, and its share of their thematic overlap."""

    term: str
    weight: float


@dataclass(frozen=True, slots=True)
class Member(Plain):
    """A piece in a comparison: `id` counts from 1 in the order of comparing, `piece` is its id on its
    page.
    """

    id: int
    title: str
    page: str = ""
    piece: int = 1
    date: str | None = None
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Pair(Displayed):
    """Two pieces and what they share; matches stand with the least expected by chance first.

    `scores` holds figures in 0..1: `theme`, and the shares of `compare.reuse.score.reuse`; and, where they are known,
    `theme_percentile` and `reuse_percentile`, 0..100: the per cent of pairs of opinion pieces of such lengths, of
    different authors and days, that share less, those that share as much counted half. `reuse_percentile` holds for
    the default `expect` only. `sizes` are the characters of words in either text.
    """

    left: Member
    right: Member
    scores: Mapping[str, float] = field(default_factory=dict)
    themes: Sequence[Theme] = ()
    matches: tuple[Match, ...] = ()
    sizes: tuple[int, int] = (0, 0)

    @property
    def percentile(self) -> float | None:
        """The per cent of pairs that have less theme in common; None for a text without words."""
        return self.scores.get("theme_percentile")

    def at(self, expect: float) -> Pair:
        """The pair with the matches expected at most so often by chance, scored anew."""
        matches = tuple(match for match in self.matches if match.expect <= expect)
        scores = {**self.scores, **reuse([(match.class_, match.equal) for match in matches], self.sizes)}
        if len(matches) < len(self.matches):
            # Calibrated at the threshold of the comparison.
            scores.pop("reuse_percentile", None)
        return replace(self, matches=matches, scores=scores)

    @property
    def first(self) -> Member | None:
        """Who had it first, when both dates are known and differ."""
        a, b = self.left, self.right
        if a.date is None or b.date is None or a.date == b.date:
            return None
        return a if a.date < b.date else b

    def __repr__(self) -> str:
        return f"<Pair {self.left.id} and {self.right.id}: {len(self.matches)} matches>"

    def to_dict(self) -> dict[str, Any]:
        """The form of the `oped/comparison/1` schema."""
        first = self.first
        return {
            "left": self.left.id,
            "right": self.right.id,
            "first": first.id if first else None,
            "scores": {name: round(value, 6) for name, value in self.scores.items()},
            "theme_percentile": None if self.percentile is None else round(self.percentile, 6),
            "themes": [theme.to_dict() for theme in self.themes],
            "matches": [match.to_dict() for match in self.matches],
        }


@dataclass(frozen=True, slots=True, repr=False)
class Comparison(Displayed):
    """Every pair of some pieces, `pairs` in the order (1, 2), (1, 3) ... (2, 3) ...

    `expect` is the threshold that was asked for, `background_name` and `background_size` tell which
    background rarity was measured against and how many items it counts; `signature` names all that the result
    depends on besides the texts.
    """

    pieces: tuple[Member, ...]
    pairs: Sequence[Pair]
    expect: float = EXPECT
    background_name: str = ""
    background_size: int = 0
    signature: str = ""

    def __iter__(self) -> Iterator[Pair]:
        return iter(self.pairs)

    def pair(self, a: int, b: int) -> Pair:
        """The pair of the pieces with ids `a` and `b`, in either order; its left side is the lower id.

        Raises `UsageError` when there is no such pair.
        """
        low, high = sorted((check.count("a", a), check.count("b", b)))
        ids = [piece.id for piece in self.pieces]
        if low in ids and high in ids and low < high:
            i, j = ids.index(low), ids.index(high)
            return self.pairs[i * (len(ids) - 1) - i * (i - 1) // 2 + j - i - 1]
        raise UsageError(
            f"no pair ({a}, {b}): the comparison has the pieces 1 to {len(self.pieces)}, name two of them"
        )

    def of_pair(self, a: int, b: int) -> Comparison:
        """The comparison of two of its pieces, which keep their ids. Raises `UsageError` as `pair` does."""
        pair = self.pair(a, b)
        return replace(self, pieces=(pair.left, pair.right), pairs=(pair,))

    def at(self, expect: float) -> Comparison:
        """What this comparison tells at a stricter threshold, filtered and scored anew without comparing again.

        Raises `UsageError` for an `expect` above that of the comparison, or not above 0.
        """
        if not 0 < expect <= self.expect:
            raise UsageError(
                f"expect is {expect:g}, but this comparison holds what is expected up to {self.expect:g} times: "
                "name a number above 0 and not above that, or compare again"
            )
        return replace(self, pairs=tuple(pair.at(expect) for pair in self.pairs), expect=expect)

    def __repr__(self) -> str:
        return f"<Comparison of {len(self.pieces)} pieces: {len(self.pairs)} pairs>"

    def to_dict(self) -> dict[str, Any]:
        """The `oped/comparison/1` schema."""
        return {
            "schema": SCHEMA,
            "pieces": [piece.to_dict() for piece in self.pieces],
            "expect": self.expect,
            "background": {"name": self.background_name, "items": self.background_size},
            "background_size": self.background_size,
            "signature": self.signature,
            "pairs": [pair.to_dict() for pair in self.pairs],
        }
