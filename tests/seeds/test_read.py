import io
import json
import os
import subprocess
import sys

import pytest

import seeds

TEXT = "推动发展\n\n□ 王明\n\n第一段说明情况，列出数字，讲清楚来龙去脉。\n\n第二段提出办法，安排任务，说清楚谁来做。\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.txt").write_bytes(TEXT.encode("gb18030"))
    (tmp_path / "notes.py").write_text("not a page", "utf-8")
    rows = [
        {"id": "r1", "title": "题目", "date": "2021-12-01", "text": "一行。\r\n两行。"},
        {"text": "只有正文。"},
    ]
    (tmp_path / "c.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n\n", "utf-8")
    return tmp_path


def test_a_page_comes_from_a_path_from_bytes_or_from_a_file(folder, monkeypatch):
    by_path = seeds.read_page(folder / "a.txt")
    assert (by_path.name, by_path.encoding, by_path.pieces[0].authors) == ("a.txt", "utf-8", ("王明",))
    assert seeds.read_page(TEXT.encode(), name="a.txt") == by_path
    with (folder / "a.txt").open("rb") as file:
        assert seeds.read_page(file) == by_path
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert seeds.read_page("-").name == "stdin"
    assert seeds.read_page(folder / "b.txt").text == TEXT


def test_folders_patterns_and_rows_are_read_in_order(folder):
    names = ["a.txt", "b.txt", "r1", "c.jsonl:2"]
    assert [page.name for page in seeds.read_pages([folder])] == names
    assert [page.name for page in seeds.read_pages([os.fspath(folder / "*.txt")])] == names[:2]
    row = next(seeds.read_pages([folder / "c.jsonl"]))
    assert (row.pieces[0].title, row.pieces[0].date) == ("题目", "2021-12-01")
    assert [p.text for p in row.pieces[0].paragraphs] == ["一行。", "两行。"]
    assert all(row.text[s:e] == p.text for p in row.pieces[0].paragraphs for s, e in p.spans)


@pytest.mark.parametrize(
    ("codec", "named"), [("utf-16", None), ("utf-16-le", "utf-16-le"), ("utf-16", "utf-16")]
)
def test_rows_in_utf_16_are_told_apart_once_they_are_decoded(folder, codec, named):
    rows = (folder / "c.jsonl").read_text("utf-8").replace("\n", "\n \n")
    (folder / "d.jsonl").write_bytes(rows.encode(codec))
    read = list(seeds.read_pages([folder / "d.jsonl"], encoding=named))
    assert [(page.name, page.text) for page in read] == [
        ("r1", "一行。\n两行。"),
        ("d.jsonl:3", "只有正文。"),
    ]


def test_too_large_an_input_names_the_flag(folder):
    with pytest.raises(seeds.InputError, match="--max-bytes"):
        seeds.read_page(folder / "a.txt", max_bytes=10)
    with pytest.raises(seeds.InputError, match="larger than 10 bytes"):
        seeds.read_page(io.BytesIO(b"a" * 11), max_bytes=10)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda folder: folder / "missing.txt", "cannot read"),
        (lambda folder: folder / "missing.jsonl", "cannot read"),
        (lambda folder: folder / "nothing-*.txt", "nothing matches"),
        (lambda folder: folder / "empty", "holds no"),
        (lambda folder: b"", "empty"),
        (lambda folder: b" \n\t\xe3\x80\x80", "empty"),
        (lambda folder: "bad\0name", "cannot read"),
        (lambda folder: "数字治理" * 200, "goes to parse_page"),
        (lambda folder: "数字治理\n\n要用好。", "goes to parse_page"),
        (lambda folder: folder / "broken.jsonl", "line 2 is not JSON"),
        (lambda folder: folder / "textless.jsonl", "it has words: name the right one with --field text=NAME"),
        (lambda folder: folder / "blank.jsonl", "line 1 has an empty text"),
        (lambda folder: "", "file name is empty"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path, make, message):
    (tmp_path / "empty").mkdir()
    (tmp_path / "broken.jsonl").write_text('{"text": "好。"}\n{', "utf-8")
    (tmp_path / "blank.jsonl").write_text('{"text": " "}', "utf-8")
    (tmp_path / "textless.jsonl").write_text('{"words": 1}', "utf-8")
    with pytest.raises(seeds.InputError, match=message):
        list(seeds.read_pages([make(tmp_path)]))


def test_an_article_is_taken_as_it_is():
    piece = seeds.article("　　第一行\n\n第二行\r\n", title="题", name="n", date="2021-01-01")
    assert [p.text for p in piece.paragraphs] == ["第一行", "第二行"]
    assert (piece.title, piece.page, piece.date) == ("题", "n", "2021-01-01")


def test_a_piece_without_text_is_still_a_piece():
    piece = seeds.Piece(1, "题", ())
    assert piece
    assert (len(piece), piece.body) == (0, "")


def test_importing_seeds_loads_nothing_heavy():
    heavy = "{'numpy', 'rich', 'rjieba', 'jieba', 'seeds.layout.cues', 'seeds.layout'}"
    code = f"import sys, seeds; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
