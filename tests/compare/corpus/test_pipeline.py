"""Reuse in a corpus that is made up for it: what is found, kept, added to and gone on with."""

import importlib.util
import json
import os
import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from compare.corpus import Article, Settings, find_reuse, pipeline, queries, shared_phrases
from compare.reference.build import build_reference
from compare.reference.corpus import load_reference
from compare.reuse.candidates import search
from compare.reuse.passages import passages
from compare.reuse.text import Text
from compare.reuse.trim import trim_ends
from seeds import seed_page
from seeds.errors import EngineUnavailableError, InputError, OpedError, UsageError

from ...command import run_here

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
        pair = tuple(sorted((f"doc{n}", f"doc{n + 10}")))
        both = [row for row in rows if (row.a, row.b) == pair]
        (row,) = [row for row in both if passage[5:15] in texts[row.a][row.sa : row.ea]]
        assert row.kind == "verbatim"
        assert texts[row.a][row.sa : row.ea] == texts[row.b][row.sb : row.eb]
        assert len(passage) - 3 <= row.ea - row.sa
        assert texts[row.a][row.sa : row.ea] in passage
        assert row.expect < 1e-6


def test_rows_are_reproducible_and_sorted_by_id_and_place(docs):
    rows = [row.to_dict() for row in find_reuse(docs)]
    assert rows == [row.to_dict() for row in find_reuse(reversed(docs))]
    order = [(row["a"], row["b"], row["sa"]) for row in rows]
    assert order == sorted(order)
    assert all(a < b for a, b, _ in order)
    assert list(rows[0]) == [
        *("a", "b", "sa", "ea", "sb", "eb", "kind", "bits", "expect", "text_a", "text_b"),
        *("date_a", "date_b", "source_a", "source_b", "title_a", "title_b", "author_a", "author_b"),
    ]
    texts = dict(docs)
    assert all(row["text_a"] == texts[row["a"]][row["sa"] : row["ea"]] for row in rows)
    assert all(row["text_b"] == texts[row["b"]][row["sb"] : row["eb"]] for row in rows)


def obvious(docs, expect=0.01):
    """The same in memory, all windows of all texts at once, as a page is compared."""
    docs = sorted(docs)
    texts = [Text.of(text) for _, text in docs]
    found, clusters = search(texts, load_reference(), expect, len(texts) - 1)
    for i, j, alignment in passages(found, clusters):
        ends = trim_ends(texts[i], texts[j], alignment)
        if ends is not None:
            yield (
                docs[i][0],
                docs[j][0],
                *texts[i].extent(*ends[0]),
                *texts[j].extent(*ends[1]),
                alignment.bits,
            )


def test_the_pipeline_finds_what_comparing_in_memory_finds(docs, tmp_path):
    rows = shared_phrases((Article(*doc) for doc in docs), tmp_path / "store", Settings(most=20))
    found = {(r.a, r.b, r.sa, r.ea, r.sb, r.eb, r.bits) for r in rows}
    assert found == set(obvious(docs))


def test_what_is_printed_in_eighteen_articles_is_found_in_all_of_them(docs):
    column = "门前的老槐树下摆着三张方桌，谁家有了难处都到这里来说一说，说着说着便有人站起来替他想办法。"
    reprinted = [(name, text[:60] + column + text[60:]) for name, text in docs[:18]]
    rows = [row for row in find_reuse([*reprinted, *docs[18:]]) if column[5:30] in row.text_a]
    assert len({(row.a, row.b) for row in rows}) == 18 * 17 / 2


def test_what_more_texts_say_than_are_asked_for_is_boilerplate(docs, tmp_path):
    opening = "本栏目由读者来信编成，欢迎批评。"
    marked = [(name, opening + text) for name, text in docs]
    rows = list(shared_phrases((Article(*doc) for doc in marked), tmp_path / "store", Settings(most=2)))
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
    with pytest.raises(UsageError, match="most"):
        Settings(most=1)


@pytest.mark.parametrize(
    "content", ["", "。", "\ud800\ud801", "山" * 3000, "\U00020000\U00020001" * 40, "a\x1b[31m" * 30]
)
def test_any_text_may_stand_twice(content):
    rows = list(find_reuse([("a", content), ("b", content)]))
    assert all(row.text_a == content[row.sa : row.ea] for row in rows)


def run(articles, store, **settings):
    return [row.to_dict() for row in shared_phrases(articles, store, Settings(**settings))]


@pytest.fixture(scope="module")
def articles(docs):
    return [Article(name, text) for name, text in docs]


@pytest.fixture(scope="module")
def whole(articles, tmp_path_factory):
    return run(articles, tmp_path_factory.mktemp("whole") / "store")


@pytest.mark.parametrize("sizes", [(20, 40), (1, 2, 39, 40), (40, 40)])
def test_articles_that_come_bit_by_bit_end_in_the_same_rows(articles, whole, sizes, tmp_path):
    for size in sizes:
        rows = run(articles[:size], tmp_path / "store")
    assert rows == whole


