"""`oped report --full`: all there is, and `--pair 2 3`: all that two pieces share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oped.reports import figures
from oped.reports.model import Block, Heading, ReportDocument, TextBlock, TextRun, aside
from oped.reports.naming import files
from oped.reports.views import parts
from oped.reports.views.glance import facts, masthead
from oped.reports.views.glossary import glossary
from oped.reports.views.tables import comparison_tables, report_tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.results import Comparison, Member, Pair
    from oped.reports.report import Report
    from oped.words import Labels

MOST_PAIRS = 10
MOST_MATCHES = 8
MOST_PHRASES = 30
MOST_TERMS = 10
WIDE = 48
"""Characters around a wording where two pieces are all there is to show."""


def full(report: Report, label: Labels, *, with_glossary: bool = False) -> ReportDocument:
    """The pieces with their summaries, the matrix, set phrases, the strongest pairs, and the notes of the reading.

    `with_glossary` is for those who get the report without oped.
    """
    blocks: list[Block] = []
    corpus = figures.reference(report.comparison, label)
    members = parts.in_order(report.comparison.pieces)
    pairs = parts.ranked(report.comparison.pairs)
    reprints = [pair for pair in pairs if figures.is_reprint(pair)]
    shown = list(filter(figures.is_near, parts.worth_showing(pairs, len(members))))
    if len(members) > 2:
        shown = [pair for pair in shown if pair not in reprints]
    if reprints:
        blocks.append(Heading(label("reprints"), name="reprints"))
        blocks += [TextBlock(parts.reprint_runs(pair, label), indent=1) for pair in reprints]
    blocks.append(Heading(label("pieces_heading"), name="pieces"))
    for member in members:
        blocks += _piece(report, member, label)
    if len(members) < 2:
        blocks.append(aside(label("one_piece")))
    else:
        blocks += _overview(report, label)
        if shown:
            blocks.append(Heading(label("strongest"), name="pairs"))
        for pair in shown[:MOST_PAIRS]:
            blocks += pair_blocks(pair, corpus, label, MOST_MATCHES, report)
        blocks += _left_out(len(pairs) - len(shown[:MOST_PAIRS]) - len(reprints), label)
    blocks += _notes(report, label)
    if with_glossary:
        blocks += [Heading(label("glossary"), name="glossary"), *glossary(label).blocks]
    return ReportDocument(
        masthead(report, label), facts(report, label), tuple(blocks), report_tables(report, label)
    )


def one_pair(report: Report, pair: Pair, label: Labels) -> ReportDocument:
    """Every wording that two pieces share, in its surroundings, with the lines it stands on."""
    blocks = list(pair_blocks(pair, figures.reference(report.comparison, label), label, None, report))
    title = f"{pair.left.id} + {pair.right.id}"
    tables = comparison_tables(report.comparison.of_pair(pair.left.id, pair.right.id), label)
    return ReportDocument(f"{label('side_by_side')}  {title}", (), tuple(blocks), tables)


def comparison(found: Comparison, label: Labels) -> ReportDocument:
    """A comparison without the pages it came from: the matrix, and the strongest pairs with their wordings."""
    pairs = parts.ranked(found.pairs)
    many = len(files(member.page for member in found.pieces)) > 1
    blocks: list[Block] = [_member(member, many, label) for member in found.pieces]
    if len(found.pieces) > 1:
        blocks += [TextBlock(()), parts.matrix(found, label)]
    shown = list(filter(figures.is_near, parts.worth_showing(pairs, len(found.pieces))))[:MOST_PAIRS]
    if shown:
        blocks.append(Heading(label("strongest")))
    for pair in shown:
        if figures.is_reprint(pair):
            twice = TextBlock((TextRun(parts.reprint(pair, label), "accent"),), indent=1)
            blocks += [TextBlock(()), parts.pair_title(pair, label), twice]
        else:
            blocks += pair_blocks(pair, figures.reference(found, label), label, MOST_MATCHES)
    blocks += _left_out(len(pairs) - len(shown), label)
    told = (label("pieces", n=f"{len(found.pieces):,}"),)
    return ReportDocument(label("overlap"), told, tuple(blocks), comparison_tables(found, label))


def _left_out(count: int, label: Labels) -> list[Block]:
    return [aside(label("more_pairs", n=f"{count:,}"))] if count > 0 else []


def _member(member: Member, with_page: bool, label: Labels) -> TextBlock:
    facts = ["、".join(member.authors), member.date, member.page if with_page else ""]
    told = " · ".join(filter(None, facts))
    return TextBlock(
        (
            parts.of(member.title or label("no_title"), "strong"),
            TextRun(f"  {told}" if told else "", "aside"),
        ),
        number=str(member.id),
    )


def pair_blocks(
    pair: Pair, corpus: str, label: Labels, most: int | None, report: Report | None = None
) -> Iterator[Block]:
    """A pair: figures, themes, wordings; with the report, in their surroundings and with the lines they stand on."""
    yield TextBlock(())
    yield parts.pair_title(pair, label, report)
    told = "; " if label.language == "en" else "；"
    yield TextBlock((TextRun(told.join(figures.pair_facts(pair, label))),), indent=1)
    if pair.themes:
        terms = "  ".join(theme.term for theme in pair.themes[:MOST_TERMS])
        yield TextBlock((TextRun(f"{label('column_terms')}  ", "aside"), parts.of(terms)), indent=1)
    found = parts.distinct(pair.matches)
    for match, times in found[:most]:
        yield parts.match_head(match, times, corpus, label)
        if report is not None:
            yield from parts.sides(report, pair, match, label, WIDE if most is None else parts.AROUND)
        elif match.left.text != match.right.text:
            yield TextBlock(tuple(parts.compared(match, "left")), indent=2)
    if most is not None and len(found) > most:
        yield aside(label("more_of_pair", n=len(found) - most, a=pair.left.id, b=pair.right.id), 1)


def _piece(report: Report, member: Member, label: Labels) -> Iterator[Block]:
    piece, summary = report.piece(member.id), report.summaries[member.id - 1]
    facts = [*figures.piece_facts(report, member.id, label), label("characters", n=f"{len(piece):,}")]
    if piece.kicker:
        facts.insert(0, piece.kicker)
    title = member.title or label("no_title")
    yield TextBlock(())
    yield TextBlock((parts.of(title, "strong"),), number=str(member.id))
    yield aside(" · ".join(facts), 1)
    line = parts.line_of(summary, label)
    yield TextBlock((TextRun("▸ ", "number"), line), indent=1)
    if summary.paragraph.text:
        yield TextBlock((parts.of(summary.paragraph.text),), indent=1)
    if report.profiles:
        told = list(figures.profile_facts(report.profiles[member.id - 1], label))
        if told:
            yield aside(" · ".join(told), 1)


def _overview(report: Report, label: Labels) -> Iterator[Block]:
    yield Heading(label("overlap"), name="overview")
    yield parts.matrix(report.comparison, label)
    if report.groups:
        yield Heading(label("theme_groups"), 3, "themes")
    for group in report.groups:
        members, terms = group.ids, "  ".join(group.terms[: parts.MOST_TERMS])
        yield TextBlock((TextRun(f"{parts.numbers(members)}  ", "number"), parts.of(terms)), indent=1)
    phrases = parts.set_phrases(report)
    if phrases:
        yield Heading(label("in_common"), 3, "phrases")
        yield parts.phrases_listing(phrases, figures.reference(report.comparison, label), label, MOST_PHRASES)
    else:
        yield aside(label("nothing_shared"))


def _notes(report: Report, label: Labels) -> Iterator[Block]:
    noted = [page for page in report.pages if page.notes]
    if noted:
        yield Heading(label("notes"), name="notes")
    for page in noted:
        if len(report.pages) > 1:
            yield TextBlock((TextRun(page.name or label("unnamed_page"), "strong"),))
        for line in parts.note_lines(page.notes, label):
            yield TextBlock((parts.of(line),), item=True)
