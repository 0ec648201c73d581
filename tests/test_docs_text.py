"""What the documents say holds together: links lead somewhere, figures and sources are found, the READMEs agree."""

import calendar
import json
import re
from urllib.parse import urlsplit

import pytest

from .documents import DOCUMENTS, READMES, ROOT, blocks, without_comments

LINK = re.compile(r"\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
MARKED = re.compile(r"^<!-- (\w+) -->\n```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)


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


FIGURES = json.loads((ROOT / "benchmarks" / "figures.json").read_text("utf-8"))
FIGURE = re.compile(r"<!--=([\w./-]+)-->(.*?)<!--/-->")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_figures_are_those_that_were_measured(path):
    """By key and to the letter: `python -m benchmarks.figures fill` writes them."""
    shown = FIGURE.findall(path.read_text("utf-8"))
    assert dict(shown) == {key: FIGURES[key]["value"] for key, _ in shown}


def test_a_figure_says_where_it_comes_from():
    assert len(FIGURES) > 20
    for key, figure in FIGURES.items():
        assert set(figure) == {"value", "command", "data", "status", "date", "commit", "machine"}, key
        assert figure["status"] in {"fresh", "tuned"}, key


def test_both_readmes_show_the_same():
    english, chinese = READMES
    assert MARKED.findall(english.read_text("utf-8")) == MARKED.findall(chinese.read_text("utf-8"))
    assert {name for name, _ in MARKED.findall(english.read_text("utf-8"))} == {"main", "tests"}
    assert blocks(english, "python") == blocks(chinese, "python")
    for one, other in zip(blocks(english, "sh"), blocks(chinese, "sh"), strict=True):
        assert without_comments(one) == without_comments(other)
    assert FIGURE.findall(english.read_text("utf-8")) == FIGURE.findall(chinese.read_text("utf-8"))

    def targets(path):
        links = LINK.findall(path.read_text("utf-8"))
        return {
            link.replace("docs/zh/", "docs/").replace(".zh.svg", ".svg")
            for link in links
            if not link.startswith("README")
        }

    assert targets(english) == targets(chinese)


NAME = r"[A-ZÀ-Ž][\w’-]+"
CITED = re.compile(rf"({NAME})(?:(?:, {NAME})*,? and {NAME}| et al\.)? \(?((?:19|20)\d\d)\b")
NO_NAMES = {"Analysis", "ISO", *calendar.month_name}


def test_every_source_that_is_cited_is_listed():
    sources = [
        line for line in (ROOT / "docs" / "sources.md").read_text("utf-8").splitlines() if line[:2] == "- "
    ]
    code = [
        path
        for folder in ("seeds", "summarize", "compare", "benchmarks")
        for path in ROOT.glob(f"{folder}/**/*.py")
    ]
    found = {
        (name, year, path.name)
        for path in (*DOCUMENTS, *code)
        for name, year in CITED.findall(" ".join(path.read_text("utf-8").split()))
        if name not in NO_NAMES
    }
    assert len(found) > 50
    unlisted = {each for each in found if not any(each[0] in line and each[1] in line for line in sources)}
    assert unlisted == set()


PLACE_HOLDER = re.compile(r"^[A-Z]{4,}$|\b[A-Z]+(?:_[A-Z]+)+\b", re.MULTILINE)
PENDING: set[str] = set()
"""Figures that are still being measured; to be emptied."""


def test_no_place_is_held_for_what_was_never_written():
    found = {
        (path.name, name)
        for path in DOCUMENTS
        for name in PLACE_HOLDER.findall(re.sub(r"`[^`]*`", "", FENCE.sub("", path.read_text("utf-8"))))
    }
    assert {each for each in found if each[1] not in PENDING} == set()
