import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeds import article
from seeds.errors import UsageError
from seeds.page import Paragraph, Piece, Span
from summarize.budget import Budget
from summarize.document import Document
from summarize.ranking import Ranking
from summarize.select import select

WORDS = ["经济发展", "数字治理", "群众满意", "推动改革", "，", "；", "“创新”", "其中", "他说", "2021年", " "]


def piece(*paragraphs, **fields):
    at, made = 0, []
    for text in paragraphs:
        made.append(Paragraph(text, (Span(at, at + len(text)),)))
        at += len(text) + 1
    return Piece(1, fields.pop("title", ""), tuple(made), **fields)


def chosen(paragraphs, scores, budget):
    return [s.text for s in select(Document(piece(*paragraphs)), Ranking(scores), budget).sentences]


SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(lambda words: "".join(words) + "。")


@settings(deadline=None)
@given(st.lists(SENTENCES, max_size=8), st.integers(1, 60), st.data())
def test_never_over_budget_in_order_and_each_sentence_once(texts, chars, data):
    document = Document(piece("".join(texts)))
    size = len(document.sentences)
    scores = data.draw(st.lists(st.floats(-5, 5), min_size=size, max_size=size))
    selection = select(document, Ranking(scores), Budget(chars))
    indices = [s.index for s in selection.sentences]
    assert len(selection.text) <= chars
    assert indices == sorted(set(indices))
    for sentence in selection.sentences:
        assert "".join(document.piece.paragraphs[0].text[a:b] for a, b in sentence.spans) == sentence.text


def test_a_piece_within_its_budget_comes_back_whole():
    texts = ["其中一条很重要。", "创新是动力。", "创新是动力。"]
    assert chosen(texts, [0, 0, 0], Budget(100)) == texts


def test_the_best_that_fits_in_the_order_of_the_piece():
    texts = ["今天天气很好。", "经济稳步增长。", "群众都很满意。"]
    assert chosen(texts, [0.3, 0.1, 0.9], Budget(14)) == [texts[0], texts[2]]


def test_what_is_said_is_not_said_again():
    texts = [
        "改革创新是推动高质量发展的第一动力。",
        "改革创新是推动高质量发展的第一动力啊。",
        "人民群众满意是检验各项工作成效的根本标准。",
    ]
    assert chosen(texts, [0.9, 0.8, 0.1], Budget(40)) == [texts[0], texts[2]]


def test_a_sentence_that_hangs_comes_only_with_the_one_it_hangs_on():
    texts = ["会议总结了十条经验。", "其中一条是自我革命。", "历史照亮了未来的路。"]
    assert chosen(texts, [0.1, 0.9, 0.2], Budget(10)) == [texts[2]]
    assert chosen(texts, [0.5, 0.9, 0.2], Budget(20)) == texts[:2]
    assert chosen(texts, [0.2, 0.9, 0.5], Budget(20)) == [texts[0], texts[2]]


def test_a_sentence_that_hangs_is_chosen_when_nothing_else_fits():
    texts = ["会议总结了党百年奋斗的十条历史经验，意义重大。", "其中一条是自我革命。"]
    assert chosen(texts, [0.1, 0.9], Budget(12)) == [texts[1]]


def test_the_first_clauses_of_a_sentence_longer_than_the_budget():
    text = (
        "我国经济稳步增长，人民生活不断改善；社会大局保持稳定。群众都很满意，获得感、幸福感、安全感更强了。"
    )
    assert chosen([text], [0.9, 0.1], Budget(18)) == ["我国经济稳步增长，人民生活不断改善"]


def test_a_cut_leaves_nothing_that_asks_for_more():
    text = "只要坚持创新发展的理念，我们就能够赢得未来；这场伟大的自我革命，让党的领导力显著增强了许多。"
    assert chosen([text], [0.9], Budget(24)) == ["只要坚持创新发展的理念，我们就能够赢得未来"]
    text = "经济发展取得的成绩来之不易，但是困难还需要我们克服；大家要继续努力奋斗，争取更大的胜利和光荣。"
    assert chosen([text], [0.9], Budget(26)) == ["经济发展取得的成绩来之不易，但是困难还需要我们克服"]
    text = "随着订单回升、工厂复工，叠加减税政策的支持，小城外贸有望再上台阶，把货物卖到更多的地方去。"
    assert chosen([text], [0.9], Budget(36)) == [
        "随着订单回升、工厂复工，叠加减税政策的支持，小城外贸有望再上台阶"
    ]
    text = "全体代表在市长的陪同下，先后来到三个村庄考察，与村民座谈交流。"
    assert chosen([text], [0.9], Budget(24)) == ["全体代表在市长的陪同下，先后来到三个村庄考察"]


def test_a_clause_of_marks_alone_is_no_end():
    text = (
        "随着订单回升、工厂复工和叠加减税政策的支持到位，★★★，小城外贸有望再上台阶，把货物卖到更多的地方去。"
    )
    assert "★" not in "".join(chosen([text], [0.9], Budget(29)))


def test_budgets_in_sentences_and_as_a_share():
    texts = ["今天天气很好。", "经济稳步增长。", "群众都很满意。"]
    assert chosen(texts, [0.3, 0.1, 0.9], Budget(1, "sentences")) == [texts[2]]
    assert chosen(texts, [0.3, 0.1, 0.9], Budget(0.67, "ratio")) == [texts[0], texts[2]]


@pytest.mark.parametrize("amount", [0, -3, float("nan")])
def test_a_budget_of_nothing_is_refused(amount):
    with pytest.raises(UsageError):
        Budget(amount)


def test_a_share_above_all_is_refused():
    with pytest.raises(UsageError):
        Budget(1.5, "ratio")


def test_a_report_keeps_the_best_sentence_of_news_whole():
    lead = "市大数据局昨天宣布，" + "数据中心今年在江城建成投产，" * 9 + "并接入各县。"
    document = Document(article(lead + "机器运到了江城。" * 20))
    ranking = Ranking([1.0] + [0.5] * (len(document.texts) - 1))
    assert 120 < len(lead) < 200
    assert select(document, ranking, Budget(200, "deserved")).text == lead
    assert len(select(document, ranking, Budget(120)).text) <= 120


def test_a_mark_inside_a_quotation_ends_no_clause():
    long = "各方代表昨天在江城围绕“办好每一条老街，留住每一家小店”主题，" + "提出了许多具体的办法和建议" * 8
    document = Document(article(f"{long}。江城今年修好了三条老街。"))
    ranking = Ranking([1.0, 0.2], terms=np.ones(len(document.terms.terms)))
    assert select(document, ranking, Budget(60)).text == "江城今年修好了三条老街。"


@pytest.mark.parametrize(("opening", "kept"), [("", True), ("其中，", False), ("根据《意见》，", False)])
def test_the_best_sentence_of_news_must_stand_to_be_kept_whole(opening, kept):
    lead = opening + "数据中心今年在江城建成投产，" * 13
    lead += "并" * (199 - len(lead)) + "。"
    document = Document(article("江城的夏天到了。" + lead + "机器运到了江城。" * 20))
    ranking = Ranking([0.5, 1.0] + [0.4] * (len(document.texts) - 2))
    assert len(lead) == 200
    assert (select(document, ranking, Budget(200, "deserved")).text == lead) is kept
