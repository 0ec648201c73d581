"""The habits by which papers, copyists and collectors set opinion pages, drawn at random by family.

A family is a kind of file that a person has on the disk: a printed page of a city paper, a copy from the web, an
export of a database, a collection made for a class. Words around the articles (labels, columns, credits) are made up
or in everybody's use. `benchmarks.rerender` sets articles by these habits.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.wording import (
    COLUMNED,
    COLUMNS,
    CONTENTS,
    DATED_SOURCES,
    END_BYLINES,
    FOREWORDS,
    FRAMES,
    HEAD_BYLINES,
    META,
    NAMED_META,
    NUMBERS,
    RULES,
    RUNNING_HEADS,
    SOURCES,
)


@dataclass(slots=True)
class Habits:
    """How one page is set; gaps in blank lines, shares of pieces as odds."""

    family: str
    masthead: float = 0.0
    label: float = 0.0
    imprint: float = 0.0
    column: str = ""
    column_line: float = 0.0
    columned: str = ""
    kicker: str = ""
    number: str = ""
    frame: str = "{}"
    two_lines: float = 0.0
    byline: str = ""
    byline_at: str = ""
    meta: str = ""
    meta_split: bool = False
    web: float = 0.0
    deck: str = ""
    lead_note: float = 0.0
    note: float = 0.0
    source: float = 0.0
    source_form: str = ""
    rule: str = ""
    sections: str = ""
    breaks: float = 0.0
    displaced: int = -1
    photos: float = 0.0
    foreword: str = ""
    talk: bool = False
    dateline: float = 0.0
    aside: float = 0.0
    wrap: int = 0
    count_columns: bool = False
    hang: bool = True
    indent: str = ""
    gap: int = 0
    title_gap: int = 0
    piece_gap: int = 1
    centre: str = ""
    half_width: bool = False
    traditional: bool = False
    short: bool = False
    brief: bool = False
    contents: str = ""
    sheets: str = ""
    separator: str = " "
    wide_names: bool = False
    length: int = 0
    co_authors: float = 0.18


def _printed(h: Habits, r: random.Random) -> None:
    h.byline, h.byline_at = r.choice(HEAD_BYLINES), "head"
    if r.random() < 0.3:
        h.byline, h.byline_at = r.choice(END_BYLINES), r.choice(("end", "end", "closing"))
    elif r.random() < 0.12:
        h.byline_at = ""
    h.breaks, h.photos, h.half_width = r.choice((0, 0.15, 0.35)), r.choice((0, 0.06, 0.12)), r.random() < 0.4
    h.displaced = r.choice((-1, -1, 0, 1, 2, 3)) if h.byline_at == "head" else -1
    h.kicker = r.choice(("", "", "dash", "above", "bracket"))
    h.deck = r.choice(("", "", "after", "before", "middle"))
    h.note, h.lead_note = r.choice((0, 0.3, 0.6)), r.choice((0, 0, 0.3))
    h.source, h.source_form = r.choice((0, 0, 0.4)), r.choice(SOURCES)
    h.sections = r.choice(("", "", "numbered", "plain", "two", "lines"))
    h.label, h.masthead, h.imprint = r.choice((0, 0.7)), r.choice((0, 0, 1)), r.choice((0, 0.5, 1))
    h.two_lines, h.wide_names = r.choice((0, 0.4)), r.random() < 0.3
    h.gap, h.title_gap = r.choice(((0, 0), (1, 1), (0, 1), (1, 0)))
    h.aside, h.column_line = r.choice((0, 0, 0.2)), r.choice((0, 0, 0.6))


def _wrapped(h: Habits, r: random.Random) -> None:
    _printed(h, r)
    h.wrap = r.choice((13, 15, 16, 17, 18, 19, 20, 22, 24, 26, 28, 30, 34, 40))
    h.count_columns, h.hang = r.random() < 0.5, r.random() < 0.7
    h.gap = 0 if h.indent else r.choice((0, 1, 1))


def _epaper(h: Habits, r: random.Random) -> None:
    h.masthead, h.imprint, h.web = r.choice((0.5, 1)), 0.5, r.choice((0, 0.3))
    h.byline, h.byline_at = r.choice(("plain", "reporter", "desk", "text", "desk name", "pen")), "head"
    if r.random() < 0.3:
        h.byline_at = ""
    h.source, h.source_form = r.choice((0, 1)), r.choice(DATED_SOURCES)
    h.column_line = r.choice((0, 0, 0.7))
    h.wide_names = r.random() < 0.4
    h.kicker, h.deck = r.choice(("", "dash", "above")), r.choice(("", "after"))
    h.gap = h.title_gap = r.choice((0, 1))


def _web(h: Habits, r: random.Random) -> None:
    h.meta = r.choice(NAMED_META + META)
    h.meta_split = "{names}" not in h.meta and r.random() < 0.3
    if h.meta_split:
        h.byline = r.choice(("plain", "label", "text"))
    h.web, h.source, h.source_form = r.choice((0, 0.2, 0.5)), r.choice((0, 0, 1)), r.choice(DATED_SOURCES)
    h.columned = r.choice(("", "", *COLUMNED))
    if r.random() < 0.3:
        h.meta, h.byline, h.byline_at = "", r.choice(END_BYLINES), "end"
    h.gap = h.title_gap = r.choice((0, 0, 1))
    h.short, h.sections = r.random() < 0.2, r.choice(("", "", "plain", "numbered"))
    h.aside = r.choice((0, 0, 0.3))


def _wechat(h: Habits, r: random.Random) -> None:
    h.meta = r.choice(
        (
            "原创 {names} {column} {iso} {time}",
            "{names} {column} {iso} {time}",
            "{column} {iso} {time} 江苏",
            "",
        )
    )
    if not h.meta:
        h.byline, h.byline_at = r.choice(("writer", "text", "text colon")), "head"
    h.web, h.short, h.gap, h.title_gap, h.piece_gap = 0.5, r.random() < 0.6, 1, r.choice((0, 1)), 1
    h.source, h.source_form = (
        r.choice((0, 0.6)),
        r.choice(("来源｜{paper}", "来源 | {paper}", "来源：{paper}")),
    )
    h.sections = r.choice(("", "bare number", "plain", "numbered"))
    h.photos = r.choice((0, 0.08))


def _database(h: Habits, r: random.Random) -> None:
    h.meta, h.meta_split = (
        r.choice(("作者：{names}  时间：{iso}", "来源：{paper}  {iso}", "{iso}")),
        r.random() < 0.5,
    )
    h.byline = "label" if h.meta_split and "{names}" not in h.meta else ""
    h.number = r.choice(("", "", *NUMBERS))
    h.rule = r.choice(("", *RULES))
    h.source, h.source_form = r.choice((0, 1)), r.choice(DATED_SOURCES)
    h.gap = h.title_gap = 0


def _collection(h: Habits, r: random.Random) -> None:
    h.number, h.frame = r.choice(NUMBERS), r.choice(FRAMES)
    h.rule = r.choice(("", "", *RULES[:4]))
    h.source, h.source_form = r.choice((0, 0, 1)), r.choice(DATED_SOURCES + SOURCES)
    h.column_line, h.columned = r.choice((0, 0.7)), r.choice(("", "", *COLUMNED))
    if r.random() < 0.25:
        h.byline, h.byline_at = r.choice(HEAD_BYLINES), r.choice(("head", "head", "end"))
    h.sections = r.choice(("", "", "", "numbered", "plain"))
    h.gap = h.title_gap = r.choice((0, 0, 1))
    h.piece_gap, h.half_width = r.choice((0, 1, 1)), r.random() < 0.15


def _bare(h: Habits, r: random.Random) -> None:
    h.frame = r.choice(FRAMES)
    h.rule = r.choice(("", "", "", *RULES[:4]))
    h.source, h.source_form = r.choice((0, 0, 0.6, 1)), r.choice(DATED_SOURCES + SOURCES)
    h.column_line, h.note = r.choice((0, 0, 0.7)), r.choice((0, 0, 0.4))
    h.gap = h.title_gap = r.choice((0, 0, 1))
    h.piece_gap = r.choice((0, 1, 1, 2))
    h.sections, h.deck = r.choice(("", "", "", "numbered", "plain", "two")), r.choice(("", "", "", "after"))
    h.half_width, h.short = r.random() < 0.15, r.random() < 0.1
    if r.random() < 0.12:
        h.wrap, h.gap = r.choice((18, 22, 26, 30, 34, 40)), 0 if h.indent else 1


def _letters(h: Habits, r: random.Random) -> None:
    h.length, h.brief = r.choice((2, 2, 3)), r.random() < 0.4
    h.byline, h.byline_at = (
        r.choice((*END_BYLINES, "box", "plain")),
        r.choice(("end", "end", "closing", "head")),
    )
    if r.random() < 0.2:
        h.byline_at = ""
    h.label, h.foreword, h.photos = 0.6, r.choice(("", *FOREWORDS)), r.choice((0, 0.05))
    h.gap, h.rule = r.choice((0, 1)), r.choice(("", "", "", *RULES))
    h.number, h.imprint = r.choice(("", "", "", "{o}", "{n}. ")), r.choice((0, 1))


def _talk(h: Habits, r: random.Random) -> None:
    h.talk = True
    h.foreword = r.choice(("", *FOREWORDS, *FOREWORDS))
    h.byline, h.byline_at = r.choice(HEAD_BYLINES), r.choice(("", "head", "head"))
    h.gap = h.title_gap = r.choice((0, 1))
    h.label, h.photos, h.sections = 0.5, 0.05, r.choice(("", "plain", "numbered", "two"))
    h.breaks, h.note, h.imprint = r.choice((0, 0.2)), r.choice((0, 0.5)), r.choice((0, 1))


def _datelines(h: Habits, r: random.Random) -> None:
    h.dateline = r.choice((0.5, 1))
    h.masthead, h.gap = r.choice((0, 0.6)), r.choice((0, 0, 1))
    h.title_gap, h.kicker = h.gap, r.choice(("", "", "above"))
    h.byline, h.byline_at = r.choice(("reporter", "plain", "desk", "box")), r.choice(("", "", "head"))
    h.sections, h.photos, h.imprint = r.choice(("", "", "plain")), r.choice((0, 0.06)), r.choice((0, 1))
    h.wrap = r.choice((0, 0, 0, 20, 28))
    h.aside = r.choice((0, 0.3))


def _traditional(h: Habits, r: random.Random) -> None:
    r.choice((_printed, _web, _bare, _epaper, _collection))(h, r)
    h.traditional = True


FAMILIES: dict[str, Callable[[Habits, random.Random], None]] = {
    "printed": _printed,
    "wrapped": _wrapped,
    "epaper": _epaper,
    "web": _web,
    "wechat": _wechat,
    "database": _database,
    "collection": _collection,
    "bare": _bare,
    "letters": _letters,
    "talk": _talk,
    "datelines": _datelines,
    "traditional": _traditional,
}
"""The kinds of files, each with what draws the habits of one."""
SHARES = (4, 2, 1, 3, 1, 1, 3, 4, 1, 1, 1, 1)
"""How often each family is drawn beside the others."""


def habits(chance: random.Random, family: str | None = None) -> Habits:
    """Habits drawn at random, of one family or any."""
    name = family or chance.choices(tuple(FAMILIES), SHARES)[0]
    drawn = Habits(name, column=chance.choice(COLUMNS), indent=chance.choice(("", "　　", "　　", "    ")))
    drawn.separator = chance.choice((" ", " ", "  ", "、", "　"))
    FAMILIES[name](drawn, chance)
    if not drawn.piece_gap and not drawn.gap and chance.random() < 0.5:
        drawn.title_gap = 0
    if not drawn.length and chance.random() < 0.25:
        drawn.length, drawn.brief = chance.choice((2, 3, 3, 4)), True
    if chance.random() < 0.15:
        drawn.two_lines = 0.5
    drawn.contents = chance.choice(CONTENTS) if chance.random() < 0.05 else ""
    if chance.random() < 0.06 and not drawn.breaks:
        drawn.breaks, drawn.sheets = 0.4, chance.choice(RUNNING_HEADS)
    if chance.random() < 0.3:
        drawn.column = chance.choice(("【{}】", "·{}·", "［{}］", "{}：", "■{}")).format(drawn.column)
    if chance.random() < 0.08:
        drawn.centre = chance.choice(("　　　　　　", "        "))
    return drawn
