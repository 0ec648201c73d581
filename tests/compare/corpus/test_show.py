"""Looking at the rows of a corpus: what is shown, in which form, and what is wrong with a file."""

import csv
import io
import json
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len
from selectolax.lexbor import LexborHTMLParser

from compare.corpus import show
from compare.corpus.articles import Article
from compare.corpus.rows import Row
from compare.corpus.saved import read_rows
from compare.corpus.show import by_passage, sharings, strongest
from compare.mining.diachrony import timeline
from compare.mining.kwic import concordance
from compare.mining.phrases import bare, corpus_phrases, distinct
from oped.cli import oped
from oped.reports.html.page import policy, source
from seeds.errors import InputError, UsageError

SAID = "修渠的人早晨五点就出了门，天黑才扛着铁锹回来"
SAID_TOO = "修渠的人早晨五点就出了门，天黑了才扛着铁锹回来"
OTHER = "卖豆腐的陈婶把账本摊在桌上，一笔一笔念给大家听"
HOSTILE = "<script>alert(1)</script>|=cmd()\x1b[31m\u202e\ud800[x](javascript:1)"


def row(a, b, text=SAID, text_b=None, bits=50.0, at=0):
    text_b = text if text_b is None else text_b
    kind = "verbatim" if text == text_b else "near"
    return Row(a, b, at, at + len(text), 5, 5 + len(text_b), kind, bits, 1e-6, text, text_b)


ROWS = [
    row("甲", "乙", bits=60),
    row("甲", "丙", SAID, SAID_TOO, bits=58),
    row("丙", "丁", SAID_TOO, bits=59),
    row("乙", "丁", OTHER, bits=70, at=40),
    row("甲", "丁", "十里八乡的人都赶来看", bits=30, at=90),
]
ARTICLES = [
    {"id": "a1", "date": "2020-01-05", "text": "老人说“共同富裕”好。\n大家也盼共 同富裕。"},
    {"id": "a2", "date": "2021-06-01", "text": "没有那个词。"},
    {"id": "a3", "date": "2021-07-02", "text": "共同富裕，是大家的事；Ａｉ也来了"},
]


@pytest.fixture
def rows_file(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(r._asdict()) + "\n" for r in ROWS), "utf-8")
    return str(path)


@pytest.fixture
def texts_file(tmp_path):
    path = tmp_path / "texts.jsonl"
    path.write_text("".join(json.dumps(a) + "\n" for a in ARTICLES), "utf-8")
    return str(path)


def run(*args, code=0):
    result = CliRunner().invoke(oped, ["corpus", *args])
    assert result.exit_code == code, result.output
    return result.stdout


def test_the_strongest_come_once_with_all_who_share_them():
    found = strongest(lambda: ROWS)
    assert [(f.text, f.pairs, f.articles, f.bits) for f in found] == [
        (OTHER, 1, 2, 70),
        (SAID, 3, 4, 60),
        ("十里八乡的人都赶来看", 1, 2, 30),
    ]
    assert [f.text for f in strongest(lambda: ROWS, 1)] == [OTHER]
    with pytest.raises(UsageError, match="1 or more"):
        strongest(lambda: ROWS, 0)
    assert strongest(list) == []


def test_a_short_formula_is_no_variant_of_a_long_passage_around_it():
    rows = [row("a", "b", SAID, bits=60), *(row("a", f"c{n}", "修渠的人早晨", bits=20) for n in range(9))]
    assert [(f.text, f.pairs) for f in strongest(lambda: rows)] == [(SAID, 1), ("修渠的人早晨", 9)]


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from("甲乙丙丁戊"), st.integers(0, 4)), max_size=30), st.integers(1, 6))
def test_the_rarest_rows_are_those_of_a_sorted_list(drawn, most):
    rows = [row("a", "b", text * 5, bits=float(bits)) for text, bits in drawn]
    best = {}
    for number, entry in enumerate(rows):
        if entry.text_a not in best or entry.bits > best[entry.text_a][1].bits:
            best[entry.text_a] = (number, entry)
    ranked = sorted(best.values(), key=lambda pair: (-pair[1].bits, pair[0]))
    assert [entry.bits for entry in show._rarest(rows, most)] == [entry.bits for _, entry in ranked][:most]


