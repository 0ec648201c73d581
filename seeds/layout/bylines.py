"""Who wrote the pieces of a page: the names in their bylines, without what the paper puts before every name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from seeds.language.characters import HAN
from seeds.language.tokens import default_tokenizer
from seeds.language.variants import simplified
from seeds.layout import cues
from seeds.metadata import find_date, meta_line
from seeds.metadata.dates import DATE, TIME
from seeds.names import all_names, authors_of, is_name, is_unit

_BORDER = re.compile("[·•|｜丨】］\\]》：:—□■◎ \u3000\t]+")
_PLACE = re.compile(f"[{HAN}]{{1,3}}[城州市县省镇乡村区]")
_LONG_PEN_NAME = re.compile(f"[{HAN}]{{4,5}}[人者客翁叟郎侠匠夫斋主]")
_PEN_NAME, _PEN_NAMES, _LONGEST = 4, 2, 400
_AROUND = " \u3000\t·•|｜丨【】［］[]《》：:—□■◎"


def authors_of_pieces(bylines: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """The authors of each piece of a page by its byline lines.

    A place, an office or a column that stands before the names of several pieces is no author. Where most
    pieces have one line that is a name, and all others one line, that may be a longer pen name (小镇做题人).
    """
    seen = Counter(head for lines in bylines for head in {head for line in lines for head in heads(line)})
    found = [_authors([_without_head(line, seen) for line in lines]) for lines in bylines]
    alike = all(len(lines) == 1 for lines in bylines)
    if alike and sum(map(bool, found)) >= max(_PEN_NAMES, len(found) / 2):
        lines = [line.strip() for (line,) in bylines]
        found = [names or (line,) * _is_long_pen_name(line) for names, line in zip(found, lines, strict=True)]
    return found


def _is_long_pen_name(line: str) -> bool:
    """Whether a line is what somebody is: of a place or a thing (小镇做题人), not what somebody does (先问走路人)."""
    folded = simplified(line)
    return _LONG_PEN_NAME.fullmatch(folded) is not None and default_tokenizer().tag(folded)[0][1][:1] in (
        "n",
        "s",
    )


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
