"""How summaries of marked pieces read: pieces of which a reader marked every sentence.

A row of a marked set holds `id`, `title`, `text`, `sentences`, `not_alone` (numbers of the sentences that cannot be
printed under the title alone), `worth` (0 to 3 for each sentence: 3 the thesis or the call, 2 an argument), `good_cuts`
and `bad_cuts`, `good_lines`, `bad_lines` and `headlines` (lines a reader held to be printable, or not, or made).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from summarize.scores import rows_of

Mark: TypeAlias = dict[str, Any]
"""A row of a marked set."""

CHARS, LINE = 120, 20
"""Characters of a paragraph and of a line that readers had in mind."""
_FIELDS = (
    *("id", "title", "text", "sentences", "not_alone", "worth", "good_cuts", "bad_cuts"),
    *("good_lines", "bad_lines", "headlines"),
)
_SPACE = re.compile(r"\s+")


def marks_of(path: Path) -> list[Mark]:
    """The rows of a marked set. Raises `InputError` for a file that cannot be read or a row without its fields."""
    return [row for _, row in rows_of(path, _FIELDS)]


def scored(mark: Mark, line: str, printed: Sequence[str]) -> dict[str, float]:
    """How one piece's line and paragraph, sentence by sentence as printed, stand beside its marks.

    `printable`: all sentences were marked as able to stand, cuts as good; `doubtful`: none bad, but one that no reader
    judged; `thesis`: half of a sentence marked 3 or more is there; `gain`: the worth chosen, as a share of the best
    that fits 120 characters; `line`, `line_bad`, `line_unknown`: what the marks say of the line, `line_repeats`: over
    80 % of its character pairs stand in the title. All are 0 or 1 but `gain`.
    """
    sentences = [bare(text) for text in mark["sentences"]]
    verdicts, gained, thesis = [], 0.0, False
    for text in map(bare, printed):
        home = _home(text, sentences)
        verdicts.append(_verdict(mark, text, home, sentences))
        if home is not None:
            share = len(text) / max(len(sentences[home]), 1)
            gained += mark["worth"][home] * share
            thesis |= mark["worth"][home] == 3 and share >= 0.5
    lengths = [len(_SPACE.sub("", text)) for text in mark["sentences"]]
    alone = [0 if n in mark["not_alone"] else worth for n, worth in enumerate(mark["worth"])]
    best = _best_gain(lengths, alone)
    good = {bare(text) for text in (*mark["good_lines"], *mark["headlines"])}
    bad = {bare(text) for text in mark["bad_lines"]} - good
    line = bare(line)
    pairs, title = _pairs(line), _pairs(bare(mark["title"]))
    return {
        "printable": float(bool(verdicts) and all(verdict == "ok" for verdict in verdicts)),
        "doubtful": float("bad" not in verdicts and "unknown" in verdicts),
        "thesis": float(thesis),
        "gain": min(1.0, gained / best) if best else 1.0,
        "line": float(line in good),
        "line_bad": float(line in bad),
        "line_unknown": float(bool(line) and line not in good and line not in bad),
        "line_repeats": float(bool(pairs) and len(pairs & title) > 0.8 * len(pairs)),
    }


def mean(scores: Sequence[dict[str, float]]) -> dict[str, float]:
    """The mean of each figure in per cent."""
    return {name: 100 * sum(score[name] for score in scores) / len(scores) for name in scores[0]}


def bare(text: str) -> str:
    """A text as marks are compared: without space and the marks at its ends."""
    return _SPACE.sub("", text).strip("，。；：、！？…,.;:!?")


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}


def _home(text: str, sentences: Sequence[str]) -> int | None:
    """The number of the sentence that the printed one was made of: whole, cut, or with words left out."""
    for number, sentence in enumerate(sentences):
        if text in sentence:
            return number
    for number, sentence in enumerate(sentences):
        rest = iter(sentence)
        if all(char in rest for char in text):
            return number
    return None


def _verdict(mark: Mark, text: str, home: int | None, sentences: Sequence[str]) -> str:
    if home is not None and text == sentences[home]:
        return "bad" if home in mark["not_alone"] else "ok"
    if text in map(bare, mark["good_cuts"]):
        return "ok"
    return "bad" if home is None or text in map(bare, mark["bad_cuts"]) else "unknown"


def _best_gain(lengths: Iterable[int], worths: Iterable[int]) -> int:
    best = {0: 0}
    for length, worth in zip(lengths, worths, strict=True):
        for used, gained in list(best.items()):
            if used + length <= CHARS and best.get(used + length, -1) < gained + worth:
                best[used + length] = gained + worth
    return max(best.values())
