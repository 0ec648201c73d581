import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds import Excerpt, Span, clauses, sentences
from seeds.language.units import SENTENCE_BRACKET

MARKS = st.lists(
    st.sampled_from(
        [*'。！？…，、；：,.!?;:“”‘’"「」《》（）()—甲乙3a \n', "\ud800", "\U00020000", "……", "——"]
    ),
    max_size=60,
).map("".join)


def excerpt(text: str) -> Excerpt:
    return Excerpt(text, (Span(10, 10 + len(text)),) if text else ())


def cut(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(excerpt(text))]


@pytest.mark.parametrize(
    "parts",
    [
        ["他来了。", "她走了！", "谁？"],
        ["他说：“走。我们走。”", "然后走了。"],
        ["面对“怎么办？”的问题，《怎么办？》一书早有回答。"],
        ["涨了3.5%，到12.7亿元。", "好。"],
        ["山川、河流……都变了样。"],
        ["还有许多……", "我们都记得。"],
        ["真的！？", "是的。"],
        ["第一；第二；第三。"],
        ["他们（有老有少。都是本地人。）来了。"],
        ["他们（有“老有少。都是本地人）来了。", "走了。"],
        ["走了.", "又来.", "好!"],
        ["1. 加强领导。", "2. 落实责任。"],
        ["The end came. ", "Then rain."],
        ["「來吧。」", "他笑了。"],
        ["没有句号的一句话，一直说"],
        ["“少了一半引号。", "下一句。"],
        ['他说:"走.再见."', "完了。"],
        ["访问a.b/c?d=e看。", "好。"],
        ["。。。", "好。"],
    ],
)
def test_sentences_end_where_a_reader_ends_them(parts):
    assert cut("".join(parts)) == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["第一，", "第二；", "第三：", "都在这里——", "完。"],
        ["投入1,000万元，", "12:30开始。"],
        ["他说“先干，再说”，", "大家笑了。"],
        ["山、水、林、田，", "都要管。"],
        ["half,", " and half."],
        ["见https://a.b/c，", "也见注:", "完。"],
    ],
)
def test_clauses_end_at_marks_outside_brackets(parts):
    whole = "".join(parts)
    assert [clause.text.strip() for clause in clauses(excerpt(whole))] == [part.strip() for part in parts]


@given(MARKS)
def test_units_tile_their_text_and_know_their_place(text):
    found = sentences(excerpt(text))
    assert "".join(sentence.text for sentence in found) == (text if text.strip() else "")
    at = 0
    for sentence in found:
        assert sentence.start == at
        assert sentence.spans == excerpt(text).locate(at, at + len(sentence.text))
        at += len(sentence.text)
        parts = clauses(sentence)
        assert "".join(part.text for part in parts) == (sentence.text if sentence.text.strip() else "")
        assert [span for part in parts for span in part.spans] == [
            span for part in parts for span in part.spans if span
        ]


@given(st.lists(st.text("甲乙，。", min_size=1, max_size=9), min_size=1, max_size=8))
def test_spans_of_units_follow_the_lines_of_the_paragraph(lines):
    spans, at = [], 0
    for line in lines:
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    page, paragraph = "\n".join(lines), Excerpt("".join(lines), tuple(spans))
    for sentence in sentences(paragraph):
        assert "".join(page[start:end] for start, end in sentence.spans) == sentence.text


@given(st.text("甲乙，", max_size=SENTENCE_BRACKET // 2), st.text("甲乙，", max_size=40))
def test_a_quotation_of_usual_length_is_never_split(left, right):
    quotation = f"“{left}。{right}。”"
    assert any(quotation in sentence for sentence in cut(f"他这样说：{quotation}大家听了。"))


def test_an_endless_quotation_is_split():
    text = "“" + "这是一句话。" * 60 + "”"
    assert len(cut(text)) == 60


@given(
    st.text("甲乙丙，、", min_size=1, max_size=30),
    st.lists(st.text("甲乙丙，、", min_size=1, max_size=30), max_size=5),
)
def test_plain_text_is_cut_as_by_splitting_at_full_stops(first, more):
    texts = [text + "。" for text in [first, *more] if text[0] not in "，、"]
    assert cut("".join(texts)) == texts


def test_nothing_but_space_has_no_clause():
    assert clauses(excerpt(" \n\u3000")) == ()


def test_empty_spans_are_passed_over():
    found = sentences(Excerpt("好。坏。", (Span(0, 0), Span(3, 5), Span(7, 7), Span(9, 11))))
    assert [sentence.spans for sentence in found] == [(Span(3, 5),), (Span(9, 11),)]


def test_a_piece_gives_the_sentences_of_its_body_only():
    from seeds import seed_page

    piece = seed_page().pieces[0]
    found = sentences(piece)
    headings = {index for index, paragraph in enumerate(piece.paragraphs) if paragraph.kind == "heading"}
    assert not headings & {sentence.paragraph for sentence in found}
    assert "".join(sentence.text for sentence in found) == piece.body.replace("\n", "")
