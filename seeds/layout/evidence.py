"""Evidence about what each logical line of a page is.

Every line gets a set of named observations of strength 0 to 1; `seeds.layout.labels` weighs them. Linear in the length
of the page: windows are of constant size, repetition is found through one index.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise

from seeds.language.characters import HAN
from seeds.language.variants import simplified
from seeds.layout import cues
from seeds.layout.bylines import heads
from seeds.layout.lines import Run
from seeds.layout.looks import change_of_topic, kinship
from seeds.layout.numbers import Numbering, number_of
from seeds.layout.repeats import LONGEST, SHORTEST, repeated_later, said_again, said_before
from seeds.layout.topic_shift import LONG, Topics
from seeds.layout.wrap import HANGING
from seeds.metadata import MetaLine
from seeds.names import all_names, is_name, split_names

Evidence = dict[str, float]

SHORT = 60
"""A line of more characters cannot be a title or a heading."""
_SIZES = (2, 4, 6, 12, 20, 30, 45, 80, 160)
_DISTANCES = (60, 200, 500, 1000)
_ROWS = (1, 2, 3, 5, 8)
_FORMS = (
    "author note", "source", "box byline", "label byline", "reporter", "dash", "series", "column tag", "column name",
    "bracketed", "book marks", "enumerated", "original title", "two part", "many parts", "date", "speaker",
    "paper name",
)  # fmt: skip
_HAN = re.compile(f"[{HAN}]+")
_EDGE = re.compile("[ \u3000\t/／|｜丨—：:（(□■]+(?:作者[:：]|文[/／:：])?")
"""Between a title and the names of its authors on the same line."""
_DIGIT = re.compile("[0-9]")
_CODE = re.compile("[0-9A-Za-z]+|[一二三四五六七八九十]{1,3}$")
_OPENINGS = ("dateline", "foreword")
_NO_HEAD = frozenset(
    {"author note", "source", "told source", "box byline", "label byline", "reporter", "names", "told byline"}
)
_QUESTION = re.compile(
    "^(?![“「][^”」]*[”」]$)[^。；;]*(?:[？！?!]|……)[”’」』）)》】]*(?:[（(][^（）()]{2,8}[）)])?$"
)
_LONGEST_QUESTION = 36
_LONGEST_BYLINE, _LONGEST_HEAD = 24, 10
_BYLINE_FORMS = frozenset(
    {"box byline", "label byline", "reporter", "names", "names behind a head", "told byline"}
)
_TAIL_FORMS = _BYLINE_FORMS | {"author note", "source", "date", "told source"} - {"box byline"}


def collect(runs: Sequence[Run], told: Sequence[MetaLine | None] = ()) -> list[Evidence]:
    """The observations about each line, in order; `told` is what the form of a line alone says."""
    page = _PageView(runs, told or [None] * len(runs))
    return [page.forms[index] | _place(page, index) | _repetition(page, index) for index in range(len(runs))]


class _PageView:
    """What is worked out once for a whole page."""

    def __init__(self, runs: Sequence[Run], told: Sequence[MetaLine | None]) -> None:
        self.runs = runs
        self.kinds = [
            line.kind
            if line is not None and line.role == "furniture"
            else cues.furniture_kind(run.text)
            if run.size <= SHORT
            else None
            for run, line in zip(runs, told, strict=True)
        ]
        self.forms = list(map(_form, runs))
        for form, line in zip(self.forms, told, strict=True):
            if line is not None and line.role != "body":
                form[f"told {line.role}"] = 1.0
        aside = {index for index, line in enumerate(told) if line is not None and line.role == "furniture"}
        self.repeated = repeated_later(runs, aside)
        self.said_before = said_before(runs, SHORT)
        self.topics = Topics(runs)
        self._own: dict[int, tuple[float, float]] = {}
        self.heads = [
            run.size <= SHORT and "stop" not in form for run, form in zip(runs, self.forms, strict=True)
        ]
        """Which lines could be a title or a heading."""
        self.numbering = Numbering(runs, self.heads, self.topics)
        self.before: list[int | None] = []
        """The last line of running text before each line."""
        self.behind: list[int] = []
        """Characters of running text back to the last line that could be a title or a heading."""
        self.shapes = [_shape(run.text) if head else "" for run, head in zip(runs, self.heads, strict=True)]
        self.same = Counter(self.shapes)
        for run, shape, form in zip(runs, self.shapes, self.forms, strict=True):
            if "names" in form and shape != run.text and self.same[shape] > 1:
                # 范文一, 范文二 are no names, though they may look like some.
                del form["names"]
        """How often a short line stands on the page, whatever its numbers and codes are."""
        self.rows = _rows(self.heads)
        self.listed = said_again(
            [
                "".join(_HAN.findall(run.text)) if head and "original title" not in form else ""
                for run, form, head in zip(runs, self.forms, self.heads, strict=True)
            ]
        )
        """Which short lines a later one says again, as those of a list of contents."""
        self.gap = _usual_gap(runs)
        self.indent = usual_indent(runs)
        last: int | None = None
        room = 0
        for index, run in enumerate(runs):
            self.before.append(last)
            self.behind.append(room)
            if run.final or (run.size >= LONG and self.repeated[index] < 0.5):
                last = index
            room = 0 if self._could_head(index) else room + run.size
        self.ahead: list[int] = []
        """The same on to the next such line."""
        room = 0
        for index in range(len(runs) - 1, -1, -1):
            self.ahead.append(room)
            room = 0 if self._could_head(index) else room + runs[index].size
        self.ahead.reverse()
        self.kinship = kinship(list(map(self._look, range(len(runs)))), self.topics)

    def own(self, index: int) -> tuple[float, float]:
        """The shares of a line's own words that the text before it and the text after it use."""
        if index not in self._own:
            self._own[index] = self.topics.own(self.runs[index].text, index)
        return self._own[index]

    def runs_on(self, index: int) -> bool:
        """Whether the break after a line that ends without a mark parts a word that the page has."""
        if not 0 <= index < len(self.runs) - 1 or "no mark" not in self.forms[index]:
            return False
        first = self.runs[index + 1].text[0]
        return first in HANGING or self.topics.knows(self.runs[index].text[-1] + first)

    def _look(self, index: int) -> tuple[object, ...] | None:
        """What a line that could be a title looks like from afar, with its neighbours."""
        if not self._could_head(index) or self.forms[index].keys() & _NO_HEAD:
            return None
        before = self.before[index]
        if before is not None and not self.runs[before].final:
            return None
        run = self.runs[index]
        after = self.runs[index + 1] if index + 1 < len(self.runs) else None
        number = number_of(run.text)
        return (
            (run.first.indent > self.indent) - (run.first.indent < self.indent),
            index == 0 or run.first.gap > self.gap,
            after is not None and after.first.gap > self.gap,
            "book marks" in self.forms[index],
            "column tag" in self.forms[index],
            number and number[0],
            after is not None and after.size >= LONG,
        )

    def _could_head(self, index: int) -> bool:
        return self.heads[index] and 2 <= self.runs[index].size <= 30 and self.kinds[index] is None


