"""Tables and exports of other makers: notes, editions, names in other languages, no names at all."""

from __future__ import annotations

import pytest

from .articles import CELL as TEXT
from .articles import TITLES, table
from .articles import read_rows as read
from .articles import text_of as body

XML = "<?xml version='1.0'?>"


@pytest.mark.parametrize("says", ["江城日报 2024-03-01</div><div>周明", "（周明，《江城日报》2024年3月1日）"])
def test_who_clipped_a_note_and_when_is_not_who_wrote_it(says):
    lines = f"<div>{says}</div><div>{TEXT}</div>"
    note = f"{XML}<!DOCTYPE en-note SYSTEM 'x.dtd'><en-note>{lines}</en-note>"
    clipped = "<note-attributes><author>李静</author><source>web.clip7</source></note-attributes>"
    facts = f"<created>20250601T010203Z</created><tag>剪报</tag>{clipped}"
    inside = f"<title>{TITLES[0]}</title><content><![CDATA[{note}]]></content>{facts}"
    (piece,) = read([f"{XML}<en-export><note>{inside}</note></en-export>"], "a.enex")
    assert (piece.authors, piece.date, piece.source) == (("周明",), "2024-03-01", "江城日报")


@pytest.mark.parametrize("corpus", [False, True])
def test_the_header_of_an_edition_says_what_its_text_is(corpus):
    resp = "<respStmt><resp>转录</resp><name>李静</name></respStmt>"
    said = f"<titleStmt><title>{TITLES[0]}</title><author>艾梧</author>{resp}</titleStmt>"
    bibl = "<bibl><title level='j'>江城日报</title><date when='2024-03-01'>三月</date></bibl>"
    rest = f"<publicationStmt><p>研究用途</p></publicationStmt><sourceDesc>{bibl}</sourceDesc>"
    header = f"<teiHeader><fileDesc>{said}{rest}</fileDesc></teiHeader>"
    verses = "<lg><l>山里的路，</l><l>走了三十年。</l></lg>"
    inside = f"<div><head>{TITLES[0]}</head><p>{TEXT}</p><note>译注</note>{verses}</div>"
    tei = f"<TEI>{header}<text><body>{inside}</body></text></TEI>"
    whole = f"<teiCorpus><teiHeader/>{tei}</teiCorpus>" if corpus else tei
    spaced = whole.replace(">", " xmlns='http://www.tei-c.org/ns/1.0'>", 1)
    (piece,) = read([XML + spaced], "a.xml")
    assert (piece.title, piece.authors, piece.source) == (TITLES[0], ("艾梧",), "江城日报")
    assert (piece.date, body(piece)) == ("2024-03-01", f"{TEXT}山里的路，走了三十年。")


@pytest.mark.parametrize(
    ("names", "days"),
    [
        ("Nr;Überschrift;Verfasser;Datum;Quelle;Volltext", ("27.05.2019", "1.6.2019")),
        ("nr;titre;auteur;date_pub;journal;corps", ("27/05/2019", "01/06/2019")),
        ("id;titulo;autores;fecha;fuente;contenido", ("05/27/2019", "06/01/2019")),
    ],
)
def test_columns_in_other_languages_and_days_in_their_order(names, days):
    rows = [f"{n};{TITLES[n]};斯日古楞;{day};江城日报;{TEXT}" for n, day in enumerate(days)]
    found = read([names, *rows], "a.csv")
    assert [(x.title, x.authors, x.date, x.source) for x in found] == [
        (TITLES[n], ("斯日古楞",), day, "江城日报") for n, day in enumerate(("2019-05-27", "2019-06-01"))
    ]


def test_days_whose_order_no_row_tells_are_none():
    rows = table(title=lambda n: TITLES[n], date=lambda n: f"0{n + 1}/02/2024")
    assert {piece.date for piece in read(rows)} == {None}


@pytest.mark.parametrize("name", ["a", "col_2"])
def test_names_of_people_in_a_column_whose_name_says_nothing(name):
    day = {"y": 2024, "m": 3, "d": 1}
    rows = table(t=lambda n: TITLES[n], d=day, **{name: lambda n: ("周明", "木铎", "李静", "斯日古楞")[n]})
    assert [(x.authors, x.date) for x in read(rows)] == [
        ((name,), "2024-03-01") for name in ("周明", "木铎", "李静", "斯日古楞")
    ]


@pytest.mark.parametrize("words", ["推荐人", "keyword"])
def test_names_in_a_column_that_says_what_it_holds_are_no_authors(words):
    rows = table(title=lambda n: TITLES[n], **{words: lambda n: ("周明", "何静", "李静", "王晓东")[n]})
    assert {piece.authors for piece in read(rows)} == {()}


