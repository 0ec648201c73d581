"""Articles in the formats that people keep them in: the same three come out of each."""

from __future__ import annotations

import gzip
import io
import json
import zipfile

import pytest

import seeds

FIRST = (
    "修一条路，先问问走路的人",
    (
        "村口的土路走了三十年，下雨天一脚泥，晴天一身灰。去年村里开了三次院坝会，路往哪儿修，先听大伙儿怎么说。",
        "路修通以后，菜能当天运进城，孩子上学也不用绕河滩。可见办事之前多问一句，办成之后就少一句埋怨。",
        "修路如此，别的事也一样。账目贴在墙上，进度报到群里，大家心里有数，干起来就有劲。",
    ),
)
SECOND = (
    "菜市场里看得见城市的体温",
    (
        "清早五点，城南菜市场的灯就亮了。摊主忙着卸货，老主顾挑着青菜，讨价还价的声音里，一座城市醒了过来。",
        "改造菜市场，不能只换招牌。地面要防滑，通道要够宽，价格要标清楚，老人推着小车也能走得稳稳当当。",
        "市场管得好不好，买菜的人最有发言权。每个月请街坊打一次分，分数就挂在门口。",
    ),
)
THIRD = (
    "别让好经念歪了",
    (
        "一项便民措施出台不久，有的窗口却要求群众多交两份证明，说是为了稳妥。好经到了末梢，念着念着就走了样。",
        "念歪的原因，有的是怕担责，有的是图省事。说到底，还是没有站在办事人的角度想问题。",
        "把办事的流程倒过来走一遍，堵在哪里一看便知。走得多了，路自然就顺了。",
    ),
)
ALL = (FIRST, SECOND, THIRD)


def read(data: bytes, name: str, **options: object) -> list[seeds.Piece]:
    file = io.BytesIO(data)
    file.name = name
    return [piece for page in seeds.read_pages([file], **options) for piece in page]  # type: ignore[arg-type]


def bodies(piece: seeds.Piece) -> tuple[str, ...]:
    return tuple(p.text for p in piece.paragraphs if p.kind == "body")


def are(pieces: list[seeds.Piece], *wanted: tuple[str, tuple[str, ...]]) -> bool:
    assert [(piece.title, bodies(piece)) for piece in pieces] == list(wanted)
    return True


# Tables


def rows() -> list[dict[str, object]]:
    return [
        {
            "标题": title,
            "正文": "\n".join(text),
            "作者": "周明、李静",
            "日期": f"2023/4/{day}",
            "来源": "江城日报",
        }
        for day, (title, text) in enumerate(ALL, 1)
    ]


def table(separator: str, encoding: str) -> bytes:
    quoted = [list(rows()[0]), *(list(map(str, row.values())) for row in rows())]
    lines = [separator.join('"' + cell.replace('"', '""') + '"' for cell in line) for line in quoted]
    return "\r\n".join(lines).encode(encoding)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (json.dumps(rows(), ensure_ascii=False).encode(), "a.json"),
        (json.dumps({"code": 0, "data": {"list": rows()}}).encode(), "reply.json"),
        ("\n".join(json.dumps(row, ensure_ascii=False) for row in rows()).encode(), "a.ndjson"),
        ("\n".join(json.dumps(row) for row in rows()).encode(), "a.txt"),
        (
            json.dumps(
                {key: {str(n): row[key] for n, row in enumerate(rows())} for key in rows()[0]}
            ).encode(),
            "p.json",
        ),
        (table(",", "utf-8-sig"), "a.csv"),
        (table(",", "gb18030"), "b.csv"),
        (table("\t", "utf-8"), "a.tsv"),
        (table(";", "gb18030"), "europe.csv"),
        (gzip.compress(table(",", "utf-8"), mtime=0), "a.csv.gz"),
        (gzip.compress("\n".join(json.dumps(row) for row in rows()).encode(), mtime=0), "a.jsonl.gz"),
    ],
)
def test_a_table_of_articles_is_read_row_by_row(data, name):
    pieces = read(data, name)
    assert are(pieces, *ALL)
    assert [(p.authors, p.date, p.source) for p in pieces] == [
        (("周明", "李静"), f"2023-04-0{day}", "江城日报") for day in (1, 2, 3)
    ]


