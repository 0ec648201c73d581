"""DOCX and XLSX read back by their own libraries: whole, deaf to hostile text, the same bytes twice."""

import io

import pytest

from oped.reports.forms import draw
from oped.reports.views.full import full
from oped.words import LANGUAGES, Labels

docx = pytest.importorskip("docx")
openpyxl = pytest.importorskip("openpyxl")
HOSTILE = ["=1+1", "+cmd|' /C calc'!A0", "\x00\x1b[31m", "\ud800", "<w:t>甲</w:t>", "\u202e乙"]


def workbook(report, label):
    return openpyxl.load_workbook(io.BytesIO(draw(full(report, label), "xlsx", label)))


def paragraphs(report, label):
    return [p.text for p in docx.Document(io.BytesIO(draw(full(report, label), "docx", label))).paragraphs]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_workbook_has_a_sheet_each_for_matches_pieces_pairs_and_phrases(small_report, language):
    label = Labels(language)
    book = workbook(small_report, label)
    assert book.sheetnames == [label(key) for key in ("phrases", "pieces_heading", "column_pairs", "stock")]
    sheet = book.worksheets[1]
    assert sheet.max_row == 1 + len(small_report.pieces)
    assert "河边的耐心" in [cell.value for cell in sheet[2]]
    matches = [cell.value for cell in book.worksheets[0][2]]
    assert label("near") in matches


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_is_a_formula(small_report, retitled, text):
    book = workbook(retitled(small_report, text), Labels("en"))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_processor_gets_the_whole_report(small_report, language):
    label = Labels(language)
    text = "\n".join(paragraphs(small_report, label))
    for words in (
        "河边的耐心",
        "治水要有耐心,更要有恒心",
        label("overlap"),
        label("strongest"),
        "李乙、赵丙",
    ):
        assert words in text


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_makes_a_document(small_report, retitled, text):
    assert paragraphs(retitled(small_report, text), Labels("zh"))


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_the_same_report_is_the_same_file(small_report, form):
    label = Labels("zh")
    assert draw(full(small_report, label), form, label) == draw(full(small_report, label), form, label)


def test_a_word_file_is_an_a4_sheet_in_chinese_with_a_title(small_report):
    shown = full(small_report, Labels("zh"))
    file = docx.Document(io.BytesIO(draw(shown, "docx", Labels("zh"))))
    assert file.core_properties.title == shown.title
    assert round(file.sections[0].page_width.cm, 1) == 21.0
    assert 'w:eastAsia="zh-CN"' in file.styles.element.xml
