"""The command as a user runs it: results, exit codes, messages."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from oped.cli import COMMANDS
from seeds._version import __version__

ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT / "seeds" / "pages" / "lvliang-2021.txt"
TEXT = SEED.read_text("utf-8")

ESCAPE = re.compile("\x1b")


def in_shell(command, **environment):
    """Run a shell command with `oped` being this checkout's."""
    line = command.replace("oped ", f"{sys.executable} -m oped ")
    clean = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}}
    return subprocess.run(
        line, shell=True, capture_output=True, cwd=ROOT, env={**clean, **environment}, check=False
    )


def spans_reproduce(node, text=TEXT):
    """Every object with "text" and spans quotes the page, spaces aside; counts them."""
    if isinstance(node, list):
        return sum(spans_reproduce(item, text) for item in node)
    if not isinstance(node, dict):
        return 0
    found = sum(spans_reproduce(value, text) for value in node.values())
    spans = node.get("spans") or ([node["span"]] if "span" in node else [])
    if spans:
        quoted = "".join(text[start:end] for start, end in spans)
        assert re.sub(r"\s", "", quoted) == re.sub(r"\s", "", node["text"])
        found += 1
    return found


def test_read_gives_every_character_once(oped):
    code, out, _ = oped("read", SEED, "--format", "json")
    page = json.loads(out)
    assert code == 0
    assert page["schema"] == "oped/page/1"
    seen = [0] * len(TEXT)
    for start, end, _piece, _role in page["layout"]:
        for at in range(start, end):
            seen[at] += 1
    assert all(seen[at] == 1 for at, char in enumerate(TEXT) if not char.isspace())
    assert spans_reproduce(page) == len(page["furniture"]) + sum(
        len(piece["paragraphs"]) for piece in page["pieces"]
    )


def test_read_finds_the_five_pieces(oped):
    _, out, _ = oped("read", SEED, "--format", "json")
    assert [(piece["title"], piece["authors"]) for piece in json.loads(out)["pieces"]] == [
        ("全力构建大数据产业创新生态 全方位推动数字经济高质量发展", ["王恩泽"]),
        ("推动经济高质量发展", []),
        ("永远保持自我革命的勇气", ["胡森森"]),
        ("群众“金点子”是发展“金钥匙”", ["何勇"]),
        ("不断提高城市数字治理效能", ["王涵", "黄静"]),
    ]


@pytest.mark.parametrize("engine", ["learned", "graph", "lead"])
def test_summarize_quotes_the_page_within_the_budget(oped, engine):
    code, out, _ = oped(
        "summarize", SEED, "--engine", engine, "--chars", 90, "--headline-chars", 16, "--format", "json"
    )
    result = json.loads(out)
    assert code == 0
    assert result["schema"] == "oped/summaries/1"
    assert [summary["piece"] for summary in result["summaries"]] == [1, 2, 3, 4, 5]
    assert spans_reproduce(result) >= 10
    for summary in result["summaries"]:
        assert summary["engine"] == engine
        assert 0 < len(summary["headline"]["text"]) <= 16
        assert 0 < len(summary["paragraph"]["text"]) <= 90


def test_compare_quotes_both_sides(oped):
    code, out, _ = oped("compare", SEED, "--format", "json")
    result = json.loads(out)
    assert code == 0
    assert result["schema"] == "oped/comparison/1"
    assert [(pair["left"], pair["right"]) for pair in result["pairs"]] == [
        (a, b) for a in range(1, 6) for b in range(a + 1, 6)
    ]
    assert spans_reproduce(result) > 10
    for pair in result["pairs"]:
        assert 0 <= pair["scores"]["theme"] <= 1
        assert 0 <= pair["scores"]["reuse"] <= 1


