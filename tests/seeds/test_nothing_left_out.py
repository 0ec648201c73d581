"""What a file holds is read, or it is told that it is not: never a part of it in silence."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
import zlib
from pathlib import Path

import pytest

import seeds
from seeds.metadata import told_behind

ONE, TWO, THREE = (f"第{number}篇说的是活动室的门，要有人管。" for number in "一二三")


def read(name: str, data: str | bytes) -> tuple[list[str], list[str]]:
    """The texts of a file and what is told of it."""
    told: list[str] = []
    file = io.BytesIO(data.encode() if isinstance(data, str) else data)
    file.name = name
    pages = seeds.read_pages([file], on_error=lambda problem: told.append(str(problem)))
    return [piece.body for page in pages for piece in page.pieces], told


@pytest.mark.parametrize(
    "value",
    [
        {"2023": [{"text": ONE}, {"text": TWO}], "2024": [{"text": THREE}]},
        {"a": {"articles": [{"text": ONE}]}, "b": {"articles": [{"text": TWO}, {"text": THREE}]}},
        {"a": {"text": ONE}, "b": {"text": TWO}, "c": {"text": THREE}, "about": {"count": 3}},
        [{"text": ONE}, TWO, {"text": THREE}],
        {
            "articles": [{"text": ONE}, {"text": TWO}, {"text": THREE}],
            "by": [{"name": "甲", "content": "好"}],
        },
    ],
)
def test_every_article_of_json(value: object) -> None:
    assert read("x.json", json.dumps(value)) == ([ONE, TWO, THREE], [])


def test_what_is_no_article_in_json_is_told_of() -> None:
    texts, told = read("x.json", json.dumps([{"text": ONE}, 5, [TWO]]))
    assert texts == [ONE]
    assert len(told) == 2


@pytest.mark.parametrize("name", ["x.json", "x.jsonl"])
def test_a_field_that_is_given_twice_is_told_of(name: str) -> None:
    texts, told = read(name, f'{{"id": 1, "text": "{ONE}", "about": {{}}, "text": "{TWO}"}}')
    assert texts == []
    assert ['has "text" twice' in each for each in told] == [True]


@pytest.mark.parametrize("name", ["x.json", "x.jsonl"])
def test_a_number_of_thousands_of_digits(name: str) -> None:
    texts, told = read(name, f'{{"id": {"9" * 5000}, "text": "{ONE}"}}')
    # Pythons differ in how long a number they read.
    assert texts == [ONE] or ["is not JSON" in each and "set_int_max" not in each for each in told] == [True]


def test_a_cell_without_its_quotes_is_told_of() -> None:
    texts, told = read("x.csv", f"id,text\n1,前文, {ONE}\n2,{TWO}\n3,{THREE},,\n")
    assert texts == [TWO, THREE]
    assert ["line 2 has more cells than columns" in each for each in told] == [True]


def test_a_quote_that_is_never_closed_is_told_of() -> None:
    texts, told = read("x.csv", f'id,text\n1,"{ONE}\n2,{TWO}\n3,{THREE}\n')
    assert texts == []
    assert ["the quote opened on line 2 is not closed" in each for each in told] == [True]
    assert read("x.csv", f'id,text\n1,"{ONE}"\n2,"{TWO}\n{THREE}"\n') == ([ONE, f"{TWO}\n{THREE}"], [])


@pytest.mark.parametrize(
    ("inside", "paragraphs"),
    [
        (f"{ONE}<br/>{TWO}<br/>{THREE}", [ONE, TWO, THREE]),
        (f"前文<b>粗体</b>后文。<p>{TWO}</p>", ["前文粗体后文。", TWO]),
        (f"<p>{ONE}</p><p>前文<b>粗体</b>后文。</p>", [ONE, "前文粗体后文。"]),
    ],
)
def test_every_word_of_xml(inside: str, paragraphs: list[str]) -> None:
    texts, told = read("x.xml", f"<r><article><title>门开了</title><content>{inside}</content></article></r>")
    assert (texts, told) == (["\n".join(paragraphs)], [])


def test_many_articles_of_xml_take_time_in_proportion() -> None:
    rows = "".join(f"<article><content>{ONE}{number}</content></article>" for number in range(3000))
    texts, told = read("x.xml", f"<r>{rows}</r>")
    assert (len(texts), told) == (3000, [])


def test_document_types_are_refused_in_every_encoding() -> None:
    bomb = f'<?xml version="1.0" encoding="utf-16"?><!DOCTYPE r [<!ENTITY a "{ONE}">]><r><content>&a;</content></r>'
    texts, told = read("x.xml", bomb.encode("utf-16"))
    assert texts == []
    assert ["document type" in each for each in told] == [True]


def test_compressed_rows_that_grow_without_measure_are_refused() -> None:
    row = json.dumps({"text": ONE}).encode() + b"\n"
    texts, told = read("x.jsonl.gz", gzip.compress(row + b"\n" * 3_000_000))
    assert texts == [ONE]
    assert ["unpacks to more than" in each for each in told] == [True]
    assert len(read("x.jsonl.gz", gzip.compress(row * 2000))[0]) == 2000


def test_a_sheet_that_claims_a_billion_cells() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book, held = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["id", "text"])
    book.save(held)
    cell = '<c r="{}" t="inlineStr"><is><t>{}</t></is></c>'
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/>'
        f'<sheetData><row r="1">{cell.format("A1", "id")}{cell.format("B1", "text")}</row>'
        f'<row r="1048576">{cell.format("B1048576", ONE)}</row></sheetData></worksheet>'
    )
    made = io.BytesIO()
    with zipfile.ZipFile(held) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, sheet if "sheet1" in name else old.read(name))
    assert read("x.xlsx", made.getvalue()) == ([ONE], [])


@pytest.mark.parametrize(
    ("row", "texts", "message"),
    [
        (
            '<row r="999999999999"><c t="inlineStr"><is><t>9</t></is></c></row>',
            [ONE],
            "from row 1,048,577 on",
        ),
        ('<row><c t="s"><v>99999999</v></c></row>', [], "the sheet S is damaged"),
        ('<row><c t="d"><v>xx</v></c></row>', [], "the sheet S is damaged"),
    ],
)
def test_a_sheet_that_is_damaged_in_a_row(row: str, texts: list[str], message: str | None) -> None:
    cells = '<c t="inlineStr"><is><t>{}</t></is></c>'
    main = "http://schemas.openxmlformats.org/{}/2006/{}"
    sheet = (
        f'<worksheet xmlns="{main.format("spreadsheetml", "main")}"><sheetData><row>{cells.format("text")}'
        f"</row><row>{cells.format(ONE)}</row>{row}</sheetData></worksheet>"
    )
    openpyxl = pytest.importorskip("openpyxl")
    book, held, made = openpyxl.Workbook(), io.BytesIO(), io.BytesIO()
    book.active.title = "S"
    book.save(held)
    with zipfile.ZipFile(held) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, sheet if "sheet1" in name else old.read(name))
    found, told = read("x.xlsx", made.getvalue())
    assert found == texts
    assert [message in each for each in told] == ([True] if message else [])


@pytest.mark.parametrize(
    "query", ["SELECT repeat('门', 9000000) AS text", "SELECT repeat('门', 90000) AS text FROM range(50)"]
)
def test_a_column_that_grows_without_measure_is_refused(query: str, tmp_path: Path) -> None:
    import duckdb

    path = tmp_path / "x.parquet"
    with duckdb.connect() as connection:
        connection.execute(f"COPY ({query}) TO '{path}' (FORMAT parquet, COMPRESSION zstd)")
    assert ["unpacks to more than" in each for each in read("x.parquet", path.read_bytes())[1]] == [True]


def test_what_is_nested_beyond_all_measure_is_told_of() -> None:
    for deep in (30, 300):
        for text in (">" * deep + ONE, "\n".join("  " * level + f"- {ONE}" for level in range(deep))):
            texts, told = read("x.md", f"# 门开了\n\n{TWO}\n\n{text}\n\n{THREE}")
            assert bool(texts) == (deep == 30)
            assert ONE in "".join(texts) or ["inside each other" in each for each in told] == [True]


def test_an_element_with_attributes_without_end_is_refused() -> None:
    words = " ".join(f"a{number}" for number in range(50_000))
    page = f"<html><body>{{}}<p>{ONE * 9}</p></body></html>"
    assert ["attributes" in each for each in read("x.html", page.format(f"<p {words}>"))[1]] == [True]
    for harmless in (f"<!-- <p {words}> -->", f"<script>if (a <b {words})</script>", f"<p title='{words}'>"):
        texts, told = read("x.html", page.format(harmless))
        assert (ONE in "".join(texts), told) == (True, [])


def pdf(content: bytes, *, pages: int = 1, forms: tuple[bytes, ...] = ()) -> bytes:
    """Pages that all draw `content`; each form may draw the one behind it by the name of X, the pages the first."""
    first = 4 + pages
    resources = (
        b"/Resources<</XObject<</X %d 0 R>>/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Courier>>>>>>"
    )
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 3 0 R" + resources % first + b">>"
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 600 800]" + resources
    packed = zlib.compress(content)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (b"".join(b"%d 0 R " % n for n in range(4, first)), pages),
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed),
        *[page] * pages,
        *(
            form % (first + n + 1) + b"/Length %d>>stream\n%s\nendstream" % (len(each), each)
            for n, each in enumerate(forms)
        ),
    ]
    numbered = (b"%d 0 obj\n%s\nendobj\n" % item for item in enumerate(objects, 1))
    return b"%PDF-1.7\n" + b"".join(numbered) + b"trailer<</Root 1 0 R>>"


WORDS = b"BT /F1 8 Tf 10 700 Td (The door must be opened.) Tj ET "


def test_forms_that_draw_each_other_without_measure_are_refused() -> None:
    pytest.importorskip("pypdfium2")
    for deep in (2, 8):
        _, told = read("x.pdf", pdf(b"/X Do", forms=(b"/X Do " * 8,) * deep + (WORDS,)))
        assert ["draws more than 100,000 forms" in each for each in told] == ([] if deep == 2 else [True])
    plain = pdf(b"/X Do " * 150_000, forms=(WORDS,))
    page = plain.partition(b"4 0 obj\n")[2].partition(b"\nendobj")[0]
    packed = zlib.compress(b"4 0 " + page)
    held = b"9 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>stream\n" + packed + b"\nendstream"
    for source in (plain, plain.replace(b"4 0 obj\n" + page, held)):
        assert "draws more than" in read("x.pdf", source)[1][0]


def test_more_characters_than_a_file_of_its_size_can_say_are_refused() -> None:
    pytest.importorskip("pypdfium2")
    for times in (300, 6500):
        content = WORDS.replace(b"ET", b"(The lamp must be lit. ) Tj " * times + b"ET")
        _, told = read("x.pdf", pdf(content))
        assert ["than a file of its size" in each for each in told] == ([] if times == 300 else [True])


def test_a_sheet_whose_text_is_not_found_is_told_of() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book, held = openpyxl.Workbook(), io.BytesIO()
    for row in (["id", "text"], ["1", ONE]):
        book.active.append(row)
    book.create_sheet("其二").append(["甲", TWO * 6])
    book.save(held)
    texts, told = read("x.xlsx", held.getvalue())
    assert texts == [ONE]
    assert ["其二 is left out" in each for each in told] == [True]


def test_bytes_of_a_column_are_text(tmp_path: Path) -> None:
    import duckdb

    path = tmp_path / "x.parquet"
    with duckdb.connect() as connection:
        connection.execute(f"COPY (SELECT 1 AS id, encode('{ONE}') AS text) TO '{path}' (FORMAT parquet)")
    assert [page.pieces[0].body for page in seeds.read_pages([path])] == [ONE]


def test_a_date_unlike_those_before_it_is_told_with_its_line() -> None:
    rows = "".join(
        f'{{"text": "{ONE}", "date": "{day}"}}\n' for day in ("2021-11-24", "2021-1-5", "2021-1-6")
    )
    file = io.BytesIO(rows.encode())
    told = [note.message for page in seeds.read_pages([file]) for note in page.notes if note.code == "date"]
    assert ["line 2" in each and "is read as 2021-01-05" in each for each in told] == [True]


def test_facts_behind_a_last_sentence_are_few() -> None:
    assert told_behind("门开了。（完）", last=True) == [(4, 4)]
    assert len(told_behind("门开了。" + "（完）" * 500, last=True)) < 10
    assert len(told_behind("门开了。" + "（责编：周明）" * 500, last=True)) < 10
