"""The analysis of a piece, and what single lines and names of files tell, on any text."""

from __future__ import annotations

import re
from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

import seeds
from seeds import files, metadata, names, safe
from seeds.files.fragment import items_of_fragment
from seeds.layout import cues

from .strategies import covers, not_blank, texts
from .strategies import lines as any_line


@covers("seeds.analysis_of")
@given(texts(30))
def test_an_analysis_tiles_and_goes_back_to_the_text(text: str) -> None:
    found = seeds.analysis_of(text)
    assert "".join(word for word, _ in found.tagged) == found.text
    for sentence in found.sentences:
        assert "".join(word.text for word in found.words_of(sentence)) == sentence.text
    for paragraph in found.paragraphs:
        ends = [(segment.start, segment.end) for segment in paragraph.segments]
        assert ends == sorted(ends)
        assert all(start < end <= len(paragraph.text) for start, end in ends)
        assert all(0 <= opening < closing for closing, opening in paragraph.brackets.items())
    whole = found.cut(0, len(found.text))
    on_page = "".join(text[span.start : span.end] for span in whole.spans)
    assert on_page.replace("\n", " ") == found.text.replace("\n", "").replace("\n", " ")


@given(texts(20))
def test_one_line_is_one(text: str) -> None:
    assert len(safe.one_line(text).splitlines()) <= 1


@given(any_line())
def test_a_date_is_iso_or_none(text: str) -> None:
    for found in (metadata.find_date(text), metadata.iso_date(text)):
        assert found is None or re.fullmatch(r"\d{4}(-\d\d){0,2}", found)


@given(any_line())
def test_lines_and_paths_give_fields_or_nothing(text: str) -> None:
    line = metadata.meta_line(text)
    assert line is None or line.role
    assert metadata.fields_of_path(text) is not None


@given(any_line())
def test_who_signs_stands_in_the_line(text: str) -> None:
    assert names.is_unit(text) in (True, False)
    names.signature_of(text)
    for name in cues.signers(text):
        assert all(part in text for part in name)


@given(st.binary(max_size=200), not_blank(10))
def test_any_bytes_are_of_a_kind_or_refused(data: bytes, text: str) -> None:
    with suppress(seeds.InputError):
        assert files.kind_of(data, "x.txt")
    assert all(item.text for item in items_of_fragment(f"<p>{text}"))