def test_all_that_one_article_shares_comes_in_the_order_of_its_text():
    found = sharings(ROWS, "丁")
    assert [(s.other, s.start, s.here) for s in found] == [
        ("甲", 5, "十里八乡的人都赶来看"),
        ("丙", 5, SAID_TOO),
        ("乙", 5, OTHER),
    ]
    assert [(s.other, s.there) for s in sharings(ROWS, "甲")][:2] == [("丙", SAID_TOO), ("乙", SAID)]
    assert sharings(ROWS, "戊") == []


def test_a_passage_of_an_article_comes_once_with_all_who_have_it():
    found = by_passage(sharings(ROWS, "甲"))
    assert [[each.other for each in passage] for passage in found] == [["丙", "乙"], ["丁"]]
    assert [found[0][0].here, found[1][0].here] == [SAID, "十里八乡的人都赶来看"]


def test_what_stands_in_nearly_all_articles_comes_last():
    names = "甲乙丙丁戊己"
    rows = [row(one, other, SAID, bits=90) for one, other in combinations(names, 2)]
    found = strongest(lambda: [*rows, row("甲", "乙", OTHER, bits=20, at=60)])
    assert [(each.text, each.everywhere) for each in found] == [(OTHER, False), (SAID, True)]


def test_a_notice_below_every_article_is_one_phrase_set_apart(tmp_path):
    ends = "！？。；：，"
    texts = [f"{n}号讲{'村里修渠的事情说得很明白' if n < 3 else n}{end}{SAID}" for n, end in enumerate(ends)]
    texts = [text.replace("号", "不懈奋斗" if n % 2 else "继续前进") for n, text in enumerate(texts)]
    told = list(corpus_phrases([(str(n), text) for n, text in enumerate(texts)]))
    assert [phrase.text for phrase in distinct(told)].count(SAID) == 1
    assert len([phrase for phrase in distinct(told) if SAID in phrase.text]) == 1
    path = tmp_path / "texts.jsonl"
    path.write_text("".join(json.dumps({"id": f"{n}", "text": text}) + "\n" for n, text in enumerate(texts)))
    shown = run("phrases", str(path), "--lang", "en", "--width", "120")
    assert shown.index("In nearly all") < shown.index(SAID[:10])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("，请审议。", "请审议"),
        ("“一带一路", "一带一路"),
        ("“两山”、", "“两山”"),
        ("”《乡愁》，", "《乡愁》"),
    ],
)
def test_marks_at_the_ends_of_a_phrase_are_not_shown(text, shown):
    assert bare(text) == shown


def test_a_concordance_finds_what_matching_takes_for_equal():
    articles = [Article(a["id"], a["text"], a["date"]) for a in ARTICLES]
    lines = list(concordance(articles, "共同富裕"))
    assert [(line.article, line.date, line.text) for line in lines] == [
        ("a1", "2020-01-05", "共同富裕"),
        ("a1", "2020-01-05", "共 同富裕"),
        ("a3", "2021-07-02", "共同富裕"),
    ]
    texts = {a["id"]: a["text"] for a in ARTICLES}
    for line in lines:
        text = texts[line.article]
        assert text[line.start : line.end] == line.text
        assert text[: line.start].endswith(line.before)
        assert text[line.end :].startswith(line.after)
    assert [line.text for line in concordance(articles, "AI")] == ["Ａｉ"]
    assert [line.text for line in concordance(articles, '"共同富裕"')] == ["“共同富裕”"]
    with pytest.raises(UsageError, match="empty"):
        list(concordance(articles, " \u3000"))


def test_a_formula_over_time_is_found_as_in_the_concordance():
    found = timeline([(a["date"], a["text"]) for a in ARTICLES], ["ＡＩ", "共同富裕"])
    assert [(u.text, u.articles, u.first) for u in found.usages] == [
        ("ＡＩ", 1, "2021-07-02"),
        ("共同富裕", 2, "2020-01-05"),
    ]
    with pytest.raises(UsageError, match="date"):
        timeline([("", "共同富裕")], ["共同富裕"])


