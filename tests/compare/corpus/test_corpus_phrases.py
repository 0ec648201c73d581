"""The phrases of a corpus: what they weigh, in which order they come, and which are units."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from compare.mining import phrases as module
from compare.mining.formulas import set_phrases
from compare.mining.listed import listed_phrases
from compare.mining.maximal import maximal_repeats
from compare.mining.phrases import SORTS, corpus_phrases
from compare.mining.symbols import Lettered
from compare.mining.unithood import LexicalUnits
from compare.reference.corpus import load_reference
from compare.reuse.text import Text
from seeds import seed_page
from seeds.errors import UsageError

SAYING = "共同富裕"
TEXTS = [
    "村里开会讲共同富裕，老支书说得明白。",
    "他把共同富裕写在墙上，字有斗大。",
    "我们都要共同富裕！",
    "大家盼共同富裕，盼了好些年。",
    "这就是共同富裕吗？",
]


def docs(texts=TEXTS):
    return [(f"doc{number}", text) for number, text in enumerate(texts)]


@pytest.fixture(scope="module")
def articles():
    """The pieces of the seed page cut into paragraphs, each an article."""
    return docs([p.text for piece in seed_page() for p in piece.paragraphs])


def key(phrase, sort):
    return getattr(phrase, sort)


@pytest.mark.parametrize("sort", SORTS)
def test_the_foremost_are_those_of_the_whole_list(articles, sort, monkeypatch):
    monkeypatch.setattr(module, "BATCH", 7)
    whole = list(corpus_phrases(articles, sort=sort))
    assert [key(p, sort) for p in whole] == sorted((key(p, sort) for p in whole), reverse=True)
    assert len(whole) > 20
    monkeypatch.undo()
    assert list(corpus_phrases(articles, sort=sort)) == whole


def test_a_phrase_tells_what_the_texts_say(articles):
    texts = dict(articles)
    background = load_reference()
    found = list(corpus_phrases(articles))
    assert found
    for phrase in found:
        assert texts[phrase.article][phrase.start : phrase.end] == phrase.text
        folded = Text.of(phrase.text)
        assert phrase.length == len(folded)
        assert phrase.bits == pytest.approx(float(background.bits(folded.codes).sum()))
        assert 2 <= phrase.df <= phrase.times
        assert phrase.left >= 1
        assert phrase.right >= 1
        wanted = bytes(folded.codes.tobytes())
        holders = [name for name, text in articles if wanted in bytes(Text.of(text).codes.tobytes())]
        assert len(holders) == phrase.df
        assert min(holders) == phrase.article


def test_the_wording_is_that_of_the_first_occurrence():
    rows = list(corpus_phrases([("a", "他说，“ＡＢ 计划，好”。"), ("b", '她答："ab计划,好"!')]))
    assert [(row.text, row.article, row.df) for row in rows] == [("“ＡＢ 计划，好”", "a", 2)]


SET = "扎实推进乡村振兴"
PLACES = ["东村", "西村", "南山", "北岭", "河口", "上坝"]


def said(phrase=SET, places=PLACES):
    """A set phrase in many mouths, between everyday words that recur as well."""
    ends = ("，大家很高兴", "的成果不小", "。这件事", "、种好树", "；我们都看见了", "的路还长")
    for place, end in zip(places, ends, strict=False):
        yield place, f"{place}{phrase}{end}。去年秋天的事情{place}人都记得。"


def test_set_phrases_are_told_from_everyday_wording():
    found = set_phrases(said())
    assert [phrase.text for phrase in found] == [SET]
    assert (found[0].kind, found[0].df) == ("formula", 6)


def test_a_set_phrase_continued_by_one_sign_is_a_scrap():
    assert SET not in [phrase.text for phrase in set_phrases(said(SET + "路"))]


@pytest.mark.parametrize(
    ("form", "head"),
    [
        ("推动高质量发展", "高质量发展"),
        ("践行多边主义", "多边主义"),
        ("网络强国建设", "网络强国"),
        ("绿水青山就是金山银山的理念", "绿水青山就是金山银山"),
    ],
)
def test_forms_of_one_core_are_told_with_the_commonest_and_counted(form, head):
    marks = zip(PLACES, "。，；！？：", strict=True)
    texts = [(place, f"{place}{form}{mark}{place}能行。") for place, mark in marks]
    texts += [(f"{place}{n}", f"{place}说，{head}{'的道理' * n}。") for place in PLACES for n in range(3)]
    found = {phrase.text: phrase for phrase in set_phrases(texts)}
    assert (form, 6) in [(told.text, told.df) for told in found[head].forms]
    assert form not in found


def test_the_second_half_of_a_pair_is_a_scrap():
    half = "实体经济深度融合"
    assert half in [phrase.text for phrase in set_phrases(said(half))]
    joined = [
        (place, text.replace(half, f"{'和与'[n % 2]}{half}")) for n, (place, text) in enumerate(said(half))
    ]
    assert half not in [phrase.text for phrase in set_phrases(joined)]


def test_what_says_the_contrary_is_no_form():
    """反对 and 推行 before the same words: two corpora may differ in just this."""
    marks = list(zip(PLACES, "。，；！？：", strict=True))
    texts = [
        (f"{place}{verb}", f"{place}{verb}霸权主义{mark}{place}能行。")
        for verb in ("反对", "推行")
        for place, mark in marks
    ]
    told = {phrase.text: [form.text for form in phrase.forms] for phrase in set_phrases(texts)}
    assert not any("反对霸权主义" in forms and "推行" in head for head, forms in told.items())
    assert not any("推行霸权主义" in forms and "反对" in head for head, forms in told.items())
    assert told


def test_names_stand_on_a_list_of_their_own():
    name = "国家卫生健康委员会"
    assert name not in [phrase.text for phrase in set_phrases(said(name))]
    assert name in [phrase.text for phrase in set_phrases(said(name), kinds=("name",))]


def test_what_goes_with_anything_or_points_to_its_text_is_no_set_phrase():
    for phrase in ("加快发展", "加快建设", "保障水平", "提升我们的智慧和情操"):
        assert phrase not in [found.text for found in set_phrases(said(phrase))]


@pytest.mark.parametrize("phrase", ["", " ", "\u200b"])
def test_a_given_phrase_without_signs_is_refused(phrase):
    with pytest.raises(UsageError, match="no letter"):
        listed_phrases(docs(), [phrase])


def test_given_phrases_are_found_wherever_they_stand_and_missing_ones_said():
    found = listed_phrases(docs(), ["同富裕", "共同富裕", "沒有", "講共同富裕"])
    assert [(p.text, p.df, p.times, p.article) for p in found] == [
        ("同富裕", 5, 5, "doc0"),
        ("共同富裕", 5, 5, "doc0"),
        ("沒有", 0, 0, ""),
        ("講共同富裕", 1, 1, "doc0"),
    ]
    assert (found[0].left, found[1].left, found[1].right) == (1, 5, 5)
    assert TEXTS[0][found[3].start : found[3].end] == "讲共同富裕"
    assert found[1].bits == pytest.approx(next(corpus_phrases(docs(), least_length=4)).bits)


def test_phrases_to_leave_out():
    assert set_phrases(said(), stopwords={SET}) == []


def test_the_spelling_is_that_of_most_articles():
    traditional = "東村紮實推進鄉村振興，大家很高興。去年東村樹長了許多。"
    texts = [("1954", traditional), *said()]
    assert [(phrase.text, phrase.df) for phrase in set_phrases(texts)] == [(SET, 7)]
    texts += [(f"{n}", traditional.replace("東村", place)) for n, place in enumerate(PLACES * 2)]
    assert "紮實推進鄉村振興" in [phrase.text for phrase in set_phrases(texts)]


def test_variants_of_marks_are_one_phrase():
    frames = ("推进{}。", "要讲{}，", "坚持{}；", "“{}”的路", "我们的{}！", "靠的是{}？")
    texts = [(f"{n}", frame.format("大众创业、万众创新")) for n, frame in enumerate(frames)]
    texts += [(f"旧{n}", frame.format("大众创业万众创新")) for n, frame in enumerate(frames[:4])]
    found = {phrase.text: phrase for phrase in set_phrases(texts)}
    assert found["大众创业、万众创新"].df == 10
    assert ("大众创业万众创新", 4) in [(form.text, form.df) for form in found["大众创业、万众创新"].forms]


def test_nothing_has_no_set_phrases():
    assert set_phrases([]) == set_phrases([("a", "")]) == []
    with pytest.raises(UsageError):
        set_phrases([], least_docs=0)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text("甲乙,", max_size=16), max_size=5))
def test_neighbours_are_counted(texts):
    corpus = Lettered.of(docs(texts))
    repeats = maximal_repeats(corpus, least_docs=1, least_length=1)
    assume(len(repeats.low))
    rows = np.arange(len(repeats.low))
    left, right = LexicalUnits(corpus, repeats).variety(rows)
    for row, on_left, on_right in zip(rows, left, right, strict=True):
        place = int(repeats.order[repeats.low[row]])
        letters = corpus.letters[place : place + repeats.length[row]]
        words = "".join(chr(corpus.alphabet[letter]) for letter in letters)
        before, behind = set(), set()
        for number, text in enumerate(texts):
            for at in range(len(text)):
                if text.startswith(words, at):
                    for seen, sign in ((before, text[at - 1 : at]), (behind, text[at + len(words) :][:1])):
                        seen.add(sign if sign in ("甲", "乙") else number)
        assert (on_left, on_right) == (len(before), len(behind))


def test_bad_questions():
    with pytest.raises(UsageError, match="order"):
        corpus_phrases([], sort="beauty")
    assert list(corpus_phrases([])) == []


@pytest.mark.parametrize("phrase", ["依法治国", "一网通办", "获得感、幸福感、安全感", "高水平科技自立自强"])
def test_words_tagged_as_names_by_mistake_are_set_phrases(phrase):
    frames = (
        "街道坚持“{}”，居民都说好。",
        "关键在于{}的落实。",
        "他谈到{}，也谈到治水。",
        "写进规划的是“{}”。",
    )
    found = set_phrases([(str(n), frame.format(phrase)) for n, frame in enumerate(frames)])
    assert phrase in [each.text for each in found]
