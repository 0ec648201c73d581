"""Archives that lie about themselves are refused in our words."""

from __future__ import annotations

import gzip
import io
import json
import random
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import seeds

TEXT = "让活动室的门开起来，要有人管，要有人用，更要有人愿意来。"


def docx(xml: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("word/document.xml"), xml)
    return held.getvalue()


def test_an_offset_before_the_file_is_refused() -> None:
    data = docx(b"<a/>")
    end = data.rindex(b"PK\x05\x06")
    wrong = (int.from_bytes(data[end + 16 : end + 20], "little") + 1).to_bytes(4, "little")
    with pytest.raises(seeds.InputError, match="not a readable DOCX"):
        seeds.read_page(data[: end + 16] + wrong + data[end + 20 :])


def workbook() -> bytes:
    book = pytest.importorskip("openpyxl").Workbook()
    for row in (["id", "text"], *([str(number), f"{number}{TEXT}"] for number in range(20))):
        book.active.append(row)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def table() -> bytes:
    import duckdb

    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as connection:
        connection.execute(
            f"COPY (SELECT range AS id, '{TEXT}' AS text FROM range(9)) TO '{folder}/x' (FORMAT parquet)"
        )
        return (Path(folder) / "x").read_bytes()


WHOLE: dict[str, Callable[[], bytes]] = {
    "x.xlsx": workbook,
    "x.parquet": table,
    "x.docx": lambda: docx(f"<a>{TEXT}</a>".encode()),
    "x.gz": lambda: gzip.compress(TEXT.encode() * 9),
    "x.json": lambda: json.dumps([{"id": 1, "text": TEXT}]).encode(),
    "x.xml": lambda: f"<r><item><title>门</title><content>{TEXT}</content></item></r>".encode(),
    "x.html": lambda: f"<html><body><h1>门</h1><p>{TEXT * 4}</p></body></html>".encode(),
}


@pytest.mark.parametrize("name", WHOLE)
def test_whatever_bit_is_turned_a_file_is_read_or_refused(name: str, tmp_path: Path) -> None:
    whole, dice = WHOLE[name](), random.Random(name)
    told: list[seeds.OpedError] = []
    for _ in range(20):
        data = bytearray(whole)
        for _ in range(dice.choice((1, 3))):
            data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        (tmp_path / name).write_bytes(data[: dice.choice((len(data), dice.randrange(len(data))))])
        assert all(page.text for page in seeds.read_pages([tmp_path / name], on_error=told.append))
    assert told
    assert not [problem for problem in told if "\n" in str(problem)]


@pytest.mark.parametrize("encoding", ["utf-7", "no such", "gb18030", "idna"])
def test_xml_in_an_encoding_that_cannot_be_is_refused(encoding: str) -> None:
    with pytest.raises(seeds.InputError):
        seeds.read_page(docx(f"<?xml version='1.0' encoding='{encoding}'?><a>+2AA-</a>".encode()))


def test_front_matter_that_nests_deeper_than_any_is_text(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text(
        f'```json\n{{"a":{"[" * 50_000}{"]" * 50_000}}}\n```\n\n{TEXT}', encoding="utf-8"
    )
    assert seeds.read_page(tmp_path / "x.md").text.endswith(TEXT)


@pytest.mark.parametrize("glued", ["（作者：周明）", "编辑：周明。"])
def test_what_is_told_many_times_behind_a_sentence_of_a_row_stays_there(glued: str, tmp_path: Path) -> None:
    cell = f"{TEXT}{glued * 40}"
    (tmp_path / "x.json").write_text(
        json.dumps([{"title": "乡村夜校里的笑声", "text": cell}]), encoding="utf-8"
    )
    assert seeds.read_page(tmp_path / "x.json").text == cell


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_xml_as_crawlers_write_it(encoding):
    text = "村口的土路走了三十年，下雨天一脚泥，晴天一身灰。去年村里开了三次院坝会。"
    docs = "".join(
        f"<doc>\n<url>http://a.cn/?a=1&b={at}</url>\n<contenttitle>修路&mdash;之{at}</contenttitle>\n"
        f"<content>{text}R&D投入\x01{at}。</content>\n</doc>\n"
        for at in (1, 2)
    )
    file = io.BytesIO(docs.encode(encoding))
    file.name = "news.xml"
    pieces = [piece for page in seeds.read_pages([file]) for piece in page]
    assert [piece.title for piece in pieces] == ["修路—之1", "修路—之2"]
    assert [piece.paragraphs[0].text for piece in pieces] == [f"{text}R&D投入{at}。" for at in (1, 2)]
