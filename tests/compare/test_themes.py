import json
import re
from dataclasses import replace
from math import log

import pytest

import seeds
from compare import compare
from compare.mining.keyness import CRITICAL, log_likelihood
from compare.themes import names, overlap, profile, theme_map, themes
from seeds import seed_page
from seeds.errors import UsageError
from seeds.language.dictionary import DictionaryTokenizer
from seeds.language.tokens import default_tokenizer
from seeds.page import Piece

CANALS = "古运河上的水闸要修。水闸老了,古运河的船过不去。修水闸的工匠说,古运河离不开水闸。"
LOCKS = "水闸是古运河的命脉。水闸失修,运河两岸的船工最着急。"
BEES = "养蜂人带着蜂箱赶花期。蜂箱一开,蜜蜂便飞向槐花。养蜂靠的是花期。"


@pytest.fixture(scope="module")
def page():
    return list(seed_page())


def test_a_text_is_about_what_it_repeats_and_the_news_do_not():
    found = themes(CANALS)
    assert "水闸" in {term.term for term in found[:2]}
    assert all(term.keyness >= CRITICAL and term.count >= 1 and term.ratio > 1 for term in found)


def test_usual_wording_is_no_theme_at_its_usual_frequency():
    assert "发展" not in {term.term for term in themes("发展" + CANALS * 5)}


def test_single_characters_and_numbers_are_no_terms():
    left, right = "河里的鱼,湖里的鱼,1938年的鱼。", "1938年的鱼,海里的鱼。"
    assert not {"鱼", "1938"} & profile(left).weights.keys()
    assert not overlap(left, right).terms
    assert not {"鱼", "1938"} & {term.term for term in themes(left * 9)}


def test_traditional_and_simplified_pieces_are_about_the_same():
    left = "香港記者協會憂慮新聞自由。記者要採訪，靠新聞自由。"
    right = "香港记者协会忧虑新闻自由。记者要采访，靠新闻自由。"
    assert overlap(left, right).score == pytest.approx(1)
    assert "新闻自由" in {theme.term for theme in overlap(left, right).terms}


def test_a_term_that_both_texts_always_have_in_a_longer_run_is_shown_whole():
    left = "接诉即办要真办。接诉即办靠人，接诉即办见效。"
    right = "说说接诉即办。接诉即办好，接诉即办快。"
    assert "接诉即办" in {theme.term for theme in overlap(left, right).terms}


def test_words_of_the_users_own_are_terms_and_stop_words_never():
    words = DictionaryTokenizer.of(["金点子工程"])
    text = "金点子工程开张。金点子工程见效，水闸修好。"
    assert "金点子工程" in profile(text, tokenizer=words).weights
    assert words.name != default_tokenizer().name
    assert "水闸" not in profile(text, stopwords=["水闸"]).counts


def test_a_word_that_the_segmenter_cuts_short_is_shown_whole():
    text = "大家谈一带一路。一带一路通到海边,一带一路的渔船多。一带一路,渔船来往。"
    found = {term.term for term in themes(text)}
    assert "一带一路" in found
    assert not {"一带", "一路"} & found
    shared = [theme.term for theme in overlap(text, "一带一路修好了。" + text).terms]
    assert "一带一路" in shared
    assert not {"一带", "一路"} & set(shared)


def test_a_word_by_itself_stays_as_it_is():
    assert not profile("新疆一带风大,一带一带都是沙。").wholes


def test_a_word_of_the_kicker_or_a_heading_alone_is_no_theme_but_makes_pieces_alike():
    series = [
        replace(seeds.article(text, title=title), kicker="水闸旧事系列谈")
        for text, title in ((CANALS, "修"), (LOCKS, "看"))
    ]
    assert "系列谈" in profile(series[0]).weights
    for piece in series:
        assert not any("系列谈" in term.term for term in themes(piece))
    assert not any("系列谈" in term.term for term in overlap(*series).terms)
    weights = profile(series[0]).weights
    assert weights["系列谈"] < weights["水闸"] / 4, (
        "a column's name counts once, the words of the text as in a title"
    )


