"""Reprints of a corpus: articles that are one text, printed again whole, cut, or changed in places.

Exact and near copies are found first and once: windows of eight characters are sampled by their hashes (Broder 1997,
with the fixed sampling of Manber 1994), articles that share many of them are measured by their longest common
subsequence, and those that are one text are one cluster. Windows in many articles link each to the first of them and to
the one before it, so that the work grows with the articles and not with the pairs of copies. DuckDB or Spark brings the
articles together, out of memory where it must be; they are measured here, one pair after the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from compare.corpus import parquet
from compare.corpus.articles import Article
from compare.corpus.engines import connect
from compare.corpus.filters import near
from compare.corpus.pipeline import Settings
from compare.reuse.fold import string_of
from compare.reuse.hashes import window_hashes
from compare.reuse.text import Text
from seeds.errors import UsageError
from seeds.language.subsequence import common_length
from seeds.page import Piece
from seeds.plain import plain_fields
from seeds.temporary import temporary_folder

Codes = NDArray[np.uint32]
Flags = NDArray[np.bool_]

WINDOW, ONE_IN = 8, 4
"""Characters of a sampled window, and of how many windows one is kept."""
FEW = 8
"""Articles that share a window and are all paired with each other; of more, each with the first and the one before."""
PROMISING = 0.08
"""Share of the windows of the shorter article from which two are measured."""
AT_ONCE, KEPT = 4096, 4096
"""Articles that are sampled in one go, and whose signs are kept at hand."""
SAMPLED = {"hash": "BIGINT", "article": "INTEGER"}
"""A sampled window, once for each article that has it."""
SHARING = (
    ("sizes", "SELECT article, count(*) AS size FROM sampled GROUP BY article"),
    ("repeated", "SELECT hash, count(*) AS places FROM sampled GROUP BY hash HAVING count(*) > 1"),
    ("shared", "SELECT s.hash, s.article, r.places FROM sampled s JOIN repeated r ON s.hash = r.hash"),
    (
        "chained",
        f"""SELECT article, min(article) OVER (PARTITION BY hash) AS first,
                   lag(article) OVER (PARTITION BY hash ORDER BY article) AS before
            FROM shared WHERE places > {FEW}""",
    ),
    (
        "counted",
        f"""SELECT a, b, count(*) AS windows FROM (
                SELECT p.article AS a, q.article AS b
                FROM shared p JOIN shared q ON p.hash = q.hash AND p.article < q.article WHERE p.places <= {FEW}
                UNION ALL SELECT first AS a, article AS b FROM chained WHERE first < article
                UNION ALL SELECT before AS a, article AS b FROM chained WHERE first < before) pairs
            GROUP BY a, b""",
    ),
    (
        "candidates",
        f"""SELECT c.a, c.b FROM counted c JOIN sizes x ON c.a = x.article JOIN sizes y ON c.b = y.article
            WHERE c.windows >= {PROMISING} * least(x.size, y.size)""",
    ),
)
"""Tables in SQL that DuckDB and Spark read alike, see `compare.corpus.queries`: which articles share enough windows."""
GRAM = 5
"""Characters in a row that both have to have for them to count as kept."""
SAME, HALF = 0.82, 0.55
"""Two articles are one text when this share of the shorter stands in the other in order, and that is so much of the
longer: a paragraph that one has from the other does not make them one."""
EXCERPT = 1 / 3
"""So much of the longer is enough where the shorter was printed later and nearly all of it stands there: it was cut."""
FAR, FAR_SAME = 90, 0.93
"""So many days apart it is another event of the same form, unless this share is the same."""
RUNS = 0.35
"""Share of the shorter in runs of `GRAM` characters that the longer has, at least."""
FIGURES, SAME_FIGURES = 3, 0.55
"""Of so many figures or more in the shorter, this share has to be in the longer."""
CREDIT = re.compile(
    r"\s*(?:[（(]\s*)?(?:本报|本台|新华社|中新社|新华网|人民网|央视网|据)[^）)\n。]{0,40}[电讯][）)]?\s*"
)
"""The credit of an agency at the head of an article: papers put in their own."""


@dataclass(frozen=True, slots=True)
class Copy:
    """An article of a cluster: the share of the first printing that it `kept`, and the share of its own `added`."""

    id: str
    date: str
    source: str
    title: str
    kept: float
    added: float

    def to_dict(self) -> dict[str, Any]:
        """All fields, shares to three places."""
        return plain_fields(self, 3)


@dataclass(frozen=True, slots=True)
class Reprints:
    """Articles that are one text, the earliest first; `first` is the first printing, None where dates do not tell.

    `chars` are the characters of the first printing without spaces, of the longest article where there is none to name.
    """

    articles: tuple[Copy, ...]
    first: str | None
    chars: int

    @property
    def pairs(self) -> int:
        """Pairs of articles in the cluster."""
        return len(self.articles) * (len(self.articles) - 1) // 2

    @property
    def sources(self) -> tuple[str, ...]:
        """The papers that printed it, in order."""
        return tuple(dict.fromkeys(copy.source for copy in self.articles if copy.source))

    def to_dict(self) -> dict[str, Any]:
        """`{"articles", "first", "chars", "pairs"}`."""
        return plain_fields(self, pairs=self.pairs)


def reprints(
    articles: Iterable[Article],
    *,
    same: float = SAME,
    within: int | None = None,
    settings: Settings | None = None,
) -> list[Reprints]:
    """The clusters of a corpus, those of most articles first; an article that nobody printed again is in none.

    `same` is the share of the shorter article that has to stand in the other; with `within`, articles are linked when
    they were printed so many days apart at most. Of the `settings` count engine, jobs, memory and master. Raises
    `UsageError` for a share that is not above 0 and at most 1, and for an id that comes twice.
    """
    if not 0 < same <= 1:
        raise UsageError(f"same is {same:g}; a share lies above 0 and is at most 1")
    held = list(articles)
    if len({article.id for article in held}) < len(held):
        twice = Counter(article.id for article in held).most_common(1)[0][0]
        raise UsageError(f"the id {twice!r} comes twice: give every article an id of its own")
    codes = lru_cache(KEPT)(lambda at: codes_of(held[at]))
    groups = _Groups(len(held))
    for one, other in _candidates(map(codes_of, held), settings or Settings()):
        if groups.home(one) == groups.home(other) or not near(held[one].date, held[other].date, within):
            continue
        short, long = sorted((one, other), key=lambda at: (len(codes(at)), held[at].id))
        day, before = held[short].date, held[long].date
        far = day and before and not near(day, before, FAR)
        later = bool(before) and day > before and not day.startswith(before)
        if _one_text(codes(short), codes(long), max(same, FAR_SAME) if far else same, later):
            groups.join(one, other)
    found: list[Reprints] = []
    for group in groups:
        left = group
        while len(left) > 1:
            cluster = _cluster([held[at] for at in left], [codes(at) for at in left])
            if len(cluster.articles) > 1:
                found.append(cluster)
            # What is linked to a copy by what that copy added is no print of this text, but may be of another.
            printed = {copy.id for copy in cluster.articles}
            left = [at for at in left if held[at].id not in printed]
    return sorted(
        found, key=lambda cluster: (-len(cluster.articles), cluster.articles[0].date, cluster.articles[0].id)
    )


def codes_of(article: Article) -> Codes:
    """The folded characters of an article, without the credit of an agency at its head."""
    text = Text.of(article.content)
    credit = CREDIT.match(text.raw)
    return text.codes[int(np.searchsorted(text.origin, credit.end() if credit else 0)) :]


def covered(codes: Codes, by: Codes) -> Flags:
    """Which characters stand in the other text too, at least `GRAM` in a row."""
    windows = np.isin(window_hashes(codes, GRAM), window_hashes(by, GRAM))
    flags = np.zeros(len(codes), dtype=bool)
    for offset in range(GRAM if len(windows) else 0):
        flags[offset : offset + len(windows)] |= windows
    return flags


def _one_text(short: Codes, long: Codes, same: float, later: bool) -> bool:
    """Whether the shorter of two articles and the longer are one text; if it is `later` it may be an excerpt."""
    if np.array_equal(short, long):
        return True
    # What is cheap to see first: without these runs there is no common sequence that long, as edits are.
    runs = covered(short, long).sum()
    if len(short) < (EXCERPT if later else HALF) * len(long) or runs < RUNS * len(short):
        return False
    # What stands in both, in order or in runs where paragraphs have changed places.
    kept = max(common_length(short.tolist(), long.tolist()), runs)
    if kept < HALF * len(long):
        same = max(same, FAR_SAME) if later and kept >= EXCERPT * len(long) else 2.0
    return bool(kept >= same * len(short)) and _same_figures(short, long)


def _same_figures(short: Codes, long: Codes) -> bool:
    """Whether the figures of a text stand in the other: a notice of another day has the same words, other figures."""
    figures, others = (
        Counter(re.findall(r"[0-9]+(?:\.[0-9]+)?", string_of(codes))) for codes in (short, long)
    )
    return figures.total() < FIGURES or (figures & others).total() >= SAME_FIGURES * figures.total()


def _candidates(articles: Iterable[Codes], settings: Settings) -> Iterator[tuple[int, int]]:
    """Pairs of articles that share enough windows, each once, in order."""
    with (
        temporary_folder() as folder,
        connect(
            settings.engine, folder, jobs=settings.jobs, memory=settings.memory, master=settings.master
        ) as engine,
    ):
        engine.files("sampled", _sampled(articles, folder), SAMPLED)
        for name, query in SHARING:
            engine.table(name, query)
        yield from engine.rows("SELECT a, b FROM candidates ORDER BY a, b")


def _sampled(articles: Iterable[Codes], folder: Path) -> list[Path]:
    """The files of the table `SAMPLED` of articles, numbered in their order."""
    files: list[Path] = []
    numbered = enumerate(articles)
    with parquet.opened() as database:
        while some := [(number, _sample(codes)) for number, codes in islice(numbered, AT_ONCE)]:
            made = {
                "hash": np.concatenate([sample for _, sample in some]).view(np.int64),
                "article": np.repeat([number for number, _ in some], [len(sample) for _, sample in some]),
            }
            files.append(parquet.write(database, folder / f"{len(files):06d}", made, SAMPLED))
    return files


def _sample(codes: Codes) -> NDArray[np.uint64]:
    """Hashes of windows of a text, and one of all of it: a text too short for a window is its own."""
    if not len(codes):
        return np.zeros(0, dtype=np.uint64)
    hashes = np.unique(window_hashes(codes, WINDOW))
    whole = int.from_bytes(blake2b(codes.tobytes(), digest_size=8).digest(), "little")
    return np.append(hashes[(hashes >> np.uint64(7)) % np.uint64(ONE_IN) == 0], np.uint64(whole))


class _Groups:
    """Articles put together, each group in order (union-find)."""

    def __init__(self, size: int) -> None:
        self.parent = list(range(size))

    def home(self, at: int) -> int:
        while self.parent[at] != at:
            self.parent[at] = self.parent[self.parent[at]]
            at = self.parent[at]
        return at

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self.home(one), self.home(other)))
        self.parent[high] = low

    def __iter__(self) -> Iterator[list[int]]:
        groups: dict[int, list[int]] = {}
        for at in range(len(self.parent)):
            groups.setdefault(self.home(at), []).append(at)
        return iter(groups.values())


def _cluster(articles: Sequence[Article], codes: Sequence[Codes]) -> Reprints:
    dates = sorted(article.date for article in articles)
    told = all(dates) and dates[0] != dates[1] and not dates[1].startswith(dates[0])
    order = sorted(
        range(len(articles)), key=lambda at: (articles[at].date or "~", -len(codes[at]), articles[at].id)
    )
    base = order[0] if told else min(order, key=lambda at: (-len(codes[at]), articles[at].id))
    shares = [_shares(codes[base], codes[at]) for at in order]
    copies = [
        Copy(article.id, article.date, article.source, article.title, kept, 1 - by)
        for article, (kept, by) in zip((articles[at] for at in order), shares, strict=True)
    ]
    kept = tuple(copy for copy in copies if copy.kept >= EXCERPT)
    return Reprints(kept, articles[base].id if told else None, len(codes[base]))


def adaptation(first: Article, copies: Sequence[Article]) -> list[tuple[str, tuple[float, ...]]]:
    """The sentences of the first printing, each with the share of it that each copy keeps."""
    text = Text.of(first.content)
    flags = [covered(text.codes, codes_of(copy)) for copy in copies]
    found = []
    for part in re.finditer(r"[^。！？\n]+[。！？]?[”」]?", text.raw):
        low, high = np.searchsorted(text.origin, part.span())
        if high > low:
            shares = tuple(float(flag[low:high].mean()) for flag in flags)
            found.append((part.group().strip(), shares))
    return found


def paragraphs_of(articles: Iterable[Article], *, least: int = 40) -> Iterator[Article]:
    """The paragraphs of at least so many characters, each as an article whose id ends in ¶ and its number from 1."""
    for article in articles:
        content = article.content
        parts = [p.text for p in content.paragraphs] if isinstance(content, Piece) else content.split("\n")
        for number, part in enumerate(parts, 1):
            if len(part.strip()) >= least:
                yield replace(article, id=f"{article.id}¶{number}", content=part.strip())


def _shares(one: Codes, other: Codes) -> tuple[float, float]:
    """The share of each text that stands in the other: in order, or in runs where paragraphs have changed places."""
    if np.array_equal(one, other):
        return 1.0, 1.0
    common = common_length(one.tolist(), other.tolist())
    return (
        max(common / len(one), float(covered(one, other).mean())),
        max(common / len(other), float(covered(other, one).mean())),
    )