@pytest.mark.parametrize(
    ("before", "after", "decks"),
    [
        (["把办事的流程倒过来走一遍，堵在哪里一看便知"], [], ("把办事的流程倒过来走一遍，堵在哪里一看便知",)),
        (["今日起，本版推出一组评论，与读者共话办事。", "——编　者"], [], ()),
        ([], ["相关阅读：", "修一条路，先问问走路的人", "菜市场里看得见城市的体温"], ()),
    ],
)
def test_what_stands_before_and_behind_the_text_of_a_row_is_none_of_it(before, after, decks):
    lines = [*before, *THIRD[1], *after]
    row = {"title": THIRD[0], "content": "\n".join(lines)}
    (piece,) = read(json.dumps([row], ensure_ascii=False).encode(), "a.json")
    assert are([piece], THIRD)
    assert tuple(piece.decks) == decks


def test_a_workbook_is_read_row_by_row():
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["江城日报评论一览"])
    sheet.append([*rows()[0], "阅读量"])
    for row in rows():
        sheet.append([*row.values(), 12])
    held = io.BytesIO()
    book.save(held)
    assert are(read(held.getvalue(), "a.xlsx"), *ALL)


def test_parquet_is_read_row_by_row(tmp_path):
    import duckdb

    path = tmp_path / "[1] key=value.parquet"
    (tmp_path / "a.json").write_text(json.dumps(rows(), ensure_ascii=False), "utf-8")
    connection = duckdb.connect()
    connection.execute(f"COPY (SELECT * FROM read_json('{tmp_path}/a.json')) TO '{tmp_path}/x.parquet'")
    (tmp_path / "x.parquet").rename(path)
    pieces = [piece for page in seeds.read_pages([path]) for piece in page]
    assert are(pieces, *ALL)


def test_numbers_nothing_and_not_a_number_are_cells():
    made = [
        {"id": 7, "title": 2023, "content": "\n".join(FIRST[1]), "author": None, "date": 20230401},
        {
            "id": 8.0,
            "title": float("nan"),
            "content": "\n".join(SECOND[1]),
            "author": "NaN",
            "date": 1680307200,
        },
    ]
    data = "\n".join(map(json.dumps, made)).encode()
    pieces = read(data, "a.jsonl")
    assert [(p.page, p.title, p.authors, p.date) for p in pieces] == [
        ("7", "2023", (), "2023-04-01"),
        ("8", "", (), "2023-04-01"),
    ]


def test_the_callers_columns_come_first():
    data = json.dumps({"text": "见附件", "nr": "\n".join(FIRST[1]), "bt": FIRST[0]}).encode()
    assert are(read(data, "a.jsonl", fields={"text": "nr", "title": "bt"}), FIRST)
    with pytest.raises(seeds.InputError, match="there is no field 'titel'"):
        read(data, "a.jsonl", fields={"titel": "bt"})


def test_a_column_without_a_usual_name_is_taken_where_it_alone_holds_text():
    data = (
        "date,title,word\n" + "\n".join(f"2018-07-1{n},{t},{''.join(x)}" for n, (t, x) in enumerate(ALL))
    ).encode()
    pieces = read(data, "a.csv")
    assert [piece.title for piece in pieces] == [title for title, _ in ALL]


def test_a_table_without_names_is_read_by_what_it_holds_and_says_so():
    data = "\n".join(f"2018-07-1{n},{t},{''.join(x)}" for n, (t, x) in enumerate(ALL)).encode()
    file = io.BytesIO(data)
    file.name = "a.csv"
    page = next(seeds.read_pages([file]))
    assert [note.message for note in page.notes if "column" in note.message] == [
        'the text is taken from the column "3"',
        'the date is taken from the column "1"',
    ]
    assert [(piece.title, piece.date) for piece in read(data, "a.csv")] == [
        (title, f"2018-07-1{n}") for n, (title, _) in enumerate(ALL)
    ]


