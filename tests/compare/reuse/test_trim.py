"""Shared runs cut to phrases: whole words, whole brackets, no loose marks."""

import pytest

from compare import compare
from compare.reuse.align import Alignment
from compare.reuse.candidates import SharedRun
from compare.reuse.text import Text
from compare.reuse.trim import trim_ends


def kept(run, left="{}", right="{}"):
    """What is kept of a run that two texts share."""
    texts = [Text.of(frame.format(run)) for frame in (left, right)]
    starts = [len(Text.of(frame.partition("{}")[0])) for frame in (left, right)]
    ends = trim_ends(*texts, Alignment((SharedRun(*starts, len(Text.of(run))),), 0.0))
    return None if ends is None else texts[0].string(*ends[0])


@pytest.mark.parametrize(
    ("run", "phrase"),
    [
        ("，建设美丽乡村。", "建设美丽乡村"),
        ("的建设和，", "建设和"),
        ("“建设美丽乡村”", "“建设美丽乡村”"),
        ("建设美丽乡村”和", "建设美丽乡村"),
        ('"建设美丽乡村"', '"建设美丽乡村"'),
        ('建设美丽乡村"，发展', "建设美丽乡村"),
        ("建设美丽乡村》发展", "建设美丽乡村"),
        ("发展》建设美丽乡村", "建设美丽乡村"),
        ("《发展》“建设美丽乡村”", "《发展》“建设美丽乡村”"),
        ("，。；", None),
    ],
)
def test_what_is_kept_of_a_run(run, phrase):
    assert kept(run) == phrase


def test_a_run_that_is_part_of_a_word_is_no_phrase():
    assert kept("卫", "自{}队来了", "保{}家乡") is None


class Words:
    """A tokenizer that cuts as it is told."""

    def __init__(self, *words):
        self.words = words

    def cut(self, text):
        return list(self.words)


def test_words_of_both_texts_that_end_together_once_make_no_phrase():
    left = Text.of("甲乙丙丁", Words("甲乙", "丙丁"))
    right = Text.of("戊甲乙丙丁己", Words("戊甲", "乙", "丙", "丁己"))
    assert trim_ends(left, right, Alignment((SharedRun(0, 1, 4),), 0.0)) is None


def test_both_texts_must_have_a_word_boundary():
    assert kept("保护环境卫生", "{}很好", "{}间很好") == "保护环境"


def test_a_paragraph_without_a_mark_is_a_clause():
    left = "近日，镇上的水闸修好了，种地的人说这是几十年来头一回。"
    right = f"小标题\n{left}\n又一个小标题"
    assert compare(left, right).matches[0].right.text.startswith("近日，")


def test_scraps_of_clauses_are_left_out():
    shared = "镇上的水闸修好了，种地的人说这是几十年来头一回，"
    (match,) = compare(f"省里改革，{shared}今年春天有雨。", f"先谈改革，{shared}今年庄稼长得好。").matches
    assert match.left.text == shared.rstrip("，")


def test_ends_of_two_sentences_make_no_phrase():
    # 村里修的石桥。这座石桥: neither half says anything by itself.
    left, right = "大家都走村里修的石桥。这座石桥不宽。", "那是上个月村里修的石桥。这座石桥下水很深。"
    assert compare(left, right).matches == ()


def test_named_wording_is_told_with_what_both_have_beside_it():
    for left, right, told in (
        ("镇里深化“放管服”改革，大家省了心。", "县里也要深化“放管服”改革。", "深化“放管服”改革"),
        ("村里落实“放管服”要求。", "县里研究“放管服”办法。", "“放管服”"),
    ):
        assert told in [match.left.text for match in compare(left, right).matches]


def test_a_near_match_ends_where_words_of_both_texts_end():
    shared = "村口那座老石桥年年都要修补，桥面窄，车多，路又滑，这里的道路条件和排水设施先天不"
    (match,) = compare(shared + "。", shared.replace("年年", "岁岁") + "足。").matches
    assert match.left.text[-2:] == match.right.text[-2:] == "设施"


@pytest.mark.parametrize(
    ("left", "right"), [("，，{}。，", "，，{}。，"), ("以及{}在旁", "以及{}在家"), ("他说“{}", "他说({}")]
)
def test_a_near_match_ends_as_a_phrase_does_in_both_texts(left, right):
    shared = "村口那座老石桥年年都要修补，桥面窄"
    (match,) = compare(left.format(shared), right.format(shared.replace("年年", "岁岁"))).matches
    assert (match.left.text[0], match.right.text[0]) == ("村", "村")
    assert (match.left.text.rstrip("。")[-1], match.right.text.rstrip("。")[-1]) == ("窄", "窄")


def test_paragraphs_that_changed_places_keep_their_beginnings():
    first, second = (
        "说到底，一件事办得好不好，要看那个最不方便的人。",
        "村口的老井早就不用了，井沿上的绳印却一直留着。",
    )
    foreign = "海边的渔港正在扩建，码头上堆满了水泥管。"
    matches = compare(f"{first}\n{second}", f"{foreign}\n{second}\n{first}").matches
    assert any("说到底" in match.left.text for match in matches)
