"""What stands around titles, and where titles and authors are told without a line of their own."""

from __future__ import annotations

import pytest

import seeds

from .articles import OTHER, PARAGRAPHS, TITLE, body, read

TEXT = PARAGRAPHS[:2]
PLAIN = "\n\n".join(TEXT)
LINES = "\n".join(f"　　{line}" for line in TEXT)


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
@pytest.mark.parametrize(
    ("title", "column", "source"),
    [
        (f"江城新闻 | {TITLE}", None, "江城新闻"),
        (f"江城晚报丨{TITLE}", None, "江城晚报"),
        (f"{TITLE} - 江城之家", None, "江城之家"),
        (f"{TITLE} | 江城夜话", "江城夜话", None),
        (f"{TITLE} | 江城网", None, "江城网"),
    ],
)
def test_what_a_bar_sets_off_is_no_part_of_a_title(title, column, source, name):
    (piece,) = read(f"{'# ' if name == 'a.md' else ''}{title}\n\n{LINES}\n", name)
    assert (piece.title, piece.column, piece.source) == (TITLE, column, source)


@pytest.mark.parametrize(
    "title",
    [
        "中国人的书房——读书与做人",
        "从A-Z到0-1",
        f"{TITLE}：甲|乙|丙",
        f"跟着老周一起看书｜{TITLE}",
        f"好评江城｜{TITLE}",
    ],
)
def test_other_marks_stay_in_a_title(title):
    (piece,) = read(f"# {title}\n\n{PLAIN}\n", "a.md")
    assert piece.title == title


@pytest.mark.parametrize("name", [f"2018-04-02/{TITLE}.txt", f"03 {TITLE}.txt"])
def test_a_name_begins_the_text_of_a_file_called_by_its_title(name):
    (piece,) = read(f"何素琴\n{LINES}\n", name)
    assert (piece.title, piece.authors, body(piece)) == (TITLE, ("何素琴",), TEXT)


@pytest.mark.parametrize(("name", "authors"), [("何素琴", ("何素琴",)), ("观点", ())])
def test_brackets_before_the_title_in_a_name_of_a_file(name, authors):
    (piece,) = read(f"{LINES}\n", f"[{name}]{TITLE}.txt")
    assert (piece.title, piece.authors, piece.column) == (TITLE, authors, None if authors else name)


@pytest.mark.parametrize("line", ["［英］托马斯·里德", "[美] 玛丽·安·科尔"])
def test_where_a_foreign_author_is_from(line):
    (piece,) = read(f"{TITLE}\n{line}\n{LINES}\n", "a.txt")
    assert (piece.title, piece.authors) == (TITLE, (line.partition("］" if "］" in line else "] ")[2],))


@pytest.mark.parametrize("title", [TITLE, "5月28日，村民在院坝里合影。"])
def test_what_stands_below_a_label_alone_on_its_line(title):
    (piece,) = read(f"标题：\n{title}\n作者：\n周明\n正文：\n" + "\n".join(TEXT), "a.txt")
    assert (piece.title, piece.authors, body(piece)) == (title, ("周明",), TEXT)


def test_facts_without_a_mark_above_may_have_blank_lines_between():
    facts = (
        f'title: "{TITLE}"\ndate: 2016-07-07 20:40:14\ntags:\n\n- 村事\n\n- 修路\ncategories: 随笔\n\n---\n'
    )
    (piece,) = read(f"{facts}\n\n{PLAIN}\n", "a.md")
    assert (piece.title, piece.date, body(piece)) == (TITLE, "2016-07-07", TEXT)
    (open_end,) = read(f"title: {TITLE}\n\nhttps://a.cn/1 里说：{PLAIN}\n", "a.md")
    assert "https" in body(open_end)[0]


@pytest.mark.parametrize("mark", ["新闻 {}：", "第{}篇："])
def test_what_counts_the_titles_of_a_collection(mark):
    titles = (TITLE, "老街书摊搬进了菜市场")
    lines = zip(titles, TEXT, strict=True)
    text = "\n\n".join(f"### {mark.format(at)}**{t}**\n\n{x}" for at, (t, x) in enumerate(lines, 1))
    assert [piece.title for piece in read(text, "a.md")] == list(titles)


