"""What the documents show is what happens: Python examples as doctests, `oped` commands by running them."""

import doctest
import os
import re
import runpy
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).resolve().parent.parent
READMES = [ROOT / "README.md", ROOT / "README.zh.md"]
DOCUMENTS = [*READMES, ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
MODULES = [
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for package in ("seeds", "summarize", "compare")
    for path in sorted((ROOT / package).rglob("*.py"))
    if ">>>" in path.read_text("utf-8")
]
FLAGS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
LINK = re.compile(r"\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
MARKED = re.compile(r"^<!-- (\w+) -->\n```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(path, language):
    return re.findall(rf"^```{language}\n(.*?)^```$", path.read_text("utf-8"), re.MULTILINE | re.DOTALL)


def commands():
    """The lines of `sh` blocks that call `oped` on the page that comes with it, or on none; each once."""
    lines = {}
    for path in DOCUMENTS:
        for block in blocks(path, "sh"):
            for line in block.splitlines():
                if re.match(r"oped (.*seeds/pages/|engines|report$|--version)", line):
                    lines.setdefault(line.partition(" # ")[0].strip(), path.name)
    return [pytest.param(line, id=f"{name}: {line}") for line, name in lines.items()]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_python_examples(path, monkeypatch):
    monkeypatch.chdir(ROOT)
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
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()


def test_tutorial_shows_what_the_commands_print():
    printed = ""
    for command in ("read", "report"):
        line = [sys.executable, "-m", "compare", command, "seeds/pages/lvliang-2021.txt", "--lang", "en"]
        printed += subprocess.run(line, capture_output=True, cwd=ROOT, check=True).stdout.decode()
    shown = blocks(ROOT / "docs" / "tutorial.md", "text")
    assert shown
    for line in "".join(shown).splitlines():
        if line.strip() != "...":
            assert "".join(line.split()) in "".join(printed.split())


def test_commands_page_says_what_the_commands_say():
    page = runpy.run_path(str(ROOT / "docs" / "make_commands.py"))["page"]()
    assert (ROOT / "docs" / "commands.md").read_text("utf-8") == page, "run `python docs/make_commands.py`"


def test_modules_and_paths_of_commands_exist():
    for path in DOCUMENTS:
        text = path.read_text("utf-8")
        for module in re.findall(r"python -m (benchmarks(?:\.\w+)*)", text):
            place = ROOT / module.replace(".", "/")
            assert place.with_suffix(".py").exists() or (place / "__main__.py").exists(), (
                f"{path.name}: {module}"
            )
        for name in re.findall(r"(?:pytest|python) ((?:benchmarks|tests|docs)/[\w./]+)", text):
            assert (ROOT / name).exists(), f"{path.name}: {name}"


def slugs(path):
    """The anchors that a Markdown page has for its headings, as GitHub and the site make them."""
    text = FENCE.sub("", path.read_text("utf-8"))
    heads = re.findall(r"^#+ +(.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-") for head in heads}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path):
    for link in LINK.findall(FENCE.sub("", path.read_text("utf-8"))):
        parts = urlsplit(link)
        if parts.scheme:
            assert parts.scheme in {"http", "https"}, link
            assert re.fullmatch(r"[\w-]+(\.[\w-]+)+", parts.netloc), link
            continue
        target = (path.parent / parts.path).resolve() if parts.path else path
        assert target.is_relative_to(ROOT), link
        assert target.exists(), link
        if parts.fragment and target.suffix == ".md":
            assert parts.fragment in slugs(target), link


def without_comments(block):
    return [line.partition(" # ")[0].strip() for line in block.splitlines()]


def table_rows(path):
    """Commands and figures of each row of the table beside the peers."""
    text = path.read_text("utf-8").translate(str.maketrans("，；", ",;"))
    rows = re.findall(r"^\| .+ \| (`(?:python|pytest|oped) [^`]+`) \|$", text, re.MULTILINE)
    lines = [line for line in text.splitlines() if re.search(r"`(?:python|pytest|oped) [^`]+` \|$", line)]
    return rows, [re.findall(r"\d[\d,]*\.?\d*|\.\d+", line) for line in lines]


def test_both_readmes_show_the_same():
    english, chinese = READMES
    assert MARKED.findall(english.read_text("utf-8")) == MARKED.findall(chinese.read_text("utf-8"))
    assert {name for name, _ in MARKED.findall(english.read_text("utf-8"))} == {"main", "tests"}
    assert blocks(english, "python") == blocks(chinese, "python")
    for one, other in zip(blocks(english, "sh"), blocks(chinese, "sh"), strict=True):
        assert without_comments(one) == without_comments(other)
    assert table_rows(english) == table_rows(chinese)
    assert len(table_rows(english)[0]) > 5

    def targets(path):
        return {link for link in LINK.findall(path.read_text("utf-8")) if not link.startswith("README")}

    assert targets(english) == targets(chinese)
