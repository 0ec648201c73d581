"""The rows of a corpus: passages that two of its articles share, and the files they are written to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from compare.corpus.articles import decoded

if TYPE_CHECKING:
    from collections.abc import Iterator


class Row(NamedTuple):
    """A passage that the articles `a` and `b` share: `sa` to `ea` in the text of `a`, `sb` to `eb` in that of `b`.

    Offsets count characters of the page for an article that is a piece of one. `expect` is how many matches
    with so many `bits` chance would bring for an article compared with all others.
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
    text_a: str
    text_b: str

    def to_dict(self) -> dict[str, str | int | float]:
        """A row of the corpus output: bits to two places, expect to three digits."""
        row = self._asdict()
        row["bits"], row["expect"] = round(self.bits, 2), float(f"{self.expect:.3g}")
        return row


def within(found: Iterator[tuple[Any, ...]], articles: int, expect: float) -> Iterator[Row]:
    """The rows of the table of sorted rows that are expected by chance at most `expect` times."""
    for a, b, sa, ea, sb, eb, near, bits, places, text_a, text_b in found:
        expected = float(places * max(1, articles - 1) * 2.0**-bits)
        if expected <= expect:
            kind: Literal["verbatim", "near"] = "near" if near else "verbatim"
            texts = decoded(text_a), decoded(text_b)
            yield Row(decoded(a), decoded(b), sa, ea, sb, eb, kind, bits, expected, *texts)
