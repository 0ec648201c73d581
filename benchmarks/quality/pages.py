"""How well pages are read: the seed page, damaged and real pages, and habits and articles never seen in training.

python -m benchmarks.quality.pages [--quick] [--shipped] [--json]

The characters given the right piece and role, the F1 of titles, the share of pieces with exactly the right authors,
the F1 of whole paragraphs, and the share of dated pieces with the right date; means over pages. "Fresh" pages are
drawn from articles that the model they are read with has not seen; for "left out" whole families of habits were not
seen either. The real pages have no truth for single characters: titles, paragraphs and bylines are compared.
"""

from __future__ import annotations

import json
import re
import sys
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import seeds
from benchmarks.quality import figures, gate
from benchmarks.quality.corpora import OWN, data_folder
from benchmarks.quality.figures import Beside, Figure
from benchmarks.quality.truths import fold, load, load_real, true_roles
from seeds.layout import lay_out
from seeds.layout.labels import Model

HELD_SEED, HELD_COUNT, HELD_SHARE = 99, 16, 4
"""Fresh pages: how they are drawn, how many of each family, and that every fourth article is held out."""
LEFT_OUT_PAGES, FOLDS = 600, 5
"""Pages that a model without some families learns from, and how many such models there are."""


class Score(NamedTuple):
    """Figures from 0 to 1; None where there is no truth."""

    characters: float | None
    titles: float
    authors: float
    paragraphs: float
    dates: float | None = None


def read(text: str, model: Model | None = None) -> seeds.Page:
    """The page by the model that ships, or by another."""
    return seeds.parse_page(text) if model is None else lay_out(text, name="", encoding="", model=model)


def score(text: str, truth: dict[str, Any], model: Model | None = None) -> Score:
    """Read a page and compare it with its truth."""
    return compared(read(text, model), truth)


def compared(page: seeds.Page, truth: dict[str, Any]) -> Score:
    """A page as read against its truth."""
    want = true_characters(page.text, truth)
    titles = {number: fold(piece["title"]) for number, piece in enumerate(truth["pieces"], 1)}
    matched: dict[int | None, int | None] = {None: None}
    for piece in page:
        for number, title in titles.items():
            if _same_title(fold(piece.title), title) and number not in matched.values():
                matched[piece.id] = number
                break
    right = 0
    for region in page.layout:
        if region.piece in matched:
            answer = (matched[region.piece], region.role)
            right += sum(want.get(at) == answer for at in range(region.start, region.end))
    authors = sum(
        [*map(fold, page.pieces[mine - 1].authors)] == [*map(fold, truth["pieces"][theirs - 1]["authors"])]
        for mine, theirs in matched.items()
        if mine is not None and theirs is not None
    )
    dated = [number for number, piece in enumerate(truth["pieces"], 1) if piece.get("date")]
    dates = {theirs: page.pieces[mine - 1].date for mine, theirs in matched.items() if mine is not None}
    return Score(
        right / len(want),
        2 * (len(matched) - 1) / (len(page.pieces) + len(titles)),
        authors / len(titles),
        f1(_paragraphs(page), [fold(part["text"]) for piece in truth["pieces"] for part in piece["body"]]),
        sum(dates.get(number) == truth["pieces"][number - 1]["date"] for number in dated) / len(dated)
        if dated
        else None,
    )


def _same_title(mine: str, true: str) -> bool:
    """Also with the name of its column behind it, or in book marks."""
    return true in (mine, re.sub("^《(.*)》$", r"\1", re.sub(r"\([^()]{2,12}\)$", "", mine)))


def compared_real(page: seeds.Page, rows: Sequence[dict[str, Any]]) -> Score:
    """A page as read against titles, bylines and paragraphs, all that is known of it."""
    bylines = {fold(piece.title): fold(piece.byline or "") for piece in page}
    return Score(
        None,
        f1([fold(piece.title) for piece in page], [fold(row["title"]) for row in rows]),
        sum(bylines.get(fold(row["title"])) == fold(row["author"]) for row in rows) / len(rows),
        f1(_paragraphs(page), [fold(text) for row in rows for text in row["text"].split("\n") if text]),
    )


def _paragraphs(page: seeds.Page) -> list[str]:
    return [fold(paragraph.text) for piece in page for paragraph in piece.paragraphs]


def true_characters(text: str, truth: dict[str, Any]) -> dict[int, tuple[int | None, str]]:
    """Piece and role of every character that is not space."""
    roles = true_roles(truth)
    found: dict[int, tuple[int | None, str]] = {}
    at = 0
    for number, line in enumerate(text.split("\n"), 1):
        if number in roles:
            found |= {at + i: roles[number] for i, character in enumerate(line) if not character.isspace()}
        at += len(line) + 1
    return found


