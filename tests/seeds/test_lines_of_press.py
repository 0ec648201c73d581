"""Single lines as papers, their sites and collections have them beside an article, in a text and on a page."""

from __future__ import annotations

import pytest

from seeds.metadata import meta_line

from .articles import PARAGRAPHS as TEXT
from .articles import TITLE, body, read


def read_with(line, place, name):
    """The pieces of a file where a line stands above, within or below the text."""
    at = {"above": 0, "within": 2, "below": len(TEXT)}[place]
    lines = [*TEXT[:at], line, *TEXT[at:]]
    if name == "a.html":
        text = f"<html><body><h1>{TITLE}</h1>" + "".join(f"<p>{x}</p>" for x in lines) + "</body></html>"
    else:
        text = "\n\n".join((f"# {TITLE}", *lines)) if name == "a.md" else "\n".join((TITLE, *lines))
    return read(text, name)


FILES = ("a.txt", "a.md", "a.html")
in_files = pytest.mark.parametrize("name", FILES)


@in_files
@pytest.mark.parametrize(
    "line",
    [
        "3月2日，河湾村的孩子在新桥上放风筝。 周 明 摄（影像中国）",
        "6月的江城港，货轮列队进港。中新社发（李静摄）",
        "△河湾村的老人在桥头晒谷子",
        "上图：修路前的村口。下图：修路后的村口。",
        "图2 河湾村三年道路里程变化",
        "表3　各村院坝会次数统计（单位：次）",
        "【图说】院坝会开到了田埂上。周明/摄",
        "年画《春到河湾》　　周明作",
        "乡亲们在新桥上合影（江城博物馆藏）",
        "手迹：写给乡亲们的信",
        "（资料照片）",
        "图源：江城日报",
        "（图片由村委会提供）",
        "图①：新修的路。图②：原来的桥。",
        "李静作（中新社发）",
        "图片说明：新修的路",
        "数据来源：江城市交通局",
        "（单位：公里）",
        "第 3 页",
    ],
)
def test_what_pictures_and_tables_show_is_no_text(line, name):
    (piece,) = read_with(line, "within", name)
    assert (piece.title, piece.authors, body(piece)) == (TITLE, (), TEXT)


@in_files
@pytest.mark.parametrize(
    "line", ["油画《河湾》的三次修改，改的都是路。", "这张表藏着村里的三年（值得收藏）。"]
)
def test_what_speaks_of_pictures_is_text(line, name):
    (piece,) = read_with(line, "within", name)
    assert line in body(piece)


@in_files
@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("放大+　缩小-　默认o", "above"),
        ("播报文章　暂停", "above"),
        ("时评 · 江畔随笔 · 正文", "above"),
        ("音频加载中...", "within"),
        ("点击图片查看大图", "within"),
        ("（下转第4版）", "within"),
        ("更正：3月2日本报三版《河湾修路》一文中，“三公里”应为“四公里”。", "below"),
        ("昨日二版照片说明有误，“河滩”应为“河湾”，特此更正。", "below"),
        ("（为保护隐私，文中周明、李静均为化名）", "below"),
        ("以上为《倡议书》全文，已送各村。", "below"),
        ("附注：文中数据由江城市交通局提供，截至去年底。", "below"),
        ("出版说明：本书收录作者三十年间谈修路的文章，按时间编排。", "below"),
        ("据江城档案馆藏油印本刊印。", "below"),
        ("本电子版由江城书友录入校对，引用请以原书为准。", "below"),
        ("评论只代表嘉宾个人看法，投资者据此买卖，盈亏自负。", "below"),
        ("开栏的话", "above"),
        ("连载之五", "above"),
        ("扫码观看视频", "within"),
        ("编者注：文中里程截至上月底。", "below"),
        ("本文系江城市社科规划项目“村路与村治”（24JC01）的阶段性成果。", "below"),
        ("（文中小标题为编者所加。）", "below"),
        ("来稿请注明“河湾来信”字样，一经采用即付稿酬。", "below"),
        ("本栏目欢迎读者来稿，每篇千字以内。", "below"),
        ("系列述评之三", "above"),
        ("本报记者走进八个村子，写下一组修路见闻，本文是第二篇。", "below"),
        ("下期预告：桥头的灯谁来点？敬请期待。", "below"),
        ("有新闻线索，欢迎拨打本报报料热线 0800-123456。", "below"),
        ("邮发代号 1-23，全国邮局均可订阅。", "below"),
    ],
)
def test_what_papers_and_their_sites_put_around_a_text_is_no_text(line, place, name):
    (piece,) = read_with(line, place, name)
    assert (piece.title, piece.authors, body(piece)) == (TITLE, (), TEXT)


