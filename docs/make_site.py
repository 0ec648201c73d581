"""Builds the site of the documents in `build/site`; any warning, any link that leads nowhere ends it.

    pip install '.[docs]' && python docs/make_site.py           (Python 3.11 or later)

The pages of `docs/` and those of the root are gathered in `build/docs` with their links turned to each other, the
reference of the packages is written beside them, and zensical builds the site from there (`zensical.toml`).
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import make_api

ROOT = Path(__file__).resolve().parent.parent
DOCS, PAGES, SITE = ROOT / "docs", ROOT / "build" / "docs", ROOT / "build" / "site"
FROM_ROOT = {
    "README.md": "index.md",
    "README.zh.md": "zh.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
}
"""Pages that stand at the root of the repository, where people look for them, and their names in the site."""
LINK = re.compile(r"(\]\()([^)\s]+)(\))")


def moved(text: str, *, at_root: bool) -> str:
    """The links of a page from where it stands in the repository to where it stands in the site."""

    def turn(found: re.Match[str]) -> str:
        target, _, anchor = found[2].partition("#")
        if urlsplit(target).scheme or not target:
            return found[0]
        name = target if at_root else target.removeprefix("../")
        from_docs = at_root and name.startswith("docs/")
        if from_docs:
            name = name.removeprefix("docs/")
        elif at_root or target.startswith("../"):
            name = FROM_ROOT.get(name, name)
        return f"{found[1]}{name}{'#' * bool(anchor)}{anchor}{found[3]}"

    return LINK.sub(turn, text)


def gather() -> None:
    """Lay all pages, pictures and the reference in `build/docs`."""
    shutil.rmtree(PAGES, ignore_errors=True)
    shutil.rmtree(SITE, ignore_errors=True)
    PAGES.mkdir(parents=True)
    for path in sorted(DOCS.iterdir()):
        if path.suffix == ".md":
            (PAGES / path.name).write_text(moved(path.read_text("utf-8"), at_root=False), "utf-8")
        elif path.is_dir() and path.name in {"pictures", "style", "zh"}:
            shutil.copytree(path, PAGES / path.name)
    for name, page in FROM_ROOT.items():
        (PAGES / page).write_text(moved((ROOT / name).read_text("utf-8"), at_root=True), "utf-8")
    shutil.copy(ROOT / "LICENSE", PAGES / "LICENSE")
    make_api.write(PAGES / "api")


class Anchors(HTMLParser):
    """What a page of the site offers to links, and where its own lead."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep ids, names of anchors, and the targets of links, pictures, scripts and styles."""
        for name, value in attrs:
            if value and (name == "id" or (tag == "a" and name == "name")):
                self.ids.add(value)
            elif value and name in {"href", "src"}:
                self.links.append(value)


def broken(site: Path) -> list[str]:
    """The links of the built site that lead nowhere; other sites are looked at by their form alone."""
    pages = {}
    for path in sorted(site.rglob("*.html")):
        pages[path] = Anchors()
        pages[path].feed(path.read_text("utf-8"))
    problems = []
    for path, page in pages.items():
        if path.name == "404.html":  # its links begin at the address the site will have
            continue
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme in {"http", "https"} and parts.netloc:
                continue
            if parts.scheme in {"mailto", "data"}:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if target.is_dir():
                target /= "index.html"
            anchor = unquote(parts.fragment)
            if parts.scheme or not target.is_relative_to(site) or not target.exists():
                problems.append(f"{path.relative_to(site)}: {link}")
            elif (
                anchor and target in pages and not anchor.startswith("__") and anchor not in pages[target].ids
            ):
                problems.append(f"{path.relative_to(site)}: no such place {link}")
    return problems


def misread(site: Path) -> list[str]:
    """The pages that show an anchor of a heading as text."""
    return [
        f"{path.relative_to(site)}: an anchor was taken for text"
        for path in sorted(site.rglob("*.html"))
        if "{ #" in path.read_text("utf-8")
    ]


def main() -> int:
    """Build, then look at every link; 1 if anything is wrong."""
    gather()
    command = [sys.executable, "-m", "zensical", "build", "--clean", "--strict"]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        return 1
    problems = broken(SITE) + misread(SITE)
    print(*problems, sep="\n", end="\n" * bool(problems), file=sys.stderr)
    print(f"{len(list(SITE.rglob('*.html')))} pages in {SITE.relative_to(ROOT)}, {len(problems)} problems")
    return int(bool(problems))


if __name__ == "__main__":
    sys.exit(main())
