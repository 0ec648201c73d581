"""A draft held against an archive: shares by class, the earliest article, an index that follows the corpus."""

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from compare.corpus import Article, shared_phrases
from compare.corpus.archive import Archive
from compare.corpus.checking import check
from compare.reference.corpus import load_reference
from oped.reports.model import TextBlock
from oped.reports.views.check import CheckedDraft, check_document
from oped.words import Labels
from seeds import Page, article
from seeds.errors import InputError

COPIED = "那年大水退去以后，村口的老槐树下堆满了泥，男女老少挑了整整一个冬天才把它们挑回田里"
QUOTED = "做事要像挑泥那样一担一担地来"
ELSE = "集市散得早，卖鱼的老赵收了摊就去河边看人下棋，一看就是一个下午，连晚饭也忘了。"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("archive") / "store"
    articles = [
        Article("晚", f"{ELSE}{COPIED}。", "2021-06-01", "晚的", "乙报"),
        Article("早", f"{COPIED}。老人说：“{QUOTED}。”大家都记住了。", "2020-03-01", "早的", "甲报"),
    ]
    list(shared_phrases(articles, path))
    return path


def test_eight_that_ask_at_once_get_the_same_archive(folder):
    shutil.rmtree(folder / "index")
    together = Barrier(8)

    def ask(_):
        together.wait()
        found = Archive.of_store(folder)
        return found.articles, found.places.tolist(), found.hashes.tolist()

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(ask, range(8)))
    assert found == 8 * [found[0]]
    assert len(found[0][0]) == 2


def checked(folder, text):
    return check(article(text), Archive.of_store(folder), load_reference(), name="草稿")


def test_what_is_copied_is_told_with_the_earliest_article(folder):
    draft = f"今天写一点新的东西，和谁都不一样。\n有人写过，{COPIED}，写得真好。"
    found = checked(folder, draft)
    (passage,) = found.passages
    assert (passage.text, passage.class_) == (COPIED, "free")
    assert (passage.article, passage.date, passage.title, passage.articles) == ("早", "2020-03-01", "早的", 2)
    assert found.shared["total"] == pytest.approx(passage.chars / found.chars)
    assert found.shared["idiom"] == pytest.approx(len("男女老少") / found.chars)
    assert found.shared["free"] == pytest.approx(found.shared["total"] - found.shared["idiom"])
    (span,) = passage.spans
    assert draft[span.start : span.end] == COPIED


def test_an_edit_does_not_part_a_passage_and_quotations_are_no_copying(folder):
    edited = COPIED.replace("堆满了泥", "堆满了淤泥")
    found = checked(folder, f"{edited}。\n老话说得好：“{QUOTED}。”")
    assert [(passage.text, passage.class_) for passage in found.passages] == [
        (edited, "free"),
        (QUOTED, "quotation"),
    ]
    assert found.shared["quotation"] == pytest.approx(len(QUOTED) / found.chars)
    assert found.shared["total"] == pytest.approx(sum(found.shared.values()) - found.shared["total"])


def test_a_draft_of_its_own_words_shares_nothing(folder):
    found = checked(folder, "这里每一句话都是刚刚想出来的，别处没有。")
    assert found.passages == ()
    assert found.shared["total"] == 0
    assert json.loads(json.dumps(found.to_dict()))["draft"] == "草稿"


def test_drafts_of_several_files_are_told_apart(folder):
    drafts = [
        CheckedDraft(checked(folder, COPIED), Page(name, COPIED, "utf-8", (), ()), 1, "旧事")
        for name in ("a.txt", "b.txt")
    ]
    for many, named in ((drafts, "旧事 (草稿)"), (drafts[:1], "旧事")):
        blocks = check_document(many, 2, Labels("zh")).blocks
        assert [block.runs[0].text for block in blocks if isinstance(block, TextBlock) and block.number] == [
            named
        ] * len(many)


def test_the_index_follows_the_corpus(folder):
    before = len(Archive.of_store(folder).articles)
    list(shared_phrases([Article("新", "新来的一篇只说新事，旧话一句不提。", "2022-01-01")], folder))
    assert len(Archive.of_store(folder).articles) == before + 1


def test_a_folder_without_a_corpus_is_told(tmp_path):
    with pytest.raises(InputError, match="--store"):
        Archive.of_store(tmp_path)


def test_each_character_counts_once(folder):
    whole = checked(folder, f"{COPIED}。{COPIED}。{ELSE}")
    assert whole.shared["total"] == pytest.approx(1.0)


def test_common_wording_inside_a_copied_passage_counts_as_what_it_is(tmp_path):
    spoken = "挑一担泥就少一担泥，天天挑就天天少"
    body = f"{COPIED}，坚持以人民为中心的发展思想。老人常说：“{spoken}。”这话传到了今天还有人记得，一个冬天又一个冬天"
    list(shared_phrases([Article("旧", body, "2020-01-01")], tmp_path / "store"))
    found = check(article(body), Archive.of_store(tmp_path / "store"), load_reference())
    assert found.shared["total"] == pytest.approx(1.0, abs=0.02)
    assert found.shared["quotation"] == pytest.approx((len(spoken) - 1) / found.chars, abs=0.02)
    assert found.shared["formula"] >= len("以人民为中心的发展思想") / found.chars - 0.02
    assert sum(found.shared[kind] for kind in found.shared if kind != "total") == pytest.approx(1.0, abs=0.02)


def test_a_word_beside_a_set_phrase_makes_no_copying_of_it(tmp_path):
    printed = "村里人面对新一轮科技革命和产业变革也不慌张。"
    list(shared_phrases([Article("旧", printed + ELSE, "2020-01-01")], tmp_path / "store"))
    found = check(
        article("县里面对新一轮科技革命和产业变革。"), Archive.of_store(tmp_path / "store"), load_reference()
    )
    assert [passage.class_ for passage in found.passages] == ["formula"]
    assert found.shared["free"] == 0


@pytest.mark.parametrize(
    ("before", "told"),
    [("总书记强调，大家要记住，", "quotation"), ("总书记的强调，", "free"), ("总书记强调过。", "free")],
)
def test_what_a_leader_said_is_quoted_without_marks_too(folder, before, told):
    found = checked(folder, f"昨天开会，{before}{COPIED}。")
    assert [(passage.text, passage.class_) for passage in found.passages] == [(COPIED, told)]


def test_common_wording_is_told_without_loose_ends(tmp_path):
    shared = "中华民族伟大复兴"
    list(
        shared_phrases(
            [Article("一", f"为{shared}的明天出一份力，{ELSE}", "2021-06-01", "一的", "乙报")], tmp_path / "s"
        )
    )
    (passage,) = checked(tmp_path / "s", f"我们为{shared}的目标挑泥，也为自己。").passages
    assert passage.text == shared
