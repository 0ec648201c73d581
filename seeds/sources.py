"""The inputs behind what a caller names: files, folders, patterns, streams; each with the name it goes by."""

from __future__ import annotations

import errno
import glob
import io
import os
import stat
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path, PurePath
from typing import BinaryIO, TypeAlias

from seeds import check
from seeds.errors import InputError, UsageError
from seeds.files import suffixes
from seeds.metadata.filenames import is_alone, tells_of_files

Source: TypeAlias = str | os.PathLike[str] | bytes | BinaryIO
"""A path, "-" for standard input, the bytes themselves, or a binary file."""
_FOLDERS = 3
"""Folders at most that a file is known by: 江城日报_20170619/第06版/标题.txt."""
_LOCK_FILES = ("~$", "._", ".~")
"""How Word, macOS and LibreOffice begin the names of files that hold no document."""


@dataclass(frozen=True, slots=True)
class Input:
    """Something to be read, and what it is called in results."""

    source: Source
    name: str


def inputs(sources: Iterable[Source], leave_out: Collection[str] = ()) -> Iterator[Input | InputError]:
    """The inputs behind sources, in the order given; files of folders and patterns by their names.

    What cannot be looked into is given as the InputError that says so. Files of `leave_out` count only where they are
    named themselves, and so does what lies in a store of `oped corpus`.
    """
    left_out = set(map(_real, leave_out))
    if isinstance(sources, (str, bytes, os.PathLike)):
        sources = [sources]
    sources = list(check.several("sources", sources))
    names = _distinct(sources)
    for source, name in zip(sources, names, strict=True):
        try:
            for item in _behind(source, name):
                if (
                    isinstance(item, InputError)
                    or item.source is source
                    or _real(item.source) not in left_out
                ):
                    yield item
        except InputError as problem:
            yield problem


def name_of(source: Source) -> str:
    """What a single source is called: the name of its file."""
    if isinstance(source, bytes):
        return ""
    if isinstance(source, (str, os.PathLike)):
        path = Path(source)
        # What is called index.md, or lies in a folder that is called by its day, paper or author, is known by it too.
        folders = list(takewhile(tells_of_files, [folder.name for folder in path.parents][:_FOLDERS]))
        if not folders and is_alone(path.stem):
            folders = [path.parent.name]
        named = "/".join((*folders[::-1], path.name)).lstrip("/")
        return "stdin" if source == "-" else readable(named)
    if not hasattr(source, "read"):
        raise UsageError(f"a source is {type(source).__name__}: give a path, - or a binary file")
    return readable(Path(str(getattr(source, "name", ""))).name)


def readable(name: str) -> str:
    """A file's name as text: names that are no UTF-8 are read as GB18030, as old archives write them."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(name).decode("gb18030", "replace")
    return name


def opened(source: Source) -> BinaryIO:
    """A source as an open binary file; the caller closes what is a path. Raises InputError."""
    if isinstance(source, bytes):
        return io.BytesIO(source)
    if not isinstance(source, (str, os.PathLike)):
        return source
    if source == "-":
        if sys.stdin is None:
            raise InputError("standard input is closed: name a file")
        return sys.stdin.buffer
    try:
        return Path(source).open("rb")
    except (OSError, ValueError) as problem:
        raise unreadable(source, problem) from None


def unreadable(source: str | os.PathLike[str], problem: Exception) -> InputError:
    """What says that a source cannot be opened or read."""
    reason = getattr(problem, "strerror", None) or str(problem)
    name = os.fspath(source)
    if "\n" in name or getattr(problem, "errno", None) == errno.ENAMETOOLONG:
        return InputError(
            f"{name[:20]!r}... is read as a file's name: {reason}; the text of a page goes to parse_page"
        )
    return InputError(f"cannot read {name!r}: {reason}")


def _real(path: Source) -> str:
    return os.path.realpath(path) if isinstance(path, (str, os.PathLike)) else ""


def _distinct(sources: Sequence[Source]) -> list[str]:
    """The names of sources: as many folders as tell files of one name apart."""
    paths = [
        PurePath(os.fspath(s)) if isinstance(s, (str, os.PathLike)) and s != "-" else None for s in sources
    ]
    names = [name_of(source) for source in sources]
    unlike = {path for path in paths if path is not None}
    for depth in range(2, max((len(path.parts) for path in unlike), default=0) + 1):
        twice = Counter(name for name, path in zip(names, paths, strict=True) if path is not None)
        if len(twice) == len(unlike):
            break
        names = [
            readable("/".join(path.parts[-depth:])) if path is not None and twice[name] > 1 else name
            for name, path in zip(names, paths, strict=True)
        ]
    return names


def _behind(source: Source, name: str) -> Iterator[Input | InputError]:
    if not isinstance(source, (str, os.PathLike)) or source == "-":
        yield Input(source, name)
        return
    if not os.fspath(source):
        raise InputError("a file name is empty: name a file, a folder or -")
    path = Path(source)
    # Those of os.path answer no where those of Path raise: a name too long, a folder that may not be entered.
    if os.path.isdir(path):  # noqa: PTH112
        if is_store(path):
            raise InputError(f"{name!r} is a corpus that oped keeps: name what it was made of")
        found = False
        for item in _walk(path, path, set()):
            found = True
            yield item
        if not found:
            listed = " ".join(sorted(suffixes()))
            raise InputError(
                f"the folder {readable(os.fspath(source))!r} holds no file that can be read ({listed})"
            )
    elif not os.path.lexists(path) and glob.has_magic(os.fspath(source)):
        matches = sorted(glob.glob(os.fspath(source), recursive=True))  # noqa: PTH207 - patterns may be absolute
        if not matches:
            raise InputError(f"nothing matches {os.fspath(source)!r}")
        for match, own in zip(matches, _distinct(matches), strict=True):
            yield from _behind(match, own)
    else:
        yield Input(source, name)


def _walk(folder: Path, top: Path, entered: set[tuple[int, int]]) -> Iterator[Input | InputError]:
    """The files of a folder and of those inside it, by name; a folder that links lead to again is entered once."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        status = folder.stat()
    except OSError as problem:
        yield unreadable(readable(os.fspath(folder)), problem)
        return
    entered.add((status.st_dev, status.st_ino))
    for entry in entries:
        path = Path(entry.path)
        try:
            mode = path.stat()
        except OSError as problem:
            if path.suffix.lower() in suffixes() or entry.is_dir(follow_symlinks=False):
                yield unreadable(readable(entry.path), problem)
            continue
        if stat.S_ISDIR(mode.st_mode):
            known = (mode.st_dev, mode.st_ino) in entered or entry.name.startswith(".")
            if not known and not is_store(path):
                yield from _walk(path, top, entered)
        elif path.suffix.lower() in suffixes() and not entry.name.startswith(_LOCK_FILES):
            if stat.S_ISREG(mode.st_mode):
                around = top.parent if tells_of_files(top.name) else top
                yield Input(path, readable(path.relative_to(around).as_posix()))
            else:  # It may never end, or never begin.
                name = readable(entry.path)
                yield InputError(
                    f"{name!r} is a pipe or a device and was not read; name it beside the folder"
                )


def is_store(folder: Path) -> bool:
    """Whether a folder is what `oped corpus` keeps its work in: articles that were read already."""
    manifest = folder / "manifest.json"
    try:
        with manifest.open("rb") if manifest.is_file() else io.BytesIO() as file:
            return b'"oped/corpus-store/' in file.read(200)
    except OSError:
        return False
