"""What archives and clippers of articles write around them: who wrote it, before the title, and where it is from."""

from __future__ import annotations

import json

import pytest

from .articles import PARAGRAPHS as TEXT
from .articles import TITLE, body, read

PLAIN = "\n\n".join(TEXT)
NAMED = f"{TEXT[0]}周明说过这样的话。"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (f"---\ntitle: {TITLE}\n---\n\n## 周明：{TITLE}\n\n{NAMED}\n\n{PLAIN}\n", "a.md"),
        (f"---\ntitle: 周明：{TITLE}\n---\n\n## {TITLE}\n\n{NAMED}\n\n{PLAIN}\n", "a.md"),
        (f"# 周明：《{TITLE}》（2024）\n\n{NAMED}\n\n{PLAIN}\n", f"{TITLE}.md"),
        (json.dumps([{"title": TITLE, "content": f"周明-{TITLE}\n{NAMED}\n{PLAIN}"}]), "a.json"),
    ],
)
def test_the_author_before_a_title_that_is_known(source, name):
    (piece,) = read(source, name)
    assert (piece.title, piece.authors, body(piece)[0]) == (TITLE, ("周明",), NAMED)


@pytest.mark.parametrize("shown", [f"乡村：{TITLE}", f"周明：{TITLE}与桥"])
def test_what_stands_before_a_title_and_is_no_name(shown):
    (piece,) = read(f"---\ntitle: {TITLE}\n---\n\n## {shown}\n\n{PLAIN}\n", "a.md")
    assert piece.authors == ()


def test_the_pen_name_before_a_title_where_it_is_known():
    (piece,) = read(f"---\ntitle: {TITLE}\nauthor: 江城老树\n---\n\n江城老树 | {TITLE}\n\n{PLAIN}\n", "a.md")
    assert (piece.title, piece.authors, body(piece)) == (TITLE, ("江城老树",), TEXT)


def test_a_line_of_facts_below_the_first_heading_alone_makes_it_the_title_of_all():
    heads = f"## 修路之前\n\n{TEXT[1]}\n\n## 修路之后\n\n{TEXT[2]}\n"
    facts = "`4/2/2024 2:38 PM UTC` [转载自江城网](https://a.example)"
    (piece,) = read(f"### [返回](README.md)\n---\n\n## {TITLE}\n{facts}\n\n{TEXT[0]}\n\n{heads}", "1.md")
    assert (piece.title, piece.source, piece.date, piece.kicker) == (TITLE, "江城网", "2024-04-02", None)
    assert body(piece) == TEXT
    assert len(read(f"## {TITLE}\n\n{TEXT[0]}\n\n{heads}", "1.md")) == 3


def test_links_of_a_wiki_stand_for_their_words():
    linked = TEXT[0].replace("土路", "[[zh:土路]]").replace("村里", "[[江城/村|村里]]")
    (piece,) = read(f"# {TITLE}\n\n{linked}\n\n{TEXT[1]}\n", "a.md")
    assert body(piece) == TEXT[:2]


@pytest.mark.parametrize(
    ("sent", "authors"),
    [
        ("【大江城2024年03月01日讯】（大江城记者周明、李静报导）", ("周明", "李静")),
        ("【江城日报2024年3月1日讯】（记者周明综合报导）", ("周明",)),
    ],
)
def test_who_sent_it_in_brackets_before_the_first_paragraph(sent, authors):
    (piece,) = read(f"# {TITLE}\n\n{sent}{PLAIN}\n", "a.md")
    assert (piece.authors, piece.source, piece.date) == (authors, sent[1:].partition("2")[0], "2024-03-01")
    assert body(piece) == TEXT


def test_in_brackets_before_the_first_paragraph_words_are_text():
    (piece,) = read(f"# {TITLE}\n\n【修路2024年的事】（真的）{PLAIN}\n", "a.md")
    assert body(piece)[0].startswith("【修路")


