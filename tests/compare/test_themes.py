from compare.themes import names, overlap, profile, themes
from compare.themes.keyness import CRITICAL, log_likelihood

CANALS = "古运河上的水闸要修。水闸老了,古运河的船过不去。修水闸的工匠说,古运河离不开水闸。"
LOCKS = "水闸是古运河的命脉。水闸失修,运河两岸的船工最着急。"
BEES = "养蜂人带着蜂箱赶花期。蜂箱一开,蜜蜂便飞向槐花。养蜂靠的是花期。"


def test_a_text_is_about_what_it_repeats_and_the_news_do_not():
    assert themes(CANALS)[0].term in {"水闸", "古运河"}
    assert all(term.keyness >= CRITICAL for term in themes(CANALS))


def test_the_shared_subject_makes_the_score():
    near, far = overlap(CANALS, LOCKS), overlap(CANALS, BEES)
    assert near.score > 3 * far.score
    assert near.terms[0].term == "水闸"
    assert sum(theme.weight for theme in near.terms) <= near.score + 1e-9


def test_a_profile_stands_for_its_text():
    assert overlap(profile(CANALS), profile(LOCKS)) == overlap(CANALS, LOCKS)


def test_nothing_to_say_about_nothing():
    assert themes("") == names("。,!") == ()
    assert overlap("", CANALS).score == 0


def test_log_likelihood_is_zero_for_equal_shares_and_signed():
    assert abs(log_likelihood(3, 100, 30, 1000)) < 1e-9
    assert log_likelihood(9, 100, 30, 1000) > 0 > log_likelihood(1, 100, 300, 1000)
