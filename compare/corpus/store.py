"""The folder in which a corpus is kept: what has been worked out for its articles, and is not worked out again.

    manifest.json          what all of it rests on
    articles/N.parquet     articles made ready, in the order in which they came; a part is never changed
    postings/N.parquet     the windows of the articles of that part
    aligned/RUN/           known.parquet and found.parquet: the pairs and the rows of the last run that was finished
    blocks/RUN/N.parquet   the rows of a run under way

Every file gets its name when it is whole, so that a run that was killed leaves what it had finished and nothing else.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.corpus import parquet
from compare.corpus.articles import decoded
from compare.corpus.columns import ARTICLES
from seeds.errors import InputError, OpedError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.corpus.columns import Columns

FORMAT = "oped/corpus-store/1"


@dataclass(frozen=True)
class Store:
    """A folder for a corpus."""

    path: Path

    @classmethod
    def opened(cls, path: Path, basis: str) -> Store:
        """The store in a folder, made when it is not there.

        `basis` tells the background. Raises `UsageError` for a store that rests on another, `InputError` for a folder
        that is none.
        """
        store = cls(path)
        try:
            if not store._manifest.exists():
                if path.exists() and any(entry != store._manifest_to_be for entry in path.iterdir()):
                    raise InputError(
                        f"{path} holds other things than a corpus: name an empty folder or a new one"
                    )
                path.mkdir(parents=True, exist_ok=True)
                store._write({"format": FORMAT, "basis": basis})
            for part in ("articles", "postings", "aligned", "blocks"):
                (path / part).mkdir(exist_ok=True)
            about = json.loads(store._manifest.read_text(encoding="utf-8"))
        except OSError as problem:
            raise OpedError(
                f"cannot keep a corpus in {path}: {problem.strerror}; name another folder"
            ) from problem
        except ValueError as problem:
            raise store._spoiled(store._manifest) from problem
        if not isinstance(about, dict):
            raise store._spoiled(store._manifest)
        if about.get("format") != FORMAT:
            raise InputError(
                f"{path} is a corpus of another version of oped: remove it, or name another folder"
            )
        if about.get("basis") != basis:
            raise UsageError(f"{path} was made with another background: name that one, or another folder")
        return store

    @property
    def _manifest(self) -> Path:
        return self.path / "manifest.json"

    def _write(self, about: dict[str, Any]) -> None:
        self._manifest_to_be.write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
        self._manifest_to_be.replace(self._manifest)

    def _spoiled(self, file: Path) -> InputError:
        return InputError(f"{file} is spoiled: remove {self.path} and run again")

    @property
    def _manifest_to_be(self) -> Path:
        return self.path / "manifest.unfinished"

    @property
    def parts(self) -> list[str]:
        """The names of the parts, in order."""
        return sorted(file.name for file in (self.path / "articles").glob("*.parquet"))

    def files(self, kind: str) -> list[Path]:
        """The Parquet files of the articles or the postings, in order; an engine may have made a folder of one."""
        found = (self.path / kind / name for name in self.parts)
        return [
            file for path in found for file in (sorted(path.glob("*.parquet")) if path.is_dir() else [path])
        ]

    def digests(self) -> Iterator[tuple[str, bytes]]:
        """Id and digest of each article, in order. Raises `InputError` when a part is missing."""
        count = 0
        for name in self.parts:
            part = parquet.read(self.path / "articles" / name, ("id", "digest"))
            if name != _name_of_part(count):
                raise self._spoiled(self.path / "articles" / _name_of_part(count))
            count += len(part["id"])
            for key, digest in zip(part["id"], part["digest"], strict=True):
                yield decoded(key), bytes(digest)

    def add(self, part: Columns) -> None:
        """Keep one more part."""
        name = f"{int(part['article'][0]):010d}.parquet"
        parquet.write(self.path / "articles" / name, part, ARTICLES)

    def without_postings(self) -> list[str]:
        """The names of the parts whose postings are still to be made."""
        return [name for name in self.parts if not (self.path / "postings" / name).exists()]

    @cached_property
    def last(self) -> Run | None:
        """The last run that was finished."""
        for file in sorted((self.path / "aligned").glob("*/run.json")):
            try:
                about = json.loads(file.read_text(encoding="utf-8"))
                return Run(file.parent, float(about["expect"]), int(about["articles"]))
            except (ValueError, TypeError, KeyError) as problem:
                raise self._spoiled(file) from problem
        return None

    def blocks(self, run: str) -> Path:
        """The folder for the rows of a run under way; those of others are removed, they are of no more use."""
        folder = self.path / "blocks" / run
        for other in (self.path / "blocks").iterdir():
            if other != folder:
                shutil.rmtree(other)
        folder.mkdir(exist_ok=True)
        return folder

    def finish(self, run: str, unfinished: Path, expect: float, articles: int) -> None:
        """Keep what a run has aligned in place of what the one before had."""
        (unfinished / "run.json").write_text(
            json.dumps({"expect": expect, "articles": articles}), encoding="utf-8"
        )
        folder = self.path / "aligned" / run
        if folder.exists():
            shutil.rmtree(folder)
        unfinished.replace(folder)
        for other in (self.path / "aligned").iterdir():
            if other != folder:
                shutil.rmtree(other)
        shutil.rmtree(self.path / "blocks" / run, ignore_errors=True)


@dataclass(frozen=True)
class Run:
    """A finished run: the `expect` it had and the number of `articles` there were."""

    path: Path
    expect: float
    articles: int

    def serves(self, expect: float, articles: int) -> bool:
        """Whether its rows hold all that a run with these can find in the same pairs: more articles ask for more."""
        return self.expect >= expect and self.articles <= articles


def _name_of_part(first: int) -> str:
    """A part is named by the number of its first article."""
    return f"{first:010d}.parquet"


def name_of_run(digests: list[tuple[str, bytes]], *settings: object) -> str:
    """A name that is the same for the same work only."""
    digest = blake2b(repr(settings).encode(), digest_size=8)
    for key, each in digests:
        digest.update(key.encode("utf-8", "surrogatepass") + b"\0" + each)
    return digest.hexdigest()


def remove(path: Path) -> None:
    """Remove a store, if there is one; killed half-way, it is none any more."""
    removed = path.with_name(f"{path.name}.removed")
    shutil.rmtree(removed, ignore_errors=True)
    if path.exists():
        path.replace(removed)
        shutil.rmtree(removed, ignore_errors=True)
