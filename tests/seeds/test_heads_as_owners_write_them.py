"""Heads, names of files and ends of pieces as papers, sites and people have them."""

from __future__ import annotations

import pytest

import seeds
from seeds.metadata import fields_of_path, meta_line

from .articles import OTHER, PARAGRAPHS, SHORT, TITLE, body, read, read_rows

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


@pytest.mark.parametrize("head", ["报章 | A23 | 论坛 | 时事纵横 | By 李静", "副刊｜B2｜By 李静"])
def test_a_name_behind_words_between_bars_wrote_the_text(head):
    (piece,) = read(f"{TITLE}\n江城日报 | 2015-09-08\n{head}\n\n{LINES}\n", "a.txt")
    assert (piece.title, piece.authors, piece.source) == (TITLE, ("李静",), "江城日报")


def test_a_title_above_an_address_and_the_account_it_is_from():
    above = "https://www.a.example/3391.html\n\n本文来自微信公众号：江畔书屋（ID：jiang），作者：李静，题图来自：视觉中国"
    (piece,) = read(f"{TITLE}\n{above}\n\n{MARKED}\n", "a.txt")
    assert (piece.title, piece.authors, piece.source) == (TITLE, ("李静",), "江畔书屋")
    assert body(piece) == PARAGRAPHS


@pytest.mark.parametrize("line", ["▲点击上方蓝字关注我们", "👇点击下方卡片关注我们"])
def test_a_plea_that_points_at_a_button_is_no_title(line):
    (piece,) = read(f"{TITLE}\n\n{line}\n\n{MARKED}\n", "a.txt")
    assert (piece.title, body(piece)) == (TITLE, PARAGRAPHS)


@pytest.mark.parametrize(
    ("line", "authors"),
    [("［英］约翰·霍尔特/文　丁一苇/译", ("约翰·霍尔特",)), ("［日］小林健一/文　陈默/译", ("小林健一",))],
)
def test_strokes_part_who_wrote_from_who_translated(line, authors):
    (piece,) = read(f"{TITLE}\n{line}\n\n{LINES}\n", "a.txt")
    assert piece.authors == authors


def test_a_long_name_alone_in_its_byline_among_others_signed():
    names = ("阿依古丽·买买提", "李静", "乌云其木格")
    page = "\n\n".join(
        f"{title}\n{name}\n" + "\n".join(f"　　{line}" for line in lines)
        for (title, *lines), name in zip(SHORT, names, strict=True)
    )
    assert [piece.authors for piece in read(page, "a.txt")] == [(name,) for name in names]


@pytest.mark.parametrize("line", ["青衣大学社会科学系助理教授", "江城市文化馆馆长"])
def test_where_the_author_works_stands_between_name_and_text(line):
    (piece,) = read(f"{TITLE}\n\n撰文：何国强\n{line}\n\n{MARKED}\n", "a.txt")
    assert (piece.authors, body(piece)) == (("何国强",), PARAGRAPHS)


def test_short_comments_whose_titles_stand_in_their_first_lines():
    texts = [f"【{title}】{''.join(lines)}" for title, *lines in SHORT]
    found = read("\n\n".join(texts), "a.txt")
    assert [piece.title for piece in found] == [title for title, *_ in SHORT]
    assert [body(piece) for piece in found] == [("".join(lines),) for _, *lines in SHORT]


@pytest.mark.parametrize("form", ["第 {} 篇　", "第{}篇　", "第 {} 章 "])
def test_numbers_of_pieces_may_be_set_apart(form):
    page = "\n\n\n".join(
        f"{form.format(at)}{title}\n\n" + "\n".join(f"　　{line}" for line in lines)
        for at, (title, *lines) in enumerate(SHORT, 1)
    )
    assert [piece.title for piece in read(page, "a.txt")] == [title for title, *_ in SHORT]


def test_folders_of_a_paper_its_day_and_its_page_tell_of_a_file(tmp_path):
    path = tmp_path / "江城晚报_20170619" / "第06版_街谈" / "雨天的公交站.txt"
    path.parent.mkdir(parents=True)
    path.write_text(f"雨天的公交站\n\n{LINES}\n", encoding="utf-8")
    (piece,) = seeds.read_page(path)
    assert (piece.title, piece.date) == ("雨天的公交站", "2017-06-19")


def test_a_column_in_brackets_behind_the_day_in_the_name_of_a_file():
    found = fields_of_path("20230411-[讀者投書]老屋不是停車場-周明.txt")
    assert (found.title, found.authors, found.column) == ("老屋不是停車場", ("周明",), "讀者投書")


@pytest.mark.parametrize(
    ("sender", "authors"),
    [
        (
            "发件人: 韩雪 <han@a.example>\n收件人: pinglun@a.example\n主题: 投稿：{}\n日期: 2018年12月5日 22:17",
            ("韩雪",),
        ),
        ("发件人: 韩雪 <han@a.example>\n收件人: li@a.example\n主题: {}\n日期: 2018年12月5日 22:17", ()),
        (
            "发信人: qingshi (青石), 信区: Society\n标  题: {}\n发信站: 江城站 (2018年12月05日22:10:08), 站内",
            ("qingshi",),
        ),
    ],
)
def test_who_submits_or_posts_a_text_wrote_it(sender, authors):
    (piece,) = read(f"{sender.format(TITLE)}\n\n{TITLE}\n\n{MARKED}\n", "a.txt")
    assert (piece.authors, piece.date, body(piece)) == (authors, "2018-12-05", PARAGRAPHS)


