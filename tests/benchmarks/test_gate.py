"""The gate on the sets that ship, and the gate itself: what is missing, changed, lowered or too slow is told."""

import json
import re
import shutil
import subprocess
from dataclasses import replace

import numpy as np
import pytest

from benchmarks import history
from benchmarks.quality import figures, gate, phrases
from benchmarks.quality.corpora import OWN, ROOT
from benchmarks.quality.figures import Beside, Figure
from benchmarks.speed.results import Result, exponent, ratios

FIGURE = Figure("pages", "own", "titles", 50.0, 40.0, 60.0, 4, Beside("plain", 30.0))


@pytest.mark.parametrize("suite", gate.SUITES)
def test_shipped_sets_pass(suite):
    names = gate.chosen([suite], shipped=True)
    done = [gate.outcome(*name) for name in names]
    assert not any(outcome.skipped for outcome in done)
    assert gate.failures(done) == []


def test_every_suite_has_a_shipped_set_but_summaries_whose_corpora_belong_to_others():
    assert {suite for suite, _ in gate.chosen(shipped=True)} == set(gate.SUITES) - {"summaries"}


def test_every_set_is_recorded_and_needed():
    needed = {name for _, measure in gate.measures() for name in measure.needs}
    assert needed == set(gate.recorded()["sets"])


def test_absent_sets_are_skipped_not_passed(tmp_path, monkeypatch):
    monkeypatch.setenv("OPED_DATA", str(tmp_path))
    done = gate.outcome("phrases", "planted, 200")
    assert done.figures == ()
    assert "no reuse/200/docs.jsonl" in done.skipped
    assert gate.failures([done]) == []
    assert gate.to_dict([done])["skipped"]


def test_a_changed_file_is_an_error_that_names_it(tmp_path, monkeypatch):
    shutil.copytree(OWN, tmp_path / OWN.relative_to(ROOT))
    monkeypatch.setattr(gate, "ROOT", tmp_path)
    assert gate.state_of("own") == ("", "")
    page = tmp_path / OWN.relative_to(ROOT) / "quick.txt"
    page.write_text(page.read_text("utf-8").replace("慢车", "快车"), encoding="utf-8")
    done = gate.outcome("rhetoric", "own")
    assert done.figures == ()
    assert "quick.txt" in done.error
    assert gate.failures([done]) == [done.error]


def test_a_figure_under_its_floor_or_without_one_fails():
    low, unknown = FIGURE, replace(FIGURE, metric="charm")
    assert gate.failures([gate.Outcome("pages", "own", (low, unknown))]) == [
        f"pages / own / titles: 50.00 is under its floor of {gate.floor_of(FIGURE.key):g}",
        "pages / own / charm: no floor is recorded",
    ]


def earlier_records():
    """The versions of the file of floors that git knows of here; a shallow clone knows fewer."""
    name = gate.FLOORS.relative_to(ROOT).as_posix()
    git = ["git", "-C", str(ROOT)]
    log = subprocess.run(
        [*git, "log", "--format=%H", "--", name], capture_output=True, text=True, check=False
    )
    if log.returncode:
        pytest.skip("not a git repository: the history of floors is not known")
    for commit in log.stdout.split():
        shown = subprocess.run([*git, "show", f"{commit}:{name}"], capture_output=True, check=False)
        if shown.returncode == 0:
            yield json.loads(shown.stdout)


def called(key, renamed):
    """The name that a figure has now."""
    name, _, metric = key.rpartition(" / ")
    return f"{renamed.get(name, name)} / {metric}"


def lowered(before, now):
    """What was taken back from one record to the other, and is not told of under `changes`."""
    told = {(change["key"], str(change["from"])) for change in now["changes"] if change["why"]}
    floors = {
        key: value
        for key, value in before["floors"].items()
        if now["floors"].get(called(key, now["renamed"]), -1) < value
    }
    sums = {
        f"{name}: {file}": sha256
        for name, files in before["sets"].items()
        for file, sha256 in files.items()
        if now["sets"].get(name, {}).get(file) != sha256
    }
    return [key for key, value in (floors | sums).items() if (key, str(value)) not in told]


