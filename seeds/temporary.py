"""Folders for temporary files, those that killed processes left among them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import gettempdir, mkdtemp

from seeds.errors import OpedError
from seeds.locks import hold

_BEGIN, _LOCK = "oped-", "oped.lock"


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """A folder of one's own that is removed afterwards; what killed processes left is removed before.

    A folder is ours when our lock is in it, and left behind when nobody holds that. Raises `OpedError` when there is no
    room for one.
    """
    with ExitStack() as stack:
        try:
            folder = stack.enter_context(_folder())
        except OSError as problem:
            raise OpedError(
                f"cannot keep temporary files: {problem.strerror or problem}; make room or name a folder by TMPDIR"
            ) from problem
        yield folder


@contextmanager
def _folder() -> Iterator[Path]:
    for lock in Path(gettempdir()).glob(f"{_BEGIN}*/{_LOCK}"):
        with suppress(OSError), lock.open("ab") as file:
            if hold(file):
                shutil.rmtree(lock.parent, ignore_errors=True)
    while True:
        folder = Path(mkdtemp(prefix=_BEGIN))
        try:
            with (folder / _LOCK).open("ab") as file:
                # Another process may have taken it for left behind before it was held.
                if hold(file) and (folder / _LOCK).exists():
                    yield folder
                    return
        finally:
            shutil.rmtree(folder, ignore_errors=True)
