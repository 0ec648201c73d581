"""Official documents as sites and offices keep them: number and facts around the title, signatures, lost paragraphs."""

from __future__ import annotations

import io
import textwrap
import zipfile

import pytest

import seeds

OFFICE = "江城市人民政府办公厅"
HALVES = ("江城市人民政府办公厅关于进一步做好全市农村公路修建和养护", "工作的通知")
TITLE = "".join(HALVES)
NUMBER = "江府办发〔2020〕8号"
FACTS = (
    f"发文机关：{OFFICE}",
    "发布时间：2020-08-11",
    f"发文字号：{NUMBER}",
    "政策类型：政策文件",
    "关键字：路;桥",
)
TO = "各区、县人民政府，市政府各委、办、局："
TEXT = (
    "经市政府同意，现就进一步做好全市农村公路修建和养护工作通知如下，请结合实际认真贯彻执行。",
    "修路之前先听沿线村民怎么说，账目贴在墙上，进度报到群里，年底由村民代表会议评议一次。",
    "各区、县人民政府要把农村公路列入年度计划，落实专人，按月检查，不得拖欠农民工工资。",
)


def read(source: str, name: str = "a.txt") -> seeds.Piece:
    file = io.BytesIO(source.encode())
    file.name = name
    (piece,) = (piece for page in seeds.read_pages([file]) for piece in page)
    return piece


def shown(piece: seeds.Piece) -> tuple[str, ...]:
    return tuple(p.text for p in piece.paragraphs)


@pytest.mark.parametrize(
    ("head", "authors", "date"),
    [
        ((*HALVES, *FACTS), (OFFICE,), "2020-08-11"),
        ((TITLE, *FACTS, *HALVES, "2020-08-11 16:28", "【字体： 大 中 小 】 打印"), (OFFICE,), "2020-08-11"),
        (("江城市人民政府办公厅文件", NUMBER, *HALVES), (), None),
        ((TITLE, NUMBER), (), None),
        (
            (
                "索 引 号：000014/2020-8　主题分类：交通",
                f"发文机关：{OFFICE}　成文日期：2020年8月4日",
                f"标　　题：{TITLE}",
                f"发文字号：{NUMBER}　发布日期：2020年8月11日",
                TITLE,
            ),
            (OFFICE,),
            "2020-08-11",
        ),
        (
            (TITLE, "发文机构：交通运输厅；财政厅；公安厅和应急局", *FACTS[1:]),
            ("交通运输厅", "财政厅", "公安厅和应急局"),
            "2020-08-11",
        ),
    ],
)
def test_what_stands_around_the_title_is_no_text(head, authors, date):
    piece = read("\n".join((*head, TO, *TEXT)))
    assert (piece.title, piece.authors, piece.date) == (TITLE, authors, date)
    assert shown(piece) == (TO, *TEXT)
    assert not piece.decks


def test_facts_below_a_title_in_markdown_are_no_text():
    piece = read("\n\n".join((TITLE, *FACTS, TO, *TEXT)), "a.md")
    assert (piece.title, piece.authors, piece.date, shown(piece)) == (
        TITLE,
        (OFFICE,),
        "2020-08-11",
        (TO, *TEXT),
    )


@pytest.mark.parametrize("offices", [(OFFICE,), ("江城市交通运输局", "江城市财政局")])
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_offices_above_the_last_day_signed_the_document(offices, name):
    lines = (TITLE, NUMBER, TO, *TEXT, "附件：1．养护计划表", *offices, "2020年8月4日", "（此件公开发布）")
    piece = read("\n\n".join((f"# {TITLE}" * (name == "a.md") or TITLE, *lines[1:])), name)
    assert (piece.authors, piece.date) == (offices, "2020-08-04")
    assert shown(piece) == (TO, *TEXT, "附件：1．养护计划表")


