"""The work of each contender, prepared: what is loaded and warmed before it counts, and the function that counts.

A peer whose package is not installed raises ImportError while it is prepared.
"""

from __future__ import annotations

import json
import tempfile
import warnings
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from benchmarks.quality.corpora import document_of, rows_of
from benchmarks.speed import child, texts
from benchmarks.speed.alone import all_pairs, matched, seeded
from seeds import parse_page, seed_page
from summarize.budget import Budget
from summarize.rankers import load
from summarize.select import select

Work = Callable[[], Any]
CHARS = 110
DOCUMENTS = 20


@cache
def rows() -> list[dict[str, Any]]:
    """Articles of about a thousand characters: news, or the pieces of the seed page four times."""
    try:
        return rows_of("xwlb_lead.dev")[:DOCUMENTS]
    except FileNotFoundError:
        return [{"text": piece.body, "title": piece.title} for piece in seed_page()] * (DOCUMENTS // 5)


@cache
def bodies() -> list[str]:
    return [row["text"] for row in rows()]


def each(work: Callable[[str], Any], given: Sequence[str]) -> Work:
    """The work done on every text, once before it counts."""
    work(given[0])
    return lambda: [work(text) for text in given]


# Yardsticks


def rjieba_tags(given: Callable[[], Sequence[str]]) -> Work:
    import rjieba

    return each(rjieba.tag, given())


def jieba_cuts(given: Callable[[], Sequence[str]]) -> Work:
    import jieba

    jieba.setLogLevel(60)
    return each(jieba.lcut, given())


def jieba_tags(given: Callable[[], Sequence[str]]) -> Work:
    from jieba import posseg

    return each(posseg.lcut, given())


def every_character(text: str) -> int:
    """Decoding, then one look at every character."""
    return sum(map(str.isspace, text.encode().decode()))


# Summaries


def our_paragraphs(engine: str) -> Work:
    def run(given: Sequence[dict[str, Any]]) -> list[str]:
        documents = [document_of(row, title=True) for row in given]
        return [select(doc, load(engine).rank(doc, CHARS), Budget(CHARS)).text for doc in documents]

    run(rows()[:2])
    return lambda: run(rows())


def our_headlines(engine: str) -> Work:
    def run(given: Sequence[dict[str, Any]]) -> list[str]:
        return [load(engine).headline(document_of(row, title=False), 20).text for row in given]

    run(rows()[:2])
    return lambda: run(rows())


def textrank4zh(sentences: int) -> Work:
    """The package as its manual uses it; networkx 3 has to be given the name it lost."""
    import networkx
    import scipy  # noqa: F401  networkx needs it for this
    from textrank4zh import TextRank4Sentence, util

    util.nx = SimpleNamespace(from_numpy_matrix=networkx.from_numpy_array, pagerank=networkx.pagerank)
    with warnings.catch_warnings():  # about a file it leaves open
        warnings.simplefilter("ignore")
        ranker = TextRank4Sentence()

    def work(text: str) -> Any:
        ranker.analyze(text=text, lower=True, source="all_filters")
        return ranker.get_key_sentences(num=sentences)

    return each(work, bodies())


def snownlp(method: str, *arguments: Any) -> Work:
    from snownlp import SnowNLP

    return each(lambda text: getattr(SnowNLP(text), method)(*arguments), bodies())


def sumy(module: str, kind: str, sentences: int) -> Work:
    from importlib import import_module

    summarizer = getattr(import_module(f"sumy.summarizers.{module}"), f"{kind}Summarizer")()
    from sumy.nlp.tokenizers import Tokenizer
    from sumy.parsers.plaintext import PlaintextParser

    tokenizer = Tokenizer("chinese")
    return each(
        lambda text: summarizer(PlaintextParser.from_string(text, tokenizer).document, sentences), bodies()
    )


def jiagu() -> Work:
    import jiagu as package

    return each(lambda text: package.summarize(text, 2), bodies())


# Themes


def our_terms() -> Work:
    from compare.themes import profile

    return each(profile, bodies())


def jieba_terms(method: str) -> Work:
    from jieba import analyse

    return each(partial(getattr(analyse, method), topK=20), bodies())


def our_likeness() -> Work:
    from compare.themes import profile, scores

    def run() -> Any:
        return scores([profile(text) for text in bodies()])

    run()
    return run


def tfidf_likeness() -> Work:
    import jieba
    from sklearn.feature_extraction.text import TfidfVectorizer

    jieba.setLogLevel(60)

    def run() -> Any:
        found = TfidfVectorizer(tokenizer=jieba.lcut, token_pattern=None).fit_transform(bodies())
        return (found @ found.T).toarray()

    run()
    return run


def snownlp_likeness() -> Work:
    from snownlp import SnowNLP

    def run() -> Any:
        words = [SnowNLP(text).words for text in bodies()]
        return [SnowNLP(words).sim(query) for query in words]

    return run


# Phrases, rhetoric, report, reading


@cache
def pieces() -> list[str]:
    return [piece.body for piece in seed_page()]


def our_phrases() -> Work:
    from compare import compare_all

    page = seed_page()
    compare_all(page)
    return lambda: compare_all(page)


def rapidfuzz_pairs(given: Sequence[str]) -> Work:
    from rapidfuzz.distance import LCSseq

    return partial(all_pairs, LCSseq.opcodes, given)


def seeded_pairs(given: Sequence[str]) -> Work:
    import rapidfuzz  # noqa: F401

    return partial(all_pairs, seeded, given)


def our_rhetoric() -> Work:
    from compare.rhetoric import rhetoric

    page = seed_page()
    rhetoric(page.pieces[0])
    return lambda: [rhetoric(piece) for piece in page]


def our_report() -> Work:
    from oped.reports import make_report
    from oped.reports.forms.terminal import plain
    from oped.reports.views.glance import glance
    from oped.words import Labels

    page, label = seed_page(), Labels("en")

    def run() -> str:
        return plain(glance(make_report([page]), label), 120)

    run()
    return run


def by_hand() -> Work:
    """What a script made of the two packages and difflib would do for a page: summaries and shared runs."""
    textrank4zh(1)
    from snownlp import SnowNLP
    from textrank4zh import TextRank4Sentence

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        ranker = TextRank4Sentence()

    def run() -> Any:
        for text in pieces():
            ranker.analyze(text=text, lower=True, source="all_filters")
            SnowNLP(text).summary(2)
        return all_pairs(matched, pieces())

    return run


# Processes


def process(*arguments: str) -> Work:
    return lambda: child.run("-W", "ignore", *arguments)


def importing(*modules: str) -> Work:
    return process("-c", f"import {', '.join(modules)}")


def same(work: Work) -> Work:
    """Work that needs no preparation."""
    return work


@cache
def corpus_file(number: int) -> Path:
    """The corpus as JSON Lines, in a folder that goes with the process."""
    path = Path(_folder().name) / f"{number}.jsonl"
    rows = ({"id": str(at), "text": text} for at, text in enumerate(texts.articles(number)))
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory()


def our_corpus(number: int) -> Work:
    path = corpus_file(number)
    return process("-m", "oped", "corpus", str(path), "--out", str(path.with_suffix(".shared")))


def in_process(what: str, number: int) -> Work:
    """One of `benchmarks.speed.alone` on a corpus, in a process of its own."""
    return process("-m", "benchmarks.speed.alone", what, str(corpus_file(number)))


def datasketch_corpus(number: int) -> Work:
    import datasketch  # noqa: F401

    return in_process("minhash", number)


def reading(number: int) -> Work:
    return partial(parse_page, "\n\n".join(texts.pages(number)))


def report_of(number: int) -> Work:
    from oped.reports import make_report

    read = [parse_page(text) for text in texts.pages(number)]
    return partial(make_report, read)
