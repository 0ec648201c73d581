"""Titles, names and figures of several articles in one file, and the head of one that was copied with its page."""

from __future__ import annotations

import pytest

from .articles import OTHER, PARAGRAPHS, SHORT, TITLE, body, read

LINES = "\n".join(f"　　{line}" for line in PARAGRAPHS)
TEXTS = (
    PARAGRAPHS,
    (
        "清早五点，城南菜市场的灯就亮了。摊主忙着卸货，老主顾挑着青菜，讨价还价的声音里，一座城市醒了过来。",
        "改造菜市场，不能只换招牌。地面要防滑，通道要够宽，价格要标清楚，老人推着小车也能走得稳稳当当。",
    ),
    (
        "图书馆的还书箱装满了，管理员蹲在地上一本一本地擦。她说书和人一样，走了远路回来，总要洗把脸。",
        "有一本借了十一年才还，里面夹着车票和一张字条。馆里免了逾期费，把字条贴在了门口的玻璃上。",
    ),
    (
        "江堤上的测水员守了二十六年，每天两次把水位写在黑板上。汛期一来，全镇的人睡前都要来看一眼黑板。",
        "如今数据自动传到手机里，黑板却没有摘。他说机器报的是数，黑板上写的是有人醒着。",
    ),
)


def collection(titles: tuple[str, ...], names: tuple[str, ...] = (), mark: str = "") -> str:
    """Articles one after the other, with a name or none below each title."""
    parts = []
    for at, (title, text) in enumerate(zip(titles, TEXTS, strict=False)):
        named = [names[at]] if names else []
        parts.append("\n".join([mark + title, *named, *(f"　　{line}" for line in text)]))
    return "\n\n".join(parts)


TITLES = ("路从院坝里修起来", "菜市场里的体温", "晚还了十一年的书", "黑板上的水位")


@pytest.mark.parametrize("name", ["小城修路人", "城市摆渡者"])
@pytest.mark.parametrize("at", [1, 3])
def test_a_longer_pen_name_stands_where_the_other_pieces_are_signed(name, at):
    names = ["周明", "李静", "秋水", "何素琴"]
    names[at] = name
    assert [piece.authors for piece in read(collection(TITLES, tuple(names)), "a.txt")] == [
        (n,) for n in names
    ]


@pytest.mark.parametrize("form", ["（{}）", "——{}", "文/{}"])
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_longer_pen_name_may_be_set_as_the_other_names_are(form, name):
    names = ("周明", "小城修路人", "李静", "何素琴")
    text = collection(TITLES, tuple(form.format(n) for n in names), "## " if name == "a.md" else "")
    assert [piece.authors for piece in read(text, name)] == [(n,) for n in names]


def test_a_longer_pen_name_at_the_end_of_a_piece():
    names = ("周明", "李静", "小城修路人", "何素琴")
    parts = (
        f"{collection((title,), ())}\n　　{name}" for title, name in zip(TITLES[:1], names, strict=False)
    )
    texts = zip(TITLES[1:], TEXTS[1:], names[1:], strict=True)
    others = (
        "\n".join([title, *(f"　　{x}" for x in text), f"　　　　{name}"]) for title, text, name in texts
    )
    found = read("\n\n".join((*parts, *others)), "a.txt")
    assert [piece.authors for piece in found] == [(n,) for n in names]


@pytest.mark.parametrize("line", ["我们的院坝", "谁来守黑板", "先问走路人"])
def test_a_second_headline_is_no_pen_name(line):
    found = read(collection(TITLES, ("周明", "李静", "秋水", line)), "a.txt")
    assert line not in {name for piece in found for name in piece.authors}


def test_figures_of_headings_that_do_not_count_up_stay():
    titles = ("5 分钱的豆腐", "18 年没有换过的招牌", "300 级台阶上的邮差")
    assert tuple(piece.title for piece in read(collection(titles, mark="## "), "a.md")) == titles


@pytest.mark.parametrize(
    "way", ["当前位置：江城网 > 时评 > 正文", "首页 » 评论 » 正文", "字体：【大 中 小】　打印本页"]
)
@pytest.mark.parametrize(
    "facts",
    [
        "稿件来源: 江城晚报 | 作者: 周明 | 编辑: 李静 | 2024-03-01 18:40",
        "2024年03月01日 08:00　来源：江城晚报　作者：周明\n字号：大 中 小",
    ],
)
@pytest.mark.parametrize("title", ["桥头的老店", "修路先问走路的人"])
def test_a_short_title_between_a_way_and_a_line_of_facts(way, facts, title):
    (piece,) = read(f"{way}\n{title}\n{facts}\n{LINES}\n\n【纠错】\n下一篇：没有了\n", "a.txt")
    assert (piece.title, piece.authors, piece.date) == (title, ("周明",), "2024-03-01")
    assert body(piece) == PARAGRAPHS


def test_a_short_title_between_a_way_and_buttons():
    (piece,) = read(f"首页 > 评论 > 正文\n桥头的老店\n分享到：微信 微博\n打印 收藏\n{LINES}\n", "a.txt")
    assert (piece.title, body(piece)) == ("桥头的老店", PARAGRAPHS)