@pytest.mark.parametrize(
    ("said", "authors"),
    [
        ("大家好！我是来自信息2班的冯骥飞，很高兴站在这里。", ("冯骥飞",)),
        ("各位老师，下午好。我叫周明，是一名书店店员。", ("周明",)),
        ("他说，大家好，我是这里的老师，请坐。", ()),
        ("我叫周明，是一名书店店员。", ()),
    ],
)
def test_who_holds_a_speech(said, authors):
    (piece,) = read(f"# {TITLE}\n\n尊敬的各位老师：\n\n{said}\n\n{PLAIN}\n", "a.md")
    assert piece.authors == authors
    assert said in body(piece)


@pytest.mark.parametrize("said", ["我演讲的题目是《{}》。", "今天分享的题目是——《{}》。"])
def test_what_a_speech_is_called(said):
    said = f"大家好！{said.format(TITLE)}"
    assert [read(f"{said}\n\n{PLAIN}\n", name)[0].title for name in ("演讲稿.txt", "发言稿.md")] == [
        TITLE
    ] * 2
    assert read(f"# 老街书摊搬进了菜市场\n\n{said}\n\n{PLAIN}\n", "a.md")[0].title == "老街书摊搬进了菜市场"


@pytest.mark.parametrize(
    "head", ["江城评论\n江城评论\n2019-11-18 18:05\n\n导读\n", "时评\n2019年11月18日\n\n"]
)
def test_the_head_of_an_article_copied_from_a_page(head):
    (piece,) = read(f"{TITLE}\n{head}全文共1235字，阅读大约需要4分钟。\n{LINES}\n", "0417.txt")
    assert (piece.title, piece.date, body(piece)) == (TITLE, "2019-11-18", TEXT)


@pytest.mark.parametrize("title", [f"〔乡村〕{TITLE}", f"{TITLE}〔节选〕"])
def test_brackets_are_no_ornament(title):
    assert read(f"{title}\n作者　孔令溪\n\n{LINES}\n", "a.txt")[0].title == title


@pytest.mark.parametrize("title", [f"{TITLE}_江城青年网", f"{TITLE}-江城日报"])
def test_a_paper_behind_a_title(title):
    (piece,) = read(f'---\ntitle: "{title}"\n---\n\n{PLAIN}\n', "a.md")
    assert (piece.title, piece.source) == (TITLE, title[len(TITLE) + 1 :])


@pytest.mark.parametrize("note", ["编者按：本期刊发的文章，供读者参考。", "【编者按】这是一位读者的来稿。"])
def test_an_editors_note_above_the_text(note):
    (piece,) = read(
        f"<html><body><h1>{TITLE}</h1><p>{note}</p><p>{TEXT[0]}</p><p>{TEXT[1]}</p></body></html>", "a.html"
    )
    assert (piece.decks, body(piece)) == ((note,), TEXT)


def test_names_of_paragraphs_are_no_text():
    (piece,) = read(f"# {TITLE}\n\n{TEXT[0]} ^a3f91c\n\n{TEXT[1]}\n\n^b27\n", "a.md")
    assert body(piece) == TEXT


@pytest.mark.parametrize("credit", ["江城社记者鞠明摄", "新华社记者 王 轩摄"])
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_what_a_picture_shows_is_no_text(credit, name):
    shown = f"4月26日，村民在院坝里商量修路，村干部在一旁记下大家说的话。 {credit}"
    (piece,) = read(f"{'# ' if name == 'a.md' else ''}{TITLE}\n\n{TEXT[0]}\n\n{shown}\n\n{TEXT[1]}\n", name)
    assert body(piece) == TEXT


def test_what_a_template_says_of_a_picture_is_no_text():
    shown = '{% include img.html src="https://a.cn/1.jpg" title="村民在院坝里商量修路。周明摄" %}'
    (piece,) = read(f"# {TITLE}\n\n{shown}\n\n{PLAIN}\n", "a.md")
    assert body(piece) == TEXT


