import io
import sys
import zipfile

import pytest

import seeds

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PARAGRAPHS = [
    "改革开放是决定前途的关键一招，要一代一代接着干下去。",
    "把更多精力放在落实上，让群众有更多实实在在的收获。",
    "新的征程上，要发扬钉钉子精神，一件事情接着一件事情办好。",
]


def docx(xml: str, name: str = "word/document.xml") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, xml)
    return file.getvalue()


def document(lines) -> str:
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    return f"<w:document {W}><w:body>{body}</w:body></w:document>"


def pdf(lines) -> bytes:
    """A page of Latin text, small enough to write by hand."""
    shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    return drawn(f"BT /F 12 Tf 40 700 Td {shown} ET")


def placed(*texts: tuple[float, float, float, str]) -> bytes:
    """A page with each text at its place and in its size, drawn in this order."""
    return drawn("\n".join(f"BT /F {size} Tf {x} {y} Td ({text}) Tj ET" for x, y, size, text in texts))


def drawn(content: str) -> bytes:
    """A page that is drawn so."""
    stream = content.encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body = b"".join(b"%d 0 obj%sendobj\n" % (number, content) for number, content in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R>>"


def test_docx_is_read_like_its_text():
    lines = ["推动改革", "□ 王明", *PARAGRAPHS]
    page = seeds.read_page(docx(document(lines)), name="a.docx")
    assert page.encoding == "docx"
    assert [(piece.title, piece.authors, len(piece.paragraphs)) for piece in page] == [
        ("推动改革", ("王明",), 3)
    ]


def test_docx_keeps_tabs_and_line_breaks():
    runs = "<w:t>一</w:t><w:tab/><w:t>二</w:t><w:br/><w:t>三</w:t><w:cr/><w:t>四</w:t><w:t/><w:drawing/>"
    page = seeds.read_page(
        docx(f"<w:document {W}><w:body><w:p><w:r>{runs}</w:r></w:p></w:body></w:document>")
    )
    assert page.text == "一\t二\n三\n四"


def test_docx_that_unpacks_to_too_much_is_refused_unless_it_is_allowed():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document(["好。" * 300] * 2000))
    with pytest.raises(
        seeds.InputError, match="unpacks to more than 1,048,576 bytes; allow more with --max-bytes"
    ):
        seeds.read_page(file.getvalue())
    assert "好。" in seeds.read_page(file.getvalue(), max_bytes=4_000_000).text


@pytest.mark.parametrize(
    "data",
    [
        docx("", name="other.xml"),
        docx("<broken"),
        docx('<!DOCTYPE a [<!ENTITY b "c">]>' + document(["一"])),
        docx(document(["一"]))[:60],
        b"PK\x03\x04",
    ],
    ids=["no document", "broken", "entity", "cut short", "only a mark"],  # an archive holds the time of day
)
def test_what_is_no_docx_says_so(data):
    with pytest.raises(seeds.InputError, match="DOCX"):
        seeds.read_page(data)


@pytest.mark.parametrize(
    ("data", "module", "extra"), [(b"%PDF-1.7", "pypdfium2", "pdf"), (b"<html></html>", "lxml.html", "html")]
)
def test_a_missing_package_names_the_extra(monkeypatch, data, module, extra):
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(seeds.EngineUnavailableError, match=rf"pip install 'oped\[{extra}\]'"):
        seeds.read_page(data)


def test_pdf_gives_its_text_layer():
    pytest.importorskip("pypdfium2")
    page = seeds.read_page(pdf(["On reform", "A first line.", "A second line."]), name="a.pdf")
    assert page.encoding == "pdf"
    assert "A first line.\nA second line." in page.text


@pytest.mark.parametrize("data", [b"%PDF-1.7 broken", pdf([])])
def test_a_pdf_without_text_is_refused(data):
    pytest.importorskip("pypdfium2")
    with pytest.raises(seeds.InputError, match=r"PDF|OCR"):
        seeds.read_page(data)


