"""Summaries against references: ROUGE of engines, with intervals, between a baseline and a bound.

Beside the engines stand `lead`, what the beginning of the text gets, and `oracle`, what choosing greedily with the
reference in hand gets (Nallapati, Zhai and Zhou 2017). See `summarize.scores` for intervals and differences.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from seeds.display import Displayed
from seeds.errors import InputError, UsageError
from seeds.language.tokens import Tokenizer
from seeds.page import Paragraph, Piece, Span
from seeds.signature import signature
from seeds.whole_file import whole_file
from summarize.api import HEADLINE_CHARS
from summarize.budget import CHARS, Budget
from summarize.compress import candidates
from summarize.document import Document
from summarize.rankers import DEFAULT, Engine, load
from summarize.rouge import Rouge, rouge
from summarize.scores import SystemScores, rows_of, score, values
from summarize.select import select

Task = Literal["headline", "paragraph"]


@dataclass(frozen=True, slots=True)
class Evaluation(Displayed):
    """The scores of the engines, of `lead` and of `oracle` on the same documents, each beside the first one."""

    reference: str
    task: Task
    signature: str
    documents: int
    systems: tuple[SystemScores, ...]

    def to_dict(self) -> dict[str, Any]:
        """The `oped/evaluation/1` schema."""
        return {
            "schema": "oped/evaluation/1",
            "reference": self.reference,
            "task": self.task,
            "signature": self.signature,
            "documents": self.documents,
            "systems": [system.to_dict() for system in self.systems],
        }


@dataclass(frozen=True, slots=True)
class Reference:
    """One document to summarise and the summary it should have."""

    id: Any
    document: Document
    summary: str


def evaluate(
    reference: Path | str,
    *,
    engine: str | Sequence[str] = DEFAULT,
    task: Task = "paragraph",
    chars: int | None = None,
    title: bool = True,
    predictions: Path | str | None = None,
    tokenizer: Tokenizer | None = None,
) -> Evaluation:
    """Summarise the rows of a JSONL file and score what comes out.

    Rows hold `id`, `text`, `summary` and, if there is one, `title`. The headline task never sees a title, which
    would be the answer; the paragraph task does unless `title=False`. `engine` is one engine or several, which are
    then compared with the first. `chars` is the budget: 120 for paragraphs and 20 for headlines if nothing is said.
    With `predictions` the summaries of the first engine are written there as rows of `id` and `summary`. Raises
    `InputError` for a file that cannot be read or written or a row without these fields, `UsageError` for a task,
    engine or budget that makes no sense, `EngineUnavailableError` as `summarize` does.
    """
    if task not in ("headline", "paragraph"):
        raise UsageError(f"there is no task '{task}': choose headline or paragraph")
    budget = Budget(chars if chars is not None else CHARS if task == "paragraph" else HEADLINE_CHARS)
    seen = title and task == "paragraph"
    names = list(dict.fromkeys([engine] if isinstance(engine, str) else engine))
    if not names:
        raise UsageError("no engine is named: name one at least")
    engines = {name: load(name) for name in (*names, "lead")}
    rows = list(_references(Path(reference), seen, tokenizer))
    if not rows:
        raise InputError(f"{reference} holds no rows: give a file with one JSON object a line")
    made = {name: [_summary(each, row, task, budget) for row in rows] for name, each in engines.items()}
    made["oracle"] = [oracle(row.document, row.summary, task, int(budget.amount)) for row in rows]
    if predictions is not None:
        _write(Path(predictions), rows, made[names[0]])
    references = [row.summary for row in rows]
    first = values(made[names[0]], references)
    return Evaluation(
        reference=Path(reference).name,
        task=task,
        signature=signature(
            rows[0].document.tokenizer,
            engine="+".join(names),
            task=task,
            chars=int(budget.amount),
            title=seen,
        ),
        documents=len(rows),
        systems=tuple(
            score(name, texts, references, None if name == names[0] else first)
            for name, texts in made.items()
        ),
    )


def oracle(document: Document, reference: str, task: Task, chars: int) -> str:
    """The best that choosing can do: whole sentences, greedily, or the one best line."""
    if task == "headline":
        lines = [
            line.text
            for number, tagged in enumerate(document.tagged)
            for line in candidates(tagged, number, chars)
        ]
        return max(lines, key=lambda line: sum(rouge(line, reference)), default="")
    chosen: set[int] = set()
    best = Rouge(0.0, 0.0, 0.0)
    while True:
        room = chars - sum(len(document.texts[number]) for number in chosen)
        found = None
        for number, text in enumerate(document.texts):
            if number in chosen or len(text) > room:
                continue
            scores = rouge(_joined(document, {*chosen, number}), reference)
            if sum(scores) > sum(best):
                best, found = scores, number
        if found is None:
            return _joined(document, chosen)
        chosen.add(found)


def _joined(document: Document, numbers: set[int]) -> str:
    return "".join(document.texts[number] for number in sorted(numbers))


def _summary(engine: Engine, row: Reference, task: Task, budget: Budget) -> str:
    if task == "headline":
        return engine.headline(row.document, int(budget.amount)).text
    ranking = engine.rank(row.document, budget.in_characters(row.document))
    return select(row.document, ranking, budget).text


def _references(path: Path, title: bool, tokenizer: Tokenizer | None) -> Iterator[Reference]:
    for number, row in rows_of(path, ("id", "text", "summary")):
        fields = row["text"], row["summary"], row.get("title") or ""
        if not all(isinstance(field, str) for field in fields):
            raise InputError(f'{path}, line {number}: "text", "summary" and "title" must be strings')
        text, summary, heading = fields
        piece = Piece(number, heading, tuple(_paragraphs(text)))
        yield Reference(row["id"], Document(piece, title=title, tokenizer=tokenizer), summary)


def _paragraphs(text: str) -> Iterator[Paragraph]:
    """A paragraph a line: rows hold the text of one article, there is no page to read."""
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield Paragraph(line, (Span(at, at + len(line)),))
        at += len(line) + 1


def _write(path: Path, rows: Sequence[Reference], summaries: Sequence[str]) -> None:
    pairs = zip(rows, summaries, strict=True)
    text = "".join(
        json.dumps({"id": row.id, "summary": summary}, ensure_ascii=False) + "\n" for row, summary in pairs
    )
    try:
        with whole_file(path) as file:
            file.write(text.encode("utf-8", "backslashreplace"))  # the JSON escape of a lone surrogate
    except OSError as problem:
        raise InputError(
            f"cannot write {str(path)!r}: {problem.strerror}; name another file by --predictions"
        ) from problem
