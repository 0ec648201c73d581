"""Each way a phrase comes back, on sentences made for it."""

import pytest

from compare import compare, compare_all
from compare.reuse.classes import classify
from compare.reuse.text import Text
from seeds.errors import UsageError
from seeds.language.dictionary import DictionaryTokenizer


def only(left, right, kind, **options):
    found = [m for m in compare(left, right, **options).matches if m.kind == kind]
    assert len(found) == 1, [m.to_dict() for m in compare(left, right, **options).matches]
    return found[0]


def changes(match):
    return [
        (d.what, match.left.text[slice(*d.left)], match.right.text[slice(*d.right)])
        for d in match.differences
    ]


def test_verbatim_across_widths_of_marks_and_line_ends():
    left = "村里的老人说，“石桥修好那年，孩子们都来看热闹”，谁也没忘。"
    right = '他记得 "石桥修好那年,孩子\n们都来看热闹" 的情景。'
    match = only(left, right, "verbatim")
    assert match.left.text == "“石桥修好那年，孩子们都来看热闹”"
    assert match.right.text == '"石桥修好那年,孩子\n们都来看热闹"'
    assert left[slice(*match.left.spans[0])] == match.left.text


def test_near_verbatim_shows_the_differences():
    left = "去年春天，镇里把闲置的粮仓改造成了图书馆，孩子们放学后都爱往那里跑。"
    right = "据说镇里把闲置多年的粮仓改成了图书馆，孩子们放了学都爱往那里跑。"
    match = only(left, right, "near")
    assert ("exchanged", "", "多年") in changes(match)
    assert ("exchanged", "造", "") in changes(match)
    assert all(what == "exchanged" for what, _, _ in changes(match))


def test_reordered_clauses_are_one_match_with_what_moved():
    left = "粮仓成了图书馆，老街亮起了路灯，荒坡种上了果树，村口修好了石桥，日子好起来。"
    right = "村口修好了石桥，荒坡种上了果树，粮仓成了图书馆，老街亮起了路灯，大家都高兴。"
    match = only(left, right, "near")
    assert {what for what, _, _ in changes(match)} == {"moved"}
    assert len(match.left.text) >= 30


@pytest.mark.parametrize(
    ("left", "right", "items"),
    [
        ("要有恒心、细心、耐心和信心，才能办成。", "办事靠的是耐心、恒心、信心。", 3),
        ("院里种着石榴、柿子、山楂、核桃。", "她最想念核桃、石榴以及山楂的味道。", 3),
    ],
)
def test_lists_in_another_order_or_in_part(left, right, items):
    match = only(left, right, "enumeration", expect=0.1)
    assert match.left.text != match.right.text


