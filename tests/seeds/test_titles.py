"""What stands around titles is told from titles, on all titles of a page together."""

import pytest

import seeds
from seeds.layout.titles import plain_titles

PLAIN = ("门开了才算数", "慢一分钟又何妨", "夜市既要热闹也要干净")


@pytest.mark.parametrize(
    "form",
    [
        "{n}. {t}", "{n}、《{t}》", "{c}、{t}", "（{c}）{t}", "【{n}】{t}", "第{c}篇 {t}", "范文{c}：{t}",
        "{n} {t}", "● {t}", "■{t}", "《{t}》", "之{c}：{t}", "{r}. {t}", "◆ {t} ◆", "<<{t}>>", "｜{t}｜",
    ],
)  # fmt: skip
def test_numbers_bullets_and_frames_go(form):
    titles = [form.format(n=n, c="一二三"[n - 1], r="I" * n, t=title) for n, title in enumerate(PLAIN, 1)]
    assert [title.text for title in plain_titles(titles)] == list(PLAIN)


@pytest.mark.parametrize(
    "title", ["3个月的等待", "一个都不能少", "第一书记的账本", "2021年，再出发", "“十四五”怎么看"]
)
def test_a_number_that_counts_nothing_stays(title):
    assert plain_titles([title, "门开了才算数"])[0].text == title


@pytest.mark.parametrize(
    "titles",
    [
        ("5分钱的豆腐", "18年没有换过的招牌", "300级台阶上的邮差"),
        ("5 分钱的豆腐", "18 年没有换过的招牌", "300 级台阶上的邮差"),
        ("1.5亿人的回家路", "3.2亿人的早饭"),
        ("3%的人还在等车", "5%的人已经到家"),
        ("2019年的雪", "2020年的雨"),
        ("三个和尚的井", "五个孩子的课堂"),
        ("第8次出发", "第20个春天"),
    ],
)
def test_figures_that_do_not_count_up_belong_to_their_titles(titles):
    assert tuple(title.text for title in plain_titles(titles)) == titles


@pytest.mark.parametrize("form", ["{n}{t}", "{n} {t}", "0{n} {t}"])
def test_figures_that_count_up_are_numbers(form):
    titles = [form.format(n=n, t=title) for n, title in enumerate(PLAIN, 1)]
    assert [title.text for title in plain_titles(titles)] == list(PLAIN)


def test_the_name_of_a_column_is_told():
    before, behind = plain_titles(["江城时评丨门开了才算数", "慢一分钟又何妨（江城时评）"])
    assert before[:2] == ("门开了才算数", "江城时评")
    assert behind[:2] == ("慢一分钟又何妨（江城时评）", "江城时评")
    assert plain_titles(["大槐树（上）"])[0].column is None
    assert plain_titles(["江城时评：门开了才算数"])[0].text == "江城时评：门开了才算数"
    assert [title[:2] for title in plain_titles(["【街巷】门开了才算数", "【灯下】慢一分钟又何妨"])] == [
        ("门开了才算数", "街巷"), ("慢一分钟又何妨", "灯下"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "form",
    [
        "{t}　　{a}",
        "{t} / {a}",
        "{t}／{a}",
        "{a}：{t}",
        "{t}（{a}）",
        "{t}——{a}",
        "{t}  □{a}",
        "{a}丨{t}",
        "{t}（作者：{a}）",
        "{t}【{a}】",
        "{a}▪{t}",
    ],
)
def test_an_author_on_the_line_of_the_title_is_told(form):
    authors = ("王平", "周小川、李红", "石智丽")
    titles = [form.format(t=title, a=names) for title, names in zip(PLAIN, authors, strict=True)]
    found = plain_titles(titles)
    assert [title.text for title in found] == list(PLAIN)
    assert [title.authors for title in found] == [("王平",), ("周小川", "李红"), ("石智丽",)]


@pytest.mark.parametrize(
    "form", ["§{n} {t}", "【第{n}篇】{t}", "「{c}」{t}", "〖江城时评〗{t}", "{t}｜江城时评", "江城时评▍{t}"]
)
def test_what_all_titles_have_around_them_is_no_title(form):
    titles = [form.format(n=n, c="一二三"[n - 1], t=title) for n, title in enumerate(PLAIN, 1)]
    assert [title.text for title in plain_titles(titles)] == list(PLAIN)


@pytest.mark.parametrize("title", ["崇尚信仰 凝聚力量", "守住底线 江河", "让爱回家（江河）", "高山：大河"])
def test_words_that_only_one_title_has_are_no_author(title):
    assert plain_titles([title, "门开了才算数", "慢一分钟又何妨"])[0] == (title, None, ())


TEXT = (
    "近年来，各地把改善村容村貌摆在重要位置，道路通了，路灯亮了，垃圾有人收了。可是走进一些村子，门却常年锁着。",
    "让活动室的门开起来，要有人管，要有人用，更要有人愿意来。把唱戏的、写字的、跳舞的请进来，门自然就关不上了。",
)


OTHER = (
    "外卖小哥为了准时，常常逆行、闯灯。平台把送餐的时间卡得太紧，罚款又重，骑手只好拿性命去换几分钟。",
    "等一等，饭不会凉到哪里去。平台把时限放宽一点，顾客多一分体谅，骑手就能多一分平安。",
)


@pytest.mark.parametrize(
    ("line", "authors", "date"),
    [
        ("作者：周明;李强  时间：2016-06-01", ("周明", "李强"), "2016-06-01"),
        ("2018年7月10日  作者：周明", ("周明",), "2018-07-10"),
        ("来源：江城日报  2018-07-10", (), "2018-07-10"),
        ("周明 2018-07-10 08:15", ("周明",), "2018-07-10"),
    ],
)
def test_a_line_of_names_and_dates_under_the_title(line, authors, date):
    (piece,) = seeds.parse_page("\n".join(("门开了才算数", line, *TEXT)))
    assert (piece.title, piece.authors, piece.date) == ("门开了才算数", authors, date)
    assert len(piece.paragraphs) == 2


def test_a_running_head_dates_all_pieces_and_a_source_its_own():
    head = "江城日报 2024年3月5日 星期二 第05版 评论"
    page = seeds.parse_page(
        "\n".join((head, "", PLAIN[0], *TEXT, "", PLAIN[1], *OTHER, "《江城日报》2023年1月2日"))
    )
    assert page.pieces[0].date == "2024-03-05"
    assert page.pieces[-1].date == "2023-01-02"