def _shape(text: str) -> str:
    """A line without what its numbers and codes are."""
    return _CODE.sub("0", text)


def _rows(heads: Sequence[bool]) -> list[int]:
    """For each line in how long a row of lines that could be a title or a heading it stands."""
    return [length for _, row in groupby(heads) for length in [len(list(row))] for _ in range(length)]


def _usual_gap(runs: Sequence[Run]) -> int:
    """Blank lines between two paragraphs of running text, most often."""
    gaps = Counter(
        after.first.gap for before, after in pairwise(runs) if before.size >= LONG and after.size >= LONG
    )
    return max(gaps, key=lambda gap: (gaps[gap], gap)) if gaps else 1


def usual_indent(runs: Sequence[Run]) -> int:
    """How far most paragraphs are indented, in columns."""
    indents = Counter(run.first.indent for run in runs if run.size >= LONG)
    return max(indents, key=lambda indent: (indents[indent], -indent)) if indents else 0


def _form(run: Run) -> Evidence:
    """What can be seen of a line by itself."""
    text, size = run.text, run.size
    evidence = {"any": 1.0, f"size {_class_of(size, _SIZES)}": 1.0} | _marks(run)
    opening = simplified(text[:SHORT])
    if size > SHORT and not cues.form("bracketed").match(text):
        found = ("speaker", *_OPENINGS)
        return evidence | {name: 1.0 for name in found if cues.form(name).match(opening)}
    folded = simplified(text)
    evidence.update((name, 1.0) for name in (*_FORMS, *_OPENINGS) if cues.form(name).search(folded))
    if cues.is_name_line(text):
        evidence["names"] = 1.0
        evidence.pop("dash", None)
        evidence.pop("source", None)
    elif size <= _LONGEST_BYLINE and any(len(head) <= _LONGEST_HEAD for head in heads(text)):
        evidence["names behind a head"] = 1.0
    elif size <= _LONGEST_BYLINE and "，" not in text and any(map(is_name, split_names(folded))):
        evidence["a name in it"] = 1.0
    elif not evidence.keys() & _BYLINE_FORMS:
        evidence["no byline form"] = 1.0
    parts = _EDGE.split(folded.strip("（）()【】"))
    if size > _LONGEST_HEAD and len(parts) > 1 and (all_names(parts[0]) or all_names(parts[-1])):
        evidence["names at an end"] = 1.0
    return evidence