@pytest.mark.parametrize("note", ["【导  读】路怎么修，村里人说了算。", "编 者 按：这是一位读者的来稿。"])
def test_labels_that_are_set_wide(note):
    (piece,) = read(f"# {TITLE}\n\n{note}\n\n{PLAIN}\n", "a.md")
    assert (piece.decks, body(piece)) == ((note.replace("  ", " "),), TEXT)


def test_the_last_of_several_lines_that_say_who_wrote_ends_the_head():
    facts = "> 原创: 方明\n> 发布: 江城的七维空间\n> 发布日期: 2020-02-17\n\n"
    above = f"_{TEXT[1]}_\n\n路往哪儿修，先问问走路的人\n\n文／方明\n\n"
    (piece,) = read(f"# {TITLE}\n\n{facts}{above}{TEXT[0]}\n\n{TEXT[0]}\n", "a.md")
    assert (piece.authors, piece.source, piece.date) == (("方明",), "江城的七维空间", "2020-02-17")
    assert body(piece) == (TEXT[0],) * 2


def test_a_team_is_one_author():
    (piece,) = read(f'+++\ntitle = "{TITLE}"\nauthor = "AureaGate 團隊"\n+++\n\n{PLAIN}\n', "a.md")
    assert piece.authors == ("AureaGate 團隊",)


@pytest.mark.parametrize("days", ["（2018年1月2日）", "（2018年1月2日江城市第五次代表会议通过）"])
def test_an_official_document_is_one_piece(days):
    sections = "\n".join(f"{n}、把村里的路修好、管好、护好\n{TEXT[0]}\n{TEXT[1]}" for n in "一二三四")
    (piece,) = read(
        f"江城市委 江城市人民政府关于修好乡村道路的意见\n{days}\n{TEXT[1]}\n{sections}\n", "a.txt"
    )
    assert (piece.title, piece.date) == ("江城市委 江城市人民政府关于修好乡村道路的意见", "2018-01-02")


def test_the_day_behind_a_label_without_its_colon():
    page = f"<h1>{TITLE}</h1><p>发布时间 2021 年 10 月 23 日</p><p>{TEXT[0]}</p><p>{TEXT[1]}</p>"
    (piece,) = read(f"<html><body>{page}</body></html>", "a.html")
    assert (piece.date, piece.source, body(piece)) == ("2021-10-23", None, TEXT)


@pytest.mark.parametrize("day", ["2017.05", "（2017年5月 于江城）"])
def test_the_month_of_writing_names_nobody(day):
    (piece,) = read(f"# {TITLE}\n\n{PLAIN}\n\n{day}\n", "a.md")
    assert (piece.date, piece.authors, body(piece)) == ("2017-05", (), TEXT)


def test_who_made_the_site_wrote_nothing():
    head = '<meta name="author" content="云端科技 www.yunduan.com"><title>江城</title>'
    page = f"<h1>{TITLE}</h1><p>{TEXT[0]}</p><p>{TEXT[1]}</p>"
    (piece,) = read(f"<html><head>{head}</head><body>{page}</body></html>", "a.html")
    assert (piece.title, piece.authors) == (TITLE, ())


def test_an_office_between_title_and_day_is_no_title():
    page = f"<div>新闻公告</div><div>{TITLE}</div><div>江城市农林水利局</div><div>2020-02-29</div>"
    page += "".join(f"<p>{line}</p>" for line in TEXT)
    (piece,) = read(f"<html><head><title>新闻详情</title></head><body>{page}</body></html>", "a.html")
    assert (piece.title, piece.date) == (TITLE, "2020-02-29")


@pytest.mark.parametrize("title", ["一步一步教孩子用好网", "学会看清街头的假医生"])
def test_a_title_that_ends_as_an_office_or_a_trade_does(title):
    page = f"<div>{title}</div><div>周明</div>" + "".join(f"<p>{line}</p>" for line in TEXT)
    (piece,) = read(f"<html><body>{page}</body></html>", "a.html")
    assert (piece.title, piece.authors) == (title, ("周明",))


def test_the_ending_of_a_file_is_no_part_of_a_title():
    (piece,) = read(
        f"<html><head><title>{TITLE}.md</title></head><body><p>{PLAIN}</p></body></html>", "a.html"
    )
    assert piece.title == TITLE