def test_a_table_without_names_and_texts_says_what_to_do():
    with pytest.raises(seeds.InputError, match="--field text=3"):
        read("\n".join(f"2018-07-1{n},{t},好" for n, (t, x) in enumerate(ALL)).encode(), "a.csv")


def test_a_fault_of_a_thousand_lines_is_told_once_and_counted(tmp_path):
    lines = [json.dumps({"title": t, "text": "\n".join(x)}) for t, x in ALL]
    (tmp_path / "a.jsonl").write_text("\n".join([lines[0], *["{broken"] * 1000, *lines[1:]]), "utf-8")
    told: list[str] = []
    pages = list(seeds.read_pages([tmp_path / "a.jsonl"], on_error=lambda error: told.append(str(error))))
    assert [page.pieces[0].title for page in pages] == [title for title, _ in ALL]
    assert len(told) == 2
    assert told[0].startswith("a.jsonl line 2 is not JSON")
    assert "999 more lines cannot be read either (3, 4," in told[1]


def test_a_date_that_means_nothing_is_told_and_the_article_is_read():
    told: list[str] = []
    file = io.BytesIO(json.dumps({"text": "".join(FIRST[1]), "date": "不详"}).encode())
    file.name = "a.jsonl"
    (page,) = seeds.read_pages([file], on_error=lambda error: told.append(str(error)))
    assert page.pieces[0].date is None
    assert told == ['a.jsonl line 1: the date "不详" is not understood; write it as 2024-03-01']


def test_markup_in_a_cell_leaves_the_text():
    pytest.importorskip("lxml")
    html = "".join(f"<p>　　{text}</p>" for text in FIRST[1])
    assert are(read(json.dumps({"title": FIRST[0], "content": html}).encode(), "a.jsonl"), FIRST)


def test_paragraphs_put_on_one_line_come_apart_where_their_indents_stand():
    line = "　　" + "　　".join(FIRST[1])
    assert are(read(json.dumps({"title": FIRST[0], "content": line}).encode(), "a.jsonl"), FIRST)


# Markdown


def markdown(level: int, *articles: tuple[str, tuple[str, ...]]) -> str:
    return "\n\n".join("\n\n".join(["#" * level + " " + title, *text]) for title, text in articles)


@pytest.mark.parametrize(
    "source",
    [
        "# 言论精选\n\n" + markdown(2, *ALL),
        markdown(1, *ALL),
        markdown(2, *ALL),
        "# 四月评论十篇\n\n> 编者选自各报\n\n" + markdown(3, *ALL),
    ],
)
def test_headings_of_a_collection_are_titles(source):
    assert are(read(source.encode(), "a.md"), *ALL)


@pytest.mark.parametrize("heads", [("一、先问后修", "二、修了要管"), ("先问后修", "修了要管")])
def test_headings_inside_an_article_are_section_heads(heads):
    title, (one, two, three) = FIRST
    source = f"# {title}\n\n作者：周明　2023-04-01\n\n{one}\n\n## {heads[0]}\n\n{two}\n\n## {heads[1]}\n\n{three}\n"
    (piece,) = read(source.encode(), "a.md")
    assert (piece.title, piece.authors, piece.date) == (title, ("周明",), "2023-04-01")
    assert [p.text for p in piece.paragraphs if p.kind == "heading"] == list(heads)
    assert bodies(piece) == (one, two, three)


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: {}\nauthor:\n  - 周明\n  - 李静\ndate: 2023-04-01 08:00:00 +0800\nsource: 江城日报\n---\n",
        '+++\ntitle = "{}"\nauthors = ["周明", "李静"]\ndate = 2023-04-01T08:00:00+08:00\nsource = "江城日报"\n+++\n',
        "---\n标题: '{}'\n作者: [周明, 李静]\n日期: 2023年4月1日\n来源: 江城日报\n---\n",
    ],
)
def test_front_matter_gives_the_fields(front):
    source = front.format(FIRST[0]) + "\n" + "\n\n".join(FIRST[1])
    pieces = read(source.encode(), "a.md")
    assert are(pieces, FIRST)
    assert (pieces[0].authors, pieces[0].date, pieces[0].source) == (
        ("周明", "李静"),
        "2023-04-01",
        "江城日报",
    )


