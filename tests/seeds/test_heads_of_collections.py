"""Titles, names and figures of several articles in one file, and the head of one that was copied with its page."""

from __future__ import annotations

import pytest

from .articles import PARAGRAPHS, TITLE, body, read

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