def test_an_article_in_objects_each_with_a_kind():
    row = {
        "headline": {"main": TITLES[0], "kicker": "江城时评"},
        "byline": [{"name": "本刊编辑部", "role": "author"}, {"name": "李编", "role": "editor"}],
        "outlet": {"name": "江城日报", "type": "paper"},
        "published_at": 1714522500000,
        "body": [{"type": "paragraph", "text": TEXT}],
    }
    (piece,) = read([{"_id": "7", "_source": row}])
    assert (piece.title, piece.authors, piece.source) == (TITLES[0], ("本刊编辑部",), "江城日报")
    assert (piece.date, body(piece)) == ("2024-05-01", TEXT)


@pytest.mark.parametrize("separator", ["\t", ","])
def test_a_table_of_numbers_days_and_words_needs_no_names(separator):
    words = ("村口的土路走了三十年下雨天一脚泥晴天一身灰", "去年村里开了三次院坝会路往哪儿修先听大伙儿")
    lines = [separator.join((str(n + 1), "2024-03-01 23:00", words[n])) for n in range(2)]
    found = read(lines, "a.tsv" if separator == "\t" else "a.csv")
    assert [(body(piece), piece.date) for piece in found] == [(text, "2024-03-01") for text in words]


@pytest.mark.parametrize(
    "byline", ["<person>周明</person><byttl>本报评论员</byttl>", "<person>周明</person>"]
)
def test_the_heads_of_a_delivery_say_what_its_text_is(byline):
    issue = (
        "<docdata><date.issue norm='20240301T0600+0800'/></docdata><pubdata name='江城日报' type='print'/>"
    )
    heads = f"<hedline><hl1>{TITLES[0]}</hl1><hl2>一场院坝会</hl2></hedline><byline>{byline}</byline>"
    text = f"<block><p>{TEXT}</p><media><media-caption>会场。</media-caption></media><p>{TEXT}</p></block>"
    inside = f"<head><title>江城日报</title>{issue}</head><body><body.head>{heads}</body.head>"
    nitf = f"{XML}<nitf>{inside}<body.content>{text}</body.content></body></nitf>"
    (piece,) = read([nitf], "a.xml")
    assert (piece.title, piece.authors, piece.source) == (TITLES[0], ("周明",), "江城日报")
    assert (piece.date, piece.decks, body(piece)) == ("2024-03-01", ("一场院坝会",), TEXT + TEXT)


@pytest.mark.parametrize(
    "inner", ["<bq><block><p>{}</p></block></bq>", "<ol><li>{}</li></ol>", "<ul><li><p>{}</p></li></ul>"]
)
def test_quotations_and_lists_of_a_delivery_are_text(inner):
    said = "一盏灯照亮一条路。"
    text = f"<p>{TEXT}</p>{inner.format(said)}<p>{TEXT}</p>"
    nitf = f"{XML}<nitf><body><body.content><block>{text}</block></body.content></body></nitf>"
    (piece,) = read([nitf], "a.xml")
    assert body(piece) == TEXT + said + TEXT


@pytest.mark.parametrize("first", [0, 1])
def test_rows_that_count_the_paragraphs_of_an_article_are_one_piece(first):
    rows = ["article_id,title,author,date,para_no,text"]
    for article, title in enumerate(TITLES[:2]):
        rows += [f"A{article},{title},周明,2024-03-0{article + 1},{n + first},{n}{TEXT}" for n in range(3)]
    pieces = read(rows, "a.csv")
    assert [(piece.title, piece.date) for piece in pieces] == [
        (TITLES[0], "2024-03-01"),
        (TITLES[1], "2024-03-02"),
    ]
    assert all(body(piece) == f"0{TEXT}1{TEXT}2{TEXT}" for piece in pieces)


@pytest.mark.parametrize("head", ["id,title,date,text", "page,title,author,text"])
def test_rows_of_one_title_whose_number_does_not_begin_anew_are_pieces(head):
    pieces = read([head, *(f"{n},社论,,{n}{TEXT}" for n in range(1, 5))], "a.csv")
    assert len(pieces) == 4


@pytest.mark.parametrize("text", ["", "同志们，书屋的灯亮了。"])
def test_the_speaker_may_end_the_line_of_the_title(text):
    rows = ["id,text", f'1,"在江城读书大会上的讲话（2024年3月1日）李静\n{text}"']
    (piece,) = read(rows, "a.csv")
    assert (piece.title, piece.date) == ("在江城读书大会上的讲话", "2024-03-01")
    assert text in body(piece)
