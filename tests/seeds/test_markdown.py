"""Markdown as crawlers and archives leave it, in words of our own."""

from __future__ import annotations

import pytest

from .articles import PARAGRAPHS, TITLE, body, read

PLAIN = "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize("label", ["CDS收藏", "cdt收藏"])
def test_a_label_in_any_case_is_read(label):
    (piece,) = read(f"# {TITLE}\n\n标题：{TITLE}\n\n作者：周明\n\n{label}：公民馆\n\n{PLAIN}\n", "a.md")
    assert (piece.title, piece.authors, body(piece)) == (TITLE, ("周明",), PARAGRAPHS)


MENU = "[首页](https://a.example) &nbsp;|&nbsp; [导读](https://b.example) | [手机版](https://c.example)"


@pytest.mark.parametrize("menu", [f"#### {MENU}", MENU])
@pytest.mark.parametrize("title", [f"### {TITLE}\n------", f"### 专栏 | {TITLE}"])
def test_links_between_bars_are_a_menu(title, menu):
    (piece,) = read(f"{title}\n\n{menu}\n\n{PLAIN}\n\n------\n{menu}\n", "a.md")
    assert (piece.title, piece.column, body(piece)) == (TITLE, None, PARAGRAPHS)


@pytest.mark.parametrize(
    "box",
    [
        '<div id="headpic">\n<img src="a"/>\n<div id="headpiccaption">\n{}\n<!-- end -->\n</div>\n</div>',
        "<div class='image-caption'><span>{}</span><span></span></div>",
        '<div class="share-box">{}</div>',
        '<div style="display: none">{}</div>',
    ],
)
def test_what_elements_of_html_are_called_tells_what_they_hold(box):
    text = "<br/>\n<br/>\n".join(PARAGRAPHS[1:])
    box = box.format("2019年6月12日，村民在河滩上修路")
    (piece,) = read(f"# {TITLE}\n\n{box}\n\n<p>{PARAGRAPHS[0]}</p>\n{box}\n<p>{text}</p>\n", "a.md")
    assert (piece.title, body(piece)) == (TITLE, PARAGRAPHS)


def test_an_element_without_an_end_holds_text():
    source = f'# {TITLE}\n\n<div class="caption"><p>{"</p><p>".join(PARAGRAPHS)}</p>\n'
    assert body(read(source, "a.md")[0]) == PARAGRAPHS


def test_a_paragraph_or_sentence_is_text_whatever_its_element_is_called():
    paragraphs = f'<p class="my-comment">{PARAGRAPHS[0]}</p>\n\n<div class="hot">{PARAGRAPHS[1]}</div>\n\n'
    assert body(read(f"# {TITLE}\n\n{paragraphs}{PARAGRAPHS[2]}\n", "a.md")[0]) == PARAGRAPHS


@pytest.mark.parametrize("line", ["Published 2018年8月5日 2019年6月1日", "Posted on 2018-08-05"])
def test_indented_html_is_no_program(line):
    below = "".join(f"    <p>\n     {text}\n    </p>\n" for text in PARAGRAPHS[1:])
    source = f'# {TITLE}\n\n<div>\n  {PARAGRAPHS[0]}\n\n    <a href="a">\n{below}    <div>{line}</div>\n'
    (piece,) = read(source, "a.md")
    assert (body(piece), piece.date) == (PARAGRAPHS, "2018-08-05")


@pytest.mark.parametrize(
    "line",
    [
        "**延伸阅读：**[江城人，你真的去过江边吗？](a)",
        "<p><b>延伸阅读：</b><a href='a'>你真的去过江边吗？</a></p>",
    ],
)
def test_a_link_behind_what_says_that_other_articles_follow(line):
    (piece,) = read(f"# {TITLE}\n\n{PARAGRAPHS[0]}\n\n{line}\n\n{PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}\n", "a.md")
    assert body(piece) == PARAGRAPHS


@pytest.mark.parametrize("site", ["江城观察", "JiangPost"])
def test_a_heading_shows_the_title_without_its_site(site):
    front = f'---\ntitle: "{TITLE} - {site}"\n---\n'
    (piece,) = read(f"{front}<article>\n <h1>\n  {TITLE}\n </h1>\n</article>\n\n{PLAIN}\n", "a.md")
    assert (piece.title, [p.text for p in piece.paragraphs]) == (TITLE, list(PARAGRAPHS))


