"""`oped corpus show` and `oped corpus phrases`: what is found in a corpus, as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oped.reports.model import CellValue, Listing, ReportDocument, Role
from oped.reports.views.parts import more
from oped.reports.views.tables import columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from compare.corpus.show import Passage, Sharing
    from compare.mining.kwic import KeyWord
    from compare.mining.phrases import Phrase
    from oped.words import Labels


def _document(
    title: str,
    facts: Sequence[str],
    rows: Sequence[tuple[CellValue, ...]],
    label: Labels,
    most: int | None = None,
    **roles: Role,
) -> ReportDocument:
    shown, heads = rows[:most], columns(label, roles)
    left_out = more(len(rows) - len(shown), label)
    listing = Listing(heads, shown, title, left_out, label("nothing_found"))
    return ReportDocument(title, tuple(facts), (listing,), (listing,))


FORMS = 3
"""Other forms of a set phrase that are shown."""


def told_apart_document(phrases: Iterable[Phrase], title: str, label: Labels) -> ReportDocument:
    """Set phrases, names or terms; with the other forms of each, where there are any, and the articles with these."""
    found = list(phrases)
    forms = ["、".join(f"{form.text} {form.df}" for form in phrase.forms[:FORMS]) for phrase in found]
    last: dict[str, Role] = {"forms": "words"} if any(forms) else {"article": "name"}
    rows = [
        (phrase.text, phrase.df, phrase.times, told if any(forms) else phrase.article)
        for phrase, told in zip(found, forms, strict=True)
    ]
    return _document(title, (), rows, label, None, phrase="phrase", df="figure", times="figure", **last)


def phrases_document(phrases: Iterable[Phrase], label: Labels) -> ReportDocument:
    """The phrases of a corpus."""
    rows = [(p.text, p.df, p.times, round(p.bits, 1), f"{p.left}·{p.right}", p.article) for p in phrases]
    return _document(
        label("corpus_phrases"), (), rows, label,
        phrase="phrase", df="figure", times="figure", bits="figure", neighbours="name", article="name"
    )  # fmt: skip


def strongest_document(formulas: Sequence[Passage], counted: int, label: Labels) -> ReportDocument:
    """The strongest passages, near-duplicates merged."""
    rows = [
        (f.text, label(f.kind), f.pairs, f.articles, round(f.bits, 1), f"{f.first.a} · {f.first.b}")
        for f in formulas
    ]
    return _document(
        label("strongest_passages"), [label("n_rows", n=f"{counted:,}")], rows, label,
        phrase="phrase", kind="name", pairs="figure", articles="figure", bits="figure", example="name"
    )  # fmt: skip


def sharing_document(
    article: str, sharings: Sequence[Sharing], most: int | None, label: Labels
) -> ReportDocument:
    """All that one article shares, with whom."""
    others = len({sharing.other for sharing in sharings})
    facts = [label("n_passages", n=f"{len(sharings):,}"), label("with_n_articles", n=f"{others:,}")]
    rows = [
        (s.other, s.here, "" if s.there == s.here else s.there, label(s.kind), round(s.bits, 1))
        for s in sharings
    ]
    return _document(
        label("article_shares", article=article), facts, rows, label, most,
        other="name", phrase="phrase", there="words", kind="name", bits="figure"
    )  # fmt: skip


def concordance_document(
    words: str, lines: Sequence[KeyWord], most: int | None, label: Labels
) -> ReportDocument:
    """Key words in context."""
    rows = [(line.article, line.date, line.before, line.text, line.after) for line in lines]
    return _document(
        label("concordance", words=words), [label("n_occurrences", n=f"{len(lines):,}")], rows, label, most,
        article="name", date="name", before="before", key_word="phrase", after="after"
    )  # fmt: skip
