"""The published JSON schemas (draft 2020-12) of what oped writes: one file a schema, shipped as package data.

Fields may be added within a version; those that are required stay.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from seeds.errors import UsageError

NAMES = (
    "oped/page/1",
    "oped/summaries/1",
    "oped/comparison/1",
    "oped/rhetoric/1",
    "oped/report/1",
    "oped/themes/1",
    "oped/timeline/1",
    "oped/engines/1",
    "oped/evaluation/1",
    "oped/keyness/1",
)
"""Objects that name their schema in the field `schema`."""

LINES = (
    "oped/corpus-pairs/1",
    "oped/corpus-phrases/1",
    "oped/corpus-strongest/1",
    "oped/corpus-article/1",
    "oped/corpus-concordance/1",
    "oped/corpus-reprints/1",
    "oped/check/1",
    "oped/finding/1",
)
"""Lines of JSON Lines: they come by the million and do not name their schema."""


def schema(name: str) -> dict[str, Any]:
    """The schema called `name`, one of `NAMES` or `LINES`. Raises `UsageError` for any other name."""
    if name not in NAMES + LINES:
        raise UsageError(f"no schema {name!r}; choose one of {', '.join(NAMES + LINES)}")
    _, kind, version = name.split("/")
    found: dict[str, Any] = json.loads((files(__name__) / f"{kind}-{version}.json").read_text("utf-8"))
    return found
