"""The published JSON schemas (draft 2020-12) of what oped writes: one file a schema, shipped as package data.

Fields may be added within a version; those that are required stay.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from seeds.errors import UsageError

NAMES = ("oped/page/1", "oped/summaries/1", "oped/comparison/1", "oped/rhetoric/1", "oped/report/1")


def schema(name: str) -> dict[str, Any]:
    """The schema that a result names in its field `schema`. Raises `UsageError` for any other name."""
    if name not in NAMES:
        raise UsageError(f"no schema {name!r}; choose one of {', '.join(NAMES)}")
    _, kind, version = name.split("/")
    found: dict[str, Any] = json.loads((files(__name__) / f"{kind}-{version}.json").read_text("utf-8"))
    return found
