"""Reuse in a corpus that is made up for it."""

import random

import pytest

from compare.corpus import find_reuse
from seeds import seed_page
from seeds.errors import UsageError

PASSAGES = [
    "修渠的人早晨五点就出了门，天黑才扛着铁锹回来，谁也没有抱怨过一句",
    "那座旧戏台荒了三十年，今年正月里终于又响起了锣鼓，十里八乡的人都赶来看",
    "卖豆腐的陈婶把账本摊在桌上，一笔一笔念给大家听，念完了满屋子都是笑声",
]


@pytest.fixture(scope="module")
def docs():
    """Forty texts cut from the seed page, some with a passage in common."""
    random.seed(7)
    body = "".join(piece.body.replace("\n", "") for piece in seed_page())
    texts = [body[150 * n : 150 * n + 150] for n in range(40)]
    for n, passage in enumerate(PASSAGES):
        for at in (n, n + 10):
            texts[at] = texts[at][:70] + passage + texts[at][70:]
    return [(f"doc{n}", text) for n, text in enumerate(texts)]


def test_planted_passages_are_found_where_they_stand(docs):
    texts = dict(docs)
    rows = list(find_reuse(docs))
    for n, passage in enumerate(PASSAGES):
        pair = f"doc{n}", f"doc{n + 10}"
        both = [row for row in rows if (row.a, row.b) == pair]
        (row,) = [row for row in both if passage[5:15] in texts[row.a][row.sa : row.ea]]
        assert row.kind == "verbatim"
        assert texts[row.a][row.sa : row.ea] == texts[row.b][row.sb : row.eb]
        assert len(passage) - 3 <= row.ea - row.sa
        assert texts[row.a][row.sa : row.ea] in passage
        assert row.expect < 1e-6


def test_rows_are_reproducible_and_in_the_order_of_the_documents(docs):
    rows = [row.to_dict() for row in find_reuse(docs)]
    assert rows == [row.to_dict() for row in find_reuse(docs)]
    order = [(int(row["a"][3:]), int(row["b"][3:]), row["sa"]) for row in rows]
    assert order == sorted(order)
    assert all(a < b for a, b, _ in order)
    assert set(rows[0]) == {"a", "b", "sa", "ea", "sb", "eb", "kind", "bits", "expect"}


def test_what_every_text_says_is_boilerplate(docs):
    opening = "本栏目由读者来信编成，欢迎批评。"
    marked = [(name, opening + text) for name, text in docs]
    rows = list(find_reuse(marked))
    assert rows
    assert all(row.sa >= len(opening) and row.sb >= len(opening) for row in rows)


def test_a_lower_expect_never_brings_more(docs):
    counts = [len(list(find_reuse(docs, expect=e))) for e in (1e-9, 1e-4, 1e-2)]
    assert counts == sorted(counts)


def test_bad_input():
    assert list(find_reuse([])) == []
    assert list(find_reuse([("a", ""), ("b", "，"), ("c", "\ud800")])) == []
    with pytest.raises(UsageError, match="twice"):
        list(find_reuse([("a", "甲"), ("a", "乙")]))
    with pytest.raises(UsageError, match="expect"):
        list(find_reuse([("a", "甲")], expect=0))
