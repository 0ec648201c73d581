"""What the documents say holds together: links lead somewhere, figures and sources are found, the READMEs agree."""

import calendar
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


def table_rows(path):
    """Commands and figures of each row of the table beside the peers."""
    text = path.read_text("utf-8").translate(str.maketrans("，；", ",;"))
    rows = re.findall(r"^\| .+ \| (`(?:python|pytest|oped) [^`]+`) \|$", text, re.MULTILINE)
    lines = [line for line in text.splitlines() if re.search(r"`(?:python|pytest|oped) [^`]+` \|$", line)]
    return rows, [re.findall(r"\d[\d,]*\.?\d*|\.\d+", line) for line in lines]


MEASURED_IN = {
    "benchmarks.quality.pages": "reading",
    "benchmarks.quality.opinion": "summaries",
    "oped evaluate summaries": "summaries",
    "benchmarks.quality.phrases": "reuse",
    "benchmarks.quality.themes": "themes",
    "benchmarks.quality.rhetoric": "rhetoric",
}
"""The page that tells how the figures of a command came about."""
NUMBER = re.compile(r"(?<![\w.])\d*\.?\d+(?!\w)")


@pytest.mark.parametrize("command", MEASURED_IN)
def test_figures_of_the_readme_are_those_of_the_page_that_explains_them(command):
    page = (ROOT / "docs" / f"{MEASURED_IN[command]}.md").read_text("utf-8").replace(",", "")
    known = [float(number) for number in NUMBER.findall(page)]
    lines = [line for line in READMES[0].read_text("utf-8").splitlines() if line.startswith("| ")]
    rows = [" ".join(line.split("|")[2:4]) for line in lines if command in line]
    assert rows
    for figure in NUMBER.findall(" ".join(rows)):
        places = len(figure.partition(".")[2])
        # In per cent or as a share, rounded or not.
        assert any(
            abs(value * scale - float(figure)) <= 0.5001 * 10**-places
            for value in known
            for scale in (1, 0.01, 100)
        ), f"{figure} is not in {MEASURED_IN[command]}.md"


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
