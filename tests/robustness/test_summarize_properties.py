"""Summaries and scores of any text: within their budget, on the page, the same twice, only our errors."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import seeds
from seeds.errors import OpedError, UsageError
from summarize import evaluate as evaluation
from summarize import headline, rouge, scores, summarize

from .strategies import covers, explained, not_blank, printed_pages, texts
from .test_seeds_properties import UNSAFE, exact, show

ENGINES = ("lead", "graph", "learned")


def bare(text: str) -> str:
    return "".join(text.split())


def stands(spans: object, text: str, page: str) -> bool:
    """Whether the characters of `text`, space aside, are those of its spans, in order."""
    return bare("".join(page[a:b] for a, b in spans)) == bare(text)  # type: ignore[attr-defined]


@covers("summarize.summarize")
@given(not_blank(), st.sampled_from(ENGINES), st.integers(1, 80), st.integers(1, 30))
@example(
    "要有人管，要有人用，更要有人愿意来规则面前没有例外什么是好？好就是不坏的的的,\n.的的实事求是……",
    "lead",
    48,
    1,
)
def test_a_text_has_a_summary_in_its_own_words(text: str, engine: str, chars: int, line: int) -> None:
    found = summarize(text, engine=engine, chars=chars, headline_chars=line)
    assert len(found.paragraph.text) <= chars
    assert len(found.headline.text) <= line
    assert stands(found.headline.spans, found.headline.text, text)
    assert all(exact(sentence, text) for sentence in found.paragraph.sentences)
    places = [sentence.spans[0].start for sentence in found.paragraph.sentences]
    assert places == sorted(places)
    assert found == summarize(text, engine=engine, chars=chars, headline_chars=line)
    json.dumps(found.to_dict())


@covers("summarize.summarize")
@given(
    st.sampled_from(["chars", "sentences", "ratio"]),
    st.floats(allow_nan=True, allow_infinity=True) | st.integers(-3, 3) | st.just(10**400),
)
def test_a_budget_makes_sense_or_is_refused(unit: str, amount: float) -> None:
    try:
        found = summarize("让活动室的门开起来。要有人管！", **{unit: amount})  # type: ignore[arg-type]
    except UsageError as error:
        explained(error)
    else:
        assert amount > 0
        assert stands(found.headline.spans, found.headline.text, "让活动室的门开起来。要有人管！")


@covers("summarize.headline")
@given(st.floats() | st.just(10**400))
def test_a_headline_of_any_length_is_made_or_refused(chars: float) -> None:
    try:
        found = headline("让活动室的门开起来。要有人管！", chars=chars)  # type: ignore[arg-type]
    except UsageError as error:
        explained(error)
    else:
        assert 0 < len(found.text) <= chars or chars < 10


@covers("summarize.headline")
@given(not_blank(), st.sampled_from(ENGINES), st.integers(1, 30))
@example("，规则面前没有例外，大家一起强调：“人民就是江山。”", "lead", 26)
def test_a_headline_alone_is_that_of_the_summary(text: str, engine: str, chars: int) -> None:
    found = headline(text, engine=engine, chars=chars)
    assert len(found.text) <= chars
    assert found == summarize(text, engine=engine, headline_chars=chars).headline


@given(printed_pages(2))
def test_summaries_show_themselves_safely(text: str) -> None:
    for piece in seeds.parse_page(text):
        found = summarize(piece, engine="lead")
        assert not UNSAFE & set(show(found))
        assert not UNSAFE & set(found._repr_html_() or "")


@given(texts(12), texts(12))
def test_rouge_is_a_share_and_has_no_sides(left: str, right: str) -> None:
    found = rouge.rouge(left, right)
    assert all(0 <= value <= 1 for value in found)
    assert found == pytest.approx(rouge.rouge(right, left))
    if any(character.isalnum() for character in left):
        assert rouge.rouge(left, left).one in (0, pytest.approx(1))


@given(
    rows=st.lists(st.tuples(texts(8), texts(4)), max_size=2), task=st.sampled_from(["headline", "paragraph"])
)
def test_rows_are_scored_or_refused(rows: list[tuple[str, str]], task: str) -> None:
    path = FOLDER / "rows.jsonl"
    path.write_text("\n".join(json.dumps({"id": 1, "text": t, "summary": s}) for t, s in rows), "utf-8")
    try:
        found = evaluation.evaluate(path, engine="lead", task=task, predictions=FOLDER / "out.jsonl")  # type: ignore[arg-type]
    except OpedError as error:
        explained(error)
        return
    assert all(0 <= value.mean <= 100 for s in found.systems for value in (s.one, s.two, s.longest))
    assert len((FOLDER / "out.jsonl").read_text("utf-8").split("\n")) == len(rows) + 1


FOLDER = Path()


@pytest.fixture(autouse=True, scope="module")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A place for rows; a bootstrap of few samples, which is not what is tried here."""
    global FOLDER
    FOLDER = tmp_path_factory.mktemp("rows")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scores, "SAMPLES", 10)
        yield