SPOILED = [
    "{",
    "[]",
    "null",
    '"row"',
    "{}",
    json.dumps({**ROWS[0]._asdict(), "bits": "many"}),
    json.dumps({**ROWS[0]._asdict(), "bits": float("nan")}),
    json.dumps({**ROWS[0]._asdict(), "sa": True}),
    json.dumps({**ROWS[0]._asdict(), "kind": "new"}),
    json.dumps({**ROWS[0]._asdict(), "bits": 10**400}),
    json.dumps({key: value for key, value in ROWS[0]._asdict().items() if key != "text_a"}),
    "[" * 100_000,
    "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
]


@pytest.mark.parametrize("line", SPOILED)
def test_a_spoiled_line_is_named_and_passed_over(tmp_path, rows_file, line):
    path = tmp_path / "spoiled.jsonl"
    good = Path(rows_file).read_text("utf-8")
    path.write_text(f"{good}\n{line}\n{good}", "utf-8")
    problems = []
    assert list(read_rows(path, on_error=problems.append)) == ROWS * 2
    (problem,) = problems
    assert "spoiled.jsonl line 7" in str(problem)
    with pytest.raises(InputError, match="line 7"):
        list(read_rows(path))
    result = CliRunner().invoke(oped, ["corpus", "show", str(path), "--format", "json"])
    assert result.exit_code == 1
    assert result.stderr.count("line 7") == 1
    assert [json.loads(line)["pairs"] for line in result.stdout.splitlines()] == [2, 6, 2]


def test_files_that_cannot_be_read(tmp_path):
    run("show", str(tmp_path / "none.jsonl"), code=1)
    wrong = tmp_path / "wrong.parquet"
    wrong.write_bytes(b"no parquet")
    pytest.importorskip("duckdb")
    for path in (tmp_path / "none.parquet", wrong):
        with pytest.raises(InputError, match="parquet"):
            list(read_rows(path))


def test_parquet_holds_the_same_rows(tmp_path, rows_file):
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / "rows.parquet"
    duckdb.execute(
        f"COPY (SELECT * FROM read_json('{rows_file}', format='newline_delimited')) TO '{path}' (FORMAT parquet)"
    )
    assert list(read_rows(path)) == ROWS
    assert run("show", str(path), "--format", "json") == run("show", rows_file, "--format", "json")


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [40, 80, 120])
def test_lists_fit_the_screen(rows_file, texts_file, width, lang):
    for view in (
        ["show", rows_file],
        ["show", rows_file, "--article", "甲"],
        ["show", "--phrase", "共同富裕", "--texts", texts_file],
        ["phrases", texts_file],
    ):
        lines = run(*view, "--width", str(width), "--lang", lang).splitlines()
        assert max(map(cell_len, lines)) <= width


def test_key_words_stand_below_each_other(tmp_path):
    path = tmp_path / "texts.jsonl"
    befores = ["", "盼", "a", "老人家今天又坐在村口那棵树下慢慢地对我们几个说起了", "“Ａb…", "\u200b隐"]
    rows = [{"id": f"article-{n}" * n, "text": f"{text}富裕是大家的事"} for n, text in enumerate(befores, 1)]
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), "utf-8")
    lines = run("show", "--phrase", "富裕", "--texts", str(path), "--width", "80").splitlines()[1:]
    assert len(lines) == len(befores)
    assert len({cell_len(line.split("富裕")[0]) for line in lines}) == 1


@pytest.mark.parametrize("view", ["strongest", "article", "phrase", "phrases"])
def test_hostile_text_is_shown_and_does_nothing(tmp_path, view):
    texts, rows = tmp_path / "texts.jsonl", tmp_path / "rows.jsonl"
    # Reading leaves scripts out of cells in HTML, so what shall be found stands before one too.
    hostile = [{"id": f"=<b>{n}", "text": f"alert(1) {HOSTILE}"} for n in (1, 2)]
    texts.write_text("".join(map("{}\n".format, map(json.dumps, hostile))))
    rows.write_text(json.dumps(row("=<b>1", "=<b>2", HOSTILE)._asdict()) + "\n")
    asked = {
        "strongest": ["show", str(rows)],
        "article": ["show", str(rows), "--article", "=<b>1"],
        "phrase": ["show", "--phrase", "alert(1)", "--texts", str(texts)],
        "phrases": ["phrases", str(texts)],
    }[view]
    for format_ in ("terminal", "json", "csv", "markdown", "html"):
        shown = run(*asked, "--format", format_)
        assert not set("\x1b\u202e\ud800") & set(shown)
        assert "alert(1)" in shown or "alert\\(1" in shown
        if format_ == "csv":
            cells = [cell for line in csv.reader(io.StringIO(shown)) for cell in line]
            assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)
        elif format_ == "markdown":
            kinds = {t.type for t in MarkdownIt("gfm-like", {"linkify": False}).parse(shown)}
            inline = [c.type for t in MarkdownIt("commonmark").parse(shown) for c in t.children or ()]
            assert "html_block" not in kinds
            assert not {"link_open", "html_inline", "image"} & set(inline)
        elif format_ == "html":
            tree = LexborHTMLParser(shown)
            assert not tree.css("script")
            assert not tree.css("b")
            assert not tree.css("main a")