@pytest.mark.parametrize(("day", "date"), [("2024-03-02 00:30:00", "2024-03-02"), ("", "2024-03-01")])
def test_wordpress_says_the_day_where_the_blog_is_at_home(day, date):
    item = (
        f"<item><title>{TITLE}</title><pubDate>Fri, 01 Mar 2024 16:30:00 +0000</pubDate>"
        f"<content:encoded><![CDATA[To 小周：谢谢你来看我\n\n{PLAIN}]]></content:encoded>"
        f"<wp:post_date>{day}</wp:post_date></item>"
    )
    spaces = (
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.1/"'
    )
    (piece,) = read(f"<?xml version='1.0'?><rss {spaces}><channel>{item}</channel></rss>", "a.xml")
    assert (piece.date, body(piece)[0]) == (date, "To 小周：谢谢你来看我")


def test_what_answers_readers_above_a_text_is_text_and_a_standfirst_is_none():
    for line, decks in (
        ("回复小周：谢谢你来看我们", ()),
        ("一条路修了三年还要再修三年", ("一条路修了三年还要再修三年",)),
    ):
        (piece,) = read(f"# {TITLE}\n\n{line}\n\n{PLAIN}\n", "a.md")
        assert (piece.decks, body(piece)) == (decks, (() if decks else (line,)) + TEXT)


@pytest.mark.parametrize(
    ("client", "title", "source"), [("desktop.mac", TITLE, None), ("江城日报", f"05 {TITLE}", "江城日报")]
)
def test_the_program_of_a_note_is_no_source_and_a_lesson_has_a_number(client, title, source):
    head = f"<title>{title}</title><meta name='created' content='2024-03-01'/><meta name='source' content='{client}'/>"
    lines = "".join(f"<p>{line}</p>" for line in ("你好，我是周明。", *TEXT))
    (piece,) = read(
        f"<html><head>{head}</head><body><h1>{title}</h1>{lines}</body></html>", f"05 {TITLE}.html"
    )
    assert (piece.title, piece.source, piece.authors) == (TITLE, source, ("周明",))


def test_a_number_that_the_file_does_not_have_is_of_the_title():
    (piece,) = read(f"# 08 {TITLE}\n\n“你好，我是周明。”他说。\n\n{PLAIN}\n", "a.md")
    assert (piece.title, piece.authors) == (f"08 {TITLE}", ())


@pytest.mark.parametrize(
    "note",
    [
        "筆者為江城大學教授。",
        "（筆者是江城中學教師）",
        "作者為江城大學社會學系教授",
        "笔者现任江城社科院研究员",
    ],
)
def test_who_the_author_is_stands_below_the_text(note):
    (piece,) = read(f"# {TITLE}\n\n{PLAIN}\n\n{note}\n", "a.md")
    assert (piece.author_note, body(piece)) == (note, TEXT)


@pytest.mark.parametrize(
    "said", ["笔者为此走访了江城大学的一位教授。", "笔者是走着去的，问过的每个人都说要修。"]
)
def test_what_the_author_tells_of_himself_is_text(said):
    (piece,) = read(f"# {TITLE}\n\n{PLAIN}\n\n{said}\n", "a.md")
    assert (piece.author_note, body(piece)) == (None, (*TEXT, said))


@pytest.mark.parametrize("who", ["【周明・村口隨筆】筆者是江城人，", "周明，江城人，"])
def test_the_column_and_its_author_below_the_text(who):
    note = f"{who}做過三十年村官，退休以後仍希望能盡上些微力量。"
    front = f"---\ntitle: {TITLE}\nauthor: 周明\n---\n\n"
    (piece,) = read(f"{front}博客 | 周明\n\n{PLAIN}\n\n---\n\n**博客 | 周明**\n\n{note}\n", "a.md")
    assert (piece.authors, piece.author_note, body(piece)) == (("周明",), note, TEXT)
    assert all(paragraph.kind == "body" for paragraph in piece.paragraphs)


