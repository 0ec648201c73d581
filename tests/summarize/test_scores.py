"""Scores of others' summaries, engines in pairs, marked sets, and packages as they run by themselves."""

import json

import pytest

from seeds import InputError, UsageError, article
from summarize import summarize
from summarize.evaluate import evaluate
from summarize.marked import evaluate_marks
from summarize.rouge import rouge
from summarize.scores import SIGNATURE, score, score_file, values

TEXTS = [
    "创新是发展的第一动力。今天天气很好，适合出门走走。",
    "群众满意是检验工作的标准。大家都来参加了。",
    "城市要给小店留出空间。小店养活街坊，街坊照看小店。",
]


def written(path, rows):
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def test_a_file_is_scored_as_rouge_scores_each_row(tmp_path):
    wanted = written(tmp_path / "r.jsonl", [{"id": n, "summary": text[:12]} for n, text in enumerate(TEXTS)])
    made = written(tmp_path / "p.jsonl", [{"id": n, "summary": TEXTS[n][:8]} for n in (2, 0)])
    found = score_file(made, wanted)
    ones = [rouge(TEXTS[0][:8], TEXTS[0][:12]).one, 0.0, rouge(TEXTS[2][:8], TEXTS[2][:12]).one]
    assert found.system.one.mean == pytest.approx(100 * sum(ones) / 3)
    assert (found.documents, found.missing, found.signature) == (3, 1, SIGNATURE)
    assert found == score_file(made, wanted)
    assert json.dumps(found.to_dict())


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([{"id": 9, "summary": "无"}], "'9'"),
        ([{"id": 0, "summary": "甲"}, {"id": 0, "summary": "乙"}], "line 2: the id '0' stands twice"),
        ([{"id": 0}], 'line 1: a row needs "id" and "summary"'),
        ([{"id": 0, "summary": 3}], "must be a string"),
    ],
)
def test_rows_that_cannot_be_scored_are_told_with_their_line(tmp_path, rows, told):
    wanted = written(tmp_path / "r.jsonl", [{"id": 0, "summary": "甲"}])
    with pytest.raises(InputError, match=told):
        score_file(written(tmp_path / "p.jsonl", rows), wanted)


def test_a_system_equal_to_the_first_differs_by_nothing():
    first = values(TEXTS, TEXTS)
    same = score("same", TEXTS, TEXTS, first).against_first
    assert (same.mean, same.low, same.high, same.p) == (0, 0, 0, 1)
    worse = score("worse", [text[:3] for text in TEXTS], TEXTS, first).against_first
    assert worse.high < 0
    assert worse.p < 0.05


def test_engines_are_compared_with_the_first(tmp_path):
    rows = [{"id": n, "text": text * 3, "summary": text[:12]} for n, text in enumerate(TEXTS)]
    path = written(tmp_path / "rows.jsonl", rows)
    found = evaluate(path, engine=["graph", "lead", "graph"], chars=30)
    assert [system.name for system in found.systems] == ["graph", "lead", "oracle"]
    assert found.systems[0].against_first is None
    assert "engine:graph+lead" in found.signature
    with pytest.raises(UsageError, match="no engine"):
        evaluate(path, engine=[])


def test_marks_are_looked_up(tmp_path):
    sentences = [f"{sentence}。" for text in TEXTS for sentence in text.rstrip("。").split("。")]
    mark = {
        "id": "a",
        "title": "城市与小店",
        "text": "".join(sentences),
        "sentences": sentences,
        "not_alone": [1, 3],
        "worth": [3, 0, 2, 0, 3, 1],
        "good_cuts": [],
        "bad_cuts": ["小店养活街坊"],
        "good_lines": ["创新是发展的第一动力"],
        "bad_lines": [],
        "headlines": [],
    }
    found = evaluate_marks(written(tmp_path / "m.jsonl", [mark]), ["lead", "graph"])
    assert set(found.systems) == {"lead", "graph"}
    assert all(0 <= value <= 100 for figures in found.systems.values() for value in figures.values())
    assert found.systems["lead"]["thesis"] == 100
    with pytest.raises(InputError, match="line 1: a row needs"):
        evaluate_marks(written(tmp_path / "bad.jsonl", [{"id": 1}]))


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["textrank4zh", "snownlp"])
def test_a_package_runs_by_itself(engine):
    text = "\n".join(TEXTS)
    made = summarize(text, engine=engine, plain=True, chars=30)
    assert "plain:yes" in made.signature
    assert 0 < len(made.paragraph.text) <= 30
    for sentence in made.paragraph.sentences:
        assert "".join(text[start:end] for start, end in sentence.spans) == sentence.text
    assert len(summarize(text, engine=engine, plain=True, sentences=2).paragraph.sentences) == 2
    assert summarize("", engine=engine, plain=True).paragraph.text == ""


def test_only_packages_have_a_plain_form():
    with pytest.raises(UsageError, match="no plain form"):
        summarize(article(TEXTS[0]), engine="graph", plain=True)
