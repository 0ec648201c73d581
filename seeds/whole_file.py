"""Writing files so that nobody ever finds half of one."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from seeds.locks import hold

UNFINISHED = ".unfinished"


@contextmanager
def whole_file(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """A binary file that takes the place of `path` once all of it is written, and not before.

    Whatever ends the writing early, be it an error, a full disk or a killed process, leaves the file that was there;
    what a killed process leaves beside it is cleared by the next that writes there. Links are followed, permissions
    kept. A device or a pipe is written to and not replaced. Raises OSError.
    """
    target = writable(path)
    if target.exists() and not target.is_file():
        with target.open("wb") as device:
            yield device
        return
    with _taking_the_place_of(target) as (_, file):
        yield file


@contextmanager
def whole_path(path: str | os.PathLike[str]) -> Iterator[Path]:
    """As `whole_file`, the name of a file that somebody else writes. Raises OSError, for a device or a pipe as well."""
    target = writable(path)
    if target.exists() and not target.is_file():
        number = errno.EISDIR if target.is_dir() else errno.EINVAL
        raise OSError(number, os.strerror(number), str(path))
    with _taking_the_place_of(target) as (unfinished, _):
        yield unfinished


@contextmanager
def _taking_the_place_of(target: Path) -> Iterator[tuple[Path, BinaryIO]]:
    clear_unfinished(target)
    unfinished = target.with_name(f"{_begin(target)}{os.urandom(4).hex()}{UNFINISHED}")
    try:
        with unfinished.open("xb") as file:
            with suppress(OSError):  # Where the file system knows no locks, leftovers stay.
                hold(file)
            yield unfinished, file
            with suppress(FileNotFoundError):
                unfinished.chmod(target.stat().st_mode & 0o7777)
        unfinished.replace(target)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def writable(path: str | os.PathLike[str]) -> Path:
    """The file behind `path`, links followed. Raises PermissionError for one that may not be written.

    The folder may allow what the file itself does not.
    """
    target = Path(path)
    if target.exists() and not target.is_file():
        return target  # What /dev/stdout is a link to has no name when it is a pipe.
    target = Path(os.path.realpath(target))
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    if target.is_file() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    return target


def clear_unfinished(target: Path) -> None:
    """Remove what killed processes left when they wrote `target`; what one is still at work on stays."""
    ours = re.compile(re.escape(_begin(target)) + "[0-9a-f]{8}" + re.escape(UNFINISHED))
    with suppress(OSError):
        for left in target.parent.iterdir():
            if ours.fullmatch(left.name) and left.is_file():
                with left.open("ab") as file:
                    nobodys = hold(file)
                if nobodys:
                    left.unlink()


def _begin(target: Path) -> str:
    return f".{target.name[:50]}."