def test_marks_links_and_pictures_leave_the_text():
    title, (one, two, three) = SECOND
    source = (
        f"# **{title}**\n\n![题图](a.png)\n\n"
        + one.replace("城南菜市场", "[城南菜市场](http://example.org)")
        + "\n\n"
        f"> {two}\n\n"
        + three.replace("最有发言权", "**“最有发言权”**").replace("”**。", "”。")
        + "\n\n[阅读原文](http://example.org)\n"
    )
    (piece,) = read(source.encode(), "a.md")
    assert (piece.title, bodies(piece)) == (title, (one, two, three.replace("最有发言权", "“最有发言权”")))


def test_a_bold_line_above_an_italic_name_is_a_title():
    source = "\n\n".join(
        f"**{t}**\n\n*{name}*\n\n" + "\n\n".join(x)
        for (t, x), name in zip(ALL, ("周明", "李静", "夜航船"), strict=True)
    )
    pieces = read(source.encode(), "a.md")
    assert are(pieces, *ALL)
    assert [piece.authors for piece in pieces] == [("周明",), ("李静",), ("夜航船",)]


# Fields in a text


def test_labelled_fields_make_articles():
    def record(number: int, title: str, text: tuple[str, ...]) -> str:
        return (
            f"【标题】{title}\n【作者】周明;李静\n【来源】江城日报\n【日期】2023年4月{number}日\n【正文】\n"
            + "\n".join(text)
        )

    pieces = read("\n\n".join(record(n, *article) for n, article in enumerate(ALL, 1)).encode(), "a.txt")
    assert are(pieces, *ALL)
    assert [(p.authors, p.date, p.source) for p in pieces] == [
        (("周明", "李静"), f"2023-04-0{n}", "江城日报") for n in (1, 2, 3)
    ]


def test_a_colon_does_as_well():
    fields = f"标题：{FIRST[0]}\n作者：周明\n时间：2023-4-1\n网址：http://example.org/1\n"
    text = f"{fields}正文：{FIRST[1][0]}\n{FIRST[1][1]}\n{FIRST[1][2]}\n"
    pieces = read(text.encode("gb18030"), "a.txt")
    assert are(pieces, FIRST)
    assert (pieces[0].authors, pieces[0].date, pieces[0].url) == (
        ("周明",),
        "2023-04-01",
        "http://example.org/1",
    )


@pytest.mark.parametrize(
    ("name", "title", "authors", "date"),
    [
        ("20230401-修一条路，先问问走路的人-周明.txt", FIRST[0], ("周明",), "2023-04-01"),
        ("2023-04-01/05/修一条路，先问问走路的人.txt", FIRST[0], (), "2023-04-01"),
        ("3.修一条路，先问问走路的人.txt", FIRST[0], (), None),
        ("修一条路，先问问走路的人_江城日报.txt", FIRST[0], (), None),
        ("文章_修一条路，先问问走路的人.txt", FIRST[0], (), None),
    ],
)
def test_the_name_of_a_file_gives_what_the_text_does_not(name, title, authors, date):
    page = seeds.read_page(("　　" + "\n　　".join(FIRST[1])).encode(), name=name)
    (piece,) = page
    assert (piece.title, piece.authors, piece.date, bodies(piece)) == (title, authors, date, FIRST[1])


