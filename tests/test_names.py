"""One name, one meaning: no two classes of one name in the packages."""

import ast
from collections import defaultdict
from pathlib import Path

import seeds

ROOT = Path(seeds.__file__).resolve().parent.parent


def classes():
    found = defaultdict(list)
    for package in ("seeds", "summarize", "compare", "oped"):
        for path in sorted((ROOT / package).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.ClassDef):
                    found[node.name].append(path.relative_to(ROOT).as_posix())
    return found


def test_no_two_classes_of_one_name():
    shared = {name: places for name, places in classes().items() if len(places) > 1}
    assert not shared
