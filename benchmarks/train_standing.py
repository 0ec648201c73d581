"""Train what `standing` and `worth` know, or cross-validate it.

    python -m benchmarks.train_standing [--check]

Reads opinion/marks.train.jsonl and opinion/opinion_deck.train.jsonl of the data folder and two files beside this
script, writes the regressions of summarize/data/opinion.json; with --check it writes nothing and prints what summaries
of 120 characters look like in cross-validation, all regressions trained on the other pieces. Needs scikit-learn. Only
weights leave this script, no text. `signs` tells what is counted.

lines_judged.json holds, for pieces by id, lines as sentence, first and last clause, and whether an editor would print
it under the title: complete, telling the point or an argument, more than the title. sentences_judged.json holds, for
pieces with standfirsts, the numbers of sentences that stand alone under the title, and of those that do not. Both were
judged by reading with a large language model.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from benchmarks.quality.corpora import ROOT, data_folder, document_of, rows_of
from seeds import article
from summarize import model
from summarize.api import HEADLINE_CHARS
from summarize.document import Document
from summarize.line import Clauses, known, signs_of, stands
from summarize.marks import LINE, Mark, bare, marks_of, mean, scored
from summarize.signs import Named, Signs, places, signs
from summarize.standing import ruled_out

FOLDS = 8
SEEN = 9
"""A sign of fewer marked sentences is not weighed,"""
WORD_SEEN = 60
"""nor a word that fewer sentences hold anywhere, standfirsts' pieces included."""
DECKS = 0.5
"""What a sentence of a piece with a standfirst counts, a marked one counting 1."""
LINES_SEEN = 20
"""A sign of fewer lines is not weighed."""
MADE, REFUSED, LEFT = 0.6, 0.3, 0.03
"""What a line that a reader made counts, one a reader refused, one no reader chose; a judged one counts 1."""
JUDGED = Path(__file__).with_name("lines_judged.json")
SENTENCES_JUDGED = Path(__file__).with_name("sentences_judged.json")
OTHERS = 250
"""Documents of each set that are no opinion pieces."""


class Piece(NamedTuple):
    """A piece with what a reader, or the editor of the standfirst, holds its sentences to be."""

    id: str
    document: Document
    alone: Any
    argument: Any
    thesis: Any
    fold: int


def marked(marks: Sequence[Mark], *, title: bool = True) -> list[Piece]:
    found = []
    for number, mark in enumerate(marks):
        document = Document(article(mark["text"], title=mark["title"]), title=title)
        worth = np.array(mark["worth"])
        alone = ~np.isin(np.arange(len(worth)), mark["not_alone"])
        if len(document.texts) != len(worth):
            raise ValueError(f"{mark['id']} is cut into other sentences than were marked")
        found.append(Piece(mark["id"], document, alone, worth >= 2, worth == 3, number % FOLDS))
    return found


def decked() -> list[Piece]:
    """Pieces whose standfirst took sentences from them: those are what an editor held to be the point."""
    found = []
    verdicts = json.loads(SENTENCES_JUDGED.read_text("utf-8"))
    path = data_folder() / "opinion" / "opinion_deck.train.jsonl"
    for row in map(json.loads, path.read_text("utf-8").splitlines()):
        document = Document(article(row["text"], title=row["title"]))
        thesis = np.array([taken(text, row["summary"]) > 0.5 for text in document.texts])
        good, bad = verdicts.get(row["id"], ((), ()))
        alone = [number in good if number in (*good, *bad) else None for number in range(len(thesis))]
        found.append(Piece(row["id"], document, alone, None, thesis, -1))
    return found


def taken(text: str, summary: str) -> float:
    """The share of `text` that stands in `summary` in stretches of six characters and more."""
    blocks = SequenceMatcher(None, text, summary, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= 6) / len(text)


