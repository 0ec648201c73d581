"""Which sentences may be printed under nothing but a title; wording of our own."""

import pytest

from seeds import article
from summarize import summarize
from summarize.document import Document
from summarize.genre import argues
from summarize.signs import signs
from summarize.standing import RULES, standing

TITLE = "让街边小店留在城市里"
OPINION = (
    "清晨六点，老街的面馆已经亮起了灯。\n"
    "有人会问，城市为什么还需要小店？答案就藏在街坊的日常里。他们把钥匙寄存在店里，把孩子托付给老板照看。\n"
    "小店是城市生活的毛细血管，留住小店，就是留住城市的温度。治理城市，既要有宽阔的马路，也要有容得下小店的街巷。\n"
    "其中，租金是最大的压力。比如，一些商铺三年内租金上涨了1,256元。《通知》要求各地清理不合理收费……\n"
    "管理部门应当少一些简单的禁止，多一些细致的引导，才能让小店安心经营。"
    "只有把选择权交给居民，城市才能生长出自己的模样。\n"
    "（作者为城市规划师）"
)


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("城市为什么还需要小店？", "asks"),
        ("他们把钥匙寄存在店里，把孩子托付给老板照看。", "hangs"),
        ("其中，租金是最大的压力。", "hangs"),
        ("这种做法值得推广，也值得学习借鉴，各地不妨一试。", "hangs"),
        ("老街的面馆、书店、修鞋铺……", "trails"),
        ("（本系列评论到此结束）", "furniture"),
        ("来源：江城日报", "furniture"),
        ("欢迎关注江城评论公众号。", "furniture"),
        ("（作者为城市规划师）", "furniture"),
        ("[注4] 老街始建于三百年前。", "furniture"),
        ("本栏原载于江城晚报。", "furniture"),
        ("往深处看，留住小店考验治理能力。", "leads on"),
        ("以江城老街为例，面馆一年少了一半。", "leads on"),
        ("凡此种种，让小店难以经营。", "leads on"),
        ("第四，让小店安心经营。", "leads on"),
        ("看租金，小店的负担轻了一半。", "leads on"),
        ("特别是老街的小店，连着街坊的记忆。", "leads on"),
        ("以此为契机，小店的日子会好起来。", "leads on"),
        ("可以肯定，上述两种办法都能留住小店。", "points elsewhere at once"),
        ("这说明，小店是城市的毛细血管。", "hangs"),
        ("留住小店，就要下好“先手棋”", "unended"),
        ("源于街坊的信任，把小店当成自己的家。", "leads on"),
        ("小店的去留，则关乎整条街的人气。", "leads on"),
        ("《若干举措》直击小店的痛点。", "short name"),
        ("果然，小店又亮起了灯。", "apart"),
        ("要求各地清理不合理收费。", "speaks at once"),
        ("《通知》要求各地清理不合理收费。", "short name"),
        ("小店生意 周小明 街边的面馆已经亮起了灯。", "gap"),
        ("“留住小店，就是留住城市的温度。”", "all quoted"),
        ("两位店主在老街上住了二十年。", "counted"),
        ("商铺租金的下降，也为小店经营者带来了信心。", "adds at once"),
        ("街坊的来往，更把小店推到台前。", "adds at once"),
        ("让街边小店留在城市里。", "repeats title"),
        ("１５％。", "wordless"),
        ("市民李明告诉本报记者。", "speaker alone"),
        ("，让小店安心经营。", "unbegun"),
        ("三、留住小店的办法很多。", "counted"),
        ("“小店”第三计：让利于民。", "leads on"),
    ],
)
def test_what_no_editor_prints_is_named(sentence, rule):
    document = Document(article(f"小店是城市生活的毛细血管。\n{sentence}", title=TITLE))
    assert standing(document).ruled_out[-1] == rule
    assert rule in RULES


@pytest.mark.parametrize(
    "sentence",
    [
        "留住小店，就是留住城市的温度。",
        "只有把选择权交给居民，城市才能生长出自己的模样。",
        "治理城市，既要有宽阔的马路，也要有容得下小店的街巷。",
        "更细致的引导，才能让小店安心经营。",
        "小店不仅是生意，更连着街坊的记忆。",
        "街边小店这个窗口，照见一座城市的耐心。",
        "小店的故事被多个公众号转载，留住的是街坊的记忆。",
    ],
)
def test_what_stands_alone_is_not_ruled_out(sentence):
    document = Document(article(f"小店是城市生活的毛细血管。\n{sentence}", title=TITLE))
    assert standing(document).ruled_out[-1] == ""
    assert standing(document).chances[-1] > 0.4


def test_half_width_marks_change_nothing():
    wide = Document(article(OPINION, title=TITLE))
    narrow = Document(article(OPINION.replace("，", ","), title=TITLE))
    assert standing(wide).ruled_out == standing(narrow).ruled_out
    assert signs(wide)[5] == signs(narrow)[5]


def test_traditional_characters_change_nothing_that_the_words_do_not():
    simple = "其中，租金是最大的压力。城市为什么还需要小店？留住小店，就是留住城市的温度。"
    traditional = "其中，租金是最大的壓力。城市為什麼還需要小店？留住小店，就是留住城市的溫度。"
    rules = [standing(Document(article(text))).ruled_out for text in (simple, traditional)]
    assert rules == [["hangs", "asks", ""]] * 2


@pytest.mark.parametrize("engine", ["learned", "opinion", "graph", "lead"])
def test_every_engine_prints_whole_sentences_that_stand_alone_in_order(engine):
    piece = article(OPINION, title=TITLE)
    document = Document(piece)
    made = summarize(piece, engine=engine, chars=100)
    numbers = [sentence.index for sentence in made.paragraph.sentences]
    assert numbers == sorted(set(numbers))
    for sentence in made.paragraph.sentences:
        assert sentence.text == document.texts[sentence.index]
        assert not standing(document).ruled_out[sentence.index]


def test_the_argument_comes_before_the_scene():
    text = summarize(article(OPINION, title=TITLE), chars=60).paragraph.text
    assert "面馆" not in text
    assert "小店" in text


def test_a_repeated_sentence_is_printed_once():
    again = f"{OPINION}\n小店是城市生活的毛细血管，留住小店，就是留住城市的温度。"
    text = summarize(article(again, title=TITLE), chars=150).paragraph.text
    assert text.count("毛细血管") <= 1


def test_opinion_argues_and_news_reports():
    news = (
        "本报江城5月3日电（记者周明）江城市人民政府3日召开新闻发布会，介绍今年前四个月经济运行情况。\n"
        "发布会介绍，前四个月全市进出口总额达到320亿元，同比增长6.1%。\n"
        "会议指出，下一步将加快推进港口二期工程建设，工程预计年底完工。"
    )
    assert argues(Document(article(OPINION)))
    assert not argues(Document(article(news)))
    assert not argues(Document(""))
