"""The house rule, as code: seeds < summarize < compare, and nobody imports benchmarks or tests."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import seeds

# Where the packages are, in the source tree or installed.
ROOT = Path(seeds.__file__).resolve().parent.parent
ALLOWED = {
    "seeds": {"seeds"},
    "summarize": {"seeds", "summarize"},
    "compare": {"seeds", "summarize", "compare"},
    "oped": {"seeds", "summarize", "compare", "oped"},
}
OURS = {*ALLOWED, "benchmarks", "tests"}
FILES = [path for package in ALLOWED for path in sorted((ROOT / package).rglob("*.py"))]


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            own = path.relative_to(ROOT).parts[0] if node.level else (node.module or "").split(".")[0]
            names.add(own)
    return names


def test_imports_run_one_way():
    wrong = {path: imported(path) & OURS - ALLOWED[path.relative_to(ROOT).parts[0]] for path in FILES}
    assert {path: names for path, names in wrong.items() if names} == {}


def test_every_package_is_looked_at():
    assert {path.relative_to(ROOT).parts[0] for path in FILES} == set(ALLOWED)


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