def test_who_signed_above_an_appendix_is_told_and_the_text_goes_on():
    lines = (TITLE, NUMBER, TO, TEXT[0], OFFICE, "2020年8月4日", "农村公路养护办法", "第一章 总则", *TEXT[1:])
    piece = read("\n".join((*lines, "第二章 附则", "本办法自印发之日起施行。")))
    assert piece.authors == (OFFICE,)
    assert shown(piece)[-5:] == ("第一章 总则", *TEXT[1:], "第二章 附则", "本办法自印发之日起施行。")
    assert [p.text for p in piece.paragraphs if p.kind == "heading"] == ["第一章 总则", "第二章 附则"]


def test_lines_cut_where_the_page_ended_are_paragraphs_again():
    """Letters of a PDF are not all as wide, so full lines are not either; the indents are lost."""
    paragraphs = [f"{'；'.join(TEXT)[:90]}第{n}年又修了{n}条路，{'村民都说好' * n}。" for n in range(1, 8)]
    lines = [line for n, p in enumerate(paragraphs) for line in textwrap.wrap(p, 50 - n % 3)]
    piece = read("\n\n".join((TITLE, *FACTS, TO, *lines)))
    assert shown(piece) == (TO, *paragraphs)


SPEECH = (
    "很高兴来到江城，同各位一道交流农村公路建设的做法，谈几点体会。",
    "修路先修心，账目贴在墙上，进度报到群里，大家才会把路当成自己的路。",
    "谢谢大家！",
)


@pytest.mark.parametrize(
    "head",
    [
        ("在第三届江城农村公路论坛上的致辞", "江城市副市长 周明", "（2020年8月4日，江城）"),
        ("江城8月4日电", "修好路、护好路——在第三届江城农村公路论坛上的致辞", "（2020年8月4日）", "周明"),
    ],
)
def test_the_title_of_a_speech_names_the_speaker_and_what_repeats_it_is_no_text(head):
    to = "尊敬的各位来宾："
    title = "周明在第三届江城农村公路论坛上的致辞（全文）"
    piece = read("\n\n".join((f"# {title}", *head, to, *SPEECH)), "a.md")
    assert (piece.title, piece.authors, shown(piece)) == (title, ("周明",), (to, *SPEECH))


@pytest.mark.parametrize("name", ["演讲稿.txt", "通讯稿.txt"])
def test_how_a_speech_begins_is_no_title(name):
    first = "尊敬的各位领导、老师，亲爱的同学们："
    piece = read("\n\n".join((first, *SPEECH)), name)
    assert (piece.title, shown(piece)) == (name[:3], (first, *SPEECH))
    assert piece.paragraphs[-1].kind == "body"


def test_the_line_that_tells_where_a_text_is_from_tells_who_wrote_it():
    piece = read("\n\n".join((f"# {TITLE}", *TEXT, "摘自 《江城晚报》 2020.08.04 周明 李静")), "a.md")
    assert (piece.source, piece.authors, shown(piece)) == ("江城晚报", ("周明", "李静"), TEXT)


def test_letters_end_alike_and_lose_nothing():
    letters = (
        f"# 给{name}的信\n\n亲爱的{name}：\n\n{line}\n\n此致\n\n敬礼\n"
        for name, line in zip("甲乙丙", TEXT, strict=True)
    )
    file = io.BytesIO("\n".join(letters).encode())
    file.name = "a.md"
    assert [shown(piece)[-2:] for page in seeds.read_pages([file]) for piece in page] == [
        ("此致", "敬礼")
    ] * 3


@pytest.mark.parametrize(
    ("facts", "authors", "source", "to"),
    [
        ("发布日期:2020-08-04来源：江城晚报", (), "江城晚报", "8月3日，江城的路修通了。"),
        ("来源：江城网－江城晚报发布时间：2020-08-04", (), "江城网－江城晚报", "8月3日，江城的路修通了。"),
        (
            f"发文机构：{OFFICE}发布时间：2020-08-04发文字号：{NUMBER}来源：http://a.example/1.html关键字：路;桥;县道",
            (OFFICE,),
            None,
            "各区、县人民政府：现将有关事项通知如下。",
        ),
    ],
)
def test_title_facts_and_text_on_one_line_for_want_of_spaces_are_parted(facts, authors, source, to):
    piece = read("\n".join((TITLE + facts + to, *TEXT)), f"{TITLE}.txt")
    assert (piece.title, piece.authors, piece.date, piece.source) == (TITLE, authors, "2020-08-04", source)
    assert shown(piece) == (to, *TEXT)


