"""Forms of results: by the ending of the file, for every command."""

import csv
import json
from itertools import product
from pathlib import Path

import pytest

SEED = Path(__file__).resolve().parents[2] / "seeds" / "pages" / "lvliang-2021.txt"
COMMANDS = ("read", "summarize", "compare", "themes", "rhetoric", "report")
BEGINNINGS = {
    "html": b"<!DOCTYPE html>",
    "md": b"# ",
    "json": b"{",
    "jsonl": b"{",
    "docx": b"PK",
    "xlsx": b"PK",
    "csv": b"",
    "txt": b"",
}


@pytest.mark.parametrize(
    ("command", "ending"),
    [*product(("read", "report"), BEGINNINGS), *product(COMMANDS[1:-1], ("csv", "docx", "md"))],
)
def test_the_ending_of_the_file_tells_the_form(oped, tmp_path, command, ending):
    made = tmp_path / f"made.{ending}"
    code, out, err = oped(command, SEED, "-o", made, "--lang", "zh")
    assert (code, out, err) == (0, "", "")
    written = made.read_bytes()
    assert written.startswith(BEGINNINGS[ending])
    assert len(written) > 300
    if ending == "csv":
        rows = list(csv.reader(written.decode().splitlines()))
        assert len(rows) > 2
        assert len({len(row) for row in rows}) == 1
    if ending == "jsonl":
        assert all(json.loads(line) for line in written.decode().splitlines())


def test_an_ending_that_is_no_form_names_those_there_are(oped, tmp_path):
    code, _, err = oped("read", SEED, "-o", tmp_path / "page.pdf")
    assert code == 2
    assert ".docx" in err


def test_one_pair_is_read_in_any_form(oped, tmp_path):
    made = tmp_path / "pair.html"
    assert oped("report", SEED, "--pair", "2", "3", "-o", made, "--lang", "en")[0] == 0
    assert "line 58" in made.read_text("utf-8")
    code, out, _ = oped("report", SEED, "--pair", 3, 2, "--width", 80, "--lang", "en")
    assert code == 0
    assert "line 58" in out


def test_a_pair_that_there_is_not_is_a_mistake_of_use(oped):
    code, _, err = oped("report", SEED, "--pair", 2, 9)
    assert code == 2
    assert "1 to 5" in err


@pytest.mark.parametrize("columns", ["0", "1", "7", "abc", ""])
def test_any_width_of_a_terminal_is_borne(oped, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    code, out, _ = oped("report", SEED)
    assert code == 0
    assert "lvliang" in out


def test_colours_are_forced_and_forbidden(oped, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("CLICOLOR_FORCE", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[" in oped("report", SEED)[1]
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[3" not in oped("report", SEED)[1]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_glossary_says_what_figures_mean(oped, language):
    code, out, _ = oped("glossary", "--lang", language)
    assert code == 0
    assert "100" in out


def test_devices_of_one_kind_with_the_lines_they_stand_on(oped):
    code, out, _ = oped("rhetoric", SEED, "--device", "parallelism", "--lang", "en", "--width", 200)
    assert code == 0
    assert "parallelism 4  " in out
    assert "line 41" in out
    assert "quotation 1  " not in out
    assert oped("rhetoric", SEED, "--device", "rhyme")[0] == 2


@pytest.mark.parametrize(
    ("words", "begun", "offered"),
    [
        (["report", "--engine"], "gr", "graph"),
        (["rhetoric", "--device"], "para", "parallelism"),
        (["read", "--format"], "x", "xlsx"),
        (["summarize"], "--hea", "--headline-chars"),
    ],
)
def test_completion_offers_engines_devices_and_forms(words, begun, offered):
    from click.shell_completion import ShellComplete

    from oped.cli import oped as command

    found = ShellComplete(command, {}, "oped", "_OPED_COMPLETE").get_completions(words, begun)
    assert offered in [item.value for item in found]


def test_completion_leaves_files_to_the_shell():
    from click.shell_completion import ShellComplete

    from oped.cli import oped as command

    (found,) = ShellComplete(command, {}, "oped", "_OPED_COMPLETE").get_completions(["report"], "seeds/pa")
    assert found.type == "file"


def test_a_piece_is_shown_line_by_line_with_what_it_shares(oped):
    code, out, _ = oped("report", SEED, "--piece", 3, "--lang", "en", "--width", 100)
    assert code == 0
    assert "中国特色社会主义" in out
    assert "33,793 items of TV news" in out
    code, _, err = oped("report", SEED, "--piece", 9)
    assert code == 2
    assert "1 to 5" in err


def test_a_piece_is_measured_against_the_background_that_is_asked_for(oped, tmp_path):
    own, articles = tmp_path / "own.npz", tmp_path / "articles.jsonl"
    rows = [{"id": f"a{n}", "text": f"第{n}次说党的十八大以来，中国特色社会主义。"} for n in range(40)]
    articles.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    assert oped("background", "build", articles, "--output", own)[0] == 0
    code, out, _ = oped("report", SEED, "--piece", 3, "--background", own, "--lang", "en")
    assert code == 0
    assert "40 texts of own" in " ".join(out.split())
    assert "(2,999" not in out


def test_many_pages_are_read_into_one_list(oped, tmp_path):
    path = tmp_path / "articles.jsonl"
    rows = [{"id": f"a{n}", "title": f"第{n}篇谈水", "text": "治水要有耐心,更要有恒心。"} for n in range(6)]
    path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    code, out, _ = oped("read", path, "--lang", "en", "--width", 100)
    assert code == 0
    assert len([line for line in out.splitlines() if "篇谈水" in line]) == 6
    assert out.count("Title") == 1


def test_json_holds_the_pair_or_the_piece_that_is_asked_for(oped):
    _, out, _ = oped("report", SEED, "--pair", 3, 2, "--format", "json")
    found = json.loads(out)
    assert [piece["id"] for piece in found["pieces"]] == [2, 3]
    (line,) = oped("report", SEED, "--pair", 2, 3, "--format", "jsonl")[1].splitlines()
    assert [json.loads(line)] == found["pairs"]
    text = SEED.read_text("utf-8")
    lines = [
        json.loads(line) for line in oped("report", SEED, "--piece", 2, "--format", "json")[1].splitlines()
    ]
    assert [one["line"] for one in lines] == [text.count("\n", 0, one["spans"][0][0]) + 1 for one in lines]
    code, _, err = oped("report", SEED, "--piece", 2, "--pair", 2, 3)
    assert code == 2
    assert "not both" in err
