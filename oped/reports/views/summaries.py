"""`oped summarize`, `oped engines`, `oped evaluate summaries`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oped.reports.model import Column, Listing, ReportDocument, TextBlock, TextRun
from oped.reports.views import parts
from oped.reports.views.tables import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from oped.reports.model import Block, CellValue
    from oped.reports.rows import Row
    from oped.words import Labels
    from summarize.evaluate import Evaluation, Interval
    from summarize.rankers import EngineInfo
    from summarize.summary import Summary

TABLE = ("id", "page", "title", "headline", "summary", "engine")


def summaries_document(summaries: Sequence[Summary], pages: Sequence[str], label: Labels) -> ReportDocument:
    """A line and a paragraph a piece; `pages` are the names of the pages they stand on, one a summary."""
    blocks: list[Block] = []
    many = len(set(pages)) > 1
    for summary, page in zip(summaries, pages, strict=True):
        title: list[TextRun] = [parts.of(summary.title or label("no_title"), "strong")]
        if many:
            title.append(TextRun(f"  {page}", "aside"))
        blocks.append(TextBlock(tuple(title), number=str(summary.piece_id)))
        blocks.append(TextBlock((TextRun("▸ ", "number"), parts.line_of(summary, label)), indent=1))
        if summary.paragraph.text:
            blocks.append(TextBlock((parts.of(summary.paragraph.text),), indent=1))
        blocks.append(TextBlock(()))
    rows: list[Row] = [
        {
            "id": summary.piece_id,
            "page": page,
            "title": summary.title,
            "headline": summary.headline.text if summary.headline else "",
            "summary": summary.paragraph.text,
            "engine": summary.engine,
        }
        for summary, page in zip(summaries, pages, strict=True)
    ]
    names = list(dict.fromkeys(page for page in pages if page))
    facts = [label.count(len(summaries), "piece", "pieces")]
    if summaries:
        facts.append(f"{label('engine')} {summaries[0].engine}")
    title_text = names[0] if len(names) == 1 else label("summary")
    return ReportDocument(title_text, tuple(facts), tuple(blocks), (table("summary", TABLE, rows, label),))


def summary_document(summary: Summary, label: Labels) -> ReportDocument:
    """One summary, as a notebook shows it."""
    line = TextBlock((TextRun("▸ ", "number"), parts.line_of(summary, label)), indent=1)
    blocks: list[Block] = [line, TextBlock((parts.of(summary.paragraph.text),), indent=1)]
    return ReportDocument(f"{summary.piece_id} {summary.title}".strip(), (), tuple(blocks))


def engines_document(engines: Sequence[EngineInfo], label: Labels) -> ReportDocument:
    """Which engines there are, which are installed, and how to get the rest."""
    columns = tuple(
        Column(key, label(f"column_{key}"), "name" if key != "what" else "words") for key in ENGINES
    )
    rows = [
        (
            engine.name,
            label("yes") if engine.installed else engine.how_to_get,
            label(f"engine_{engine.name}") if f"engine_{engine.name}" in label else engine.description,
        )
        for engine in engines
    ]
    listing = Listing(label("engines"), (), columns, rows)
    return ReportDocument("", (), (listing,), (listing,))


ENGINES = ("name", "installed", "what")


def evaluation_document(evaluation: Evaluation, label: Labels) -> ReportDocument:
    """A row a system: ROUGE F1 in per cent with its 95 % interval, and the mean length."""
    names = ("system", "rouge_1", "rouge_2", "rouge_l", "characters")
    headings = (label("column_name"), "ROUGE-1", "ROUGE-2", "ROUGE-L", label("characters_heading"))
    columns = tuple(
        Column(name, heading, "name" if name == "system" else "figure")
        for name, heading in zip(names, headings, strict=True)
    )
    rows: list[tuple[CellValue, ...]] = [
        (s.name, *(_interval(score) for score in (s.one, s.two, s.longest)), round(s.characters))
        for s in evaluation.systems
    ]
    about = (f"{evaluation.documents:,} × {evaluation.reference}", evaluation.signature)
    listing = Listing("", about, columns, rows)
    return ReportDocument("", (), (listing,), (listing,))


def _interval(interval: Interval) -> str:
    return f"{interval.mean:.1f} ({interval.low:.1f}-{interval.high:.1f})"
