"""Numbers as they come from a command line or a file of others: taken, or refused in a line."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from oped.cli import main

TEXT = "让活动室的门开起来，要有人管，要有人用，更要有人愿意来，这就是我们想说的话。"
ROW = {"a": "甲", "b": "乙", "sa": 0, "ea": 12, "sb": 0, "eb": 12, "kind": "verbatim", "bits": 41.2, "expect": 1e-6,
       "text_a": TEXT, "text_b": TEXT}  # fmt: skip
Run = Callable[..., tuple[object, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> Run:
    """Run the command on some articles; its exit code and what it says. Whatever is raised passes through."""
    article = {"date": "2021-11-24", "text": TEXT, "summary": "门"}
    rows = [json.dumps({"id": name, **article}) + "\n" for name in "甲乙"]
    (tmp_path / "a.jsonl").write_text("".join(rows), "utf-8")
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> tuple[object, str]:
        monkeypatch.setattr(sys, "argv", ["oped", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        return left.value.code or 0, capfdbinary.readouterr().err.decode()

    return run


OPTIONS = (
    "corpus a.jsonl --jobs", "corpus a.jsonl --most", "corpus a.jsonl --expect", "corpus phrases a.jsonl --least-docs",
    "corpus phrases a.jsonl --least-chars", "corpus phrases a.jsonl --top", "corpus show r.jsonl --top",
    "corpus show r.jsonl --strongest", "read a.jsonl --max-bytes", "read a.jsonl --width", "report a.jsonl --width",
    "summarize a.jsonl --chars", "summarize a.jsonl --headline-chars", "timeline a.jsonl --formula 活动室 --top",
    "timeline a.jsonl --least", "compare a.jsonl --expect", "evaluate summaries a.jsonl --engine lead --chars",
)  # fmt: skip
NUMBERS = ("-1", "0", "999999999", "9223372036854775807", "9223372036854775808", "9" * 26, "9" * 5000, "nan", "1e-320",
           "1e400", "½")  # fmt: skip


@pytest.mark.parametrize("option", OPTIONS)
def test_an_option_takes_a_number_or_refuses_it(option: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_text(json.dumps(ROW) + "\n", "utf-8")
    codes = set()
    for number in NUMBERS:
        if "--jobs" in option and number == "999999999":
            continue
        code, said = run(*option.split(), number)
        assert code in (0, 1, 2), said
        assert code == 0 or said.strip(), number
        codes.add(code)
    assert 2 in codes


def test_a_memory_is_taken_or_refused(run: Run) -> None:
    for memory in ("0", "-5GB", "999999999999TB", "1e30GB", "9" * 30, "", "x", "5", "1KB", "100%", "'; DROP"):
        code, said = run("corpus", "a.jsonl", "--memory", memory)
        assert code in (0, 1, 2)
        assert code == 0 or len(said.splitlines()) == 1, said


def test_rows_with_numbers_that_no_row_has(run: Run, tmp_path: Path) -> None:
    views = ("r.jsonl", "r.jsonl --article 甲", "r.jsonl --format json", "r.jsonl --format csv --article 甲")
    refused = 0
    for key in ("sa", "ea", "sb", "eb", "bits", "expect"):
        for number in (
            "9" * 23,
            "-5",
            "9" * 400,
            "9" * 5000,
            "1e999",
            "-1e308",
            "1e308",
            "true",
            "null",
            '"5"',
            "5.5",
        ):
            row = json.dumps(ROW).replace(f'"{key}": {json.dumps(ROW[key])}', f'"{key}": {number}')
            (tmp_path / "r.jsonl").write_text(row + "\n", "utf-8")
            for view in views:
                code, said = run("corpus", "show", *view.split())
                assert code in (0, 1), said
                assert len(said.splitlines()) == (code == 1), said
                refused += code == 1
    assert refused > 100