def test_a_name_or_a_paper_between_a_way_and_facts_is_no_title():
    for line in ("何素琴", "江城晚报"):
        (piece,) = read(f"首页 > 评论 > 正文\n{line}\n2024-03-01 08:00\n{LINES}\n", f"{TITLE}.txt")
        assert piece.title == TITLE


SECTIONS = (
    (
        "修路先听大伙的",
        "村口的土路走了三十年，下雨天一脚泥，晴天一身灰。去年村里开了三次院坝会，修路先问怎么修，大伙儿都来说。",
        "路修通以后，菜能当天运进城，孩子上学也不用绕河滩。办事之前多问一句，办成之后就少一句埋怨，大伙心里都亮。",
    ),
    (
        "院坝里的三次会",
        "第一次院坝会吵到半夜，修路要占谁家的田，大伙谁也不让谁。村干部没有拍桌子，只把每一句话都记在本子上。",
        "第二次院坝会带着图纸来，修路往东还是往西，听大伙举手。到了第三次，占了田的人家自己把篱笆拆了。",
    ),
    (
        "账目贴在墙上",
        "修路的钱从哪里来，花到哪里去，都写在院坝的墙上。大伙下田路过看一眼，水泥几吨，人工几天，清清楚楚。",
        "有人问起沙子为什么贵了，第二天墙上就添了一行字。修路修的是路，先听大伙的，账目也就成了路的一部分。",
    ),
)


def tight(parts: tuple[tuple[str, ...], ...], indent: str) -> str:
    return "\r\n".join("\r\n".join([title, *(indent + x for x in text)]) for title, *text in parts)


@pytest.mark.parametrize("indent", ["  ", "    ", "\t", "　", "　　"])
def test_titles_at_the_margin_among_indented_paragraphs_begin_pieces(indent):
    found = read(f"\ufeff{tight(SHORT, indent)}\r\n", "a.txt")
    assert [(piece.title, *body(piece)) for piece in found] == list(SHORT)


@pytest.mark.parametrize("indent", ["  ", "    ", "\t", "　　"])
def test_headings_at_the_margin_of_one_text_begin_none(indent):
    (piece,) = read(tight(SECTIONS, indent), "a.txt")
    assert piece.title == SECTIONS[0][0]


def test_titles_at_the_margin_of_a_file_called_by_the_first_are_headings():
    assert len(read(tight(SHORT, "    "), f"{SHORT[0][0]}.txt")) == 1


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_a_running_head_above_all_titles_dates_all_pieces(name):
    head, mark = "江城日报　2024年3月1日　星期五　第6版", "## " * (name == "a.md")
    pages = (f"{head}\n\n{collection((title,), mark=mark)}" for title in TITLES[:1])
    pages = (*pages, f"{head}\n\n{mark}{OTHER}\n" + "\n".join(f"　　{line}" for line in TEXTS[1]))
    found = read("\n\n".join(pages), name)
    assert [(piece.date, piece.source) for piece in found] == [("2024-03-01", "江城日报")] * 2


@pytest.mark.parametrize("name", ["2015年本报评论选", "江城时评文存（2015）"])
@pytest.mark.parametrize("gap", ["　", "："])
def test_days_before_the_titles_of_a_collection_that_tells_the_year(name, gap):
    days = ("3月12日", "5月20日", "11月3日", "12月1日")
    titles = tuple(f"{day}{gap}{title}" for day, title in zip(days, TITLES, strict=True))
    found = read(f"# {name}\n\n{collection(titles, mark='## ')}", "a.md")
    dates = ["2015-03-12", "2015-05-20", "2015-11-03", "2015-12-01"]
    assert [(piece.title, piece.date) for piece in found] == list(zip(TITLES, dates, strict=True))


def test_days_before_the_headings_of_one_article_are_its_parts():
    text = "\n\n".join(
        f"## {day}日 江水涨了又落\n\n{line}" for day, line in zip("123", PARAGRAPHS, strict=True)
    )
    (piece,) = read(f"# 2015年汛期值守记\n\n{text.replace('## ', '## 7月')}", "a.md")
    assert body(piece) == PARAGRAPHS


@pytest.mark.parametrize("label", ["【范文{}】", "[例文{}]"])
@pytest.mark.parametrize("count", [2, 4])
def test_labels_that_count_the_articles_of_a_hand_out_are_no_text(label, count):
    parts = (
        f"{label.format('一二三四'[at])}\n\n# {TITLES[at]}\n\n"
        + "\n\n".join(TEXTS[at])
        + "\n\n【点评】扣题。\n"
        for at in range(count)
    )
    found = read("# 作文升格训练（四）\n\n班级：____　姓名：____\n\n" + "\n".join(parts), "a.md")
    assert [(x.title, body(x), x.authors) for x in found] == [
        (TITLES[at], TEXTS[at], ()) for at in range(count)
    ]