def test_no_floor_was_lowered_in_silence():
    now = json.loads(gate.FLOORS.read_text("utf-8"))
    earlier = list(earlier_records())
    assert earlier
    assert [lowered(before, now) for before in earlier] == [[] for _ in earlier]


def test_lowering_is_noticed_unless_it_is_told():
    before = {"floors": {"p / a / F1": 90.0, "p / b / F1": 80.0}, "sets": {"s": {"f": "1"}}}
    same = {**before, "changes": [], "renamed": {}}
    now = {**same, "floors": {"p / a / F1": 89.0}, "sets": {"s": {"f": "2"}}}
    everything = ["p / a / F1", "p / b / F1", "s: f"]
    assert lowered(before, {**same, "floors": {"p / a / F1": 91.0, "p / b / F1": 80.0}}) == []
    assert lowered(before, now) == everything
    told = [
        {"key": key, "from": value, "why": "because"}
        for key, value in zip(everything, (90.0, 80.0, "1"), strict=True)
    ]
    assert lowered(before, {**now, "changes": told}) == []
    assert lowered(before, {**now, "changes": [{**row, "why": ""} for row in told]}) == everything


def test_a_set_with_another_name_keeps_its_floors():
    before = {"floors": {"p / a / F1": 90.0}, "sets": {}}
    renamed = {"renamed": {"p / a": "p / z"}, "sets": {}, "changes": []}
    assert lowered(before, {"floors": {"p / z / F1": 90.0}, **renamed}) == []
    assert lowered(before, {"floors": {"p / z / F1": 89.0}, **renamed}) == ["p / a / F1"]


def test_intervals_hold_the_value_and_shrink_with_units():
    few = figures.mean([0.0, 1.0] * 5)
    many = figures.mean([0.0, 1.0] * 500)
    for found in (few, many):
        assert found.low <= found.value == 50.0 <= found.high
    assert many.high - many.low < few.high - few.low
    assert figures.mean([0.0, 1.0] * 5) == few


def test_f1_is_that_of_the_sums():
    rows = [(1, 2, 1), (0, 0, 1), (1, 1, 1)]
    assert figures.measured(rows, figures.f1).value == pytest.approx(200 * 2 / (3 + 3))
    assert figures.f1(np.zeros(3)) == 0


def test_own_passages_are_what_their_kinds_say():
    truth = [json.loads(row) for row in (OWN / "shared.jsonl").read_text("utf-8").splitlines()]
    assert {row["kind"] for row in truth} == {"verbatim", "near", "reorder"}
    for row in truth:
        left, right = (re.sub(r"\W", "", row[side]) for side in ("left", "right"))  # marks have two widths
        assert (left == right) == (row["kind"] == "verbatim")
        assert (sorted(left) == sorted(right)) == (row["kind"] != "near")


def test_shared_runs_are_all_of_the_least_length():
    docs = [("a", "甲乙丙丁戊己庚辛壬癸"), ("b", "子甲乙丙丁戊己庚辛壬丑"), ("c", "甲乙丙丁戊己庚")]
    assert phrases.LENGTHS[0] == 8
    assert phrases.shared_runs(docs) == [("a", "b", 0, 9, 1, 10)]


def results_of(**seconds):
    rows = []
    for group, (ours, other) in history.CHECKED.items():
        rows += [
            Result(group, ours, "ours", 0, *[seconds.get(group.split()[0], 1.0)] * 3),
            Result(group, other, "peer", 0, 2.0, 1.0, 3.0),
        ]
    return rows


def test_ratios_and_exponents():
    first = ratios(results_of())[0]
    assert (first.group, first.times) == ("reading a page", 2.0)
    assert exponent([(10, 3.0), (100, 300.0)]) == pytest.approx(2.0)


def test_slowness_counts_when_it_is_seen_twice(monkeypatch):
    monkeypatch.setattr(history, "entries", lambda: [{"version": "0", "costs": history.costs(results_of())}])
    assert history.check(lambda _: results_of(reading=1.9)) == []
    runs = [results_of(reading=9.0), results_of()]
    assert history.check(lambda _: runs.pop(0)) == []
    found = history.check(lambda _: results_of(reading=9.0))
    assert len(found) == 1
    assert found[0].startswith("reading a page: 4.50 times jieba only cuts it, 0.50 times in 0")