@in_files
@pytest.mark.parametrize(
    "line",
    [
        "注：这里说的路，是村里人走出来的那一条。",
        "昨天，本报新闻热线接到村民来电，说桥头又积水了。",
        "更正一个账目，比盖住它要体面得多。",
    ],
)
def test_sentences_with_the_same_words_are_text(line, name):
    (piece,) = read_with(line, "within", name)
    assert line in body(piece)


@in_files
@pytest.mark.parametrize(
    ("line", "place", "authors", "source", "date"),
    [
        ("江城卫视记者周明、李静报道", "above", ("周明", "李静"), "江城卫视", None),
        ("江城晚报记者：周明 实习记者：李静", "below", ("周明", "李静"), "江城晚报", None),
        ("文｜《江畔》资深记者　周明", "above", ("周明",), "江畔", None),
        ("江城网3月2日报道", "above", (), "江城网", None),
        ("周明 口述　李静 整理", "above", ("周明", "李静"), None, None),
        ("统筹：王平　执笔：周明", "below", ("周明",), None, None),
        ("（本报记者周明采访整理）", "below", ("周明",), None, None),
        ("（编译自《江城时报》网站3月2日文章）", "below", (), "江城时报", None),
        ("（本文责任编辑 周明）", "below", (), None, None),
        ("原载2024年3月1日《江城日报》。", "below", (), "江城日报", "2024-03-01"),
        ("（轉載自《江城時報》2024年3月1日 A12版）", "below", (), "江城時報", "2024-03-01"),
        ("——选自《河湾集》", "below", (), "河湾集", None),
        ("《江城日报》2024年3月1日头版头条", "above", (), "江城日报", "2024-03-01"),
        ("讲话人：周明", "above", ("周明",), None, None),
        ("江城二中高一（3）班 周明", "above", ("周明",), None, None),
        ("（据江城日报报道）", "below", (), "江城日报", None),
        ("《江畔月谈》杂志供稿", "below", (), "江畔月谈", None),
        ("2024-03-01　供稿：江城融媒体中心", "above", (), "江城融媒体中心", "2024-03-01"),
        ("江城晚报客户端　3小时前", "above", (), "江城晚报客户端", None),
        ("2024年03月01日08:30　江城视界　我有话说(12人参与)", "above", (), "江城视界", "2024-03-01"),
        ("《江城日报》（2024年3月1日 第 06 版：读书周刊·书评）", "below", (), "江城日报", "2024-03-01"),
        ("本报河湾专电　记者周明　李 静", "above", ("周明", "李静"), None, None),
        ("本报讯（融媒体记者 周明）", "above", ("周明",), None, None),
        ("新华社江城1984年6月1日电", "above", (), "新华社", "1984-06-01"),
        ("（周 明　写于二〇二四年三月一日）", "below", ("周明",), None, "2024-03-01"),
        ("江城市委理论学习中心组", "above", ("江城市委理论学习中心组",), None, None),
        ("江城县河湾大队党支部", "above", ("江城县河湾大队党支部",), None, None),
        ("（调研组成员：周明、李静）", "below", ("周明", "李静"), None, None),
        (
            "《江畔》杂志编辑部　《江城日报》编辑部",
            "above",
            ("《江畔》杂志编辑部", "《江城日报》编辑部"),
            None,
            None,
        ),
        ("周明 作　　李静 译", "above", ("周明",), None, None),
        ("周明1，李 静2*", "above", ("周明", "李静"), None, None),
        ("五年（2）班　周明", "above", ("周明",), None, None),
        ("《江城简报》第12期　江城市委研究室编　1984年6月1日", "above", (), "江城简报", "1984-06-01"),
        ("江城市人民政府办公室　　2024年3月1日印发", "below", (), None, "2024-03-01"),
        ("【副题】——访修路人老李　【作者】周明　【栏目】河湾故事", "above", ("周明",), None, None),
    ],
)
def test_what_lines_of_facts_tell(line, place, authors, source, date, name):
    (piece,) = read_with(line, place, name)
    assert (piece.title, body(piece)) == (TITLE, TEXT)
    assert (piece.authors, piece.source, piece.date) == (authors, source, date)


@in_files
@pytest.mark.parametrize("line", ["我们给报社去电。", "读报会通讯"])
def test_what_only_looks_like_a_line_of_facts(line, name):
    (piece,) = read_with(line, "within", name)
    assert piece.source is None


@pytest.mark.parametrize("name", FILES)
def test_the_title_behind_the_name_of_an_agency(name):
    line = f"新华社江城3月1日电　题：{TITLE}　作者 周明"
    (piece,) = read_with(line, "above", name)
    assert (piece.title, piece.authors, piece.source, body(piece)) == (TITLE, ("周明",), "新华社", TEXT)