@pytest.mark.parametrize("apart", ["\n", "\\n"])
@pytest.mark.parametrize("mark", ["'", '"'])
def test_the_printed_content_of_a_feed_is_its_value(mark, apart):
    head = f"# {TITLE}\n\n2022-12-25\n\n[{{'type': 'text/html', 'language': None, 'base': 'https://a.example/feed', "
    value = (apart * 2).join([*PARAGRAPHS, '更多：<a href="https://a.example/t)'])
    (piece,) = read(f"{head}'value': {mark}{value}{mark}}}]\n", "a.md")
    assert (piece.title, piece.date, body(piece)[:3]) == (TITLE, "2022-12-25", PARAGRAPHS)
    assert "href" not in "".join(body(piece))


@pytest.mark.parametrize("card", ["", "JSD 档案卡\n\n", "文章信息\n\n"])
@pytest.mark.parametrize("bar", ["｜", " | "])
def test_a_card_of_facts_tells_the_title_behind_a_bar(card, bar):
    facts = [
        f"标题：{TITLE}",
        "作者：周明，李静",
        "发表日期：2022.12.19",
        "来源：https://a.example/s/b4c7-1ZiSqvZxbw7",
        "主题归类：https://a.example/tag/乡村修路的事情",
        "收藏：乡村馆",
        "版权说明：该作品版权归原作者所有。江城观察仅对原作进行存档。详细版权说明。",
    ]
    known = "2022-12-21\n\n" + card + "\n\n".join(facts)
    (piece,) = read(f"# 老周说{bar}{TITLE}\n\n{known}\n\n{PLAIN}\n", "a.md")
    assert (piece.title, piece.source, piece.authors) == (TITLE, "老周说", ("周明", "李静"))
    assert body(piece) == PARAGRAPHS
    (piece,) = read(
        f"# 老周说{bar}{TITLE}\n\n{known}\n\n来源 | 江城夜话\n\n作者 | 周明 李静\n\n{PLAIN}\n", "a.md"
    )
    assert (piece.title, piece.source, body(piece)) == (TITLE, "江城夜话", PARAGRAPHS)


def test_a_card_of_facts_tells_the_title_of_a_file_without_one():
    (piece,) = read(f"标题：{TITLE}\n\n作者：周明\n\n来源：江城日报\n\n{PLAIN}\n", "0007.md")
    assert (piece.title, piece.authors, piece.source) == (TITLE, ("周明",), "江城日报")


@pytest.mark.parametrize("office", ["21世纪教育研究院院长", "江城大学教授"])
def test_where_an_author_works_stands_below_the_name(office):
    (piece,) = read(f"# {TITLE}\n\n作者 | 周明\n\n{office}\n\n{PLAIN}\n", "a.md")
    assert (piece.authors, piece.author_note, body(piece)) == (("周明",), office, PARAGRAPHS)


@pytest.mark.parametrize(
    "facts",
    [
        ["original PDF: `lu.pdf`", "folder: `JC/lectures`", "converted with PyMuPDF + reflow"],
        ["公众号: 江城夜话", "folder: lectures", "原文链接: https://a.example/s/b4c7"],
    ],
)
def test_a_quotation_of_facts_of_the_file(facts):
    quoted = "  \n".join(f"> {fact}" for fact in facts)
    (piece,) = read(f"# {TITLE}\n\n{quoted}\n\n{PLAIN}\n", "a.md")
    assert (body(piece), piece.decks) == (PARAGRAPHS, ())


def test_a_quotation_of_what_somebody_said_is_a_standfirst():
    (piece,) = read(f"# {TITLE}\n\n> 老周说: 路是大家的。\n> 作者: 周明\n\n{PLAIN}\n", "a.md")
    assert "路是大家的" in "".join([*piece.decks, *body(piece)])


@pytest.mark.parametrize("line", ["Converted from a PDF with pdftotext", "Generated by ReadBot 2.1"])
def test_what_a_program_says_of_itself(line):
    assert body(read(f"# {TITLE}\n\n{line}\n\n{PLAIN}\n\n{line}\n", "a.md")[0]) == PARAGRAPHS


