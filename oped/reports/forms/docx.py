"""A document for a word processor: what editors mail."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

from oped.reports import model
from oped.reports.forms.archive import without_time
from oped.reports.forms.listing import plain
from seeds.errors import EngineUnavailableError
from seeds.safe import terminal_text

LATIN, CHINESE = "Georgia", "宋体"
GREY, RED = "6B655B", "9C2519"
SHADES = ("FFFFFF", "FFF3D6", "FFD68A", "FF9F5A", "E0705A")
MOST_IN_MATRIX = 24
"""Columns that an upright sheet has room for."""
BOLD = ("strong", "number", "accent", "mark", "changed")


def docx(document: model.ReportDocument) -> bytes:
    """The document as DOCX, the same bytes for the same document.

    Raises `EngineUnavailableError` when python-docx is not installed.
    """
    try:
        from docx import Document
    except ModuleNotFoundError:
        raise EngineUnavailableError("DOCX needs python-docx: run `pip install 'oped[office]'`") from None
    writer = _Writer(Document())
    writer.properties(document.title)
    writer.heading(document.title, 0)
    if document.facts:
        writer.paragraph([(" · ".join(document.facts), "aside")])
    for block in document.simple_blocks():
        writer.block(block)
    written = io.BytesIO()
    writer.file.save(written)
    return without_time(written.getvalue())


class _Writer:
    def __init__(self, file: Any) -> None:
        from docx.oxml.ns import qn
        from docx.shared import Cm, Pt

        self.file = file
        for name in ("Normal", "Title", *(f"Heading {level}" for level in range(1, 4))):
            style = file.styles[name]
            style.font.name = LATIN
            style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), CHINESE)
        file.styles["Normal"].font.size = Pt(10.5)
        file.styles["Normal"].paragraph_format.space_after = Pt(4)
        for section in file.sections:
            section.page_width, section.page_height = Cm(21), Cm(29.7)
            section.left_margin = section.right_margin = Cm(2.2)
            section.top_margin = section.bottom_margin = Cm(2)

    def properties(self, title: str) -> None:
        """What the file says of itself: its title, who made it, and that it is Chinese."""
        from docx.oxml.ns import qn

        facts = self.file.core_properties
        facts.title, facts.author, facts.comments, facts.language = (
            terminal_text(title)[:255],
            "oped",
            "",
            "zh-CN",
        )
        for language in self.file.styles.element.iter(qn("w:lang")):
            language.set(qn("w:eastAsia"), "zh-CN")

    def block(self, block: model.Block) -> None:
        """One block after what is there."""
        match block:
            case model.Heading():
                self.heading(block.text, block.level - 1)
            case model.TextBlock():
                self.running(block.runs, block.number, block.indent, block.item)
            case model.PiecesBlock():
                rows = [(row.number, row.title, row.facts, row.line.text, row.near) for row in block.rows]
                self.table(("", *block.headings), rows, bold=1)
            case model.PassageBlock():
                self.passage(block)
            case model.Matrix():
                self.matrix(block)
            case model.Listing():
                cells = [tuple(map(plain, row)) for row in block.rows]
                self.table([column.heading for column in block.columns], cells)

    def heading(self, text: str, level: int) -> None:
        """A real heading, so that the outline works."""
        self.file.add_heading(terminal_text(text), level)

    def paragraph(self, runs: Iterable[tuple[str, str]], indent: float = 0, style: str | None = None) -> None:
        """Runs of text, each with its style."""
        from docx.shared import Cm, RGBColor

        paragraph = self.file.add_paragraph(style=style)
        if indent:
            paragraph.paragraph_format.left_indent = Cm(indent)
        for text, how in runs:
            run = paragraph.add_run(terminal_text(text))
            run.bold = how in BOLD
            run.underline = how == "mark" or None
            if how == "aside":
                run.font.color.rgb = RGBColor.from_string(GREY)
            elif how in ("line", "number", "accent", "changed"):
                run.font.color.rgb = RGBColor.from_string(RED)

    def running(self, runs: Sequence[model.TextRun], number: str, indent: int, item: bool) -> None:
        """A paragraph of the model; empty ones are skipped, because paragraphs have space between them anyway."""
        told = [(run.text, run.style) for run in runs]
        if number:
            told.insert(0, (f"{number} ", "number"))
        if told:
            self.paragraph(told, 0.6 * indent, "List Bullet" if item else None)

    def passage(self, passage: model.PassageBlock) -> None:
        """A quotation with the piece's number."""
        runs = [(f"{passage.number} ", "number"), *((run.text, run.style) for run in passage.runs)]
        if passage.where:
            runs.append((f"  {passage.where}", "aside"))
        self.paragraph(runs, 1.2)

    def table(self, head: Sequence[str], rows: Sequence[Sequence[str]], bold: int | None = None) -> None:
        """A table whose head is repeated on every sheet."""
        from docx.oxml import OxmlElement

        table = self.file.add_table(rows=0, cols=len(head), style="Table Grid")
        for number, row in enumerate([head, *rows]):
            cells = table.add_row().cells
            for at, (cell, text) in enumerate(zip(cells, row, strict=True)):
                run = cell.paragraphs[0].add_run(terminal_text(text))
                run.bold = number == 0 or at == bold
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))

    def matrix(self, block: model.Matrix) -> None:
        """The matrix with its cells shaded."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn
        from docx.shared import Pt

        kept = block.kept(MOST_IN_MATRIX)
        table = self.file.add_table(rows=1 + len(kept), cols=1 + len(kept), style="Table Grid")
        for position, at in enumerate(kept, 1):
            table.cell(0, position).text = table.cell(position, 0).text = block.numbers[at]
        for y, row in enumerate(kept, 1):
            for x, column in enumerate(kept, 1):
                found, cell = block.cells[row][column], table.cell(y, x)
                cell.text = "—" if found is None else found.figure
                if found is not None and found.level:
                    shade = OxmlElement("w:shd")
                    shade.set(qn("w:val"), "clear")
                    shade.set(qn("w:fill"), SHADES[found.level])
                    cell._tc.get_or_add_tcPr().append(shade)
        for row in table.rows:
            for cell in row.cells:
                for run in cell.paragraphs[0].runs:
                    run.font.size = Pt(9 if len(kept) <= 12 else 7)
        self.paragraph([(block.key, "aside")])
        if len(kept) < len(block.numbers):
            self.paragraph([(block.left_out.format(n=len(kept), of=len(block.numbers)), "aside")])
