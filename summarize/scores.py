"""Character ROUGE of summaries against references, with intervals, and of two systems on the same documents.

Intervals are 95 % percentiles of 1,000 bootstrap samples of the documents (Efron 1979), drawn the same way every
time. Systems are compared in pairs (Koehn 2004): the same samples for both, the difference of their means in each.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from seeds._version import __version__
from seeds.display import Displayed
from seeds.errors import InputError
from summarize.rouge import rouge

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarize.vectors import Floats

SAMPLES = 1000
SIGNATURE = (
    f"rouge:f1|unit:character|case:lower|space:dropped|bootstrap:{SAMPLES}|seed:0|version:{__version__}"
)
"""All that a score depends on besides the texts: scores compare if this is the same."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean over documents, in percent, with the bounds that 95 of 100 bootstrap samples lie between."""

    mean: float
    low: float
    high: float

    def to_dict(self) -> dict[str, float]:
        """`{"mean", "low", "high"}`, rounded to two places."""
        return {"mean": round(self.mean, 2), "low": round(self.low, 2), "high": round(self.high, 2)}


@dataclass(frozen=True, slots=True)
class ScoreDifference:
    """What a system scores more than the first one, in points; `p` is the chance to see that if they were equal."""

    mean: float
    low: float
    high: float
    p: float

    def to_dict(self) -> dict[str, float]:
        """`{"mean", "low", "high", "p"}`."""
        values = {"mean": self.mean, "low": self.low, "high": self.high}
        return {**{name: round(value, 2) for name, value in values.items()}, "p": round(self.p, 3)}


@dataclass(frozen=True, slots=True)
class SystemScores:
    """ROUGE F1 of one system and the mean length of its summaries in characters.

    `against_first` compares the sum of the three scores, divided by three, with the first system's; None for the
    first itself.
    """

    name: str
    one: Interval
    two: Interval
    longest: Interval
    characters: float
    against_first: ScoreDifference | None = None

    def to_dict(self) -> dict[str, Any]:
        """One of the `systems` of the `oped/evaluation/1` schema."""
        return {
            "name": self.name,
            "rouge_1": self.one.to_dict(),
            "rouge_2": self.two.to_dict(),
            "rouge_l": self.longest.to_dict(),
            "characters": round(self.characters, 1),
            "against_first": self.against_first.to_dict() if self.against_first else None,
        }


@dataclass(frozen=True, slots=True)
class Scores(Displayed):
    """The scores of a file of summaries against a file of references."""

    predictions: str
    references: str
    documents: int
    missing: int
    system: SystemScores
    signature: str = SIGNATURE

    def to_dict(self) -> dict[str, Any]:
        """The `oped/scores/1` schema."""
        return {
            "schema": "oped/scores/1",
            "predictions": self.predictions,
            "references": self.references,
            "documents": self.documents,
            "missing": self.missing,
            "signature": self.signature,
            **{name: value for name, value in self.system.to_dict().items() if name.startswith("rouge")},
            "characters": round(self.system.characters, 1),
        }


def score(
    name: str, summaries: Sequence[str], references: Sequence[str], first: Floats | None = None
) -> SystemScores:
    """The scores of one system, beside the `values` of the first one if given; needs a document at least."""
    import numpy as np

    found = values(summaries, references)
    drawn = np.random.default_rng(0).integers(0, len(found), (SAMPLES, len(found)))
    low, high = np.percentile(_means(found, drawn), (2.5, 97.5), axis=0)
    one, two, longest = map(Interval, found.mean(axis=0).tolist(), low.tolist(), high.tolist())
    characters = sum(map(len, summaries)) / len(summaries)
    difference = None if first is None else _difference(found - first, drawn)
    return SystemScores(name, one, two, longest, characters, difference)


def values(summaries: Sequence[str], references: Sequence[str]) -> Floats:
    """ROUGE-1, 2 and L in percent, a row a document."""
    import numpy as np

    return np.array([rouge(*pair) for pair in zip(summaries, references, strict=True)]) * 100


def score_file(predictions: Path | str, references: Path | str) -> Scores:
    """Score the `summary` of each row of one JSONL file against that of the row with its `id` in another.

    A reference without a prediction is counted as `missing` and scores nothing, as ROUGE of an empty summary does.
    Raises `InputError` for a file that cannot be read, a row without `id` and `summary`, an `id` that stands twice
    or a prediction without a reference.
    """
    made, wanted = summaries_of(Path(predictions)), summaries_of(Path(references))
    if not wanted:
        raise InputError(f"{references} holds no rows: give a file with one JSON object a line")
    if strange := next((name for name in made if name not in wanted), None):
        raise InputError(
            f"{predictions} has a row {strange!r} that {references} has not: give its references"
        )
    texts = [made.get(name, "") for name in wanted]
    system = score(Path(predictions).name, texts, list(wanted.values()))
    missing = len(wanted) - len(made)
    return Scores(Path(predictions).name, Path(references).name, len(wanted), missing, system)


def summaries_of(path: Path) -> Mapping[str, str]:
    """The `summary` of each row by its `id`."""
    found: dict[str, str] = {}
    for number, row in rows_of(path, ("id", "summary")):
        name = str(row["id"])
        if not isinstance(row["summary"], str):
            raise InputError(f'{path}, line {number}: "summary" must be a string')
        if name in found:
            raise InputError(f"{path}, line {number}: the id {name!r} stands twice; give each row its own")
        found[name] = row["summary"]
    return found


MOST_BYTES = 1 << 30
"""A file of references that is larger has no end, such as /dev/zero, or none that memory has room for."""


def rows_of(path: Path, needed: Sequence[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    """The rows of a JSONL file with the numbers of their lines; blank lines are passed over."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise InputError(f"{path} is larger than {MOST_BYTES:,} bytes: evaluate a part of it")
        lines = data.decode("utf-8-sig").split("\n")
    except OSError as problem:
        raise InputError(f"cannot read '{path}': {problem.strerror}; name a JSON Lines file") from problem
    except UnicodeDecodeError as problem:
        raise InputError(f"{path} cannot be read as UTF-8 text: {problem}") from problem
    names = [f'"{name}"' for name in needed]
    listed = f"{', '.join(names[:-1])} and {names[-1]}"
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            for name in needed:
                row[name]
        except (ValueError, KeyError, TypeError, RecursionError) as problem:
            raise InputError(f"{path}, line {number}: a row needs {listed}") from problem
        yield number, row


def _means(found: Floats, drawn: Any) -> Floats:
    import numpy as np

    return np.array([found[sample].mean(axis=0) for sample in drawn])


def _difference(differences: Floats, drawn: Any) -> ScoreDifference:
    import numpy as np

    each = differences.mean(axis=1)
    means = _means(each, drawn)
    low, high = np.percentile(means, (2.5, 97.5)).tolist()
    mean = float(each.mean())
    against = float((means <= 0).mean() if mean > 0 else (means >= 0).mean())
    return ScoreDifference(mean, low, high, min(1.0, 2 * against))
