"""Every public function that takes text has a property: a new one without fails here."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import compare
import oped.reports.forms
import seeds
import summarize

HERE = Path(__file__).parent
OPEN_MODULES = (
    "seeds.files.decode", "seeds.safe", "seeds.language.tokens", "seeds.names",
    "seeds.layout.lines",
    "seeds.layout.cues",
    "seeds.language.variants", "seeds.layout.topics",
    "seeds.files.docx",
    "seeds.files.html", "seeds.files.pdf", "summarize.rouge", "summarize.evaluate",
    "compare.reference.corpus", "oped.reports.forms.prose",

    "compare.reuse.fold", "compare.themes.candidates",
)  # fmt: skip
"""Modules without an `__all__` whose functions take text too, and are used from elsewhere."""

EXTRAS = ("compare.corpus.engines.", "compare.corpus.parquet")
"""Modules that need a package of an extra; none is public."""

NO_TEXT = {
    "seeds.seed_page": "takes nothing",
    "seeds.language.tokens.default_tokenizer": "takes nothing",
    "seeds.language.tokens.quiet_jieba": "takes nothing",
    "compare.rhetoric.device_kinds": "takes nothing",
    "summarize.engines": "takes nothing",
    "compare.themes.scores": "takes profiles, which come of text",
    "summarize.evaluate.score": "the bootstrap over rouge",
    "summarize.evaluate.oracle": "runs inside evaluate",
    "compare.reference.corpus.load_reference": "takes a path; see the faults",
    "compare.corpus.read_rows": "takes a path; see the tests of spoiled files",
    "compare.corpus.strongest": "takes rows",
    "compare.corpus.sharings": "takes rows",
    "compare.corpus.shared_phrases": "held equal to find_reuse by the tests of the corpus",
}
"""Public functions without a property, and why."""


def public_functions() -> Iterator[str]:
    """Full names of the functions in an `__all__`, and of those without an underscore of the open modules."""
    modules = []
    for package in (seeds, summarize, compare, oped.reports.forms):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if found.name.endswith("__main__") or found.name.startswith(EXTRAS):
                continue
            modules.append(importlib.import_module(found.name))
    for module in (seeds, summarize, compare, *modules):
        names = getattr(module, "__all__", None)
        if names is None:
            names = [
                name
                for name, member in vars(module).items()
                if module.__name__ in OPEN_MODULES
                and not name.startswith("_")
                and getattr(member, "__module__", "") == module.__name__
            ]
        for name in names:
            if inspect.isfunction(inspect.unwrap(getattr(module, name))):
                yield f"{module.__name__}.{name}"


def covered_functions() -> Iterator[str]:
    """What the tests of this folder say they cover."""
    for path in sorted(HERE.glob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "covers":
                yield from (str(ast.literal_eval(argument)) for argument in node.args)


def test_every_public_text_function_has_a_property() -> None:
    public, covered = set(public_functions()), set(covered_functions())
    assert public - covered - set(NO_TEXT) == set(), "state a property of these, or say in NO_TEXT why not"


def test_nothing_is_said_of_functions_that_are_gone() -> None:
    public, covered = set(public_functions()), set(covered_functions())
    assert covered - public == set()
    assert set(NO_TEXT) - public == set()
    assert set(NO_TEXT) & covered == set()


def test_the_open_modules_are_there() -> None:
    for name in OPEN_MODULES:
        assert not hasattr(importlib.import_module(name), "__all__"), f"{name} has an __all__: drop it here"
