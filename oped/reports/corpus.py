"""What is found in a corpus, as a list: its columns and rows, before any format draws them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from seeds.safe import terminal_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from compare.corpus.show import Passage, Sharing
    from compare.mining.diachrony import Timeline
    from compare.mining.kwic import KeyWord
    from compare.mining.phrases import Phrase
    from oped.words import Labels

Role = Literal["words", "phrase", "figure", "name", "before", "after"]
"""What a column holds: text of articles, the phrase the row is about, a figure, an id or other word that must
not break, the context before a key word, and that behind it."""
Cell = str | int | float


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key for programs, its heading for people."""

    key: str
    heading: str
    role: Role


@dataclass(frozen=True, slots=True)
class Listing:
    """A titled list; `facts` stand below the title, `more` counts the rows that are left out."""

    title: str
    facts: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Cell, ...]]
    more: int = 0
    empty: str = field(default="")


def _columns(label: Labels, **roles: Role) -> tuple[Column, ...]:
    return tuple(Column(key, label(f"column_{key}"), role) for key, role in roles.items())


def phrases_listing(phrases: Iterable[Phrase], label: Labels, facts: Sequence[str] = ()) -> Listing:
    """The phrases of a corpus."""
    columns = _columns(
        label, phrase="phrase", df="figure", times="figure", bits="figure", neighbours="name", article="name"
    )
    rows = [(p.text, p.df, p.times, round(p.bits, 1), f"{p.left}·{p.right}", p.article) for p in phrases]
    return Listing(label("corpus_phrases"), tuple(facts), columns, rows, empty=label("nothing_found"))


def formulas_listing(formulas: Sequence[Passage], label: Labels, facts: Sequence[str]) -> Listing:
    """The strongest passages, near-duplicates merged."""
    columns = _columns(
        label, phrase="phrase", kind="name", pairs="figure", articles="figure", bits="figure", example="name"
    )
    rows = [
        (f.text, label(f.kind), f.pairs, f.articles, round(f.bits, 1), f"{f.first.a} · {f.first.b}")
        for f in formulas
    ]
    return Listing(label("strongest_passages"), tuple(facts), columns, rows, empty=label("nothing_found"))


def sharing_listing(
    article: str, sharings: Sequence[Sharing], label: Labels, facts: Sequence[str], more: int = 0
) -> Listing:
    """All that one article shares, with whom."""
    columns = _columns(label, other="name", phrase="phrase", there="words", kind="name", bits="figure")
    rows = [
        (s.other, s.here, "" if s.there == s.here else s.there, label(s.kind), round(s.bits, 1))
        for s in sharings
    ]
    title = label("article_shares", article=article)
    return Listing(title, tuple(facts), columns, rows, more, label("nothing_found"))


def concordance_listing(
    words: str, lines: Sequence[KeyWord], label: Labels, facts: Sequence[str], more: int
) -> Listing:
    """Key words in context."""
    columns = _columns(label, article="name", date="name", before="before", key_word="phrase", after="after")
    rows = [(line.article, line.date, line.before, line.text, line.after) for line in lines]
    title = label("concordance", words=words)
    return Listing(title, tuple(facts), columns, rows, more, label("nothing_found"))


def timeline_listing(found: Timeline, label: Labels) -> Listing:
    """Formulas over time."""
    columns = (
        *_columns(label, phrase="phrase", first="name", last="name", articles="figure", trend="name"),
        Column("rates", f"{found.periods[0]}–{found.periods[-1]}", "name"),
    )
    rows = [(u.text, u.first, u.last, u.articles, label(u.trend), u.sparkline) for u in found.usages]
    facts = (label("n_articles", n=f"{sum(found.articles):,}"),)
    return Listing(label("over_time"), facts, columns, rows, empty=label("nothing_found"))


def plain(cell: Cell) -> str:
    """A cell as safe text on one line."""
    if isinstance(cell, str):
        return " ".join(terminal_text(cell).split()) if cell.strip("▁▂▃▄▅▆▇█ ") else cell
    return f"{cell:,}"