@pytest.mark.parametrize("name", ["news_sohusite_xml.dat", "corpus.txt"])
def test_documents_of_a_corpus_between_tags(name):
    docs = "".join(
        f"<doc>\n<url>http://a.cn/20120706/{at}.shtml</url>\n<docno>{at}</docno>\n"
        f"<contenttitle>{title}</contenttitle>\n<content>{text}</content>\n</doc>\n"
        for at, (title, text) in enumerate(zip((TITLE, "老街书摊搬进了菜市场"), TEXT, strict=True))
    )
    pieces = read(docs, name)
    assert [(piece.title, body(piece), piece.date) for piece in pieces] == [
        (TITLE, TEXT[:1], "2012-07-06"),
        ("老街书摊搬进了菜市场", TEXT[1:], "2012-07-06"),
    ]


def test_a_bold_line_above_a_quotation_is_no_pen_name():
    text = f"# {TITLE}\n\n**現行條文**\n> {TEXT[1]}\n\n{PLAIN}\n\n# 參考\n\n* [一條路](https://a.cn/1)\n"
    (piece,) = read(text, "a.md")
    assert (piece.authors, body(piece)[-1]) == ((), TEXT[1])


def test_facts_that_a_program_lists_under_english_names():
    facts = {
        "Author": "rq cen",
        "Bio": "江城大学，专注分享",
        "Avatar": "",
        "Published": "2025.08.13 12:40:57",
    }
    facts |= {"Question Created": "2025.08.09 11:11:40", "Votes": "385", "Comments": "17"}
    lines = "".join(f"**{name}:** {value}  \n" for name, value in facts.items())
    (piece,) = read(f"# 为什么要修路？ rq cen\n\n{lines}\n{PLAIN}\n", "favorites/20251213/life 27.md")
    assert (piece.title, piece.authors, piece.date) == ("为什么要修路？", ("rq cen",), "2025-08-13")
    assert body(piece) == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "*关注我，每天带你洞察乡村的最新变化。*",
        "*本文数据来源：江城统计年鉴、江城调查报告等公开研究报告。*",
    ],
)
def test_what_an_account_puts_below_a_text(line):
    assert body(read(f"# {TITLE}\n\n{PLAIN}\n\n---\n\n{line}\n", "a.md")[0]) == TEXT


def test_years_of_the_republic():
    (piece,) = read(f"# {TITLE}\n\n中華民國109年9月23日\n\n{PLAIN}\n", "a.md")
    assert (piece.date, body(piece)) == ("2020-09-23", TEXT)


def test_a_table_of_kinds_and_texts_is_parted_by_its_tabs():
    rows = "".join(f"时政\t{'村口路边，都要修好。' * 12}{line}\n" for line in TEXT * 3)
    assert [body(piece)[0][-10:] for piece in read(rows, "train.txt")] == [line[-10:] for line in TEXT * 3]


def test_to_whom_a_letter_of_a_company_goes():
    head = "电邮讲话【2015】053号             签发人：周明\n\n"
    text = f"# {TITLE}\n\n{head}{PLAIN}\n\n报送：理事会成员、监事会成员\n\n主送：全体员工，全公开\n"
    assert body(read(text, "a.md")[0]) == TEXT


def test_a_button_is_no_paper():
    page = f"<h1>{TITLE}</h1><p>来源：江城网</p><a>下载客户端</a><p>{TEXT[0]}</p><p>{TEXT[1]}</p>"
    (piece,) = read(
        f"<html><head><title>{TITLE}_下载客户端</title></head><body>{page}</body></html>", "a.html"
    )
    assert piece.source == "江城网"


def test_a_year_in_a_title_is_no_day():
    text = f"戏台\n{LINES}\n\n***\n\n等一场雨\n{LINES}\n　　（2014年8月15日夜）\n\n***\n\n1984年的那场雪\n{LINES}\n"
    pieces = read(text, "a.txt")
    assert [(piece.title, piece.date) for piece in pieces] == [
        ("戏台", None),
        ("等一场雨", "2014-08-15"),
        ("1984年的那场雪", None),
    ]
    assert [body(piece) for piece in pieces] == [TEXT] * 3


