"""The report as Markdown: CommonMark with the tables of GitHub, for issues, wikis and note books.

Text from pages is escaped sign by sign: it cannot become a heading, a link, an image or HTML.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from compare.rhetoric import similarity
from oped.reports.facts import (
    differing,
    pair_facts,
    profile_facts,
    rarity,
    reuse_figure,
    theme_figure,
)
from seeds.safe import terminal_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from compare.comparison import Match, Member, Pair
    from compare.rhetoric import RhetoricalOverlap
    from oped.reports.report import Report
    from oped.words import Labels
    from seeds.page import Piece
    from summarize.summary import Summary

MOST_IN_MATRIX = 12
MOST_PAIRS = 10
MOST_MATCHES = 20
MOST_SHARED = 30

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>&|~$!^]")
_LINE_START = re.compile(r"^(\d*)([#+=:.)-])")
_LINK = re.compile(r"(?i)(https?|ftp|mailto|xmpp)(:)|(www)(\.)")


def markdown(report: Report, label: Labels) -> str:
    """The report: summaries, the pair matrix, phrases of several pieces, and the strongest pairs."""
    return "\n\n".join(_blocks(report, label)) + "\n"


def escape(text: str) -> str:
    """`text` on one line, with every sign that Markdown would act on escaped.

    GitHub turns bare addresses into links and `@name` into a mention: both are broken up.
    """
    line = " ".join(terminal_text(text).split())
    line = _SPECIAL.sub(r"\\\g<0>", line)
    line = _LINK.sub(r"\1\3\\\2\4", line)
    line = line.replace("@", "@<!-- -->")
    return _LINE_START.sub(r"\1\\\2", line)


def _blocks(report: Report, label: Labels) -> Iterator[str]:
    comparison = report.comparison
    yield f"# {label('report_title')}"
    yield _dateline(report, label)
    yield f"## {label('pieces_heading')}"
    for member, piece, summary in zip(comparison.pieces, report.pieces, report.summaries, strict=True):
        yield from _piece(member, piece, summary, label)
        if report.profiles:
            yield f"{label('rhetoric')}: {' · '.join(profile_facts(report.profiles[member.id - 1], label))}"
    if len(comparison.pieces) < 2:
        yield label("one_piece")
        return
    yield f"## {label('overlap')}"
    if len(comparison.pieces) <= MOST_IN_MATRIX:
        yield _matrix(report, label)
        yield label("matrix_key")
    yield from _shared(report, label)
    pairs = report.strongest(MOST_PAIRS)
    if pairs:
        yield f"## {label('strongest')}"
    for pair in pairs:
        alike = None
        if report.profiles:
            alike = similarity(report.profiles[pair.left.id - 1], report.profiles[pair.right.id - 1])
        yield from _pair(pair, comparison.background_size, alike, label)


def _dateline(report: Report, label: Labels) -> str:
    names = [escape(page.name) or label("unnamed_page") for page in report.pages[:3]]
    if len(report.pages) > 3:
        names.append(f"… ({label('pages', n=len(report.pages))})")
    characters = label("characters", n=f"{sum(map(len, report.pieces)):,}")
    return " · ".join([*names, label.count(len(report.pieces), "piece", "pieces"), characters])


def _title(member: Member, label: Labels) -> str:
    return escape(member.title) or f"*{label('no_title')}*"


def _piece(member: Member, piece: Piece, summary: Summary, label: Labels) -> Iterator[str]:
    yield f"### {member.id} {_title(member, label)}"
    by = escape("、".join(piece.authors)) if piece.authors else label("no_author")
    facts = [by, label("characters", n=f"{len(piece):,}")]
    if piece.kicker:
        facts.insert(0, escape(piece.kicker))
    yield " · ".join(facts)
    if headline := escape(summary.headline.text):
        yield f"**{headline}**"
    if paragraph := escape(summary.paragraph.text):
        yield paragraph
    for deck in filter(None, map(escape, piece.decks)):
        yield f"> {deck}"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    names = list(head)
    lines = [names, ["---"] * len(names), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _matrix(report: Report, label: Labels) -> str:
    comparison = report.comparison
    pairs = {(pair.left.id, pair.right.id): pair for pair in comparison.pairs}

    def cell(row: Member, column: Member) -> str:
        if row.id == column.id:
            return "·"
        pair = pairs[min(row.id, column.id), max(row.id, column.id)]
        return theme_figure(pair) if row.id < column.id else reuse_figure(pair)

    rows = (
        [f"**{row.id}** {_title(row, label)}", *(cell(row, column) for column in comparison.pieces)]
        for row in comparison.pieces
    )
    return _table(["", *(str(member.id) for member in comparison.pieces)], rows)


def _shared(report: Report, label: Labels) -> Iterator[str]:
    shared = report.shared_phrases()
    if not shared:
        yield label("nothing_shared")
        return
    size = report.comparison.background_size
    yield f"### {label('stock')}"
    head = [label(key) for key in ("phrase", "kind", "class", "pieces_heading", "rarity")]
    yield _table(
        head,
        (
            [
                escape(phrase.text),
                label(phrase.match.kind),
                label(phrase.match.class_),
                " ".join(map(str, phrase.ids)),
                rarity(phrase.match, size, label),
            ]
            for phrase in shared[:MOST_SHARED]
        ),
    )
    if len(shared) > MOST_SHARED:
        yield label("more", n=len(shared) - MOST_SHARED)


def _pair(pair: Pair, background_size: int, alike: RhetoricalOverlap | None, label: Labels) -> Iterator[str]:
    yield (
        f"### {pair.left.id} {_title(pair.left, label)} {label('and')} "
        f"{pair.right.id} {_title(pair.right, label)}"
    )
    yield " · ".join(pair_facts(pair, label, alike))
    if pair.themes:
        yield f"{label('terms')}: {'、'.join(escape(theme.term) for theme in pair.themes[:10])}"
    if not pair.matches:
        yield label("nothing_shared")
        return
    yield "\n".join(
        f"- {_match(pair, match, background_size, label)}" for match in pair.matches[:MOST_MATCHES]
    )
    if len(pair.matches) > MOST_MATCHES:
        yield label("more", n=len(pair.matches) - MOST_MATCHES)


def _match(pair: Pair, match: Match, background_size: int, label: Labels) -> str:
    facts = f"{label(match.kind)} · {label(match.class_)} · {rarity(match, background_size, label)}"
    lines = [f"**{escape(match.frame or match.left.text)}** · {facts}"]
    if match.left.text != match.right.text:
        for member, side in ((pair.left, "left"), (pair.right, "right")):
            parts = "".join(
                # Asterisks beside Chinese marks are not emphasis to CommonMark; the element always is.
                f"<em>{escape(text)}</em>" if what else escape(text)
                for text, what in differing(match, side)  # type: ignore[arg-type]
            )
            lines.append(f"  - {member.id}: {parts}")
    return "\n".join(lines)
