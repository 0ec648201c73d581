"""Running the command, interrupting it, and what it must say when something is wrong."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ..command import run_here

PAGE = "标题在此\n\n□ 王五\n\n让活动室的门开起来，要有人管，要有人用，更要有人愿意来。\n".encode()
OPED = (sys.executable, "-m", "oped")
OLD = b"what was there before"
HEEDS_INTERRUPTS = (
    sys.executable,
    "-c",
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    "from oped.__main__ import main; print('now', flush=True); main()",
)
"""The command, by Ctrl-C interrupted also where the tests are a job in the background and ignore it."""


def oped(*arguments: str | Path, data: bytes = PAGE) -> subprocess.CompletedProcess[bytes]:
    """The command, in this process."""
    return run_here(*arguments, data=data)


def oped_apart(
    *arguments: str | Path, data: bytes = PAGE, **options: object
) -> subprocess.CompletedProcess[bytes]:
    """The command, in a process of its own."""
    return subprocess.run(  # type: ignore[call-overload,no-any-return]
        [*OPED, *map(str, arguments)], input=data, capture_output=True, check=False, **options
    )


def told(done: subprocess.CompletedProcess[bytes], code: int, message: str) -> None:
    """One line that says what happened, the exit code of the contract, and no traceback."""
    said = done.stderr.decode().lstrip("\n")
    assert done.returncode == code, said
    assert re.fullmatch(rf"oped: [^\n]*{message}[^\n]*\n", said), said


def interrupt(process: subprocess.Popen[bytes]) -> None:
    """Send Ctrl-C until it is heeded, and see that the process leaves as it should.

    One alone may come between a look for signals and a read that waits for ever, as it may for a user.
    """
    for wait in (1, 2, 4, 8, 16, 32):
        process.send_signal(signal.SIGINT)
        try:
            _, said = process.communicate(timeout=wait)
        except subprocess.TimeoutExpired:
            continue
        # Before Python is there, and the second time, Ctrl-C ends a process without a word.
        assert process.returncode in (130, -signal.SIGINT)
        assert (said or b"").strip() in (b"", b"oped: interrupted"), said
        return
    process.kill()
    raise AssertionError(f"Ctrl-C was not heeded: {process.communicate()}")


@contextmanager
def feeding(pipe: Path, process: subprocess.Popen[bytes]) -> Iterator[None]:
    """Be the writer of a named pipe, who does not write, from the moment that the process reads it."""
    ends: list[int] = []

    def open_() -> bool:
        assert process.poll() is None, process.communicate()
        try:
            ends.append(os.open(pipe, os.O_WRONLY | os.O_NONBLOCK))
        except OSError:
            return False
        return True

    wait_for(open_)
    try:
        yield
    finally:
        os.close(ends[0])


def wait_for(condition: Callable[[], object], seconds: float = 200) -> None:
    """Wait until something holds, however slow the machine is."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


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
        # Python itself would write half a file of bytecode, and the next process would fall over it.
        env={**unmeasured(), "PYTHONDONTWRITEBYTECODE": "1"},
    )