@pytest.mark.parametrize(
    ("left", "right", "frame"),
    [
        (
            "调查研究既是谋事之基，也是成事之道，更是干部的基本功。",
            "家风既是家庭的根，也是社会的魂，更是国家的本。",
            "既是…也是…更是…",
        ),
        ("为乡村的明天打下坚实的基础。", "为孩子一生的健康打下了好基础。", "为…打下…基础"),
        ("与其坐等，不如早动手修渠。", "与其埋怨天旱，不如多打一口井。", "与其…不如…"),
        ("从修一条路，到建一座桥，再到通一趟车。", "从一粒种子，到一片稻田，再到一碗米饭。", "从…到…再到…"),
        ("这不是选答题，而是必答题。", "修渠不是一阵风，而是四季风。", "不是…而是…"),
        (
            "越是困难，越要团结，越要想办法。",
            "路越走越宽，心越想越明，人越聚越齐，越往前越有劲。",
            "越…越…越…",
        ),
        ("让小巷亮起来，让农户暖起来，让孩子笑起来。", "让老人安心，让青年舒心，让少年开心。", "让…让…让…"),
    ],
)
def test_skeletons_show_frame_and_slots(left, right, frame):
    match = only(left, right, "skeleton", expect=0.1)
    assert match.frame == frame
    assert all(what == "slot" and one != other for what, one, other in changes(match))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("既要修路，也要架桥，大家都说好。", "既有山，也有水，风景不错。"),
        ("不仅好看，更好吃。", "不仅省钱，更省心。"),
        ("如果下雨，就不去了。", "如果天晴，就去赶集。"),
        ("近年来，我国各地都在修路。", "近年来，我国各地都在种树。"),
        ("让孩子们在操场上跑。", "让孩子们在教室里读。"),
        ("见到了清河县县委宣传部副部长李卫东。", "清河县县委宣传部副部长李卫东没有来。"),
        (
            "来的是疾病控制与预防中心(Centers for Disease Control)。",
            "他在疾病控制与预防中心(Centers for Disease Control)工作。",
        ),
        ("从此夯实根基，稳住水源。", "年年夯实根基，岁岁平安。"),
        ("《长河日报》昨天说到水闸。", "他在《长河日报》读到过。"),
        ("这样做无异于扬汤止沸。", "靠堵是扬汤止沸，靠疏才有出路。"),
        ("与其说是修渠，不如说是修心。", "与其说是看戏，不如说是看人。"),
        ("站长找来“工作人员”修水闸。", "水闸边有工作人员看守。"),
        ("会议在2018年4月5日13时开。", "他2018年4月5日13时才出门。"),
        ("镇长约翰(Johannes Schmidt)来了。", "我记得约翰(Johannes Schmidt)的话。"),
    ],
)
def test_ordinary_grammar_and_everyday_words_are_not_told(left, right):
    assert compare(left, right).matches == ()


def test_a_quotation_knows_its_speaker():
    left = "老王常说：“庄稼不哄人，你哄它一时，它哄你一季。”这话在理。"
    right = "正如老王常说：“庄稼不哄人，你哄它一时，它哄你一季。”我们记着。"
    match = only(left, right, "verbatim")
    assert (match.class_, match.source) == ("quotation", "老王")


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("老王说：“种地要赶早，误了节气就晚了”，", "老王"),
        ("老王说：“种地要赶早，误了节气就晚了”、“人勤地不懒，地勤人不闲”，", "老王"),
        ("“种地要赶早，误了节气就晚了”，", None),
        ("老王说：“好”，", None),
        ("村里人都记着，", None),
        ("据说：", None),
    ],
)
def test_a_quotation_after_a_quotation_has_the_same_speaker(before, speaker):
    quotation = "“庄稼不哄人，你哄它一时，它哄你一季。”"
    match = only(f"{before}{quotation}", f"墙上写着{quotation}", "verbatim")
    assert (match.class_, match.source) == ("quotation", speaker)


def test_titles_have_their_class():
    title = only(
        "会上印发了《关于加强山塘水库管护的若干意见》。",
        "请按《关于加强山塘水库管护的若干意见》办。",
        "verbatim",
    )
    assert (title.class_, title.source) == ("document", "《关于加强山塘水库管护的若干意见》")


def test_unrelated_texts_share_nothing_and_score_zero():
    pair = compare("天气晴朗，适合出门散步，河边的柳树绿了。", "股市大跌，投资者忧心，分析师建议观望。")
    assert pair.matches == ()
    assert pair.scores["reuse"] == pair.scores["reuse_left"] == pair.scores["reuse_right"] == 0.0


def test_expect_is_a_threshold():
    left, right = "山坳里那条石板路还在。", "我又走过山坳里那条石板路。"
    strict = compare(left, right, expect=1e-12)
    loose = compare(left, right, expect=10)
    assert len(strict.matches) <= len(loose.matches)
    assert all(m.expect <= 1e-12 for m in strict.matches)
    for bad in (0, -1, float("nan")):
        with pytest.raises(UsageError, match="expect"):
            compare(left, right, expect=bad)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "，。！？",
        "\ud800\ud800\ud800",
        "\x00\x1b[31m\u202e",
        "、、、、",
        "“““",
        "的" * 3000,
        "越是，" * 500,
    ],
)
def test_bad_input_has_a_defined_result(text):
    pair = compare(text, text)
    pair.to_dict()
    for name, value in pair.scores.items():
        assert 0.0 <= value <= (100.0 if name.endswith("percentile") else 1.0)
    assert compare(text, "一段普通的话。").to_dict()["left"] == 1


