"""What is found in a corpus, as a list: its columns and rows, before any format draws them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oped.reports.model import Column, Listing, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from compare.corpus.show import Passage, Sharing
    from compare.mining.diachrony import Timeline
    from compare.mining.kwic import KeyWord
    from compare.mining.phrases import Phrase
    from oped.words import Labels


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
        Column("rates", f"{found.periods[0]}–{found.periods[-1]}", "bars"),
    )
    rows = [(u.text, u.first, u.last, u.articles, label(u.trend), u.sparkline) for u in found.usages]
    facts = (label("n_articles", n=f"{sum(found.articles):,}"),)
    return Listing(label("over_time"), facts, columns, rows, empty=label("nothing_found"))
