"""Evidence about what each logical line of a page is.

Every line gets a set of named observations of strength 0 to 1; `seeds.layout.labels` weighs them. Linear in the length
of the page: windows are of constant size, repetition is found through one index.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from seeds.language.variants import simplified
from seeds.layout import cues
from seeds.layout.lines import Run
from seeds.layout.repeats import LONGEST, SHORTEST, repeated_later, said_before
from seeds.layout.topics import LONG, Topics

Evidence = dict[str, float]

SHORT = 60
"""A line of more characters cannot be a title or a heading."""
_SIZES = (2, 4, 6, 12, 20, 30, 45, 80, 160)
_DISTANCES = (200, 500, 1000)
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("author note", cues.AUTHOR_NOTE),
    ("source", cues.SOURCE),
    ("box byline", cues.BYLINE_BOX),
    ("label byline", cues.BYLINE_LABEL),
    ("reporter", cues.REPORTER),
    ("dash", cues.KICKER),
    ("series", cues.SERIES),
    ("column tag", cues.COLUMN_TAG),
    ("bracketed", cues.BRACKETED),
    ("enumerated", cues.ITEM),
    ("original title", cues.ORIGINAL_TITLE),
    ("two part", cues.TWO_PART),
    ("many parts", cues.MANY_PARTS),
)


def collect(runs: Sequence[Run]) -> list[Evidence]:
    """The observations about each line, in order."""
    page = _PageView(runs)
    return [_form(run) | _place(page, index) | _repetition(page, index) for index, run in enumerate(runs)]


class _PageView:
    """What is worked out once for a whole page."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self.runs = runs
        self.kinds = [cues.furniture_kind(run.text) if run.size <= SHORT else None for run in runs]
        self.repeated = repeated_later(runs)
        self.said_before = said_before(runs, SHORT)
        self.topics = Topics(runs)
        self.before: list[int | None] = []
        """The last line of running text before each line."""
        self.ahead: list[int] = []
        """Characters of running text up to the next line that could be a title or a heading."""
        self.gap = _usual_gap(runs)
        last: int | None = None
        for index, run in enumerate(runs):
            self.before.append(last)
            if run.final or (run.size >= LONG and self.repeated[index] < 0.5):
                last = index
        room = 0
        for index in range(len(runs) - 1, -1, -1):
            self.ahead.append(room)
            room = 0 if self._could_head(index) else room + runs[index].size
        self.ahead.reverse()

    def _could_head(self, index: int) -> bool:
        run = self.runs[index]
        return 4 <= run.size <= 30 and not run.final and self.kinds[index] is None


def _usual_gap(runs: Sequence[Run]) -> int:
    """Blank lines between two paragraphs of running text, most often."""
    gaps = Counter(
        after.first.gap for before, after in pairwise(runs) if before.size >= LONG and after.size >= LONG
    )
    return max(gaps, key=lambda gap: (gaps[gap], gap)) if gaps else 1


def _form(run: Run) -> Evidence:
    """What can be seen of a line by itself."""
    text, size = run.text, run.size
    evidence: Evidence = {"any": 1.0, f"size {_class_of(size, _SIZES)}": 1.0}
    if run.final:
        evidence["final mark"] = 1.0
    elif cues.OPEN_END.search(text):
        evidence["open mark"] = 1.0
    else:
        evidence["no mark"] = 1.0
        if size <= 30 and len(run.lines) == 1:
            evidence["fragment"] = 1.0
    inner = text[:-1]
    if size > 20 and any(mark in inner for mark in "。！？；;"):
        evidence["marks inside"] = 1.0
    if sum(map(inner.count, "，,、；;")) >= 3:
        evidence["many commas"] = 1.0
    if run.wrapped and len(run.lines) > 1:
        evidence["wrapped"] = 1.0
    if size > SHORT and not cues.BRACKETED.match(text):
        return evidence
    folded = simplified(text)
    evidence.update((name, 1.0) for name, form in _FORMS if form.search(folded))
    if cues.is_name_line(text):
        evidence["names"] = 1.0
        evidence.pop("dash", None)
        evidence.pop("source", None)
    elif not evidence.keys() & {"box byline", "label byline", "reporter"}:
        evidence["no byline form"] = 1.0
    return evidence


def _place(page: _PageView, index: int) -> Evidence:
    """What the neighbourhood says."""
    run = page.runs[index]
    before = page.before[index]
    open_before = before is not None and not page.runs[before].final
    head_like = run.size <= SHORT and not run.final
    evidence = _neighbours(page, index)
    if open_before:
        evidence["after open"] = 1.0
    elif index + 1 < len(page.runs) and page.runs[index + 1].size >= LONG:
        evidence["before text"] = 1.0
        if head_like and run.size <= 30:
            evidence["lone before text"] = 1.0
    if head_like:
        evidence[f"ahead {_class_of(page.ahead[index], _DISTANCES)}"] = 1.0
        if not open_before:
            evidence |= _topic(page.topics, index)
    return evidence


def _neighbours(page: _PageView, index: int) -> Evidence:
    """Where the line stands, and what it and the line before it have the form of."""
    run, kind = page.runs[index], page.kinds[index]
    before = page.kinds[index - 1] if index else None
    gap_after = page.runs[index + 1].first.gap if index + 1 < len(page.runs) else 0
    seen = {
        kind: kind is not None,
        "first": index == 0,
        "last": index == len(page.runs) - 1,
        "deep indent": run.first.indent >= 8,
        "wide gap": index > 0 and run.first.gap > page.gap,
        "wide gap after": gap_after > page.gap,
        "set close": index > 0 and run.first.gap == 0 and not run.wrapped,
        "after signature": index > 0 and cues.is_signed(page.runs[index - 1].text),
        "after label": before == "page_label",
        "after credit": before not in (None, "page_label"),
    }
    return {name: 1.0 for name, true in seen.items() if true and name is not None}


def _topic(topics: Topics, index: int) -> Evidence:
    """Whether the topic changes at a short line, and to which side the line itself belongs."""
    evidence: Evidence = {}
    likeness = topics.change(index)
    if likeness is not None and likeness < 0.6:
        evidence["topic changes"] = min(1.0, 0.2 + 2.5 * (0.6 - likeness))
    elif likeness is not None and likeness > 0.8:
        evidence["topic stays"] = min(1.0, likeness - 0.3)
    behind, ahead = topics.own(index)
    evidence["speaks of what follows"] = max(0.0, ahead - behind)
    evidence["spoken of before"] = behind
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