@pytest.mark.parametrize(
    ("line", "source"), [("轉載自[江城之聲](https://a.example)", "江城之聲"), ("转载自网络", None)]
)
def test_where_an_article_is_from_in_words_alone(line, source):
    (piece,) = read(f"# {TITLE}\n\n{line}\n\n{PLAIN}\n", "a.md")
    assert (piece.source, body(piece)[-3:]) == (source, TEXT)


@pytest.mark.parametrize(
    ("end", "authors"),
    [
        ("本报见习记者周明本报记者李静", ("周明", "李静")),
        ("记者周明通讯员李静", ("周明", "李静")),
        ("（全文完）", ()),
    ],
)
def test_reporters_in_a_row_and_the_end_behind_the_last_sentence(end, authors):
    text = "".join(TEXT)
    (piece,) = read(json.dumps([{"title": TITLE, "content": f"{text}{end}"}]), "a.json")
    assert (piece.authors, "".join(body(piece))) == (authors, text)


@pytest.mark.parametrize("last", ["我去看看，再见再见（完）", "我去看看（未完）"])
def test_the_end_behind_a_last_word_without_a_stop(last):
    (piece,) = read(f"# {TITLE}\n\n{PLAIN}{last}", "a.md")
    assert body(piece)[-1] == f"{TEXT[-1]}{last}".removesuffix("（完）")


def test_what_a_collection_of_news_has_between_paragraphs():
    lines = "\ue40c".join(TEXT)
    (piece,) = read(f"<docs><doc><title>{TITLE}</title><content>{lines}</content></doc></docs>", "a.xml")
    assert body(piece) == TEXT


@pytest.mark.parametrize(
    ("address", "source"),
    [
        ("https://zhuanlan.zhihu.com/p/1", "知乎"),
        ("https://web.archive.org/web/20240301000000/http://opinion.people.com.cn/n/1.html", "人民网"),
        ("https://zhihu.com.example.net/p/1", None),
        ("http://www.jiangcheng.gov.cn/a/1.html", None),
        ("https://mp.weixin.qq.com/s/1", None),
    ],
)
def test_the_site_of_an_address_is_the_source_where_nothing_else_says_one(address, source):
    (piece,) = read(f"---\ntitle: {TITLE}\nurl: {address}\n---\n\n{PLAIN}\n", "a.md")
    assert (piece.source, piece.url) == (source, address)
    row = {"title": TITLE, "content": PLAIN, "url": address, "source": "江城日报"}
    assert read(json.dumps([row]), "a.json")[0].source == "江城日报"


@pytest.mark.parametrize(
    ("opening", "date"),
    [
        ("大家好，2021年3月14日星期日，欢迎收看第三期江城夜话。", "2021-03-14"),
        ("各位听众，今天是2021年3月14日，这里是江城之声。", "2021-03-14"),
        ("2021年3月14日，这里是一片河滩。", "2023-09-05"),
    ],
)
def test_a_broadcast_says_its_day_whenever_it_was_put_online(opening, date):
    (piece,) = read(f"---\ntitle: {TITLE}\ndate: 2023-09-05\n---\n\n{opening}\n\n{PLAIN}\n", "a.md")
    assert (piece.date, body(piece)) == (date, (opening, *TEXT))


@pytest.mark.parametrize(("name", "source"), [("Zhou`s 随想录", "Zhou`s 随想录"), ("My Blog", None)])
def test_the_name_of_a_site_in_two_scripts(name, source):
    head = f"<title>{TITLE} | {name}</title><meta property='og:site_name' content='{name}'>"
    lines = "".join(f"<p>{line}</p>" for line in TEXT)
    (piece,) = read(f"<html><head>{head}</head><body><h1>{TITLE}</h1>{lines}</body></html>", "a.html")
    assert (piece.title, piece.source) == (TITLE, source)


@pytest.mark.parametrize(("name", "source"), [("江城随笔", "江城随笔"), ("最新文章", None)])
def test_the_name_of_an_atom_feed_is_the_source(name, source):
    entry = f"<entry><title>{TITLE}</title><content>{PLAIN}</content></entry>"
    (piece,) = read(
        f"<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>{name}</title>{entry}</feed>",
        "a.xml",
    )
    assert piece.source == source


