"""Every public function that takes text has a property: a new one without fails here."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
PACKAGES = ("seeds", "summarize", "compare", "compare.themes", "compare.rhetoric", "compare.corpus")
NO_TEXT = {
    "seeds.seed_page": "takes nothing",
    "summarize.engines": "takes nothing",
    "compare.themes.scores": "takes profiles, which come of text",
    "compare.rhetoric.device_kinds": "takes nothing",
    "compare.corpus.read_rows": "takes a path; see the tests of spoiled files",
    "compare.corpus.strongest": "takes rows",
    "compare.corpus.sharings": "takes rows",
    "compare.corpus.check": "reads a store; tests/compare/corpus/test_check.py",
    "compare.corpus.to_arrow": "takes rows",
    "compare.corpus.shared_phrases": "held equal to find_reuse by the tests of the corpus",
}
"""Public functions without a property, and why."""


def public_functions() -> Iterator[str]:
    """Full names of the functions in the `__all__` of the packages."""
    for package in PACKAGES:
        module = importlib.import_module(package)
        for name in module.__all__:
            if inspect.isfunction(inspect.unwrap(getattr(module, name))):
                yield f"{package}.{name}"


def covered_functions() -> Iterator[str]:
    """What the tests of this folder say they cover."""
    for path in sorted(HERE.glob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "covers":
                yield from (str(ast.literal_eval(argument)) for argument in node.args)


def test_every_public_text_function_has_a_property() -> None:
    public, covered = set(public_functions()), set(covered_functions())
    assert len(public) > 20
    assert public - covered - set(NO_TEXT) == set(), "state a property of these, or say in NO_TEXT why not"
    assert set(NO_TEXT) - public == set()
    assert set(NO_TEXT) & covered == set()


def test_the_tests_beside_our_promises_are_there() -> None:
    tests = HERE.parent
    named = re.findall(r"`([\w/*]+\.py)`", (tests.parent / "docs" / "reliability.md").read_text("utf-8"))
    assert len(named) > 25
    assert [name for name in named if not any(tests.glob(name))] == []
