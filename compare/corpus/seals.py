"""Files that carry a digest of what is in them: one turned bit is told before anything rests on it."""

from __future__ import annotations

import json
import re
import shutil
from hashlib import blake2b
from pathlib import Path
from typing import Any

_RUN = re.compile(r"[0-9a-f]{16}(\.unfinished)?")
_SEALED = re.compile(r".+\.[0-9a-f]{16}\.parquet")

UNFINISHED = ".unfinished"
"""Behind the name of what is not yet whole."""

AT_ONCE = 1 << 20
"""Bytes read in one go."""


def seal(unfinished: Path, place: Path) -> Path:
    """Give a file, or a folder of files that an engine made of one, the name `place`, then its digest and .parquet."""
    path = place.with_name(f"{place.name}.{digest(unfinished)}.parquet")
    if path.is_dir():
        shutil.rmtree(path)
    unfinished.replace(path)
    return path


def is_whole(path: Path) -> bool:
    """Whether what is in a sealed file or folder is what was put there; False when it is gone. Raises OSError."""
    try:
        return path.name.split(".")[-2:] == [digest(path), "parquet"]
    except FileNotFoundError:
        return False


def sealed(place: Path) -> Path | None:
    """The sealed file of a place, when there is one; what is not whole is removed, since it can be made again."""
    return whole(place.parent, place.name).get(place.name)


def whole(folder: Path, only: str | None = None) -> dict[str, Path]:
    """The same of all places of a folder, or of one `only`, by their names."""
    found: dict[str, Path] = {}
    for path in named(folder):
        name = place_of(path)
        if only not in (None, name):
            continue
        if name not in found and is_whole(path):
            found[name] = path
        else:
            remove(path)
    return found


def named(folder: Path) -> list[Path]:
    """What has the name of a sealed file in a folder, in order; other things are not ours."""
    return sorted(path for path in folder.iterdir() if _SEALED.fullmatch(path.name))


def runs(folder: Path) -> list[Path]:
    """What has the name of a run in a folder, finished or not, in order; other things are not ours."""
    return sorted(path for path in folder.iterdir() if _RUN.fullmatch(path.name))


def place_of(path: Path) -> str:
    """The name of a sealed file without its digest."""
    return path.name.rsplit(".", 2)[0]


def parquet_files(path: Path) -> list[Path]:
    """The files that a sealed file consists of."""
    return sorted(path.glob("*.parquet")) if path.is_dir() else [path]


def remove(path: Path) -> None:
    """Remove a file or a folder."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def write_facts(path: Path, facts: dict[str, Any]) -> None:
    """Write facts as JSON with a digest; the file is there whole or not at all. Raises OSError."""
    unfinished = path.with_name(path.name + UNFINISHED)
    unfinished.write_text(
        json.dumps({**facts, "digest": _of_facts(facts)}, indent=1) + "\n", encoding="utf-8"
    )
    unfinished.replace(path)


def read_facts(path: Path) -> dict[str, Any]:
    """Facts written before. Raises OSError, and ValueError when they are not what was written."""
    try:
        facts = json.loads(path.read_text(encoding="utf-8"))
    except RecursionError:
        raise ValueError("nested beyond all measure") from None
    if not isinstance(facts, dict) or facts.pop("digest", None) != _of_facts(facts):
        raise ValueError("the digest is that of other facts")
    return facts


def _of_facts(facts: dict[str, Any]) -> str:
    return blake2b(json.dumps(facts, sort_keys=True).encode(), digest_size=8).hexdigest()


def digest(path: Path) -> str:
    """The digest of a file, or of the Parquet files of a folder in the order of their names. Raises OSError."""
    made = blake2b(digest_size=8)
    for each in parquet_files(path):
        with each.open("rb") as file:
            while part := file.read(AT_ONCE):
                made.update(part)
    return made.hexdigest()
