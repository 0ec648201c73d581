"""`oped summarize`, `oped engines`, `oped evaluate summaries`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from oped.reports.model import Column, Listing, ReportDocument, TextBlock, TextRun
from oped.reports.views import parts
from oped.reports.views.tables import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from oped.reports.model import Block, CellValue
    from oped.reports.rows import Row
    from oped.words import Labels
    from summarize.evaluate import Evaluation
    from summarize.marked import MarkedEvaluation
    from summarize.rankers import EngineInfo
    from summarize.scores import Interval, ScoreDifference, Scores, SystemScores
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


def figures_document(found: Any, label: Labels) -> ReportDocument:
    """What one of the commands of `oped evaluate` found."""
    match type(found).__name__:
        case "Scores":
            return scores_document(found, label)
        case "MarkedEvaluation":
            return marked_document(found, label)
    return evaluation_document(found, label)


def evaluation_document(evaluation: Evaluation, label: Labels) -> ReportDocument:
    """A row a system: ROUGE F1 in per cent with its 95 % interval, mean length, and how it differs from the first."""
    several = "+" in evaluation.signature.split("engine:")[-1].split("|")[0]
    names = ("system", "rouge_1", "rouge_2", "rouge_l", "characters", "against_first")[: 6 if several else 5]
    headings = (
        label("column_name"),
        *("ROUGE-1", "ROUGE-2", "ROUGE-L"),
        label("column_characters"),
        "Δ (95 %), p",
    )
    rows: list[tuple[CellValue, ...]] = [
        (*_scores(system), _difference(system.against_first))[: len(names)] for system in evaluation.systems
    ]
    about = (f"{evaluation.documents:,} × {evaluation.reference}", evaluation.signature)
    return _figures(names, headings, rows, about)


def scores_document(scores: Scores, label: Labels) -> ReportDocument:
    """The scores of one file of summaries."""
    names = ("system", "rouge_1", "rouge_2", "rouge_l", "characters")
    headings = (label("column_name"), "ROUGE-1", "ROUGE-2", "ROUGE-L", label("column_characters"))
    missing = f" (-{scores.missing:,})" if scores.missing else ""
    about = (f"{scores.documents:,}{missing} × {scores.references}", scores.signature)
    return _figures(names, headings, [_scores(scores.system)], about)


def marked_document(found: MarkedEvaluation, label: Labels) -> ReportDocument:
    """A row an engine: the figures of its summaries in per cent; then what the models of sentences get right."""
    figures = list(next(iter(found.systems.values()), {}))
    rows: list[tuple[CellValue, ...]] = [
        (name, *(f"{values[figure]:.1f}" for figure in figures)) for name, values in found.systems.items()
    ]
    models = {"standing": found.standing, "worth": found.worth}
    about = (
        f"{found.pieces:,} × {found.marks}",
        *(
            f"{name}: " + ", ".join(f"{figure} {value:.1f} %" for figure, value in values.items())
            for name, values in models.items()
        ),
    )
    headings = (label("column_name"), *(figure.replace("_", " ") for figure in figures))
    return _figures(("system", *figures), headings, rows, about)


def _figures(
    names: Sequence[str],
    headings: Sequence[str],
    rows: Sequence[tuple[CellValue, ...]],
    about: tuple[str, ...],
) -> ReportDocument:
    columns = tuple(
        Column(name, heading, "name" if name == "system" else "figure")
        for name, heading in zip(names, headings, strict=False)
    )
    listing = Listing("", about, columns, list(rows))
    return ReportDocument("", (), (listing,), (listing,))


def _scores(system: SystemScores) -> tuple[CellValue, ...]:
    parts = (_interval(score) for score in (system.one, system.two, system.longest))
    return (system.name, *parts, round(system.characters))


def _difference(difference: ScoreDifference | None) -> str:
    if difference is None:
        return ""
    return f"{difference.mean:+.1f} ({difference.low:+.1f} {difference.high:+.1f}), {difference.p:.3f}"


def _interval(interval: Interval) -> str:
    return f"{interval.mean:.1f} ({interval.low:.1f}-{interval.high:.1f})"
