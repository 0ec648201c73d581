"""Telling a file that a process is at work on from one that a process left behind when it was killed."""

from __future__ import annotations

import os
import time
from typing import IO, Any


def hold(file: IO[Any], *, wait: bool = False) -> bool:
    """Keep an open file for oneself until it is closed or the process ends; False when another has it.

    Another is another process as well as another thread; with `wait` its end is waited for. Raises OSError on a file
    system that knows no locks.
    """
    if os.name == "nt":
        import msvcrt

        while True:
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined, unused-ignore]
            except PermissionError:
                if not wait:
                    return False
                time.sleep(0.1)
            else:
                return True
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    return True
