"""Documents a second of the summary engines beside their peers, on one thread and in one run.

    OMP_NUM_THREADS=1 python -m pytest benchmarks/speed/test_summaries.py --benchmark-enable --benchmark-only

One round summarises forty broadcast items of about a thousand characters, from text to paragraph; without the
evaluation data it takes the pieces of the seed page. Peers run whole, with their own splitting and words: sumy as
it comes, textrank4zh by the adapter. `stages` shows where the time goes.
"""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.quality.corpora import document_of, rows_of
from seeds import seed_page
from seeds.tokens import default_tokenizer
from summarize.budget import Budget
from summarize.document import Document
from summarize.rankers import load
from summarize.ranking import Ranking
from summarize.select import select

CHARS = 110
DOCUMENTS = 40


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    try:
        return rows_of("xwlb_lead.dev")[:DOCUMENTS]
    except FileNotFoundError:
        return [{"text": piece.body, "title": piece.title} for piece in seed_page()]


def summaries(rows: list[dict[str, Any]], engine: str) -> list[str]:
    made = []
    for row in rows:
        document = document_of(row, title=True)
        made.append(select(document, load(engine).rank(document, CHARS), Budget(CHARS)).text)
    return made


@pytest.mark.benchmark(group="paragraphs")
@pytest.mark.parametrize("engine", ["learned", "graph", "lead"])
def test_ours(benchmark, rows, engine):
    summaries(rows[:2], engine)
    assert all(benchmark(summaries, rows, engine))


@pytest.mark.benchmark(group="paragraphs", max_time=0.1, min_rounds=2)
def test_textrank4zh(benchmark, rows):
    summaries(rows[:2], "textrank4zh")
    assert all(benchmark(summaries, rows, "textrank4zh"))


@pytest.mark.benchmark(group="paragraphs")
@pytest.mark.parametrize("name", ["sum_basic.SumBasic", "lex_rank.LexRank"])
def test_sumy(benchmark, rows, name):
    pytest.importorskip("sumy")
    from importlib import import_module

    from sumy.nlp.tokenizers import Tokenizer
    from sumy.parsers.plaintext import PlaintextParser

    module, _, kind = name.partition(".")
    summarizer = getattr(import_module(f"sumy.summarizers.{module}"), f"{kind}Summarizer")()
    tokenizer = Tokenizer("chinese")

    def run() -> list[Any]:
        documents = [PlaintextParser.from_string(row["text"], tokenizer).document for row in rows]
        return [summarizer(document, 2) for document in documents]

    run()
    assert all(benchmark(run))


@pytest.mark.benchmark(group="headlines")
@pytest.mark.parametrize("engine", ["learned", "graph"])
def test_headlines(benchmark, rows, engine):
    def run() -> list[str]:
        return [load(engine).headline(document_of(row, title=False), 20).text for row in rows]

    assert all(benchmark(run))


@pytest.mark.benchmark(group="stages of a paragraph")
@pytest.mark.parametrize("stage", ["sentences", "words", "terms", "centrality", "ranking", "selection"])
def test_stages(benchmark, rows, stage):
    engine = load("learned")

    def prepared() -> tuple[tuple[list[tuple[Document, Ranking | None]]], dict[str, Any]]:
        ready = []
        for row in rows:
            document = document_of(row, title=True)
            ranking = None
            if stage != "sentences":
                _ = document.texts
            if stage in ("centrality", "ranking", "selection"):
                _ = document.tagged, document.terms
            if stage in ("ranking", "selection"):
                _ = document.centrality
            if stage == "selection":
                ranking = engine.rank(document, CHARS)
            ready.append((document, ranking))
        return (ready,), {}

    def run(ready: list[tuple[Document, Ranking | None]]) -> int:
        done = 0
        for document, ranking in ready:
            if stage == "sentences":
                done += len(document.texts)
            elif stage == "words":
                done += len(document.tagged)
            elif stage == "terms":
                done += len(document.terms.terms)
            elif stage == "centrality":
                done += len(document.centrality)
            elif ranking is None:
                done += len(engine.rank(document, CHARS).scores)
            else:
                done += len(select(document, ranking, Budget(CHARS)).sentences)
        return done

    default_tokenizer().tag("热")
    assert benchmark.pedantic(run, setup=prepared, rounds=10) > 0
