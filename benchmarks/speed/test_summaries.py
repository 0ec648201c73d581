"""Documents a second of the summary engines beside their peers, on one thread and in one run.

    OMP_NUM_THREADS=1 python -m pytest benchmarks/speed/test_summaries.py --benchmark-enable --benchmark-only

One round summarises forty broadcast items of about a thousand characters, from text to paragraph; without the
evaluation data it takes the pieces of the seed page. Peers run whole, with their own splitting and words;
textrank4zh runs as our engine too. `stages` shows where the time goes.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from benchmarks.quality.corpora import document_of, rows_of
from seeds import seed_page
from seeds.tokens import default_tokenizer
from summarize.budget import Budget
from summarize.document import Document
from summarize.rankers import load
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
def test_textrank4zh_as_engine(benchmark, rows):
    summaries(rows[:2], "textrank4zh")
    assert all(benchmark(summaries, rows, "textrank4zh"))


@pytest.mark.benchmark(group="paragraphs", max_time=0.1, min_rounds=2)
def test_textrank4zh(benchmark, rows, monkeypatch):
    """The package as its manual uses it; networkx 3 has to be given the name it lost."""
    pytest.importorskip("scipy")
    import networkx
    from textrank4zh import TextRank4Sentence, util

    old = SimpleNamespace(from_numpy_matrix=networkx.from_numpy_array, pagerank=networkx.pagerank)
    monkeypatch.setattr(util, "nx", old)
    with warnings.catch_warnings():  # about a file it leaves open
        warnings.simplefilter("ignore")
        ranker = TextRank4Sentence()

    def run() -> list[Any]:
        made = []
        for row in rows:
            ranker.analyze(text=row["text"], lower=True, source="all_filters")
            made.append(ranker.get_key_sentences(num=2))
        return made

    assert all(benchmark(run))


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


STAGES: dict[str, Callable[[Document], Any]] = {
    "sentences": lambda document: document.texts,
    "words": lambda document: document.tagged,
    "terms": lambda document: document.terms.matrix,
    "centrality": lambda document: document.centrality,
    "ranking": lambda document: load("learned").rank(document, CHARS),
}


@pytest.mark.benchmark(group="stages of a paragraph")
@pytest.mark.parametrize("stage", STAGES)
def test_stages(benchmark, rows, stage):
    """Each stage on documents that have the earlier ones behind them."""
    earlier = list(STAGES)[: list(STAGES).index(stage)]

    def prepared() -> tuple[tuple[list[Document]], dict[str, Any]]:
        documents = [document_of(row, title=True) for row in rows]
        for document in documents:
            for name in earlier:
                STAGES[name](document)
        return (documents,), {}

    def run(documents: list[Document]) -> None:
        for document in documents:
            STAGES[stage](document)

    default_tokenizer().tag("热")
    benchmark.pedantic(run, setup=prepared, rounds=10)


@pytest.mark.benchmark(group="stages of a paragraph")
def test_selection(benchmark, rows):
    documents = [document_of(row, title=True) for row in rows]
    rankings = [load("learned").rank(document, CHARS) for document in documents]

    def run() -> list[str]:
        pairs = zip(documents, rankings, strict=True)
        return [select(document, ranking, Budget(CHARS)).text for document, ranking in pairs]

    assert all(benchmark(run))
