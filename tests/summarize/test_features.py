"""Features of long documents, whose cosines are never written down, are those of short ones."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeds import article, seed_page
from summarize import vectors
from summarize.document import Document
from summarize.features import _like_others
from summarize.rankers import load

TEXTS = st.lists(
    st.text("经济发展数字治理，", min_size=1, max_size=12).map(lambda text: text + "。"),
    min_size=1,
    max_size=9,
)


@settings(deadline=None)
@given(TEXTS)
def test_sums_of_cosines_do_not_need_the_cosines(texts):
    document = Document(article("".join(texts)))
    products = document.cosines
    assert products is not None
    earlier, later = _like_others(document)
    assert earlier == pytest.approx(np.tril(products, -1).sum(axis=1), abs=1e-9)
    assert later == pytest.approx(np.triu(products, 1).sum(axis=1), abs=1e-9)


@pytest.mark.parametrize("engine", ["learned", "graph"])
@pytest.mark.parametrize("place", range(5))
def test_engines_score_alike_without_room_for_the_cosines(monkeypatch, engine, place):
    piece = seed_page().pieces[place]
    expected = load(engine).rank(Document(piece), 110).scores
    monkeypatch.setattr(vectors, "DENSE", 0)
    document = Document(piece)
    assert document.cosines is None
    assert load(engine).rank(document, 110).scores == pytest.approx(expected, abs=1e-9)


def test_a_summary_reads_as_headline_and_paragraph():
    from summarize import summarize

    summary = summarize(seed_page().pieces[2], chars=90)
    assert str(summary) == f"{summary.headline.text}\n{summary.paragraph.text}"