def test_a_store_of_many_parts_ends_in_the_same_rows(articles, whole, tmp_path, monkeypatch):
    from compare.corpus import intake

    monkeypatch.setattr(intake, "PART", 1000)
    assert run(articles, tmp_path / "store") == whole
    assert len(list((tmp_path / "store" / "articles").iterdir())) > 5


def test_small_ranges_blocks_and_helpings_end_in_the_same_rows(articles, whole, tmp_path, monkeypatch):
    from compare.corpus.engines import duckdb

    monkeypatch.setattr(queries, "RANGE", 7)
    monkeypatch.setattr(queries, "BLOCK", 40)
    monkeypatch.setattr(duckdb, "TOGETHER", 100)
    monkeypatch.setattr(duckdb, "PARTS", 3)
    blocks = []
    block = duckdb._block
    monkeypatch.setattr(
        duckdb, "_block", lambda *args, **more: (blocks.append(args[2][0].name), block(*args, **more))
    )
    assert run(articles, tmp_path / "store") == whole
    assert len(blocks) == len(set(blocks)) > 20


def test_what_is_known_is_not_aligned_again(articles, whole, tmp_path, monkeypatch):
    aligned = []
    from compare.corpus import alignment

    real = alignment.Aligner.__call__

    def counted(self, hits, *rest):
        aligned.append({(int(a), int(b)) for a, b in zip(hits["a"], hits["b"], strict=True)})
        return real(self, hits, *rest)

    monkeypatch.setattr(alignment.Aligner, "__call__", counted)
    run(articles[:-1], tmp_path / "store")
    first, aligned[:] = set().union(*aligned), []
    assert run(articles, tmp_path / "store") == whole
    second = set().union(*aligned)
    assert all(39 in pair for pair in second - first)
    assert len(second) < len(first) / 2
    aligned.clear()
    assert run(articles, tmp_path / "store") == whole
    assert not aligned


def test_another_expect_is_worked_out_anew_when_it_asks_for_more(articles, whole, tmp_path):
    strict = run(articles, tmp_path / "store", expect=1e-9)
    assert run(articles, tmp_path / "store", expect=0.01) == whole
    assert run(articles, tmp_path / "store", expect=1e-9) == strict
    assert strict == [row for row in whole if row["expect"] <= 1e-9]


def test_jobs_and_memory_do_not_change_a_row(articles, whole, tmp_path):
    assert run(articles, tmp_path / "two", jobs=2) == whole
    assert run(articles, tmp_path / "small", memory="64MB") == whole
    with pytest.raises(OpedError, match="memory"):
        run(articles, tmp_path / "none", memory="a lot")


def test_a_store_guards_what_it_holds(articles, tmp_path, monkeypatch):
    run(articles, tmp_path / "store")
    with pytest.raises(UsageError, match="another text"):
        run([Article("doc1", "别的话")], tmp_path / "store")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("不是语料库", "utf-8")
    with pytest.raises(InputError, match="other things"):
        run(articles, tmp_path / "full")
    few = build_reference(text.content for text in articles)
    with pytest.raises(UsageError, match="another background"):
        list(shared_phrases(articles, tmp_path / "store", reference=few))
    monkeypatch.setattr(pipeline, "__version__", "0.0.1")
    with pytest.raises(UsageError, match="made with oped"):
        run(articles, tmp_path / "store")


def test_a_refused_input_adds_nothing(articles, whole, tmp_path, monkeypatch):
    from compare.corpus import intake

    monkeypatch.setattr(intake, "PART", 1000)
    twice = [Article("z", "再来一遍"), *articles, Article("z", "再来一遍")]
    with pytest.raises(UsageError, match="twice"):
        run(twice, tmp_path / "store")
    assert run([], tmp_path / "store") == []
    assert run(articles, tmp_path / "store") == whole
    with pytest.raises(UsageError, match="another text"):
        run([Article("y", "前面的一篇" * 400), Article("doc1", "别的话")], tmp_path / "store")
    assert run([], tmp_path / "store") == whole


@pytest.mark.parametrize("other", [False, True])
def test_two_runs_do_not_share_a_store(other, articles, tmp_path):
    rows = shared_phrases(articles, tmp_path / "store")
    next(rows)
    if other:
        command = (
            "from compare.corpus import *; from pathlib import Path; import sys;"
            "list(shared_phrases([], Path(sys.argv[1])))"
        )
        done = subprocess.run(
            [sys.executable, "-c", command, str(tmp_path / "store")], capture_output=True, check=False
        )
        assert b"another run is at work" in done.stderr
    else:
        with ThreadPoolExecutor(1) as pool, pytest.raises(OpedError, match="another run is at work"):
            pool.submit(run, articles[:2], tmp_path / "store").result()
    rows.close()
    assert run(articles[:2], tmp_path / "store")