def test_what_follows_the_end_of_a_text_is_no_text():
    below = "— END —\n\n作者简介：何明，曾在江城支教三年，现为小学教师。\n\n往期推荐\n\n山路上的六点半\n\n一封回信\n"
    (piece,) = read(f"{TITLE}\n\n何明\n\n{TEXT[0]}\n\n{below}", "a.txt")
    assert (piece.authors, body(piece)) == (("何明",), TEXT[:1])


def test_ideographs_of_older_encodings_are_read_as_usual_ones():
    (piece,) = read(f"# {TITLE}\n\n{TEXT[0].replace('年', chr(0xF98E))}\n\n{TEXT[1]}\n", "a.md")
    assert body(piece) == TEXT


@pytest.mark.parametrize("line", ["［芬兰］埃罗·拉赫蒂　著　　沈桐　译", "埃罗·拉赫蒂 著"])
def test_who_translated_a_text_did_not_write_it(line):
    (piece,) = read(f"{TITLE}\n{line}\n\n{LINES}\n", "a.txt")
    assert piece.authors == ("埃罗·拉赫蒂",)


@pytest.mark.parametrize("name", [f"{TITLE}_江湾新闻网 (1).txt", f"{TITLE} - 副本.txt", f"{TITLE}（2）.md"])
def test_what_a_browser_adds_to_the_name_of_a_second_file(name):
    assert read(f"{LINES}\n", name)[0].title == TITLE


@pytest.mark.parametrize("folder", ["周明文集", "周明_文本"])
def test_a_folder_of_what_one_author_wrote(folder, tmp_path):
    file = tmp_path / folder / "随笔" / f"{TITLE}.md"
    file.parent.mkdir(parents=True)
    file.write_text(f"# {TITLE}\n\n{PLAIN}\n", "utf-8")
    assert [piece.authors for page in seeds.read_pages([tmp_path]) for piece in page] == [("周明",)]


def test_a_line_that_is_said_twice_is_a_caption():
    shown = "村民在院坝里商量怎么修路" * 2
    for name, mark in (("a.txt", ""), ("a.md", "# ")):
        (piece,) = read(f"{mark}{TITLE}\n\n{TEXT[0]}\n\n{shown}\n\n{TEXT[1]}\n", name)
        assert body(piece) == TEXT


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_the_history_of_a_law_stands_above_it(name):
    history = (
        "1993年11月26日 江城市第十届人民代表大会常务委员会第七次会议通过",
        "（根据2016年11月25日江城市第十四届人民代表大会常务委员会第三十一次会议的决定修正）",
    )
    articles = ("第一条 为了保障乡村道路安全，制定本办法。", "第二条 本市乡村道路的修建和管理适用本办法。")
    text = "\n\n".join((f"{'# ' if name == 'a.md' else ''}江城市乡村道路管理办法", *history, *articles))
    (piece,) = read(f"{text}\n", name)
    assert (piece.title, body(piece)) == ("江城市乡村道路管理办法", articles)


def test_sections_of_a_report_of_which_some_are_headings_already():
    parts = "\n".join(f"{n}、把村里的第{n}条路修好，先问问走路的人\n{LINES}" for n in "一二三四五六七八")
    assert len(read(f"{TITLE}\n（2017年10月18日）\n周明\n同志们：\n{LINES}\n{parts}\n", "a.txt")) == 1


def test_a_label_and_its_value_below():
    (piece,) = read(f"# {TITLE}\n\n> 原创：  \n> 赵明玉  \n> 发布: 江城前线\n\n{PLAIN}\n", "a.md")
    assert (piece.authors, piece.source) == (("赵明玉",), "江城前线")


@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_a_column_in_brackets_stands_before_a_title(name):
    title = f"【立此存照】{TITLE}"
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    page = f'<meta name="author" content="jiangcheng"><title>{title}</title><a href="http://jiangcheng.cn/">1</a>'
    source = (
        f"# {title}\n\n{PLAIN}\n"
        if name == "a.md"
        else f"<html>{page}<body><h1>{title}</h1>{text}</body></html>"
    )
    (piece,) = read(source, name)
    assert (piece.title, piece.column, piece.authors) == (TITLE, "立此存照", ())


