import pytest

from seeds import parse_page
from seeds.layout import cues
from seeds.names import all_names, authors_of, signature_of, signed_inside, split_names


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("□ 王恩泽", ["王恩泽"]),
        ("□ 王涵 黄静", ["王涵", "黄静"]),
        ("本报记者  徐  馨", ["徐馨"]),
        ("本报记者  康  岩  马睿姗", ["康岩", "马睿姗"]),
        ("本报记者 张三 通讯员 李四", ["张三", "李四"]),
        ("□ 本报评论员", ["本报评论员"]),
        ("本报特约评论员 张三", ["张三"]),
        ("吕梁日报评论员", ["吕梁日报评论员"]),
        ("作者：李明、王芳", ["李明", "王芳"]),
        ("（孙秀艳）", ["孙秀艳"]),
        ("文/李四", ["李四"]),
        ("文 | 张三", ["张三"]),
        ("张三／文", ["张三"]),
        ("王军（某大学教授）", ["王军"]),
        ("某大学教授 王军", ["王军"]),
        ("本报记者 玛丽娜·拉古什", ["玛丽娜·拉古什"]),
        ("John Smith", ["John Smith"]),
        ("By Wei Zhang and Ming Li", ["Wei Zhang", "Ming Li"]),
        ("@周明", ["周明"]),
        ("本报评论员 周明 实习生 李静", ["周明", "李静"]),
        ("◎欧阳娜娜", ["欧阳娜娜"]),
        ("记者 陳大文", ["陳大文"]),
        ("口 周明", ["周明"]),
        ("■周明", ["周明"]),
        ("[周明]", ["周明"]),
        ("文丨周明", ["周明"]),
        ("周明丨文", ["周明"]),
        ("文/图 周明", ["周明"]),
        ("作者：周明;李静", ["周明", "李静"]),
        ("（北京 赵一鸣）", ["赵一鸣"]),
        ("《江城日报》编辑部", ["《江城日报》编辑部"]),
        ("“江城观察”课题组", ["“江城观察”课题组"]),
        ("黄牛山人", ["黄牛山人"]),
        # A word that reads as a name is one beside another name.
        ("石羚  黄白文 一家之言", ["石羚", "黄白文"]),
        ("袁一刚 周一 江城大学教授", ["袁一刚", "周一"]),
        ("周明 | 资深主编 & 金牌撰稿", ["周明"]),
        ("□", []),
        ("", []),
        ("口周长河", ["周长河"]),
        ("周明、扎西次仁、阿不都·买买提", ["周明", "扎西次仁", "阿不都·买买提"]),
        ("江城师范大学乡村教育课题组", ["江城师范大学乡村教育课题组"]),
    ],
)
def test_a_byline_names_its_authors(byline, authors):
    assert list(authors_of(byline)) == authors


def test_wide_names_are_put_together():
    assert split_names("徐  馨、马睿姗　杨　旭") == ["徐馨", "马睿姗", "杨旭"]


@pytest.mark.parametrize(
    ("text", "answer"), [("王恩泽", True), ("王涵 黄静", True), ("创新发展", False), ("", False)]
)
def test_only_names_make_a_line_of_names(text, answer):
    assert all_names(text) is answer


def test_an_office_with_an_and_in_its_name_is_one():
    assert authors_of("江城市文化和旅游局") == ("江城市文化和旅游局",)


def test_a_hostile_byline_costs_no_time():
    assert authors_of("报社网" * 5000) is not None
    assert authors_of("江城" + "\u3000" * 40_000 + "。") == ("江城",)
    assert authors_of("江城日报" * 20_000) == ("江城日报" * 20_000,)
    assert signature_of("-" * 40_000) is None


@pytest.mark.parametrize(
    ("end", "opening", "authors"),
    [
        ("路修好了，大家都很高興。本報記者周明", "", ("周明",)),
        ("", "本报江城5月3日电（记者周明 李静）路修好了。", ("周明", "李静")),
        ("", "书屋亮了，这是周明在换届后首次对此发表评论。", ()),
        ("", "看到同行（江城社记者 周明）写的旧事，我想起了一条路。", ()),
    ],
)
def test_who_signs_inside_a_text(end, opening, authors):
    assert signed_inside(end, opening) == authors


@pytest.mark.parametrize(
    "label", ["作者", "撰文", "撰稿", "执笔", "主笔", "特约撰稿", "本报特约撰稿", "特约撰稿人"]
)
def test_an_office_before_a_name_makes_a_byline_without_a_colon(label):
    text = "入夜之后，村里的广场还是亮堂堂的。去年冬天装上的路灯，把几条巷子照得清清楚楚，老人们再也不用打手电了。"
    page = parse_page(f"让乡村的灯亮起来\n{label}\u3000王建国\n" + f"\u3000\u3000{text}\n" * 3)
    (piece,) = page.pieces
    assert (piece.title, piece.authors) == ("让乡村的灯亮起来", ("王建国",))


def test_what_only_begins_like_a_byline_is_none():
    assert not cues.form("label byline").search("作者 怎样才能写出打动人心的好文章")
    assert not cues.form("label byline").search("主笔乡村振兴这篇大文章")


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("周　明　江城市社科院研究员", ("周明",)),
        ("姜赟　江城市社科院研究员", ("姜赟",)),
        ("江城市委宣传部 李静", ("李静",)),
        ("（北京 赵一鸣）", ("赵一鸣",)),
        ("本报评论员", ("本报评论员",)),
        ("——王建国", ("王建国",)),
        # Names stay in the script that they are written in.
        ("陳大文（媒體人）", ("陳大文",)),
        ("採訪小組／南縣報道", ("採訪小組",)),
    ],
)
def test_a_signature_may_say_where_its_author_works(line, authors):
    assert signature_of(line) == authors


@pytest.mark.parametrize(
    "line", ["推动发展", "农业发展", "高质量发展", "李克强总理指出", "口口相传", "周明说：好。", "安徽 合肥"]
)
def test_what_is_no_signature(line):
    assert signature_of(line) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("◎何必言／文　◎苗青／图", ("何必言",)),
        ("周明/图文 李静/摄", ("周明",)),
        ("欧阳明远　司徒　静", ("欧阳明远", "司徒静")),
        ("第二篇", ()),
    ],
)
def test_who_wrote_among_those_who_had_a_part(line, names):
    assert authors_of(line) == names
