"""Processes that work for this one, and end when it does."""

from __future__ import annotations

import os
import signal
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from threading import Thread


def workers(jobs: int) -> ProcessPoolExecutor:
    """A pool of so many processes, each started anew."""
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin)


def _begin() -> None:
    # Ctrl-C at a terminal reaches every process of it: one that says so is enough.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A parent that is killed tells nobody, and a worker would wait for its next task for ever.
    Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
