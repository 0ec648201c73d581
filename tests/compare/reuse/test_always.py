"""What must hold of any comparison, on texts drawn from sentences of our own."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare import compare, compare_all
from compare.reuse.text import Text
from seeds import article
from seeds.language.variants import simplifications

SENTENCES = [
    "村口的老井早就不用了，井沿上的绳印却一直留着，像是替几代人记着账。",
    "修路那年，镇里开了三次会，头两次都没有吵出结果，第三次大家带着图纸去了现场。",
    "孩子们放学后先到粮仓改成的图书室坐一会儿，等地里的大人收工。",
    "把难办的事摆到桌面上，比把好听的话挂在墙上有用得多。",
    "王家和李家为一道田埂争了十年，最后是两家的媳妇一起把它修直的。",
    "干部换了几任，记账的本子却一直是同一本，翻开就知道谁答应过什么。",
    "天还没亮，卖豆腐的三轮车就从坡上下来，铃声把整条街都叫醒了。",
    "说到底，一件事办得好不好，要看最不方便的那个人方便了没有。",
    "去年冬天特别冷，河面上的冰厚得能走人，老人们却都说好年景要来了。",
    "新来的大学生把合作社的账目搬到了网上，起初没有人看，后来人人都看。",
    "“路修到家门口，心里才亮堂。”这句话如今刻在桥头的石碑上。",
    "谁家屋檐下挂着玉米，谁家院里晒着棉花，远远地一看就明白今年的收成。",
    "与其在办公室里等报表，不如到地头上走一走，看一看禾苗是绿还是黄。",
    "有人担心花了钱看不见响动，有人担心事情做了一半没有人接手。",
    "全面深化改革不是喊出来的，是一户一户敲门敲出来的。",
    "坚持以人民为中心，落到一条巷子里，就是夜里的灯亮不亮、下雨的时候路滑不滑。",
]

PARAGRAPHS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map("".join)
TEXTS = st.lists(PARAGRAPHS, min_size=1, max_size=5)


def told(pair):
    return [(m.kind, m.class_, m.left.text, m.right.text, m.left.spans, m.right.spans) for m in pair.matches]


def turned(pair):
    return [(m.kind, m.class_, m.right.text, m.left.text, m.right.spans, m.left.spans) for m in pair.matches]


def covered(excerpts):
    return {place for one in excerpts for span in one.spans for place in range(span.start, span.end)}


@given(TEXTS)
@settings(deadline=None)
def test_a_text_shares_all_of_itself_with_itself(paragraphs):
    piece = article("\n".join(paragraphs))
    pair = compare(piece, piece)
    assert pair.scores["reuse"] == pair.scores["reuse_left"] == pair.scores["reuse_right"] == 1.0
    assert len(pair.matches) == 1
    assert covered([pair.matches[0].left]) >= {
        place for paragraph in piece.paragraphs for s in paragraph.spans for place in range(s.start, s.end)
    }


@given(st.text(min_size=1, max_size=12))
@settings(deadline=None)
def test_the_shortest_text_is_the_same_as_itself(text):
    words = any(char.isalnum() for char in text if Text.of(char).line)
    assert compare(text, text).scores["reuse"] == float(words)


@given(TEXTS, TEXTS)
@settings(deadline=None)
def test_sides_do_not_matter(left, right):
    one, other = "\n".join(left), "\n".join(right)
    forth, back = compare(one, other), compare(other, one)
    assert sorted(told(forth)) == sorted(turned(back))
    assert forth.scores["reuse"] == back.scores["reuse"]
    assert forth.scores["reuse_left"] == back.scores["reuse_right"]


@given(st.lists(TEXTS, min_size=3, max_size=5))
@settings(deadline=None, max_examples=40)
def test_a_text_more_changes_no_other_pair(texts):
    pieces = ["\n".join(paragraphs) for paragraphs in texts]
    few, many = compare_all(pieces[:2]), compare_all(pieces)
    assert told(few.pairs[0]) == told(many.pair(1, 2))
    assert few.pairs[0].scores == many.pair(1, 2).scores


@given(TEXTS, st.data())
@settings(deadline=None)
def test_copied_paragraphs_are_found_wherever_they_stand(paragraphs, data):
    which = data.draw(st.sets(st.integers(0, len(paragraphs) - 1), min_size=1))
    foreign = ["海边的渔港正在扩建，码头上堆满了水泥管。", "球赛踢到加时，看台上的人嗓子都喊哑了。"]
    copy = list(foreign)
    for number in sorted(which):
        copy.insert(data.draw(st.integers(0, len(copy))), paragraphs[number])
    left, right = article("\n".join(paragraphs)), article("\n".join(copy))
    pair = compare(left, right)
    mine = covered(match.left for match in pair.matches)
    wanted = {
        place
        for number in which
        for span in left.paragraphs[number].spans
        for place in range(span.start, span.end)
    }
    assert len(mine & wanted) >= 0.98 * len(wanted)


@given(TEXTS)
@settings(deadline=None)
def test_one_long_paragraph_and_many_short_ones_are_the_same_text(paragraphs):
    pair = compare(article("\n".join(paragraphs)), article("".join(paragraphs)))
    assert pair.scores["reuse"] == 1.0


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "镇里开会说，“路修到家门口，心里才亮堂”，大家都记得。",
            '镇里开会说,"路修到家门口,心里才亮堂",大家都记得。',
        ),
        ("村口的老井早就不用了，井沿上的绳印一直留着。", "村口的老井早就不用了，\n  井沿上 的绳印一直留着。"),
        ("改革发展要从一条巷子里的灯亮不亮看起。", "改革發展要從一條巷子裏的燈亮不亮看起。"),
        ("一方面要修路，一方面要架桥，金水河上有长虹。", "一⽅⾯要修路，一⽅⾯要架桥，⾦⽔河上有长虹。"),
        ("全镇ABC三个村，共修路12公里，花了3年时间。", "全镇ＡＢＣ三个村，共修路１２公里，花了３年时间。"),
    ],
)
def test_one_wording_in_two_settings_is_the_same(left, right):
    pair = compare(left, right)
    assert pair.scores["reuse"] == 1.0
    (match,) = pair.matches
    for side, text in ((match.left, left), (match.right, right)):
        assert "".join(text[a:b] for a, b in side.spans) == side.text


def test_copies_are_found_in_every_pair():
    text = "\n".join(SENTENCES)
    found = compare_all([text] * 9)
    assert [pair.scores["reuse"] for pair in found.pairs] == [1.0] * 36


KANGXI = str.maketrans(
    dict(
        zip(
            "一人大小山工干心日月木水火田白皮目石立竹米老而耳肉自至舌色行衣见言谷足身车里金长门音页风食首香马骨高鱼鸟",
            "⼀⼈⼤⼩⼭⼯⼲⼼⽇⽉⽊⽔⽕⽥⽩⽪⽬⽯⽴⽵⽶⽼⽽⽿⾁⾃⾄⾆⾊⾏⾐⻅⾔⾕⾜⾝⻋⾥⾦⻓⻔⾳⻚⻛⻝⾸⾹⻢⾻⾼⻥⻦",
            strict=True,
        )
    )
)
TRADITIONAL = {ord(simple): code for code, simple in simplifications().items()}
QUOTES = str.maketrans("“”", '""')
WIDTHS = str.maketrans("，。：；！？（）", ",.:;!?()")
SETTINGS = st.sets(
    st.sampled_from(
        [
            lambda text: text.translate(KANGXI),
            lambda text: text.translate(TRADITIONAL),
            lambda text: text.translate(QUOTES),
            lambda text: text.translate(WIDTHS),
            lambda text: text.replace("“", "「").replace("”", "」"),
            lambda text: "".join(f"{char} " if at % 3 else f"{char}\u3000" for at, char in enumerate(text)),
            lambda text: "\u200b".join(text),
            lambda text: "\n".join(text[at : at + 17] for at in range(0, len(text), 17)),
        ]
    ),
    min_size=1,
)


@given(TEXTS, SETTINGS)
@settings(deadline=None)
def test_however_it_is_set_it_is_the_same_wording_at_exact_places(paragraphs, ways):
    left = "\n".join(paragraphs)
    right = "\n".join(paragraphs)
    for way in sorted(ways, key=lambda way: way.__code__.co_firstlineno):
        right = "\n".join(map(way, right.split("\n")))
    pair = compare(left, right)
    assert pair.scores["reuse"] == 1.0
    for match in pair.matches:
        for side, text in ((match.left, left), (match.right, right)):
            assert "".join(text[span.start : span.end] for span in side.spans) == side.text


@given(TEXTS, TEXTS, st.text(alphabet="，、…—！？ \n\t\u3000", max_size=40))
@settings(deadline=None)
def test_marks_alone_are_no_wording(left, right, marks):
    assert compare("\n".join(left), marks).matches == ()
    assert compare(marks, marks).matches == ()
    whole = [compare("\n".join(left), "\n".join([*right, *more])) for more in ((), (marks,))]
    bare, marked = (
        {(m.left.text.rstrip("。"), m.right.text.rstrip("。")) for m in one.matches} for one in whole
    )
    assert bare == marked


@given(TEXTS, TEXTS)
@settings(deadline=None)
def test_the_parts_of_reuse_add_up_and_a_stricter_threshold_filters(left, right):
    whole = compare_all(["\n".join(left), "\n".join(right)])
    for expect in (0.03, 1e-4, 1e-12):
        (pair,) = whole.at(expect).pairs
        assert all(match.expect <= expect for match in pair.matches)
        assert set(told(pair)) == {
            one
            for one, match in zip(told(whole.pairs[0]), whole.pairs[0].matches, strict=True)
            if match.expect <= expect
        }
        assert pair.scores["borrowed"] + pair.scores["stock"] == pytest.approx(pair.scores["reuse"])
        assert pair.scores["reuse"] <= whole.pairs[0].scores["reuse"]


@given(st.text(alphabet="山水田园", min_size=1, max_size=300), st.text(alphabet="山水田园", max_size=300))
@settings(deadline=None)
def test_texts_that_repeat_themselves_have_two_like_sides(left, right):
    assert sorted(told(compare(left, right))) == sorted(turned(compare(right, left)))


@pytest.mark.skipif("OPED_DATA" not in os.environ, reason="needs OPED_DATA")
def test_real_pieces_hold_all_of_this():
    path = Path(os.environ["OPED_DATA"]) / "opinion" / "articles.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()][:36]
    pieces = [article(row["text"], title=row["title"]) for row in rows]
    many = compare_all(pieces)
    few = compare_all(pieces[:5])
    assert (len(pieces), len(few.pairs)) == (36, 10)
    for pair in few.pairs:
        assert told(pair) == told(many.pair(pair.left.id, pair.right.id))
        back = compare(pieces[pair.right.id - 1], pieces[pair.left.id - 1])
        assert sorted(told(pair)) == sorted(turned(back))
    for one, other in zip(pieces[:12], pieces[12:24], strict=True):
        assert compare(one, one).scores["reuse"] == 1.0
        half = len(one.paragraphs) // 2
        mixed = [*other.paragraphs[:2], *one.paragraphs[:half], *other.paragraphs[2:]]
        copy = article("\n".join(paragraph.text for paragraph in mixed))
        mine = covered(match.left for match in compare(one, copy).matches)
        wanted = covered(one.paragraphs[:half])
        assert len(mine & wanted) >= 0.98 * len(wanted)


def test_spaces_inside_a_text_do_not_move_its_places():
    text = Text.of(" 春 天\n来　了 ")
    assert text.line == "春天来了"
    assert text.chars[:4] == "春天来了"
