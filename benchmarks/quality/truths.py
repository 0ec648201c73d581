"""Pages whose truth is known, and how texts are compared with it."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

from seeds.files.decode import decode


def load(path: Path) -> tuple[str, dict[str, Any]]:
    """A page and its truth."""
    for suffix in (".truth.json", ".json"):
        truth = path.with_suffix(suffix)
        if truth.exists():
            return decode(path.read_bytes())[0], json.loads(truth.read_text("utf-8"))
    raise SystemExit(f"{path}: no truth beside it")


def load_real(path: Path) -> tuple[str, list[dict[str, Any]]]:
    """A page of which only titles, bylines and paragraphs are known."""
    rows = json.loads(path.with_suffix(".json").read_text("utf-8"))
    return decode(path.read_bytes())[0], [row for row in rows if "责编" not in row["title"]]


def true_roles(truth: dict[str, Any]) -> dict[int, tuple[int | None, str]]:
    """Piece and role of every line that is not blank."""
    roles: dict[int, tuple[int | None, str]] = {}
    for number, piece in enumerate(truth["pieces"], 1):
        for field, role in (("title_lines", "title"), ("kicker_lines", "kicker"), ("byline_lines", "byline"),
                            ("author_note_lines", "author_note"), ("source_line_lines", "source")):  # fmt: skip
            roles |= dict.fromkeys(piece.get(field) or (), (number, role))
        for deck in piece.get("decks") or ():
            roles |= dict.fromkeys(deck["lines"], (number, "deck"))
        for part in piece["body"]:
            roles |= dict.fromkeys(
                part["lines"], (number, "heading" if part["type"] == "heading" else "body")
            )
    for item in truth.get("furniture") or ():
        roles |= dict.fromkeys(item.get("lines") or [item["line"]], (None, "furniture"))
    return roles


def fold(text: str) -> str:
    """Without space and with one width of marks."""
    return "".join(unicodedata.normalize("NFKC", text).split())
