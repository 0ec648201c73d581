"""Looking at what was found in a corpus: the strongest passages, one article, one phrase.

The rows that `oped corpus` wrote are read one after the other; what is kept grows with what is shown, not with
the file.
"""

from __future__ import annotations

import heapq
import json
from dataclasses import dataclass, field, replace
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from compare.phrases.fold import fold
from compare.phrases.text import Text
from compare.rhetoric.timeline import timeline
from seeds.errors import EngineUnavailableError, InputError, UsageError
from seeds.piece import Piece

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from compare.corpus.articles import Article
    from compare.rhetoric.timeline import Timeline

COLUMNS = {"a": str, "b": str, "sa": int, "ea": int, "sb": int, "eb": int, "kind": str, "bits": float,
           "expect": float, "text_a": str, "text_b": str}  # fmt: skip
"""What a row must have, and of which type."""
KINDS = ("verbatim", "near")

CANDIDATES = 50
"""Different wordings kept for each passage to show: so many variants of stronger ones may be merged."""
ALIKE = 0.6
"""Two wordings with this share of their windows in common are one passage, as a share of the longer."""
WINDOW = 4
"""Characters of the windows that wordings are compared by."""
CONTEXT = 60
"""Characters shown on either side of a key word at most."""


class SharedRow(NamedTuple):
    """A passage that two articles share, as `oped corpus` wrote it; `text_a` and `text_b` are its wordings."""

    a: str
    b: str
    sa: int
    ea: int
    sb: int
    eb: int
    kind: str
    bits: float
    expect: float
    text_a: str
    text_b: str


def read_rows(
    path: str | Path, *, on_error: Callable[[InputError], None] | None = None
) -> Iterator[SharedRow]:
    """The rows of a file, JSON Lines or, by its name, Parquet.

    A line that is no row is given to `on_error` with its number and passed over; without `on_error` it is
    raised. Raises `InputError` when the file cannot be read.
    """
    path = Path(path)
    rows = _parquet(path) if path.suffix.lower() == ".parquet" else _lines(path)
    for number, read in rows:
        try:
            yield _row(read, f"{path.name} line {number}")
        except InputError as problem:
            if on_error is None:
                raise
            on_error(problem)


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield number, line
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        raise InputError(f"cannot read {str(path)!r}: {reason}") from None


