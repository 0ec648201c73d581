"""Features of long documents, whose cosines are never written down, are those of short ones."""

import pytest

from seeds import seed_page
from summarize import vectors
from summarize.document import Document
from summarize.rankers import load


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
