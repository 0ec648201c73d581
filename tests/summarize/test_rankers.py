import json
import subprocess
import sys
from pathlib import Path

import networkx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeds import EngineUnavailableError, UsageError, article, seed_page
from summarize import engines, rankers
from summarize.document import Document
from summarize.pagerank import pagerank, similarity_rank
from summarize.rankers import load
from summarize.vectors import TermIndex, cosines

FIGURES = json.loads((Path(__file__).parent / "data" / "textrank4zh.json").read_text("utf-8"))
TEXTS = st.lists(
    st.text(st.sampled_from("经济发展数字治理，A1"), min_size=1, max_size=12), min_size=1, max_size=8
)


def order(scores):
    return sorted(range(len(scores)), key=lambda place: (-round(scores[place], 12), place))


@pytest.mark.slow
@pytest.mark.parametrize("place", range(5))
def test_textrank4zh_ranks_as_under_old_networkx(place):
    scores = load("textrank4zh").scores(Document(seed_page().pieces[place]))
    expected = FIGURES["weights"][place]
    assert scores == pytest.approx(expected, rel=0, abs=1e-15)
    assert order(scores) == order(expected)


def test_nothing_is_patched():
    load("textrank4zh").scores(Document(article("创新是动力。发展靠创新。")))
    assert not hasattr(networkx, "from_numpy_matrix")
    from textrank4zh import util

    assert util.nx is networkx


@pytest.mark.slow
def test_snownlp_ranks_as_its_own_summary_does():
    from snownlp import SnowNLP

    texts = ["今天天气很好", "经济发展靠创新", "创新是发展的动力", "群众都很满意"]
    scores = load("snownlp").scores(Document(article("。\n".join(texts) + "。")))
    ranked = [texts[place] for place in sorted(range(4), key=lambda place: -scores[place])]
    assert ranked == SnowNLP("。".join(texts)).summary(4)


OTHERS = ("textrank4zh", "snownlp", "sumy-")


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(info.name, marks=[pytest.mark.slow] if info.name.startswith(OTHERS) else [])
        for info in engines()
        if info.installed
    ],
)
def test_engines_score_anything(name):
    engine = load(name)
    for text in ("。", "，，，", "a", "创新。", "创新。" * 3, "\ud800\x00\u202e好。坏。", "１２３。Ａ！"):
        document = Document(article(text))
        for chars in (1, 5, 100):
            assert len(engine.rank(document, chars).scores) == len(document.sentences)
            assert len(engine.headline(document, chars).text) <= chars


@settings(deadline=None)
@given(st.integers(1, 6).flatmap(lambda n: st.lists(st.floats(0, 1), min_size=n * n, max_size=n * n)))
def test_pagerank_is_that_of_networkx(values):
    size = round(len(values) ** 0.5)
    weights = np.array(values).reshape(size, size)
    weights = np.where(weights < 0.3, 0.0, weights)
    weights = weights + weights.T
    expected = slow_pagerank(weights)
    assert pagerank(weights) == pytest.approx(expected, abs=1e-12)


def slow_pagerank(weights):
    """The power iteration of networkx, one node at a time."""
    size = len(weights)
    scores = [1 / size] * size
    for _ in range(100):
        last, scores = scores, [0.15 / size] * size
        for node in range(size):
            total = sum(weights[node])
            for other in range(size):
                share = weights[node][other] / total if total else 1 / size
                scores[other] += 0.85 * last[node] * share
        if sum(abs(a - b) for a, b in zip(scores, last, strict=True)) < size * 1e-6:
            break
    return scores


@settings(deadline=None)
@given(TEXTS)
def test_the_sparse_graph_is_the_dense_one(texts):
    matrix = TermIndex(texts).matrix
    dense = np.zeros(matrix.shape)
    dense[matrix.rows, matrix.columns] = matrix.values
    weights = dense @ dense.T
    np.fill_diagonal(weights, 0.0)
    weights[weights < 1e-12] = 0.0
    assert similarity_rank(matrix) == pytest.approx(pagerank(weights), abs=1e-9)
    assert similarity_rank(matrix, cosines(matrix)) == pytest.approx(pagerank(weights), abs=1e-9)


@settings(deadline=None)
@given(TEXTS)
def test_terms_are_all_pairs_of_solid_characters(texts):
    index = TermIndex(texts)
    expected = {
        (number, text[place : place + 2].lower())
        for number, text in enumerate(texts)
        for place in range(len(text) - 1)
        if text[place].isalnum() and text[place + 1].isalnum()
    }
    names = [chr(term >> 21) + chr(term & (1 << 21) - 1) for term in index.terms.tolist()]
    found = {
        (row, names[column]) for row, column in zip(index.rows.tolist(), index.columns.tolist(), strict=True)
    }
    assert found == expected


def test_an_unknown_engine_is_named_with_the_known_ones():
    with pytest.raises(UsageError, match="learned, opinion, news, graph, lead"):
        load("bert")


def test_a_missing_package_is_named_with_what_installs_it(monkeypatch):
    monkeypatch.setattr(rankers, "find_spec", lambda name: None)
    rankers.load.cache_clear()
    with pytest.raises(EngineUnavailableError, match="pip install snownlp"):
        load("snownlp")


def test_listing_engines_loads_none():
    code = (
        "import summarize, sys; summarize.engines()[0].to_dict();"
        "print({'numpy', 'jieba', 'snownlp'} & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.slow
@pytest.mark.parametrize("name", [info.name for info in engines() if info.extra == "sumy"])
def test_sumy_rates_our_sentences(name):
    pytest.importorskip("sumy")
    document = Document(article("创新是发展的动力。今天天气很好。发展靠创新，创新靠人才。——"))
    scores = load(name).scores(document)
    assert len(scores) == len(document.sentences)
    assert scores == load(name).scores(document)


def test_an_extra_says_how_to_get_it():
    info = next(info for info in engines() if info.extra)
    assert info.installed or info.how_to_get == "pip install 'oped[sumy]'"
