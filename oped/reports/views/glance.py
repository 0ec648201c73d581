"""`oped report`: what an editor sees in a second, on a screen of 30 lines whatever the page holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oped.reports import figures
from oped.reports.model import Heading, PieceRow, PiecesBlock, ReportDocument, TextBlock, TextRun, aside
from oped.reports.views import parts
from oped.reports.views.tables import report_tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.results import Match, Member, Pair
    from oped.reports.model import Block
    from oped.reports.report import Report
    from oped.words import Labels

FEW = 8
"""Pieces that get two lines each, and what they share a line each; with more, all of it is told shortly."""
SCREEN = 30
MOST_PHRASES = 4
MOST_PAIRS = 2
MOST_REPRINTS = 3
MOST_NOTES = 2
MOST_WORDINGS = 3
MOST_TERMS = 6
LONGEST = 22
MOST_IN_PHRASE = 16
"""Characters of a wording that are quoted."""


def glance(report: Report, label: Labels) -> ReportDocument:
    """The pieces, what they have in common, which two to read, and what to decide."""
    pairs = parts.ranked(report.comparison.pairs)
    reprints = [pair for pair in pairs if figures.is_reprint(pair)]
    telling = [pair for pair in pairs if pair not in reprints and figures.is_telling(pair)][:MOST_PAIRS]
    none = label("no_other_pair" if reprints else "no_pair")
    few = len(report.pieces) <= FEW
    before: list[Block] = list(_reprints(reprints, label))
    after: list[Block] = []
    if len(report.pieces) < 2:
        after.append(aside(label("one_piece")))
    elif few:
        after += [*_phrases(report, label), *_pairs(telling, label, none)]
    else:
        after += _in_short(report, telling, label, none)
    after += _notes(report, label, few)
    room = SCREEN - 3 - len(before) - len(after)
    listed = _listed(report.comparison.pieces, pairs, len(report.pieces) if few else room)
    left_out = len(report.pieces) - len(listed)
    more = label("pieces_left_out", n=left_out) + " · " if left_out else ""
    blocks: list[Block] = [*before, _pieces(report, listed, pairs, label), *after]
    if few:
        blocks.append(TextBlock(()))
    blocks.append(TextBlock((TextRun(more + _next(report, label), "aside"),), brief=not few))
    return ReportDocument(
        masthead(report, label), facts(report, label), tuple(blocks), report_tables(report, label)
    )


def _next(report: Report, label: Labels) -> str:
    return label("glance_more" if len(report.pieces) > 1 else "glance_more_one")


def masthead(report: Report, label: Labels) -> str:
    """The names of the pages."""
    names = [page.name or label("unnamed_page") for page in report.pages[:3]]
    more = f" … ({label('pages', n=len(report.pages))})" if len(report.pages) > 3 else ""
    return " · ".join(names) + more


def facts(report: Report, label: Labels) -> tuple[str, ...]:
    """How much there is."""
    size = sum(map(len, report.pieces))
    return (label.count(len(report.pieces), "piece", "pieces"), label("characters", n=f"{size:,}"))


def _reprints(pairs: Sequence[Pair], label: Labels) -> Iterator[Block]:
    for pair in pairs[:MOST_REPRINTS]:
        runs = (
            TextRun(parts.reprint(pair, label), "accent"),
            TextRun("  "),
            parts.of(pair.right.title, "strong"),
        )
        yield TextBlock(runs, brief=True)
    if len(pairs) > MOST_REPRINTS:
        yield TextBlock((TextRun(label("more_reprints", n=len(pairs) - MOST_REPRINTS), "accent"),))


def _listed(members: Sequence[Member], pairs: Sequence[Pair], most: int) -> list[Member]:
    """The pieces that are listed, in order: all, or those of the strongest pairs when they are too many."""
    first = dict.fromkeys(member.id for pair in pairs for member in (pair.left, pair.right))
    first |= dict.fromkeys(member.id for member in members)
    kept = set(list(first)[:most])
    return [member for member in parts.in_order(members) if member.id in kept]


def _pieces(report: Report, members: Sequence[Member], pairs: Sequence[Pair], label: Labels) -> PiecesBlock:
    nearest = parts.nearest(pairs)
    rows = tuple(_row(report, member, nearest.get(member.id), label) for member in members)
    headings = (label("column_title"), label("column_authors"), label("headline"), label("nearest"))
    return PiecesBlock(rows, headings, label("nearest_key") if any(row.near for row in rows) else "")


def _row(report: Report, member: Member, pair: Pair | None, label: Labels) -> PieceRow:
    near = ""
    if pair is not None:
        other = pair.right if pair.left.id == member.id else pair.left
        theme = figures.theme_percentile(pair)
        near = str(other.id) if theme is None else f"{other.id} ({figures.of_hundred(theme)}/100)"
    return PieceRow(
        str(member.id),
        member.date or "",
        member.title or label("no_title"),
        " · ".join(figures.piece_facts(report, member.id, label, short=True)),
        parts.line_of(report.summaries[member.id - 1], label),
        near,
    )


def _in_short(report: Report, pairs: Sequence[Pair], label: Labels, none: str) -> Iterator[Block]:
    phrases = [
        f"{phrase.text} ({parts.numbers(phrase.ids)})" for phrase in parts.set_phrases(report)[:MOST_PHRASES]
    ]
    if phrases:
        yield TextBlock(
            (TextRun(f"{label('in_common')}  ", "strong"), parts.of(" · ".join(phrases))), brief=True
        )
    else:
        yield aside(label("no_set_phrases"))
    if not pairs:
        yield aside(none)
    for pair in pairs:
        words = [
            _quoted(parts.wording(match), MOST_IN_PHRASE).text for match in _telling(pair)[:MOST_WORDINGS]
        ]
        told = [figures.pair_fact(pair, label), *(words or [_terms(pair)])]
        runs = (
            TextRun(f"{label('worth_reading')}  ", "strong"),
            TextRun(f"{pair.left.id} + {pair.right.id}  ", "number"),
            parts.of(" · ".join(told)),
        )
        yield TextBlock(runs, brief=True)


def _terms(pair: Pair) -> str:
    return "  ".join(theme.term for theme in pair.themes[:MOST_TERMS])


def _telling(pair: Pair) -> list[Match]:
    """The wordings of a pair without templates and without those contained in others."""
    kept: list[Match] = []
    for match, _ in parts.distinct(pair.matches):
        words = parts.wording(match).strip("《》“”")
        if match.kind != "skeleton" and not any(words in parts.wording(other) for other in kept):
            kept.append(match)
    return kept


def _phrases(report: Report, label: Labels) -> Iterator[Block]:
    phrases = parts.set_phrases(report)
    if not phrases:
        yield aside(label("no_set_phrases"))
        return
    yield Heading(label("in_common"), 3)
    for phrase in phrases[:MOST_PHRASES]:
        told = [label("in_pieces", ids=parts.numbers(phrase.ids))]
        told.append(figures.rarity(phrase.match, report.comparison.background_size, label, short=True))
        runs = (_quoted(phrase.text, MOST_IN_PHRASE), TextRun("  " + " · ".join(filter(None, told)), "aside"))
        yield TextBlock(runs, indent=1, brief=True)


def _pairs(pairs: Sequence[Pair], label: Labels, none: str) -> Iterator[Block]:
    if not pairs:
        yield aside(none)
        return
    yield Heading(label("worth_reading"), 3)
    for pair in pairs:
        text = " · ".join(figures.pair_facts_short(pair, label))
        yield TextBlock(
            (TextRun(f"{pair.left.id} + {pair.right.id}  ", "number"), TextRun(text, "plain")), indent=1
        )
        runs: list[TextRun] = []
        for match in _telling(pair)[:MOST_WORDINGS]:
            runs += [TextRun(" · ", "aside")] if runs else []
            runs.append(_quoted(parts.wording(match), LONGEST))
        if not runs and pair.themes:
            runs = [TextRun(f"{label('column_terms')}  ", "aside"), parts.of(_terms(pair))]
        yield TextBlock(tuple(runs), indent=2, brief=True)


def _quoted(text: str, most: int) -> TextRun:
    return parts.of(text if len(text) <= most else f"{text[:most]}…", "strong")


def _notes(report: Report, label: Labels, few: bool) -> Iterator[Block]:
    notes = list(parts.decisions(report.pages, label))
    if not notes:
        return
    if few:
        yield Heading(label("to_check"), 3)
    for name, text in notes[: MOST_NOTES if few else 1]:
        where = f"{name}: " if len(report.pages) > 1 else ""
        head = () if few else (TextRun(f"{label('to_check')}  ", "strong"),)
        yield TextBlock((*head, TextRun(where, "aside"), parts.of(text)), indent=int(few), brief=True)
    if few and len(notes) > MOST_NOTES:
        yield aside(label("more_notes", n=len(notes) - MOST_NOTES), 1)
