"""What is fuzzed: bytes in, a page or an error of ours out. The tests replay finds through the same functions."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import seeds
from seeds.errors import OpedError

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def check(page: seeds.Page) -> None:
    """What every page promises, and what is made of it: the layout tiles it, units tile paragraphs."""
    covered = [
        at for start, end, _, _ in page.layout for at in range(start, end) if not page.text[at].isspace()
    ]
    assert covered == [at for at, character in enumerate(page.text) if not character.isspace()], "layout"
    for piece in page:
        sentences = seeds.sentences(piece)
        body = "".join(p.text for p in piece.paragraphs if p.kind == "body")
        assert "".join(map(str, sentences)) == body, "sentences"
        for sentence in sentences:
            assert "".join(map(str, seeds.clauses(sentence))) == sentence.text or not sentence.text.strip(), (
                "clauses"
            )


def read(data: bytes) -> None:
    """Anything, told apart by its first bytes."""
    try:
        page = seeds.read_page(data, name="fuzz")
    except OpedError:
        return
    check(page)


def html(data: bytes) -> None:
    """The inside of a web page."""
    read(b"<html><body><article>" + data + b"</article></body></html>")


def pdf(data: bytes) -> None:
    """A PDF document after its first line."""
    read(b"%PDF-1.7\n" + data)


def docx(data: bytes) -> None:
    """Bytes as an archive, and as the XML of the main document in a sound one."""
    read(b"PK\x03\x04" + data)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("word/document.xml", data)
    read(held.getvalue())


def jsonl(data: bytes) -> None:
    """Rows of a corpus."""
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.jsonl"
        path.write_bytes(data)
        for page in seeds.read_pages([path], on_error=lambda problem: None):
            for piece in page:
                seeds.sentences(piece)


def shared(data: bytes) -> None:
    """Rows that two articles share, read to be looked at."""
    import json
    import tempfile
    from pathlib import Path

    from compare.corpus.saved import read_rows
    from compare.corpus.show import sharings, strongest

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.jsonl"
        path.write_bytes(data)
        rows = list(read_rows(path, on_error=lambda problem: None))
        for formula in strongest(lambda: rows, 5):
            json.dumps(formula.to_dict(), allow_nan=False)
        for row in rows[:5]:
            assert sharings(rows, row.a), "sharings"


def compared(data: bytes) -> None:
    """Text all the way: two halves summarised, their rhetoric found, compared, and drawn."""
    from compare import compare
    from compare.rhetoric import rhetoric
    from summarize import summarize

    text = data.decode("utf-8", "surrogateescape")
    left, right = text[: len(text) // 2], text[len(text) // 2 :]
    compare(left, right).to_dict()
    try:
        summarize(text).to_dict()
        rhetoric(text).to_dict()
    except OpedError:
        return


TARGETS: dict[str, Callable[[bytes], None]] = {
    "read": read, "html": html, "pdf": pdf, "docx": docx, "jsonl": jsonl, "shared": shared, "compared": compared,
}  # fmt: skip


def starts() -> dict[str, list[bytes]]:
    """Sound inputs to begin with, all made here."""
    page = "门开了才算数\n\n□ 王建国\n\n　　近年来，门锁着。有人问：“为什么？”\n　　要有人管，要有人用。\n"
    xml = f'<w:document xmlns:w="{SPACE}"><w:p><w:r><w:t>门开了</w:t><w:tab/><w:br/></w:r></w:p></w:document>'
    stream = "BT /F1 12 Tf 10 10 Td (Hello) Tj ET"
    document = (
        "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj "
        f"4 0 obj<</Length {len(stream)}>>stream\n{stream}\nendstream endobj "
        "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj trailer<</Root 1 0 R>>"
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("word/document.xml"), xml)
    return {
        "read": [page.encode(), page.encode("gb18030"), page.encode("utf-16"), page.encode("utf-8-sig")],
        "html": [
            f"<h1>门</h1><p>{page}</p><ul><li>一<table><tr><td>二".encode(),
            b"<!--<![CDATA[&#x0;<svg><meta>",
        ],
        "pdf": [document.encode()],
        "docx": [xml.encode(), held.getvalue()[4:]],
        "jsonl": [
            '{"id": "a", "title": "门", "date": "2021-11-24", "text": "门开了。\\n要有人管。"}\n'.encode(),
            b"[1]\n",
        ],
        "shared": [
            '{"a": "甲", "b": "乙", "sa": 0, "ea": 6, "sb": 4, "eb": 10, "kind": "verbatim", "bits": 41.5, '
            '"expect": 1e-6, "text_a": "门开了才算数", "text_b": "门开了才算数"}\n'.encode(),
            b"{}\n",
        ],
        "compared": [page.encode() * 2],
    }
