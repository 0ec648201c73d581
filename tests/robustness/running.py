"""Running the command, and what it must say when something is wrong."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

PAGE = "标题在此\n\n□ 王五\n\n让活动室的门开起来，要有人管，要有人用，更要有人愿意来。\n".encode()
OPED = (sys.executable, "-m", "oped")
OLD = b"what was there before"


def oped(*arguments: str | Path, data: bytes = PAGE, **options: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # type: ignore[call-overload,no-any-return]
        [*OPED, *map(str, arguments)], input=data, capture_output=True, check=False, **options
    )


def told(done: subprocess.CompletedProcess[bytes], code: int, message: str) -> None:
    """One line that says what happened, the exit code of the contract, and no traceback."""
    said = done.stderr.decode().lstrip("\n")
    assert done.returncode == code, said
    assert re.fullmatch(rf"oped: [^\n]*{message}[^\n]*\n", said), said


def shell(script: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # type: ignore[call-overload,no-any-return]
        ["/bin/sh", "-c", script.replace("OPED", " ".join(OPED))],
        input=PAGE,
        capture_output=True,
        check=False,
        **options,
    )


LIMITED = """
import resource, signal, sys
from oped.cli import main
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv.pop(1)),) * 2)
main()
"""


def unmeasured() -> dict[str, str]:
    """The environment without a measurement of coverage: where it would be in the way, or for nothing."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}


def oped_on_a_full_disk(
    *arguments: str | Path, data: bytes = b"", room: int = 300
) -> subprocess.CompletedProcess[bytes]:
    """Run where no file grows beyond so many bytes, not even that of a coverage measurement, which is left off."""
    return subprocess.run(
        [sys.executable, "-c", LIMITED, str(room), *map(str, arguments)],
        input=data,
        capture_output=True,
        check=False,
        env=unmeasured(),
    )
