"""The report of the seed page, to the letter: what an editor sees at three widths.

After a change that is meant: `OPED_UPDATE_GOLDEN=1 python -m pytest tests/compare/test_report_golden.py`, then read the
difference before it is committed. The engine is `lead`, which no training changes.
"""

import io
import os
from pathlib import Path

import pytest
from rich.console import Console

from oped.reports import make_report, terminal
from seeds import seed_page
from seeds.catalogue import Labels

GOLDEN = Path(__file__).resolve().parents[1] / "golden"


@pytest.fixture(scope="module")
def report():
    return make_report([seed_page()], engine="lead")


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_report_of_the_seed_page(report, width, language):
    screen = io.StringIO()
    Console(file=screen, width=width, no_color=True).print(terminal.report(report, Labels(language)))
    text = "\n".join(line.rstrip() for line in screen.getvalue().split("\n"))
    golden = GOLDEN / f"report-{language}-{width}.txt"
    if os.environ.get("OPED_UPDATE_GOLDEN"):
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")
