"""Who wrote the pieces of a page: the names in their bylines, without what the paper puts before every name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from seeds.language.characters import HAN
from seeds.language.variants import simplified
from seeds.layout import cues
from seeds.metadata import find_date, meta_line
from seeds.metadata.dates import DATE, TIME
from seeds.names import all_names, authors_of, is_name
from seeds.offices import is_unit

_BORDER = re.compile("[·•|｜丨】］\\]》：:—□■◎ \u3000\t]+")
_PLACE = re.compile(f"[{HAN}]{{1,3}}[城州市县省镇乡村区]")
_PEN_NAME, _PEN_NAMES, _LONGEST = 4, 2, 400
_AROUND = " \u3000\t·•|｜丨【】［］[]《》：:—□■◎"


def authors_of_pieces(bylines: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """The authors of each piece of a page by its byline lines.

    A place, an office or a column that stands before the names of several pieces is no author.
    """
    seen = Counter(head for lines in bylines for head in {head for line in lines for head in heads(line)})
    return [_authors([_without_head(line, seen) for line in lines]) for lines in bylines]


def heads(line: str) -> list[str]:
    """What may stand before the names of a line, if names follow: a place, an office, a column.

    Nothing in a line that is no byline by its length.
    """
    found: list[str] = []
    line = line.rstrip("：:") if len(line) <= _LONGEST else ""
    for border in _BORDER.finditer(line):
        head = line[: border.end()]
        bare = head.strip(_AROUND)
        if (
            bare
            and all_names(line[border.end() :])
            and (not all_names(bare) or _PLACE.fullmatch(simplified(bare)))
        ):
            found.append(head)
    return found


def _without_head(line: str, seen: Counter[str]) -> str:
    common = [head for head, pieces in seen.items() if pieces > 1 and line.startswith(head) and line != head]
    column = [head for head in heads(line) if cues.form("column").search(simplified(head.strip(_AROUND)))]
    return line[len(max((*common, *column), key=len, default="")) :]


def _authors(lines: Sequence[str]) -> tuple[str, ...]:
    """The names in some lines; those who only take part in a talk count if there is no other."""
    writers = [line for line in lines if not cues.form("talk").search(simplified(line))] or lines
    found = [authors_of(TIME.sub(" ", DATE.sub(" ", line)) if find_date(line) else line) for line in writers]
    named = [authors for authors in found if any(map(is_name, authors))] or [
        authors
        for line, authors in zip(writers, found, strict=True)
        if len(authors) <= _PEN_NAMES and all(_may_sign(line, a) for a in authors)
    ]
    return tuple(dict.fromkeys(author for authors in named for author in authors))


def _may_sign(line: str, author: str) -> bool:
    """Whether a word that reads as no name is one: a body, a short pen name, or what stands behind a label or a box."""
    labelled = (
        cues.form(form).search(simplified(line)) for form in ("label byline", "box byline", "reporter")
    )
    may = (len(author) <= _PEN_NAME or is_unit(author)) and find_date(line) is None
    return may or meta_line(line) is not None or any(labelled)
