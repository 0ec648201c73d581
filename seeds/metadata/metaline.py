"""What a line that is no text says, and what it is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from seeds.metadata.fields import NOTHING, Fields
from seeds.page import Role

LONGEST = 160
"""A line of more characters is text; of Latin letters, twice as many."""


@dataclass(frozen=True, slots=True)
class MetaLine:
    """A line that is no text: what it is for, and what it says.

    `kind` is that of furniture; `scope` tells the running head of a page, which speaks of all its pieces, from a line
    of one piece; `divides` lines between articles; `ends` those after which links to other articles follow; `written`
    says that the day is that of writing, before which any other day comes.
    """

    role: Role
    kind: str = "notice"
    fields: Fields = NOTHING
    scope: Literal["piece", "page"] = "piece"
    divides: bool = False
    ends: bool = False
    written: bool = False
