"""The files around the code: how to cite, the forms of issues, hooks, the site's pages."""

import re
from pathlib import Path

import pytest
import yaml

from seeds import __version__

ROOT = Path(__file__).resolve().parent.parent


def load(path):
    if (ROOT / "PKG-INFO").exists():
        pytest.skip("this is an unpacked sdist: what serves the repository alone is not in it")
    return yaml.safe_load(path.read_text("utf-8"))


def test_citation_has_what_the_format_asks_for():
    citation = load(ROOT / "CITATION.cff")
    assert {"cff-version", "message", "title", "authors"} <= set(citation)
    assert citation["cff-version"] == "1.2.0"
    assert citation["version"] == __version__
    assert citation["type"] in {"software", "dataset"}
    assert all({"name", "family-names"} & set(author) for author in citation["authors"])


@pytest.mark.parametrize("name", ["misread_page", "wrong_figure", "feature"])
def test_forms_of_issues(name):
    form = load(ROOT / ".github" / "ISSUE_TEMPLATE" / f"{name}.yml")
    assert {"name", "description", "body"} <= set(form)
    ids = [part["id"] for part in form["body"]]
    assert len(ids) == len(set(ids))
    for part in form["body"]:
        assert part["type"] in {"textarea", "input", "checkboxes", "dropdown", "markdown"}
        assert part["attributes"]["label"]
        assert re.fullmatch(r"[\w-]+", part["id"])


def test_hooks_fetch_nothing():
    config = load(ROOT / ".pre-commit-config.yaml")
    assert [repo["repo"] for repo in config["repos"]] == ["local"]
    assert {hook["language"] for repo in config["repos"] for hook in repo["hooks"]} == {"system"}


def test_every_document_is_in_the_site():
    listed = set(re.findall(r'"([\w./-]+\.md)"', (ROOT / "zensical.toml").read_text("utf-8")))
    written = {path.name for path in (ROOT / "docs").glob("*.md")}
    assert written <= listed, "a page that no menu leads to"


@pytest.mark.skipif(not (ROOT / "seeds" / "__init__.py").exists(), reason="the packages are not in this tree")
def test_the_map_of_the_house_is_that_of_the_tree():
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    rows = re.findall(r"^\| `([\w/*.]+)` \| .+ \| (.*) \|$", text, re.MULTILINE)
    for room, first in rows:
        assert list(ROOT.glob(room)), room
        for name in re.findall(r"`([\w/.]+)`", first):
            places = (ROOT, ROOT / room.partition("*")[0], ROOT / room.rstrip("/") / "..")
            assert any((place / name).exists() for place in places), f"{room}: {name}"
    found = [
        path
        for package in ("seeds", "summarize", "compare")
        for path in ROOT.glob(f"{package}/*/__init__.py")
    ]
    told = {"seeds/files", "summarize/rankers"}  # by the recipes for a format and an engine
    assert {path.parent.relative_to(ROOT).as_posix() for path in found} <= {
        room.rstrip("/") for room, _ in rows
    } | told
