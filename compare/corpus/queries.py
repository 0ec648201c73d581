"""What the pipeline asks of its engine: plain SQL that DuckDB and Spark read alike.

Each query is a table of that name for those after it. `articles` and `postings` are there already, and so are `known`
and `found`: the pairs that an earlier run has aligned, and the rows it found.
"""

from __future__ import annotations

from collections.abc import Iterator

from compare.corpus.articles import SCALE
from compare.corpus.columns import KNOWN
from compare.corpus.postings import WINDOW
from compare.reuse.candidates import SLACK

WIDE_MOST = 20
"""Wide windows may stand at so many times the places."""

BOILERPLATE = 0.25
"""Windows at more places than this share of the number of articles, such as the name of the programme in front of every
item, carry no bits."""

BLOCK = 1 << 18
"""Hits of the pairs that are aligned together, about."""

MIX, PRIME = 48_271, 2_147_483_647
"""A generator of numbers (Park and Miller 1988, with the better factor of 1993) that scatters places."""

RANGE, RANGES = 1024, 32
"""Articles that follow each other in the store, at least, and how many such ranges there are at most: the pairs of one
range with another lie in a tile, and a block in one tile, so that it needs few articles besides those of its pairs."""


def queries(articles: int, size: int, expect: float, most: int) -> Iterator[tuple[str, str]]:
    """Names and queries in order, for a corpus of so many `articles`; of a match is asked what one of `size` asks."""
    yield "repeated", "SELECT hash, count(*) AS places FROM postings GROUP BY hash HAVING count(*) > 1"
    yield (
        # Windows that stand in so many places that they are usual here bring nothing together. The wide ones are odd.
        "rare",
        f"SELECT hash FROM repeated WHERE places <= {most} * (1 + {WIDE_MOST - 1} * (hash & 1))",
    )
    yield (
        # What a quarter of the articles say is boilerplate, such as the name of the programme: it has no bits.
        "usual",
        f"""SELECT hash FROM repeated
            WHERE hash & 1 = 0 AND places > {max(most * WIDE_MOST, round(BOILERPLATE * articles))}""",
    )
    yield "masked", "SELECT p.article, p.place FROM postings p JOIN usual u ON p.hash = u.hash"
    yield (
        "masks",
        # What is masked, as a number that other places would hardly have.
        f"""SELECT article, count(*) AS places,
                   CAST(sum((CAST(place AS BIGINT) * {MIX} + 1) % {PRIME} * place % {PRIME}) AS BIGINT) AS squares
           FROM masked GROUP BY article""",
    )
    yield "windows", "SELECT p.* FROM postings p JOIN rare r ON p.hash = r.hash"
    yield (
        "hits",
        """SELECT p.article AS a, q.article AS b, p.place AS pa, q.place AS pb, p.hash & 1 AS wide,
                  least(p.head, q.head) AS head, least(p.last, q.last) AS last
           FROM windows p JOIN windows q ON p.hash = q.hash AND p.article < q.article""",
    )
    yield (
        # A run of equal characters counts the head of its first window and the last character of each. At most so
        # many runs lie on a diagonal: what parts two of them is in as many windows as a window has characters.
        "diagonals",
        f"""SELECT a, b, count(*) AS hits, sum(last) AS last, max(head) * least(count(*),
                   1 + floor((max(pa) - min(pa) + 1 - count(*)) / {WINDOW}.0)) AS head
            FROM hits GROUP BY a, b, pa - pb""",
    )
    yield (
        "weighed",
        "SELECT a, b, sum(hits) AS hits, sum(last) + sum(head) AS bits FROM diagonals GROUP BY a, b",
    )
    yield (
        # See `compare.reuse.candidates.Search.needed`.
        "pairs",
        f"""SELECT w.a, w.b, CAST(w.hits AS BIGINT) AS hits,
                   coalesce(m.places, 0) AS masked_a, coalesce(m.squares, 0) AS mask_a,
                   coalesce(n.places, 0) AS masked_b, coalesce(n.squares, 0) AS mask_b
            FROM weighed w JOIN articles x ON w.a = x.article JOIN articles y ON w.b = y.article
            LEFT JOIN masks m ON w.a = m.article LEFT JOIN masks n ON w.b = n.article
            WHERE w.bits >= {SLACK * SCALE}
                  * log2(CAST(x.size AS DOUBLE) * y.size * {max(1, size - 1)} / {expect!r})""",
    )
    same = " AND ".join(f"p.{name} = k.{name}" for name in KNOWN)
    yield (
        # An alignment rests on both texts, their hits and what is masked in them. Texts stay as they are and a window
        # gets to more places only, so that as many hits are the same hits.
        "done",
        f"SELECT p.a, p.b FROM pairs p JOIN known k ON {same}",
    )
    yield (
        "left_open",
        "SELECT p.a, p.b, p.hits FROM pairs p LEFT JOIN done d ON p.a = d.a AND p.b = d.b WHERE d.a IS NULL",
    )
    width = max(RANGE, -(-articles // RANGES))
    tile = (
        f"CAST(floor(a / {width}) AS BIGINT) * {articles // width + 1} + CAST(floor(b / {width}) AS BIGINT)"
    )
    yield "tiled", f"SELECT a, b, hits, {tile} AS tile FROM left_open"
    yield (
        "before",
        """SELECT tile, a, sum(hits) OVER (PARTITION BY tile ORDER BY a) - hits AS hits
           FROM (SELECT tile, a, sum(hits) AS hits FROM tiled GROUP BY tile, a) counted""",
    )
    yield (
        # The pairs of a tile in their order, so many hits a block.
        "open_pairs",
        f"""SELECT t.a, t.b, t.tile * {1 << 32} + CAST(floor((f.hits
                   + sum(t.hits) OVER (PARTITION BY t.tile, t.a ORDER BY t.b) - 1) / {BLOCK}) AS BIGINT) AS block
            FROM tiled t JOIN before f ON t.tile = f.tile AND t.a = f.a""",
    )
    yield (
        "open_hits",
        "SELECT o.block, h.a, h.b, h.pa, h.pb, h.wide FROM hits h JOIN open_pairs o ON h.a = o.a AND h.b = o.b",
    )


SPENT = (
    "repeated",
    "rare",
    "usual",
    "windows",
    "hits",
    "diagonals",
    "weighed",
    "left_open",
    "tiled",
    "before",
)
"""What no query asks for any more once all are through."""

KEPT_ROWS = "SELECT f.* FROM found f JOIN done d ON least(f.a, f.b) = d.a AND greatest(f.a, f.b) = d.b"
"""The rows of an earlier run that still hold; in a row `a` is the article with the lower id, not the earlier one."""

SORTED_ROWS = """
    SELECT x.id AS a, y.id AS b, r.sa, r.ea, r.sb, r.eb, r.near, r.bits, r.places, r.text_a, r.text_b,
           x.date, y.date, x.source, y.source, x.title, y.title, x.author, y.author
    FROM rows r JOIN articles x ON r.a = x.article JOIN articles y ON r.b = y.article
    ORDER BY 1, 2, 3, 4, 5, 6"""
"""All rows with the ids of their articles, in their order."""
