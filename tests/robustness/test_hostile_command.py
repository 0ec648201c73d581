"""Whatever is given to the command, it ends with an exit code of the contract and never with a traceback."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from ..command import run_here

TEXT = "让活动室的门开起来，要有人管，要有人用，更要有人愿意来。"
HOSTILE = (
    "\x1b]0;标题\x07\x1b[31m坏标题[/b][red]\n\n□ 王\u202e五\n\n"
    "<script>alert(1)</script>我们必须说：=1+1，| a | b |。\n\n"
    f"# 标题 **粗** [点](javascript:alert(1))。\n\n@SUM(1)\n\n\x9b31m{TEXT}\n"
)
INPUTS = {
    "empty": b"",
    "space": " \n\u3000\t\n".encode(),
    "marks": "。，！？\n“”《》……——\n".encode(),
    "one": "好".encode(),
    "nul": bytes(400),
    "binary": bytes(range(256)) * 8,
    "half a mark": b"\xff\xfe",
    "surrogate": b"\xed\xa0\x80" + TEXT.encode(),
    "digits": b"1234567890" * 300,
    "brackets": "（".encode() * 3000,
    "bylines": "□ 王五\n".encode() * 200,
    "hostile": HOSTILE.encode(),
}
COMMANDS = (
    ("read",),
    ("summarize", "--width", "20"),
    ("report", "--format", "markdown"),
    ("rhetoric",),
    ("corpus",),
)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_every_input_at_once(command: tuple[str, ...], tmp_path: Path) -> None:
    for name, data in INPUTS.items():
        (tmp_path / f"{name}.txt").write_bytes(data)
    done = run_here(*command, tmp_path)
    assert done.returncode in (0, 1), done.stderr
    assert b"Traceback" not in done.stderr
    shown = (done.stdout + done.stderr).decode()
    assert not any(sign in shown for sign in ("\x1b", "\x9b", "\u202e"))


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("read",), 2),
        (("read", "no such file"), 1),
        (("nonsense",), 2),
        (("read", "--width", "3", "x"), 2),
        (("summarize", "--chars", "0", "x"), 2),
        (("summarize", "--engine", "nonsense", "-"), 2),
        (("compare", "--expect", "nan", "-"), 2),
        (("compare", "--background", "no such file", "-"), 1),
        (("read", "--encoding", "nonsense", "-"), 2),
        (("read", "--max-bytes", "10", "-"), 1),
        (("report", "--output", "no such folder/x.html", "-"), 1),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else str(value),
)
def test_what_makes_no_sense(arguments: tuple[str, ...], code: int) -> None:
    done = run_here(*arguments, data=f"标题在此\n\n{TEXT}\n".encode())
    assert done.returncode == code, done.stderr
    assert not done.stdout
    assert done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
def test_a_closed_standard_input() -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f"exec {sys.executable} -m oped read - <&-"], capture_output=True, check=False
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="needs named pipes")
def test_output_goes_into_a_pipe_and_does_not_replace_it(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    end = os.open(pipe, os.O_RDWR | os.O_NONBLOCK)
    try:
        run_here("report", "--format", "csv", "--output", pipe, "-", data=f"标题在此\n\n{TEXT}\n".encode())
        assert stat.S_ISFIFO(pipe.stat().st_mode)
    finally:
        os.close(end)


def test_a_background_of_almost_nothing(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("好。\n", "utf-8")
    done = run_here("background", "build", page, "--output", tmp_path / "own.npz")
    assert b"Traceback" not in done.stderr


def test_a_row_nested_too_deep_for_evaluation(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text("[" * 100_000, "utf-8")
    done = run_here("evaluate", "summaries", rows)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


def test_a_corpus_of_folders_with_files_of_one_name(tmp_path: Path) -> None:
    for day in ("monday", "tuesday"):
        (tmp_path / day).mkdir()
        (tmp_path / day / "01.txt").write_text(f"标题在此\n\n□ 王五\n\n{TEXT * 3}\n", "utf-8")
    assert run_here("corpus", tmp_path).returncode == 0


@pytest.mark.parametrize("format_", ["terminal", "html", "csv", "markdown", "json"])
def test_hostile_text_stays_text(format_: str, tmp_path: Path) -> None:
    page = tmp_path / "[red]page.txt"
    page.write_text(HOSTILE, "utf-8")
    done = run_here("report", page, "--format", format_)
    assert done.returncode == 0, done.stderr
    shown = done.stdout.decode()
    if format_ == "json":
        return
    assert not any(sign in shown for sign in ("\x1b", "\x9b", "\u202e"))
    if format_ == "html":
        assert "<script>alert" not in shown
        assert 'href="javascript' not in shown
    if format_ == "csv":
        assert not any(cell.lstrip('"')[:1] in ("=", "@", "+") for cell in shown.split(","))