@pytest.mark.parametrize("mark", ["〔剪报〕", "[转载]"])
def test_what_somebody_puts_before_a_title_that_is_kept(mark):
    assert read(f"{mark}{TITLE}\n作者　孔令溪\n\n{LINES}\n", "a.txt")[0].title == TITLE


def test_an_editors_note_below_the_text():
    assert body(read(f"# {TITLE}\n\n{PLAIN}\n\n【按】此文可与去年一篇合看。\n", "a.md")[0]) == TEXT


def test_a_paragraph_behind_marks_of_a_heading_is_text():
    (piece,) = read(f"# {TITLE}\n\n###### {TEXT[0] * 2}\n\n{TEXT[1]}\n", "a.md")
    assert body(piece) == (TEXT[0] * 2, TEXT[1])


def test_a_blog_is_the_source_of_what_stands_on_it():
    head = f"<title>{TITLE} – 半亩方塘</title><header><p class='site-title'><a>半亩方塘</a></p></header>"
    page = f"<h1>{TITLE}</h1>" + "".join(f"<p>{line}</p>" for line in TEXT)
    assert read(f"<html>{head}<body>{page}</body></html>", "a.html")[0].source == "半亩方塘"


def test_the_head_of_a_report_has_a_title_on_two_lines():
    lines = (
        "村里的路修好了",
        "把村外的路也修好",
        "——在江城市乡村道路大会上的报告",
        "（2017年10月18日）",
        "周明",
    )
    head = "\n\n".join((*lines, "同志们：\n\n"))
    (piece,) = read(f"{head}{LINES}\n", "a.txt")
    assert (piece.title, piece.authors, piece.date) == (
        "村里的路修好了 把村外的路也修好",
        ("周明",),
        "2017-10-18",
    )


@pytest.mark.parametrize("line", ["（本文只代表個人意見。）", "本文仅代表作者个人观点，与本网无关", "—分享—"])
def test_what_a_site_says_below_a_text(line):
    assert body(read(f"{TITLE}\n\n周明\n\n{LINES}\n\n{line}\n", "a.txt")[0]) == TEXT


def test_a_note_has_another_day_than_the_article_in_it():
    front = "---\ntags: [剪藏]\ndate: 2020-01-20\n---\n"
    facts = "URL:: [江城网](https://a.cn/1.htm)\n作者:: [[周明]]\n发布:: [[2019-12-30]]\n\n"
    (piece,) = read(f"{front}# {TITLE}\n\n{facts}{PLAIN}\n", "a.md")
    assert (piece.authors, piece.date, body(piece)) == (("周明",), "2019-12-30", TEXT)


@pytest.mark.parametrize("heading", ["自评", "推荐理由"])
def test_what_a_form_says_of_an_article_is_not_in_it(heading):
    text = f"# {TITLE}\n\n{PLAIN}\n\n## {heading}\n\n本文选题贴近民生，刊发后被多家网站转载。\n"
    assert body(read(text, "a.md")[0]) == TEXT


@pytest.mark.parametrize("rule", ["", "----\n"])
def test_the_fields_below_a_text(rule):
    fields = f"url: https://a.cn/1\ntitle: {TITLE}\nauthor: 周明\nmedia: 江城网\npub_time: 2019-08-16 11:05\nlike: 57\n"
    (piece,) = read(f"{PLAIN}\n\n{rule}{fields}", "1340364.txt")
    assert (piece.title, piece.authors, piece.date) == (TITLE, ("周明",), "2019-08-16")
    assert (piece.source, body(piece)) == ("江城网", TEXT)


@pytest.mark.parametrize(
    ("line", "name"),
    [("□阿依古丽·买买提（媒体人）", "阿依古丽·买买提"), ("徐明 (江城社供本报特稿)", "徐明")],
)
def test_who_an_author_is_stands_behind_the_name(line, name):
    page = f"<h1>{TITLE}</h1><p>{TEXT[0]}</p><p>{TEXT[1]}</p><p>{line}</p>"
    (piece,) = read(f"<html><body>{page}</body></html>", "a.html")
    assert (piece.authors, body(piece)) == ((name,), TEXT)