def test_pieces_of_several_pages_are_numbered_on(oped, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text(TEXT.split("推动经济高质量发展\n")[0], "utf-8")
    _, out, _ = oped("compare", SEED, other, "--format", "json")
    pieces = json.loads(out)["pieces"]
    assert [(piece["id"], piece["page"], piece["piece"]) for piece in pieces][-2:] == [
        (5, SEED.name, 5),
        (6, "other.txt", 1),
    ]


def test_report_in_json_holds_all_three(oped):
    code, out, _ = oped("report", SEED, "--format", "json")
    report = json.loads(out)
    assert code == 0
    assert report["schema"] == "oped/report/1"
    assert report["pages"][0]["schema"] == "oped/page/1"
    assert report["summaries"]["schema"] == "oped/summaries/1"
    assert report["comparison"]["schema"] == "oped/comparison/1"


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_report_fits_the_screen(oped, width, lang):
    from rich.cells import cell_len

    code, out, _ = oped("report", SEED, "--width", width, "--lang", lang)
    assert code == 0
    assert all(cell_len(line) <= width for line in out.splitlines())
    assert not ESCAPE.search(out), "no colour codes when the output is not a terminal"


def test_report_without_a_page_shows_the_bundled_one(oped):
    assert oped("report", "--width", 80)[1] == oped("report", SEED, "--width", 80)[1]


def test_standard_input_is_a_page():
    done = in_shell(f"oped read - --format json < {SEED}")
    assert done.returncode == 0
    assert len(json.loads(done.stdout)["pieces"]) == 5


def test_no_color_leaves_no_colour():
    plain = in_shell("oped report --width 80", NO_COLOR="1", FORCE_COLOR="1").stdout.decode()
    colour = in_shell("oped report --width 80", FORCE_COLOR="1").stdout.decode()
    codes = {code for found in re.findall(r"\x1b\[([\d;]+)m", plain) for code in found.split(";")}
    assert codes <= {"0", "1", "2", "3", "4"}, "only bold, dim, italic and underline are left"
    assert re.search(r"\x1b\[[\d;]*35m", colour)


def test_version_loads_nothing_heavy():
    done = in_shell("oped --version", PYTHONPROFILEIMPORTTIME="1")
    loaded = {line.rsplit("|", 1)[1].strip() for line in done.stderr.decode().splitlines() if "|" in line}
    assert done.stdout.decode() == f"oped {__version__}\n"
    assert "click" in loaded
    assert not loaded & {"numpy", "rich", "rjieba", "jieba", "snownlp", "textrank4zh", "networkx"}


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example(oped, command):
    code, out, _ = oped(command, "--help")
    assert code == 0
    assert f"  oped {command}" in out.split("Example")[1]


def test_a_missing_file_is_named(oped):
    code, out, err = oped("read", "no-such-page.txt")
    assert (code, out) == (1, "")
    assert "no-such-page.txt" in err


def test_one_bad_file_does_not_stop_the_others(oped, tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    code, out, err = oped("read", empty, SEED, "--format", "json")
    assert code == 1
    assert "empty.txt" in err
    assert len(json.loads(out)["pieces"]) == 5


def test_a_page_without_a_piece_is_one(oped, tmp_path):
    page = tmp_path / "furniture.txt"
    page.write_text("杜小燕 摄\n", "utf-8")
    for command in ("read", "summarize", "compare", "report"):
        code, _, err = oped(command, page)
        assert code == 1
        assert "furniture.txt holds no piece" in err


def test_too_large_names_the_flag(oped):
    code, _, err = oped("read", SEED, "--max-bytes", 1000)
    assert code == 1
    assert "--max-bytes" in err


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["raed", SEED], "read"),
        (["read"], "PAGE"),
        (["read", SEED, "--formt", "json"], "--format"),
        (["summarize", SEED, "--engine", "no-such"], "lead"),
        (["summarize", SEED, "--chars", "0"], "--chars"),
    ],
)
def test_wrong_usage_is_two_and_helps(oped, arguments, hint):
    code, out, err = oped(*arguments)
    assert (code, out) == (2, "")
    assert hint in err


def test_an_engine_that_is_not_installed_is_three(oped, monkeypatch):
    from summarize import rankers

    monkeypatch.setattr(rankers, "find_spec", lambda name: None)
    rankers.load.cache_clear()
    code, out, err = oped("summarize", SEED, "--engine", "snownlp")
    assert (code, out) == (3, "")
    assert "pip install" in err


def test_engines_are_listed(oped):
    code, out, _ = oped("engines", "--format", "json")
    assert code == 0
    assert {"lead", "graph", "textrank4zh", "snownlp"} <= {row["name"] for row in json.loads(out)["engines"]}


def test_interruption_is_130(oped, monkeypatch):
    def interrupted(*_args, **_kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr("seeds.read_pages", interrupted)
    code, out, err = oped("read", SEED)
    assert (code, out) == (130, "")
    assert "interrupted" in err


def test_a_command_without_arguments_shows_its_help_line_by_line(oped):
    code, out, err = oped()
    assert code == 2
    assert "\n  report " in out + err
    assert "␊" not in out + err
