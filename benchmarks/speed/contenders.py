"""Who runs against whom: for each stage ours, what others offer, and what bounds it.

A contender is prepared once (imports, models, texts) and gives a function that does the work. `ours` comes first in
its group and is what ratios are taken to; `limit` does only what no way of doing the work could spare; `part` is the
same work broken off after a step, so that differences tell where the time goes.
A peer whose package is not installed raises ImportError while it is prepared, and is skipped.
"""

from __future__ import annotations

import io
import json
import tempfile
import warnings
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Literal, NamedTuple

from benchmarks.quality.corpora import document_of, rows_of
from benchmarks.speed import child, texts
from benchmarks.speed.alone import all_pairs, hashes_sorted, matched
from seeds import parse_page, seed_page
from summarize.budget import Budget
from summarize.document import Document
from summarize.rankers import load
from summarize.select import select

Work = Callable[[], Any]
Role = Literal["ours", "peer", "limit", "part"]
CHARS = 110
DOCUMENTS = 20


class Contender(NamedTuple):
    """One way to do a piece of work, in a group of ways to do the same.

    `size` is given where the group is about growth. A `process` is measured from outside, by itself. `once` is for
    what takes so long that one round has to do.
    """

    group: str
    name: str
    role: Role
    prepare: Callable[[], Work]
    size: int = 0
    process: bool = False
    once: bool = False

    @property
    def id(self) -> str:
        """Its name among all."""
        return f"{self.group}: {self.name}" + f", {self.size:,}" * bool(self.size)


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


PARTS: dict[str, Callable[[Document], Any]] = {
    "sentences": lambda document: document.texts,
    "words": lambda document: document.tagged,
    "terms": lambda document: document.terms.matrix,
    "centrality": lambda document: document.centrality,
    "ranking": lambda document: load("learned").rank(document, CHARS),
}


def up_to(last: str) -> Work:
    """The steps of a paragraph by `learned`, up to one of them."""
    steps = [*PARTS.values()][: [*PARTS].index(last) + 1]

    def work(row: dict[str, Any]) -> list[Any]:
        document = document_of(row, title=True)
        return [step(document) for step in steps]

    work(rows()[0])
    return lambda: [work(row) for row in rows()]


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


def our_rhetoric() -> Work:
    from compare.rhetoric import rhetoric

    page = seed_page()
    rhetoric(page.pieces[0])
    return lambda: [rhetoric(piece) for piece in page]


def our_report() -> Work:
    from rich.console import Console

    from compare.report import make_report, terminal
    from seeds.catalogue import Labels

    page = seed_page()

    def run() -> str:
        plain = io.StringIO()
        Console(file=plain, width=120, no_color=True).print(
            terminal.report(make_report([page]), Labels("en"))
        )
        return plain.getvalue()

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
    return process("-m", "compare", "corpus", str(path), "--out", str(path.with_suffix(".shared")))


def in_process(what: str, number: int) -> Work:
    """One of `benchmarks.speed.alone` on a corpus, in a process of its own."""
    return process("-m", "benchmarks.speed.alone", what, str(corpus_file(number)))


def datasketch_corpus(number: int) -> Work:
    import datasketch  # noqa: F401

    return in_process("minhash", number)


def reading(number: int) -> Work:
    return partial(parse_page, "\n\n".join(texts.pages(number)))


def difflib_growth(number: int) -> Work:
    return partial(all_pairs, matched, texts.articles(number))


# All of them