def test_a_note_on_the_author_in_traditional_characters():
    (piece,) = read(f"# {TITLE}\n\n{PLAIN}\n\n（作者為退休國小教師）\n", "a.md")
    assert body(piece) == TEXT


def test_the_top_of_a_page_with_a_row_of_sections():
    top = "江城网首页 | 新闻 | 评论 | 财经 | 体育\n您的位置：首页 >> 评论 >> 正文\n\n"
    facts = "2020年3月19日 09:41    来源：江城网    作者：周明    选稿：李静\n微博 微信 QQ空间 打印\n\n"
    (piece,) = read(f"{top}{TITLE}\n{facts}{LINES}\n", "a.txt")
    assert (piece.title, piece.authors, piece.source, body(piece)) == (TITLE, ("周明",), "江城网", TEXT)


def test_a_book_and_its_author_in_the_name_of_a_file():
    (piece,) = read(f"{LINES}\n", "《夜读》周明.txt")
    assert (piece.title, piece.authors) == ("夜读", ("周明",))


@pytest.mark.parametrize("label", ["微信公众号“江城夜话”", "公众号：《江城夜话》"])
def test_an_account_is_called_by_its_name(label):
    (piece,) = read(f"# {TITLE}\n\n来源：{label}\n\n{PLAIN}\n", "a.md")
    assert piece.source == "江城夜话"


def test_a_line_of_contents_is_no_text():
    text = f"# {TITLE}\n\n第一节　把路修好............12\n\n第二节　把路管好······\n\n{PLAIN}\n"
    (piece,) = read(text, "a.md")
    assert (piece.title, body(piece)) == (TITLE, TEXT)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("走出养生的“保健品", "误区”，先问医生"), "走出养生的“保健品误区”，先问医生"),
        (("修一条“连心路”", "先问问走路的人"), "修一条“连心路” 先问问走路的人"),
    ],
)
def test_a_title_goes_on_between_marks(lines, title):
    text = "\n".join(PARAGRAPHS * 3)
    others = "\n".join(f"\n{head}\n（{name}）\n{text}" for head, name in ((OTHER, "李静"), (TITLE, "王强")))
    page = seeds.parse_page("\n".join((*lines, "（周明）", text, others)))
    assert [piece.title for piece in page] == [title, OTHER, TITLE]


def test_a_chapter_far_below_is_no_law():
    history = "2018年1月2日，村里的路由江城市第五次会议通过"
    text = "\n".join((TITLE, "周明", LINES, f"　　{history}", *[LINES] * 30, "第一章 修路", LINES))
    (piece,) = read(text, "a.txt")
    assert history in body(piece)


@pytest.mark.parametrize("deck", ["村里开了三次会才定下一条路", ""])
@pytest.mark.parametrize("again", ["村里修一条路，要先问问走路的人", "要修一条路，先去问问走路的人？"])
def test_a_title_that_the_second_line_says_over_is_no_text(again, deck):
    (piece,) = read(f"{TITLE}\n\n　　{again}\n　　{deck}\n　　" + "\n　　".join(TEXT), "a.txt")
    assert (piece.title, body(piece), piece.decks) == (TITLE, TEXT, (deck,) if deck else ())


def test_a_first_paragraph_that_speaks_of_the_title_stays():
    first = "修一条路，要先问问走路的人。"
    (piece,) = read(f"{TITLE}\n\n　　{first}\n　　" + "\n　　".join(TEXT), "a.txt")
    assert body(piece) == (first, *TEXT)


@pytest.mark.parametrize("greeting", ["各位来宾、各位乡亲，大家好。", "同志们、朋友们："])
def test_the_numbered_sections_of_a_speech_are_one_piece(greeting):
    heads = ("路是走出来的", "先问问走路的人", "账目贴在墙上")
    parts = "\n\n".join(
        f"（{n}）{head}\n" + "\n\n".join(TEXT) for n, head in zip("一二三", heads, strict=True)
    )
    (piece,) = read(f"{greeting}\n\n{parts}\n", "a.txt")
    assert (piece.title, piece.paragraphs[0].text) == ("", greeting)
    assert [x.text for x in piece.paragraphs if x.kind == "heading"] == [
        f"（{n}）{head}" for n, head in zip("一二三", heads, strict=True)
    ]
