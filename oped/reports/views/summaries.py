"""`oped summarize`, `oped engines`, `oped evaluate summaries`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oped.reports.model import Block, CellValue, Column, Listing, ReportDocument, TextBlock, TextRun
from oped.reports.naming import files
from oped.reports.views import parts
from oped.reports.views.tables import columns, table
from summarize.rankers import DEFAULT, EngineInfo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from oped.words import Labels
    from summarize.evaluate import Evaluation
    from summarize.scores import ScoreDifference, Scores, SystemScores
    from summarize.summary import Summary

TABLE = ("id", "page", "title", "headline", "summary", "engine")


def summaries_document(summaries: Sequence[Summary], pages: Sequence[str], label: Labels) -> ReportDocument:
    """A line and a paragraph a piece, numbered through as in a report; `pages` are the names of their pages."""
    blocks: list[Block] = []
    many = len(files(pages)) > 1
    for number, (summary, page) in enumerate(zip(summaries, pages, strict=True), 1):
        title: list[TextRun] = [parts.of(summary.title or label("no_title"), "strong")]
        if many:
            title.append(TextRun(f"  {page}", "aside"))
        blocks.append(TextBlock(tuple(title), number=str(number)))
        blocks.append(TextBlock((TextRun("▸ ", "number"), parts.line_of(summary, label)), indent=1))
        if summary.paragraph.text:
            blocks.append(TextBlock((parts.of(summary.paragraph.text),), indent=1))
        blocks.append(TextBlock(()))
    rows: list[tuple[CellValue, ...]] = [
        (s.piece_id, page, s.title, s.headline.text if s.headline else "", s.paragraph.text, s.engine)
        for s, page in zip(summaries, pages, strict=True)
    ]
    names = list(filter(None, files(pages)))
    facts = [label.count(len(summaries), "piece", "pieces")]
    if summaries and summaries[0].engine != DEFAULT:
        facts.append(f"{label('column_engine')} {summaries[0].engine}")
    title_text = names[0] if len(names) == 1 else label("summary")
    return ReportDocument(title_text, tuple(facts), tuple(blocks), (table("summary", TABLE, rows, label),))


def summary_document(summary: Summary, label: Labels) -> ReportDocument:
    """One summary, as a notebook shows it."""
    line = TextBlock((TextRun("▸ ", "number"), parts.line_of(summary, label)), indent=1)
    blocks: list[Block] = [line, TextBlock((parts.of(summary.paragraph.text),), indent=1)]
    return ReportDocument(f"{summary.piece_id} {summary.title}".strip(), (), tuple(blocks))


def engines_document(engines: Sequence[EngineInfo], label: Labels) -> ReportDocument:
    """Which engines there are, which are installed, and how to get the rest."""
    rows = [
        (
            engine.name,
            label("yes") if engine.installed else engine.how_to_get,
            label(f"engine_{engine.name}") if f"engine_{engine.name}" in label else engine.description,
        )
        for engine in engines
    ]
    heads = columns(label, {"name": "name", "installed": "name", "what": "words"})
    listing = Listing(heads, rows, label("engines"))
    return ReportDocument(label("engines"), (), (listing,), (listing,))


def figures_document(found: Evaluation | Scores, label: Labels) -> ReportDocument:
    """A row a system: ROUGE F1 in per cent with its 95 % interval, mean length, and how it differs from the first."""
    from summarize.scores import Scores

    systems: tuple[SystemScores, ...]
    if isinstance(found, Scores):
        missing = f" (-{found.missing:,})" if found.missing else ""
        systems, about = (found.system,), f"{found.documents:,}{missing} × {found.references}"
    else:
        systems, about = found.systems, f"{found.documents:,} × {found.reference}"
    heads = {
        "rouge_1": "ROUGE-1",
        "rouge_2": "ROUGE-2",
        "rouge_l": "ROUGE-L",
        "characters": label("column_characters"),
    }
    if any(system.against_first for system in systems):
        heads["against_first"] = "Δ (95 %), p"
    rows: list[tuple[CellValue, ...]] = []
    for system in systems:
        scores = (system.one, system.two, system.longest)
        told = (f"{score.mean:.1f} ({score.low:.1f}-{score.high:.1f})" for score in scores)
        row: tuple[CellValue, ...] = (
            system.name,
            *told,
            round(system.characters),
            _difference(system.against_first),
        )
        rows.append(row[: 1 + len(heads)])
    columns = (
        Column("system", label("column_name"), "name"),
        *(Column(*head, "figure") for head in heads.items()),
    )
    listing = Listing(columns, rows, "ROUGE")
    return ReportDocument(about, (found.signature,), (listing,), (listing,))


def _difference(difference: ScoreDifference | None) -> str:
    if difference is None:
        return ""
    return f"{difference.mean:+.1f} ({difference.low:+.1f} {difference.high:+.1f}), {difference.p:.3f}"
