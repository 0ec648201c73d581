"""`--dict` and `--stopwords` of `oped themes`, `compare` and `report`, and in calls."""

import json

import pytest
from click.testing import CliRunner

from compare import compare
from oped.cli import oped
from seeds.language.dictionary import DictionaryTokenizer

PAGE = "水闸的事\n\n□王建国\n\n金点子工程开张了。金点子工程见效快，水闸修好了。金点子工程靠大家，水闸也靠大家。\n"


def test_own_words_are_terms_and_stop_words_are_none(tmp_path):
    (tmp_path / "page.txt").write_text(PAGE, "utf-8")
    (tmp_path / "own.txt").write_text("# ours\n金点子工程 100 n\n", "utf-8")
    (tmp_path / "stop.txt").write_text("水闸\n", "utf-8")
    arguments = ["themes", str(tmp_path / "page.txt"), "--format", "json"]
    plain = CliRunner().invoke(oped, arguments).output
    given = ["--dict", str(tmp_path / "own.txt"), "--stopwords", str(tmp_path / "stop.txt")]
    own = CliRunner().invoke(oped, [*arguments, *given]).output
    assert "水闸" in plain.split('"peculiar"')[1]
    assert "金点子工程" in own
    assert "水闸" not in own.split('"peculiar"')[1]


TWO = PAGE + "\n\n再说水闸\n\n□李建国\n\n镇里也办金点子工程。金点子工程管水闸，水闸管水。金点子工程好。\n"


@pytest.mark.parametrize("command", ["compare", "report"])
def test_pairs_know_own_words_and_say_so(command, tmp_path):
    (tmp_path / "page.txt").write_text(TWO, "utf-8")
    (tmp_path / "own.txt").write_text("金點子工程\n", "utf-8")
    (tmp_path / "stop.txt").write_text("水闸\n", "utf-8")
    arguments = [command, str(tmp_path / "page.txt"), "--format", "json"]
    given = ["--dict", str(tmp_path / "own.txt"), "--stopwords", str(tmp_path / "stop.txt")]
    plain, own = (
        json.loads(CliRunner().invoke(oped, some).output) for some in (arguments, arguments + given)
    )
    plain, own = (made.get("comparison", made) for made in (plain, own))
    terms = [{theme["term"] for theme in made["pairs"][0]["themes"]} for made in (plain, own)]
    assert "水闸" in terms[0] - terms[1]
    assert "金点子工程" in terms[1]
    assert "stopwords:" in own["signature"]
    assert plain["signature"].partition("|")[0] != own["signature"].partition("|")[0]


def test_no_match_ends_within_a_word_of_ones_own():
    left, right = "大家都来支持河湖长制度改革试点工作方案", "大家都来支持河湖长制度改革试点工作办法"
    assert compare(left, right).matches[0].left.text == "大家都来支持河湖长制度改革试点工作"
    words = DictionaryTokenizer.of(["工作方案", "工作办法"])
    found = compare(left, right, tokenizer=words, stopwords={"改革"})
    assert found.matches[0].left.text == "大家都来支持河湖长制度改革试点"
    assert "改革" not in {theme.term for theme in found.themes}


def test_a_list_that_cannot_be_read_is_named(tmp_path):
    (tmp_path / "page.txt").write_text(PAGE, "utf-8")
    (tmp_path / "empty.txt").write_text("\n# nothing\n", "utf-8")
    for name in ("missing.txt", "empty.txt"):
        done = CliRunner().invoke(
            oped, ["themes", str(tmp_path / "page.txt"), "--dict", str(tmp_path / name)]
        )
        assert done.exit_code == 1
        assert name in str(done.exception)