def train(pieces: Sequence[Piece], decks: Sequence[Piece]) -> dict[str, Any]:
    rows = [own for piece in pieces for own in all_signs(piece.document)]
    more = [own for piece in decks for own in all_signs(piece.document)]
    counts = Counter(name for own in rows for name in own)
    words = counts + Counter(name for own in more for name in own)
    edges = {name for name, count in counts.items() if count >= SEEN and not name.startswith("w:")}
    everywhere = {name for name, count in words.items() if count >= WORD_SEEN and name.startswith("w:")}
    free, alone = zip(*chain.from_iterable(map(unruled, (*pieces, *decks))), strict=True)
    return {
        "standing": regression(free, np.array(alone), edges, 0.3),
        "argument": regression(
            rows, np.concatenate([piece.argument for piece in pieces]), edges | everywhere, 0.1
        ),
        "thesis": regression(
            rows + more,
            np.concatenate([piece.thesis for piece in (*pieces, *decks)]),
            edges | everywhere,
            0.2,
            np.repeat([1.0, DECKS], [len(rows), len(more)]),
        ),
    }


def all_signs(document: Document) -> list[Named]:
    columns = places(document)
    placed = zip(*(column.tolist() for column in columns.values()), strict=True)
    return [
        flat(own, dict(zip(columns, values, strict=True)))
        for own, values in zip(signs(document), placed, strict=True)
    ]


def flat(own: Signs, more: Named) -> Named:
    """All by name but those that are 0."""
    named = {**own.named, **{f"w:{word}": 1.0 for word in own.words}, **more}
    return {name: value for name, value in named.items() if value}


def unruled(piece: Piece) -> Iterator[tuple[Any, bool]]:
    """The signs of sentences that the rules leave and a reader judged, and whether they stand alone."""
    document = piece.document
    told = zip(document.texts, signs(document), all_signs(document), piece.alone, strict=True)
    for text, own, named, alone in told:
        if alone is not None and not ruled_out(text, own.named, document.title):
            yield named, alone


def line_model(pieces: Sequence[Piece], marks: Sequence[Mark]) -> dict[str, Any]:
    """Lines that an editor would print, among those judged and all that the rules leave.

    What `worth` and `standing` say of the sentences has to be trained before.
    """
    verdicts = json.loads(JUDGED.read_text("utf-8"))
    mark_of = {mark["id"]: mark for mark in marks}
    samples: list[tuple[Any, bool, float]] = []
    for piece in pieces:
        document, mark = piece.document, mark_of.get(piece.id)
        document.kept.pop("summarize.odds.odds", None)  # as other regressions had them
        judged = {tuple(place): bool(good) for *place, good in verdicts.get(piece.id, ())}
        made = set(map(bare, mark["headlines"])) if mark else set()
        refused = set(map(bare, mark["bad_lines"])) - made if mark else set()
        title = document.in_one_script[2]
        for number, wording in enumerate(document.wordings):
            for line in Clauses(wording, number).runs(HEADLINE_CHARS):
                place, text = (number, line.first, line.last), bare(line.text)
                if place in judged:
                    verdict = judged.pop(place), 1.0
                elif text in made:
                    verdict = True, MADE
                elif text in refused:
                    verdict = False, REFUSED
                elif mark and stands(line, "", title) and not known(line.text, title):
                    verdict = False, LEFT
                else:
                    continue
                samples.append((flat(signs_of(document, line), {}), *verdict))
        if judged:
            raise ValueError(f"{piece.id} is cut into other clauses than were judged")
    rows, labels, weights = zip(*samples, strict=True)
    counts = Counter(name for own in rows for name in own)
    frequent = {name for name, count in counts.items() if count >= LINES_SEEN}
    return {"printed": regression(rows, np.array(labels), frequent, 0.2, np.array(weights))}


