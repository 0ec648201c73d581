"""What each command makes of many articles, of terminals, and of places that cannot be written to."""

import csv
import io
import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

import compare
from oped.cli import output
from oped.reports.forms.listing import squeezed
from oped.words import Labels

ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT / "seeds" / "pages" / "lvliang-2021.txt"
FULL = Path("/dev/full")

PLACES = ["东村", "西村", "南山", "北岭", "河口", "上坝", "下湾", "老街", "新桥", "石门"]
needs_full = pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")


def test_bars_share_a_cell_evenly_and_a_gap_stays_one():
    assert squeezed("▁█··· ▂·", 2) == "█· ▂"
    assert squeezed("▁█ ·", 1) == "▁█ ·"


@pytest.fixture
def articles(tmp_path):
    """Forty dated notes: one formula fades, another comes in the later half."""
    path = tmp_path / "articles.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(40):
            words = "深入开展植树造林活动" if number < 20 else "大力发展林下经济"
            row = {
                "id": f"a{number}",
                "title": f"{PLACES[number % 10]}见闻",
                "date": f"20{10 + number // 4}-0{1 + number % 4}-01",
                "text": f"{PLACES[number % 10]}{words}{'，群众都说好' if number % 2 else '。大家参加'}。",
                "summary": f"{PLACES[number % 10]}{words}。",
            }
            print(json.dumps(row, ensure_ascii=False), file=file)
    return path


def test_timeline_follows_given_formulas(oped, articles):
    code, out, _ = oped("timeline", articles, "--formula", "林下经济", "--format", "json")
    found = json.loads(out)
    assert code == 0
    assert found["schema"] == "oped/timeline/1"
    assert [(usage["text"], usage["first"], usage["articles"]) for usage in found["formulas"]] == [
        ("林下经济", "2015-01-01", 20)
    ]


def test_timeline_shows_a_row_a_formula(oped, articles):
    code, out, _ = oped("timeline", articles, "--formula", "林下经济", "--width", 100, "--lang", "en")
    assert code == 0
    row = next(line for line in out.splitlines() if "林下经济" in line)
    assert row.split()[1:6] == ["2015", "2019", "20", "came", "up"]
    assert "█" in row
    assert "2010–2019" in out


def test_timeline_tells_a_year_without_articles_from_one_without_the_phrase(oped, tmp_path):
    dated = [
        (2001, "林下经济好"),
        (2002, "别的"),
        (2005, "林下经济好"),
        (2006, "别的"),
        (2007, "别的"),
        (2008, "别的"),
    ]
    rows = [{"id": str(year), "date": f"{year}-01-01", "text": text} for year, text in dated]
    path = tmp_path / "gap.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    asked = ("timeline", str(path), "--period", "year", "--formula", "林下经济", "--lang", "en")
    _, shown, _ = oped(*asked, "--width", 100)
    assert "█ ··█   " in shown
    assert "2001*" in shown
    assert "Years in a bar: 1" in shown
    _, table, _ = oped(*asked, "--format", "csv")
    cells = {row["period"]: row for row in csv.DictReader(io.StringIO(table))}
    assert (cells["2002"]["count"], cells["2003"]["count"]) == ("0", "")
    chart = tmp_path / "chart.svg"
    oped(*asked, "--svg", str(chart))
    assert 'width="16"' in chart.read_text("utf-8")


def test_timeline_without_a_use_has_an_empty_table(oped, articles):
    code, out, _ = oped("timeline", articles, "--formula", "没有的话", "--lang", "zh")
    assert code == 0
    assert Labels("zh")("column_formula") in out


def test_rhetoric_in_json_is_a_line_a_piece(oped):
    code, out, _ = oped("rhetoric", SEED, "--format", "json")
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [(row["page"], row["piece"]) for row in rows] == [(SEED.name, n) for n in range(1, 6)]
    assert {row["schema"] for row in rows} == {"oped/rhetoric/1"}


def test_themes_in_json_groups_every_piece_once(oped):
    code, out, _ = oped("themes", SEED, "--format", "json")
    found = json.loads(out)
    assert code == 0
    assert found["schema"] == "oped/themes/1"
    assert len(json.dumps(found)) > 100


def test_themes_of_nothing_are_nothing(oped, tmp_path):
    page = tmp_path / "furniture.txt"
    page.write_text("杜小燕 摄\n", "utf-8")
    code, out, err = oped("themes", page)
    assert (code, out) == (1, "")
    assert "holds no piece" in err