@pytest.mark.parametrize(
    "last",
    [
        "用上了相册（pt.a.example.cn），用上了微博（zhou@t.example.cn），多联系！",
        "我还在 a.example.cn/zhou/road 等你。",
    ],
)
def test_addresses_in_a_last_sentence_are_no_foreign_words(last):
    (piece,) = read(f"# {TITLE}\n\n{PLAIN}\n\n{last}\n", "a.md")
    assert body(piece)[-1] == last


def shown_as(title: str, heading: str, head: str = "") -> str:
    lines = "".join(f"<p>{line}</p>" for line in (NAMED, *TEXT))
    return f"<html><head><title>{title}</title>{head}</head><body><h1>{heading}</h1>{lines}</body></html>"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (shown_as(f"周明：{TITLE}_江城网", TITLE), "a.html"),
        (shown_as(TITLE, f"周明：{TITLE}"), "a.html"),
        (shown_as(f"周明：{TITLE}", f"周明：{TITLE}", "<meta name='author' content='周明'>"), "a.html"),
        (f"---\nauthor: 周明\n---\n# 周明 - {TITLE}\n\n{NAMED}\n\n{PLAIN}\n", "a.md"),
        (
            json.dumps([{"title": f"[周明]{TITLE}", "author": "周明", "content": f"{NAMED}\n{PLAIN}"}]),
            "a.json",
        ),
        (f"周明：{TITLE}\n{NAMED}\n{PLAIN}", f"{TITLE}.txt"),
    ],
)
def test_the_author_before_a_title_on_a_page_or_where_the_author_is_known(source, name):
    (piece,) = read(source, name)
    assert (piece.title, piece.authors, body(piece)[0]) == (TITLE, ("周明",), NAMED)


@pytest.mark.parametrize("title", [f"李静：{TITLE}", f"周明谈修路：{TITLE}"])
def test_somebody_else_before_a_title_stays(title):
    (piece,) = read(f"---\ntitle: {title}\nauthor: 周明\n---\n\n{PLAIN}\n", "a.md")
    assert (piece.title, piece.authors) == (title, ("周明",))


@pytest.mark.parametrize("motto", ["", "路在脚下\n\n", "一个人走，不如一群人走。\n\n"])
def test_of_a_thread_the_first_post_is_the_article(motto):
    floor = "{} 大 中 小 发表于 2010-3-1 08:3{}  只看该作者\n\n"
    answers = "".join(
        f"赵四\n\n路在心里\n\n{floor.format(f'{n}楼', n)}写得好，我也来说两句。\n\n" for n in (2, 3)
    )
    head = f"---\ntitle: {TITLE}\n---\n\n# {TITLE}\n\n江城老树\n\n{motto}{floor.format('1楼', 1)}"
    (piece,) = read(f"{head}作者：周明\n\n{PLAIN}\n\n{answers}", "a.md")
    assert (piece.title, piece.authors, body(piece)) == (TITLE, ("周明",), TEXT)
    assert not piece.decks


def test_floors_of_a_house_are_text():
    lines = "\n\n".join(f"{n}楼的老李发表于2010年的文章，贴在楼道里给大家看" for n in (3, 2))
    (piece,) = read(f"# {TITLE}\n\n{TEXT[0]}\n\n{lines}\n\n{TEXT[1]}\n", "a.md")
    assert TEXT[1] in body(piece)


@pytest.mark.parametrize("line", ["清 周明《江城記》 卷三 河渠", "——《江城古謠》"])
def test_the_work_below_a_last_quotation_is_text(line):
    quoted = "路在河邊，河在路邊，走路的人心裡有數。"
    (piece,) = read(f"# {TITLE}\n\n{PLAIN}\n\n---\n\n后记：\n\n> {quoted}\n\n{line}\n", "a.md")
    assert body(piece)[-2:] == (quoted, line)