@pytest.mark.parametrize(
    "line",
    [
        "JSD编者按：岁末回望，我们选了七篇文章，与读者共度这个冬天。",
        "本文是岁末专题第五篇，上一篇是《雨》，下一篇是《雪》。",
    ],
)
def test_a_note_of_the_editor_and_of_a_series(line):
    assert body(read(f"# {TITLE}\n\n{line}\n\n{PLAIN}\n", "a.md")[0]) == PARAGRAPHS


@pytest.mark.parametrize(
    "heads",
    [
        ["点击关注，学习修路", "赠送福利：修路手册"],
        ["欢迎关注我们", "粉丝福利"],
        ["如果觉得有用，转发给朋友吧~"],
    ],
)
def test_headings_that_ask_to_follow_close_a_text(heads):
    below = "\n\n".join(f"# {head}\n\n- 福利：一册《修路》，**点赞+收藏+回复，抽取三名**" for head in heads)
    (piece,) = read(f"---\ntitle: {TITLE}\n---\n\n# 前言\n\n{PLAIN}\n\n{PLAIN}\n\n---\n\n{below}\n", "a.md")
    assert (piece.title, body(piece)) == (TITLE, PARAGRAPHS * 2)


@pytest.mark.parametrize(
    "line",
    ["*如果觉得有用，转发给你身边需要的朋友吧~*", "点击在看，分享给修路的人", "要是喜欢，点个赞再走！"],
)
def test_a_last_line_that_asks_to_share(line):
    assert body(read(f"# {TITLE}\n\n{PLAIN}\n\n---\n\n{line}\n", "a.md")[0]) == PARAGRAPHS


def test_what_a_sentence_says_of_sharing_is_text():
    said = "如果日子有了盼头，人人都愿意把喜欢的事分享给邻居，这路就没有白修。"
    assert body(read(f"# {TITLE}\n\n{PLAIN}\n\n{said}\n", "a.md")[0]) == (*PARAGRAPHS, said)


def test_a_symbol_before_what_notes_are_called():
    notes = "# 📎 参考资料\n\n- 江城修路志：https://a.example/road\n- 江城年鉴\n"
    assert body(read(f"# {TITLE}\n\n{PLAIN}\n\n---\n\n{notes}", "a.md")[0]) == PARAGRAPHS


@pytest.mark.parametrize("button", ["查看视频 ↗", "观看视频", "江城日报原文 ↗"])
def test_a_button_above_and_in_a_text(button):
    source = f"# {TITLE}\n\n[{button}](a)\n\n{PARAGRAPHS[0]}\n\n[{button}](b)\n\n{PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}\n"
    assert body(read(source, "a.md")[0]) == PARAGRAPHS


@pytest.mark.parametrize("end", ["——", "……"])
def test_a_bold_first_line_that_goes_on_is_text(end):
    first = f"老周，你有没有走过这条路{end}"
    (piece,) = read(f"# {TITLE}\n\n**{first}**\n\n{PLAIN}\n\n{PARAGRAPHS[0]}\n", "a.md")
    assert (body(piece)[0], piece.decks) == (first, ())


@pytest.mark.parametrize("marks", ["#", "##"])
def test_marks_behind_a_heading(marks):
    (piece,) = read(f"{marks} {TITLE}{marks}\n\n{PLAIN}\n\n原文日期: 2014-10-10\n", "a.md")
    assert (piece.title, piece.date, body(piece)) == (TITLE, "2014-10-10", PARAGRAPHS)


@pytest.mark.parametrize(
    "last",
    [
        "> 如果发现译文存在错误或其他需要改进的地方，欢迎到[江城译社](a)修改，也可获得奖励积分。\n\n---\n\n"
        "> [江城译社](a)是一个翻译好文章的社区，想要查看更多译文请持续关注[江城译社](a)。",
        "## 欢迎订阅\n\n这个专栏每周五发布，同步更新在我的[网站](a)。",
        "## 参考文档\n\n* <https://a.example/road>\n* <https://b.example/a%20b>",
        "——————正文结束——————",
    ],
)
def test_what_a_site_says_below_a_text(last):
    assert body(read(f"# {TITLE}\n\n{PLAIN}\n\n{last}\n", "a.md")[0]) == PARAGRAPHS


def test_numbers_and_quotations_at_the_end_of_a_text_are_text():
    last = "人们只看见路修没修好（周明《江城札记》）"
    (piece,) = read(f"# {TITLE}\n\n{PLAIN}\n\n1、\n\n{last}\n\n2、\n\n> 更多人关注的是路。\n", "a.md")
    assert body(piece)[-4:] == ("1、", last, "2、", "更多人关注的是路。")


