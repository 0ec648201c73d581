"""All that a report shows, gathered before any of it is drawn."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from compare.pairs import compare_all
from compare.reference.corpus import ReferenceCorpus, load_reference
from compare.results import EXPECT, Comparison, Match
from oped.reports.naming import files
from seeds import check
from seeds.display import Displayed
from seeds.errors import UsageError
from seeds.language.analysis import Analysis, analysis_of
from seeds.page import Page, Piece, Span
from summarize.api import HEADLINE_CHARS, summarize
from summarize.rankers import DEFAULT
from summarize.summary import Summary, summaries_to_dict

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from compare.rhetoric import RhetoricalProfile
    from seeds.language.tokens import Tokenizer

Done = TypeVar("Done")

LEAST_GROUPED = 9
"""Pieces from which on they are put in groups."""


@dataclass(frozen=True, slots=True)
class SharedPhrase:
    """Wording that several pieces have in common.

    `ids` are the members of the comparison that hold it, rising; `match` is the strongest it was seen in.
    """

    text: str
    ids: tuple[int, ...]
    match: Match


@dataclass(frozen=True, slots=True)
class ThemeGroup:
    """Pieces about the same: their member ids, rising, and the terms they share."""

    ids: tuple[int, ...]
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Report(Displayed):
    """Pages with the summary of each piece and the comparison of all pairs.

    `pieces`, `summaries` and `comparison.pieces` are in the same order: entry i belongs to member i + 1. So are
    the rhetorical `profiles`, which may be missing. `groups` are those of two pieces or more about the same, where
    there are enough pieces to group.
    """

    pages: tuple[Page, ...]
    summaries: tuple[Summary, ...]
    comparison: Comparison
    profiles: tuple[RhetoricalProfile, ...] = ()
    groups: tuple[ThemeGroup, ...] = ()
    many_files: bool = field(init=False, compare=False)
    """Whether the pages came from several files; the rows of a table are of one."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "many_files", len(files(page.name for page in self.pages)) > 1)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces of all pages, in page order."""
        return tuple(piece for page in self.pages for piece in page.pieces)

    def piece(self, member: int) -> Piece:
        """The piece behind a member id of the comparison."""
        return self.pieces[member - 1]

    def line(self, member: int, spans: Sequence[Span]) -> int | None:
        """The line of its page, from 1, on which the first of some spans of a piece begins."""
        for page in self.pages:
            if member <= len(page.pieces):
                return page.line_of(spans)
            member -= len(page.pieces)
        return None

    def shared_phrases(self) -> tuple[SharedPhrase, ...]:
        """The wording of two pieces or more: most widely shared first, then least expected by chance."""
        found: dict[str, tuple[set[int], Match]] = {}
        for pair in self.comparison.pairs:
            for match in pair.matches:
                ids, best = found.setdefault(match.frame or match.left.text, (set(), match))
                ids |= {pair.left.id, pair.right.id}
                if match.bits > best.bits:
                    found[match.frame or match.left.text] = (ids, match)
        shared = [SharedPhrase(text, tuple(sorted(ids)), match) for text, (ids, match) in found.items()]
        return tuple(sorted(shared, key=lambda s: (-len(s.ids), -s.match.bits, s.ids, s.text)))

    def __repr__(self) -> str:
        return f"<Report on {len(self.pieces)} pieces of {len(self.pages)} pages>"

    def to_dict(self) -> dict[str, Any]:
        """The `oped/report/1` schema: the pages, summaries and comparison, each in its own schema."""
        return {
            "schema": "oped/report/1",
            "pages": [page.to_dict() for page in self.pages],
            "summaries": summaries_to_dict(self.pages, self.summaries),
            "comparison": self.comparison.to_dict(),
            "rhetoric": [profile.to_dict() for profile in self.profiles],
        }


class Watch(Protocol):
    """Does work piece by piece, and looks at it."""

    def __call__(
        self, stage: str, work: Callable[[Analysis], Done], items: Sequence[Analysis], /
    ) -> Iterable[Done]:
        """What becomes of each item, in their order."""
        ...

    def during(self, stage: str, pieces: int, /) -> AbstractContextManager[None]:
        """Open while work goes on that cannot be counted."""
        ...


def make_report(
    pages: Iterable[Page],
    *,
    engine: str = DEFAULT,
    chars: int | None = None,
    headline_chars: int = HEADLINE_CHARS,
    reference: ReferenceCorpus | None = None,
    expect: float = EXPECT,
    with_rhetoric: bool = True,
    tokenizer: Tokenizer | None = None,
    stopwords: Collection[str] = (),
    watch: Watch | None = None,
) -> Report:
    """Summarise every piece of `pages`, find its rhetoric, and compare all pairs.

    `engine` names a summary engine; `chars` and `headline_chars` limit paragraph and headline, a paragraph is as long
    as its piece deserves if `chars` is not given; `reference`, `expect`, `tokenizer` and `stopwords` are those of
    `compare_all`; without `with_rhetoric` there are no profiles. Raises `UsageError` for an unknown engine or figures
    that make no sense, `EngineUnavailableError` when the engine's package is not installed. `watch` does the work of
    each stage on its pieces, so that a caller can show progress or share it out; see `Watch`.
    """
    pages = tuple(check.several("pages", pages))
    if not all(isinstance(page, Page) for page in pages):
        raise UsageError("a report is of pages: give those of read_pages, or [page] for one")
    each = watch or (lambda stage, work, items: map(work, items))
    pieces = [analysis_of(piece, tokenizer=tokenizer) for page in pages for piece in page.pieces]
    made = partial(summarize, engine=engine, chars=chars, deserved=True, headline_chars=headline_chars)
    summaries = tuple(each("summary", made, pieces))
    reference = reference or load_reference()
    profiles: tuple[RhetoricalProfile, ...] = ()
    if with_rhetoric:
        from compare.rhetoric import rhetoric

        profiles = tuple(each("rhetoric", partial(rhetoric, reference=reference), pieces))
    with watch.during("comparing", len(pieces)) if watch else nullcontext():
        comparison = compare_all(pieces, reference=reference, expect=expect, stopwords=stopwords)
    return Report(pages, summaries, comparison, profiles, _groups(pieces, stopwords))


def _groups(pieces: Sequence[Analysis], stopwords: Collection[str]) -> tuple[ThemeGroup, ...]:
    if len(pieces) < LEAST_GROUPED:
        return ()
    from compare.themes import theme_map

    return tuple(
        ThemeGroup(tuple(at + 1 for at in group.members), tuple(term.term for term in group.terms))
        for group in theme_map(pieces, stopwords=stopwords).groups
        if len(group.members) > 1
    )