def test_html_gives_the_article_without_what_is_around_it():
    pytest.importorskip("lxml")
    body = "".join(f"<p>{text * 4}</p>" for text in PARAGRAPHS)
    source = (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>推动改革</title></head><body><nav><a>首页</a></nav>"
        f"<article><h1>推动改革</h1>{body}</article><footer>版权所有</footer></body></html>"
    )
    page = seeds.read_page(source.encode(), name="a.html")
    assert page.encoding == "html"
    assert [piece.title for piece in page] == ["推动改革"]
    assert "首页" not in page.text
    assert page.text.count("改革开放") == 4


def test_html_names_the_author_of_the_article():
    pytest.importorskip("lxml")
    body = "".join(f"<p>{text * 4}</p>" for text in PARAGRAPHS)
    source = (
        f"<html><head><meta charset='utf-8'><meta name='author' content='王 明'><title>推动改革</title></head>"
        f"<body><article><h1>推动改革</h1>{body}</article></body></html>"
    )
    page = seeds.read_page(source.encode())
    assert page.pieces[0].authors == ("王明",)


def test_html_without_an_article_is_refused():
    pytest.importorskip("lxml")
    with pytest.raises(seeds.InputError, match="article"):
        seeds.read_page(b"<html><body></body></html>")


def test_columns_that_were_drawn_row_by_row_are_read_one_after_the_other():
    pytest.importorskip("pypdfium2")
    rows = [
        (x, 700 - 14 * row, 10, f"{name} line {row} runs on to the edge here,")
        for row in range(12)
        for x, name in ((40, "Left"), (320, "Right"))
    ]
    heads = [(40, 730, 18, "On the left"), (320, 730, 18, "On the right")]
    page = seeds.read_page(placed(*heads, *rows), name="a.pdf")
    assert [piece.title for piece in page] == ["On the left", "On the right"]
    left, right = (piece.body for piece in page)
    assert "Right" not in left
    assert "Left" not in right
    assert left.startswith("Left line 0 runs on to the edge here, Left line 1")


def test_a_title_across_the_columns_stands_above_both():
    pytest.importorskip("pypdfium2")
    rows = [
        (x, 700 - 14 * row, 10, f"{name} {row} goes on and on and on here,")
        for row in range(9)
        for x, name in ((40, "A"), (320, "B"))
    ]
    page = seeds.read_page(
        placed((40, 740, 22, "One title that crosses the gutter of them both"), *rows), name="a.pdf"
    )
    (piece,) = page
    assert piece.title == "One title that crosses the gutter of them both"
    assert piece.body.index("A 8 goes") < piece.body.index("B 0 goes")


@pytest.mark.parametrize("below", [("Later head", 14), ("Second head", 15)])
def test_smaller_heads_below_a_title_are_those_of_sections(below):
    pytest.importorskip("pypdfium2")
    rows = [
        (40, 680 - 14 * row, 10, f"Line {row} runs on to the edge of it,") for row in range(20) if row != 10
    ]
    page = seeds.read_page(
        placed((40, 740, 24, "The title of it"), (40, 540, below[1], below[0]), *rows), name="a.pdf"
    )
    (piece,) = page
    assert piece.title == "The title of it"
    assert [p.text for p in piece.paragraphs if p.kind == "heading"] == [below[0]]


@pytest.mark.parametrize("encoding", ["GBK", "gb2312", "GB18030"])
def test_xml_in_an_encoding_of_mainland_china(encoding):
    text = "群众的事要办好，一件一件来，一年一年干，件件都要有着落。" * 4
    docs = "".join(f"<篇><标题>让改革落地之{n}</标题><正文>{text}</正文></篇>" for n in "一二三")
    xml = f'<?xml version="1.0" encoding="{encoding}"?><集>{docs}</集>'
    pages = list(seeds.read_pages([io.BytesIO(xml.encode(encoding))]))
    assert [page.pieces[0].title for page in pages] == ["让改革落地之一", "让改革落地之二", "让改革落地之三"]
