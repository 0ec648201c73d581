"""Where the sets are: those of the project, and those beside it or in the folder that OPED_DATA names."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from seeds.page import Paragraph, Piece, Span
from summarize.document import Document

ROOT = Path(__file__).resolve().parent.parent.parent
OWN = Path(__file__).with_name("own")
"""Pages of our own writing, which are part of the project."""


def data_folder() -> Path:
    return Path(os.environ.get("OPED_DATA") or ROOT.parent / "shared" / "data")


def rows_of(name: str) -> list[dict[str, Any]]:
    """The rows of one file of the evaluation data; FileNotFoundError if it is not there."""
    with (data_folder() / "eval" / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def document_of(row: dict[str, Any], *, title: bool) -> Document:
    """The document of a row, a paragraph a line."""
    paragraphs, at = [], 0
    for line in row["text"].split("\n"):
        if line.strip():
            paragraphs.append(Paragraph(line, (Span(at, at + len(line)),)))
        at += len(line) + 1
    return Document(Piece(1, row.get("title") or "", tuple(paragraphs)), title=title)
