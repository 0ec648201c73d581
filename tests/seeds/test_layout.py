"""The layout model on the seed page, on its pieces set anew in other habits, and on anything at all."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import seeds
from benchmarks.habits import FAMILIES
from benchmarks.quality.pages import mean, score, seed_page, true_characters, true_roles
from benchmarks.rerender import Article, pages

PARTS = st.sampled_from(
    [
        *"，。、；：？！“”‘’（）《》【】—…·①□■　 \t\r甲乙丙王李张摄据作者系文一二1.3,:;!?()\"'aB",
        *"\n\n\n\x00\x1b\x9b\u202e\u200b\ufeff\u2028\x0c\x85",
        *("\ud800", "\U00020000", "😀", "——", "本报记者", "　　", "图为", "本版责编：", "总结经验、再接再厉"),
    ]
)


def assert_once(page):
    """Every character that is no space stands in one region, no character in two."""
    counts = [0] * len(page.text)
    for region in page.layout:
        for at in range(region.start, region.end):
            counts[at] += 1
    assert all(count == 1 or (character.isspace() and not count)
               for character, count in zip(page.text, counts, strict=True))  # fmt: skip


def test_every_character_of_the_seed_page_is_what_it_is():
    text, truth = seed_page()
    page = seeds.seed_page()
    found = {
        at: (region.piece, region.role) for region in page.layout for at in range(region.start, region.end)
    }
    assert {at: answer for at, answer in found.items() if not text[at].isspace()} == true_characters(
        text, truth
    )


def test_the_pieces_of_the_seed_page():
    _, truth = seed_page()
    assert len(truth["pieces"]) == 5
    for piece, wanted in zip(seeds.seed_page(), truth["pieces"], strict=True):
        assert (piece.title, piece.kicker, piece.byline) == (
            wanted["title"],
            wanted["kicker"],
            wanted["byline"],
        )
        assert (piece.author_note, piece.source) == (wanted["author_note"], wanted["source"])
        assert list(piece.authors) == wanted["authors"]
        paragraphs = [
            ("heading" if part["type"] == "heading" else "body", part["text"]) for part in wanted["body"]
        ]
        assert [(paragraph.kind, paragraph.text) for paragraph in piece.paragraphs] == paragraphs


def test_the_displaced_title_and_the_joins_are_noted():
    messages = [str(note) for note in seeds.seed_page().notes]
    assert "line 112: title printed amid its own text, which begins on line 108" in messages
    assert "line 17: joined to line 15, which breaks off in mid-sentence" in messages


@pytest.mark.parametrize("family", FAMILIES)
def test_the_same_articles_are_found_in_other_papers_habits(family):
    pool = [
        Article("seed", piece.title, tuple((p.kind, p.text) for p in piece.paragraphs))
        for piece in seeds.seed_page()
    ]
    drawn = list(pages(pool, 8, 5, [family]))
    result = mean([score(text, truth) for text, truth in drawn])
    # One of the five articles has a third of the characters and a title over two lines, which its text repeats: where
    # that is taken apart, most of them are of no piece.
    assert result.characters > {"talk": 0.58, "double spaced": 0.68}.get(family, 0.7)
    assert min(result.titles, result.paragraphs) > 0.7
    for text, truth in drawn[:1]:
        assert_once(seeds.parse_page(text))
        begin = [min(number for number, (piece, _) in true_roles(truth).items() if piece == at)
                 for at in range(2, len(truth["pieces"]) + 1)]  # fmt: skip
        lines = enumerate(text.split("\n"), 1)
        marked = "\n".join(("===\n" if at in begin else "") + line for at, line in lines)
        assert len(seeds.parse_page(marked).pieces) == len(begin) + 1
        assert len(seeds.parse_page(text, pieces=len(begin) + 1).pieces) == len(begin) + 1


FOUR = [
    (
        "把老旧小区改到居民心坎上",
        "一个小区改造得好不好，住在里面的人最清楚。动工之前先开楼栋议事会，居民提的意见大多写进了方案。",
        "先问需求，再定项目。有的楼想装电梯，有的院子缺车位，把钱用在急处，大家才服气。",
    ),
    (
        "让社区书屋亮起来",
        "晚上七点，城东社区的书屋还坐满了人。孩子写作业，老人看报纸，下班的年轻人借一本小说。",
        "书屋能不能留住人，关键看开放时间。改到晚上九点，周末不休息，借阅量一下子翻了两番。",
    ),
    (
        "夜市既要热闹也要干净",
        "天气转暖，河堤夜市重新开张。烤串摊前排着队，唱歌的年轻人围成一圈，城市的活力摸得着。",
        "办法总比困难多。划定区域，统一供电，餐厨垃圾当晚清运，摊主签了承诺，投诉少了七成。",
    ),
]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_the_owner_says_how_many_pieces_there_are(count):
    text = "\n".join(line for piece in FOUR for line in piece)
    page = seeds.parse_page(text, pieces=count)
    assert len(page.pieces) == count
    assert page.pieces[0].title == FOUR[0][0]


def test_marks_between_pieces_are_kept_to():
    text = "\n===\n".join("\n".join(piece) for piece in FOUR)
    assert [piece.title for piece in seeds.parse_page(text)] == [piece[0] for piece in FOUR]
    cut = f"{FOUR[0][0]}\n{FOUR[0][1]}\n===\n{FOUR[0][2]}"
    assert [len(piece.paragraphs) for piece in seeds.parse_page(cut)] == [1, 1]


SIX = [
    (
        f"{place}的事情大家一起商量",
        f"□ {author}",
        f"　　{place}的门口{first}",
        f"　　{second}{place}的人都说好。",
    )
    for place, author, (_, first, second) in zip(
        ("东街", "南桥", "西园", "北坡", "中巷", "新村"),
        ("李文博", "王秀英", "赵建国", "陈志强", "刘海燕", "周明远"),
        FOUR * 2,
        strict=True,
    )
]


def with_marks(before):
    """The page of six, with a mark before some of its pieces; 6 stands for the end."""
    parts = ["\n".join(piece) for piece in SIX]
    return "\n\n".join(
        ("===\n" if at in before else "") + part for at, part in enumerate([*parts, ""])
    ).strip()


@pytest.mark.parametrize("before", [{1}, {3}, {5}, {2, 4}, {0}, {6}, {0, 3, 6}, {0, 1, 2, 3, 4, 5, 6}])
@pytest.mark.parametrize("pieces", [None, 6])
def test_a_mark_leaves_all_other_pieces_as_they_are(before, pieces):
    page = seeds.parse_page(with_marks(before), pieces=pieces)
    assert [(piece.title, piece.byline, len(piece.paragraphs)) for piece in page] == [
        (title, author, 2) for title, author, *_ in SIX
    ]
    assert [item.text for item in page.furniture] == ["==="] * len(before)
    assert not page.notes
    assert_once(page)


@pytest.mark.parametrize("pieces", [None, 7])
def test_a_mark_amid_a_piece_parts_this_piece_alone(pieces):
    lines = with_marks(()).split("\n")
    at = lines.index(SIX[2][3])
    page = seeds.parse_page("\n".join([*lines[:at], "===", *lines[at:]]), pieces=pieces)
    assert [len(piece.paragraphs) for piece in page] == [2, 2, 1, 1, 2, 2, 2]
    assert [piece.title for piece in page] == [*(x[0] for x in SIX[:3]), "", *(x[0] for x in SIX[3:])]


@pytest.mark.parametrize(
    "head",
    [
        "江城日报 2021-03-{:02d} A{} 观点",
        "江城日报（{1}版） 2021-03-{0:02d}",
        "A{1:02d}　评论　2021-03-{0:02d}",
    ],
)
def test_a_date_above_a_title_is_that_of_the_piece_below(head):
    page = seeds.parse_page(
        "\n\n".join("\n".join((head.format(at, at + 3), *piece)) for at, piece in enumerate(SIX, 1))
    )
    assert [(piece.title, piece.date) for piece in page] == [
        (piece[0], f"2021-03-{at:02d}") for at, piece in enumerate(SIX, 1)
    ]


CREDITS = [
    "（摘编自《江城日报》，原题为《商量着办，事情就好办，街坊邻里的心也就聚到一起了》）",
    "（原载于2021年第3期《江城论坛》，有删改）",
    "（选自《江城文萃》）",
    "[转自《江城青年报》]",
    "（据《江城日报》5月6日报道，原题《商量（上）》）",
    "（来源：《江城日报》）",
    "（据江城日报）",
    "摘编自《江城日报》，原题为《商量》",
]


@pytest.mark.parametrize("credit", CREDITS)
@pytest.mark.parametrize("indent", ["", "　　"])
@pytest.mark.parametrize(("pieces", "between"), [(SIX, "\n"), (FOUR, "\n\n")], ids=["byline", "none"])
def test_a_credit_before_a_title_is_the_source_of_the_piece_before(credit, indent, pieces, between):
    texts = [
        between.join([*piece, *([indent + credit] if at == 1 else [])]) for at, piece in enumerate(pieces)
    ]
    page = seeds.parse_page((between + "\n").join(texts))
    at = page.text.index(credit)
    assert [(r.piece, r.role) for r in page.layout if r.start == at] == [(2, "source")]
    assert [(piece.title, len(piece.paragraphs)) for piece in page] == [(x[0], 2) for x in pieces]


@pytest.mark.parametrize("credit", CREDITS)
def test_a_credit_that_opens_the_page_is_no_text_of_it(credit):
    page = seeds.parse_page(f"{credit}\n\n{with_marks(())}")
    assert [(piece.title, len(piece.paragraphs)) for piece in page] == [(x[0], 2) for x in SIX]


def test_a_page_that_cannot_be_so_many_pieces_says_so():
    with pytest.raises(seeds.InputError, match="no reading with 40 pieces, only with 1"):
        seeds.parse_page("\n".join(FOUR[0]), name="page.txt", pieces=40)


def test_a_page_has_at_least_one_piece():
    with pytest.raises(seeds.UsageError, match="pieces is 0"):
        seeds.parse_page("门开了才算数", pieces=0)


@given(st.lists(PARTS, max_size=150).map("".join))
@example("\ufeff甲")
@example("本版责编：张三")
@settings(max_examples=400, deadline=None)
def test_every_character_is_in_exactly_one_region_and_texts_are_those_of_their_spans(text):
    if not text.lstrip("\ufeff").strip():
        with pytest.raises(seeds.InputError, match="empty"):
            seeds.parse_page(text)
        return
    page = seeds.parse_page(text)
    assert_once(page)
    assert list(page.layout) == sorted(page.layout, key=lambda region: region.start)
    for paragraph in (paragraph for piece in page for paragraph in piece.paragraphs):
        quoted = "".join(page.text[start:end] for start, end in paragraph.spans)
        assert len(quoted) == len(paragraph.text)
        assert all(a == b or (a == "\n" and b == " ") for a, b in zip(quoted, paragraph.text, strict=True))


def test_a_page_is_read_the_same_way_twice():
    text = seeds.seed_page().text
    assert seeds.parse_page(text).to_dict() == seeds.parse_page(text).to_dict()


def test_a_text_without_a_title_is_one_piece_with_a_note():
    text = "第一段说明情况，列出数字，讲清楚来龙去脉。\n\n第二段提出办法，安排任务，说清楚谁来做。"
    page = seeds.parse_page(text)
    assert [piece.title for piece in page] == [""]
    assert len(page.pieces[0].paragraphs) == 2
    assert any("no title" in note.message for note in page.notes)


def test_a_page_in_traditional_characters_is_read_as_well():
    text = (
        "評論\n\n守護歷史街區的溫度\n\n□ 本報評論員 陳偉業\n\n"
        "老城的街區，留住了幾代人的記憶。修繕房屋，改善環境，居民的日子越過越好。\n\n"
        "保護不是凍結，開發也不是推倒重來。聽取居民的意見，纔能把事情辦好。\n\n（作者係報社編輯）\n\n責任編輯：劉慶華\n"
    )
    page = seeds.parse_page(text)
    (piece,) = page.pieces
    assert (piece.title, piece.authors) == ("守護歷史街區的溫度", ("陳偉業",))
    assert piece.author_note == "（作者係報社編輯）"
    assert [item.kind for item in page.furniture] == ["page_label", "editor"]


def test_one_endless_line_is_a_paragraph():
    page = seeds.parse_page("没有尽头的一行字，" * 20_000)
    assert [len(piece) for piece in page] == [9 * 20_000]