@pytest.mark.parametrize("task", ["paragraph", "headline"])
def test_evaluate_scores_the_engine_beside_floor_and_ceiling(oped, articles, tmp_path, task):
    rows = tmp_path / "out.jsonl"
    arguments = ("evaluate", "summaries", articles, "--task", task, "--engine", "lead", "--chars", 40)
    code, out, _ = oped(*arguments, "--format", "json", "--predictions", rows)
    found = json.loads(out)
    assert code == 0
    assert (found["schema"], found["documents"]) == ("oped/evaluation/1", 40)
    scores = {system["name"]: system["rouge_1"]["mean"] for system in found["systems"]}
    assert scores["oracle"] >= scores["lead"] > 0
    for system in found["systems"]:
        assert system["rouge_l"]["low"] <= system["rouge_l"]["mean"] <= system["rouge_l"]["high"]
    written = [json.loads(line) for line in rows.read_text("utf-8").splitlines()]
    assert [row["id"] for row in written] == [f"a{n}" for n in range(40)]
    assert all(0 < len(row["summary"]) <= 40 for row in written)
    code, out, _ = oped(*arguments, "--width", 90)
    assert code == 0
    assert "oracle" in out
    assert f"{scores['oracle']:.1f}" in out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_names_the_variable_that_the_command_answers_to(oped, shell):
    code, out, _ = oped("completion", shell)
    assert code == 0
    assert "_OPED_COMPLETE" in out
    assert f"{shell}_complete" in out


def test_completion_offers_our_commands():
    from oped.cli import COMMANDS, oped

    found = ShellComplete(oped, {}, "oped", "_OPED_COMPLETE").get_completions([], "")
    assert [item.value for item in found] == list(COMMANDS)


def test_a_background_of_ones_own_is_what_rarity_is_measured_against(oped, articles, tmp_path):
    own = tmp_path / "own.npz"
    code, out, err = oped("background", "build", articles, "--output", own, "--name", "villages")
    assert (code, out) == (0, "")
    assert "40 items" in err
    _, out, _ = oped("compare", SEED, "--background", own, "--format", "json")
    assert json.loads(out)["background"] == {"name": "villages", "items": 40}


def test_what_cannot_be_written_names_the_flag(oped, articles, tmp_path):
    missing = tmp_path / "no such folder" / "x"
    for arguments in (
        ("background", "build", articles, "--output", missing),
        ("report", SEED, "--output", missing),
    ):
        code, out, err = oped(*arguments)
        assert (code, out) == (1, "")
        assert "--output" in err
        assert "no such folder" in err


@pytest.mark.slow
@pytest.mark.parametrize(
    "line",
    [
        "read PAGE --format json",
        "report PAGE",
        "report PAGE --format html --output OUT",
        "rhetoric PAGE",
        "themes PAGE",
        "timeline ROWS --formula 林下经济",
        "corpus ROWS --out OUT",
        "background build ROWS --output OUT --name villages",
        "evaluate summaries ROWS --predictions OUT",
    ],
)
def test_no_command_warns_nor_leaves_a_file_open_nor_guesses_an_encoding(line, articles, tmp_path):
    names = {"PAGE": str(SEED), "ROWS": str(articles), "OUT": str(tmp_path / "out")}
    strict = [sys.executable, "-X", "dev", "-X", "warn_default_encoding", "-W", "error", "-m", "oped"]
    done = subprocess.run(
        [*strict, *(names.get(word, word) for word in line.split())],
        capture_output=True,
        check=False,
        cwd=ROOT,
    )
    said = done.stderr.decode().splitlines()
    assert done.returncode == 0, said
    known = ("characters", "show " + str(tmp_path / "out"))
    assert [line for line in said if not line.endswith(known)] == []


def at_a_terminal(*arguments, **environment):
    """Run the command with a terminal for its output and its messages; what stands on the terminal, exit code."""
    end, terminal = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "oped", *map(str, arguments)],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        cwd=ROOT,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "100", "PYTHONHASHSEED": "0", **environment},
    ) as process:
        os.close(terminal)
        shown = b""
        while part := _read(end):
            shown += part
    os.close(end)
    return shown.decode(), process.returncode


def _read(end):
    try:
        return os.read(end, 65536)
    except OSError:  # how Linux says that the other end is closed
        return b""


@pytest.mark.slow
def test_many_pieces_show_progress_at_a_terminal_unless_quiet(articles):
    shown, code = at_a_terminal("report", articles, "--lang", "en")
    assert code == 0
    assert "━" in shown
    quiet, code = at_a_terminal("report", articles, "--lang", "en", "--quiet")
    assert code == 0
    assert "\x1b[?25l" not in quiet, "a progress bar hides the cursor"
    assert "\x1b[?25l" in shown


@pytest.mark.slow
def test_a_corpus_shows_what_it_is_at_unless_quiet(articles, tmp_path):
    for quiet, bars in (((), True), (("--quiet",), False)):
        shown, code = at_a_terminal(
            "corpus", articles, "--out", tmp_path / "rows.jsonl", "--lang", "en", *quiet
        )
        assert code == 0
        assert ("━" in shown) == bars
        assert bool(re.search(r"\d+/\d+", shown)) == bars


def test_a_terminal_that_is_no_text_stream_is_written_to(monkeypatch):
    class Sink:
        encoding = "utf-8"

        def __init__(self):
            self.text = ""

        def write(self, text):
            self.text += text

        def flush(self):
            pass

    sink = Sink()
    monkeypatch.setattr(sys, "stdout", sink)
    output.console().print("高质量")
    assert sink.text == "高质量\n"


def test_the_package_has_what_it_lists_and_nothing_else():
    assert all(callable(getattr(compare, name)) for name in compare.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = compare.nothing
