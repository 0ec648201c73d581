"""Write the table of docs/licences.md: what oped and its development use, and under which licence.

    pip install --require-hashes -r requirements/dev.lock && pip install --no-deps --editable .
    python docs/make_licences.py

on Python 3.11 or later. The names come from the lock file, the licences from the metadata of what is installed here.
"""

from __future__ import annotations

import re
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata, requires
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "licences.md"
LOCK = ROOT / "requirements" / "dev.lock"
BEGIN, END = "<!-- licences -->\n", "<!-- end of licences -->"

ELSEWHERE = {
    "atheris": ("Apache-2.0", "https://github.com/google/atheris"),
    "colorama": ("BSD-3-Clause", "https://pypi.org/project/colorama/"),
    "exceptiongroup": ("MIT", "https://github.com/agronholm/exceptiongroup"),
    "importlib-metadata": ("Apache-2.0", "https://pypi.org/project/importlib-metadata/"),
    "narwhals": ("MIT", "https://pypi.org/project/narwhals/"),
    "six": ("MIT", "https://github.com/benjaminp/six"),
    "zipp": ("MIT", "https://pypi.org/project/zipp/"),
}
"""What only other platforms or Pythons than that of the script install, and what states no licence in its metadata."""

GATHERED = ("all", "bench", "dev", "fuzz", "test")
"""Extras that ask for others."""

FROM_CLASSIFIER = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL-2.1-or-later",
}
FROM_TEXT = {
    "BSD License": "BSD",
    "The Apache License": "Apache-2.0",
    "The BSD 2-Clause License": "BSD-2-Clause",
}


def normal(name: str) -> str:
    """A project name as PEP 503 compares them."""
    return re.sub(r"[-_.]+", "-", name).lower()


def locked() -> list[str]:
    """The names in the lock file, each once, in order."""
    return sorted(set(re.findall(r"^([a-z0-9-]+)==", LOCK.read_text("utf-8"), re.MULTILINE)))


def licence(about: PackageMetadata) -> str:
    """The licence that a project states: its expression, else its classifiers, else the short form in words."""
    if expression := about.get("License-Expression"):
        return expression
    named = [c.rsplit(" :: ", 1)[1] for c in about.get_all("Classifier") or () if c.startswith("License :: ")]
    named = [
        FROM_CLASSIFIER.get(name, name) for name in named if name not in ("OSI Approved", "DFSG approved")
    ]
    text = (about.get("License") or "").strip()
    if text and len(text) <= 60 and "\n" not in text and (not named or named == ["BSD"]):
        return FROM_TEXT.get(text, text)
    if not named:
        raise SystemExit(f"{about['Name']} does not say its licence: look it up and add it to ELSEWHERE")
    return " AND ".join(sorted(set(named)))


def home(about: PackageMetadata) -> str:
    """Where a project lives."""
    links = {
        label.strip().lower(): link.strip()
        for label, _, link in (line.partition(",") for line in about.get_all("Project-URL") or ())
    }
    for label in ("homepage", "home", "source", "source code", "repository", "github"):
        if label in links:
            return links[label]
    return about.get("Home-page") or f"https://pypi.org/project/{about['Name']}/"


def used_by() -> dict[str, str]:
    """For each direct dependency of oped what asks for it: `core`, or the extra that is nearest to a user."""
    asking: dict[str, set[str]] = {}
    for line in requires("oped") or ():
        name, extra = re.match(r"[\w.-]+", line), re.search(r"extra == ['\"]([\w-]+)", line)
        assert name is not None
        asking.setdefault(normal(name[0]), set()).add(extra[1] if extra else "core")
    return {
        name: min(extras, key=lambda extra: (extra in GATHERED, extra)) for name, extras in asking.items()
    }


def table() -> str:
    """The table, a row a project."""
    direct = used_by()
    rows = ["| project | licence | asked for by |", "|---|---|---|"]
    for name in locked():
        if name in ELSEWHERE:
            stated, link = ELSEWHERE[name]
        else:
            try:
                about = metadata(name)
            except PackageNotFoundError:
                raise SystemExit(
                    f"{name} is locked but not installed here: install requirements/dev.lock, or add it to ELSEWHERE"
                ) from None
            stated, link = licence(about), home(about)
        rows.append(f"| [{name}]({link}) | {stated} | {direct.get(name, 'another of these')} |")
    return "\n".join(rows) + "\n"


def main() -> None:
    """Put the table between its marks."""
    page = PAGE.read_text("utf-8")
    before, after = page.index(BEGIN) + len(BEGIN), page.index(END)
    PAGE.write_text(f"{page[:before]}{table()}{page[after:]}", "utf-8")


if __name__ == "__main__":
    main()
