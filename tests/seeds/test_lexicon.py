"""Lists of words: each says what it is, holds each word once, and nothing but words."""

from importlib.resources import files

import pytest

from seeds import lexicon

NAMES = sorted(
    path.name.removesuffix(".txt") for path in files("seeds.lexicon").iterdir() if path.name.endswith(".txt")
)


@pytest.mark.parametrize("name", NAMES)
def test_a_list_begins_with_what_it_is(name):
    assert files("seeds.lexicon").joinpath(f"{name}.txt").read_text("utf-8").startswith("# ")


@pytest.mark.parametrize("name", NAMES)
def test_a_word_stands_once_in_its_group(name):
    lines = files("seeds.lexicon").joinpath(f"{name}.txt").read_text("utf-8").splitlines()
    listed = [word for line in lines if line[:1] not in ("#", "[") for word in line.split()]
    if name not in ("traditional", "web_forms", "line_forms"):
        assert len(listed) == sum(map(len, lexicon.groups(name).values()))


def test_groups_are_parts_of_a_list():
    assert lexicon.words("surnames", "common") < lexicon.words("surnames")
    assert "欧阳" in lexicon.words("surnames", "compound")
    with pytest.raises(KeyError):
        lexicon.words("surnames", "other")


def test_a_pattern_takes_the_longest_word():
    assert lexicon.pattern("saying", "marked").startswith("曾言|有云|")


def test_idioms_are_idioms():
    idioms = lexicon.words("idioms")
    assert len(idioms) == 8519
    assert all(4 <= len(idiom) <= 9 for idiom in idioms)