@in_files
@pytest.mark.parametrize(
    ("line", "place", "date"),
    [
        ("（1956年4月）", "above", "1956-04"),
        ("一九五六年四月，江城", "above", "1956-04"),
        ("1956年4月于江城", "below", "1956-04"),
        ("江政发〔2024〕12号", "above", None),
    ],
)
def test_when_a_text_was_written_stands_below_its_title_or_its_end(line, place, date, name):
    (piece,) = read_with(line, place, name)
    assert (piece.title, piece.authors, piece.date, body(piece)) == (TITLE, (), date, TEXT)


@in_files
@pytest.mark.parametrize("line", ["来源：一个说不清的词", "来源：我们从哪里来"])
def test_headings_that_begin_as_facts(line, name):
    (piece,) = read_with(line, "within", name)
    assert piece.source is None or name == "a.txt"


@pytest.mark.parametrize(
    ("line", "day"),
    [("周明／出租车司机（江城市）", None), ("李靜／駐村志願者（雲嶺縣）　2024/03/01", "2024-03-01")],
)
def test_what_somebody_is_stands_behind_the_name_with_the_place(line, day):
    told = meta_line(line)
    assert told is not None
    assert (told.fields.authors, told.fields.date) == ((line[:2],), day)


@pytest.mark.parametrize("line", ["周明／乡村的路（上篇）", "馬路／人行道（江城市）"])
def test_a_title_with_a_stroke_is_no_name_with_a_place(line):
    assert meta_line(line) is None


@pytest.mark.parametrize("line", ["周明/江城日报", "李静／江城晚报", "周明 | 江城日报"])
def test_a_name_before_a_newspaper_and_a_stroke_wrote_for_it(line):
    told = meta_line(line)
    assert told is not None
    assert (told.fields.authors, told.fields.source) == ((line[:2],), line[-4:])


@pytest.mark.parametrize("line", ["文章/江城日报", "乡村/江城日报"])
def test_a_word_before_a_newspaper_and_a_stroke_is_no_name(line):
    told = meta_line(line)
    assert told is None or not told.fields.authors


@pytest.mark.parametrize("line", ["选自2016年4月30日《江城日报》。略有改动。", "选自《江城日报》。有删改。"])
def test_what_a_schoolbook_says_of_where_a_text_is_from(line):
    told = meta_line(line)
    assert told is not None
    assert told.fields.source == "江城日报"


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize("line", ["jcnews_page_2041", "crawl_20190301_17"])
def test_the_id_of_a_page_is_no_title_and_no_text(line, name):
    (piece,) = read(f"{line}\n\n" + "\n\n".join(TEXT), name)
    assert (piece.title, body(piece)) == ("", TEXT)


@pytest.mark.parametrize("line", ["江城科技07-2617:11", "江城财经 03-01 08:30"])
def test_an_account_and_a_moment_without_a_year_are_where_a_text_was_posted(line):
    told = meta_line(line)
    assert told is not None
    assert (told.fields.source, told.fields.date) == (line[:4], None)


@pytest.mark.parametrize("line", ["北京时间07-26 17:11", "发布于江城 07-26 17:11"])
def test_a_time_of_a_place_is_no_account(line):
    told = meta_line(line)
    assert told is None or not told.fields.source


@pytest.mark.parametrize("who", ["王晓燕李静", "王晓燕 李静", "王晓燕、李静"])
def test_who_wrote_a_page_for_a_paper_is_told_behind_the_last_sentence(who):
    (piece,) = read(f"{TITLE}\n\n" + "\n".join(TEXT) + f"本版采写/江城报记者{who}\n", "a.txt")
    assert (piece.authors, piece.source, body(piece)) == (("王晓燕", "李静"), "江城报", TEXT)


@pytest.mark.parametrize("page", ["（ 2024年03月01日 01 版）", "（2024年3月1日 第2版）"])
def test_the_paper_that_printed_a_text_is_its_source_and_not_the_agency(page):
    (piece,) = read(
        f"# {TITLE}\n\n" + "\n\n".join((*TEXT, "（新华社江城2月29日电）", f"《江城日报》{page}")), "a.md"
    )
    assert (piece.source, piece.date, body(piece)) == ("江城日报", "2024-03-01", TEXT)


@pytest.mark.parametrize(
    ("line", "source", "column"),
    [
        ("A15　江城論壇", None, "江城論壇"),
        ("第8版 江城时评", None, "江城时评"),
        ("A15　江城日报", "江城日报", None),
        ("江城观察　A15", "江城观察", None),
    ],
)
def test_behind_the_number_of_a_page_stands_what_it_is_called_or_its_paper(line, source, column):
    told = meta_line(line)
    assert (told.kind, told.fields.source, told.fields.column) == ("page_header", source, column)
