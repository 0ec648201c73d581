import json
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

import summarize as package
from seeds import InputError, Piece, UsageError, article, seed_page
from summarize import headline, summarize
from summarize.compress import balanced
from summarize.evaluate import evaluate
from summarize.lexicon import words

ROWS = [
    {
        "id": 7,
        "title": "创新",
        "text": "创新是发展的第一动力。\n今天天气很好，适合出门走走。",
        "summary": "创新是第一动力",
    },
    {"id": "b", "text": "群众满意是我们的标准。大家都来参加了。", "summary": "群众满意是标准\u2028"},
]


def solid(text):
    return "".join(text.split())


def check(page_text, excerpt):
    assert solid("".join(page_text[start:end] for start, end in excerpt.spans)) == solid(excerpt.text)


@pytest.mark.parametrize(
    "engine", ["learned", "graph", "lead", pytest.param("textrank4zh", marks=pytest.mark.slow)]
)
@pytest.mark.parametrize(("chars", "line"), [(120, 20), (40, 12), (300, 30)])
def test_summaries_of_the_seed_page_fit_and_stand_on_the_page(engine, chars, line):
    page = seed_page()
    assert page.pieces
    for piece in page:
        made = summarize(piece, engine=engine, chars=chars, headline_chars=line)
        assert 0 < len(made.headline.text) <= line
        assert 0 < len(made.paragraph.text) <= chars
        for part in (made.headline, *made.paragraph.sentences):
            check(page.text, part)
        assert made == summarize(piece, engine=engine, chars=chars, headline_chars=line)
        assert not {sentence.text for sentence in made.paragraph.sentences} & set(piece.decks)
        assert json.dumps(made.to_dict())


@pytest.mark.parametrize("title", [True, False])
def test_headlines_do_not_dangle(title):
    for piece in seed_page():
        for chars in (8, 9, 11, 14, 18, 23, 30):
            line = headline(piece, chars=chars, title=title).text
            assert balanced(line)
            assert line[-1] not in "的，,、；："
            assert line[0] not in "的，,、；："
            assert not any(line.endswith(word) for word in ("和", "与", "以及")), line
    assert "的" in words("dangling_end")


WORDS = [
    "经济发展",
    "数字治理",
    "习近平指出，",
    "在北京",
    "，",
    "。",
    "“创新”",
    "“",
    "》",
    "其中",
    "了",
    "的",
    "（注）",
    "\n",
    "3.5%",
]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30), st.integers(1, 40), st.integers(1, 30))
def test_any_text_has_a_summary_that_fits(parts, chars, line):
    text = "经" + "".join(parts)
    made = summarize(text, chars=chars, headline_chars=line)
    assert len(made.paragraph.text) <= chars
    assert len(made.headline.text) <= line
    assert balanced(made.headline.text)
    for part in (made.headline, *made.paragraph.sentences):
        check(article(text).body and text, part)


def test_the_title_is_seen_only_if_wanted():
    piece = seed_page().pieces[2]
    other = Piece(piece.id, "毫不相干的另一个标题", piece.paragraphs)
    assert headline(piece, title=False) == headline(other, title=False)
    assert summarize(piece, title=False).paragraph == summarize(other, title=False).paragraph


def test_one_budget_and_a_sensible_one():
    piece = seed_page().pieces[1]
    assert len(summarize(piece, sentences=2).paragraph.sentences) == 2
    assert len(summarize(piece, ratio=0.1).paragraph.text) <= 0.1 * len(piece)
    for wrong in (
        {"chars": 0},
        {"chars": 5, "ratio": 0.5},
        {"ratio": 2.0},
        {"headline_chars": 0},
        {"engine": "x"},
    ):
        with pytest.raises(UsageError):
            summarize(piece, **wrong)


def test_a_piece_without_sentences_has_an_empty_summary():
    made = summarize(Piece(1, "标题", ()))
    assert made.headline.text == made.paragraph.text == ""


def test_the_signature_tells_what_a_summary_depends_on():
    made = summarize(seed_page().pieces[0], engine="lead", chars=50, title=False)
    assert made.signature.startswith(
        "tokenizer:rjieba|reference:none|engine:lead|characters:50|headline:30|title:no|version:"
    )


def test_a_summary_prints_itself_without_reading_markup():
    page_text = "创新是[b]发展的[/b]第一动力。"
    out = StringIO()
    Console(file=out, width=60).print(summarize(page_text))
    assert "[b]发展的[/b]" in out.getvalue()


def test_the_public_names_are_there():
    assert all(hasattr(package, name) for name in package.__all__)
    assert callable(package.headline)
    assert callable(package.engines)


@pytest.fixture
def reference(tmp_path):
    path = tmp_path / "reference.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS), "utf-8")
    return path


@pytest.mark.parametrize("task", ["paragraph", "headline"])
def test_evaluation_writes_predictions_and_bounds_the_engine(reference, tmp_path, task):
    out = tmp_path / "out.jsonl"
    result = evaluate(reference, task=task, chars=12, predictions=out)
    rows = [json.loads(line) for line in out.read_text("utf-8").split("\n") if line]
    assert [row["id"] for row in rows] == [7, "b"]
    assert all(len(row["summary"]) <= 12 for row in rows)
    assert [system.name for system in result.systems] == ["learned", "lead", "oracle"]
    assert all(s.one.low <= s.one.mean <= s.one.high for s in result.systems)
    assert ("title:no" in result.signature) == (task == "headline")
    assert result == evaluate(reference, task=task, chars=12)
    Console(file=StringIO()).print(result)


@pytest.mark.parametrize(
    "content", ["", "no json\n", '{"id": 1}\n', '{"id": 1, "text": 2, "summary": "a"}\n', "[1]\n"]
)
def test_bad_rows_are_named(tmp_path, content):
    path = tmp_path / "bad.jsonl"
    path.write_text(content, "utf-8")
    with pytest.raises(InputError, match=r"bad\.jsonl"):
        evaluate(path)


def test_a_missing_file_and_a_wrong_task(tmp_path, reference):
    with pytest.raises(InputError, match="cannot read"):
        evaluate(tmp_path / "none.jsonl")
    with pytest.raises(InputError, match="cannot write"):
        evaluate(reference, predictions=tmp_path / "no" / "out.jsonl")
    with pytest.raises(UsageError, match="task"):
        evaluate(reference, task="title")
