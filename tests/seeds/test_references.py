"""Records of reference managers and library databases, with the texts that they are of."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

import seeds
from seeds.files.referencetags import is_references

TITLE = "修一条路，先问问走路的人"
TEXT = (
    "村口的土路走了三十年，下雨天一脚泥，晴天一身灰。去年村里开了三次院坝会，路往哪儿修，先听大伙儿怎么说。",
    "路修通以后，菜能当天运进城，孩子上学也不用绕河滩。可见办事之前多问一句，办成之后就少一句埋怨。",
    "修路如此，别的事也一样。账目贴在墙上，进度报到群里，大家心里有数，干起来就有劲。",
)
ABSTRACT = "修路之前问过走路的人，修成之后就没有人埋怨；作者由此谈到办事要公开。"
BODY = "\n".join(TEXT) + "\n"
RECORDS = {
    "endnote": f"%0 Newspaper Article\n%T {TITLE}\n%A 周明\n%A 李静\n%J 江城日报\n%D 2019\n%8 2019-03-04\n%P 005\n"
    f"%X {ABSTRACT}\n%K 修路;公开\n%W 江城库\n\n",
    "ris": f"TY  - NEWS\nTI  - {TITLE}\nAU  - 周明\nAU  - 李静\nT2  - 江城日报\nPY  - 2019\nDA  - 2019/03/04/\n"
    f"AB  - {ABSTRACT}\nKW  - 修路\nER  - \n\n",
    "refworks": f"RT Newspaper Article\nSR 1\nA1 周明;李静\nT1 {TITLE}\nJF 江城日报\nYR 2019\nFD 2019-03-04\n"
    f"AB {ABSTRACT}\n\n",
    "noteexpress": f"{{Reference Type}}: Newspaper Article\n{{Title}}: {TITLE}\n{{Author}}: 周明;李静\n"
    f"{{Newspaper}}: 江城日报\n{{Year}}: 2019\n{{Date}}: 2019-03-04\n{{Abstract}}: {ABSTRACT}\n\n",
    "labels": f"SrcDatabase-来源库: 报纸\nTitle-题名: {TITLE}\nAuthor-作者: 周明;李静;\nOrgan-单位: \n"
    f"Source-文献来源: 江城日报\nSummary-摘要: {ABSTRACT}\nPubTime-发表时间: 2019-03-04\nPage-页码: 005\n\n",
}
READ = (TITLE, ("周明", "李静"), "江城日报", "2019-03-04", (ABSTRACT,), TEXT)


def read(text):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.txt")
        path.write_text(text, "utf-8")
        return [
            (q.title, q.authors, q.source, q.date, q.decks, tuple(p.text for p in q.paragraphs))
            for page in seeds.read_pages(path)
            for q in page.pieces
        ]


@pytest.mark.parametrize("kind", RECORDS)
@pytest.mark.parametrize("label", ["", "【全文】\n", "正文："])
def test_a_record_above_its_text_tells_the_fields(kind, label):
    assert read(RECORDS[kind] + label + BODY) == [READ]


@pytest.mark.parametrize("kind", RECORDS)
def test_records_one_below_the_other_are_articles(kind):
    found = read("\n".join(RECORDS[kind] + BODY for _ in range(3)))
    assert found == [READ] * 3


def test_an_abstract_goes_on_below_its_tag_where_a_text_follows():
    record = f"%0 Newspaper Article\n%T {TITLE}\n%A 周明\n%J 江城日报\n%X {ABSTRACT}\n{TEXT[0]}\n"
    (found,) = read(f"{record}\n" + "\n".join(TEXT[1:]))
    assert found[4:] == ((f"{ABSTRACT}\n{TEXT[0]}",), TEXT[1:])
    (found,) = read(record + "\n".join(TEXT[1:]))
    assert found[4:] == ((ABSTRACT,), TEXT)


@pytest.mark.parametrize("label", ["Source-文献来源: ", "【报纸名】"])
def test_labels_of_databases_below_a_title(label):
    (found,) = read(f"{TITLE}\n\n作者：周明\n{label}江城日报\n日期：2019-03-04\n\n{BODY}")
    assert found == (TITLE, ("周明",), "江城日报", "2019-03-04", (), TEXT)


def test_a_line_of_a_text_is_no_tag():
    text = f"{RECORDS['refworks']}{TEXT[0]}\nAI 时代，路也要有人问。\nAB 两面都要听。\n{TEXT[1]}\n"
    assert read(text)[0][5] == (TEXT[0], "AI 时代，路也要有人问。", "AB 两面都要听。", TEXT[1])


def test_prose_that_begins_with_two_letters_is_prose():
    for first in ("", "RT 一词怎么念，先得问一问用的人。\n"):
        assert not is_references(first + "AI 时代的课，是问一问用的人，谁都不能少。\n" * 5)
