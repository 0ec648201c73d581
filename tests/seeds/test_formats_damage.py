"""Archives that lie about themselves are refused in our words."""

from __future__ import annotations

import io
import zipfile

import pytest

import seeds


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


@pytest.mark.parametrize("at", [40, 48, 52])
def test_damaged_compression_is_refused(at: int) -> None:
    data = bytearray(docx(b"<a>" + bytes(range(32, 127)) * 3 + b"</a>"))
    data[at : at + 8] = b"\xff" * 8
    with pytest.raises(seeds.InputError):
        seeds.read_page(bytes(data))


@pytest.mark.parametrize("encoding", ["utf-7", "no such", "gb18030", "idna"])
def test_xml_in_an_encoding_that_cannot_be_is_refused(encoding: str) -> None:
    with pytest.raises(seeds.InputError):
        seeds.read_page(docx(f"<?xml version='1.0' encoding='{encoding}'?><a>+2AA-</a>".encode()))
