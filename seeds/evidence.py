"""Evidence about what each logical line of a page is.

Every line gets a set of named observations of strength 0 to 1; `seeds.weights` says what each speaks for. Linear:
windows are of constant size, repetition is found through one index of character n-grams.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from seeds import cues
from seeds.lines import Run

Evidence = dict[str, float]

_SIZES = (
    (2, "2"),
    (4, "4"),
    (6, "6"),
    (12, "12"),
    (20, "20"),
    (30, "30"),
    (45, "45"),
    (80, "80"),
    (160, "160"),
)
SHORT = 60
"""A line of more characters cannot be a title or a heading."""
_GRAM = 5
_REPEAT_SIZE = (12, 240)
_REPEAT_REACH = 400
_WINDOW = 700
_LONG = 45


def collect(runs: Sequence[Run]) -> list[Evidence]:
    """The observations about each run, in order."""
    repeated = _repeated_share(runs)
    windows = _Windows(runs, repeated)
    seen: dict[str, int] = {}
    found: list[Evidence] = []
    for index, run in enumerate(runs):
        evidence = _form(run)
        evidence |= _place(runs, index, windows)
        if repeated[index] > 0:
            evidence["repeats" if not run.final else "repeats whole"] = max(0.0, (repeated[index] - 0.35) / 0.65)
            if _among_repeats(runs, repeated, index):
                evidence["among repeats"] = repeated[index]
        elif _REPEAT_SIZE[0] <= run.size <= _REPEAT_SIZE[1]:
            evidence["unique"] = 1.0
        if run.size <= SHORT:
            if run.text in seen and run.size > 3:
                evidence["said before"] = 1.0
            seen.setdefault(run.text, index)
        found.append(evidence)
    return found


def _among_repeats(runs: Sequence[Run], repeated: Sequence[float], index: int) -> bool:
    """Whether whole sentences around a line are repeated as well: reprinted text, not a pull quote."""
    around = range(max(0, index - 2), min(len(runs), index + 3))
    return any(near != index and runs[near].final and repeated[near] > 0.5 for near in around)


def _form(run: Run) -> Evidence:
    """What can be seen of a line by itself."""
    text, size = run.text, run.size
    evidence: Evidence = {"any": 1.0, f"size {_size_class(size)}": 1.0}
    if run.final:
        evidence["final mark"] = 1.0
    elif cues.OPEN_END.search(text):
        evidence["open mark"] = 1.0
    else:
        evidence["no mark"] = 1.0
        if size <= 30 and not run.wrapped:
            evidence["fragment"] = 1.0
    inner = text[:-1]
    if any(mark in inner for mark in "。！？；;") and size > 20:
        evidence["marks inside"] = 1.0
    if sum(inner.count(mark) for mark in "，,、；;") >= 3:
        evidence["many commas"] = 1.0
    if size > SHORT and not cues.BRACKETED.match(text):
        return evidence | {"wrapped lines": 1.0} if len(run.lines) > 2 else evidence
    kind = cues.furniture_kind(text)
    if kind is not None:
        evidence[kind] = 1.0
    for name, form in _FORMS:
        if form.search(text):
            evidence[name] = 1.0
    if cues.is_name_line(text):
        evidence["names"] = 1.0
    return evidence


_FORMS = (
    ("author note", cues.AUTHOR_NOTE),
    ("source", cues.SOURCE),
    ("box byline", cues.BYLINE_BOX),
    ("label byline", cues.BYLINE_LABEL),
    ("reporter", cues.REPORTER),
    ("dash", cues.KICKER),
    ("series", cues.SERIES),
    ("column tag", cues.COLUMN_TAG),
    ("bracketed", cues.BRACKETED),
    ("enumerated", cues.ENUMERATED),
    ("original title", cues.ORIGINAL_TITLE),
    ("two part", cues.TWO_PART),
    ("many parts", cues.MANY_PARTS),
)


def _size_class(size: int) -> str:
    for limit, name in _SIZES:
        if size <= limit:
            return name
    return "long"


def _place(runs: Sequence[Run], index: int, windows: _Windows) -> Evidence:
    """What the neighbourhood says."""
    run = runs[index]
    evidence: Evidence = {}
    before = windows.before[index]
    if before is not None and not runs[before].final:
        evidence["after open"] = 1.0
    if index and run.first.gap > runs[index - 1].first.gap and run.first.gap > 1:
        evidence["wide gap"] = 1.0
    if index and run.first.gap == 0 and not run.wrapped:
        evidence["set close"] = 1.0
    if index and runs[index - 1].size <= SHORT:
        kind = cues.furniture_kind(runs[index - 1].text)
        if kind == "page_label":
            evidence["after label"] = 1.0
        elif kind in ("photo_credit", "caption"):
            evidence["after credit"] = 1.0
    if run.first.indent >= 8:
        evidence["deep indent"] = 1.0
    if index == 0:
        evidence["first"] = 1.0
    if index == len(runs) - 1:
        evidence["last"] = 1.0
    if run.wrapped and len(run.lines) > 1:
        evidence["wrapped"] = 1.0
    if run.size <= SHORT and not run.final and "after open" not in evidence:
        evidence |= windows.topic(index)
    return evidence


class _Windows:
    """The body text around each line, for asking whether the topic changes there."""

    def __init__(self, runs: Sequence[Run], repeated: Sequence[float]) -> None:
        self._runs = runs
        self._sets: dict[tuple[int | None, bool], frozenset[str]] = {}
        self.before: list[int | None] = []
        self.after: list[int | None] = [None] * len(runs)
        last: int | None = None
        for index, run in enumerate(runs):
            self.before.append(last)
            if run.size >= _LONG and (run.final or repeated[index] < 0.5):
                last = index
        following: int | None = None
        for index in range(len(runs) - 1, -1, -1):
            self.after[index] = following
            if runs[index].size >= _LONG:
                following = index
        self._usual = self._usual_overlap()

    def topic(self, index: int) -> Evidence:
        """Whether vocabulary changes at a short line, and to which side the line itself belongs."""
        before, after = self._grams(self.before[index], False), self._grams(self.after[index], True)
        evidence: Evidence = {}
        if len(before) > 60 and len(after) > 60:
            ratio = _overlap(before, after) / self._usual
            if ratio < 0.6:
                evidence["topic changes"] = min(1.0, (0.6 - ratio) * 2.5 + 0.2)
            elif ratio > 0.8:
                evidence["topic stays"] = min(1.0, ratio - 0.3)
        own = bigrams(self._runs[index].text)
        if own and after:
            ahead = len(own & after) / len(own)
            behind = len(own & before) / len(own)
            evidence["speaks of what follows"] = max(0.0, ahead - behind)
            evidence["spoken of before"] = behind
        return evidence

    def _grams(self, index: int | None, forward: bool) -> frozenset[str]:
        if index is None:
            return frozenset()
        key = (index, forward)
        if key not in self._sets:
            texts, room, at = [], _WINDOW, index
            while 0 <= at < len(self._runs) and room > 0 and abs(at - index) < 12:
                if self._runs[at].size >= _LONG:
                    text = self._runs[at].text
                    texts.append(text[:room] if forward else text[-room:])
                    room -= len(text)
                at += 1 if forward else -1
            self._sets[key] = frozenset().union(*map(bigrams, texts))
        return self._sets[key]

    def _usual_overlap(self) -> float:
        """How alike two neighbouring windows are inside running text on this page."""
        inside = [
            index
            for index in range(1, len(self._runs))
            if self._runs[index].size >= _LONG and self._runs[index - 1].size >= _LONG
        ]
        step = max(1, len(inside) // 40)
        found = [
            _overlap(self._grams(index - 1, False), self._grams(index, True)) for index in inside[::step]
        ]
        found = sorted(value for value in found if value > 0)
        return max(0.02, found[len(found) // 2]) if found else 0.1


def bigrams(text: str) -> frozenset[str]:
    """The pairs of neighbouring Chinese characters of a text."""
    return frozenset(
        a + b for a, b in zip(text, text[1:], strict=False) if a.isalnum() and b.isalnum() and a > "\u02ff"
    )


def _overlap(left: frozenset[str], right: frozenset[str]) -> float:
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller else 0.0


def _repeated_share(runs: Sequence[Run]) -> list[float]:
    """For each shorter line the share of its n-grams that stand in lines soon after it: a pull quote's mark."""
    low, high = _REPEAT_SIZE
    asked: dict[str, list[int]] = defaultdict(list)
    candidates = [low <= run.size <= high and not (run.final and run.size > 120) for run in runs]
    texts = ["".join(run.text.split()) for run in runs]
    for text, candidate in zip(texts, candidates, strict=True):
        if candidate:
            for at in range(len(text) - _GRAM + 1):
                asked[text[at : at + _GRAM]]
    for index, text in enumerate(texts):
        for at in range(len(text) - _GRAM + 1):
            places = asked.get(text[at : at + _GRAM])
            if places is not None and (not places or places[-1] != index):
                places.append(index)
    shares = []
    for index, (text, candidate) in enumerate(zip(texts, candidates, strict=True)):
        total = len(text) - _GRAM + 1
        hits = 0
        if candidate:
            for at in range(total):
                places = asked[text[at : at + _GRAM]]
                following = bisect_right(places, index)
                hits += following < len(places) and places[following] - index <= _REPEAT_REACH
        shares.append(hits / total if candidate and total > 0 else 0.0)
    return shares
