"""The house in figures, for one checkout or several beside each other: `python -m benchmarks.house [FOLDER ...]`.

A table in Markdown: lines and files of the packages, names that several classes have, modules that import each other in
a circle, how much of the seed page a report cuts into words, and how long each face takes to load.
"""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median

PACKAGES = ("seeds", "summarize", "compare", "oped")
TIMES = 9
"""How often a face is loaded; the median counts."""
FACES = {
    "reading": "from seeds import read_page",
    "summaries": "from summarize import summarize",
    "comparison": "from compare import compare_all",
    "`oped --version`": "import sys; sys.argv = ['oped', '--version']; {main}",
}
MAIN = "from {home} import main\ntry:\n main()\nexcept SystemExit:\n pass"
CUT = """
import sys, rjieba
cut = [0]
def counted(work):
    def run(text, *rest):
        cut[0] += len(text)
        return work(text, *rest)
    return run
rjieba.cut, rjieba.tag = counted(rjieba.cut), counted(rjieba.tag)
sys.argv = ["oped", "report", "seeds/pages/lvliang-2021.txt", "--format", "json"]
{main}
print(cut[0] / len(open(sys.argv[2], encoding="utf-8").read()), file=sys.stderr)
"""


def modules(folder: Path) -> dict[str, ast.Module]:
    """The modules of the packages by name."""
    files = [file for package in PACKAGES for file in sorted((folder / package).rglob("*.py"))]
    names = [".".join(file.relative_to(folder).with_suffix("").parts) for file in files]
    return {
        name.removesuffix(".__init__"): ast.parse(file.read_text("utf-8"))
        for name, file in zip(names, files, strict=True)
    }


def imports(tree: ast.Module, *, late: bool) -> Iterator[str]:
    """What a module imports when it is loaded; with `late` also in functions, and for types alone."""
    open_: list[ast.AST] = [tree]
    while open_:
        node = open_.pop()
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        is_late = isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)) or (
            isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        )
        if late or not is_late:
            open_ += ast.iter_child_nodes(node)


def circles(trees: Mapping[str, ast.Module], *, late: bool) -> list[list[str]]:
    """Modules each of which imports all others of its circle, perhaps through others."""
    found: dict[str, set[str]] = {}
    for name, tree in trees.items():
        wanted = imports(tree, late=late)
        homes = {each if each in trees else each.rpartition(".")[0] for each in wanted}
        found[name] = (homes & trees.keys()) - {name}
    reached = {name: _reached(name, found) for name in found}
    groups = {frozenset(other for other in reached[name] if name in reached[other]) for name in found}
    return sorted(sorted(group) for group in groups if len(group) > 1)


def _reached(name: str, found: Mapping[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    open_ = [name]
    while open_:
        fresh = found[open_.pop()] - seen
        seen |= fresh
        open_ += fresh
    return seen


def figures(folder: Path) -> Iterator[tuple[str, str]]:
    """The rows of the table for one checkout."""
    trees = modules(folder)
    files = [file for package in PACKAGES for file in (folder / package).rglob("*.py")]
    sizes = [len(file.read_bytes().splitlines()) for file in files]
    yield "lines of the packages", f"{sum(sizes):,}"
    yield "files", f"{len(sizes):,}"
    yield "lines of the longest file", f"{max(sizes):,}"
    classes = Counter(
        node.name for tree in trees.values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)
    )
    yield "names that several classes have", str(sum(count > 1 for count in classes.values()))
    for what, late in (("when loaded", False), ("by types and late imports too", True)):
        found = circles(trees, late=late)
        yield f"modules in import circles, {what}", str(sum(map(len, found)))
    command = MAIN.format(home="oped.__main__" if (folder / "oped").is_dir() else "compare.cli")
    told = _run(folder, CUT.format(main=command)).stderr.strip().splitlines()
    yield "times a report cuts its text into words", f"{float(told[-1]):.2f}" if told else "–"
    bare = _milliseconds(folder, "pass")
    for name, face in FACES.items():
        face = face.format(main=f"exec({command!r})")
        yield f"loading, ms: {name}", f"{_milliseconds(folder, face) - bare:.0f}"


def _milliseconds(folder: Path, code: str) -> float:
    """The median of the processor time that a process takes."""
    timed = f"exec({code!r})\nimport sys, time; sys.stderr.write(str(time.process_time()))"
    return 1000 * median(float(re.findall(r"[0-9.]+", _run(folder, timed).stderr)[-1]) for _ in range(TIMES))


def _run(folder: Path, code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


def main() -> None:
    """Print the table."""
    folders = [Path(given).resolve() for given in sys.argv[1:]] or [Path(__file__).resolve().parent.parent]
    columns = [dict(figures(folder)) for folder in folders]
    rows = [["", *(folder.name for folder in folders)], ["---", *["--:"] * len(folders)]]
    rows += [[name, *(column[name] for column in columns)] for name in columns[0]]
    print("\n".join(f"| {' | '.join(row)} |" for row in rows))


if __name__ == "__main__":
    main()
