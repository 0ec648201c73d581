"""The process `oped`, also `python -m oped`: Ctrl-C is heeded before anything else is loaded."""

from __future__ import annotations

import _signal  # type: ignore[import-not-found, unused-ignore]  # `signal` itself takes longer to load than all before it.

# Until `main` runs there is nothing to put in order, and Ctrl-C ends the process without a word.
if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
    _signal.signal(_signal.SIGINT, _signal.SIG_DFL)

import gc
import os
import signal
import sys
from types import FrameType

TYPE_CHECKING = False


def main() -> None:
    """Run the command line and leave with its exit code."""
    _open_what_is_closed()
    # Results are many objects and no cycles: looking for these is a tenth of long work.
    gc.set_threshold(100_000)
    # A job in the background of a shell is to ignore Ctrl-C, and does.
    if signal.getsignal(signal.SIGINT) in (signal.SIG_DFL, signal.default_int_handler):
        signal.signal(signal.SIGINT, _interrupted)
    try:
        from oped.cli import main as command

        command()
    except (KeyboardInterrupt, RuntimeError) as problem:
        # Up to Python 3.11 what interrupts the making of a class comes as the cause of a RuntimeError.
        if not (isinstance(problem, KeyboardInterrupt) or isinstance(problem.__cause__, KeyboardInterrupt)):
            raise
        sys.stderr.write("oped: interrupted\n")
        sys.exit(130)
    finally:
        # What is left is to leave.
        if signal.getsignal(signal.SIGINT) is _interrupted:
            _end_at_once()


def _open_what_is_closed() -> None:
    """Let nothing that is opened later become standard output or error by getting their numbers."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115, PTH123 - for as long as the process lives


def _interrupted(number: int, frame: FrameType | None) -> None:
    """The first Ctrl-C ends the work in good order, a second one ends the process."""
    del number, frame
    _end_at_once()
    raise KeyboardInterrupt


def _end_at_once() -> None:
    """Let Ctrl-C end the process from now on."""
    sys.unraisablehook = _told
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _told(unraisable: sys.UnraisableHookArgs) -> None:
    """Says what Python would, but not that it ignored a Ctrl-C of the very moment when another was heeded.

    Where Python ignores the first, as in what it calls when an object goes, nothing hears of it: the process ends.
    """
    if isinstance(unraisable.exc_value, KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)
    if not (isinstance(unraisable.exc_value, OSError) and "race condition" in str(unraisable.exc_value)):
        sys.__unraisablehook__(unraisable)


if __name__ == "__main__":
    main()
