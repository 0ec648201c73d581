"""The house rule, as code: seeds < summarize < compare, and nobody imports benchmarks or tests."""

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

import seeds
from benchmarks.house import circles, imports, modules

# Where the packages are, in the source tree or installed.
ROOT = Path(seeds.__file__).resolve().parent.parent
ALLOWED = {
    "seeds": {"seeds"},
    "summarize": {"seeds", "summarize"},
    "compare": {"seeds", "summarize", "compare"},
    "oped": {"seeds", "summarize", "compare", "oped"},
}
OURS = {*ALLOWED, "benchmarks", "tests"}


@cache
def trees():
    return modules(ROOT)


def test_imports_run_one_way():
    wanted = {
        name: {each.split(".")[0] for each in imports(tree, late=True)} for name, tree in trees().items()
    }
    wrong = {name: ours & OURS - ALLOWED[name.split(".")[0]] for name, ours in wanted.items()}
    assert {name: ours for name, ours in wrong.items() if ours} == {}


def test_modules_import_each_other_in_no_circle_not_even_by_types_or_late():
    assert circles(trees(), late=True) == []


def test_every_package_is_looked_at():
    assert {name.split(".")[0] for name in trees()} == set(ALLOWED)


@pytest.mark.parametrize("command", ["summarize", "read"])
def test_a_command_loads_no_more_than_it_needs(command):
    script = (
        "import sys\n"
        f"sys.argv = ['oped', '{command}', '-', '--format', 'json']\n"
        "from oped.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print([name for name in sys.modules if name.split('.')[0] == 'compare'], file=sys.stderr)"
    )
    page = "村里的路\n\n村里的路修好了，乡亲们出门方便了，大家都很高兴。\n"
    done = subprocess.run(
        [sys.executable, "-c", script], input=page.encode(), capture_output=True, cwd=ROOT, check=False
    )
    assert done.stderr.decode().strip().endswith("[]")
