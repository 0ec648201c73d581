"""Tables as columns: the form in which every step of the corpus pipeline takes and gives them, on every engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Columns = dict[str, NDArray[Any]]
"""Arrays of one length by name; a BLOB column is an array of `bytes` objects."""

TYPES = {"BIGINT": np.int64, "INTEGER": np.int32, "SMALLINT": np.int16, "DOUBLE": np.float64, "BLOB": object}
"""SQL types that columns have, in DuckDB and Spark alike, and what they are in numpy."""

ARTICLES = {
    "article": "INTEGER",
    "id": "BLOB",
    "digest": "BLOB",
    "text": "BLOB",
    "date": "BLOB",
    "title": "BLOB",
    "source": "BLOB",
    "author": "BLOB",
    "size": "INTEGER",
    "codes": "BLOB",
    "dropped": "BLOB",
    "bits": "BLOB",
    "edges": "BLOB",
    "page": "BLOB",
}
"""An article made ready: see `compare.corpus.articles`."""

POSTINGS = {
    "hash": "BIGINT",
    "article": "INTEGER",
    "place": "INTEGER",
    "head": "SMALLINT",
    "last": "SMALLINT",
}
"""A window of characters: where it stands, and the bits of all its characters but the last, and of the last. The hash
of a wide window is odd, that of a short one even."""

ROWS = {
    "a": "INTEGER",
    "b": "INTEGER",
    "sa": "INTEGER",
    "ea": "INTEGER",
    "sb": "INTEGER",
    "eb": "INTEGER",
    "near": "SMALLINT",
    "bits": "DOUBLE",
    "places": "BIGINT",
    "text_a": "BLOB",
    "text_b": "BLOB",
}
"""A passage that two articles share; `places` is the product of their sizes."""


def columns(schema: Mapping[str, str], rows: Sequence[Sequence[Any]] = ()) -> Columns:
    """Rows as columns of a schema."""
    made: Columns = {}
    for at, (name, kind) in enumerate(schema.items()):
        made[name] = np.empty(len(rows), dtype=TYPES[kind])
        made[name][:] = [row[at] for row in rows]
    return made


KNOWN = {
    "a": "INTEGER",
    "b": "INTEGER",
    "hits": "BIGINT",
    "masked_a": "BIGINT",
    "mask_a": "BIGINT",
    "masked_b": "BIGINT",
    "mask_b": "BIGINT",
}
"""A pair that has been aligned, and on what evidence."""
