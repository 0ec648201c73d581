"""A command in a process of its own: its CPU time, its wall time, and the most memory it held.

    python -S -E child.py COMMAND ...        prints these as JSON

Linux lets a new process start with the peak of the one that it was forked from, so that a measurement out of a large
process is wrong. A launcher that imports next to nothing stands between.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

UNIT = 1 if sys.platform == "darwin" else 1024
"""What the peak is counted in, bytes or KiB."""


class Used(NamedTuple):
    """Seconds and MB (10^6 bytes)."""

    cpu: float
    wall: float
    peak_mb: float


def run(*arguments: str, path: Path | None = None) -> Used:
    """Run this Python with `arguments`, with the code in the folder `path`; raises `RuntimeError` with what it said if
    it fails.
    """
    launcher = [sys.executable, "-S", "-E", __file__, sys.executable, *arguments]
    # An installed package is compiled once: a machine that keeps no bytecode would compile all of it in every run.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env |= {"PYTHONPATH": str(path)} if path else {}
    done = subprocess.run(launcher, check=False, capture_output=True, text=True, cwd=path, env=env)
    if done.returncode:
        raise RuntimeError(f"{' '.join(arguments)} ended with {done.returncode}: {done.stderr[-1000:]}")
    return Used(**json.loads(done.stdout.splitlines()[-1]))


def launch(command: list[str]) -> int:
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    used = Used(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * UNIT / 1e6)
    print(json.dumps(used._asdict()))
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(launch(sys.argv[1:]))
