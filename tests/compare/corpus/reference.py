"""The corpus in memory: candidates of all pairs at once, then one pair after the other."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Literal, NamedTuple

from compare.background import load_background
from compare.phrases.candidates import search
from compare.phrases.passages import passages
from compare.phrases.text import texts_of
from compare.phrases.trim import trim_ends
from seeds.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from compare.background import Background
    from compare.phrases.text import Text
    from seeds.piece import Piece


class Row(NamedTuple):
    """A passage that the documents `a` and `b` share: `sa` to `ea` in the text of `a`, `sb` to `eb` in that
    of `b`.
    """

    a: str
    b: str
    sa: int
    ea: int
    sb: int
    eb: int
    kind: Literal["verbatim", "near"]
    bits: float
    expect: float

    def to_dict(self) -> dict[str, str | int | float]:
        """A row of the corpus output: bits to two places, expect to three digits."""
        row = self._asdict()
        row["bits"], row["expect"] = round(self.bits, 2), float(f"{self.expect:.3g}")
        return row


def find_reuse(
    docs: Iterable[tuple[str, Piece | str]], *, background: Background | None = None, expect: float = 0.01
) -> Iterator[Row]:
    """The passages that any two documents share, given as `(id, text or piece)`, in their order.

    `expect` is the number of chance matches to put up with for a text compared with all others. Raises
    `UsageError` for an `expect` not above 0 and for an id that comes twice.
    """
    if not 0 < expect < inf:
        raise UsageError(f"expect is {expect:g}, but a number of chance matches lies above 0; try 0.01")
    names: list[str] = []
    texts: list[Text] = []
    for name, raw in docs:
        names.append(name)
        texts += texts_of([raw])
    if len(set(names)) < len(names):
        twice = next(name for at, name in enumerate(names) if name in names[:at])
        raise UsageError(f"the id {twice!r} comes twice: give every document an id of its own")
    found, clusters = search(texts, background or load_background(), expect)
    for i, j, alignment in passages(found, clusters):
        ends = trim_ends(texts[i], texts[j], alignment)
        if ends is not None:
            (a, a_end), (b, b_end) = ends
            kind: Literal["verbatim", "near"] = "verbatim" if len(alignment.runs) == 1 else "near"
            place = (*texts[i].extent(a, a_end), *texts[j].extent(b, b_end))
            expected = found.expected(i, j, alignment.bits)
            yield Row(names[i], names[j], *place, kind, alignment.bits, expected)
