"""What a page is called: the rows of a table of articles are pages to programs, and one file to people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_ROW = re.compile(r"(?s)(.+):\d+")


def files(names: Iterable[str]) -> tuple[str, ...]:
    """The files that pages of these names came from, each once, in their order."""
    rows = ((name, _ROW.fullmatch(name)) for name in names)
    return tuple(dict.fromkeys(row[1] if row else name for name, row in rows))
