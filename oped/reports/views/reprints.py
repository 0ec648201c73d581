"""`oped corpus reprints`: the clusters, and for each what its articles kept of the first printing, by sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oped.reports.model import Block, Column, Heading, Listing, ReportDocument, TextBlock, TextRun, aside
from oped.reports.views.parts import more
from oped.reports.views.tables import columns, for_programs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.corpus.articles import Article
    from compare.corpus.copies import Reprints
    from oped.words import Labels

COPIES, SENTENCES = 6, 12
"""Copies and sentences of an adaptation that are shown."""
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
        blocks.append(aside(label("more", n=f"{len(found) - most:,}")))
    return ReportDocument(label("reprints_title"), tuple(facts), tuple(blocks), (_table(found, label),))


def _cluster(cluster: Reprints, by_id: dict[str, Article], label: Labels) -> Iterator[Block]:
    first = next((copy for copy in cluster.articles if copy.id == cluster.first), cluster.articles[0])
    yield Heading(first.title or first.id, 3)
    told = [label("n_articles", n=f"{len(cluster.articles):,}")]
    if cluster.sources:
        told.append(label("n_sources", n=f"{len(cluster.sources):,}"))
    told.append(label("first_printing", id=first.id) if cluster.first else label("first_unknown"))
    yield aside(" · ".join(told))
    rows = [(c.id, c.date, c.source, f"{c.kept:.0%}", f"{c.added:.0%}") for c in cluster.articles]
    heads = columns(
        label, {"article": "name", "date": "name", "source": "name", "kept": "figure", "added": "figure"}
    )
    yield Listing(heads, rows)
    base = by_id.get(first.id)
    copies = [by_id[copy.id] for copy in cluster.articles if copy.id != first.id and copy.id in by_id][
        :COPIES
    ]
    if base is not None and cluster.first:
        yield _adaptation(base, copies, label)


def _adaptation(base: Article, copies: Sequence[Article], label: Labels) -> Listing:
    from compare.corpus.copies import adaptation

    kept = adaptation(base, copies)
    rows = [
        (sentence, *(next(sign for least, sign in SIGNS if share >= least) for share in shares))
        for sentence, shares in kept[:SENTENCES]
    ]
    heads = [Column("sentence", label("first_sentences"), "words")]
    heads += [Column(f"copy{n}", copy.source or copy.id, "name") for n, copy in enumerate(copies)]
    return Listing(tuple(heads), rows, more=more(len(kept) - SENTENCES, label))


def _table(found: Sequence[Reprints], label: Labels) -> Listing:
    keys = ("cluster", "id", "date", "source", "title", "kept", "added", "first")
    rows = [
        (number, c.id, c.date, c.source, c.title, round(c.kept, 3), round(c.added, 3), cluster.first)
        for number, cluster in enumerate(found, 1)
        for c in cluster.articles
    ]
    return for_programs(label("reprints_title"), keys, rows)