@pytest.fixture(scope="module")
def corpus_file(docs, tmp_path_factory):
    path = tmp_path_factory.mktemp("corpus") / "articles.jsonl"
    rows = [json.dumps({"id": name, "text": text}, ensure_ascii=False) for name, text in docs]
    path.write_text("\n".join(rows) + "\n", "utf-8")
    return path


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_a_run_killed_anywhere_goes_on_to_the_same_bytes(corpus_file, tmp_path):
    """Kills at random times, however fast the machine; a nightly run may ask for more of them by OPED_KILLS."""
    whole = tmp_path / "whole.jsonl"
    begin = time.monotonic()
    assert run_here("corpus", corpus_file, "--out", whole).returncode == 0
    takes = time.monotonic() - begin + 0.5  # and the start of a process
    dice = random.Random(11)
    out = tmp_path / "out.jsonl"
    command = [sys.executable, "-m", "oped", "corpus", str(corpus_file), "--out", str(out)]
    for _ in range(int(os.environ.get("OPED_KILLS", "6"))):
        resume = ["--resume"] if Path(f"{out}.corpus").is_dir() else []
        jobs = ["--jobs", dice.choice("12")]
        with subprocess.Popen([*command, *resume, *jobs], stderr=subprocess.DEVNULL) as process:
            try:
                process.wait(dice.uniform(0.1 * takes, 1.2 * takes))
            except subprocess.TimeoutExpired:
                process.kill()
        if out.exists():
            assert out.read_bytes() == whole.read_bytes()
            out.unlink()
    resume = ["--resume"] if Path(f"{out}.corpus").is_dir() else []
    done = run_here(*command[3:], *resume)
    assert done.returncode == 0, done.stderr
    assert out.read_bytes() == whole.read_bytes()
    assert not Path(f"{out}.corpus").exists()


def test_resume_says_when_there_is_nothing_to_go_on_with(corpus_file, tmp_path):
    for args in (["--out", tmp_path / "new.jsonl"], [], ["--store", tmp_path / "none"]):
        found = run_here("corpus", corpus_file, "--resume", *args)
        assert found.returncode == 2
        assert b"--resume" in found.stderr


def test_one_bad_file_is_named_and_the_others_are_read(corpus_file, tmp_path):
    bad = tmp_path / "bad.jsonl"
    bad.write_text('\n{"id"\n', "utf-8")
    found = run_here("corpus", bad, corpus_file, tmp_path / "missing.txt", "--out", tmp_path / "out.jsonl")
    assert found.returncode == 1
    assert b"bad.jsonl line 2" in found.stderr
    assert b"missing.txt" in found.stderr
    assert run_here("corpus", corpus_file, "--out", tmp_path / "good.jsonl").returncode == 0
    assert (tmp_path / "out.jsonl").read_bytes() == (tmp_path / "good.jsonl").read_bytes()


def test_parquet_holds_the_same_rows(corpus_file, tmp_path, whole):
    import duckdb

    for name in ("one", "two"):
        assert run_here("corpus", corpus_file, "--out", tmp_path / f"{name}.parquet").returncode == 0
    assert (tmp_path / "one.parquet").read_bytes() == (tmp_path / "two.parquet").read_bytes()
    rows = duckdb.sql(f"SELECT * FROM read_parquet('{tmp_path / 'one.parquet'}')")
    assert [dict(zip(rows.columns, row, strict=True)) for row in rows.fetchall()] == whole


def test_pieces_of_a_page_are_quoted_where_they_stand_on_it():
    page = seed_page()
    rows = list(find_reuse([(str(piece.id), piece) for piece in page]))
    assert rows
    for row in rows:
        for start, end, text in ((row.sa, row.ea, row.text_a), (row.sb, row.eb, row.text_b)):
            assert [c for c in page.text[start:end] if not c.isspace()] == [
                c for c in text if not c.isspace()
            ]


def test_an_engine_that_is_not_there_is_named(articles, tmp_path):
    with pytest.raises(UsageError, match="duckdb, spark"):
        run(articles, tmp_path / "store", engine="flink")
    if importlib.util.find_spec("pyspark") is None:
        with pytest.raises(EngineUnavailableError, match=r"oped\[spark\]"):
            run(articles, tmp_path / "store", engine="spark")


@pytest.mark.slow
@pytest.mark.skipif(importlib.util.find_spec("pyspark") is None, reason="needs the extra oped[spark]")
@pytest.mark.filterwarnings("default")
@pytest.mark.timeout(1500)
def test_spark_gives_the_very_rows_of_duckdb(articles, whole, tmp_path):
    assert run(articles, tmp_path / "store", engine="spark", jobs=2) == whole
    run(articles[:30], tmp_path / "grown", engine="spark", jobs=2)
    assert run(articles, tmp_path / "grown", engine="spark", jobs=2) == whole
    assert run(articles, tmp_path / "grown", engine="duckdb") == whole
