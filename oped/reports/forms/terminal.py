"""A document on a terminal.

Colours are few and hold on dark and on light ground: cells of the matrix bring their own ground, all else is bold,
dim or a middle tone. Nothing is said by colour alone, no line is longer than the terminal, no frame is drawn.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.text import Text

from oped.reports import model
from oped.reports.forms.cells import fit, one_line, width_of
from oped.reports.forms.listing import ListingRows
from oped.reports.forms.prose import Prose
from oped.reports.views.parts import APART
from seeds.safe import terminal_text

STYLES: dict[model.Style, str] = {
    "plain": "",
    "strong": "bold",
    "line": "magenta",
    "aside": "dim",
    "number": "bold magenta",
    "mark": "bold underline",
    "changed": "bold red",
    "accent": "bold red",
}
HEAT = ("dim", "#1a1a1a on #fff3d6", "#1a1a1a on #ffd68a", "#1a1a1a on #ff9f5a", "#ffffff on #c0392b")
"""Styles of a cell from cool to hot; the figure itself stands in it."""
DIAGONAL = "\\"
"""Where a piece would meet itself; a dot is no wording in common."""
INDENT = 3
NUMBER = 5
"""Cells before a passage that its number takes at least."""
MOST_IN_MATRIX = 24
"""Rows that a reader can hold."""
BYLINE, LEAST_WITH_BYLINE, LEAST_WITH_DATE = 14, 80, 90
"""Cells of a byline, and those of a row below which there is none, or no date."""
FEW = 8
"""Pieces that get two lines each at a glance."""


def terminal(document: model.ReportDocument) -> Group:
    """The whole document."""
    return Group(*_parts(document))


def _parts(document: model.ReportDocument) -> Iterator[RenderableType]:
    if document.title:
        facts = " · ".join(one_line(fact) for fact in document.facts)
        yield Prose(Text.assemble((one_line(document.title), "bold"), ("  " + facts if facts else "", "dim")))
    blocks = list(document.simple_blocks())
    numbers = max((len(block.number) for block in blocks if isinstance(block, model.PassageBlock)), default=0)
    for block in blocks:
        yield from _block(block, max(numbers, NUMBER))


def _block(block: model.Block, numbers: int) -> Iterator[RenderableType]:
    match block:
        case model.Heading():
            yield Text()
            yield Prose(Text(one_line(block.text), "bold" if block.level > 2 else "bold magenta"))
        case model.TextBlock():
            yield _paragraph(block)
        case model.PiecesBlock():
            yield _PieceLines(block)
        case model.PassageBlock():
            yield _passage(block, numbers)
        case model.Matrix():
            yield _MatrixLines(block)
        case model.Listing():
            yield ListingRows(block)


def _text(runs: Iterable[model.TextRun]) -> Text:
    text = Text()
    for run in runs:
        text.append(terminal_text(run.text).replace("\t", " "), STYLES[run.style])
    return text


def _paragraph(block: model.TextBlock) -> RenderableType:
    margin = f"{block.number:>2} " if block.number else " " * (INDENT * block.indent)
    if block.item:
        margin += "- "
    text = Prose(_text(block.runs), margin=Text(margin, STYLES["number"]))
    return _Brief(block, text.margin) if block.brief else text


class _Brief:
    """A text on one line; where there is no room, the last of a list go whole, then the end of the text."""

    def __init__(self, block: model.TextBlock, margin: Text) -> None:
        self.block, self.margin = block, margin

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        runs = list(self.block.runs)
        narrower = options.update_width(max(options.max_width - 2, 2))
        while True:
            lines = list(Prose(_text(runs), margin=self.margin).__rich_console__(console, narrower))
            if len(lines) < 2 or not runs[-1].text.startswith(APART):
                break
            runs = runs[:-1]
        left_out = len(runs) < len(self.block.runs)
        first = lines[0]
        if isinstance(first, Text) and (left_out or (len(lines) > 1 and not first.plain.endswith("…"))):
            first.append("…", "dim")
        yield first


def _passage(passage: model.PassageBlock, numbers: int) -> Prose:
    text = _text(passage.runs)
    if passage.where:
        text.append(f"  {one_line(passage.where)}", "dim")
    return Prose(text, margin=Text(f"{passage.number:>{numbers}} ", STYLES["number"]))


class _PieceLines:
    """Two lines a piece, or one when they are many; each as long as the terminal is wide."""

    def __init__(self, block: model.PiecesBlock) -> None:
        self.block = block

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        rows, width = self.block.rows, options.max_width
        margin = max((len(row.number) for row in rows), default=1) + 1
        for row in rows:
            number = Text(f"{row.number:>{margin}} ", STYLES["number"])
            if len(rows) <= FEW:
                yield from self._two_lines(row, number, width - margin - 1)
            else:
                yield self._line(row, number, width - margin - 1)

    def _two_lines(self, row: model.PieceRow, number: Text, room: int) -> Iterator[Text]:
        facts = one_line(row.facts)
        title = fit(one_line(row.title), max(room - width_of(facts) - 2, room // 2))
        facts = fit(facts, room - width_of(title) - 2)
        yield Text.assemble(number, (title, "bold"), ("  " + facts if facts else "", "dim"), no_wrap=True)
        near = f"  → {one_line(row.near)}" if row.near else ""
        line = fit(one_line(row.line.text), room - 2 - width_of(near))
        yield Text.assemble(
            " " * len(number.plain),
            ("▸ ", "bold magenta"),
            (line, STYLES[row.line.style]),
            (near, "dim"),
            no_wrap=True,
        )

    def _line(self, row: model.PieceRow, number: Text, room: int) -> Text:
        date = f"{one_line(row.date)} " if row.date and room >= LEAST_WITH_DATE else ""
        title, line, facts = one_line(row.title), one_line(row.line.text), one_line(row.facts)
        told = [fact for fact in facts.split(" · ") if fact and fact != row.date]
        facts = fit(told[0], BYLINE) if told else ""
        facts = f"  {facts}" if facts and room >= LEAST_WITH_BYLINE else ""
        rest = room - width_of(date) - width_of(facts) - 3
        title = fit(title, max(rest * 11 // 20, rest - width_of(line)))
        line = fit(line, rest - width_of(title)) if rest - width_of(title) > 10 else ""
        parts = [number, Text(date, "dim"), Text(title, "bold"), Text(facts, "dim")]
        if line:
            parts += [Text(" ▸ ", "bold magenta"), Text(line, STYLES[row.line.style])]
        return Text.assemble(*parts, no_wrap=True)


class _MatrixLines:
    """As many rows and columns as the terminal is wide, those of the strongest pairs before the others."""

    def __init__(self, block: model.Matrix) -> None:
        self.block = block

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        block = self.block
        number = max((len(n) for n in block.numbers), default=1) + 2
        size = len(block.numbers)
        cell = next((c for c in (5, 4, 3) if number + c * size + 20 <= options.max_width), 3)
        kept = block.kept(min((options.max_width - number) // cell, MOST_IN_MATRIX))
        head = Text(" " * number)
        for at in kept:
            head.append(f"{block.numbers[at]:^{cell}}", STYLES["number"])
        yield _cut(head, options.max_width)
        for row in kept:
            line = Text.assemble((f"{block.numbers[row]:>{number - 1}} ", STYLES["number"]))
            for column in kept:
                found = block.cells[row][column]
                if found is None:
                    line.append(f"{DIAGONAL:^{cell}}", "dim")
                else:
                    line.append(f"{found.figure:^{cell}}", HEAT[found.level])
            room = options.max_width - line.cell_len - 3
            if room > 8:
                line.append("  " + fit(one_line(block.titles[row]), room), "dim")
            yield _cut(line, options.max_width)
        yield Prose(Text(block.key, "dim"))
        if len(kept) < size:
            yield Prose(Text(block.left_out.format(n=len(kept), of=size), "dim"))


def _cut(line: Text, width: int) -> Text:
    line.no_wrap = True
    line.truncate(width)
    return line


def plain(document: model.ReportDocument, width: int = 80) -> str:
    """The document as text without colours, as a file of it holds."""
    written = io.StringIO()
    Console(
        file=written,
        width=width,
        no_color=True,
        color_system=None,
        markup=False,
        highlight=False,
        emoji=False,
    ).print(terminal(document))
    return "\n".join(line.rstrip() for line in written.getvalue().split("\n"))
