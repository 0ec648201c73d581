"""`oped summarize`, `oped engines`, `oped evaluate summaries`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from oped.reports.model import Block, CellValue, Column, Listing, ReportDocument, TextBlock, TextRun
from oped.reports.naming import files
from oped.reports.views import parts
from oped.reports.views.tables import columns, table
from summarize.rankers import DEFAULT, EngineInfo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from oped.words import Labels
    from summarize.marked import MarkedEvaluation
    from summarize.scores import ScoreDifference, SystemScores
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
    facts = [label("pieces", n=f"{len(summaries):,}")]
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


def figures_document(found: Any, label: Labels) -> ReportDocument:
    """What one of the commands of `oped evaluate` found."""
    match type(found).__name__:
        case "Scores":
            missing = f" (-{found.missing:,})" if found.missing else ""
            about = (f"{found.documents:,}{missing} × {found.references}", found.signature)
            return _rouge([found.system], about, label)
        case "Evaluation":
            return _rouge(found.systems, (f"{found.documents:,} × {found.reference}", found.signature), label)
    return _marks(found, label)


def _rouge(systems: Sequence[SystemScores], about: tuple[str, ...], label: Labels) -> ReportDocument:
    """A row a system: ROUGE F1 in per cent with its 95 % interval, mean length, and how it differs from the first."""
    headings = ["ROUGE-1", "ROUGE-2", "ROUGE-L", label("column_characters")]
    names = ["rouge_1", "rouge_2", "rouge_l", "characters"]
    if any(system.against_first for system in systems):
        headings.append("Δ (95 %), p")
        names.append("against_first")
    rows: list[tuple[CellValue, ...]] = []
    for system in systems:
        scores = [
            f"{score.mean:.1f} ({score.low:.1f}-{score.high:.1f})"
            for score in (system.one, system.two, system.longest)
        ]
        rest = (round(system.characters), _difference(system.against_first))[: len(names) - len(scores)]
        rows.append((system.name, *scores, *rest))
    return _figures(names, headings, rows, about, label)


def _marks(found: MarkedEvaluation, label: Labels) -> ReportDocument:
    """A row an engine: the figures of its summaries in per cent; then what the models of sentences get right."""
    names = list(next(iter(found.systems.values()), {}))
    rows: list[tuple[CellValue, ...]] = [
        (name, *(f"{values[figure]:.1f}" for figure in names)) for name, values in found.systems.items()
    ]
    about = [f"{found.pieces:,} × {found.marks}"]
    for name, values in (("standing", found.standing), ("worth", found.worth)):
        about.append(f"{name}: " + ", ".join(f"{figure} {value:.1f} %" for figure, value in values.items()))
    return _figures(names, [name.replace("_", " ") for name in names], rows, tuple(about), label)


def _figures(
    names: Sequence[str],
    headings: Sequence[str],
    rows: Sequence[tuple[CellValue, ...]],
    about: tuple[str, ...],
    label: Labels,
) -> ReportDocument:
    heads = [Column(name, heading, "figure") for name, heading in zip(names, headings, strict=True)]
    listing = Listing((Column("system", label("column_name"), "name"), *heads), rows)
    return ReportDocument(about[0], about[1:], (listing,), (listing,))


def _difference(difference: ScoreDifference | None) -> str:
    if difference is None:
        return ""
    return f"{difference.mean:+.1f} ({difference.low:+.1f} {difference.high:+.1f}), {difference.p:.3f}"