def f1(got: Sequence[str], want: Iterable[str]) -> float:
    """F1 of two bags."""
    missing = list(want)
    total = len(got) + len(missing)
    hits = 0
    for item in got:
        if item in missing:
            missing.remove(item)
            hits += 1
    return 2 * hits / total if total else 1.0


def mean(scores: Sequence[Score]) -> Score:
    """The mean of each figure over the pages that have it."""
    columns = [[value for value in column if value is not None] for column in zip(*scores, strict=True)]
    first, titles, authors, paragraphs, dates = (
        sum(column) / len(column) if column else None for column in columns
    )
    return Score(first, titles or 0.0, authors or 0.0, paragraphs or 0.0, dates)


def seed_page() -> tuple[str, dict[str, Any]]:
    """The page that comes with the package, and its truth; the texts of paragraphs are those of their lines."""
    text = seeds.seed_page().text
    truth: dict[str, Any] = json.loads(Path(__file__).with_name("seed_page.json").read_text("utf-8"))
    lines = text.split("\n")
    for part in (part for piece in truth["pieces"] for part in piece["body"]):
        part["text"] = "".join(lines[number - 1].strip() for number in part["lines"])
    return text, truth


def rows_of(name: str, scores: Iterable[Score]) -> list[Figure]:
    """The figures of some pages."""
    found = []
    for field, column in zip(Score._fields, zip(*scores, strict=True), strict=True):
        known = [value for value in column if value is not None]
        if known:
            found.append(Figure("pages", name, field, *figures.mean(known), None, Beside("all right", 100.0)))
    return found


def of_pages(name: str, loaded: Sequence[tuple[str, dict[str, Any]]]) -> list[Figure]:
    """The figures of pages with a whole truth."""
    return rows_of(name, [score(*page) for page in loaded])


def data_pages(folder: str) -> list[Path]:
    """The pages of a folder of the evaluation data."""
    return sorted((data_folder() / folder).glob("*.txt"))


def of_real(name: str = "real") -> list[Figure]:
    """The figures of the real pages."""
    loaded = [load_real(path) for path in data_pages("pages_real")]
    return rows_of(name, [compared_real(read(text), rows) for text, rows in loaded])


def held_out() -> list[Figure]:
    """Fresh pages of every family, by a model that has not seen their articles."""
    from benchmarks.habits import FAMILIES
    from benchmarks.train_layout import trained

    model = trained(without=_held())
    return _of_drawn("fresh", [(_drawn(family), model) for family in FAMILIES])


def left_out() -> list[Figure]:
    """Fresh pages of every family, by models that have seen neither their articles nor their family."""
    return _of_drawn("left out", unseen().values())


def unseen() -> dict[str, tuple[list[tuple[str, dict[str, Any]]], Model]]:
    """For each family fresh pages and a model that has seen neither their articles nor the family."""
    from benchmarks.habits import FAMILIES
    from benchmarks.train_layout import trained

    found: dict[str, tuple[list[tuple[str, dict[str, Any]]], Model]] = {}
    for part in range(FOLDS):
        families = tuple(FAMILIES)[part::FOLDS]
        model = trained(without=_held(), count=LEFT_OUT_PAGES, families=families)
        found |= {family: (_drawn(family), model) for family in families}
    return found


def _of_drawn(name: str, drawn: Iterable[tuple[list[tuple[str, dict[str, Any]]], Model]]) -> list[Figure]:
    return rows_of(name, [score(*page, model) for chosen, model in drawn for page in chosen])


def _held() -> frozenset[str]:
    """The articles that are held out."""
    from benchmarks.rerender import articles

    names = (article.page for article in articles(data_folder()))
    return frozenset(name for name in names if zlib.crc32(name.encode()) % HELD_SHARE == 0)


def _drawn(family: str) -> list[tuple[str, dict[str, Any]]]:
    from benchmarks.rerender import articles, pages

    held = _held()
    pool = [article for article in articles(data_folder()) if article.page in held]
    return list(pages(pool, HELD_COUNT, HELD_SEED, [family]))


MEASURES = (
    gate.Measure("seed", ("seed",), lambda: of_pages("seed", [seed_page()])),
    gate.Measure(
        "own", ("own",), lambda: of_pages("own", [load(path) for path in sorted(OWN.glob("*.txt"))])
    ),
    gate.Measure("damaged", ("pages",), lambda: of_pages("damaged", [load(p) for p in data_pages("pages")])),
    gate.Measure("real", ("pages_real",), of_real),
    gate.Measure("fresh", ("pages", "pages_real"), held_out, slow=True),
    gate.Measure("left out", ("pages", "pages_real"), left_out, slow=True),
)


if __name__ == "__main__":
    sys.exit(gate.run("pages"))