def stages() -> Iterator[Contender]:
    """Each stage beside its peers."""
    text = seed_page().text
    yield Contender("reading a page", "oped", "ours", lambda: partial(parse_page, text))
    yield Contender("reading a page", "jieba only cuts it", "peer", lambda: jieba_cuts(lambda: [text]))
    yield Contender("reading a page", "each character once", "limit", lambda: partial(every_character, text))
    yield Contender("reading a page", "copied in memory", "limit", lambda: partial(bytearray, text.encode()))

    for engine in ("learned", "graph", "lead"):
        yield Contender("paragraph", engine, "ours", partial(our_paragraphs, engine))
    yield Contender("paragraph", "jiagu", "peer", jiagu)
    for module, kind in (("sum_basic", "SumBasic"), ("lex_rank", "LexRank"), ("lsa", "Lsa")):
        yield Contender("paragraph", f"sumy {kind}", "peer", partial(sumy, module, kind, 2))
    yield Contender("paragraph", "textrank4zh", "peer", partial(textrank4zh, 2))
    yield Contender("paragraph", "snownlp", "peer", partial(snownlp, "summary", 2))
    yield Contender("paragraph", "words and tags", "limit", partial(rjieba_tags, bodies))

    for step in PARTS:
        yield Contender("parts of a paragraph", f"up to {step}", "part", partial(up_to, step))

    for engine in ("learned", "graph"):
        yield Contender("headline", engine, "ours", partial(our_headlines, engine))
    yield Contender("headline", "sumy LexRank", "peer", partial(sumy, "lex_rank", "LexRank", 1))
    yield Contender("headline", "textrank4zh", "peer", partial(textrank4zh, 1))
    yield Contender("headline", "words and tags", "limit", partial(rjieba_tags, bodies))

    yield Contender("key terms", "oped", "ours", our_terms)
    yield Contender("key terms", "jieba extract_tags", "peer", partial(jieba_terms, "extract_tags"))
    yield Contender("key terms", "jieba textrank", "peer", partial(jieba_terms, "textrank"))
    yield Contender("key terms", "snownlp keywords", "peer", partial(snownlp, "keywords", 20))
    yield Contender("key terms", "words and tags", "limit", partial(rjieba_tags, bodies))

    yield Contender("likeness of all", "oped", "ours", our_likeness)
    yield Contender("likeness of all", "TF-IDF, jieba", "peer", tfidf_likeness)
    yield Contender("likeness of all", "snownlp sim", "peer", snownlp_likeness)
    yield Contender("likeness of all", "words and tags", "limit", partial(rjieba_tags, bodies))

    yield Contender("phrases of a page", "oped", "ours", our_phrases)
    yield Contender("phrases of a page", "difflib", "peer", lambda: partial(all_pairs, matched, pieces()))
    yield Contender("phrases of a page", "rapidfuzz LCS", "peer", lambda: rapidfuzz_pairs(pieces()))
    yield Contender("phrases of a page", "sorted hashes", "limit", lambda: partial(hashes_sorted, pieces()))

    yield Contender("devices of a page", "oped", "ours", our_rhetoric)
    yield Contender("devices of a page", "jieba only tags it", "peer", partial(jieba_tags, pieces))
    yield Contender("devices of a page", "words and tags", "limit", partial(rjieba_tags, pieces))

    yield Contender("report of a page", "oped", "ours", our_report)
    yield Contender("report of a page", "packages by hand", "peer", by_hand)
    yield Contender("report of a page", "words and tags", "limit", partial(rjieba_tags, pieces))


def processes() -> Iterator[Contender]:
    """New processes, whose memory is measured as well."""
    version, report = "start of --version", "start of report"
    bare = importing("numpy", "rich.console", "rich.table")
    rows: tuple[tuple[str, str, Role, Work], ...] = (
        (version, "oped", "ours", process("-m", "compare", "--version")),
        (version, "python alone", "limit", process("-c", "pass")),
        (report, "oped", "ours", process("-m", "compare", "report")),
        (report, "import textrank4zh", "peer", importing("textrank4zh")),
        (report, "import snownlp", "peer", importing("snownlp")),
        (report, "import numpy, rich", "limit", bare),
    )
    for group, name, role, work in rows:
        yield Contender(group, name, role, partial(same, work), process=True)
    hundred = "corpus of 100 articles"
    yield Contender(hundred, "oped corpus", "ours", partial(our_corpus, 100), process=True)
    yield Contender(hundred, "difflib, all pairs", "peer", partial(in_process, "difflib", 100), process=True)
    thousand = "corpus of 1,000 articles"
    yield Contender(thousand, "oped corpus", "ours", partial(our_corpus, 1000), process=True)
    yield Contender(thousand, "datasketch MinHash", "peer", partial(datasketch_corpus, 1000), process=True)
    yield Contender(thousand, "sorted hashes", "limit", partial(in_process, "sorted", 1000), process=True)


def growth() -> Iterator[Contender]:
    """The same work in three sizes."""
    for size in (1, 10, 100):
        yield Contender("growth: pages read", "oped", "ours", partial(reading, size), size)
    for size in (1, 2, 4):
        yield Contender("growth: pages reported", "oped", "ours", partial(report_of, size), size)
    group = "growth: corpus"
    for size in (100, 1000, 10_000):
        yield Contender(
            group, "oped corpus", "ours", partial(our_corpus, size), size, process=True, once=size > 1000
        )
    for size in (25, 50, 100):
        yield Contender(group, "difflib, all pairs", "peer", partial(difflib_growth, size), size)


def report_of(number: int) -> Work:
    from compare.report import make_report

    read = [parse_page(text) for text in texts.pages(number)]
    return partial(make_report, read)
