"""Fit seeds/layout/weights.json: how much each observation about a line of a page counts.

python -m benchmarks.train_layout [--out FILE] [--pages N] [--without FAMILY] [--check]

A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) with a penalty on the squares of its
weights, fitted by L-BFGS on whole pages: articles of `OPED_DATA` set in random habits (`benchmarks.rerender`) and
the pages as they are. Only weights leave the data. With the same data, numpy and scipy they come out the same byte
for byte; --check says whether they are those that ship.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_array

from benchmarks.habits import FAMILIES
from benchmarks.quality.corpora import ROOT, data_folder
from benchmarks.quality.truths import fold, load, load_real, true_roles
from benchmarks.rerender import articles, pages
from seeds.layout.evidence import Evidence, collect
from seeds.layout.labels import ENDS, FOLLOWS, NEVER, PLACES, STATE_OF, Model, allowed_places
from seeds.layout.lattice import END, FURNITURE, START, UNFINISHED
from seeds.layout.lines import Run, split_lines
from seeds.layout.told import told_of
from seeds.layout.wrap import unwrap
from seeds.metadata import MetaLine

PAGES, SEED, PENALTY, STEPS = 3000, 7, 3.0, 150
REPEAT = 10
"""How often the pages as they are stand among those set anew."""
_KICKER = 30
"""The longest kicker of a real page; what is longer there is text."""
_LEAST = 0.02
"""Weights nearer to nothing are left out."""
_SAME = {
    "OPENBLAS_NUM_THREADS": "1",
    "OPENBLAS_CORETYPE": "Haswell",
    "NPY_DISABLE_CPU_FEATURES": "AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL",
}
"""Several threads and newer processors add up in another order, and the last digits decide where the search ends."""
_STATES = tuple(FOLLOWS)
_NEXT = (*_STATES[1:], FURNITURE, END)
_IN_STATE = np.array([[float(STATE_OF[place] == state) for state in _STATES[1:]] for place in PLACES[:-1]])


class Sample(NamedTuple):
    """A page for training: observations and true places of its logical lines."""

    evidence: list[Evidence]
    places: list[str]
    told: list[MetaLine | None]


def true_places(runs: Sequence[Run], truth: dict[str, Any]) -> list[str]:
    """The place of each logical line, from the roles of its first line."""
    roles = true_roles(truth)
    return _places([roles.get(run.first.number, (None, FURNITURE)) for run in runs])


def _places(found: Sequence[tuple[int | None, str]]) -> list[str]:
    """Places from the piece and the role of each line."""
    titles: dict[int | None, list[int]] = defaultdict(list)
    for index, (piece, role) in enumerate(found):
        if role == "title":
            titles[piece].append(index)
    return [_place(found, index, titles[piece]) for index, (piece, _) in enumerate(found)]


_LEAD = {"byline": "lead byline", "author_note": "lead note", "source": "lead source"}
_END = {"byline": "end byline", "author_note": "note", "deck": "pull"}
_ABOVE = {"kicker": "above", "deck": "over", "byline": "over byline"}
_DRESS = ("kicker", "byline", "deck", "author_note", "source")


def _place(found: Sequence[tuple[int | None, str]], index: int, title: Sequence[int]) -> str:
    piece, role = found[index]
    if role == FURNITURE or not title:
        return _END.get(role, role)
    end = title[-1] + 1
    while end < len(found) and (
        found[end][1] == FURNITURE or (found[end][0] == piece and found[end][1] in _DRESS)
    ):
        end += 1
    head = range(title[-1] + 1, end)
    if role == "title":
        dressed = any(found[at][0] == piece for at in head)
        return "title" if dressed else "bare title"
    if index < title[0] and role in _ABOVE:
        return _ABOVE[role]
    return (_LEAD if index in head else _END).get(role, role)


def real_places(runs: Sequence[Run], rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """The places on a page of which titles, bylines, kickers and paragraphs are known; other lines are furniture."""
    found: list[tuple[int | None, str]] = []
    piece = -1
    titles = [fold(row["title"]) for row in rows]
    for run in runs:
        text = fold(run.text)
        ahead = next((at for at in range(piece + 1, len(rows)) if text and titles[at].startswith(text)), None)
        if ahead is not None:
            piece = ahead
        row = rows[piece] if piece >= 0 else {"title": "", "author": "", "kicker": "", "text": ""}
        fields = (("title", "title"), ("author", "byline"), ("kicker", "kicker"), ("text", "body"))
        role = next((role for field, role in fields if text in fold(row.get(field) or "")), FURNITURE)
        role = "body" if role == "kicker" and len(text) > _KICKER else role
        found.append((piece, role) if role != FURNITURE else (None, FURNITURE))
    return _places(found)


def sample(text: str, truth: dict[str, Any]) -> Sample:
    """A page as training needs it."""
    runs = unwrap(split_lines(text))
    told = told_of(runs)
    return Sample(collect(runs, told), true_places(runs, truth), told)


def _allowed() -> NDArray[np.bool_]:
    """Which of `_NEXT` may follow which state."""
    return np.array(
        [
            [after in (*FOLLOWS[state], FURNITURE) or (after == END and state in ENDS) for after in _NEXT]
            for state in _STATES
        ]
    )


class _Field:
    """The pages as arrays: lines one under another, sorted so that the nth lines of all pages stand together."""

    def __init__(self, samples: Sequence[Sample]) -> None:
        samples = sorted((s for s in samples if _possible(s.places)), key=lambda s: -len(s.places))
        self.names = sorted({name for s in samples for observed in s.evidence for name in observed})
        column = {name: at for at, name in enumerate(self.names)}
        longest = len(samples[0].places)
        self.width = [sum(len(s.places) > step for s in samples) for step in range(longest)]
        self.starts = np.concatenate([[0], np.cumsum(self.width)])
        values, columns, ends, gold, barred = [], [], [0], [], []
        for step in range(longest):
            for s in samples[: self.width[step]]:
                for name, strength in s.evidence[step].items():
                    columns.append(column[name])
                    values.append(strength)
                ends.append(len(columns))
                gold.append(PLACES.index(s.places[step]))
                line = s.told[step]
                allowed = allowed_places(line, s.evidence[step])
                if s.places[step] not in allowed:
                    allowed = frozenset(PLACES)
                barred.append([0.0 if place in allowed else NEVER for place in PLACES])
        self.lines = csr_array((values, columns, ends), shape=(len(gold), len(self.names)))
        self.gold = np.array(gold)
        self.barred = np.array(barred)
        self.allowed = _allowed()
        self.moves = self._moves(samples)
        self.samples = samples
        self.lengths = np.array([len(s.places) for s in samples])

    def _moves(self, samples: Sequence[Sample]) -> NDArray[np.float64]:
        """How often each place follows each state in truth."""
        moves = np.zeros(self.allowed.shape)
        for s in samples:
            state = START
            for place in s.places:
                after = STATE_OF.get(place, FURNITURE)
                moves[_STATES.index(state), _NEXT.index(after)] += 1
                state = state if after == FURNITURE else after
            if state in ENDS:
                moves[_STATES.index(state), -1] += 1
        return moves

    def cost(self, flat: NDArray[np.float64], penalty: float) -> tuple[float, NDArray[np.float64]]:
        """The negative log likelihood and its gradient."""
        shape = (len(self.names), len(PLACES))
        weights, moves = (
            flat[: shape[0] * shape[1]].reshape(shape),
            flat[shape[0] * shape[1] :].reshape(self.allowed.shape),
        )
        emit = self.lines @ weights + self.barred
        step_in = np.where(self.allowed, np.exp(np.clip(moves, -30, 30)), 0.0)
        go = np.zeros((len(_STATES), len(_STATES)))
        go[:, 1:] = step_in[:, :-2]
        stay = step_in[:, -2]
        last = np.where(self.allowed[:, -1], step_in[:, -1], np.exp(UNFINISHED))
        top = emit.max(axis=1, keepdims=True)
        place = np.exp(emit - top)
        count = len(self.samples)
        alphas, scales = [], []
        alpha = np.zeros((count, len(_STATES)))
        alpha[:, 0] = 1.0
        total = float(top.sum())
        for step, width in enumerate(self.width):
            rows = place[self.starts[step] : self.starts[step + 1]]
            before = alpha[:width]
            new = before * stay * rows[:, -1:]
            new[:, 1:] += (before @ go)[:, 1:] * (rows[:, :-1] @ _IN_STATE)
            scale = new.sum(axis=1, keepdims=True)
            alphas.append(before.copy())
            scales.append(scale)
            alpha[:width] = new / scale
            total += float(np.log(scale).sum())
        ends = (alpha * last).sum(axis=1)
        total += float(np.log(ends).sum())
        beta = np.broadcast_to(last, (count, len(_STATES))) / ends[:, None]
        beta = beta.copy()
        expected = np.zeros_like(emit)
        moved = np.zeros(self.allowed.shape)
        moved[:, -1] = np.where(self.allowed[:, -1], (alpha * beta).sum(axis=0), 0.0)
        for step in range(len(self.width) - 1, -1, -1):
            width = self.width[step]
            rows = place[self.starts[step] : self.starts[step + 1]]
            before, after = alphas[step], beta[:width] / scales[step]
            aside = before * stay * rows[:, -1:] * after
            inward = (rows[:, :-1] @ _IN_STATE) * after[:, 1:]
            reached = ((before @ go)[:, 1:] * after[:, 1:]) @ _IN_STATE.T * rows[:, :-1]
            block = expected[self.starts[step] : self.starts[step + 1]]
            block[:, :-1], block[:, -1] = reached, aside.sum(axis=1)
            moved[:, :-2] += (before.T @ inward) * go[:, 1:]
            moved[:, -2] += aside.sum(axis=0)
            beta[:width] = after * stay * rows[:, -1:] + inward @ go[:, 1:].T
        truth = np.zeros_like(emit)
        truth[np.arange(len(self.gold)), self.gold] = 1.0
        score = float((emit * truth).sum() + (moves * self.moves).sum())
        score += UNFINISHED * sum(_last(s.places) not in ENDS for s in self.samples)
        slope = np.concatenate([(self.lines.T @ (expected - truth)).ravel(), (moved - self.moves).ravel()])
        return total - score + penalty / 2 * float(flat @ flat), slope + penalty * flat


def _order(places: Sequence[str]) -> list[str]:
    return [START, *(STATE_OF[place] for place in places if place != FURNITURE)]


def _last(places: Sequence[str]) -> str:
    return _order(places)[-1]


def _possible(places: Sequence[str]) -> bool:
    return all(after in FOLLOWS[before] for before, after in pairwise(_order(places)))


def train(samples: Sequence[Sample], penalty: float = PENALTY, steps: int = STEPS) -> Model:
    """The model, from each page at first sight and from what a first look says of it.

    The first looks are those of models that have not learned from the page.
    """
    halves = samples[::2], samples[1::2]
    seen: list[Sample] = []
    for half, others in (halves, halves[::-1]):
        first = fit(others, penalty, steps)
        seen += [page._replace(evidence=first.again(page.evidence, page.told)) for page in half]
    return fit([*samples, *seen], penalty, steps)


def fit(samples: Sequence[Sample], penalty: float, steps: int) -> Model:
    """The model that makes the true places of all pages most likely."""
    field = _Field(samples)
    size = len(field.names) * len(PLACES)
    start = np.zeros(size + field.allowed.size)
    found = minimize(field.cost, start, (penalty,), "L-BFGS-B", jac=True, options={"maxiter": steps})
    weights = found.x[:size].reshape(len(field.names), len(PLACES))
    moves = found.x[size:].reshape(field.allowed.shape)
    evidence = {
        name: {place: weight for place, weight in zip(PLACES, row, strict=True) if abs(weight) >= _LEAST}
        for name, row in zip(field.names, weights.round(2).tolist(), strict=True)
    }
    follows = {
        state: {
            after: round(float(moves[at, to]), 2) for to, after in enumerate(_NEXT) if field.allowed[at, to]
        }
        for at, state in enumerate(_STATES)
    }
    return Model(evidence, follows)


def text_of(model: Model) -> str:
    """The tables, sorted, a weight a line, so that a change can be read."""
    tables = {"evidence": model.evidence, "follows": model.follows}
    return json.dumps(tables, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def samples(
    without: Collection[str] = (), count: int = PAGES, families: Collection[str] = ()
) -> list[Sample]:
    """Pages set anew, without the articles of some pages and some families; the pages as they are, if all train."""
    pool = [article for article in articles(data_folder()) if article.page not in without]
    seen = [family for family in FAMILIES if family not in families]
    drawn = [sample(text, truth) for text, truth in pages(pool, count, SEED, seen)]
    if without or families:
        return drawn
    kept = [sample(*load(path)) for path in sorted((data_folder() / "pages").glob("*.txt"))]
    for path in sorted((data_folder() / "pages_real").glob("*.txt")):
        text, rows = load_real(path)
        runs = unwrap(split_lines(text))
        told = told_of(runs)
        kept.append(Sample(collect(runs, told), real_places(runs, rows), told))
    return drawn + kept * REPEAT


def trained(without: Collection[str] = (), count: int = PAGES, families: Collection[str] = ()) -> Model:
    """A model trained without the articles of some pages, or without some families of habits."""
    return train(samples(without, count, families))


def main() -> None:
    """Train on everything and write the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, default=ROOT / "seeds" / "layout" / "weights.json")
    parser.add_argument("--pages", type=int, default=PAGES)
    parser.add_argument("--without", nargs="*", default=(), choices=tuple(FAMILIES))
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    if _SAME.keys() - os.environ.keys():
        os.execve(
            sys.executable,
            [sys.executable, "-m", "benchmarks.train_layout", *sys.argv[1:]],
            {**os.environ, **_SAME},
        )
    if not (data_folder() / "pages").is_dir():
        raise SystemExit(f"no pages in {data_folder()}; set OPED_DATA")
    text = text_of(trained(count=options.pages, families=options.without))
    if not options.check:
        options.out.write_text(text, "utf-8")
    elif options.out.read_text("utf-8") != text:
        raise SystemExit(f"{options.out}: not what training gives")


if __name__ == "__main__":
    main()