MIDDLE, LARGE = '<w:jc w:val="center"/>', '<w:sz w:val="44"/>'


def p(text: str, style: str = "", run: str = "") -> str:
    return f"<w:p><w:pPr>{style}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def of_word(*parts: str) -> seeds.Piece:
    file, space = io.BytesIO(), "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(file, "w") as archive:
        document = f'<w:document xmlns:w="{space}"><w:body>{"".join(parts)}</w:body></w:document>'
        archive.writestr("word/document.xml", document)
    return seeds.read_page(file.getvalue(), name="a.docx").pieces[0]


def test_a_letterhead_is_no_title_and_what_follows_the_signature_no_text():
    end = ("2023年5月6日", "（此件公开发布）", "抄送：市委各部门，市政协办公室。", OFFICE, "2023年5月6日印发")
    titles = (p(half, MIDDLE, LARGE) for half in HALVES)
    head = p(f"{OFFICE}文件", MIDDLE, '<w:b/><w:sz w:val="72"/>') + p(NUMBER, MIDDLE)
    piece = of_word(head, *titles, *map(p, (TO, *TEXT, OFFICE, *end)))
    assert (piece.title, piece.authors, piece.date) == (TITLE, (OFFICE,), "2023-05-06")
    assert shown(piece) == (TO, *TEXT)


def test_facts_in_the_cells_of_a_table_are_told():
    rows = (
        ("发文机关：", OFFICE, "成文日期：", "2023年5月6日"),
        ("文号：", NUMBER, "发布日期：", "2023年5月10日"),
    )
    table = "".join(f"<w:tr>{''.join(f'<w:tc>{p(cell)}</w:tc>' for cell in row)}</w:tr>" for row in rows)
    piece = of_word(f"<w:tbl>{table}</w:tbl>", p(TITLE, MIDDLE, LARGE), *map(p, (TO, *TEXT)))
    assert (piece.title, piece.authors, piece.date) == (TITLE, (OFFICE,), "2023-05-10")


def test_years_in_brackets_below_a_title_are_part_of_it():
    piece = of_word(
        *(p(half, MIDDLE, LARGE) for half in HALVES), p("（2023—2025年）", MIDDLE, "<w:b/>"), *map(p, TEXT)
    )
    assert (piece.title, shown(piece)) == (f"{TITLE}（2023—2025年）", TEXT)


def test_the_number_of_a_decree_leaves_its_text_whole():
    text = (
        "《江城市农村公路管理办法》已经市政府第12次常务会议通过，现予公布。",
        "市长　周明",
        "2023年5月8日",
    )
    piece = read("\n".join(("江城市人民政府令", "第18号", *text, "江城市农村公路管理办法", *TEXT)))
    assert (piece.title, piece.date) == ("江城市人民政府令", "2023-05-08")
    assert (shown(piece)[:2], shown(piece)[-3:]) == (text[:2], TEXT)


def test_an_office_whose_name_joins_two_words_is_one_author():
    piece = read(
        "\n\n".join(("关于公路检查情况的通报", TO, *TEXT, "江城市交通和公路局", "二〇二三年五月六日"))
    )
    assert piece.authors == ("江城市交通和公路局",)


def test_a_document_told_by_its_kind_and_to_whom_it_is_sent_is_one():
    lines = (
        TITLE,
        "发布日期:2020-08-11",
        TO,
        TEXT[0],
        OFFICE,
        "2020年8月4日",
        "江城市公路养护方案",
        *TEXT[1:],
    )
    piece = read("\n".join(lines))
    assert (piece.title, piece.authors, piece.date) == (TITLE, (OFFICE,), "2020-08-11")
    assert (shown(piece)[:2], shown(piece)[-3:]) == ((TO, TEXT[0]), ("江城市公路养护方案", *TEXT[1:]))
