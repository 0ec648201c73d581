"""`oped check`: whether a draft was printed before, and what of it stands in the archive, in the order of the draft."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from oped.reports.figures import per_cent
from oped.reports.model import (
    Block,
    Heading,
    Listing,
    PassageBlock,
    ReportDocument,
    TextBlock,
    TextRun,
    aside,
)
from oped.reports.views import parts
from oped.reports.views.tables import table
from seeds.language.brackets import whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.corpus.checking import BorrowedPassage, Checked
    from oped.words import Labels
    from seeds.page import Page

PRINTED = 0.5
"""Share of a draft in one article from which on the draft was printed before."""
COMMON = ("formula", "idiom", "quotation", "document")
"""Common property: named in one line, for nobody has to change it."""
_SCRAP = re.compile(r"^\w{0,2}[，、；：。]|^[的了和与]|[，、；：。](?:\w{0,2}|\d+)$|[的了和与]$")
"""What a passage has of the sentences before and behind it."""
MOST_COMMON = 8
LONGEST = 120
"""Characters of a passage that are shown: the draft is at hand."""
MUCH = 0.15
"""Share of a draft in one article from which on a part of it was printed before."""
FEW = 8
"""Drafts that get a line each, also where nothing was found."""


@dataclass(frozen=True, slots=True)
class CheckedDraft:
    """A draft with its number on the page, its title, and what of it stands in an archive."""

    checked: Checked
    page: Page
    number: int
    title: str

    def lines(self, passage: BorrowedPassage) -> tuple[int, int]:
        """The lines of the file, from 1, on which a passage begins and ends."""
        count = self.page.text.count
        return count("\n", 0, passage.spans[0].start) + 1, count("\n", 0, passage.spans[-1].end - 1) + 1

    @property
    def free(self) -> tuple[BorrowedPassage, ...]:
        """The passages of free wording, which is what copying takes."""
        return tuple(passage for passage in self.checked.passages if passage.class_ == "free")

    @property
    def nearest(self) -> tuple[BorrowedPassage, float] | None:
        """A passage of the article that has most of the draft, and its share, when that is much of it."""
        chars: Counter[str] = Counter()
        for passage in self.checked.passages:
            chars[passage.article] += passage.chars
        for article, count in chars.most_common(1):
            share = count / max(1, self.checked.chars)
            if share >= PRINTED or (share >= MUCH and self.free):
                return next(p for p in self.checked.passages if p.article == article), share
        return None


def check_document(found: Sequence[CheckedDraft], articles: int, label: Labels) -> ReportDocument:
    """The verdict on each draft, then what was copied, line by line."""
    blocks: list[Block] = []
    clear = [draft for draft in found if draft.nearest is None and not draft.free]
    left_out = clear if len(found) > FEW else []
    # Drafts are numbered on their page: of several pages each is named.
    several = len({id(draft.page) for draft in found}) > 1
    for draft in found:
        if draft in left_out:
            continue
        told = TextRun(_verdict(draft, label), "aside" if draft in clear else "accent")
        name = parts.of(_named(draft, several), "strong")
        blocks.append(TextBlock((name, TextRun("  "), told), number=str(draft.number)))
    if left_out:
        blocks.append(aside(label("check_clear", n=len(left_out))))
    for draft in found:
        if draft.checked.passages:
            if len(found) > 1 and draft.free:
                blocks.append(Heading(f"{draft.number} {_named(draft, several)}", 3))
            blocks += _passages(draft, label, alone=len(found) == 1)
    if any(passage.edits for draft in found for passage in draft.free):
        blocks += [TextBlock(()), aside(label("differs_note"))]
    if any(draft.nearest or draft.free for draft in found):
        blocks.append(aside(label("check_note")))
    facts = (label("archive_of", n=f"{articles:,}"), label("by_line"))
    return ReportDocument(label("check_title"), facts, tuple(blocks), (_table(found, label),))


def _named(draft: CheckedDraft, several: bool) -> str:
    name = draft.checked.draft
    return (
        f"{draft.title} ({name})" if draft.title and several and draft.title != name else draft.title or name
    )


def _verdict(draft: CheckedDraft, label: Labels) -> str:
    shared, chars = draft.checked.shared, max(1, draft.checked.chars)
    if (nearest := draft.nearest) is not None:
        passage, share = nearest
        key = "check_printed" if share >= PRINTED else "check_partly"
        told = label(key, share=per_cent(share), where=_where(passage))
        others = {one.article for one in draft.free} - {passage.article}
        return told + (
            label("check_in_all", n=len(others), share=per_cent(shared["total"])) if others else ""
        )
    if draft.free:
        count = label("passages_free", n=f"{len(draft.free):,}")
        return label(
            "check_copied",
            passages=count,
            share=per_cent(sum(passage.chars for passage in draft.free) / chars),
        )
    return label("check_common", share=per_cent(shared["total"])) if shared["total"] else label("check_none")


def _passages(draft: CheckedDraft, label: Labels, *, alone: bool) -> Iterator[Block]:
    for passage in draft.free:
        runs = list(parts.marked(_edited(passage), LONGEST))
        where = label("archive_place", where=_where(passage))
        if passage.articles > 1:
            where += f" · {label('other_articles', n=f'{passage.articles - 1:,}')}"
        first, last = draft.lines(passage)
        yield PassageBlock(f"{first}–{last}" if last > first else f"{first}", tuple(runs), where)
    texts = (_SCRAP.sub("", passage.text) for passage in draft.checked.passages if passage.class_ in COMMON)
    common = dict.fromkeys(filter(whole, texts))
    if common and (alone or draft.free):
        words, more = list(common)[:MOST_COMMON], len(common) - MOST_COMMON
        told = label("common_wording", words=" · ".join(words))
        yield aside(told + (f" · {label('more', n=more)}" if more > 0 else ""))


def _edited(passage: BorrowedPassage) -> Iterator[tuple[str, str | None]]:
    at = 0
    for start, end, there in passage.edits:
        yield passage.text[at:start], None
        yield passage.text[start:end], there
        at = end
    yield passage.text[at:], None


def _where(passage: BorrowedPassage) -> str:
    told = (passage.date, passage.source, passage.title, passage.article)
    return " · ".join(dict.fromkeys(part for part in told if part))


def _table(found: Sequence[CheckedDraft], label: Labels) -> Listing:
    keys = (
        "draft", "line", "class", "text", "start", "end", "article", "date", "title", "source", "articles"
    )  # fmt: skip
    rows = [
        (draft.checked.draft, draft.lines(p)[0], p.class_, p.text, p.spans[0].start, p.spans[-1].end, p.article, p.date,
         p.title, p.source, p.articles)
        for draft in found
        for p in draft.checked.passages
    ]  # fmt: skip
    return table("check_title", keys, rows, label)
