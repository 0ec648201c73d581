"""What the documents show is what happens: Python examples as doctests, `oped` commands by running them."""

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import seeds

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = Path(seeds.__file__).resolve().parent.parent  # in the source tree or installed
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
MODULES = [
    ".".join(path.relative_to(PACKAGES).with_suffix("").parts).removesuffix(".__init__")
    for package in ("seeds", "summarize", "compare")
    for path in sorted((PACKAGES / package).rglob("*.py"))
    if ">>>" in path.read_text("utf-8")
]
FLAGS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS


def blocks(path, language):
    return re.findall(rf"^```{language}\n(.*?)^```$", path.read_text("utf-8"), re.MULTILINE | re.DOTALL)


def commands():
    """The lines of `sh` blocks that call `oped` on the page that comes with it, or on none."""
    return [
        pytest.param(line, id=f"{path.name}: {line}")
        for path in DOCUMENTS
        for block in blocks(path, "sh")
        for line in block.splitlines()
        if re.match(r"oped (.*seeds/pages/|engines|report$)", line)
    ]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_python_examples(path):
    source = "\n".join(blocks(path, "python"))
    parsed = doctest.DocTestParser().get_doctest(source, {}, path.name, str(path), 0)
    result = doctest.DocTestRunner(optionflags=FLAGS).run(parsed)
    assert result.failed == 0


@pytest.mark.parametrize("name", MODULES)
def test_docstring_examples(name):
    __import__(name)
    assert doctest.testmod(sys.modules[name], optionflags=FLAGS).failed == 0


@pytest.mark.parametrize("line", commands())
def test_commands(line, tmp_path):
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    done = subprocess.run(
        line.replace("oped ", f"{sys.executable} -m compare ", 1),
        shell=True,
        capture_output=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(PACKAGES)},
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
