"""The same articles give the same rows: in whatever order, at once or a few at a time, whatever was asked before."""

import os
import random
from collections import Counter
from dataclasses import replace

import pytest

from compare.corpus import Archive, Article, Settings, check, corpus_phrases, intake, shared_phrases
from compare.corpus.copies import reprints
from compare.mining import timeline
from compare.mining.formulas import set_phrases
from compare.reference.corpus import load_reference

TRIALS = int(os.environ.get("OPED_TRIALS", "40"))
"""Random corpora of the slow test; a night has 300."""
SIGNS = [bytes((row, column)).decode("gb2312") for row in range(0xB0, 0xD7) for column in range(0xA1, 0xFE)]


def corpus(dice):
    """Articles of signs by chance; many have passages of a pool, as they are or changed, at heads, feet and within."""

    def draw(count):
        return "".join(dice.choices(SIGNS, k=count))

    pool = [draw(dice.randrange(6, 50)) for _ in range(10)]
    said_by_all = draw(8) if dice.random() < 0.4 else ""

    def passage():
        signs = list(dice.choice(pool))
        if dice.random() < 0.4:
            for _ in range(dice.randrange(1, 3)):
                signs[dice.randrange(len(signs))] = dice.choice(SIGNS)
        return "".join(signs)

    def text():
        parts = [] if dice.random() < 0.5 else [draw(dice.randrange(1, 45))]
        for _ in range(dice.randrange(1, 8)):
            parts.append(passage() if dice.random() < 0.7 else draw(30))
            if dice.random() < 0.5:
                parts.append(dice.choice(("，", "。", "\n", "、", "“", "”", " ")))
        if dice.random() < 0.5:
            parts.append(draw(dice.randrange(1, 45)))
        return said_by_all + "".join(parts)

    few = [text() for _ in range(dice.randrange(4, 30))]
    more = [said_by_all + draw(dice.randrange(20, 200)) for _ in range(dice.choice((0, 10, 40, 120)))]
    texts = few + more
    dice.shuffle(texts)
    return [Article(f"{number:03}", text) for number, text in enumerate(texts)]


@pytest.mark.parametrize(
    "trials", [3, pytest.param(TRIALS, marks=[pytest.mark.slow, pytest.mark.timeout(3600)])]
)
def test_order_and_helpings_change_nothing(trials, tmp_path, monkeypatch):
    found = 0
    for seed in range(trials):
        dice = random.Random(f"{trials} {seed}")
        articles = corpus(dice)
        monkeypatch.setattr(intake, "PART", dice.choice((300, 3000, 1_000_000)))
        expect = dice.choice((0.01, 1e-4, 1.0))

        def rows(store, some, expect=expect):
            return list(shared_phrases(some, store, Settings(expect)))

        whole = rows(tmp_path / f"{seed} whole", articles)
        found += len(whole)
        shuffled = articles[:]
        dice.shuffle(shuffled)
        assert rows(tmp_path / f"{seed} shuffled", shuffled) == whole, seed
        grown = tmp_path / f"{seed} grown"
        cuts = sorted(dice.sample(range(len(articles) + 1), 2))
        for first, last in zip([0, *cuts], [*cuts, len(articles)], strict=True):
            before = rows(grown, shuffled[first:last], expect=dice.choice((expect, 0.01, 1.0)))
            assert before is not None
        assert rows(grown, []) == whole, seed
    assert found > 20 * trials


def test_order_changes_no_list(tmp_path):
    dice = random.Random(3)
    articles = [replace(each, date=dice.choice(("2021", "2021-03-04"))) for each in corpus(dice)]
    phrase = Counter(sign for each in articles for sign in each.content).most_common(1)[0][0]

    def lists():
        docs = [(each.id, each.content) for each in articles]
        yield [each.to_dict() for each in corpus_phrases(docs)]
        yield set_phrases(docs, kinds=("formula", "term", "name"))
        yield reprints(articles, same=0.3)
        yield timeline([(each.date, each.content, each.id) for each in articles], [phrase]).to_dict()
        store = tmp_path / str(len(list(tmp_path.iterdir())))
        draft = "。".join(row.text_a for row in shared_phrases(articles, store))
        yield check(draft, Archive.of_store(store), load_reference())

    before = list(lists())
    assert all(before[:1])
    assert len(before[-1].passages) > 3
    dice.shuffle(articles)
    assert list(lists()) == before


@pytest.mark.parametrize("text", ["好" * 20_000, "好坏" * 10_000, "要有人管，要有人用。\n" * 2000])
def test_runs_are_no_phrases(text):
    found = [each.length for each in corpus_phrases([("a", text), ("b", text[5000:] + "完")])]
    assert 0 < len(found) < 200
    assert max(found) < len(text)
