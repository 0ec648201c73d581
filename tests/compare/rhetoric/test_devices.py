"""设问、反问, 引用, 成语, 数字略语."""

import pytest

from compare.rhetoric.idioms import idioms
from compare.rhetoric.questions import questions
from compare.rhetoric.quotation import quotations
from compare.rhetoric.slogans import slogans
from seeds.language.analysis import paragraph_of


def read(text):
    return paragraph_of(text)


def texts(found, text):
    return [text[item.start : item.end] for item in found]


class TestQuestions:
    @pytest.mark.parametrize(
        ("text", "form"),
        [
            ("难道我们能忘记他们吗？", "rhetorical"),
            ("怎样把产业做强？答案是创新。", "answered"),
            ("怎样办好教育？办好教育要靠老师。", "answered"),
        ],
    )
    def test_forms(self, text, form):
        (item,) = questions(read(text))
        assert item.form == form

    @pytest.mark.parametrize(
        "text",
        [
            "他问：“路怎么修？”路是全村人修的。",
            "不少人疑惑，不是早就修好了吗，为什么还不通车？",
            "路在何方？路在脚下。",
            "你几点到?",
            "他问我什么时候走。",
        ],
    )
    def test_plain_questions_and_statements_are_none(self, text):
        assert questions(read(text)) == []

    def test_question_and_answer_are_the_parts(self):
        text = "怎样把产业做强？答案是创新。"
        (item,) = questions(read(text))
        assert [text[a:b] for a, b in item.parts] == ["怎样把产业做强", "答案是创新"]


class TestQuotation:
    def test_speaker_and_verb_of_direct_speech(self):
        text = "王老师多次强调：“读书要慢，做事要勤。”"
        (item,) = quotations(read(text))
        assert (item.form, item.speaker, item.verb) == ("direct", "王老师", "强调")
        assert [text[a:b] for a, b in item.parts] == ["读书要慢，做事要勤。"]

    def test_neighbouring_quotations_are_one_device(self):
        text = "局长指出：“先把路修好”“再把水引来”。"
        (item,) = quotations(read(text))
        assert len(item.parts) == 2

    def test_a_document_speaks(self):
        text = "《村规民约》写道：“邻里有事大家帮。”"
        (direct,) = quotations(read(text))
        assert (direct.form, direct.document, direct.verb) == ("direct", "村规民约", "写道")

    def test_the_speaker_may_follow(self):
        (item,) = quotations(read("“今年的收成比去年好得多”，老李说。"))
        assert (item.speaker, item.verb) == ("老李", "说")

    def test_reported_speech(self):
        text = "会议强调，要把粮食安全放在首位。"
        (item,) = quotations(read(text))
        assert (item.form, item.speaker, item.verb) == ("indirect", "会议", "强调")

    @pytest.mark.parametrize(
        ("text", "speaker"),
        [
            ("昨天召开的村民大会强调：“先把水渠修好再说。”", "村民大会"),
            ("在同全村青年座谈时强调：“先把水渠修好再说。”", None),
            ("球员赵睿赛后表示：“我们下一场再拼一回。”", "球员赵睿"),
            ("村里的公告专门强调：“先把水渠修好再说。”", "村里的公告"),
            ("老支书平静地回答：“先把水渠修好再说。”", "老支书"),
            ("“先把水渠修好，别的以后再说。”村里的公告曾这样强调。", "村里的公告"),
            ("“今年的收成好得多，大家都高兴”，王小明平静地说。", "王小明"),
            ("“今年的收成好得多，大家都高兴。”村民王大爷感慨道。", "村民王大爷"),
            ("有人奉行“先修渠的大修，后修渠的小修”的处事之道。", None),
        ],
    )
    def test_the_speaker_is_a_noun_phrase(self, text, speaker):
        (item,) = quotations(read(text))
        assert item.speaker == speaker

    def test_a_noun_is_no_verb_of_saying(self):
        assert quotations(read("这样做符合发展的要求，也顺应了大家的心愿。")) == []

    @pytest.mark.parametrize(
        "text",
        ["俗话说，一分耕耘一分收获。", "“千里之行，始于足下。”", "正如诗云：“青山遮不住，毕竟东流去。”"],
    )
    def test_sayings(self, text):
        assert [item.form for item in quotations(read(text))] == ["saying"]

    @pytest.mark.parametrize(
        "text", ["这是“高质量发展”的要求。", "按照具体要求，逐项落实。", "获得“最美劳动者”称号。"]
    )
    def test_marked_terms_and_nouns_are_none(self, text):
        assert quotations(read(text)) == []

    @pytest.mark.parametrize(
        ("text", "speaker"),
        [
            ("“世上的路都是人走出来的，没有走不通的路。”老支书的话让人深思。", None),
            ("“村里的事要大伙儿商量着办”。修路就是这样办成的。", None),
            (
                "《村里修路的办法（2019—2030年）》提到，“路要一段一段地修”。",
                "《村里修路的办法（2019—2030年）》",
            ),
        ],
    )
    def test_a_sentence_in_marks_is_somebodys(self, text, speaker):
        (item,) = quotations(read(text))
        assert item.speaker == speaker

    @pytest.mark.parametrize(
        "text",
        [
            "这是全员参与的必然要求，也是把事情办好的关键所在。",
            "所谓“流量明星加大手笔”的老办法已经不灵了。",
            "镇里宣布，新修的水渠昨天已经通水。",
        ],
    )
    def test_a_noun_a_term_and_news_quote_nobody(self, text):
        assert quotations(read(text)) == []

    def test_marks_inside_a_title_quote_nobody(self):
        text = "《“我说今天要早点回家吃饭”的日子》出版了。"
        assert quotations(read(text)) == []


class TestIdioms:
    def test_idioms_of_the_list_at_word_boundaries(self):
        text = "大家全力以赴，把工作做得丰富多彩。"
        assert texts(idioms(read(text)), text) == ["全力以赴", "丰富多彩"]

    def test_set_phrases_of_four_characters_are_none(self):
        text = "发展目标、重点项目，呼叫中心、强化管理。"
        assert idioms(read(text)) == []


class TestSlogans:
    @pytest.mark.parametrize(
        ("text", "slogan"),
        [
            ("建设“四好农村路”。", "四好农村路"),
            ("做到两个维护，走好新路。", "两个维护"),
            ("推进“五位一体”总体布局。", "五位一体"),
            ("落实“两不愁三保障”政策。", "两不愁三保障"),
        ],
    )
    def test_counted_and_marked(self, text, slogan):
        assert texts(slogans(read(text)), text) == [slogan]

    @pytest.mark.parametrize(
        "text",
        [
            "三年过去了。",
            "来了两个人。",
            "有“三种心态”。",
            "实现“双赢”。",
            "“一次”也好。",
            "“三心二意”不行。",
        ],
    )
    def test_plain_counts_and_idioms_are_none(self, text):
        assert slogans(read(text)) == []
