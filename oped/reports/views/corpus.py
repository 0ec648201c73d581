"""`oped corpus show` and `oped corpus phrases`: what is found in a corpus, as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.corpus.show import by_passage, nearly_all
from compare.mining.phrases import bare
from oped.reports.model import Block, CellValue, Heading, Listing, ReportDocument, Role, aside
from oped.reports.views.parts import more
from oped.reports.views.tables import columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

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
    /,
    **roles: Role,
) -> ReportDocument:
    shown, heads = rows[:most], columns(label, roles)
    left_out = more(len(rows) - len(shown), label)
    listing = Listing(heads, shown, title, left_out, label("nothing_found"))
    return ReportDocument(title, tuple(facts), (listing,), (listing,))


FORMS, OTHERS = 3, 2
"""Other forms of a set phrase that are shown, and articles named that have a passage too."""


def named(id_: str, date: str = "", title: str = "") -> str:
    """An article with what is known of it: its id, title and date."""
    return " ".join(part for part in (id_, title if title != id_ else "", date) if part)


def told_apart_document(
    phrases: Iterable[Phrase], names: Mapping[str, str], title: str, label: Labels
) -> ReportDocument:
    """Set phrases, names or terms; with the other forms of each, where there are any, and the articles with these.

    `names` are articles by id.
    """
    found = list(phrases)
    forms = ["、".join(f"{form.text} {form.df}" for form in phrase.forms[:FORMS]) for phrase in found]
    last: dict[str, Role] = {"forms": "words"} if any(forms) else {"example": "name"}
    rows = [
        (
            phrase.text,
            phrase.df,
            phrase.times,
            told if any(forms) else names.get(phrase.article, phrase.article),
        )
        for phrase, told in zip(found, forms, strict=True)
    ]
    return _document(title, (), rows, label, None, phrase="phrase", df="figure", times="figure", **last)


def phrases_document(phrases: Iterable[Phrase], names: Mapping[str, str], label: Labels) -> ReportDocument:
    """The phrases of a corpus, those that nearly all articles hold by themselves; `names` are articles by id."""
    found = list(phrases)
    most = nearly_all(len(names))
    parts = [[phrase for phrase in found if (phrase.df >= most) == common] for common in (False, True)]
    heads = columns(
        label, {"phrase": "phrase", "df": "figure", "times": "figure", "bits": "figure", "example": "name"}
    )
    own, common = (
        [
            (bare(p.text) or p.text, p.df, p.times, round(p.bits), names.get(p.article, p.article))
            for p in part
        ]
        for part in parts
    )
    title = label("corpus_phrases")
    blocks: list[Block] = [Listing(heads, own, empty="" if common else label("nothing_found"))]
    if common:
        blocks += [Heading(label("everywhere", n=f"{len(names):,}")), Listing(heads, common)]
    blocks.append(aside(label("rarity_key")))
    return ReportDocument(title, (), tuple(blocks), (Listing(heads, [*own, *common], title),))


def strongest_document(formulas: Sequence[Passage], counted: int, label: Labels) -> ReportDocument:
    """The strongest passages, near-duplicates merged, those that nearly all articles hold by themselves."""
    heads = columns(
        label, {"phrase": "phrase", "kind": "name", "articles": "figure", "bits": "figure", "example": "name"}
    )

    def row(passage: Passage) -> tuple[CellValue, ...]:
        first = passage.first
        sides = [(first.date_a, first.title_a, first.a), (first.date_b, first.title_b, first.b)]
        examples = " · ".join(named(id_, date, title) for date, title, id_ in sorted(sides))
        return passage.text, label(passage.kind), passage.articles, round(passage.bits), examples

    title = label("strongest_passages")
    own, common = (
        [row(each) for each in formulas if each.everywhere == everywhere] for everywhere in (False, True)
    )
    blocks: list[Block] = [Listing(heads, own, empty="" if common else label("nothing_found"))]
    if common:
        blocks += [Heading(label("everywhere_else")), Listing(heads, common)]
    blocks.append(aside(label("rarity_key")))
    facts = (label("n_rows", n=f"{counted:,}"),)
    return ReportDocument(title, facts, tuple(blocks), (Listing(heads, [*own, *common], title),))


def sharing_document(
    article: str, sharings: Sequence[Sharing], most: int | None, label: Labels
) -> ReportDocument:
    """All that one article shares, each passage once, with whom."""
    others = len({sharing.other for sharing in sharings})
    passages = by_passage(sharings)
    facts = [label("n_passages", n=f"{len(passages):,}"), label("with_n_articles", n=f"{others:,}")]
    rows = [_shared(passage, label) for passage in passages]
    return _document(
        label("article_shares", article=article), facts, rows, label, most,
        phrase="phrase", there="words", articles="figure", kind="name", other="name"
    )  # fmt: skip


def _shared(passage: Sequence[Sharing], label: Labels) -> tuple[CellValue, ...]:
    """The longest wording, that of the other if but one has it, how many have it, and the first of these by date."""
    longest = passage[0]
    by_date = {s.other: s for s in sorted(passage, key=lambda s: (not s.date, s.date, s.other))}
    told = " · ".join(named(s.other, s.date, s.title) for s in [*by_date.values()][:OTHERS])
    left_out = len(by_date) - OTHERS
    there = longest.there if len(by_date) == 1 and longest.there != longest.here else ""
    kind = label("near" if any(s.kind == "near" for s in passage) else "verbatim")
    rest = f" · {label('other_articles', n=left_out)}" if left_out > 0 else ""
    return longest.here, there, len(by_date), kind, told + rest


def concordance_document(
    words: str, lines: Sequence[KeyWord], most: int | None, label: Labels
) -> ReportDocument:
    """Key words in context, by date."""
    lines = sorted(lines, key=lambda line: (not line.date, line.date))
    rows = [(line.article, line.date, line.before, line.text, line.after, line.title) for line in lines]
    return _document(
        label("concordance", words=words), [label("n_occurrences", n=f"{len(lines):,}")], rows, label, most,
        article="name", date="name", before="before", key_word="phrase", after="after", title="name"
    )  # fmt: skip
