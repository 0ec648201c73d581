"""Profiles: every device on its place of the page, figures that add up, any input survived."""

import json

import pytest

import seeds
from compare.reference.corpus import load_reference
from compare.reuse.text import Text
from compare.rhetoric import device_kinds, rhetoric
from compare.rhetoric.stock import set_phrases


@pytest.fixture(scope="module")
def page():
    return seeds.seed_page()


@pytest.fixture(scope="module")
def profiles(page):
    return [rhetoric(piece) for piece in page]


def on_page(page, spans):
    return "".join(page.text[a:b] for a, b in spans).replace("\n", " ")


def test_every_device_quotes_the_page(page, profiles):
    assert len(profiles) == 5
    for profile in profiles:
        assert profile.devices
        for device in profile.devices:
            assert on_page(page, device.spans) == device.text
            assert device.form in device_kinds()[device.kind].forms
            assert device.label.startswith(device_kinds()[device.kind].label)
            for part in device.parts:
                assert on_page(page, part.spans) == part.text
                assert part.text in device.text


def test_density_counts_devices_by_the_thousand(profiles):
    assert any(profile.devices for profile in profiles)
    for profile in profiles:
        for kind in device_kinds():
            assert profile.density[kind] * profile.characters / 1000 == pytest.approx(len(profile.of(kind)))


def phrases(text):
    return [text[slice(*place)] for place in set_phrases(Text.of(text), load_reference())]


def test_stock_is_the_share_of_letters_in_set_phrases():
    text = "大家紧密团结在以习近平同志为核心的党中央周围。"
    profile = rhetoric(text, reference=load_reference())
    assert profile.stock == len("".join(phrases(text))) / 22 > 0.5
    assert rhetoric("春天来了。").stock is None
    for plain in ("短", "隔壁阿婆家的花猫昨晚生了五只小猫崽"):
        assert phrases(plain) == []


def test_a_set_phrase_does_not_begin_inside_a_term_of_the_text():
    text = "我们要促进经济持续健康发展。"
    assert phrases(text) == ["经济持续健康发展"]
    text = "县里的数字经济起步晚。乡里办数字经济学堂。村里的数字经济持续健康发展，不容易。"
    assert phrases(text) == ["持续健康发展"]


def test_traditional_characters_are_read_as_simplified_ones():
    text = "學習要有恆心，做事要有耐心，待人要有誠心。難道不是這樣嗎？大家全力以赴。"
    profile = rhetoric(text)
    assert [device.kind for device in profile.devices] == ["parallelism", "question", "idiom"]
    assert profile.devices[0].frame == "…要…"
    assert profile.devices[0].parts[0].text == "學習要有恆心"


def test_headings_are_not_read():
    piece = seeds.seed_page().pieces[0]
    heading = next(p.text for p in piece.paragraphs if p.kind == "heading")
    assert all(heading not in device.text for device in rhetoric(piece).devices)


def test_the_same_bytes_each_time(page, profiles):
    again = [json.dumps(rhetoric(piece).to_dict(), ensure_ascii=False) for piece in page]
    assert again == [json.dumps(profile.to_dict(), ensure_ascii=False) for profile in profiles]


def test_text_and_piece_give_the_same():
    text = "青春是太阳，青春是江河，青春是月亮。"
    assert rhetoric(text) == rhetoric(seeds.article(text))


def test_blank_text_has_an_empty_profile():
    assert rhetoric(" \n").devices == ()


@pytest.mark.parametrize("unit", ["好。", "我们要，", "“甲”", "《甲》“乙", "1", "为什么？", "\ud800，", "（"])
def test_long_monotonous_lines_are_read(unit):
    assert rhetoric(unit * 2000).characters >= 0