@pytest.mark.parametrize("mark", ["_时评_", " - ", "｜"])
def test_the_name_of_a_page_above_its_title_is_no_part_of_it(mark):
    (piece,) = read(f"{TITLE}{mark}江城新闻网\n{TITLE}\n2022-08-19 07:45　来源：江城晚报\n{LINES}\n", "a.txt")
    assert (piece.title, piece.source, body(piece)) == (TITLE, "江城晚报", PARAGRAPHS)


def test_a_folder_named_by_itself_tells_of_its_files(tmp_path):
    folder = tmp_path / "江城日报2009年6月3日"
    folder.mkdir()
    for name in ("第02版.txt", "第05版.txt"):
        (folder / name).write_text(f"{TITLE}\n\n{LINES}\n", encoding="utf-8")
    found = [piece for page in seeds.read_pages([folder]) for piece in page]
    assert [(piece.title, piece.date) for piece in found] == [(TITLE, "2009-06-03")] * 2


@pytest.mark.parametrize(
    ("note", "authors"),
    [("（作者系江城大学社会学教授周明远）", ("周明远",)), ("（作者系江城市退休教师）", ())],
)
def test_a_note_may_name_the_author_behind_the_office(note, authors):
    (piece,) = read(f"{TITLE}\n\n{LINES}\n{note}\n", "a.txt")
    assert (piece.authors, body(piece)) == (authors, PARAGRAPHS)


def test_a_label_in_square_brackets_before_a_title_is_a_column():
    (piece,) = read(f"# [杂谈] {TITLE}\n\n{MARKED}\n", "a.md")
    assert (piece.title, piece.column) == (TITLE, "杂谈")


def test_folders_may_hold_the_day_and_the_page_of_a_paper(tmp_path):
    path = tmp_path / "江城晚报 2021年6月15日 A05版" / f"{TITLE}.txt"
    path.parent.mkdir()
    path.write_text(f"{LINES}\n", encoding="utf-8")
    (piece,) = seeds.read_page(path)
    assert (piece.title, piece.date) == (TITLE, "2021-06-15")


def test_fields_as_systems_of_government_sites_name_them():
    row = {
        "DOCTITLE": TITLE,
        "DOCAUTHOR": "李静",
        "DOCSOURCENAME": "江城日报",
        "DOCPUBTIME": "2018/03/16 09:12:44",
    }
    html = "".join(f"<p>{line}</p>" for line in PARAGRAPHS)
    (piece,) = read_rows([row | {"DOCID": "23", "DOCCHANNEL": "时评", "DOCHTMLCON": html}])
    assert (piece.title, piece.authors, piece.source, piece.date) == (
        TITLE,
        ("李静",),
        "江城日报",
        "2018-03-16",
    )
    assert body(piece) == PARAGRAPHS


@pytest.mark.parametrize("entry", ["{}（{}）{}", "{} ……{} {}", "{}　{}\t{}"])
def test_a_table_of_contents_is_no_text(entry):
    titles = [title for title, *_ in SHORT]
    contents = "\n\n".join(entry.format(title, "李静", at) for at, title in enumerate(titles, 1))
    pieces = "\n\n".join("\n\n".join((f"# {title}", *lines)) for title, *lines in SHORT)
    found = read(f"**目　录**\n\n{contents}\n\n{pieces}\n", "a.md")
    assert [(piece.title, body(piece)) for piece in found] == [
        (title, tuple(lines)) for title, *lines in SHORT
    ]


def test_a_student_signs_with_the_year():
    (piece,) = read(f"{TITLE}\n\n{LINES}\n{'　' * 20}文学院2020级　周明\n{'　' * 20}2021年12月3日\n", "a.txt")
    assert (piece.authors, piece.date) == (("周明",), "2021-12-03")


@pytest.mark.parametrize(("before", "column"), [("〈江城廣場〉", "江城廣場"), ("〈民意论坛〉", "民意论坛")])
def test_a_column_in_angle_brackets_is_no_part_of_a_title(before, column):
    (piece,) = read(f"{before}{TITLE}\n\n{LINES}\n", "a.txt")
    assert (piece.title, piece.column) == (TITLE, column)


def test_a_work_in_angle_brackets_is_part_of_a_title():
    (piece,) = read(f"〈背影〉里的父亲为什么哭了\n\n{LINES}\n", "a.txt")
    assert piece.title == "〈背影〉里的父亲为什么哭了"


@pytest.mark.parametrize("name", ["沈　伯庸", "沈 伯庸", "沈伯庸"])
def test_a_surname_may_stand_apart_from_two_characters(name):
    (piece,) = read(f"{TITLE}\n{name}\n\n{LINES}\n", "a.txt")
    assert (piece.title, piece.authors) == (TITLE, ("沈伯庸",))


def test_the_name_that_who_posts_goes_by():
    head = "发信人: lindu (林渡), 信区: Society\n标  题: {}\n发信站: 江城站 (2018年12月05日22:10:08), 站内"
    (piece,) = read(f"{head.format(TITLE)}\n\n{MARKED}\n", "a.txt")
    assert piece.authors == ("林渡",)


def test_the_day_of_a_page_of_a_paper_is_that_of_the_article_on_it():
    table = "<tr><td>2010年07月06日 星期二</td><td>江城晚报</td><td>第A02版：时评</td></tr>"
    text = "".join(f"<p>　　{line}</p>" for line in PARAGRAPHS)
    head = f"<head><title>江城晚报-{TITLE}</title></head>"
    html = f"<html>{head}<body><table>{table}</table><h1>{TITLE}</h1>{text}</body></html>"
    (piece,) = read(html, "a.html")
    assert (piece.title, piece.date, piece.source) == (TITLE, "2010-07-06", "江城晚报")
    assert body(piece) == PARAGRAPHS