@pytest.mark.parametrize(
    "stamps",
    [("00:00:05", "00:03:12", "01:02:00"), ("[00:00 - 03:12]", "[03:12 - 04:00]", "[04:00 - 05:00]")],
)
@pytest.mark.parametrize("who", ["", "发言人 1  "])
def test_times_of_a_recording_stand_aside(stamps, who):
    lines = "\n\n".join(f"{who}{stamp}\n\n{line}" for stamp, line in zip(stamps, TEXT, strict=True))
    (piece,) = read(f"# {TITLE}\n\n{lines}\n", "a.md")
    assert body(piece) == TEXT


def test_times_of_a_day_stay():
    lines = "\n\n".join(
        f"{stamp}\n\n{line}" for stamp, line in zip(("06:30", "09:00", "18:15"), TEXT, strict=True)
    )
    (piece,) = read(f"# {TITLE}\n\n{TEXT[0]}\n\n{lines}\n", "a.md")
    assert [part.text for part in piece.paragraphs][1:4] == ["06:30", TEXT[0], "09:00"]


@pytest.mark.parametrize(
    ("note", "authors"),
    [
        ("作者：周明，江城大学教授。", ("周明",)),
        ("本文作者周明是江城大學教授", ("周明",)),
        ("關於作者：周明，江城大學教授，寫過多本講鄉村的書。", ()),
    ],
)
def test_a_sentence_below_the_text_says_who_the_author_is(note, authors):
    (piece,) = read(f"# {TITLE}\n\n{PLAIN}\n\n{note}\n", "a.md")
    assert (piece.authors, piece.author_note, body(piece)) == (authors, note, TEXT)


@pytest.mark.parametrize("said", ["作者：李静，你们村的路怎么修？", "作者周明走了三十年的路，终于修通了。"])
def test_what_an_author_says_or_does_is_text(said):
    (piece,) = read(f"# {TITLE}\n\n{PLAIN}\n\n{said}\n", "a.md")
    assert (piece.author_note, body(piece)) == (None, (*TEXT, said))


@pytest.mark.parametrize("author", ["周明", "李静"])
def test_a_last_paragraph_that_begins_with_the_name_of_its_author(author):
    note = "周明，江城大學社會學系教授，著有《江城記》。"
    (piece,) = read(f"---\ntitle: {TITLE}\nauthor: {author}\n---\n\n{PLAIN}\n\n{note}\n", "a.md")
    told = author == "周明"
    assert (piece.author_note, body(piece)) == (note if told else None, TEXT if told else (*TEXT, note))


@pytest.mark.parametrize(
    "line",
    [
        "[原文链接](https://zhuanlan.zhihu.com/p/1)",
        "> 原文：[修一条路](https://zhuanlan.zhihu.com/p/1)",
        "**原文地址**：<https://zhuanlan.zhihu.com/p/1>",
    ],
)
@pytest.mark.parametrize("form", ["{line}\n\n{text}", "{text}\n\n{line}"])
def test_the_address_of_a_link_to_the_original(line, form):
    (piece,) = read(f"# {TITLE}\n\n{form.format(line=line, text=PLAIN)}\n", "a.md")
    assert (piece.url, piece.source, body(piece)) == ("https://zhuanlan.zhihu.com/p/1", "知乎", TEXT)


@pytest.mark.parametrize("line", ["[阅读原文](https://a.example/1)", "本文刊於江城網"])
def test_a_button_is_no_address_and_a_paper_needs_no_marks(line):
    (piece,) = read(f"# {TITLE}\n\n{PLAIN}\n\n{line}\n", "a.md")
    assert (piece.url, piece.source, body(piece)) == (None, "江城網" if "刊" in line else None, TEXT)


def test_addresses_of_several_originals_are_of_what_a_digest_speaks_of():
    lines = "\n\n".join(
        f"{line}\n\n[原文链接](https://zhuanlan.zhihu.com/p/{n})" for n, line in enumerate(TEXT)
    )
    (piece,) = read(f"# {TITLE}\n\n{lines}\n", "a.md")
    assert (piece.url, piece.source) == (None, None)
