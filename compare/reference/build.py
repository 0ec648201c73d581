"""Make a reference corpus of texts: count their n-grams, find their set phrases, calibrate what they share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from compare.mining.formulas import held_phrases
from compare.mining.symbols import Lettered
from compare.reference.calibrating import calibrate, calibrate_themes
from compare.reference.corpus import Codes, Counts, Hashes, ReferenceCorpus
from compare.reuse.fold import BREAK, fold, folded
from compare.reuse.hashes import prefix_hashes
from compare.reuse.table import Table
from seeds.errors import UsageError

OCCURRENCE_ORDER = 3
"""Up to this order n-grams are counted wherever they stand, longer ones once an item: short ones stand many
times in one item and would saturate, long ones repeat in an item only because the item repeats itself."""

KEPT = {2: 3, 3: 4, 4: 4, 6: 10, 8: 8, 12: 8, 16: 8}
"""The orders in the table, and the count from which an n-gram is in it."""

MOST_KEYS = 1_600_000
"""N-grams in a table; with more, the rarest of each order are left out. It keeps the file under 4 MB."""

SHORTEST = 5
"""Characters of a set phrase, at least: shorter ones are too common to be told from words."""

MOST_TEXTS = 300
"""Texts that theme scores are calibrated on, at most."""

LEAST_ITEMS = 3
"""Items of the corpus that hold a set phrase, at least; in a large one it is one in a thousand."""


def build_reference(
    docs: Iterable[str], *, name: str = "corpus", most_keys: int = MOST_KEYS
) -> ReferenceCorpus:
    """The background of a corpus, a text an item.

    Needs memory for about 60 bytes a character. Raises `UsageError` for a corpus without text.
    """
    stop = np.array([BREAK], dtype=np.uint32)
    parts: list[Codes] = []
    texts = list(docs)
    for text in texts:
        codes = fold(text)
        codes = codes[codes != 0]
        if len(codes):
            parts += [codes, stop]
    if not parts:
        raise UsageError("a background needs text: the corpus has none")
    codes = np.concatenate(parts)
    letters, frequency = np.unique(codes[codes != BREAK], return_counts=True)
    counted = dict(_counted(codes, tuple(KEPT)))
    factor = 1.0
    while True:
        kept = {order: max(2, round(count * factor)) for order, count in KEPT.items()}
        if sum(int((counted[order][1] >= count).sum()) for order, count in kept.items()) <= most_keys:
            break
        factor *= 1.1
    chosen = {order: counted[order][1] >= count for order, count in kept.items()}
    hashes = [counted[order][0][chosen[order]] for order in kept]
    counts = [counted[order][1][chosen[order]] for order in kept]
    table = Table.build(hashes, counts, list(kept))
    items, characters = len(parts) // 2, int(frequency.sum())
    least = max(LEAST_ITEMS, round(items / 1000))
    numbered = Lettered.of((str(number), folded(text)) for number, text in enumerate(texts))
    rates = {
        phrase.text: float(f"{1e6 * phrase.df / characters:.3g}")
        for phrase, _, _ in held_phrases(numbered, least_docs=least)
        if phrase.length >= SHORTEST
    }
    made = ReferenceCorpus(name, items, characters, letters, frequency, kept, table, rates)
    some = [("", text) for text in texts[:: -(-len(texts) // MOST_TEXTS)]]
    return replace(made, calibration=calibrate(texts, made), themes=calibrate_themes(some))


def _counted(codes: Codes, orders: tuple[int, ...]) -> Iterator[tuple[int, tuple[Hashes, Counts]]]:
    """For each order its n-grams, hashed, and their counts."""
    item = np.cumsum(codes == BREAK)
    for order, hashes in enumerate(prefix_hashes(codes, max(orders)), 1):
        if order not in orders:
            continue
        inside = item[: len(hashes)] == item[order - 1 : order - 1 + len(hashes)]
        inside &= codes[: len(hashes)] != BREAK
        inside &= codes[order - 1 : order - 1 + len(hashes)] != BREAK
        keys, items = hashes[inside], item[: len(hashes)][inside]
        order_of = np.argsort(keys, kind="stable")
        keys, items = keys[order_of], items[order_of]
        if not len(keys):
            yield order, (keys, np.zeros(0, dtype=np.int64))
            continue
        fresh = np.append(True, keys[1:] != keys[:-1])
        start = np.flatnonzero(fresh)
        if order > OCCURRENCE_ORDER:
            fresh |= np.append(True, items[1:] != items[:-1])
            counts = np.add.reduceat(fresh.astype(np.int64), start) if len(start) else start
        else:
            counts = np.diff(np.append(start, len(keys)))
        yield order, (keys[start], counts)
