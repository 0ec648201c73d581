"""Whether a line stands beside a text, as captions, notices, pleas and facts do, by its words and its shape.

A logistic regression over runs of one to three characters and a few signs of shape. No form foresees how everybody
writes such lines, but their words are much the same: it was trained on invented lines (`benchmarks/beside.jsonl`) and
on sentences and titles of opinion pieces, so that a line like none of them is judged as well.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, TypeAlias

from seeds.language.variants import simplified

Place: TypeAlias = Literal["above", "within", "below"]
"""Where a line stands: between title and text, between two paragraphs, below the last."""
SHORTEST, LONGEST = 4, 120
"""Characters of a line that is asked."""
_SURE: Mapping[Place, float] = {"above": 0.9, "within": 0.97, "below": 0.9}
_SENTENCE, _PARAGRAPH = 0.99, 60
"""How likely a line that ends as a sentence has to be none of the text; one of more characters is text."""
_SIZES = (10, 20, 40, 80)
_STOP = re.compile("[。！？!?….][”’」』）)】]*$")
_COLON = re.compile("^.{0,11}[:：]")
_BARS = re.compile("[|｜·/／]")
_WIDE = re.compile("[ \u3000]{2}")
_LATIN = re.compile("[A-Za-z]{3}")
_SYMBOL = re.compile("[^\\w\\s，。！？、；：“”‘’（）《》【】—…·「」!-~]")
_DIGIT = re.compile("[0-9０-９]")
_MARKED = re.compile("[摄攝图圖▲△▼▽|｜/@]|^[（(【\\[]")
"""What captions and notes amid a text have, if they are sentences."""
_ATTACHED = re.compile("附[件表录錄图圖]")
"""What a document has with it is named at its end, and part of it."""
_CROSSED = ("stop", "short", "colon", "space")
"""Signs that say another thing in another place."""


def stands_beside(line: str, place: Place) -> bool:
    """Whether a line is surely none of the text that it stands in."""
    return is_asked(line, place) and chance(line, place) >= sure(line, place)


def is_asked(line: str, place: Place) -> bool:
    """Whether a line is worth the question: amid a text few sentences are, and lines of texts on programs are not."""
    stopped = _STOP.search(line) is not None
    if not SHORTEST <= len(line) <= (_PARAGRAPH if stopped else LONGEST) or _ATTACHED.match(line):
        return False
    if place != "within":
        return True
    return not _LATIN.search(line) and (not stopped or _MARKED.search(line) is not None)


def sure(line: str, place: Place) -> float:
    """How likely a line has to be none of the text: text that is taken away is worse than a line that stays."""
    return _SENTENCE if _STOP.search(line) else _SURE[place]


@lru_cache(1024)
def chance(line: str, place: Place) -> float:
    """The likelihood that a line is none of the text, 0 to 1."""
    weights = _weights()
    total = weights[""] + sum(weights.get(name, 0.0) for name in signs(line, place))
    return 1 / (1 + math.exp(-total))


def signs(line: str, place: Place) -> set[str]:
    """What a line has, by name: its runs of characters, a figure for any other, and its shape."""
    text = _DIGIT.sub("0", simplified(line.strip()))
    size = next((f"up to {size}" for size in _SIZES if len(text) <= size), "long")
    shape = {
        "stop": _STOP.search(text),
        "short": len(text) <= _SIZES[1],
        "colon": _COLON.match(text),
        "space": " " in text or "\u3000" in text,
        "wide": _WIDE.search(text),
        "bar": _BARS.search(text),
        "bracket": text[:1] in "（([【〔［",
        "quoted": text[:1] in "“「",
        "asked": text[-1:] in "？?",
        "digits": text.count("0") > 3,
        "latin": _LATIN.search(text),
        "symbol": _SYMBOL.search(text),
        "commas": text.count("，") > 1,
    }
    told = {name for name, true in shape.items() if true}
    crossed = {f"{name} {place}" for name in _CROSSED if name in told}
    runs = {f"'{text[at : at + n]}" for n in (1, 2, 3) for at in range(len(text) - n + 1)}
    return {size, place, *told, *crossed, *runs}


@cache
def _weights() -> Mapping[str, float]:
    found: dict[str, float] = json.loads((files(__package__) / "beside.json").read_text("utf-8"))
    return found