def test_what_one_quotes_and_the_other_says_plainly():
    pair = compare("干部要有“慢火炖汤法”，一张图绘到底。", "我们提倡慢火炖汤法，把小事做好。")
    assert [(match.class_, match.left.text, match.right.text) for match in pair.matches] == [
        ("formula", "慢火炖汤法", "慢火炖汤法")
    ]
    third = "他说的“慢火炖汤法”是什么？"
    plain = ["这里提倡慢火炖汤法。", "我们也讲慢火炖汤法。"]
    assert compare_all([*plain, third]).pair(1, 2).matches == compare(*plain).matches == ()


@pytest.mark.parametrize(
    ("wording", "left", "right"),
    [
        # Names of bodies, places and days, which the tagger need not know.
        ("石坳河水文信息技术服务股份有限公司", "箱子由{}看管，坏了没人修。", "负责的是{}，电话打不通。"),
        ("2017年11月18日，凌晨，北京大兴新建村", "那是{}，天还没有亮。", "他写到{}，人都睡着了。"),
        ("石坳区绿化和市容管理局", "她在{}的水闸上班。", "网上有{}的通知。"),
        ("石坳河水文信息技术服务有限公司", "他到{}上班。", "《{}与水闸站合同》已经不用了。"),
        ("2024年度全县十大水闸新发现", "这是{}，人人都知道。", "去看{}的人很多。"),
        # What is quoted or cited because the texts are about it.
        ("“山塘水闸设施”", "门上写着{}，没人管。", "{}几个字已经看不清了。"),
        ("“水闸事件”", "有人说这是{}。他不认{}，别人也不认{}。", "村里管它叫{}。"),
        ("《河上的石桥》", "他拍了{}，又去拍别的。后来{}放映了。", "没人看过{}。"),
        ("石坳河水文站负责人李守田介绍", "据{}，渠里有水。", "今年春天，{}：去年没有水。"),
        ("正如习近平总书记所指出的", "{}，路是一步一步走的。", "{}，饭要一口一口吃。"),
    ],
)
def test_what_texts_are_about_is_no_shared_wording(wording, left, right):
    assert compare(left.replace("{}", wording), right.replace("{}", wording)).matches == ()


def test_what_one_text_but_names_is_a_name_in_both():
    left = "昨天下午，石坳市白水区公安分局下辖的河口派出所来了人。"
    right = "他说，石坳市白水区公安分局河口派出所的门开着。"
    assert compare(left, right).matches == ()


def test_what_is_cited_once_and_laws_are_told():
    for title in ("《河上的石桥》", "《山塘水闸保护条例》"):
        told = compare(f"书里有{title}。", f"读过{title}的人不多。").matches
        assert [match.left.text for match in told] == [title]
    law = "《山塘水闸保护条例》"
    assert compare(f"先读{law}，再用{law}。", f"有了{law}，才好办。").matches


def test_straight_marks_pair_from_the_beginning_of_their_paragraph():
    between = "村里的老井又有了清甜的好水，孩子们放学都来喝一口"
    text = Text.of(
        '"好"' + "天气一天比一天暖和起来了。" * 40 + f'有人说"大家一起来修这口井"，{between}，"真甜"。'
    )
    at = text.line.index("村里")
    assert classify(text, at, at + len(between) - 1).class_ == "free"
    at = text.line.index("大家一起")
    assert classify(text, at, at + 9).class_ == "quotation"


def test_the_words_of_the_user_tell_what_is_a_name():
    left = "昨天的会上，北京市接诉即办改革领导小组的人说得最多，别人都没有开口。"
    right = "雪下了一夜，清早才停，北京市接诉即办改革领导小组的门口已经扫得干干净净。"
    assert [match.class_ for match in compare(left, right).matches] == ["free"]
    assert not compare(left, right, tokenizer=DictionaryTokenizer.of(["接诉即办"])).matches
