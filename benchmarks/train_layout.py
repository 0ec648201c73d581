"""Fit seeds/layout/weights.json: how much each observation about a line of a page counts.

python -m benchmarks.train_layout [--out FILE] [--pages N] [--epochs N]

A structured perceptron with a margin (Collins 2002; Taskar et al. 2003), averaged, on whole pages: the labelling
that the model finds for a page is compared with the true one, and the weights of what they do not share move.
Training starts from `layout_prior.json`, numbers set by hand from how Chinese papers are set in general, so that
what the training pages do not speak about keeps a sensible weight. The pages are those of `OPED_DATA` and the
same articles set anew in random habits (`benchmarks.rerender`). Only weights leave the data.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.quality.corpora import ROOT, data_folder
from benchmarks.quality.pages import load
from benchmarks.rerender import articles, pages
from seeds.layout.evidence import Evidence, collect
from seeds.layout.labels import END, FURNITURE, ROLE_OF, START, Model
from seeds.layout.lines import Run, split_lines, unwrap

PRIOR = Path(__file__).with_name("layout_prior.json")
ROLES = sorted({*ROLE_OF.values(), FURNITURE})
PAGES, EPOCHS, RATE, MARGIN, SEED = 480, 6, 0.1, 2.0, 7
REPEAT = 4
"""How often the pages as they are stand among those set anew."""
_HEAD = ("kicker", "byline", "deck", "author_note")


class Sample(NamedTuple):
    """A page for training: observations and true places of its logical lines."""

    evidence: list[Evidence]
    places: list[str]


def true_places(runs: Sequence[Run], truth: Mapping[str, Any]) -> list[str]:
    """The place of each logical line, from the roles of its first line."""
    role_at: dict[int, tuple[int, str]] = {}
    for number, piece in enumerate(truth["pieces"]):
        for field, role in (("title_lines", "title"), ("kicker_lines", "kicker"), ("byline_lines", "byline"),
                            ("author_note_lines", "author_note"), ("source_line_lines", "source")):  # fmt: skip
            role_at |= dict.fromkeys(piece.get(field) or (), (number, role))
        for deck in piece.get("decks") or ():
            role_at |= dict.fromkeys(deck["lines"], (number, "deck"))
        for part in piece["body"]:
            role_at |= dict.fromkeys(
                part["lines"], (number, "heading" if part["type"] == "heading" else "body")
            )
    found = [role_at.get(run.first.number, (-1, FURNITURE)) for run in runs]
    titles: dict[int, list[int]] = defaultdict(list)
    for index, (piece, role) in enumerate(found):
        if role == "title":
            titles[piece].append(index)
    return [_place(found, index, titles[piece]) for index, (piece, _) in enumerate(found)]


def _place(found: Sequence[tuple[int, str]], index: int, title: Sequence[int]) -> str:
    piece, role = found[index]
    if not title:
        return {"byline": "end byline", "author_note": "note", "deck": "pull"}.get(role, role)
    end = title[-1] + 1
    while end < len(found) and found[end][1] in (*_HEAD, FURNITURE):
        end += 1
    head = range(title[-1] + 1, end)
    if role == "title":
        dressed = any(found[at][0] == piece and found[at][1] in _HEAD for at in head)
        return "title" if dressed else "bare title"
    if role == "kicker":
        return "above" if index < title[0] else "kicker"
    outside = {"byline": "end byline", "author_note": "note", "deck": "pull"}
    inside = {"byline": "lead byline", "author_note": "lead note", "deck": "deck"}
    return (inside if index in head else outside).get(role, role)


def sample(text: str, truth: Mapping[str, Any]) -> Sample:
    """A page as training needs it."""
    runs = unwrap(split_lines(text))
    return Sample(collect(runs), true_places(runs, truth))


def train(samples: Sequence[Sample], prior: Model, epochs: int = EPOCHS) -> Model:
    """The averaged weights after `epochs` rounds over the pages in random order."""
    evidence = {name: dict(table) for name, table in prior.evidence.items()}
    follows = {name: dict(table) for name, table in prior.follows.items()}
    model = Model(evidence, follows)
    # Averaging without a sum over all weights at every step: each change is also kept times its step (Daumé 2006).
    late: dict[tuple[int, str, str], float] = defaultdict(float)
    chance = random.Random(SEED)
    order = [page for page in samples if _possible(page.places, prior)]
    step = 1
    for _ in range(epochs):
        chance.shuffle(order)
        for page in order:
            step += 1
            scores = []
            for observed, place in zip(page.evidence, page.places, strict=True):
                line = model.role_scores(observed)
                true_role = ROLE_OF.get(place, FURNITURE)
                scores.append({role: line.get(role, 0.0) + MARGIN * (role != true_role) for role in ROLES})
            found = model.decode(scores)
            if found == page.places:
                continue
            for places, change in ((page.places, RATE), (found, -RATE)):
                for table, name, key, strength in _used(page.evidence, places, follows):
                    row = (evidence, follows)[table].setdefault(name, {})
                    row[key] = row.get(key, 0.0) + change * strength
                    late[table, name, key] += change * strength * step
    for (table, name, key), value in late.items():
        (evidence, follows)[table][name][key] -= value / step
    return model


def _possible(places: Sequence[str], model: Model) -> bool:
    order = [START, *(place for place in places if place != FURNITURE)]
    return all(after in model.follows[before] for before, after in pairwise(order))


def _used(
    evidence: Sequence[Evidence], places: Sequence[str], follows: Mapping[str, Mapping[str, float]]
) -> Iterator[tuple[int, str, str, float]]:
    """The weights that score a labelling: table, row, column, strength."""
    before = START
    for observed, place in zip(evidence, places, strict=True):
        role = ROLE_OF.get(place, FURNITURE)
        for name, strength in observed.items():
            yield 0, name, role, strength
        yield 1, before, place, 1.0
        if place != FURNITURE:
            before = place
    if END in follows[before]:
        yield 1, before, END, 1.0


def read_model(path: Path) -> Model:
    """The tables of a model."""
    tables = json.loads(path.read_text("utf-8"))
    return Model(tables["evidence"], tables["follows"])


def write_model(model: Model, path: Path) -> None:
    """The tables, sorted, one row a line, so that a change can be read."""
    sections = []
    for name, table, every in (("evidence", model.evidence, False), ("follows", model.follows, True)):
        rows = (
            (
                row,
                {
                    key: round(value, 2)
                    for key, value in sorted(columns.items())
                    if every or abs(value) >= 0.005
                },
            )
            for row, columns in sorted(table.items())
        )
        lines = ",\n".join(
            f"    {json.dumps(row)}: {json.dumps(columns)}" for row, columns in rows if columns
        )
        sections.append(f'  "{name}": {{\n{lines}\n  }}')
    path.write_text("{\n" + ",\n".join(sections) + "\n}\n", "utf-8")


@cache
def _pages_as_they_are() -> dict[str, Sample]:
    return {path.stem: sample(*load(path)) for path in sorted((data_folder() / "pages").glob("*.txt"))}


def trained(without: Collection[str] = (), count: int = PAGES, epochs: int = EPOCHS) -> Model:
    """A model trained without the articles of some pages."""
    pool = [article for article in articles(data_folder()) if article.page not in without]
    samples = [sample(text, truth) for text, truth in pages(pool, count, SEED)]
    kept = [page for name, page in _pages_as_they_are().items() if name not in without]
    return train(samples + kept * REPEAT, read_model(PRIOR), epochs)


def main() -> None:
    """Train on everything and write the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, default=ROOT / "seeds" / "layout" / "weights.json")
    parser.add_argument("--pages", type=int, default=PAGES)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    options = parser.parse_args()
    if not (data_folder() / "pages").is_dir():
        raise SystemExit(f"no pages in {data_folder()}; set OPED_DATA")
    write_model(trained(count=options.pages, epochs=options.epochs), options.out)


if __name__ == "__main__":
    main()
