"""`oped report`: what an editor sees in a second, on a screen of 30 lines whatever the page holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oped.reports import figures
from oped.reports.model import (
    Block,
    Heading,
    PieceRow,
    PiecesBlock,
    ReportDocument,
    TextBlock,
    TextRun,
    aside,
)
from oped.reports.naming import files
from oped.reports.views import parts
from oped.reports.views.tables import report_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from compare.results import Match, Member, Pair
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
MOST_NUMBERS = 8
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
    else:
        after += [*_phrases(report, label, few), *_pairs(telling, label, none, few)]
    after += _notes(report, label, few)
    room = SCREEN - 3 - len(before) - len(after)
    listed = _listed(report.comparison.pieces, pairs, len(report.pieces) if few else room)
    left_out = len(report.pieces) - len(listed)
    following = label("glance_more" if len(report.pieces) > 1 else "glance_more_one")
    if left_out:
        following = f"{label('pieces_left_out', n=left_out)}  {following.removeprefix('--full  ')}"
    blocks: list[Block] = [*before, _pieces(report, listed, pairs, label), *after]
    if few:
        blocks.append(TextBlock(()))
    told = (TextRun(f"{label('see_more')}  ", "strong"), TextRun(following, "aside"))
    blocks.append(TextBlock(told, brief=not few))
    return ReportDocument(
        masthead(report, label), facts(report, label), tuple(blocks), report_tables(report, label)
    )


def masthead(report: Report, label: Labels) -> str:
    """The names of the pages."""
    return page_names((page.name for page in report.pages), label)


def page_names(pages: Iterable[str], label: Labels) -> str:
    """Up to three files that pages came from, and how many there are."""
    names = files(pages)
    more = f" … ({label('pages', n=len(names))})" if len(names) > 3 else ""
    return " · ".join(name or label("unnamed_page") for name in names[:3]) + more


def facts(report: Report, label: Labels) -> tuple[str, ...]:
    """How much there is."""
    size = sum(map(len, report.pieces))
    return (label("pieces", n=f"{len(report.pieces):,}"), label("characters", n=f"{size:,}"))


def _reprints(pairs: Sequence[Pair], label: Labels) -> Iterator[Block]:
    for pair in pairs[:MOST_REPRINTS]:
        yield TextBlock(parts.reprint_runs(pair, label), brief=True)
    if len(pairs) > MOST_REPRINTS:
        yield TextBlock((TextRun(label("more_reprints", n=len(pairs) - MOST_REPRINTS), "accent"),))


def _listed(members: Sequence[Member], pairs: Sequence[Pair], most: int) -> list[Member]:
    """The pieces that are listed, in order: all, or those of the strongest pairs when they are too many."""
    first = dict.fromkeys(member.id for pair in pairs for member in (pair.left, pair.right))
    first |= dict.fromkeys(member.id for member in members)
    kept = set(list(first)[:most])
    return [member for member in parts.in_order(members) if member.id in kept]


def _pieces(report: Report, members: Sequence[Member], pairs: Sequence[Pair], label: Labels) -> PiecesBlock:
    nearest = parts.nearest(report.comparison.pairs) if len(report.pieces) <= FEW else {}
    rows = tuple(_row(report, member, nearest.get(member.id), label) for member in members)
    headings = (label("column_title"), label("column_authors"), label("headline"), label("nearest"))
    return PiecesBlock(rows, headings, label("nearest_key") if any(row.near for row in rows) else "")


def _row(report: Report, member: Member, pair: Pair | None, label: Labels) -> PieceRow:
    near = ""
    if pair is not None:
        other = pair.right if pair.left.id == member.id else pair.left
        theme = pair.percentile
        near = str(other.id) if theme is None else f"{other.id} ({figures.of_hundred(theme)})"
    return PieceRow(
        str(member.id),
        member.date or "",
        member.title or label("no_title"),
        " · ".join(figures.piece_facts(report, member.id, label, short=True)),
        parts.line_of(report.summaries[member.id - 1], label),
        near,
    )


def _telling(pair: Pair) -> list[Match]:
    """The wordings of a pair without templates, and one of several that contain each other."""
    kept: list[Match] = []
    for match, _ in parts.distinct(pair.matches):
        words = parts.wording(match).strip("《》“”")
        others = [parts.wording(other) for other in kept]
        if match.kind != "skeleton" and not any(words in other or other in words for other in others):
            kept.append(match)
    return kept


def _section(head: str, lines: Iterable[tuple[TextRun, ...]], few: bool) -> Iterator[Block]:
    """Lines below a heading where there is room, else behind it."""
    if few:
        yield Heading(head, 3)
    for runs in lines:
        shown = runs if few else (TextRun(f"{head}  ", "strong"), *runs)
        yield TextBlock(shown, indent=int(few), brief=True)


def _phrases(report: Report, label: Labels, few: bool) -> Iterator[Block]:
    phrases = parts.set_phrases(report)[:MOST_PHRASES]
    if not phrases:
        yield aside(label("no_set_phrases"))
    elif few:
        corpus, lines = figures.reference(report.comparison, label), []
        for phrase in phrases:
            items = phrase.match.background
            known = f" ({figures.about(items):,})" if corpus and items is not None else ""
            told = f"{known}  {label('in_pieces', ids=parts.numbers(phrase.ids))}"
            lines.append((_quoted(phrase.text, MOST_IN_PHRASE), TextRun(told, "aside")))
        yield from _section(label("in_common"), lines, few)
        if corpus:
            yield aside(label("set_phrases_note", corpus=corpus), 1)
    else:
        first, *others = (f"{phrase.text} ({_in_pieces(phrase.ids, label)})" for phrase in phrases)
        runs = (parts.of(first), *(parts.of(f"{parts.APART}{text}") for text in others))
        yield from _section(label("in_common"), [runs], few)


def _in_pieces(ids: Sequence[int], label: Labels) -> str:
    return parts.numbers(ids) if len(ids) <= MOST_NUMBERS else label("pieces", n=len(ids))


def _pairs(pairs: Sequence[Pair], label: Labels, none: str, few: bool) -> Iterator[Block]:
    lines: list[tuple[TextRun, ...]] = []
    for pair in pairs:
        number = TextRun(f"{pair.left.id} + {pair.right.id}  ", "number")
        wordings = [parts.wording(match) for match in _telling(pair)[:MOST_WORDINGS]]
        words = " · ".join(_quoted(text, LONGEST if few else MOST_IN_PHRASE).text for text in wordings)
        words = words or "  ".join(theme.term for theme in pair.themes[:MOST_TERMS])
        if few:
            facts = TextRun(" · ".join(figures.pair_facts_short(pair, label)))
            lines += [(number, facts), (parts.of(f"   {words}", "strong"),)]
        else:
            lines.append((number, parts.of(f"{figures.pair_fact(pair, label)} · {words}")))
    yield from _section(label("worth_reading"), lines, few) if lines else [aside(none)]


def _quoted(text: str, most: int) -> TextRun:
    return parts.of(parts.short(text, most), "strong")


def _notes(report: Report, label: Labels, few: bool) -> Iterator[Block]:
    notes = list(parts.decisions(report.pages, label))
    most = MOST_NOTES if few else 1
    lines = [
        (TextRun(f"{name}: " if len(report.pages) > 1 else "", "aside"), parts.of(text))
        for name, text in notes[:most]
    ]
    if notes:
        yield from _section(label("to_check"), lines, few)
    if few and len(notes) > most:
        yield aside(label("more_notes", n=len(notes) - most), 1)