def test_html_admits_its_own_style_only(rows_file):
    shown = run("show", rows_file, "--format", "html", "--lang", "zh")
    tree = LexborHTMLParser(shown)
    style = source("report.css") + source("document.css")
    assert tree.css_first("style").text() == style
    (meta,) = tree.css('meta[http-equiv="Content-Security-Policy"]')
    assert meta.attributes["content"] == policy(style, "")
    assert "http" not in shown.replace("http-equiv", "")
    assert tree.css_first("html").attributes["lang"] == "zh-Hans"
    assert len(tree.css("tbody tr")) == 3


def test_lists_for_people_say_what_they_leave_out(rows_file, texts_file):
    assert "… and 1 more" in run("show", rows_file, "--article", "甲", "--top", "1", "--lang", "en")
    shown = run("show", "--phrase", "共同富裕", "--texts", texts_file, "--top", "1", "--lang", "en")
    assert "3 occurrences" in shown
    assert "… and 2 more" in shown
    assert len(run("show", rows_file, "--strongest", "2", "--format", "json").splitlines()) == 2
    assert "Nothing found." in run("show", rows_file, "--article", "戊", "--lang", "en")
    shown = run("show", rows_file, "--article", "甲", "--top", "1", "--format", "markdown", "--lang", "en")
    assert "… and 1 more" in shown
    shown = run("show", rows_file, "--article", "戊", "--format", "markdown", "--lang", "en")
    assert "Nothing found" in shown
    lines = run("phrases", texts_file, "--format", "json", "--top", "1").splitlines()
    assert json.loads(lines[0])["text"] == "共同富裕"


def test_what_is_written_to_a_file_is_what_is_printed(tmp_path, rows_file):
    for format_ in ("terminal", "json", "csv", "markdown", "html"):
        path = tmp_path / f"out.{format_}"
        assert run("show", rows_file, "--format", format_, "--out", str(path), "--width", "80") == ""
        printed = CliRunner().invoke(
            oped, ["corpus", "show", rows_file, "--format", format_, "--width", "80"]
        )
        expected = printed.stdout_bytes
        if format_ == "terminal":  # a screen gets its lines filled with spaces, a file does not
            expected = b"\n".join(line.rstrip() for line in expected.split(b"\n"))
        assert path.read_bytes() == expected
    run("show", rows_file, "--format", "json", "--out", str(tmp_path / "no" / "folder"), code=1)


@pytest.mark.parametrize(
    "args",
    [
        [],
        ["--phrase", "词"],
        ["rows.jsonl", "--article", "甲", "--strongest", "3"],
        ["--phrase", "", "--texts", "x.jsonl"],
    ],
)
def test_questions_that_make_no_sense(args):
    result = CliRunner().invoke(oped, ["corpus", "show", *args])
    code = getattr(result.exception, "exit_code", result.exit_code)
    assert code == 2


@pytest.mark.slow
def test_the_same_bytes_whatever_the_hash_seed(rows_file, texts_file):
    for view in (["show", rows_file], ["phrases", texts_file]):
        command = [sys.executable, "-m", "oped", "corpus", *view, "--format", "json"]
        outputs = {
            subprocess.run(
                command, capture_output=True, check=True, env={"PYTHONHASHSEED": seed, "LANG": "C.UTF-8"}
            ).stdout
            for seed in ("1", "2")
        }
        assert len(outputs) == 1
