"""Heads, names of files and ends of pieces as papers, sites and people have them."""

from __future__ import annotations

import pytest

import seeds
from seeds.metadata import fields_of_path, meta_line

from .articles import OTHER, PARAGRAPHS, SHORT, TITLE, body, read

MARKED = "\n\n".join(PARAGRAPHS)
LINES = "\n".join(f"　　{line}" for line in PARAGRAPHS)


@pytest.mark.parametrize(
    ("before", "column"),
    [("江城廣場》", "江城廣場"), ("名家〉", "名家"), ("江城网评丨", "江城网评"), ("晨光时评 | ", "晨光时评")],
)
@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_a_column_closed_or_barred_off_before_a_title_is_no_part_of_it(before, column, name):
    (piece,) = read(f"{'# ' if name == 'a.md' else ''}{before}{TITLE}\n\n{LINES}\n", name)
    assert (piece.title, piece.column) == (TITLE, column)


@pytest.mark.parametrize("title", ["读《江城》有感", "《江城》：一座城市的体温", "一座城市的《体温》"])
def test_book_marks_in_a_title_close_off_no_column(title):
    (piece,) = read(f"# {title}\n\n{LINES}\n", "a.md")
    assert (piece.title, piece.column) == (title, None)


def test_titles_that_share_all_but_a_number_in_brackets_stay_whole():
    titles = [f"写给年轻人的信（之{number}）" for number in "三四"]
    others = "\n".join(f"　　{line}" for line in reversed(PARAGRAPHS))
    found = read(f"{titles[0]}\n作者：周明\n{LINES}\n\n\n{titles[1]}\n作者：周明\n{others}\n", "a.txt")
    assert [piece.title for piece in found] == titles


@pytest.mark.parametrize("title", ["给巷子留一盏灯！", "如果巷子里没有灯……"])
def test_a_title_may_cry_out_or_break_off(title):
    (_, *lines), (second, *others), _ = SHORT
    (one, two) = ("\n\n".join(part) for part in (lines, others))
    found = read(f"{title}\n\n{one}\n\n\n{second}！\n\n{two}\n", "a.txt")
    assert [piece.title for piece in found] == [title, f"{second}！"]


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("2014年06月22日 第02版 时评 莫把公示栏当摆设.txt", ("莫把公示栏当摆设", (), "2014-06-22")),
        ("江城日报_2024-03-01_A05版_评论_书屋亮了.txt", ("书屋亮了", (), "2024-03-01")),
        ("第3版 评论.txt", (None, (), None)),
        ("扫描_20200105_0012.txt", (None, (), None)),
        ("IMG_20200105.txt", (None, (), None)),
    ],
)
def test_names_of_files_with_the_page_of_a_paper_or_the_day_of_a_scan(name, fields):
    found = fields_of_path(name)
    assert (found.title, found.authors, found.date) == fields


@pytest.mark.parametrize(
    ("folder", "authors", "source"), [("周明专栏", ("周明",), None), ("江城日报", (), "江城日报")]
)
def test_a_file_named_alone_is_known_by_a_folder_that_tells_of_it(tmp_path, folder, authors, source):
    path = tmp_path / folder / "017-雨天的公交站.txt"
    path.parent.mkdir()
    path.write_text(f"雨天的公交站\n\n{LINES}\n", encoding="utf-8")
    (piece,) = seeds.read_page(path)
    assert (piece.title, piece.authors, piece.source) == ("雨天的公交站", authors, source)


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
@pytest.mark.parametrize(
    ("stack", "authors", "source"),
    [
        (("原创", "周明", "江城观察", "2021年05月14日 08:30", "贵州"), ("周明",), "江城观察"),
        (("原创", "江城观察", "2021-05-14 08:30"), (), "江城观察"),
    ],
)
def test_what_messages_put_one_below_the_other_is_one_line(stack, authors, source, name):
    head = "# " if name == "a.md" else ""
    (piece,) = read("\n\n".join((head + TITLE, *stack, *PARAGRAPHS)), name)
    assert (piece.title, piece.authors, piece.source) == (TITLE, authors, source)
    assert (piece.date, body(piece)) == ("2021-05-14", PARAGRAPHS)


def test_a_document_is_of_the_day_it_was_published():
    line = meta_line("成文日期：2020-11-23　　　　发布日期：2020-11-25")
    assert line
    assert line.fields.date == "2020-11-25"


@pytest.mark.parametrize("line", ["林若川　译", "李静 编译"])
def test_who_translated_a_text_did_not_write_it(line):
    (piece,) = read(f"{TITLE}\n\n[加拿大] 艾琳·沃克　著\n{line}\n\n{LINES}\n", "a.txt")
    assert (piece.title, piece.authors, body(piece)) == (TITLE, ("艾琳·沃克",), PARAGRAPHS)


@pytest.mark.parametrize("line", ["青石市纺织厂　韩春英", "江城农场 周明", "城北供销社　李静"])
def test_who_signs_a_letter_with_his_place_of_work_wrote_it(line):
    (piece,) = read(
        f"{TITLE}\n\n编辑同志：\n\n{LINES}\n\n{'　' * 20}{line}\n{'　' * 20}1998年7月6日\n", "a.txt"
    )
    assert (piece.authors, piece.date) == ((line.split()[-1],), "1998-07-06")


def test_a_name_alone_between_facts_above_a_text_signs_it():
    (piece,) = read(f"来源：江城日报\n周明\n2024-03-01 08:00\n{LINES}\n", f"{OTHER}.txt")
    assert (piece.title, piece.authors, piece.date) == (OTHER, ("周明",), "2024-03-01")


@pytest.mark.parametrize("head", [f"[2024-03-01] {TITLE}", f"{TITLE}（2024年3月1日）"])
def test_a_heading_may_have_the_day_beside_the_title_that_is_known(head):
    (piece,) = read(f"---\ntitle: {TITLE}\n---\n\n# {head}\n\n{MARKED}\n", "a.md")
    assert (piece.title, piece.date) == (TITLE, "2024-03-01")
    assert body(piece) == PARAGRAPHS


@pytest.mark.parametrize("mark", ['!!! note "归档说明"', '??? info "说明"'])
def test_what_opens_a_box_is_no_text(mark):
    (piece,) = read(f"# {TITLE}\n\n{mark}\n\n" + MARKED, "a.md")
    assert body(piece) == PARAGRAPHS


def test_a_title_in_book_marks_behind_the_author_is_no_paper():
    (piece,) = read(f"# 周明 《{TITLE}》 2024-03-01\n\n" + MARKED, f"周明-{TITLE}.md")
    assert (piece.title, piece.authors, piece.source, piece.date) == (TITLE, ("周明",), None, "2024-03-01")


def test_the_card_of_a_law_is_no_text():
    card = (
        "发布部门: 江城市人民政府\n发布文号: 江政[2008]18号\n批准日期: 2008-06-05\n效力级别: 地方规范性文件"
    )
    (piece,) = read(f"江城市路灯管理办法\n{card}\n" + "\n".join(PARAGRAPHS), "a.txt")
    assert body(piece) == PARAGRAPHS
