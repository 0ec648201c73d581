"""The way from a page to its report, stage by stage and from a cold start.

    python -m pytest benchmarks/speed --benchmark-enable --benchmark-only

Figures are to be read as ratios inside one run: pytest-benchmark prints them in brackets.
"""

import subprocess
import sys

import pytest

import seeds
from compare import compare_all
from compare.report import make_report, terminal
from seeds.catalogue import Labels


@pytest.fixture(scope="module")
def page():
    return seeds.seed_page()


@pytest.mark.benchmark(group="stages of the seed page")
def test_read(benchmark, page):
    assert benchmark(seeds.parse_page, page.text) == seeds.parse_page(page.text)


@pytest.mark.benchmark(group="stages of the seed page")
def test_compare_all_pairs(benchmark, page):
    assert len(benchmark(compare_all, page).pairs) == 10


@pytest.mark.benchmark(group="stages of the seed page")
def test_report_data(benchmark, page):
    assert len(benchmark(make_report, [page]).summaries) == 5


@pytest.mark.benchmark(group="stages of the seed page")
def test_draw_for_terminal(benchmark, page):
    from rich.console import Console

    report = make_report([page])

    def draw():
        console = Console(width=120, record=False, file=None, no_color=True)
        with console.capture() as captured:
            console.print(terminal.report(report, Labels("en")))
        return captured.get()

    assert page.pieces[0].authors[0] in benchmark(draw)


COLD = {
    "python alone": ["-c", "pass"],
    "oped --version": ["-m", "compare", "--version"],
    "oped report": ["-m", "compare", "report"],
    "import textrank4zh": ["-W", "ignore", "-c", "import textrank4zh"],
    "import snownlp": ["-W", "ignore", "-c", "import snownlp"],
}


@pytest.mark.benchmark(group="a new process, peers' imports beside")
@pytest.mark.parametrize("what", COLD)
def test_cold_start(benchmark, what):
    command = [sys.executable, *COLD[what]]
    benchmark.pedantic(
        subprocess.run, (command,), {"check": True, "capture_output": True}, rounds=5, warmup_rounds=1
    )
