"""`oped report`: what an editor sees in a second; 24 to 30 lines for a page of up to twenty pieces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oped.reports import figures
from oped.reports.model import Document, Heading, Paragraph, PieceRow, Pieces, Run
from oped.reports.views import parts
from oped.reports.views.tables import report_tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.results import Member, Pair
    from oped.reports.model import Block
    from oped.reports.report import Report
    from oped.words import Labels

MOST_PIECES = 20
"""Pieces that are listed; of more, those of the strongest pairs."""
MOST_PHRASES = 4
MOST_PAIRS = 2
MOST_REPRINTS = 3
MOST_NOTES = 2
MOST_WORDINGS = 3
LONGEST = 22
MOST_IN_PHRASE = 16
"""Characters of a wording that are quoted."""


def glance(report: Report, label: Labels) -> Document:
    """The pieces, what they have in common, which two to read, and what to decide."""
    many = len(report.pieces) > 8
    blocks: list[Block] = []
    pairs = parts.ranked(report.comparison.pairs)
    reprints = [pair for pair in pairs if figures.is_reprint(pair)]
    blocks += _reprints(reprints, label)
    blocks += _pieces(report, pairs, label)
    if len(report.pieces) < 2:
        blocks.append(Paragraph((Run(label("one_piece"), "aside"),)))
    else:
        blocks += _phrases(report, label, MOST_PHRASES - 1 if many else MOST_PHRASES)
        telling = [pair for pair in pairs if pair not in reprints and figures.is_telling(pair)]
        blocks += _pairs(telling[:MOST_PAIRS], label)
    blocks += _notes(report, label)
    blocks += [Paragraph(()), Paragraph((Run(label("glance_more"), "aside"),))]
    return Document(
        masthead(report, label), facts(report, label), tuple(blocks), report_tables(report, label)
    )


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
        share = max(pair.scores.get("reuse_left", 0.0), pair.scores.get("reuse_right", 0.0))
        what = label("reprint", a=pair.left.id, b=pair.right.id, n=figures.per_cent(share))
        yield Paragraph((Run(what, "accent"), Run("  "), parts.of(pair.right.title, "strong")))
    if len(pairs) > MOST_REPRINTS:
        yield Paragraph((Run(label("more_reprints", n=len(pairs) - MOST_REPRINTS), "accent"),))


def _pieces(report: Report, pairs: Sequence[Pair], label: Labels) -> Iterator[Block]:
    nearest: dict[int, Pair] = {}
    for pair in pairs:
        for member in (pair.left, pair.right):
            nearest.setdefault(member.id, pair)
    members = parts.in_order(report.comparison.pieces)
    left_out = len(members) - MOST_PIECES
    if left_out > 0:
        first = list(dict.fromkeys(member.id for pair in pairs for member in (pair.left, pair.right)))
        kept = set(list(dict.fromkeys([*first, *(member.id for member in members)]))[:MOST_PIECES])
        members = [member for member in members if member.id in kept]
    rows = tuple(_row(report, member, nearest.get(member.id), label) for member in members)
    headings = (label("title_heading"), label("authors_heading"), label("headline"), label("nearest"))
    yield Pieces(rows, headings, label("nearest_key"))
    if left_out > 0:
        yield Paragraph((Run(label("pieces_left_out", n=left_out), "aside"),))


def _row(report: Report, member: Member, pair: Pair | None, label: Labels) -> PieceRow:
    near = ""
    if pair is not None:
        other = pair.right if pair.left.id == member.id else pair.left
        theme = figures.theme_percentile(pair)
        near = str(other.id) if theme is None else f"{other.id} ({figures.of_hundred(theme)}/100)"
    return PieceRow(
        str(member.id),
        member.title or label("no_title"),
        " · ".join(figures.piece_facts(report, member.id, label)),
        parts.line_of(report.summaries[member.id - 1], label),
        near,
    )


def _phrases(report: Report, label: Labels, most: int) -> Iterator[Block]:
    phrases = parts.set_phrases(report)
    if not phrases:
        yield Paragraph((Run(label("nothing_shared"), "aside"),))
        return
    yield Heading(label("in_common"), 3)
    for phrase in phrases[:most]:
        told = [label("in_pieces", ids=parts.numbers(phrase.ids))]
        told.append(figures.rarity(phrase.match, report.comparison.background_size, label, short=True))
        runs = (_quoted(phrase.text, MOST_IN_PHRASE), Run("  " + " · ".join(filter(None, told)), "aside"))
        yield Paragraph(runs, indent=1, brief=True)


def _pairs(pairs: Sequence[Pair], label: Labels) -> Iterator[Block]:
    if not pairs:
        yield Paragraph((Run(label("no_pair"), "aside"),))
        return
    yield Heading(label("worth_reading"), 3)
    for pair in pairs:
        text = " · ".join(figures.pair_facts_short(pair, label))
        yield Paragraph((Run(f"{pair.left.id} + {pair.right.id}  ", "number"), Run(text, "plain")), indent=1)
        matches = [match for match, _ in parts.distinct(pair.matches) if match.kind != "skeleton"]
        if matches:
            runs: list[Run] = []
            for match in matches[:MOST_WORDINGS]:
                runs += [Run(" · ", "aside")] if runs else []
                runs.append(_quoted(parts.wording(match), LONGEST))
            yield Paragraph(tuple(runs), indent=2, brief=True)


def _quoted(text: str, most: int) -> Run:
    return parts.of(text if len(text) <= most else f"{text[:most]}…", "strong")


def _notes(report: Report, label: Labels) -> Iterator[Block]:
    notes = list(parts.decisions(report.pages, label))
    if not notes:
        return
    yield Heading(label("to_check"), 3)
    for name, text in notes[:MOST_NOTES]:
        where = f"{name}: " if len(report.pages) > 1 else ""
        yield Paragraph((Run(where, "aside"), parts.of(text)), indent=1, brief=True)
    if len(notes) > MOST_NOTES:
        yield Paragraph((Run(label("more_notes", n=len(notes) - MOST_NOTES), "aside"),), indent=1)