@pytest.mark.parametrize("mark", ["===== {}.txt =====", "### {}.txt ###", "-----{}.txt-----"])
def test_texts_that_a_script_merged_part_at_the_names_of_their_files(mark):
    merged = "\n\n".join(
        f"{mark.format(f'2023-04-01_{number:02d}')}\n{title}\n\n　　" + "\n　　".join(text)
        for number, (title, text) in enumerate(ALL, 1)
    )
    pieces = read(merged.encode(), "all.txt")
    assert are(pieces, *ALL)
    assert {piece.date for piece in pieces} == {"2023-04-01"}


# XML


def test_xml_is_read_by_the_names_of_its_tags():
    def article(title: str, text: tuple[str, ...]) -> str:
        inside = "".join(f"<p>{line}</p>" for line in text)
        head = f"<headline>{title}</headline><author>周明</author>"
        return f"<news date='2023-04-01'>{head}<content>{inside}</content></news>"

    one = read(f"<?xml version='1.0' encoding='utf-8'?>{article(*FIRST)}".encode(), "a.xml")
    assert are(one, FIRST)
    assert (one[0].authors, one[0].date) == (("周明",), "2023-04-01")
    many = "".join(article(*item) for item in ALL)
    assert are(read(f"<?xml version='1.0'?><list>{many}</list>".encode(), "b.xml"), *ALL)


def test_xml_without_a_text_says_which_tags_it_has():
    data = f"<?xml version='1.0'?><a><b>{FIRST[1][0]}</b></a>".encode()
    with pytest.raises(seeds.InputError, match="it has a, b: name the right one with --field text=TAG"):
        read(data, "a.xml")
    assert bodies(read(data, "a.xml", fields={"text": "b"})[0]) == (FIRST[1][0],)


# What is not read


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Word or Excel file; save it as .docx"),
        (b"{\\rtf1\\ansi x}", "an RTF document; save it as .docx"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 60, "a picture; run text recognition"),
        (b"Rar!\x1a\x07", "RAR archive; unpack it"),
        (b"SQLite format 3\0" + b"\0" * 60, "SQLite database; export"),
        (b"\x1f\x8b\x08\0\0", "gzip file that is damaged or cut short"),
        (b"PAR1" + b"\0" * 60, "not a readable Parquet file"),
        (b'{"title": "\xe9\xa2\x98", "size": [1, 2, 3', "is not JSON"),
        (b'{\n "a": [1, 2]\n}', "JSON without a list of articles"),
    ],
)
def test_what_is_not_read_says_what_to_do(data, message):
    with pytest.raises(seeds.InputError, match=message):
        read(data, "a.bin")


def test_what_unpacks_to_too_much_is_refused_unless_it_is_allowed():
    data = gzip.compress(("好。" * 400_000).encode())
    with pytest.raises(
        seeds.InputError, match="unpacks to more than 1,048,576 bytes; allow more with --max-bytes"
    ):
        read(data, "a.txt.gz")


def test_a_document_is_no_table_and_no_page_of_several(tmp_path):
    data = table(",", "utf-8")
    with pytest.raises(seeds.InputError, match="holds several articles: read it with read_pages"):
        seeds.read_page(data, name="a.csv")


def docx(*paragraphs: str, styles: str = "") -> bytes:
    held = io.BytesIO()
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(
            "word/document.xml", f"<w:document {space}><w:body>{''.join(paragraphs)}</w:body></w:document>"
        )
        if styles:
            archive.writestr("word/styles.xml", f"<w:styles {space}>{styles}</w:styles>")
    return held.getvalue()


def p(text: str, style: str = "", run: str = "") -> str:
    return f"<w:p><w:pPr>{style}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def test_styles_of_a_document_are_titles():
    second = '<w:style w:styleId="2"><w:name w:val="heading 2"/></w:style>'
    styles = f'{second}<w:style w:styleId="a"><w:basedOn w:val="2"/></w:style>'
    body = [p(t, '<w:pStyle w:val="a"/>') + "".join(map(p, x)) for t, x in ALL]
    assert are(read(docx(*body, styles=styles), "a.docx"), *ALL)


