"""Taking articles into a store: all that come, or none when one makes no sense; what is there is not made again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from compare.corpus import seals
from compare.corpus.articles import Article, ready
from seeds.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from compare.corpus.store import Store
    from compare.reference.corpus import ReferenceCorpus

PART = 1_000_000
"""Characters of a part of the store."""


def take_in(store: Store, articles: Iterable[Article], reference: ReferenceCorpus) -> None:
    """Add the articles that the store does not have.

    Raises `UsageError` for an id that comes twice or has another text in the store, and for a store of one run that
    holds articles which do not come.
    """
    held = dict(store.digests())
    came: set[str] = set()
    parts = _Parts(store, reference, len(held), store.waiting())
    for article in articles:
        if article.id in came:
            raise UsageError(f"the id {article.id!r} comes twice: give every article an id of its own")
        came.add(article.id)
        if article.id not in held:
            parts.add(article)
        elif held[article.id] != article.digest:
            raise UsageError(
                f"the id {article.id!r} has another text, date or place in {store.path}: give it an id of its own, "
                "or begin a new store"
            )
    if not store.kept and not came.issuperset(held):
        raise UsageError(f"{store.path} was begun with other articles: leave --resume out to begin anew")
    store.take(parts.finished())


@dataclass
class _Parts:
    """New articles, gathered to parts; those that a run made ready which was broken off are taken as they are."""

    store: Store
    reference: ReferenceCorpus
    first: int
    waiting: list[tuple[Path, list[tuple[str, bytes]]]]
    added: list[Path] = field(default_factory=list)
    batch: list[Article] = field(default_factory=list)
    size: int = 0

    def add(self, article: Article) -> None:
        self.batch.append(article)
        self.size += len(article.content if isinstance(article.content, str) else article.content.body)
        if self.waiting:
            path, known = self.waiting[0]
            same = known[len(self.batch) - 1] == (article.id, article.digest)
            if not same or seals.place_of(path) != f"{self.first:010d}":
                self._drop()
            elif len(self.batch) == len(known):
                self.waiting.pop(0)
                self._next(path)
        elif self.size >= PART:
            self._make()

    def finished(self) -> list[Path]:
        """The parts, the last one too."""
        self._drop()
        if self.batch:
            self._make()
        return self.added

    def _make(self) -> None:
        self._next(self.store.add(ready(self.first, self.batch, self.reference)))

    def _next(self, part: Path) -> None:
        self.added.append(part)
        self.first += len(self.batch)
        self.batch, self.size = [], 0

    def _drop(self) -> None:
        """Remove what was made ready of another input."""
        for path, _ in self.waiting:
            seals.remove(path)
        self.waiting.clear()
