"""An archive of articles to look drafts up in: every window of eight characters and where it stands, as arrays on disk.

The arrays lie in the room `index` of a store and are read where they are needed only, so that a draft is looked up in
an archive of thousands of articles in a fraction of a second.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from compare.corpus import parquet, seals
from compare.corpus.articles import decoded
from compare.corpus.store import LOCK, MANIFEST, Store, writing
from compare.reuse.fold import BREAK
from compare.reuse.hashes import window_hashes
from seeds.errors import InputError, OpedError
from seeds.locks import hold
from seeds.sources import is_store
from seeds.whole_file import whole_file

Codes = NDArray[np.uint32]

WINDOW = 8
"""Characters of the windows that are looked up: what is shorter and shared is hardly ever more than set wording."""
INDEX = "index"
ABOUT = "archive.json"
TRIES = 3
ARRAYS = ("codes", "start", "hashes", "places")
FIELDS = ("id", "date", "title", "source")


@dataclass(frozen=True, slots=True)
class Archive:
    """The articles of a store, the earliest first and undated ones last: `codes` of all with a break behind each, where
    each starts, and the sorted windows.
    """

    codes: Codes
    start: NDArray[np.int64]
    hashes: NDArray[np.uint64]
    places: NDArray[np.int64]
    articles: tuple[dict[str, str], ...]

    @classmethod
    def of_store(cls, folder: Path) -> Archive:
        """The archive of a store, whose index is made when it is missing or of other articles.

        Of several that ask for it at once one makes it, and the others wait. Raises `InputError` for a folder that is
        no store, `OpedError` when a run adds articles to it.
        """
        if not is_store(folder):
            raise InputError(
                f"{folder} holds no corpus: make one with `oped corpus ARTICLES --store {folder} --out rows.jsonl`"
            )
        for _ in range(TRIES):
            if (found := cls._kept(folder)) is not None:
                return found
            _make_once(folder)
        raise OpedError(f"{folder} changes while it is read: try again when nothing is added to it")

    @classmethod
    def _kept(cls, folder: Path) -> Archive | None:
        """The archive, when its index is of the articles that are there and as it was written."""
        about = _about(folder)
        if about is None:
            return None
        room = folder / INDEX
        codes, start, hashes, places = (np.load(room / f"{name}.npy", mmap_mode="r") for name in ARRAYS)
        # What is said of the arrays goes before one of them is changed, and these were opened while it was there.
        if about != _about(folder, digests=False):
            return None
        return cls(codes, start, hashes, places, tuple(about["articles"]))


def _about(folder: Path, *, digests: bool = True) -> dict[str, Any] | None:
    """What is said of the arrays; None when they are of other articles or, with `digests`, not as they were written."""
    try:
        found = seals.read_facts(folder / INDEX / ABOUT)
        # The manifest changes with the articles.
        made = found["manifest"] == seals.digest(folder / MANIFEST) and (
            not digests
            or all(seals.digest(folder / INDEX / f"{name}.npy") == found["arrays"][name] for name in ARRAYS)
        )
    except (OSError, ValueError, KeyError):
        return None
    return found if made else None


def _make_once(folder: Path) -> None:
    """Make the index, unless another has made it by the time that this is let in."""
    with writing(folder), ExitStack() as stack:
        room = folder / INDEX
        room.mkdir(exist_ok=True)
        hold(stack.enter_context((room / LOCK).open("a", encoding="utf-8")), wait=True)
        if _about(folder) is None:
            store = stack.enter_context(Store.held(folder))
            _make(store, room, seals.digest(folder / MANIFEST))


def _make(store: Store, room: Path, stamp: str) -> None:
    held: list[tuple[dict[str, str], Codes]] = []
    list(store.digests())  # Raises where a part is not what it was.
    for file in store.files("articles"):
        part = parquet.read(store.database, file, (*FIELDS, "codes"))
        for *values, blob in zip(*(part[name] for name in (*FIELDS, "codes")), strict=True):
            told = [decoded(value).encode("utf-8", "backslashreplace").decode() for value in values]
            held.append((dict(zip(FIELDS, told, strict=True)), np.frombuffer(blob, dtype="<u4")))
    # By date and id: nothing is to depend on which article came first into the store.
    held.sort(key=lambda one: (one[0]["date"] or "~", one[0]["id"]))
    articles = [facts for facts, _ in held]
    codes = np.concatenate([*(part for _, part in held), np.zeros(0, dtype=np.uint32)])
    start = np.append(0, np.cumsum([len(part) for _, part in held], dtype=np.int64))
    hashes = window_hashes(codes, WINDOW)
    broken = np.append(0, np.cumsum(codes == BREAK))
    places = np.flatnonzero(broken[WINDOW:] == broken[: max(0, len(broken) - WINDOW)])
    places = places[np.lexsort((places, hashes[places]))]
    (room / ABOUT).unlink(missing_ok=True)
    digests = {}
    for name, array in zip(ARRAYS, (codes, start, hashes[places], places), strict=True):
        # Somebody may be at work with those that were there.
        with whole_file(room / f"{name}.npy") as written:
            np.save(written, array)
        digests[name] = seals.digest(room / f"{name}.npy")
    seals.write_facts(room / ABOUT, {"manifest": stamp, "articles": articles, "arrays": digests})