def test_a_rare_verb_is_a_theme_where_the_piece_insists_on_it():
    text = "水闸源于古运河。古运河的水闸源于船工。"
    assert "源于" not in [term.term for term in themes(text)]
    assert "近视" in [term.term for term in themes("近视的孩子多。近视了，近视要防。孩子近视，家长怕近视。")]


def test_a_term_is_told_with_the_capitals_of_the_text():
    text = "5G基站建成了。5G基站通了，WTT赛事用上5G基站。WTT赛事来了，WTT赛事真好看。"
    assert {"5G", "WTT"} <= {word for term in themes(text) for word in re.findall("[A-Z0-9]+", term.term)}


def test_names_stand_apart():
    text = "长沙的巷子里,长沙的老街坊守着长沙的早点铺。早点铺一开门,早点铺的香味就飘满长沙。"
    assert [(term.term, term.kind) for term in names(text)] == [("长沙", "place")]
    assert "长沙" not in {term.term for term in themes(text)}
    assert "长沙" in {theme.term for theme in overlap(text, text).names}


def test_a_verb_ends_a_term_where_the_news_use_it_as_a_noun():
    text = "社区治理要听居民的。社区治理靠居民。推动社区治理,不是推动社区搬家。"
    assert "社区治理" in profile(text).parts
    assert not any(term.startswith("推动") for term in profile(text).parts)


def test_the_shared_subject_makes_the_score():
    near, far = overlap(CANALS, LOCKS), overlap(CANALS, BEES)
    assert near.score > 3 * far.score
    assert near.percentile > far.percentile
    assert near.terms[0].term == "水闸"


def test_a_term_takes_the_weight_of_words_used_inside_it():
    left, right = "数字治理看实效。数字治理靠众人。", "数字治理要便民,数字治理不能添堵。"
    terms = [theme.term for theme in overlap(left, right).terms]
    assert "数字治理" in terms
    assert "数字" not in terms
    assert "治理" not in terms


def test_stock_wording_weighs_less_than_a_subject():
    stock = overlap(
        "推动高质量发展,构建新发展格局,开创新局面。", "推动高质量发展,构建新发展格局,迈上新台阶。"
    )
    subject = profile("推动高质量发展,水闸要修。").weights
    assert subject["水闸"] > subject["高质量"]
    assert stock.score < 1


def test_a_piece_counts_with_title_and_decks_and_without_its_author(page):
    piece = Piece(1, "水闸", (), authors=("何水生",), decks=("古运河",), author_note="蜂箱")
    assert set(profile(piece).counts) >= {"水闸"}
    assert "蜂箱" not in profile(piece).counts


def test_nothing_to_say_about_nothing():
    assert themes("") == names("。,!") == ()
    empty = overlap("", CANALS)
    assert (empty.score, empty.percentile, empty.terms) == (0, None, ())


def test_what_makes_no_sense_is_refused():
    with pytest.raises(UsageError, match="0 or more"):
        themes(CANALS, limit=-1)
    with pytest.raises(UsageError, match="0 or more"):
        overlap(CANALS, LOCKS, limit=-1)
    with pytest.raises(UsageError, match="not int"):
        themes(3)


def test_related_pieces_of_the_seed_page_stand_out(page):
    profiles = [profile(piece) for piece in page]
    pairs = [(a, b) for a in range(5) for b in range(a + 1, 5)]
    found = {pair: overlap(profiles[pair[0]], profiles[pair[1]]) for pair in pairs}
    best = sorted(pairs, key=lambda pair: -found[pair].score)
    assert set(best[:3]) > {(0, 4), (1, 2)}
    assert set(sorted(pairs, key=lambda pair: -found[pair].percentile)[:3]) > {(0, 4), (1, 2)}
    assert all(found[pair].percentile > 95 for pair in [(0, 4), (1, 2)])
    assert {"数字", "政务服务", "大数据"} <= {theme.term for theme in found[0, 4].terms}
    assert {"六中全会", "历史经验"} <= {theme.term for theme in found[1, 2].terms}


