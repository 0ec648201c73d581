"""The folder in which a corpus is kept: what has been worked out for its articles, and is not worked out again.

    lock                    held by the run at work, and by no other
    manifest.json           what all of it rests on, and which parts the corpus has
    articles/N.*.parquet    articles made ready, in the order in which they came; a part is never changed
    postings/N.*.parquet    the windows of the articles of that part
    aligned/RUN/            the pairs and the rows of the last run that was finished
    blocks/RUN/N.*.parquet  the rows of a run under way
    index/                  the articles for looking drafts up in them: see `compare.corpus.archive`
    spill/                  what does not fit into memory

Every file gets its name when it is whole, with a digest of what is in it: a run that was killed leaves what it had
finished and nothing else, and nothing is read that is not what was written. Articles in which something is changed are
told of; what can be made again is. Parts that the manifest does not list are those of an input not yet read to its end.
"""

from __future__ import annotations

import os
import shutil
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from compare.corpus import parquet, seals
from compare.corpus.articles import decoded
from compare.corpus.columns import ARTICLES, Columns
from seeds.errors import InputError, OpedError, UsageError
from seeds.locks import hold
from seeds.sources import is_store
from seeds.temporary import temporary_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from duckdb import DuckDBPyConnection

FORMAT = "oped/corpus-store/3"
LOCK, MANIFEST = "lock", "manifest.json"
ROOMS = ("articles", "postings", "aligned", "blocks", "index", "spill")


