"""`oped check`: how much of a draft stands in an archive, by class, and each passage with its first article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oped.reports.model import Column, Heading, Listing, ReportDocument, TextBlock, TextRun

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.corpus.checking import BorrowedPassage, Checked
    from oped.reports.model import Block
    from oped.words import Labels


def check_document(found: Sequence[Checked], articles: int, label: Labels) -> ReportDocument:
    """A section a draft; the free wording, which is what copying takes, stands first."""
    facts = (label("archive_of", n=f"{articles:,}"), label("check_key"))
    blocks = [block for checked in found for block in _draft(checked, label)]
    return ReportDocument(label("check_title"), facts, tuple(blocks), (_table(found, label),))


def _draft(checked: Checked, label: Labels) -> Iterator[Block]:
    yield Heading(checked.draft)
    told = [
        label("characters", n=f"{checked.chars:,}"),
        label("in_archive", share=f"{checked.shared['total']:.1%}"),
    ]
    told += [
        f"{label(name)} {share:.1%}" for name, share in checked.shared.items() if name != "total" and share
    ]
    yield TextBlock((TextRun(" · ".join(told), "strong"),))
    columns = (
        Column("class", label("column_kind"), "name"),
        Column("phrase", label("column_phrase"), "phrase"),
        Column("first", label("column_first"), "name"),
        Column("article", label("column_article"), "words"),
        Column("articles", label("column_articles"), "figure"),
    )
    order = sorted(checked.passages, key=lambda passage: (passage.class_ != "free", -passage.chars))
    rows = [(label(p.class_), p.text, p.date, _named(p), p.articles) for p in order]
    yield Listing("", (), columns, rows, 0, label("nothing_found"))


def _named(passage: BorrowedPassage) -> str:
    return " · ".join(part for part in (passage.title or passage.article, passage.source) if part)


def _table(found: Sequence[Checked], label: Labels) -> Listing:
    keys = ("draft", "class", "text", "start", "end", "article", "date", "title", "source", "articles")
    rows = [
        (
            checked.draft,
            p.class_,
            p.text,
            p.spans[0].start,
            p.spans[-1].end,
            p.article,
            p.date,
            p.title,
            p.source,
            p.articles,
        )
        for checked in found
        for p in checked.passages
    ]
    return Listing(label("check_title"), (), tuple(Column(key, key) for key in keys), rows)
