"""An archive of articles to look drafts up in: every window of eight characters and where it stands, as arrays on disk.

The arrays lie in the room `index` of a store and are read where they are needed only, so that a draft is looked up in
an archive of thousands of articles in a fraction of a second.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from compare.corpus import parquet, seals
from compare.corpus.articles import decoded
from compare.corpus.store import Store
from compare.reuse.fold import BREAK
from compare.reuse.hashes import window_hashes
from seeds.errors import InputError
from seeds.sources import is_store
from seeds.whole_file import whole_file

Codes = NDArray[np.uint32]

WINDOW = 8
"""Characters of the windows that are looked up: what is shorter and shared is hardly ever more than set wording."""
ABOUT = "archive.json"
ARRAYS = ("codes", "start", "hashes", "places")
FIELDS = ("id", "date", "title", "source")


@dataclass(frozen=True, slots=True)
class Archive:
    """The articles of a store: `codes` of all with a break behind each, where each starts, and the sorted windows.

    Of equal windows the one of the earliest article comes first; undated articles are last.
    """

    codes: Codes
    start: NDArray[np.int64]
    hashes: NDArray[np.uint64]
    places: NDArray[np.int64]
    articles: tuple[dict[str, str], ...]

    @classmethod
    def of_store(cls, folder: Path) -> Archive:
        """The archive of a store, whose index is made when it is missing or of other articles.

        Raises `InputError` for a folder that is no store.
        """
        if not is_store(folder):
            raise InputError(
                f"{folder} holds no corpus: make one with `oped corpus ARTICLES --store {folder} --out rows.jsonl`"
            )
        room = folder / "index"
        # The manifest changes with the articles: what was made of another is made anew.
        stamp = seals.digest(folder / "manifest.json")
        about = _about(room)
        if about is None or about["manifest"] != stamp:
            with Store.held(folder) as store:
                _make(store, room, stamp)
            about = _about(room) or {}
        codes, start, hashes, places = (np.load(room / f"{name}.npy", mmap_mode="r") for name in ARRAYS)
        return cls(codes, start, hashes, places, tuple(about["articles"]))


def _about(room: Path) -> dict[str, Any] | None:
    """What is said of the arrays, when they are as they were written: else they are made anew."""
    try:
        found = seals.read_facts(room / ABOUT)
        whole = all(seals.digest(room / f"{name}.npy") == found["arrays"][name] for name in ARRAYS)
    except (OSError, ValueError, KeyError):
        return None
    return found if whole else None


def _make(store: Store, room: Path, stamp: str) -> None:
    articles: list[dict[str, str]] = []
    parts: list[Codes] = []
    list(store.digests())  # Raises where a part is not what it was.
    for file in store.files("articles"):
        part = parquet.read(store.database, file, (*FIELDS, "codes"))
        for values in zip(*(part[name] for name in FIELDS), strict=True):
            told = [decoded(value).encode("utf-8", "backslashreplace").decode() for value in values]
            articles.append(dict(zip(FIELDS, told, strict=True)))
        parts += [np.frombuffer(blob, dtype="<u4") for blob in part["codes"]]
    codes = np.concatenate([*parts, np.zeros(0, dtype=np.uint32)])
    start = np.append(0, np.cumsum([len(part) for part in parts], dtype=np.int64))
    hashes = window_hashes(codes, WINDOW)
    broken = np.append(0, np.cumsum(codes == BREAK))
    places = np.flatnonzero(broken[WINDOW:] == broken[: max(0, len(broken) - WINDOW)])
    # By date and id: which article comes first is not to depend on which came first into the store.
    ranked = sorted(range(len(articles)), key=lambda at: (articles[at]["date"] or "~", articles[at]["id"]))
    rank = np.empty(len(articles), dtype=np.int64)
    rank[ranked] = np.arange(len(articles))
    of = np.searchsorted(start, places, side="right") - 1
    order = np.lexsort((places, rank[of], hashes[places]))
    places = places[order]
    room.mkdir(exist_ok=True)
    (room / ABOUT).unlink(missing_ok=True)
    digests = {}
    for name, array in zip(ARRAYS, (codes, start, hashes[places], places), strict=True):
        # Somebody may be at work with those that were there.
        with whole_file(room / f"{name}.npy") as written:
            np.save(written, array)
        digests[name] = seals.digest(room / f"{name}.npy")
    seals.write_facts(room / ABOUT, {"manifest": stamp, "articles": articles, "arrays": digests})
