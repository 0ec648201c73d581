"""`oped corpus reprints`: the clusters, and for each what its articles kept of the first printing, by sentence."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from oped.reports.model import Block, Column, Heading, Listing, ReportDocument, TextBlock, TextRun, aside
from oped.reports.views.tables import columns, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from compare.corpus.articles import Article
    from compare.corpus.copies import Reprints
    from oped.words import Labels

COPIES, SENTENCES = 12, 12
"""Copies and sentences of an adaptation that are shown."""
UNCHANGED = 0.995
"""An article that keeps so much of the first printing, and adds no more, shows nothing of how it was adapted."""
SIGNS = ((0.8, "●"), (0.3, "◐"), (0.0, "○"))
"""How much of a sentence is kept: nearly all, a part, nothing to speak of."""


def reprints_document(
    found: Sequence[Reprints], held: Sequence[Article], label: Labels, most: int | None = None
) -> ReportDocument:
    """A section a cluster: its articles, then the sentences of the first printing against its copies."""
    by_id = {article.id: article for article in held}
    articles = sum(len(cluster.articles) for cluster in found)
    facts = [label("n_clusters", n=f"{len(found):,}"), label("n_articles", n=f"{articles:,}")]
    if found:
        facts.append(label("kept_key"))
    blocks: list[Block] = []
    for cluster in found[:most]:
        blocks += _cluster(cluster, by_id, label)
    if not found:
        blocks.append(TextBlock((TextRun(label("nothing_found")),)))
    elif most and len(found) > most:
        blocks.append(aside(label("more_clusters", n=f"{len(found) - most:,}")))
    return ReportDocument(label("reprints_title"), tuple(facts), tuple(blocks), (_table(found, label),))


def _cluster(cluster: Reprints, by_id: dict[str, Article], label: Labels) -> Iterator[Block]:
    first = next((copy for copy in cluster.articles if copy.id == cluster.first), cluster.articles[0])
    yield Heading(first.title or first.id, 3)
    told = [label("n_articles", n=f"{len(cluster.articles):,}")]
    if cluster.sources:
        told.append(label("n_sources", n=f"{len(cluster.sources):,}"))
    told.append(label("first_printing", id=first.id) if cluster.first else label("first_unknown"))
    yield aside(" · ".join(told))
    rows = [
        (number, c.id, c.date, c.source, f"{c.kept:.0%}", f"{c.added:.0%}")
        for number, c in enumerate(cluster.articles, 1)
    ]
    heads = columns(
        label, {"article": "name", "date": "name", "source": "name", "kept": "figure", "added": "figure"}
    )
    yield Listing((Column("number", "", "figure"), *heads), rows)
    if cluster.first:
        changed = {
            number: by_id[c.id]
            for number, c in enumerate(cluster.articles, 1)
            if min(c.kept, 1 - c.added) < UNCHANGED
        }
        yield from _adaptation(by_id[first.id], changed, label)


def _adaptation(base: Article, copies: Mapping[int, Article], label: Labels) -> Iterator[Listing]:
    """The sentences that some copy left out or changed, against the copies that are not the first printing anew."""
    from compare.corpus.copies import adaptation

    shown = dict(islice(copies.items(), COPIES))
    kept = [
        (sentence, *(next(sign for least, sign in SIGNS if share >= least) for share in shares))
        for sentence, shares in adaptation(base, [*shown.values()])
    ]
    rows = [row for row in kept if set(row[1:]) - {SIGNS[0][1]}]
    if rows:
        heads = [Column("sentence", label("first_sentences"), "words")]
        heads += [Column(f"copy{number}", str(number), "figure") for number in shown]
        counts = {
            "more_sentences": len(rows) - SENTENCES,
            "kept_sentences": len(kept) - len(rows),
            "more_copies": len(copies) - COPIES,
        }
        more = "  ".join(label(name, n=n) for name, n in counts.items() if n > 0)
        yield Listing(tuple(heads), rows[:SENTENCES], more=more)


def _table(found: Sequence[Reprints], label: Labels) -> Listing:
    keys = ("cluster", "id", "date", "source", "title", "kept", "added", "first")
    rows = [
        (number, c.id, c.date, c.source, c.title, round(c.kept, 3), round(c.added, 3), cluster.first)
        for number, cluster in enumerate(found, 1)
        for c in cluster.articles
    ]
    return table("reprints_title", keys, rows, label)
