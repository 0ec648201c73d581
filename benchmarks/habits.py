"""The habits by which papers, copyists and collectors set opinion pages, drawn at random by family.

A family is a kind of file that a person has on the disk: a printed page of a city paper, a copy from the web, an
export of a database, a collection made for a class. Words around the articles (labels, columns, credits) are made up
or in everybody's use. `benchmarks.rerender` sets articles by these habits.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any

from benchmarks import wording as words

Habits = SimpleNamespace
"""How one page is set: the names of `_PLAIN`."""
_PLAIN: Mapping[str, Any] = {
    "masthead": 0.0, "label": 0.0, "imprint": 0.0, "column_line": 0.0, "columned": "", "kicker": "", "number": "",
    "frame": "{}", "two_lines": 0.0, "most_lines": 2, "spaced": False, "inline": "", "byline": "", "byline_at": "",
    "meta": "", "meta_split": False, "web": 0.0, "deck": "", "abstract": False, "lead_note": 0.0,
    "lead_notes": words.LEAD_NOTES, "note": 0.0, "notes": words.NOTES, "source": 0.0, "source_form": words.SOURCES[0],
    "rule": "",
    "sections": "", "breaks": 0.0, "displaced": -1, "photos": 0.0, "foreword": "", "salutation": "", "talk": False,
    "dateline": 0.0, "ending": "", "aside": 0.0, "wrap": 0, "count_columns": False, "hang": True, "gap": 0,
    "title_gap": 0, "piece_gap": 1, "ragged": 0.0, "centre": "", "half_width": False, "traditional": False,
    "corners": False, "short": False, "brief": False, "one_line": False, "contents": "", "sheets": "",
    "wide_names": False, "length": 0, "co_authors": 0.18, "over": (), "under": (), "behind": (), "verse": 0.0,
    "leading": 0, "misread": 0.0, "jitter": 0, "deck_form": "{}", "latin": False, "indented": False,
}  # fmt: skip
"""A page without any habits; gaps in blank lines, shares of pieces as odds, `indented` titles as far in as text."""
_NONE = ("", "")
_HEADS = [(style, "head") for style in words.HEAD_BYLINES]
_ENDS = [(style, "end") for style in words.END_BYLINES]
_CLOSING = [(style, "closing") for style in words.END_BYLINES]
_SET = [True, False]
_EVEN = [(0, 0), (1, 1)]
_PRINTED: dict[str, Any] = {
    "byline byline_at": [_HEADS, _HEADS, _HEADS, _HEADS, [_ENDS, _ENDS, _CLOSING], [_HEADS, _NONE]],
    "breaks": [0, 0.15, 0.35], "photos": [0, 0.06, 0.12], "half_width": _SET, "displaced": [-1, -1, 0, 1, 2, 3],
    "kicker": ["", "", "dash", "above", "bracket"], "deck": ["", "", "after", "before", "middle"],
    "note": [0, 0.3, 0.6], "lead_note": [0, 0, 0.3], "source": [0, 0, 0.4], "source_form": [*words.SOURCES],
    "sections": ["", "", "numbered", "plain", "two", "lines"], "label": [0, 0.7], "masthead": [0, 0, 1],
    "imprint": [0, 0.5, 1], "two_lines": [0, 0.4], "wide_names": [True, False, False],
    "gap title_gap": [(0, 0), (1, 1), (0, 1), (1, 0)], "aside": [0, 0, 0.2], "column_line": [0, 0, 0.6],
}  # fmt: skip
_MEASURES = [13, 15, 16, 17, 18, 19, 20, 22, 24, 26, 28, 30, 34, 40]
_LENGTHS: dict[str, Any] = {"length": [2, 2, 3], "brief": _SET}

FAMILIES: Mapping[str, Mapping[str, Any]] = {
    "printed": _PRINTED,
    "wrapped": _PRINTED | {"wrap": _MEASURES, "count_columns": _SET, "hang": _SET, "gap": [0, 1, 1]},
    "epaper": {
        "masthead": [0.5, 1], "imprint": 0.5, "web": [0, 0.3],
        "byline byline_at": [[(style, "head") for style in ("plain", "reporter", "desk", "text", "desk name", "pen")],
                             [(style, "head") for style in ("plain", "text")], _NONE],
        "source": [0, 1], "source_form": [*words.DATED_SOURCES], "column_line": [0, 0, 0.7], "wide_names": _SET,
        "kicker": ["", "dash", "above"], "deck": ["", "after"], "gap title_gap": _EVEN,
    },
    "web": {
        "meta byline byline_at": [
            [(meta, "", "") for meta in words.NAMED_META + words.META],
            [(meta, "", "") for meta in words.NAMED_META + words.META],
            [("", *signed) for signed in _ENDS],
        ],
        "meta_split": [True, False, False], "web": [0, 0.2, 0.5], "source": [0, 0, 1],
        "source_form": [*words.DATED_SOURCES], "columned": ["", "", *words.COLUMNED],
        "gap title_gap": [*_EVEN, (0, 0)],
        "short": [True, *[False] * 4], "sections": ["", "", "plain", "numbered"], "aside": [0, 0, 0.3],
    },
    "wechat": {
        "meta byline byline_at": [
            *[(meta, "", "") for meta in words.MESSAGE_META],
            [("", style, "head") for style in ("writer", "text", "text colon")],
        ],
        "web": 0.5, "short": _SET, "gap title_gap": [(1, 0), (1, 1)], "source": [0, 0.6],
        "source_form": ["来源｜{paper}", "来源 | {paper}", "来源：{paper}"],
        "sections": ["", "bare number", "plain", "numbered"], "photos": [0, 0.08],
    },
    "database": {
        "meta": ["作者：{names}  时间：{iso}", "来源：{paper}  {iso}", "{iso}"], "meta_split": _SET,
        "number": ["", "", [*words.NUMBERS]], "rule": ["", [*words.RULES]], "source": [0, 1],
        "source_form": [*words.DATED_SOURCES],
    },
    "collection": {
        "number": [*words.NUMBERS], "frame": [*words.FRAMES], "rule": ["", "", [*words.RULES[:4]]],
        "source": [0, 0, 1], "source_form": [*words.DATED_SOURCES, *words.SOURCES], "column_line": [0, 0.7],
        "columned": ["", "", *words.COLUMNED], "byline byline_at": [_NONE, _NONE, _NONE, [_HEADS, _HEADS, _ENDS]],
        "sections": ["", "", "", "numbered", "plain"], "gap title_gap": [*_EVEN, (0, 0)], "piece_gap": [0, 1, 1],
        "half_width": [True, *[False] * 6],
    },
    "bare": {
        "frame": [*words.FRAMES], "rule": ["", "", "", [*words.RULES[:4]]], "source": [0, 0, 0.6, 1],
        "source_form": [*words.DATED_SOURCES, *words.SOURCES], "column_line": [0, 0, 0.7], "note": [0, 0, 0.4],
        "gap title_gap": [*_EVEN, (0, 0)], "piece_gap": [0, 1, 1, 2], "deck": ["", "", "", "after"],
        "sections": ["", "", "", "numbered", "plain", "two"], "half_width": [True, *[False] * 6],
        "short": [True, *[False] * 9], "wrap": [_MEASURES, *[0] * 7],
    },
    "letters": _LENGTHS | {
        "byline byline_at": [_ENDS, _ENDS, _CLOSING, [("box", "head"), ("plain", "head")], _NONE], "label": 0.6,
        "foreword": ["", *words.FOREWORDS], "photos": [0, 0.05], "gap": [0, 1], "rule": ["", "", "", [*words.RULES]],
        "number": ["", "", "", "{o}", "{n}. "], "imprint": [0, 1],
    },
    "talk": {
        "talk": True, "foreword": ["", *words.FOREWORDS, *words.FOREWORDS],
        "byline byline_at": [_NONE, _HEADS, _HEADS],
        "gap title_gap": _EVEN, "label": 0.5, "photos": 0.05, "sections": ["", "plain", "numbered", "two"],
        "breaks": [0, 0.2], "note": [0, 0.5], "imprint": [0, 1],
    },
    "datelines": {
        "dateline": [0.5, 1], "masthead": [0, 0.6], "gap title_gap": [*_EVEN, (0, 0)], "kicker": ["", "", "above"],
        "byline byline_at": [_NONE, _NONE, [(style, "head") for style in ("reporter", "plain", "desk", "box")]],
        "sections": ["", "", "plain"], "photos": [0, 0.06], "imprint": [0, 1], "wrap": [0, 0, 0, 20, 28],
        "aside": [0, 0.3],
    },
    "inline": {
        "inline": [*words.INLINE], "label": [0, 0.7], "gap": [0, 1], "piece_gap": [0, 1], "masthead": [0, 0, 1],
        "length": [0, 2, 3], "brief": _SET, "sections": ["", "", "plain"], "rule": ["", "", [*words.RULES]],
    },
    "wire": {
        "byline byline_at": [_NONE, [("agency", "head"), ("agency desk", "head")]],
        "columned": ["", [*words.WIRE_TITLES]],
        "dateline": [0, 1, 1], "ending": ["", "（完）", "line"], "gap title_gap": _EVEN, "imprint": [0, 0.5],
        "rule": ["", "", "****"], "sections": ["", "", "plain"],
    },
    "headlines": {
        "kicker": ["above", "dash", "both"], "two_lines": 0.8, "most_lines": [2, 3, 4],
        "byline byline_at": [_HEADS, _HEADS, _NONE], "gap title_gap": [*_EVEN, (1, 0)], "label": [0, 0.7],
        "wrap": [0, 0, _MEASURES], "breaks": [0, 0.2], "photos": [0, 0.06],
    },
    "hong kong": {
        "traditional": True, "corners": _SET,
        "byline byline_at": [[(style, "head") for style in words.HONG_KONG], _NONE],
        "columned": ["", "", "{title}（{column}）"], "column_line": [0, 0.6], "note": [0, 0.5], "lead_note": [0, 0.4],
        "sections": ["", "plain", "plain"], "gap title_gap": _EVEN, "two_lines": [0, 0.4], "photos": [0, 0.06],
    },
    "word": {
        "number": ["", [*words.NUMBERS]], "contents": ["", [*words.DOTTED]],
        "byline byline_at": [[_HEADS, _ENDS], _NONE],
        "centre": ["\t\t", "          ", "　　　　　　"], "sections": ["", "numbered", "numbered"],
        "breaks sheets": [(0, ""), (0.4, [*words.RUNNING_HEADS])], "piece_gap": [0, 1], "ragged": [0, 0.1],
    },
    "journal": {
        "byline byline_at": [("plain", "head"), ("wide", "head")], "separator": ["，", "　", ", "], "lead_note": 0.8,
        "lead_notes": words.AFFILIATIONS, "abstract": True, "sections": ["numbered", "plain"], "imprint": [0, 0.5],
        "gap title_gap": _EVEN, "wrap": [0, 0, 38], "source": [0, 0.5], "source_form": [*words.DATED_SOURCES],
    },
    "scan": {
        "wrap": [20, 23, 27, 32, 36], "breaks": 0.4, "sheets": [*words.RUNNING_HEADS], "spaced": True,
        "byline byline_at": [_HEADS, _HEADS, _ENDS, _NONE], "wide_names": True, "ragged": [0, 0.05],
        "sections": ["", "", "plain"], "half_width": _SET,
    },
    "roundup": {
        "length": [1, 1, 2], "brief": True, "byline byline_at": [_NONE, _NONE, _ENDS, _CLOSING], "label": [0, 1],
        "gap": [0, 0, 1], "piece_gap": [0, 0, 1], "frame": [*words.FRAMES], "number": ["", "", "● ", "▲", "★"],
        "columned": ["", "", "{column}：{title}"], "source": [0, 0, 1], "source_form": [*words.SOURCES],
    },
    "mailbox": _LENGTHS | {
        "salutation": ["编辑同志：", "编辑部：", "编辑同志：\n您好！", ""], "label": 1,
        "byline byline_at": [[(style, "end") for style in words.SENDERS]], "gap": [0, 1],
        "foreword": ["", *words.FOREWORDS],
        "rule": ["", "", [*words.RULES]], "imprint": [0, 1], "columned": ["", "", "{column}：{title}"],
    },
    "columns": {
        "byline byline_at": [(style, "head") for style in words.COLUMN_BYLINES], "gap title_gap": [*_EVEN, (0, 1)],
        "deck": ["", "after"], "note": [0, 0.4], "photos": [0, 0.06], "label": [0, 0.5], "wrap": [0, 0, _MEASURES],
    },
    "portal": {
        "masthead": 0.7, "meta": [*words.PORTAL_META], "web": 1, "kicker": ["", "above", "dash"],
        "deck": ["", "after"],
        "columned": ["", *words.COLUMNED], "gap title_gap": _EVEN, "aside": [0, 0.5],
        "rule": ["", "", [*words.RULES]],
    },
    "message": {
        "meta": words.MESSAGE_META, "short": True, "web": 0.8, "gap title_gap": [(1, 0), (1, 1)],
        "ending": ["", "line"],
        "byline byline_at": [_NONE, [("credits", "end"), ("credit", "end")]], "photos": 0.1, "ragged": [0, 0.2],
        "sections": ["bare number", "plain", ""], "frame": ["{}", "【{}】"], "columned": ["", "{column}｜{title}"],
    },
    "compendium": {
        "contents": [*words.DOTTED], "columned": ["{column}：{title}", "{column}:{title}", "{title}（{column}）", ""],
        "byline byline_at": [("plain", "head"), _NONE], "deck": ["", "after"], "gap": [0, 1], "title_gap": [1, 2],
        "piece_gap": [1, 2, 3], "source": [0, 1], "source_form": [*words.DATED_SOURCES],
        "number": ["", "", [*words.NUMBERS]],
    },
    "run together": {
        "one_line": True, "byline byline_at": [_HEADS, _ENDS, _NONE], "gap title_gap": _EVEN, "piece_gap": [0, 1, 2],
        "number": ["", "", [*words.NUMBERS]], "source": [0, 0, 1], "source_form": [*words.DATED_SOURCES],
    },
    "ragged": {
        "ragged": [0.1, 0.3], "byline byline_at": [_HEADS, _HEADS, _ENDS, _NONE], "gap title_gap": _EVEN,
        "breaks": [0, 0.2],
        "kicker": ["", "dash", "above"], "deck": ["", "after"], "wrap": [0, 0, _MEASURES], "piece_gap": [0, 1],
    },
    "clippings": {
        "over": [*words.CLIPPING_HEADS], "behind": [("文章編號: {number}",), ("文章编号：{number}",), ()],
        "gap": [0, 1],
        "byline byline_at": [_NONE, _NONE, ("plain", "head"), ("writer colon", "head")],
        "traditional": [True, True, False],
        "title_gap": [0, 1], "rule": ["", "", [*words.RULES]], "columned": ["", "", "{title}（{column}）"],
    },
    "news database": {
        "under": [*words.RECORDS], "behind": [("文件 {code}{number}",), ("文档 {code}{number}",), ()],
        "byline byline_at": [_NONE, ("plain", "head"), ("reporter", "head")], "gap": 1, "title_gap": [0, 1],
        "piece_gap": [1, 2, 3], "sections": ["", "", "plain"],
    },
    "verse": {
        "verse": [0.2, 0.4], "byline byline_at": [_HEADS, _HEADS, _ENDS, _NONE], "label": [0, 0.6], "gap": [0, 0, 1],
        "title_gap": [0, 1], "piece_gap": [1, 2], "length": [0, 3], "imprint": [0, 0.5],
        "frame": ["{}", "{}", "《{}》"],
    },
    "speech": {
        "meta byline byline_at": [
            [("（{cn}）", style, "head") for style in ("plain", "wide", "desk name")],
            ("（{cn}）", *_NONE), ("（{cn} 北京）", "plain", "head"),
        ],
        "salutation": ["同志们：", "各位委员，同志们：", "各位老师、同学们：", "朋友们，同志们：", ""],
        "sections": ["", "numbered", "numbered"],
        "two_lines": [0, 0.6], "ending": ["", "line"], "note": [0, 0.5], "notes": words.SPEECH_NOTES,
        "gap title_gap": _EVEN,
        "centre": ["", "\t\t", "　　　　　　"], "wrap": [0, 0, 0, _MEASURES],
    },
    "references": {
        "byline byline_at": [("plain", "head"), ("wide", "head"), ("pen", "head")], "lead_note": [0, 0.8],
        "lead_notes": words.AFFILIATIONS, "abstract": [True, False], "sections": ["numbered", "plain"],
        "note": [0, 0.5], "behind": [*words.REFERENCES], "gap title_gap": _EVEN, "number": ["", "", "", "{n}. "],
    },
    "ocr": {
        "wrap": [_MEASURES], "jitter": [0, 1], "misread": [0.003, 0.01],
        "sheets": [*words.RUNNING_HEADS],
        "breaks": [0.2, 0.5], "byline byline_at": [_HEADS, _HEADS, _ENDS, _NONE],
        "ragged": [0, 0.05, 0.1], "half_width": _SET,
        "spaced": _SET,
        "two_lines": [0, 0.4], "gap title_gap": _EVEN,
    },
    "double spaced": {
        "wrap": [_MEASURES], "leading": 1, "count_columns": _SET, "gap title_gap": [(1, 1)], "piece_gap": [1, 2],
        "byline byline_at": [_HEADS, _HEADS, _ENDS, _NONE], "breaks sheets": [(0, ""), (0.3, [*words.RUNNING_HEADS])],
        "sections": ["", "plain", "numbered"], "label": [0, 0.5],
    },
    "essays": {
        "byline byline_at": [[(style, "head") for style in words.PUPILS], _NONE], "number": ["", [*words.NUMBERS]],
        "behind": [("指导教师：{name}",), ("指导老师：{name}",), ("（指导老师：{name}）",), [*words.COMMENTS]],
        "frame": [*words.FRAMES], "gap title_gap": [*_EVEN, (0, 0)], "label": [0, 0.5],
        "rule": ["", "", [*words.RULES[:4]]],
    },
    "signed above": {
        "byline byline_at": [(style, "over") for style in words.ABOVE_BYLINES], "gap title_gap": [*_EVEN, (0, 1)],
        "deck": ["", "", "after"], "note": [0, 0.4], "label": [0, 0.6], "piece_gap": [1, 1, 2],
        "sections": ["", "", "plain"], "photos": [0, 0.06],
    },
    "signed with a day": {
        "byline byline_at": [(style, "end") for style in ("far", "plain", "wide", "dash")], "source": 1,
        "source_form": [*words.PLACED_DATES], "gap title_gap": [*_EVEN, (0, 1)], "piece_gap": [1, 2],
        "sections": ["", "", "plain", "numbered"], "number": ["", "", "", [*words.NUMBERS]],
    },
    "ornate": {
        "frame": [*words.ORNAMENTS], "number": ["", "", "{r}. ", "之{c}："], "column_line": [0, 0.8],
        "byline byline_at": [
            [(style, "head") for style in ("at", "art", "guest line", "circle", "plain")], _ENDS, _NONE,
        ],
        "deck": ["", "after"], "deck_form": [*words.POINTS], "gap title_gap": [*_EVEN, (0, 1)], "label": [0, 0.5],
        "sections": ["", "plain", "numbered"],
    },
    "english": {
        "latin": [True, True, False], "meta": [*words.ENGLISH_META], "gap title_gap": [*_EVEN, (0, 1)],
        "sections": ["", "plain"], "deck": ["", "after"], "web": [0, 0.3],
    },
    "feed": _LENGTHS | {
        "over": [*words.FEED_HEADS], "behind": [*words.FEED_ENDS], "gap title_gap": [(0, 0), (0, 0), (1, 1)],
        "piece_gap": [0, 1, 1], "byline byline_at": [_NONE, _NONE, ("at", "head"), ("plain", "head")],
        "columned": ["", "", "【{column}】{title}", "#{column}# {title}"],
    },
}  # fmt: skip
"""The kinds of files, each with what the habits of one are drawn from: a list is one of several, also in a list."""
MIXED = 0.4
"""How many pages have habits of a second family."""
_SHARES = {"printed": 4, "wrapped": 2, "web": 3, "collection": 3, "bare": 4}
"""How often a family is drawn beside the others, if not once."""


_ANY: Mapping[str, tuple[float, Any]] = {
    "traditional": (0.06, True), "length brief": (0.25, [(2, True), (3, True), (3, True), (4, True)]),
    "two_lines": (0.15, 0.5), "contents": (0.05, [*words.CONTENTS]), "centre": (0.08, ["　　　　　　", "        "]),
    "breaks sheets": (0.06, (0.4, [*words.RUNNING_HEADS])), "deck_form": (0.1, [*words.POINTS]),
    "indented": (0.12, True),
}  # fmt: skip
"""Habits that a page of any family may have, and how often; what the family says goes first."""


def habits(chance: random.Random, families: Sequence[str] = tuple(FAMILIES)) -> Habits:
    """Habits drawn at random, of one of some families, sometimes with single habits of others among them."""
    name = chance.choices(families, [_SHARES.get(name, 1) for name in families])[0]
    table: dict[str, Any] = {
        fields: drawn for fields, (odds, drawn) in _ANY.items() if chance.random() < odds
    }
    table |= FAMILIES[name]
    if len(families) > 1 and chance.random() < MIXED:
        other = FAMILIES[chance.choice(families)]
        table |= {fields: drawn for fields, drawn in other.items() if chance.random() < 0.5}
    drawn = Habits(family=name, **_PLAIN)
    drawn.indent, drawn.separator = chance.choice(words.INDENTS), chance.choice(words.SEPARATORS)
    drawn.column = chance.choice(words.COLUMN_FORMS).format(chance.choice(words.COLUMNS))
    for fields, alternatives in table.items():
        value = _one_of(alternatives, chance)
        for field, part in zip(fields.split(), value if " " in fields else (value,), strict=True):
            setattr(drawn, field, _one_of(part, chance))
    if drawn.wrap and drawn.indent:
        drawn.gap = drawn.leading
    return drawn


def _one_of(alternatives: Any, chance: random.Random) -> Any:
    while isinstance(alternatives, list):
        alternatives = chance.choice(alternatives)
    return alternatives
