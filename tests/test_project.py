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
    house = text.partition("## The house")[2].partition("\n## ")[0]
    rows = [row for row in re.findall(r"^\| [^|`]+ \| (.*) \|$", house, re.MULTILINE) if "`" in row]
    rooms = set()
    for row in rows:
        folder = ROOT
        for name in re.findall(r"`([\w/.]+)`", row):
            place = next((place for place in (ROOT / name, folder / name) if place.exists()), None)
            assert place is not None, name
            folder = place if place.is_dir() else place.parent
            rooms.add(folder.relative_to(ROOT).as_posix())
    found = [
        path
        for package in ("seeds", "summarize", "compare", "oped")
        for path in ROOT.glob(f"{package}/*/__init__.py")
    ]
    assert len(rows) > 8
    told = {"summarize/rankers", "oped/schemas"}  # in the section on adding, and in docs/results.md
    assert {path.parent.relative_to(ROOT).as_posix() for path in found} <= rooms | told
