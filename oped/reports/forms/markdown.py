"""A document as Markdown: CommonMark with the tables of GitHub, for issues, wikis and notebooks.

Text from pages is escaped sign by sign: it cannot become a heading, a link, an image or HTML, nor what GitHub makes
of plain text: a mention, an issue, a commit, an emoji.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from oped.reports import model
from oped.reports.forms.listing import plain
from seeds.safe import terminal_text

MOST_IN_MATRIX = 40
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>&|~$!^]")
_LINE_START = re.compile(r"^(\d*)([#+=:.)-])")
_LINK = re.compile(r"(?i)(https?|ftp|mailto|xmpp)(:)|(www)(\.)")
_REFERENCE = re.compile(r"[@#](?=\w)|(?i:\bgh-)(?=\d)|:(?=[\w+-]+:)|[0-9a-fA-F]{6}(?=[0-9a-fA-F])")
"""What GitHub makes something of: `@name`, `#1`, `GH-1`, `:smile:`, a hash of 7 to 40 digits."""
BREAK = "<!-- -->"


def markdown(document: model.ReportDocument) -> str:
    """The document from its title to its last block."""
    parts = [f"# {escape(document.title)}"]
    if document.facts:
        parts.append(" · ".join(map(escape, document.facts)))
    for block in document.simple_blocks():
        parts += _block(block)
    return "\n\n".join(part for part in parts if part) + "\n"


def escape(text: str) -> str:
    """`text` on one line, with every sign that Markdown or GitHub would act on escaped or broken up."""
    line = " ".join(terminal_text(text).split())
    pieces = _REFERENCE.split(line)
    signs = _REFERENCE.findall(line)
    line = "".join(
        _escaped(piece) + _escaped(sign) + BREAK for piece, sign in zip(pieces, signs, strict=False)
    )
    line += _escaped(pieces[-1])
    line = _LINK.sub(lambda found: f"{found[1] or found[3]}\\{found[2] or found[4]}", line)
    return _LINE_START.sub(r"\1\\\2", line)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _block(block: model.Block) -> Iterator[str]:
    match block:
        case model.Heading():
            yield f"{'#' * block.level} {escape(block.text)}"
        case model.TextBlock():
            yield _paragraph(block)
        case model.PiecesBlock():
            rows = ([row.number, row.title, row.facts, row.line.text, row.near] for row in block.rows)
            yield _table(["", *block.headings], (map(escape, row) for row in rows))
        case model.PassageBlock():
            yield f"- {_passage(block)}"
        case model.Matrix():
            yield from _matrix(block)
        case model.Listing():
            figures = ["---:" if column.role in ("figure", "before") else "---" for column in block.columns]
            rows = ([escape(plain(value)) for value in row] for row in block.rows)
            yield _table([escape(column.heading) for column in block.columns], rows, figures)


def _table(head: Iterable[str], rows: Iterable[Iterable[str]], aligned: list[str] | None = None) -> str:
    names = list(head)
    lines = [names, aligned or ["---"] * len(names), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _runs(runs: Iterable[model.TextRun]) -> str:
    parts = []
    for run in runs:
        # Spaces stay outside: beside them, and beside Chinese marks, asterisks are no emphasis; the element always is.
        text = run.text.strip(" \n")
        left, right = run.text[: len(run.text) - len(run.text.lstrip())], run.text[len(run.text.rstrip()) :]
        left, right = ("<br>" if "\n" in side else " " * bool(side) for side in (left, right))
        shown = escape(text)
        if shown and run.style in ("strong", "number", "accent", "changed"):
            shown = f"<b>{shown}</b>"
        elif shown and run.style == "mark":
            shown = f"<mark>{shown}</mark>"
        parts.append((left if text else "") + shown + right)
    return "".join(parts)


def _paragraph(block: model.TextBlock) -> str:
    text = _runs(block.runs).strip()
    number = f"<b>{escape(block.number)}</b> " if block.number else ""
    return f"- {text}" if block.item and text else number + text


def _passage(passage: model.PassageBlock) -> str:
    return f"<b>{escape(passage.number)}</b> {_runs(passage.runs)}" + (
        f" ({escape(passage.where)})" if passage.where else ""
    )


def _matrix(block: model.Matrix) -> Iterator[str]:
    kept = block.kept(MOST_IN_MATRIX)
    rows = (
        [
            f"<b>{block.numbers[row]}</b> {escape(block.titles[row])}",
            *(
                "—" if cell is None else escape(cell.figure)
                for cell in (block.cells[row][column] for column in kept)
            ),
        ]
        for row in kept
    )
    yield _table(["", *(block.numbers[at] for at in kept)], rows)
    yield escape(block.key)
    if len(kept) < len(block.numbers):
        yield escape(block.left_out.format(n=len(kept), of=len(block.numbers)))