def test_the_seed_page_falls_into_its_groups(page):
    found = theme_map(page)
    assert [group.members for group in found.groups] == [(0, 4), (1, 2), (3,)]
    assert "大数据" in {term.term for term in found.groups[0].terms}
    assert found.affinities[0, 1:].argmax() == 3
    assert "自我革命" in {term.term for term in found.peculiar[2]}


def test_pieces_with_nothing_in_common_are_no_group():
    assert [group.members for group in theme_map([CANALS, BEES]).groups] == [(0,), (1,)]
    assert [group.members for group in theme_map([CANALS, LOCKS]).groups] == [(0, 1)]


def test_the_seed_page_is_about_what_an_editor_would_say(page):
    told = [{term.term for term in themes(piece)} for piece in page]
    wanted = ["大数据", "高质量发展", "自我革命", "群众", "数字治理"]
    assert [term in terms for terms, term in zip(told, wanted, strict=True)] == [True] * 5


def test_log_likelihood_is_that_of_the_contingency_table():
    cells = ((10, 100, 30), (20, 1000, 30), (90, 100, 1070), (980, 1000, 1070))
    by_hand = 2 * sum(seen * log(seen * 1100 / (row * column)) for seen, row, column in cells)
    assert log_likelihood(10, 100, 20, 1000) == pytest.approx(by_hand)
    assert log_likelihood(3, 100, 30, 1000) == pytest.approx(0, abs=1e-9)
    assert log_likelihood(1, 100, 300, 1000) < 0
    assert log_likelihood(1, 0, 3, 100) == 0


def test_results_are_plain_data(page):
    pair = overlap(page[0], page[4])
    term = themes(page[0])[0]
    assert json.loads(json.dumps(pair.to_dict()))["terms"][0] == pair.terms[0].to_dict()
    assert str(term) == term.term == term.to_dict()["term"]
    assert json.loads(json.dumps(theme_map(page).to_dict(), ensure_ascii=False))["pieces"][0]["piece"] == 0


def test_what_stands_in_one_copied_passage_alone_is_no_common_theme():
    copied = "守隧道的老人说，隧道里终年吹着冷风，进隧道的人都要披一件旧棉袄"
    canals, bees = CANALS * 3, BEES * 3
    assert not {"隧道", "棉袄"} & {theme.term for theme in compare(canals + copied, bees + copied).themes}
    assert "水闸" in {theme.term for theme in compare(canals + copied, LOCKS * 3 + copied).themes}
    one, two = canals + "隧道要修。隧道里的灯不亮。", bees + "山下有隧道。隧道通到海边。"
    assert "隧道" in {theme.term for theme in compare(one + copied, two + copied).themes}
    assert "隧道" in {theme.term for theme in compare(copied, copied).themes}


def test_a_short_word_that_both_have_once_is_said_in_passing():
    left = "渠水年年恶化，老支书为渔业忙了一辈子，渔业是村里的根，镇上给渔民办了保外就医。"
    right = "山火恶化得很快，渔业没有受损，渔业公司捐了钱，有人申请保外就医。"
    shown = [theme.term for theme in overlap(left, right).terms]
    assert "渔业" in shown
    assert "保外就医" in shown
    assert "恶化" not in shown


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        ("接诉即办，关键在办。接诉即办不能变成接诉即转。接诉即办，名称各异。", "接诉即办"),
        ("接诉即办，关键在办。接诉即转，也在路上。接诉即办，接诉即转，名称各异。", None),
    ],
)
def test_a_run_that_a_character_mostly_goes_on_to_is_the_term(said, whole):
    found = {term.term: term.count for term in themes(said + "村里的路修好了，大家都说好。" * 5)}
    assert found.get("接诉即办") == (said.count(whole) if whole else None)