@dataclass(frozen=True)
class Store:
    """A folder for a corpus. One that is not `kept` serves one run, and is removed with the next or before."""

    path: Path
    kept: bool
    database: DuckDBPyConnection
    """What reads and writes its files."""

    @classmethod
    @contextmanager
    def held(cls, path: Path, *, kept: bool = True, fresh: bool = False) -> Iterator[Store]:
        """The store in a folder, made when it is not there, for this run alone; emptied first when it is to be `fresh`.

        Raises `OpedError` when another run is at work there or nothing can be kept there, `InputError` for a folder
        that is none or is spoiled, `UsageError` for one that is kept and not to be, or the other way round.
        """
        with parquet.opened() as database, ExitStack() as stack:
            store = cls(Path(os.path.realpath(path)), kept, database)
            try:
                str(store.path).encode()  # DuckDB takes no other names.
                with writing(store.path):
                    made = store._make()
                    stack.enter_context(store._alone())
                    store._begin(fresh=fresh, made=made)
            except UnicodeEncodeError:
                raise OpedError(
                    f"cannot keep a corpus in {os.fspath(path)!r}: the name is not UTF-8; name another folder"
                ) from None
            yield store

    def _make(self) -> bool:
        """Make the folder if it is not there; whether that was needed."""
        made = not self.path.exists()
        self.path.mkdir(parents=True, exist_ok=True)
        names = {entry.name for entry in self.path.iterdir()}
        if names - {LOCK, MANIFEST + seals.UNFINISHED} and not is_store(self.path):
            raise InputError(
                f"{self.path} holds other things than a corpus, or its manifest is spoiled: name an empty folder or a "
                "new one"
            )
        return made

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with ExitStack() as stack:
            while True:
                file = stack.enter_context((self.path / LOCK).open("a", encoding="utf-8"))
                if not hold(file):
                    raise OpedError(
                        f"another run is at work in {self.path}: wait for its end, or name another folder"
                    )
                # The run that had it may have removed the folder since it was opened here.
                self.path.mkdir(exist_ok=True)
                if _is(file, self.path / LOCK):
                    break
            yield

    def _begin(self, *, fresh: bool, made: bool) -> None:
        if not (self.path / MANIFEST).exists():
            self._write(basis=None, parts=[], made=made)
        about = self._about
        if about["kept"] and not self.kept:
            raise UsageError(
                f"{self.path} is a corpus that is kept: add to it by --store {self.path}, or name another --out"
            )
        if self.kept and not about["kept"]:
            raise UsageError(
                f"{self.path} belongs to a run that was broken off: name another folder, or go on by --out and --resume"
            )
        if fresh:
            self._write(basis=None, parts=[])
        for room in ROOMS:
            if fresh or room == "spill":
                shutil.rmtree(self.path / room, ignore_errors=True)
            (self.path / room).mkdir(exist_ok=True)
            for left in (self.path / room).glob(f"**/*{seals.UNFINISHED}"):
                seals.remove(left)

    @property
    def _about(self) -> dict[str, Any]:
        file = self.path / MANIFEST
        if f'"{FORMAT}"'.encode() not in file.read_bytes() and b'"oped/corpus-store/' in file.read_bytes():
            raise InputError(
                f"{self.path} is a corpus of another version of oped: remove it, or name another folder"
            )
        try:
            return seals.read_facts(file)
        except ValueError as problem:
            raise self._spoiled(file) from problem

    def _write(self, **facts: Any) -> None:
        known = seals.read_facts(self.path / MANIFEST) if (self.path / MANIFEST).exists() else {}
        facts = {"format": FORMAT, "kept": self.kept, **known, **facts}
        with writing(self.path):
            seals.write_facts(self.path / MANIFEST, facts)

    def _spoiled(self, file: Path) -> InputError:
        return InputError(f"{file} is spoiled or missing: remove {self.path} and run again")

    def rest_on(self, basis: Mapping[str, str]) -> None:
        """Say what the articles are worked out with: the background and versions. Raises for a store with others."""
        known = self._about["basis"]
        if known is None:
            self._write(basis=dict(basis))
            return
        for name, value in basis.items():
            if known.get(name) == value:
                continue
            if name == "background":
                raise UsageError(
                    f"{self.path} was made with another background: name that one, or another folder"
                )
            raise UsageError(
                f"{self.path} was made with {name} {known.get(name)}, and this is {value}, whose rows may be others: "
                "name another folder"
            )

    @property
    def parts(self) -> list[Path]:
        """The parts of the corpus, in order."""
        return [self.path / "articles" / name for name in self._about["parts"]]

    def digests(self) -> Iterator[tuple[str, bytes]]:
        """Id and digest of each article, in order. Raises `InputError` when a part is not what it was, or missing."""
        for path in self.parts:
            if not seals.is_whole(path):
                raise self._spoiled(path)
            yield from self._digests(path)

    def _digests(self, path: Path) -> Iterator[tuple[str, bytes]]:
        for file in seals.parquet_files(path):
            part = parquet.read(self.database, file, ("id", "digest"))
            for key, digest in zip(part["id"], part["digest"], strict=True):
                yield decoded(key), bytes(digest)

    def waiting(self) -> list[tuple[Path, list[tuple[str, bytes]]]]:
        """The parts of an input that was not read to its end, in order, with the ids and digests of their articles."""
        listed = set(self.parts)
        found = []
        for path in seals.named(self.path / "articles"):
            if path not in listed:
                if seals.is_whole(path):
                    found.append((path, list(self._digests(path))))
                else:
                    seals.remove(path)
        return found

    def add(self, part: Columns) -> Path:
        """Keep one more part, which is not one of the corpus yet."""
        return parquet.write(
            self.database, self.path / "articles" / f"{int(part['article'][0]):010d}", part, ARTICLES
        )

    def take(self, parts: Sequence[Path]) -> None:
        """Make parts that were added parts of the corpus, all at once; others that were added go."""
        self._write(parts=[path.name for path in (*self.parts, *parts)])
        for path, _ in self.waiting():
            seals.remove(path)

    def without_postings(self) -> list[Path]:
        """The parts whose postings are still to be made, or are not what was written."""
        made = seals.whole(self.path / "postings")
        return [path for path in self.parts if seals.place_of(path) not in made]

    def files(self, kind: str) -> list[Path]:
        """The Parquet files of the articles or the postings, in order."""
        parts = self.parts
        if kind == "postings":
            made = seals.whole(self.path / "postings")
            parts = [made[place] for place in map(seals.place_of, parts) if place in made]
        return [file for part in parts for file in seals.parquet_files(part)]

    def last(self, settings: Mapping[str, Any]) -> Path | None:
        """The folder of the last run that was finished, when it had these settings and is as it was left."""
        for folder in seals.runs(self.path / "aligned"):
            try:
                facts = seals.read_facts(folder / "run.json")
            except (OSError, ValueError):
                continue
            if facts.get("settings") == settings and all(
                seals.sealed(folder / name) for name in ("known", "found")
            ):
                return folder
        return None

    def blocks(self, run: str) -> Path:
        """The folder for the rows of a run under way; those of others are removed, they are of no more use."""
        folder = self.path / "blocks" / run
        for other in seals.runs(self.path / "blocks"):
            if other != folder:
                seals.remove(other)
        with writing(self.path):
            folder.mkdir(exist_ok=True)
        return folder

    def finish(self, run: str, unfinished: Path, settings: Mapping[str, Any]) -> None:
        """Keep what a run has aligned in place of what the one before had."""
        seals.write_facts(unfinished / "run.json", {"settings": dict(settings)})
        folder = self.path / "aligned" / run
        if folder.exists():
            shutil.rmtree(folder)
        unfinished.replace(folder)
        for other in seals.runs(self.path / "aligned"):
            if other != folder:
                seals.remove(other)
        shutil.rmtree(self.path / "blocks" / run, ignore_errors=True)

    def remove(self) -> None:
        """Remove what is the store's own, the folder too if it was made for it and nothing else is in it.

        Killed half-way it is a store without articles.
        """
        self._write(basis=None, parts=[])
        made = self._about["made"]
        for name in (*ROOMS, MANIFEST, LOCK):
            seals.remove(self.path / name)
        if made and not any(self.path.iterdir()):
            self.path.rmdir()


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Turns what the system says of a file of a store that cannot be written into an `OpedError`."""
    try:
        yield
    except OSError as problem:
        raise OpedError(
            f"cannot keep a corpus in {folder}: {problem.strerror}; make room there or name another folder"
        ) from problem


def _is(file: IO[Any], path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


@contextmanager
def temporary() -> Iterator[Store]:
    """A store for one run in a folder for temporary files. Raises `OpedError` when there is no room for one."""
    with temporary_folder() as folder, Store.held(folder / "corpus", kept=False) as store:
        yield store


def name_of_run(digests: list[tuple[str, bytes]], *settings: object) -> str:
    """A name that is the same for the same work only."""
    digest = blake2b(repr(settings).encode(), digest_size=8)
    for key, each in digests:
        digest.update(key.encode("utf-8", "surrogatepass") + b"\0" + each)
    return digest.hexdigest()
