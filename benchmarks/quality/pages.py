"""How well pages are read: the seed page, pages with damage, real pages, and habits never seen in training.

python -m benchmarks.quality.pages [--quick] [--json]

For every row the characters given the right piece and role, the F1 of titles, the share of pieces with exactly
the right authors, and the F1 of whole paragraphs. "leave one out" reads each page with a model trained without
its articles, once as it is and once with its articles set anew in other papers' habits. The real pages have no
truth for single characters: titles, paragraphs and bylines are compared. Data is looked for in the folder
`OPED_DATA`; without it only the seed page is read. Exit code 1 if a row is under its floor.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import seeds
from seeds.decode import decode
from seeds.labels import Model
from seeds.layout import lay_out

ROOT = Path(__file__).resolve().parent.parent.parent
FLOORS: dict[str, tuple[float | None, ...]] = {
    "seed": (1.0, 1.0, 1.0, 1.0),
    "pages": (0.97, 0.97, 0.95, 0.93),
    "pages, leave one out": (0.95, 0.95, 0.93, 0.92),
    "other habits, leave one out": (0.90, 0.90, 0.90, 0.95),
    "real": (None, 0.95, 0.90, 0.95),
}
"""No row may fall under these: characters, titles, authors, paragraphs."""
HELD_SEED, HELD_COUNT = 99, 12
"""The pages of other habits that score a fold: how they are drawn, and how many."""


class Score(NamedTuple):
    """Figures from 0 to 1; None where there is no truth."""

    characters: float | None
    titles: float
    authors: float
    paragraphs: float


def data_folder() -> Path:
    """Where the data is."""
    return Path(os.environ.get("OPED_DATA") or ROOT.parent / "shared" / "data")


def load(path: Path) -> tuple[str, dict[str, Any]]:
    """A page and its truth."""
    for suffix in (".truth.json", ".json"):
        truth = path.with_suffix(suffix)
        if truth.exists():
            return decode(path.read_bytes())[0], json.loads(truth.read_text("utf-8"))
    raise SystemExit(f"{path}: no truth beside it")


def score(text: str, truth: dict[str, Any], model: Model | None = None) -> Score:
    """Read a page and compare it with its truth."""
    page = seeds.parse_page(text) if model is None else lay_out(text, name="", encoding="", model=model)
    want = true_characters(text, truth)
    titles = {number: fold(piece["title"]) for number, piece in enumerate(truth["pieces"], 1)}
    matched: dict[int | None, int | None] = {None: None}
    for piece in page:
        for number, title in titles.items():
            if fold(piece.title) == title and number not in matched.values():
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
    return Score(
        right / len(want),
        f1([fold(piece.title) for piece in page], titles.values()),
        authors / len(titles),
        f1(
            [fold(paragraph.text) for piece in page for paragraph in piece.paragraphs],
            [fold(part["text"]) for piece in truth["pieces"] for part in piece["body"]],
        ),
    )


def score_real(path: Path, model: Model | None = None) -> Score:
    """Read a page of which only titles, bylines and paragraphs are known."""
    rows = [
        row for row in json.loads(path.with_suffix(".json").read_text("utf-8")) if "责编" not in row["title"]
    ]
    text, _ = decode(path.read_bytes())
    page = seeds.parse_page(text) if model is None else lay_out(text, name="", encoding="", model=model)
    bylines = {fold(piece.title): fold(piece.byline or "") for piece in page}
    return Score(
        None,
        f1([fold(piece.title) for piece in page], [fold(row["title"]) for row in rows]),
        sum(bylines.get(fold(row["title"])) == fold(row["author"]) for row in rows) / len(rows),
        f1(
            [fold(paragraph.text) for piece in page for paragraph in piece.paragraphs],
            [fold(text) for row in rows for text in row["text"].split("\n") if text],
        ),
    )


def true_characters(text: str, truth: dict[str, Any]) -> dict[int, tuple[int | None, str]]:
    """Piece and role of every character that is not space."""
    roles: dict[int, tuple[int | None, str]] = {}
    for number, piece in enumerate(truth["pieces"], 1):
        for field, role in (("title_lines", "title"), ("kicker_lines", "kicker"), ("byline_lines", "byline"),
                            ("author_note_lines", "author_note"), ("source_line_lines", "source")):  # fmt: skip
            roles |= dict.fromkeys(piece.get(field) or (), (number, role))
        for deck in piece.get("decks") or ():
            roles |= dict.fromkeys(deck["lines"], (number, "deck"))
        for part in piece["body"]:
            roles |= dict.fromkeys(
                part["lines"], (number, "heading" if part["type"] == "heading" else "body")
            )
    for item in truth.get("furniture") or ():
        roles |= dict.fromkeys(item.get("lines") or [item["line"]], (None, "furniture"))
    found, at = {}, 0
    for line_number, line in enumerate(text.split("\n"), 1):
        if line_number in roles:
            found |= {
                at + i: roles[line_number] for i, character in enumerate(line) if not character.isspace()
            }
        at += len(line) + 1
    return found


def fold(text: str) -> str:
    """Without space and with one width of marks."""
    return "".join(unicodedata.normalize("NFKC", text).split())


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
    """The mean of each figure."""
    columns = zip(*scores, strict=True)
    return Score(*(None if None in column else sum(column) / len(scores) for column in columns))


def seed_page() -> tuple[str, dict[str, Any]]:
    """The page that comes with the package, and its truth; the texts of paragraphs are those of their lines."""
    text = seeds.seed_page().text
    truth: dict[str, Any] = json.loads(Path(__file__).with_name("seed_page.json").read_text("utf-8"))
    lines = text.split("\n")
    for part in (part for piece in truth["pieces"] for part in piece["body"]):
        part["text"] = "".join(lines[number - 1].strip() for number in part["lines"])
    return text, truth


def leave_one_out(paths: Sequence[Path], real: Sequence[Path]) -> dict[str, Score]:
    """Every page read by a model that was trained without its articles."""
    from benchmarks.rerender import articles, pages
    from benchmarks.train_layout import trained

    pool = articles(data_folder())
    as_set, anew, as_real = [], [], []
    for path in (*paths, *real):
        model = trained(without={path.stem})
        own = [article for article in pool if article.page == path.stem]
        anew += [score(*page, model) for page in pages(own, HELD_COUNT, HELD_SEED)]
        if path in real:
            as_real.append(score_real(path, model))
        else:
            as_set.append(score(*load(path), model))
    return {
        "pages, leave one out": mean(as_set),
        "other habits, leave one out": mean(anew),
        "real, leave one out": mean(as_real),
    }


def _under(row: Score, floors: Sequence[float | None]) -> bool:
    pairs = zip(row, floors, strict=False)
    return any(value is not None and floor is not None and value < floor for value, floor in pairs)


def main() -> int:
    """Print the table; 1 if a row is under its floor."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="leave out the rows that need training")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    rows = {"seed": score(*seed_page())}
    paths = sorted((data_folder() / "pages").glob("*.txt"))
    real = sorted((data_folder() / "pages_real").glob("*.txt"))
    if paths:
        by_page = {path.stem: score(*load(path)) for path in paths}
        rows |= {f"page {name}": row for name, row in by_page.items()}
        rows["pages"] = mean(list(by_page.values()))
    if real:
        by_page = {path.stem: score_real(path) for path in real}
        rows |= by_page | {"real": mean(list(by_page.values()))}
    if paths and real and not options.quick:
        rows |= leave_one_out(paths, real)
    if not paths:
        print(f"skipped: no pages in {data_folder()} (set OPED_DATA)", file=sys.stderr)
    low = [name for name, row in rows.items() if _under(row, FLOORS.get(name, ()))]
    if options.json:
        print(json.dumps({name: row._asdict() for name, row in rows.items()}))
    else:
        print(f"{'':30}" + "".join(f"{name:>12}" for name in Score._fields))
        for name, row in rows.items():
            figures = "".join(f"{'-':>12}" if value is None else f"{value:12.4f}" for value in row)
            print(f"{name:30}{figures}" + ("  under floor" if name in low else ""))
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