def _parquet(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        import duckdb
    except ImportError:
        raise EngineUnavailableError("Parquet needs the package duckdb: pip install duckdb") from None
    if not path.is_file():
        raise InputError(f"cannot read {str(path)!r}: there is no such file")
    try:
        with duckdb.connect() as connection:
            # Many rows in one chunk cost memory, and threads would change the order.
            connection.execute("SET threads = 1")
            table = connection.execute("SELECT * FROM read_parquet(?)", [str(path)])
            names = [column[0] for column in table.description or ()]
            number = 0
            while rows := table.fetchmany(2048):
                for row in rows:
                    number += 1
                    yield number, dict(zip(names, row, strict=True))
    except duckdb.Error as problem:
        raise InputError(f"{str(path)!r} is no Parquet file: {str(problem).splitlines()[0]}") from None


def _row(read: bytes | dict[str, Any], where: str) -> SharedRow:
    if isinstance(read, bytes):
        try:
            read = json.loads(read)
        except (ValueError, RecursionError):
            raise InputError(f"{where} is not JSON: skipped; each line is a row of oped corpus") from None
    if not isinstance(read, dict):
        raise InputError(f"{where} is no row of oped corpus: skipped")
    values: list[Any] = []
    for name, type_ in COLUMNS.items():
        value = read.get(name)
        if isinstance(value, bytes):
            value = value.decode("utf-8", "surrogatepass")
        if type_ is float and isinstance(value, int) and not isinstance(value, bool):
            value = float(value) if abs(value) < 1e300 else None
        if not isinstance(value, type_) or isinstance(value, bool):
            what = f"has no {name!r}" if value is None else f"has a {name!r} of the wrong type"
            raise InputError(f"{where} {what}: skipped; write the rows anew with this version of oped corpus")
        values.append(value)
    row = SharedRow(*values)
    if row.kind not in KINDS or not isfinite(row.bits) or not isfinite(row.expect):
        raise InputError(f"{where} has a value that no row has: skipped")
    return row


@dataclass(slots=True)
class Formula:
    """A passage with its near-duplicates: `first` is the strongest row, `pairs` and `articles` count who share it."""

    first: SharedRow
    windows: frozenset[str]
    pairs: int = 0
    holders: set[str] = field(default_factory=set)

    @property
    def text(self) -> str:
        """The wording of the strongest row."""
        return self.first.text_a

    @property
    def kind(self) -> str:
        """Whether the strongest row is verbatim or near."""
        return self.first.kind

    @property
    def bits(self) -> float:
        """The rarity of the strongest row."""
        return self.first.bits

    @property
    def articles(self) -> int:
        """The number of articles that hold it."""
        return len(self.holders)

    def to_dict(self) -> dict[str, Any]:
        """`{"text", "kind", "bits", "pairs", "articles", "example"}`, the last being the strongest row."""
        return {
            "text": self.text,
            "kind": self.kind,
            "bits": round(self.bits, 2),
            "pairs": self.pairs,
            "articles": self.articles,
            "example": self.first._asdict(),
        }


def strongest(rows: Callable[[], Iterable[SharedRow]], top: int = 20) -> list[Formula]:
    """The rarest passages, each once with all that hold it or nearly so, the rarest first.

    `rows` is called twice, for the rows from the first to the last each time: once to choose, once to count. A
    pair counts once for each of its rows in a passage. Raises `UsageError` for a `top` below 1.
    """
    if top < 1:
        raise UsageError(f"{top} passages: ask for 1 or more")
    formulas: list[Formula] = []
    index: dict[str, list[int]] = {}
    for row in _rarest(rows(), top * CANDIDATES):
        windows = _windows(row.text_a)
        if len(formulas) < top and _home(windows, formulas, index) is None:
            for window in windows:
                index.setdefault(window, []).append(len(formulas))
            formulas.append(Formula(row, windows))
    homes: dict[str, int | None] = {}
    for row in rows():
        if row.text_a not in homes:
            if len(homes) > 100_000:
                homes.clear()
            homes[row.text_a] = _home(_windows(row.text_a), formulas, index)
        home = homes[row.text_a]
        if home is not None:
            formulas[home].pairs += 1
            formulas[home].holders |= {row.a, row.b}
    return formulas


def _rarest(rows: Iterable[SharedRow], most: int) -> list[SharedRow]:
    """The rarest rows, one of each wording: the first of the rarest."""
    kept: dict[str, tuple[float, int, SharedRow]] = {}
    heap: list[tuple[float, int, str]] = []
    for number, row in enumerate(rows):
        known = kept.get(row.text_a)
        if known[0] >= row.bits if known else len(kept) == most and row.bits <= heap[0][0]:
            continue
        kept[row.text_a] = (row.bits, -number, row)
        heapq.heappush(heap, (row.bits, -number, row.text_a))
        while True:
            bits, place, text = heap[0]
            # A wording whose rarer row came later stands in the heap twice.
            outdated = text not in kept or kept[text][:2] != (bits, place)
            if not outdated and len(kept) <= most:
                break
            heapq.heappop(heap)
            if not outdated:
                del kept[text]
    return [row for _, _, row in sorted(kept.values(), key=lambda entry: (-entry[0], -entry[1]))]


def folded(text: str) -> str:
    """A text in the form that matching compares, as a string."""
    codes = fold(text)
    signs: str = codes[codes != 0].tobytes().decode("utf-32-le", "surrogatepass")
    return signs


def _windows(text: str) -> frozenset[str]:
    signs = folded(text)
    return frozenset(signs[at : at + WINDOW] for at in range(max(1, len(signs) - WINDOW + 1)))


def _home(windows: frozenset[str], formulas: list[Formula], index: dict[str, list[int]]) -> int | None:
    """The passage that a wording belongs to: the one most like it, the rarest of several."""
    common: dict[int, int] = {}
    for window in windows:
        for number in index.get(window, ()):
            common[number] = common.get(number, 0) + 1
    best, most = None, ALIKE
    for number in sorted(common):
        share = common[number] / max(len(windows), len(formulas[number].windows))
        if share >= most and (best is None or share > most):
            best, most = number, share
    return best


@dataclass(frozen=True, slots=True, order=True)
class Sharing:
    """A passage of one article that another has too: its place and wording `here`, the wording `there`."""

    start: int
    end: int
    other: str
    here: str
    there: str
    kind: str
    bits: float

    def to_dict(self) -> dict[str, Any]:
        """All fields."""
        return {name: getattr(self, name) for name in self.__slots__}


def sharings(rows: Iterable[SharedRow], article: str) -> list[Sharing]:
    """All that one article shares with others, in the order of its text."""
    found = []
    for row in rows:
        if row.a == article:
            found.append(Sharing(row.sa, row.ea, row.b, row.text_a, row.text_b, row.kind, row.bits))
        if row.b == article:
            found.append(Sharing(row.sb, row.eb, row.a, row.text_b, row.text_a, row.kind, row.bits))
    return sorted(found)


@dataclass(frozen=True, slots=True)
class KeyWord:
    """One occurrence of a phrase: its place in the text of an article, and the words around it."""

    article: str
    date: str
    start: int
    end: int
    before: str
    text: str
    after: str

    def to_dict(self) -> dict[str, Any]:
        """All fields."""
        return {name: getattr(self, name) for name in self.__slots__}


def concordance(articles: Iterable[Article], words: str) -> Iterator[KeyWord]:
    """Every occurrence of `words` in articles, in their order.

    Signs are compared as matching compares them: width, kind of quotation mark, spaces and letter case do not
    matter. Occurrences do not overlap. Raises `UsageError` when nothing is left of `words`.
    """
    wanted = wanted_signs(words)
    for article in articles:
        text, signs = _ready(article)
        at = signs.find(wanted)
        while at >= 0:
            low, high = text.range(at, at + len(wanted))
            start, end = text.extent(at, at + len(wanted))
            before, after = text.raw[max(0, low - CONTEXT) : low], text.raw[high : high + CONTEXT]
            yield KeyWord(article.id, article.date, start, end, before, text.raw[low:high], after)
            at = signs.find(wanted, at + len(wanted))


def _ready(article: Article) -> tuple[Text, str]:
    """An article made ready for matching, and its signs as a string."""
    content = article.content
    text = Text.of_piece(content) if isinstance(content, Piece) else Text.of_string(content)
    return text, text.codes.tobytes().decode("utf-32-le", "surrogatepass")


def wanted_signs(words: str) -> str:
    """What is looked for in folded texts; raises `UsageError` when nothing is left of `words`."""
    wanted = folded(words)
    if not wanted:
        raise UsageError("the words to look for are empty; give some")
    return wanted


def over_time(articles: Iterable[Article], formulas: Sequence[str]) -> Timeline:
    """The use of some formulas over dated articles, found as `concordance` finds them.

    Raises as `compare.rhetoric.timeline.timeline` does.
    """
    wanted = {wanted_signs(words): words for words in formulas}

    def dated() -> Iterator[tuple[str, str]]:
        for article in articles:
            _, signs = _ready(article)
            # Which of them an article holds is all that has to be kept of it.
            yield article.date, "\n".join(words for words in wanted if words in signs)

    found = timeline(dated(), list(wanted))
    return replace(found, usages=tuple(replace(usage, text=wanted[usage.text]) for usage in found.usages))