@pytest.mark.parametrize("line", ["已获得作者转载授权。", "本文已征得原作者同意。", "————正文开始————"])
def test_a_licence_above_facts(line):
    (piece,) = read(f"# {TITLE}\n\n{line}\n\n作者：周明\n\n2020-03-02 15:33:45\n\n{PLAIN}\n", "a.md")
    assert (piece.authors, piece.date, body(piece)) == (("周明",), "2020-03-02", PARAGRAPHS)


def test_a_title_below_the_level_of_its_chapters():
    source = f"| [读本](a) >> 条例\n\n{TITLE}\n----\n\n第一章　总则\n====\n\n{PLAIN}\n\n第二章　附则\n====\n\n{PLAIN}\n"
    (piece,) = read(source, "a.md")
    assert (piece.title, body(piece)) == (TITLE, PARAGRAPHS * 2)


def test_facts_of_a_title_with_its_column():
    facts = f"标题：【江城夜话】{TITLE}\n\n作者：周明\n\n发表日期：2023.10.16\n\n主题归类：乡村"
    (piece,) = read(f"{facts}\n\n{PLAIN}\n", f"2023-10/【江城夜话】{TITLE}.md")
    assert (piece.title, piece.date, piece.authors) == (TITLE, "2023-10-16", ("周明",))


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        (
            "原文来自「江城夜话」：~~<http://a.example/%E4%BB%8E%E6%B1%9F%E5%9F%8E%EF%BC%8C%E5%88%B0%E6%B2%B3%E6%BB%A9.html>~~",
            (),
        ),
        ("来源于微信公众号「江城夜话」，作者第三把木梳", ("第三把木梳",)),
    ],
)
def test_where_an_archive_has_a_text_from(line, authors):
    (piece,) = read(f"# {TITLE}\n\n{line}\n\n原文已删，菜单栏[非正式发布](a)\n\n---\n\n{PLAIN}\n", "a.md")
    assert (piece.source, piece.authors, body(piece)) == ("江城夜话", authors, PARAGRAPHS)


def test_what_asks_not_to_miss_anything():
    below = '最近改版\n\n经常有读者朋友错过推送\n\n星标🌟"江城报"\n\n及时接收最新最热的推文'
    assert body(read(f"# {TITLE}\n\n{PLAIN}\n\n{below[6:]}\n", "a.md")[0]) == PARAGRAPHS


@pytest.mark.parametrize("line", ["接上期：河滩上的路（27）", "相关阅读：河滩上的路连载"])
def test_what_a_part_of_a_series_goes_on_with(line):
    assert body(read(f"# {TITLE}\n\n{line}\n\n{PLAIN}\n", "a.md")[0]) == PARAGRAPHS


@pytest.mark.parametrize("head", ["演讲嘉宾介绍", "作者简介"])
def test_a_last_section_on_who_spoke(head):
    source = f"# {TITLE}\n\n### 路\n\n{PLAIN}\n\n### {head}\n\n周明，江城大学教师，研究乡村的路。\n"
    assert body(read(source, "a.md")[0]) == PARAGRAPHS


@pytest.mark.parametrize("stops", [(0,), (0, 2)])
def test_single_line_ends_of_a_text_that_is_wrapped_mean_nothing(stops):
    line = "村口的土路走了三十年下雨天一脚泥晴天一身灰去年村里开了三次院坝会"
    lines = [f"{line[:-1]}。" if at in stops else line for at in range(4)]
    text = "\n".join([*lines, "大家都来。"])
    (piece,) = read(f"# 修一条路\n\n{text}\n\n{text}\n", "a.md")
    assert [x.text for x in piece.paragraphs] == [text.replace("\n", "")] * 2


@pytest.mark.parametrize("short", ["村口的路修好了。", "账目贴在墙上，进度报到群里。"])
def test_a_sentence_far_from_the_width_of_other_lines_ends_a_paragraph(short):
    line = "村口的土路走了三十年下雨天一脚泥晴天一身灰去年村里开了三次院坝会"
    (piece,) = read(f"# 修一条路\n\n{short}\n{line}\n{line}\n{line}。\n", "a.md")
    assert [x.text for x in piece.paragraphs] == [short, f"{line}{line}{line}。"]