def test_lines_set_as_titles_are_titles():
    middle, bold = '<w:jc w:val="center"/>', "<w:b/>"
    body = [
        p(t, middle, bold) + p(n, middle) + "".join(map(p, x))
        for (t, x), n in zip(ALL, ("周明", "李静", "王晓东"), strict=True)
    ]
    pieces = read(docx(*body), "a.docx")
    assert are(pieces, *ALL)
    assert [piece.authors for piece in pieces] == [("周明",), ("李静",), ("王晓东",)]


@pytest.mark.parametrize("end", ["2023年4月1日", "XXXX年XX月XX日"])
def test_documents_one_below_the_other_begin_with_a_line_in_the_middle(end):
    middle, right = '<w:jc w:val="center"/>', '<w:jc w:val="right"/>'
    body = [p(t, middle) + "".join(map(p, x)) + p("江城中学", right) + p(end, right) for t, x in ALL]
    pieces = read(docx(*body, p("图1", middle)), "a.docx")
    assert [piece.title for piece in pieces] == [title for title, _ in ALL]


def test_a_title_on_two_lines_and_the_day_below_it():
    middle, large, small = '<w:jc w:val="center"/>', '<w:sz w:val="44"/>', '<w:sz w:val="32"/>'
    head = (
        p(FIRST[0][:5], middle, large) + p(FIRST[0][5:], middle, large) + p("（2023年4月1日）", middle, small)
    )
    (piece,) = read(docx(head, *map(p, FIRST[1])), "a.docx")
    assert (piece.title, piece.date, bodies(piece)) == (FIRST[0], "2023-04-01", FIRST[1])


@pytest.mark.parametrize(
    ("lines", "authors", "shown"),
    [
        (("周明",), ("周明",), ()),
        (("一、来路",), (), ()),
        (
            ("山里的路", "走了三十年", "下雨一脚泥", "晴天一身灰"),
            (),
            ("山里的路", "走了三十年", "下雨一脚泥", "晴天一身灰"),
        ),
    ],
)
def test_what_is_set_as_the_title_above_it_is_none(lines, authors, shown):
    middle, large = '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="32.5"/>'
    (piece,) = read(
        docx(*(p(line, middle, large) for line in (FIRST[0], *lines)), *map(p, FIRST[1])), "a.docx"
    )
    assert (piece.title, piece.authors, bodies(piece)) == (FIRST[0], authors, (*shown, *FIRST[1]))


def test_tables_of_a_document_stand_aside():
    cells = "".join(f"<w:tc>{p(cell)}</w:tc>" for cell in ("年份", "户数", "2022", "31"))
    title, text = FIRST
    pieces = read(
        docx(
            p(title, '<w:pStyle w:val="Heading1"/>'),
            p(text[0]),
            f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>",
            p(text[1]),
            p(text[2]),
        ),
        "a.docx",
    )
    assert are(pieces, FIRST)


def test_a_text_in_the_cell_beside_its_label_keeps_its_paragraphs():
    title, text = FIRST
    cells = (p("标题：") + "</w:tc><w:tc>" + p(title), p("正文：") + "</w:tc><w:tc>" + "".join(map(p, text)))
    rows = "".join(f"<w:tr><w:tc>{cell}</w:tc></w:tr>" for cell in cells)
    assert are(read(docx(f"<w:tbl>{rows}</w:tbl>"), "a.docx"), FIRST)


def test_a_document_of_pictures_says_so():
    held = io.BytesIO(docx(p("")))
    with zipfile.ZipFile(held, "a") as archive:
        archive.writestr("word/media/image1.png", b"x")
    with pytest.raises(seeds.InputError, match=r"only pictures \(1\); run text recognition"):
        read(held.getvalue(), "a.docx")
