"""排比 and 对偶."""

import itertools

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from compare.rhetoric.antithesis import antitheses, couplets
from compare.rhetoric.branches import LEAST, runs
from compare.rhetoric.model import shipped
from compare.rhetoric.parallelism import features, parallelisms
from seeds.language.analysis import paragraph_of

clauses = st.lists(
    st.sampled_from(["我们要读书", "我们要写字", "是春天的风", "是夏天的雨", "他走了", "山", "有人来"]),
    min_size=1,
    max_size=14,
)
marks = st.sampled_from("、，；。")


def read(text):
    return paragraph_of(text)


def found(text):
    return [[text[a:b] for a, b in item.parts] for item in parallelisms(read(text))]


@pytest.mark.parametrize(
    ("text", "branches"),
    [
        (
            "青春是早晨的太阳，青春是奔腾的江河，青春是初升的月亮。",
            ["青春是早晨的太阳", "青春是奔腾的江河", "青春是初升的月亮"],
        ),
        (
            "他把汗水洒在田间，把脚印留在山里，把心血用在村里。",
            ["把汗水洒在田间", "把脚印留在山里", "把心血用在村里"],
        ),
        (
            "只有用数据说话，靠数据决策，依数据行动，才能提高治理水平。",
            ["用数据说话", "靠数据决策", "依数据行动"],
        ),
        (
            "让孩子有书读，让老人有饭吃，让村民有活干，这是他的心愿。",
            ["让孩子有书读", "让老人有饭吃", "让村民有活干"],
        ),
    ],
)
def test_branches_are_found_where_they_begin_and_end(text, branches):
    assert found(text) == [branches]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "。",
        "今天下午会议在县里召开，来自各乡镇的代表参加了会议，主持人最后作了总结。",
        "苹果、梨子、桃子都卖完了。",
        "他推开门，看见母亲坐在窗前。",
        "好，好，好。",
        "死于水患的人减少了96%，死于火灾的人减少了92%，死于车祸的人减少了95%。",
        "水闸站发布的通告与上游连日来的大雨有关。水闸站的老站长在接受采访时透露，各村为保障春耕增加了人手。水闸站一月和二月的放水总量也增加到了去年的两倍，渠里可能不够用。",
        "这样的是什么，结果是什么，影响是什么，他没有说。",
        "我们要做好农村治理、城市治理、网络治理。",
        "镇里完善征信制度、公开制度、评估制度。",
    ],
)
def test_plain_prose_lists_and_repetition_are_none(text):
    assert found(text) == []


def test_the_frame_shows_what_the_branches_share():
    text = "学习要有恒心，做事要有耐心，待人要有诚心。"
    assert [item.frame for item in parallelisms(read(text))] == ["…要…"]


def test_branches_of_two_clauses_each():
    text = "遇到困难，我们一起想办法；遇到风雨，我们一起扛过去；遇到喜事，我们一起唱起来。"
    (item,) = parallelisms(read(text))
    assert len(item.parts) == 3
    assert (item.start, item.end) == (0, len(text) - 1)


def test_the_end_of_the_last_branch_is_measured_by_the_others():
    text = "会议要求，人人坚持创新发展、坚持协调发展、坚持绿色发展的方针。"
    assert found(text) == [["坚持创新发展", "坚持协调发展", "坚持绿色发展"]]


@given(st.lists(st.tuples(st.sampled_from(["我们要读书", "是春天的风", "他走了"]), marks), max_size=12))
def test_what_is_found_lies_apart_and_in_order(pieces):
    text = "".join(clause + mark for clause, mark in pieces)
    items = parallelisms(read(text))
    assert all(a.end <= b.start for a, b in itertools.pairwise(items))
    for item in items:
        assert len(item.parts) >= LEAST
        assert item.start == item.parts[0][0]
        assert item.end == item.parts[-1][1]
        assert all(a < b for a, b in item.parts)
        assert all(a[1] <= b[0] for a, b in zip(item.parts, item.parts[1:], strict=False))


@settings(max_examples=50)
@given(clauses, marks)
def test_every_feature_the_model_weighs_is_given_and_bounded(clauses, mark):
    text = mark.join(clauses)
    models = shipped()
    found = runs(read(text))
    assume(found)
    for run in found:
        values = features(run, text, models)
        assert values.keys() == models.models["parallelism"].weights.keys()
        assert all(0 <= value <= 4 for value in values.values())


def test_couplets_have_two_lines_of_like_length():
    text = "春种一粒粟，秋收万颗子。"
    (item,) = antitheses(read(text))
    assert [text[a:b] for a, b in item.parts] == ["春种一粒粟", "秋收万颗子"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "你来了。我走。",
        "学习、生活、工作都好。",
        "走吧，走吧。",
        "要让村里的路更宽敞、田里的渠更通畅、院里的灯更明亮。",  # three
        "清早吃豆子，中午吃玉米，傍晚吃面条。",
        "院里种着几棵桃树，全是新枝。果然如此，来年必定丰收。",  # the end of a sentence and the next
        "既要修好水渠、道路通畅，邻里和睦、互帮互助。",  # the ends of two lists
    ],
)
def test_other_neighbours_are_no_couplet(text):
    assert antitheses(read(text)) == []


@given(clauses, marks)
def test_couplet_lines_differ_by_one_character_at_most(clauses, mark):
    found = couplets(read(mark.join(clauses)))
    assume(found)
    for couplet in found:
        first, second = (sum(w.end - w.start for w in line) for line in couplet[:2])
        assert abs(first - second) <= 1
