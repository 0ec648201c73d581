"""The command in this process: faster than a new one, and its exit code, output and messages are all there is."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from oped.cli import main


def run_here(
    *arguments: str | Path, data: bytes = b"", cwd: str | Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run `oped ARGUMENTS` in a folder with that on standard input."""
    streams = [io.TextIOWrapper(io.BytesIO(held), "utf-8", "backslashreplace") for held in (b"", b"", data)]
    out, err, given = streams
    argv = ["oped", *map(str, arguments)]
    before = Path.cwd()
    try:
        os.chdir(cwd or before)
        with (
            patch.object(sys, "argv", argv),
            patch.object(sys, "stdin", given),
            redirect_stdout(out),
            redirect_stderr(err),
        ):
            main()
        code = 0
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else int(left.code is not None)
    finally:
        os.chdir(before)
    said = []
    for stream in streams[:2]:
        stream.flush()
        said.append(stream.buffer.getvalue())  # type: ignore[attr-defined]
    return subprocess.CompletedProcess(argv, code, *said)
