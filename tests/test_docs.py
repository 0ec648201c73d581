"""What the documents show is what happens: Python examples as doctests, commands by running them."""

import doctest
import json
import re
import runpy
import shlex
import shutil
import sys
from importlib.util import find_spec
from itertools import chain

import click
import pytest
from markdown_it import MarkdownIt

from oped.cli import oped

from .command import run_here
from .documents import DOCUMENTS, ROOT, blocks, without_comments

MODULES = [
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for package in ("seeds", "summarize", "compare")
    for path in sorted((ROOT / package).rglob("*.py"))
    if ">>>" in path.read_text("utf-8")
]
FLAGS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS

SETS_UP = r"(\.venv/bin/)?(python3 -m venv|pip install)|\. \.venv/bin/activate"
NOT_RUN = {
    SETS_UP: ".ci/run runs what the README has",
    r"python -m pytest benchmarks/speed .*": "it takes minutes; .ci/run measures the same ratios",
}
"""Lines of shell that are no command of ours, and why no test runs them. That what they name exists is tested."""
ARTICLES = [
    (
        "2024-0517-1",
        "天晴了",
        "群众的获得感从哪里来？修渠的人早晨五点就出了门，天黑才扛着铁锹回来，推动高质量发展。",
    ),
    (
        "2024-0517-2",
        "水来了",
        "修渠的人早晨五点就出了门，天黑才扛着铁锹回来。推动高质量发展，要让群众有获得感。",
    ),
    ("2025-0103-1", "路通了", "路修到了村口，老人说：这就是获得感。推动高质量发展，先把路修通。"),
]


def commands():
    """The lines of `sh` blocks, without comments, each once and with the page that has it first."""
    lines = {}
    for path in DOCUMENTS:
        for block in blocks(path, "sh"):
            for line in without_comments(block):
                lines.setdefault(line, path.name)
    return lines


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_whatever_stands_in_a_block_can_be_run(path):
    """A block without a language, or of Python without a prompt, would be passed over by the tests below."""
    tokens = MarkdownIt().parse(path.read_text("utf-8"))
    assert [token.content for token in tokens if token.type == "code_block"] == []
    assert {token.info for token in tokens if token.type == "fence"} <= {"python", "sh", "text"}
    assert all(block.startswith(">>> ") for block in blocks(path, "python"))


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


def run(line, folder):
    """A command of a document in a folder with what it reads; what stands behind a pipe is not ours."""
    given = shlex.split(re.split(r" (?:\||>>) ", line)[0])[1:]
    words = [[path.name for path in folder.glob(word)] if "*" in word else [word] for word in given]
    return run_here(*chain(*words), cwd=folder)


def marked(article):
    """An article as a reader of `oped evaluate marks` would mark it."""
    name, title, text = article
    sentences = [f"{part}。" for part in text.rstrip("。").split("。")]
    lists = {
        key: [] for key in ("good_cuts", "bad_cuts", "good_lines", "bad_lines", "headlines", "not_alone")
    }
    marks = {"sentences": sentences, "worth": [1] * len(sentences), "abstract": text[:20], "thesis": title}
    return json.dumps({"id": name, "title": title, "text": "".join(sentences), **marks, **lists})


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A folder with the files that the documents name."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "seeds").symlink_to(ROOT / "seeds")
    page = ROOT / "seeds" / "pages" / "lvliang-2021.txt"
    for name in ("2024-05-17", "issue"):
        (folder / name).mkdir()
    for name in ("page.txt", "monday.txt", "tuesday.txt", "draft.txt", "2024-05-17/1.txt", "issue/1.txt"):
        shutil.copy(page, folder / name)
    lines = [
        json.dumps({"id": name, "date": name[:4], "title": title, "text": text, "summary": text[:20]})
        for name, title, text in ARTICLES
    ]
    files = {"articles": lines, "references": lines, "2024": lines[:2], "more": lines[:2], "2025": lines[2:]}
    for name, some in files.items():
        (folder / f"{name}.jsonl").write_text("\n".join(some), "utf-8")
    theirs = [json.dumps({"id": name, "summary": text[:15]}) for name, _, text in ARTICLES]
    (folder / "theirs.jsonl").write_text("\n".join(theirs), "utf-8")
    (folder / "marked.jsonl").write_text("\n".join(map(marked, ARTICLES)), "utf-8")
    for name in ("shared.jsonl", "shared.parquet"):
        assert run(f"oped corpus articles.jsonl --out {name}", folder).returncode == 0
    assert run("oped corpus articles.jsonl --store archive --out rows.jsonl", folder).returncode == 0
    assert run("oped background build articles.jsonl --output own.npz", folder).returncode == 0
    return folder


OURS = {line: page for line, page in commands().items() if line.startswith("oped ")}


@pytest.mark.parametrize("line", OURS, ids=lambda line: f"{OURS[line]}: {line}")
def test_commands(line, desk):
    if "--engine spark" in line and (find_spec("pyspark") is None or shutil.which("java") is None):
        pytest.skip("Spark and Java are not here; tests/compare/corpus runs the engine where they are")
    done = run(line, desk)
    assert done.returncode == 0, done.stderr.decode()


def test_no_line_of_shell_is_passed_over_without_a_reason():
    others = [line for line in commands() if line not in OURS]
    assert [line for line in others if not any(re.match(known, line) for known in NOT_RUN)] == []
    assert [known for known in NOT_RUN if not any(re.match(known, line) for line in others)] == []


def code_spans(path):
    for token in MarkdownIt().enable("table").parse(path.read_text("utf-8")):
        yield from (child.content for child in token.children or () if child.type == "code_inline")


def named(words):
    """The command that a line means, and the words that are left for it."""
    command = oped
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        known = command.list_commands(click.Context(command))
        name = next((name for name in (" ".join(words[:2]), words[0]) if name in known), None)
        words = words[len(name.split()) :] if name else words
        name = name or command.default
        command = command.get_command(click.Context(command), name)
    return command, words


def test_commands_in_the_text_are_there_with_their_options():
    spans = [
        (path.name, span)
        for path in DOCUMENTS
        for span in code_spans(path)
        if span.startswith("oped ") and not span.startswith("oped COMMAND ")
    ]
    assert len(spans) > 20
    for page, span in spans:
        command, words = named(shlex.split(span)[1:])
        options = {name for option in command.params for name in (*option.opts, *option.secondary_opts)}
        asked = {word for word in words if word.startswith("--")}
        assert asked <= options | {"--help", "--version"}, f"{page}: {span}"


def test_the_first_page_shows_what_the_commands_print():
    page = "seeds/pages/lvliang-2021.txt"
    printed = "".join(
        run_here(command, page, "--lang", "en", cwd=ROOT).stdout.decode() for command in ("read", "report")
    )
    shown = blocks(ROOT / "docs" / "start.md", "text")
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
