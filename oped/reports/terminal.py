"""The report for the terminal: what the page says, what its pieces share, and where.

Colours are few and hold on dark and on light ground: heat cells bring their own ground, all else is bold,
dim or a middle tone. Nothing is said by colour alone. Article text is made safe before it is drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.console import Group
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from compare.rhetoric import similarity
from oped.reports.context import in_context
from oped.reports.facts import (
    pair_facts,
    profile_facts,
    rarity,
    reuse_figure,
    reuse_shade,
    theme_figure,
    theme_shade,
)
from oped.reports.prose import Prose
from oped.reports.report import strength
from oped.words import Labels
from seeds.safe import terminal_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult

    from compare.comparison import Comparison, Match, Member, Pair
    from compare.rhetoric import RhetoricalOverlap
    from oped.reports.report import Report
    from seeds.page import Excerpt

ACCENT = "bold magenta"
CLASS_STYLES: Mapping[str, str] = {
    "document": "bold blue",
    "quotation": "bold green",
    "attribution": "bold blue",
    "formula": "bold",
    "idiom": "bold",
    "free": "bold magenta",
}
"""How a shared phrase of each class is drawn; the class also stands beside it in words."""
HEAT = ("dim", "#1a1a1a on #fff3d6", "#1a1a1a on #ffd68a", "#1a1a1a on #ff9f5a", "#ffffff on #c0392b")
"""Styles of a cell from cool to hot; the figure itself stands in it."""

MOST_IN_MATRIX = 12
MOST_PAIRS = 3
MOST_MATCHES = 5
MOST_SHARED = 12


def report(report: Report, label: Labels) -> Group:
    """The whole report."""
    parts: list[RenderableType] = [_masthead(report, label)]
    for member in report.comparison.pieces:
        parts += [_card(report, member, label), Text()]
    if len(report.pieces) < 2:
        parts.append(Text(label("one_piece"), "dim"))
        return Group(*parts)
    parts += _overview(report, label)
    pairs = report.strongest(MOST_PAIRS)
    if pairs:
        parts += [_heading(label("strongest"))]
    for pair in pairs:
        parts += [_pair(pair, label, report), Text()]
    return Group(*parts)


def comparison_report(comparison: Comparison, label: Labels | None = None) -> Group:
    """A comparison without the pages it came from: the matrix and the pairs, phrases without context."""
    label = label or Labels("en")
    pairs = sorted(comparison.pairs, key=lambda pair: (-strength(pair), pair.left.id, pair.right.id))
    shown = [pair for pair in pairs if pair.matches or pair.themes]
    legend = [Text.assemble((f"{m.id:>3} ", ACCENT), terminal_text(m.title)) for m in comparison.pieces]
    return Group(
        *legend,
        Text(),
        _matrix(comparison, label),
        *(part for pair in shown[:MOST_PAIRS] for part in (_pair(pair, label, None), Text())),
    )


def pair_report(pair: Pair, label: Labels | None = None) -> Group:
    """One pair: scores, common themes, shared phrases."""
    return _pair(pair, label or Labels("en"), None)


def _masthead(report: Report, label: Labels) -> Group:
    names = " · ".join(terminal_text(page.name) for page in report.pages[:3])
    if len(report.pages) > 3:
        names = f"{names} · … ({label('pages', n=len(report.pages))})"
    figures = " · ".join(
        [
            label.count(len(report.pieces), "piece", "pieces"),
            label("characters", n=f"{sum(map(len, report.pieces)):,}"),
        ]
    )
    return Group(Rule(Text.assemble((names, "bold"), "  ", (figures, "dim")), style="dim"), Text())


def _heading(text: str) -> Group:
    return Group(Rule(Text(text, "bold"), align="left", style="dim"), Text())


def _card(report: Report, member: Member, label: Labels) -> Table:
    piece, summary = report.piece(member.id), report.summaries[member.id - 1]
    by = "、".join(map(terminal_text, piece.authors)) or label("no_author")
    facts = [by, label("characters", n=f"{len(piece):,}")]
    if piece.kicker:
        facts.insert(0, terminal_text(piece.kicker))
    lines = [
        Prose(Text(terminal_text(piece.title) or label("no_title"), "bold")),
        Prose(Text(" · ".join(facts), "dim")),
        Prose(Text.assemble(("▸ ", ACCENT), (terminal_text(str(summary.headline)), "magenta"))),
        Prose(terminal_text(str(summary.paragraph))),
    ]
    if report.profiles:
        lines.append(Prose(Text(" · ".join(profile_facts(report.profiles[member.id - 1], label)), "dim")))
    return _numbered(str(member.id), Group(*lines))


def _numbered(number: str, body: RenderableType) -> Table:
    grid = Table.grid(padding=(0, 1), expand=True)
    grid.add_column(justify="right", width=3, no_wrap=True)
    grid.add_column(ratio=1)
    grid.add_row(Text(number, ACCENT), body)
    return grid


def _overview(report: Report, label: Labels) -> Iterator[RenderableType]:
    yield _heading(label("overlap"))
    if len(report.pieces) <= MOST_IN_MATRIX:
        yield Padding(_matrix(report.comparison, label), (0, 0, 0, 1))
    yield Text()
    shared = report.shared_phrases()
    if not shared:
        yield Text(label("nothing_shared"), "dim")
        return
    table = Table.grid(padding=(0, 2), expand=True)
    table.add_column(max_width=12)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for phrase in shared[:MOST_SHARED]:
        what = phrase.match.kind if phrase.match.class_ == "free" else phrase.match.class_
        table.add_row(
            Text(" ".join(map(str, phrase.ids)), ACCENT),
            Text(label(what), "dim"),
            Prose(Text(terminal_text(phrase.text), "bold")),
        )
    yield Text(f" {label('stock')}", "dim")
    yield Padding(table, (0, 0, 0, 1))
    if len(shared) > MOST_SHARED:
        yield Text(f" {label('more', n=len(shared) - MOST_SHARED)}", "dim")
    yield Text()


def _matrix(comparison: Comparison, label: Labels) -> Group:
    """Theme above the diagonal, reuse below it."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 0), show_edge=False)
    table.add_column("", justify="right")
    for member in comparison.pieces:
        table.add_column(Text(str(member.id), ACCENT), justify="center", min_width=5)
    table.add_column("")
    for row in comparison.pieces:
        cells: list[Text] = []
        for column in comparison.pieces:
            if row.id == column.id:
                cells.append(Text("·", "dim"))
                continue
            pair = comparison.pair(row.id, column.id)
            if row.id < column.id:
                cells.append(_cell(theme_figure(pair), theme_shade(pair)))
            else:
                cells.append(_cell(reuse_figure(pair), reuse_shade(pair)))
        title = Text(f"  {terminal_text(row.title)}", no_wrap=True, overflow="ellipsis")
        table.add_row(Text(f"{row.id} ", ACCENT), *cells, title)
    return Group(table, Prose(Text(label("matrix_key"), "dim")))


