"""Who runs against whom: for each stage ours, what others offer, and what bounds it.

`ours` comes first in its group and is what ratios are taken to; `limit` does only what no way of doing the work could
spare. A peer whose package is not installed raises ImportError while it is prepared, and is skipped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Literal, NamedTuple

from benchmarks.speed import work
from benchmarks.speed.alone import all_pairs, hashes_sorted, matched
from benchmarks.speed.work import Work
from seeds import parse_page, seed_page

Role = Literal["ours", "peer", "limit"]


class Contender(NamedTuple):
    """One way to do a piece of work, in a group of ways to do the same.

    `size` is given where the group is about growth. A `process` is measured from outside, by itself.
    """

    group: str
    name: str
    role: Role
    prepare: Callable[[], Work]
    size: int = 0
    process: bool = False

    @property
    def id(self) -> str:
        """Its name among all."""
        return f"{self.group}: {self.name}" + f", {self.size:,}" * bool(self.size)


def stages() -> Iterator[Contender]:
    """Each stage beside its peers."""
    text = seed_page().text
    yield Contender("reading a page", "oped", "ours", lambda: partial(parse_page, text))
    yield Contender("reading a page", "jieba only cuts it", "peer", lambda: work.jieba_cuts(lambda: [text]))
    yield Contender(
        "reading a page", "each character once", "limit", lambda: partial(work.every_character, text)
    )
    yield Contender("reading a page", "copied in memory", "limit", lambda: partial(bytearray, text.encode()))

    for engine in ("learned", "graph", "lead"):
        yield Contender("paragraph", engine, "ours", partial(work.our_paragraphs, engine))
    yield Contender("paragraph", "jiagu", "peer", work.jiagu)
    for module, kind in (("sum_basic", "SumBasic"), ("lex_rank", "LexRank"), ("lsa", "Lsa")):
        yield Contender("paragraph", f"sumy {kind}", "peer", partial(work.sumy, module, kind, 2))
    yield Contender("paragraph", "textrank4zh", "peer", partial(work.textrank4zh, 2))
    yield Contender("paragraph", "snownlp", "peer", partial(work.snownlp, "summary", 2))
    yield Contender("paragraph", "words and tags", "limit", partial(work.rjieba_tags, work.bodies))

    for engine in ("learned", "graph"):
        yield Contender("headline", engine, "ours", partial(work.our_headlines, engine))
    yield Contender("headline", "sumy LexRank", "peer", partial(work.sumy, "lex_rank", "LexRank", 1))
    yield Contender("headline", "textrank4zh", "peer", partial(work.textrank4zh, 1))
    yield Contender("headline", "words and tags", "limit", partial(work.rjieba_tags, work.bodies))

    yield Contender("key terms", "oped", "ours", work.our_terms)
    yield Contender("key terms", "jieba extract_tags", "peer", partial(work.jieba_terms, "extract_tags"))
    yield Contender("key terms", "jieba textrank", "peer", partial(work.jieba_terms, "textrank"))
    yield Contender("key terms", "snownlp keywords", "peer", partial(work.snownlp, "keywords", 20))
    yield Contender("key terms", "words and tags", "limit", partial(work.rjieba_tags, work.bodies))

    yield Contender("likeness of all", "oped", "ours", work.our_likeness)
    yield Contender("likeness of all", "TF-IDF, jieba", "peer", work.tfidf_likeness)
    yield Contender("likeness of all", "snownlp sim", "peer", work.snownlp_likeness)
    yield Contender("likeness of all", "words and tags", "limit", partial(work.rjieba_tags, work.bodies))

    yield Contender("phrases of a page", "oped", "ours", work.our_phrases)
    yield Contender(
        "phrases of a page", "difflib", "peer", lambda: partial(all_pairs, matched, work.pieces())
    )
    yield Contender("phrases of a page", "rapidfuzz LCS", "peer", lambda: work.rapidfuzz_pairs(work.pieces()))
    yield Contender("phrases of a page", "chinesetextreuse", "peer", lambda: work.seeded_pairs(work.pieces()))
    yield Contender(
        "phrases of a page", "sorted hashes", "limit", lambda: partial(hashes_sorted, work.pieces())
    )

    yield Contender("devices of a page", "oped", "ours", work.our_rhetoric)
    yield Contender("devices of a page", "jieba only tags it", "peer", partial(work.jieba_tags, work.pieces))
    yield Contender("devices of a page", "words and tags", "limit", partial(work.rjieba_tags, work.pieces))

    yield Contender("report of a page", "oped", "ours", work.our_report)
    yield Contender("report of a page", "packages by hand", "peer", work.by_hand)
    yield Contender("report of a page", "words and tags", "limit", partial(work.rjieba_tags, work.pieces))


def processes() -> Iterator[Contender]:
    """New processes, whose memory is measured as well."""
    version, report = "start of --version", "start of report"
    bare = work.importing("numpy", "rich.console", "rich.table")
    alone: tuple[tuple[str, str, Role, Work], ...] = (
        (version, "oped", "ours", work.process("-m", "oped", "--version")),
        (version, "python alone", "limit", work.process("-c", "pass")),
        (report, "oped", "ours", work.process("-m", "oped", "report")),
        (report, "import textrank4zh", "peer", work.importing("textrank4zh")),
        (report, "import snownlp", "peer", work.importing("snownlp")),
        (report, "import numpy, rich", "limit", bare),
    )
    for group, name, role, started in alone:
        yield Contender(group, name, role, partial(work.same, started), process=True)
    hundred = "corpus of 100 articles"
    yield Contender(hundred, "oped corpus", "ours", partial(work.our_corpus, 100), process=True)
    yield Contender(
        hundred, "difflib, all pairs", "peer", partial(work.in_process, "difflib", 100), process=True
    )
    thousand = "corpus of 1,000 articles"
    yield Contender(thousand, "oped corpus", "ours", partial(work.our_corpus, 1000), process=True)
    yield Contender(
        thousand, "datasketch MinHash", "peer", partial(work.datasketch_corpus, 1000), process=True
    )
    yield Contender(
        thousand, "sorted hashes", "limit", partial(work.in_process, "sorted", 1000), process=True
    )


def growth() -> Iterator[Contender]:
    """The same work in three sizes."""
    for size in (1, 10, 100):
        yield Contender("growth: pages read", "oped", "ours", partial(work.reading, size), size)
    for size in (1, 2, 4):
        yield Contender("growth: pages reported", "oped", "ours", partial(work.report_of, size), size)
