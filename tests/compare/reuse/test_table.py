"""A table whose first try fails is built with another seed, and says so."""

import numpy as np

from compare.reuse.table import Table


def test_keys_that_cannot_be_told_apart_get_another_seed():
    tables = {}
    for size in range(240, 300):
        keys = np.arange(1, size + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        table = tables[size] = Table.build([keys], [np.arange(1, size + 1) % 16 + 1], [2])
        assert table.top(keys, 2).tolist() == [n % 16 + 1 for n in range(1, size + 1)]
    assert {table.seed for table in tables.values()} > {0}, "some of sixty tables need a second try"


def test_an_empty_table_knows_nothing():
    none = np.zeros(0, dtype=np.uint64)
    table = Table.build([none], [np.zeros(0, dtype=np.int64)], [2])
    assert table.top(np.arange(9, dtype=np.uint64), 2).tolist() == [0] * 9