def _cell(figure: str, shade: int) -> Text:
    return Text(f"{figure:^5}", HEAT[shade])


def _pair(pair: Pair, label: Labels, report: Report | None) -> Group:
    alike = None
    if report is not None and report.profiles:
        alike = similarity(report.profiles[pair.left.id - 1], report.profiles[pair.right.id - 1])
    parts: list[RenderableType] = [_pair_title(pair, alike, label)]
    if pair.themes:
        terms = "  ".join(terminal_text(theme.term) for theme in pair.themes[:10])
        parts.append(Padding(Prose(Text.assemble((f"{label('terms')}  ", "dim"), terms)), (0, 0, 0, 4)))
    if not pair.matches:
        parts.append(Padding(Text(label("nothing_shared"), "dim"), (0, 0, 0, 4)))
    phrases = list(_distinct(pair.matches))
    parts += [
        Padding(_Shared(pair, match, times, label, report), (0, 0, 0, 4))
        for match, times in phrases[:MOST_MATCHES]
    ]
    if len(phrases) > MOST_MATCHES:
        more = Text(label("more", n=len(phrases) - MOST_MATCHES), "dim")
        parts.append(Padding(more, (1, 0, 0, 4)))
    return Group(*parts)


def _distinct(matches: Iterable[Match]) -> Iterator[tuple[Match, int]]:
    """The matches, each wording once with the number of its places, in the order of their first place."""
    found: dict[tuple[str | None, str, str], list[Match]] = {}
    for match in matches:
        found.setdefault((match.frame, match.left.text, match.right.text), []).append(match)
    return ((places[0], len(places)) for places in found.values())


def _pair_title(pair: Pair, alike: RhetoricalOverlap | None, label: Labels) -> Group:
    facts = pair_facts(pair, label, alike)
    return Group(
        _numbered(str(pair.left.id), Prose(Text(terminal_text(pair.left.title), "bold"))),
        _numbered(str(pair.right.id), Prose(Text(terminal_text(pair.right.title), "bold"))),
        Padding(Prose(Text(" · ".join(facts), ACCENT)), (0, 0, 0, 4)),
    )


class _Shared:
    """One match: the phrase, what it is, where it stands; both sides abreast when there is room."""

    WIDE = 100

    def __init__(self, pair: Pair, match: Match, times: int, label: Labels, report: Report | None) -> None:
        self.pair, self.match, self.times, self.label, self.report = pair, match, times, label, report

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        match = self.match
        phrase = terminal_text(match.frame or match.left.text)
        size = self.report.comparison.background_size if self.report else 0
        facts = [self.label(match.kind), self.label(match.class_), rarity(match, size, self.label)]
        if self.times > 1:
            facts.insert(0, f"×{self.times}")
        yield Text()
        yield Prose(Text.assemble((phrase, CLASS_STYLES[match.class_]), ("  " + " · ".join(facts), "dim")))
        if self.report is None:
            if match.left.text != match.right.text:
                yield Prose(Text.assemble((f"{self.pair.left.id} ", ACCENT), terminal_text(match.left.text)))
                yield Prose(
                    Text.assemble((f"{self.pair.right.id} ", ACCENT), terminal_text(match.right.text))
                )
            return
        wide = options.max_width >= self.WIDE
        around = (options.max_width // 2 if wide else options.max_width) // 2 - len(match.left.text) // 2
        sides = [
            self._side(member, side, max(around, 8))
            for member, side in ((self.pair.left, match.left), (self.pair.right, match.right))
        ]
        if not wide:
            yield from sides
            return
        grid = Table.grid(padding=(0, 3, 0, 0), expand=True)
        grid.add_column(ratio=1)
        grid.add_column(ratio=1)
        grid.add_row(*sides)
        yield grid

    def _side(self, member: Member, side: Excerpt, around: int) -> Table:
        assert self.report is not None
        context = in_context(self.report.piece(member.id), side.spans, around)
        text, mark = Text(), f"underline {CLASS_STYLES[self.match.class_]}"
        if context is None:
            text.append(terminal_text(side.text), mark)
        else:
            at = 0
            text.append("…" if context.open_left else "", "dim")
            for start, end in context.marks:
                text.append(terminal_text(context.text[at:start]))
                text.append(terminal_text(context.text[start:end]), mark)
                at = end
            text.append(terminal_text(context.text[at:]))
            text.append("…" if context.open_right else "", "dim")
        return _numbered(str(member.id), Prose(text))
