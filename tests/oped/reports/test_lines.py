"""Where the lines of a file are told: `oped report --piece`, `oped check`."""

import re

import pytest

from compare.corpus import Article, shared_phrases
from compare.corpus.archive import Archive
from compare.corpus.checking import check
from compare.reference.corpus import load_reference
from oped.reports import make_report
from oped.reports.findings import findings
from oped.reports.forms.terminal import plain
from oped.reports.views.check import CheckedDraft, check_document
from oped.reports.views.piece import one_piece
from oped.words import LANGUAGES, Labels
from seeds import read_page, seed_page

EN = Labels("en")
COPIED = "那年大水退去以后，村口的老槐树下堆满了泥，男女老少挑了整整一个冬天才把它们挑回田里"
OTHER = "集市散得早，卖鱼的老赵收了摊就去河边看人下棋，一看就是一个下午。"


@pytest.fixture(scope="module")
def seed_report():
    return make_report([seed_page()])


@pytest.mark.parametrize("number", range(1, 6))
def test_what_a_piece_holds_stands_on_the_lines_that_are_told(seed_report, number):
    found = findings(seed_report, seed_report.comparison.pieces[number - 1])
    lines = seed_page().text.split("\n")
    told = [(phrase.line, phrase.text) for phrase in found.phrases]
    told += [(line, device.text) for line, device in found.devices]
    assert told
    for line, text in told:
        assert text[:2] in lines[line - 1] + "".join(lines[line : line + 1])
    assert [phrase.line for phrase in found.phrases] == sorted(phrase.line for phrase in found.phrases)


def test_a_line_tells_each_set_phrase_once_and_the_share_is_that_of_the_profile(seed_report):
    assert len(seed_report.profiles) == 5
    for member, profile in zip(seed_report.comparison.pieces, seed_report.profiles, strict=True):
        found = findings(seed_report, member)
        assert found.phrase_share == profile.stock
        told = [(phrase.line, phrase.text) for phrase in found.phrases]
        assert not [
            (a, b) for at, a in enumerate(told) for b in told[at + 1 :] if a[0] == b[0] and a[1] in b[1]
        ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_piece_is_told_in_the_order_of_the_file(seed_report, language):
    label = Labels(language)
    text = plain(one_piece(seed_report, seed_report.comparison.pieces[2], label), 80)
    lines = [int(found) for found in re.findall(r"(?m)^ {1,4}(\d+) ", text)]
    assert len(lines) > 3
    assert lines == sorted(lines)
    assert "党的十九届六中全会" in text


def test_what_two_pieces_share_is_told_of_both(seed_report):
    two, three = (findings(seed_report, member).passages for member in seed_report.comparison.pieces[1:3])
    assert {one.other.id for one in two} == {3}
    assert [(one.line, one.other_line) for one in two] == [(one.other_line, one.line) for one in three]


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    folder = tmp_path_factory.mktemp("archive") / "store"
    list(shared_phrases([Article("早", f"{COPIED}。", "2020-03-01", "早的", "甲报")], folder))
    return Archive.of_store(folder)


def checked(archive, tmp_path, text):
    file = tmp_path / "draft.txt"
    file.write_text(text, "utf-8")
    page = read_page(file)
    (piece,) = page.pieces
    found = CheckedDraft(check(piece, archive, load_reference()), page, 1, piece.title)
    return plain(check_document([found], 1, EN), 200)


def test_a_draft_that_was_printed_says_so_first_with_place_and_line(archive, tmp_path):
    text = checked(archive, tmp_path, f"又写老槐树\n\n{COPIED}。\n")
    first, passage = text.splitlines()[1:3]
    assert "PRINTED BEFORE: 100 % of it stands in 2020-03-01 · 甲报 · 早的 · 早" in first
    assert passage.split()[0] == "3"


def test_a_draft_made_of_two_articles_says_how_much_of_it_is_from_both(tmp_path):
    old = [
        Article("早", f"{COPIED}。", "2020-03-01", "早的", "甲报"),
        Article("旧", OTHER, "2019-01-01", "旧的", "乙报"),
    ]
    list(shared_phrases(old, tmp_path / "store"))
    text = checked(Archive.of_store(tmp_path / "store"), tmp_path, f"又写\n\n{COPIED}。\n{OTHER}\n")
    assert "with other articles (1) 100 % of it stands in the archive" in " ".join(text.split())


def test_a_pointer_leads_to_the_very_words(seed_report):
    held = {
        number: "".join(paragraph.text for paragraph in piece.paragraphs)
        for number, piece in enumerate(seed_report.pieces, 1)
    }
    told = [
        (phrase.text, other)
        for member in seed_report.comparison.pieces
        for phrase in findings(seed_report, member).phrases
        for other in phrase.others
    ]
    assert len(told) > 10
    assert [(text, other) for text, other in told if text not in held[other]] == []


def test_what_an_edit_changed_is_marked_with_what_stood_there(archive, tmp_path):
    edited = COPIED.replace("老槐树", "老柳树").replace("整整", "")
    text = checked(archive, tmp_path, f"又写老树\n\n{OTHER * 4}{edited}。\n")
    assert "老〔柳｜槐〕树" in text
    assert "挑了〔｜整整〕一个冬天" in text
    assert "PARTLY PRINTED" in text
    assert "PRINTED BEFORE" not in text


def test_a_draft_of_its_own_words_is_clear(archive, tmp_path):
    assert "nothing of it stands in the archive" in checked(archive, tmp_path, f"赶集\n\n{OTHER}\n")