def genre(pieces: Sequence[Piece]) -> dict[str, Any]:
    """Opinion or not: an L1 penalty leaves few words; no Latin one, which would be the name of a site or a subject."""
    path = data_folder() / "opinion" / "articles.jsonl"
    own = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    tags = data_folder() / "tags" / "tags.dev.jsonl"
    own += [json.loads(line) for line in tags.read_text("utf-8").splitlines()][::2]
    opinion = [Document(article(row["text"]), title=False) for row in own] + [p.document for p in pieces]
    others = [
        document_of(row, title=False)
        for name in ("xwlb_title.train", "xwlb_lead.train", "lctt_dek.train", "vcsum.train")
        for row in rows_of(name)[:OTHERS]
    ]
    documents = [document for document in (*opinion, *others) if document.texts]
    labels = [True] * len(opinion) + [False] * (len(documents) - len(opinion))
    rows = [shares(document) for document in documents]
    counts = Counter(name for row in rows for name in row)
    frequent = {name for name, count in counts.items() if count >= 100}
    return regression(rows, np.array(labels), frequent, 2.0, lasso=True)


def shares(document: Document) -> dict[str, float]:
    """Of each Chinese word but nouns and numbers, the share of sentences that hold it."""
    held = (
        {word for word, tag in tagged if tag[0] not in "nmx" and not word.isascii()}
        for tagged in document.in_one_script[1]
    )
    return {word: count / len(document.texts) for word, count in Counter(chain.from_iterable(held)).items()}


def regression(
    rows: Sequence[Any],
    labels: Any,
    names: set[str],
    strength: float,
    weights: Any = None,
    lasso: bool = False,
) -> dict[str, Any]:
    """A logistic regression; weights too small to matter are left out."""
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(
        [{name: value for name, value in own.items() if name in names} for own in rows]
    )
    matrix.indices, matrix.indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)
    fitted = LogisticRegression(
        C=strength, l1_ratio=float(lasso), max_iter=2000, solver="liblinear", random_state=0
    )
    fitted.fit(matrix, labels, sample_weight=weights)
    found = dict(zip(vectorizer.get_feature_names_out(), fitted.coef_[0].tolist(), strict=True))
    kept = {name: round(weight, 3) for name, weight in sorted(found.items()) if abs(weight) >= 0.01}
    return {"start": round(float(fitted.intercept_[0]), 3), "weights": kept}


def learn(
    pieces: Sequence[Piece], marks: Sequence[Mark], decks: Sequence[Piece], comment: dict[str, Any]
) -> dict[str, Any]:
    """All regressions; the package uses them from now on."""
    learned = {"comment": comment, "sentences": train(pieces, decks)}
    use(learned)
    learned["lines"] = line_model((*pieces, *decks), marks)
    use(learned)
    return learned


def use(learned: dict[str, Any]) -> None:
    model.weighing.cache_clear()
    model.weights = lambda _: learned  # type: ignore[assignment]


def check(
    marks: Sequence[Mark], pieces: Sequence[Piece], decks: Sequence[Piece], comment: dict[str, Any]
) -> None:
    from summarize import summarize

    scores = []
    for fold in range(FOLDS):
        others = [number for number, piece in enumerate(pieces) if piece.fold != fold]
        learn([pieces[number] for number in others], [marks[number] for number in others], decks, comment)
        for number, mark in enumerate(marks):
            if number % FOLDS == fold:
                piece = article(mark["text"], title=mark["title"])
                made = summarize(piece, engine="opinion", headline_chars=LINE)
                line = made.headline.text if made.headline.complete else ""
                scores.append(scored(mark, line, [s.text for s in made.paragraph.sentences]))
    print(" ".join(f"{name} {value:.1f}" for name, value in mean(scores).items()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="cross-validate only")
    arguments = parser.parse_args()
    marks = marks_of(data_folder() / "opinion" / "marks.train.jsonl")
    pieces, decks = marked(marks), decked()
    comment = genre(pieces)
    if arguments.check:
        check(marks, pieces, decks, comment)
        return
    learned = learn(pieces, marks, decks, comment)
    models = {"comment": comment, **learned["sentences"], **learned["lines"]}
    print({name: len(one["weights"]) for name, one in models.items()})
    path = ROOT / "summarize" / "data" / "opinion.json"
    path.write_text(json.dumps(learned, ensure_ascii=False, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main()