def _marks(run: Run) -> Evidence:
    """How a line ends, and the marks inside."""
    text, size = run.text, run.size
    inner = text[:-1]
    asks = run.final and size <= _LONGEST_QUESTION and _QUESTION.search(text) is not None
    asks = asks and not cues.is_signed(text)
    open_end = not run.final and cues.form("open end").search(text) is not None
    unmarked = not run.final and not open_end
    seen = {
        "asks": asks,
        "stop": run.final and not asks,
        "open mark": open_end,
        "no mark": unmarked,
        "fragment": unmarked and size <= 30 and len(run.lines) == 1,
        "marks inside": size > 20 and any(mark in inner for mark in "。！？；;"),
        "many commas": sum(map(inner.count, "，,、；;")) >= 3,
        "wrapped": run.wrapped and len(run.lines) > 1,
        "no words": _HAN.search(text) is None,
        "numbers": size <= SHORT and _DIGIT.search(text) is not None,
    }
    return {name: 1.0 for name, true in seen.items() if true}


def _place(page: _PageView, index: int) -> Evidence:
    """What the neighbourhood says."""
    before = page.before[index]
    open_before = before is not None and not page.runs[before].final
    evidence = _neighbours(page, index)
    if open_before:
        evidence["after open"] = 1.0
        if page.kinds[index] is not None:
            evidence["set aside within a sentence"] = 1.0
    if index + 1 < len(page.runs) and page.runs[index + 1].size >= LONG:
        evidence["before text"] = 1.0
    evidence |= page.kinship.get(index, {})
    if page.heads[index]:
        evidence[f"ahead {_class_of(page.ahead[index], _DISTANCES)}"] = 1.0
        evidence["could head"] = 1.0
        evidence[f"behind {_class_of(page.behind[index], _DISTANCES)}"] = 1.0
        evidence[f"row {_class_of(page.rows[index], _ROWS)}"] = 1.0
        if page.same[page.shapes[index]] > 1:
            evidence["same again"] = 1.0
        elif page.listed[index]:
            evidence["listed"] = 1.0
        evidence |= _topic(page, index, not open_before) | page.numbering.evidence(index)
    return evidence


def _neighbours(page: _PageView, index: int) -> Evidence:
    """Where the line stands, and what it and its neighbours have the form of."""
    run, kind = page.runs[index], page.kinds[index]
    before = page.kinds[index - 1] if index else None
    forms_before = page.forms[index - 1].keys() if index else frozenset()
    last = index == len(page.runs) - 1
    gap_after = 0 if last else page.runs[index + 1].first.gap
    seen = {
        kind: kind is not None,
        "first": index == 0,
        "last": last,
        "deep indent": run.first.indent >= max(8, page.indent + 4),
        "flush among indented": run.first.indent + 2 <= page.indent,
        "indented as text": page.indent > 0 and run.first.indent == page.indent,
        "wide gap": index > 0 and run.first.gap > page.gap,
        "wide gap after": gap_after > page.gap,
        "set close": index > 0 and run.first.gap == 0 and not run.wrapped,
        "after signature": index > 0 and cues.is_signed(page.runs[index - 1].text),
        "after rule": before in ("rule", "file_name"),
        "after label": before == "page_label",
        "after credit": before not in (None, "page_label", "rule", "file_name"),
        "after tail": bool(forms_before & _TAIL_FORMS),
        "after asks": "asks" in forms_before,
        "runs into the next": page.runs_on(index),
        "runs on from before": page.runs_on(index - 1),
        "before byline": not last and bool(page.forms[index + 1].keys() & _BYLINE_FORMS),
        "before dateline": not last and "dateline" in page.forms[index + 1],
        "before date": not last and "date" in page.forms[index + 1],
    }
    return {name: 1.0 for name, true in seen.items() if true and name is not None}


def _topic(page: _PageView, index: int, closed: bool) -> Evidence:
    """Whether the topic changes at a short line, and to which side the line itself belongs."""
    evidence: Evidence = {}
    likeness = page.topics.change(index)
    if closed and likeness is not None:
        change = change_of_topic([likeness])
        evidence["topic changes" if change > 0 else "topic stays"] = abs(change)
    behind, ahead = page.own(index)
    evidence["speaks of what follows"] = ahead
    evidence["spoken of before"] = behind
    if index + 1 < len(page.runs) and page.heads[index + 1]:
        evidence["less than the next"] = max(0.0, page.own(index + 1)[1] - ahead)
    if index and page.heads[index - 1]:
        evidence["more than the one before"] = max(0.0, ahead - page.own(index - 1)[1])
    return evidence


def _repetition(page: _PageView, index: int) -> Evidence:
    run, share = page.runs[index], page.repeated[index]
    evidence: Evidence = {}
    if page.said_before[index]:
        evidence["said before"] = 1.0
    if share > 0:
        strength = max(0.0, (share - 0.35) / 0.65)
        evidence["repeats whole" if run.final else "repeats"] = strength
        around = range(max(0, index - 2), min(len(page.runs), index + 3))
        if any(near != index and page.runs[near].final and page.repeated[near] > 0.5 for near in around):
            # Whole sentences around it are repeated as well: reprinted text, not a pull quote.
            evidence["among repeats"] = strength
    elif SHORTEST <= run.size <= LONGEST:
        evidence["unique"] = 1.0
    return evidence


def _class_of(value: int, limits: Sequence[int]) -> str:
    for limit in limits:
        if value <= limit:
            return str(limit)
    return "long"
