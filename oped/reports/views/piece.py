"""`oped report --piece 2`: line by line what a person may want to change in a piece."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from oped.reports import figures
from oped.reports.findings import Findings, SetPhrase, SharedPassage, findings
from oped.reports.model import (
    Block,
    CellValue,
    Listing,
    PassageBlock,
    ReportDocument,
    TextBlock,
    TextRun,
    aside,
)
from oped.reports.views import parts
from oped.reports.views.tables import columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.reference.corpus import ReferenceCorpus
    from compare.results import Member
    from oped.reports.report import Report
    from oped.words import Labels

GATHERED = ("idiom", "slogan", "quotation")
"""Devices that are counted, not listed: nobody has to change them."""
LONGEST = 40
"""Characters of a device that are shown."""


def one_piece(
    report: Report, member: Member, label: Labels, reference: ReferenceCorpus | None = None
) -> ReportDocument:
    """What the piece shares, its set phrases and its devices, in the order of the file.

    `reference` is what the report was made with, by default the one that comes with oped.
    """
    found = findings(report, member, reference)
    line = parts.line_of(report.summaries[member.id - 1], label)
    told = (
        TextBlock((TextRun(_verdict(found, label), "accent" if found.passages else "strong"),)),
        TextBlock((TextRun("▸ ", "number"), line)),
    )
    entries = [
        *((one.line, 0, one.spans[0].start, _passage(one, label)) for one in found.passages),
        *(
            (line, 1, 0, _set_phrases(list(phrases), label))
            for line, phrases in groupby(found.phrases, key=lambda phrase: phrase.line)
        ),
        *(
            (
                line,
                2,
                device.spans[0].start,
                (
                    TextRun(f"{label.term(device.kind)}  ", "aside"),
                    parts.of(parts.short(device.text, LONGEST)),
                ),
            )
            for line, device in found.devices
            if device.kind not in GATHERED and device.spans
        ),
    ]
    lines = [
        PassageBlock(str(line) if line else "", tuple(runs))
        for line, _, _, runs in sorted(entries, key=lambda entry: entry[:3])
    ]
    notes = (
        [label("set_phrases_note", corpus=figures.reference(report.comparison, label))]
        if found.phrases
        else []
    )
    if any(one.match.kind == "near" for one in found.passages):
        notes.insert(0, label("differs_note"))
    title = f"{member.id} {member.title or label('no_title')}"
    blocks: list[Block] = list(told)
    if lines:
        blocks += [TextBlock(()), *lines]
    blocks.append(TextBlock(()))
    if notes:
        blocks.append(aside(" ".join(notes)))
    blocks.append(aside(label("not_checked")))
    facts = " · ".join(figures.piece_facts(report, member.id, label))
    return ReportDocument(title, (facts, label("by_line")), tuple(blocks), (_table(found, title, label),))


def _verdict(found: Findings, label: Labels) -> str:
    others = parts.numbers(sorted({one.other.id for one in found.passages}))
    told = [label("passages_none")]
    if found.passages:
        passages = label("passages", n=f"{len(found.passages):,}")
        told = [label("shared_with", passages=passages, ids=others)]
    share = figures.per_cent(found.phrase_share)
    told.append(
        label("set_phrases_found", n=len(found.phrases), share=share)
        if found.phrases
        else label("set_phrases_none")
    )
    for kind in dict.fromkeys(device.kind for _, device in found.devices):
        if kind not in GATHERED:
            count = sum(device.kind == kind for _, device in found.devices)
            told.append(label("device_count", device=label.term(kind), n=count))
    return " · ".join(told)


def _passage(one: SharedPassage, label: Labels) -> Iterator[TextRun]:
    told = label("as_there", n=one.other.id, line=one.other_line or "?", what=figures.what(one.match, label))
    yield TextRun(f"{told}  ", "accent")
    yield from parts.compared(one.match, one.side)


def _set_phrases(phrases: list[SetPhrase], label: Labels) -> Iterator[TextRun]:
    yield TextRun(f"{label('formula')}  ", "aside")
    for at, phrase in enumerate(phrases):
        yield parts.of(("  " if at else "") + phrase.text, "strong")
        also = f"; {label('also_in', ids=parts.numbers(phrase.others))}" if phrase.others else ""
        yield TextRun(f" ({figures.about(phrase.items):,}{also})", "aside")


def _table(found: Findings, title: str, label: Labels) -> Listing:
    rows: list[tuple[CellValue, ...]] = [
        (
            one.line,
            getattr(one.match, one.side).text,
            figures.what(one.match, label),
            str(one.other.id),
            one.match.background,
        )
        for one in found.passages
    ]
    rows += [
        (one.line, one.text, label("formula"), parts.numbers(one.others), one.items) for one in found.phrases
    ]
    rows += [(line, device.text, label.term(device.kind), "", None) for line, device in found.devices]
    heads = columns(
        label, {"line": "figure", "text": "phrase", "class": "name", "with": "name", "background": "figure"}
    )
    return Listing(heads, sorted(rows, key=lambda row: (int(row[0] or 0), str(row[1]))), title)
