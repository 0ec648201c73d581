"""Reprints: clusters, first printings, what each kept; graphs that a library reads; rows by their fields."""

import importlib.util
import json

import pytest

from compare.corpus import Settings
from compare.corpus.articles import Article
from compare.corpus.copies import adaptation, codes_of, paragraphs_of, reprints
from compare.corpus.filters import Wanted
from compare.corpus.frames import to_arrow
from compare.corpus.graphs import Graph, form_of
from compare.corpus.rows import Row
from seeds.errors import UsageError

FIRST = (
    "村里的老戏台修好了，请来的第一个戏班是邻县的。开锣那天下着小雨，台下却坐满了人，伞一把挨着一把。"
    "班主说，三十年没在这样的台上唱过了，嗓子一开就收不住。孩子们挤在最前面，听不懂词，只看翻跟头。"
    "散戏时雨也停了，老人把凳子翻过来控水，说明年还要再请。"
)
OTHER = (
    "河边的茶摊今年换了主人，新主人不收茶钱，只请喝茶的人讲一段旧事。有人讲修桥，有人讲逃荒，也有人一句话不说。"
    "讲的人多了，茶摊就成了听故事的地方，天黑了也不肯散。记性好的学生把故事抄下来，贴在祠堂的墙上。"
)


def article(name, text, date="", source=""):
    return Article(name, text, date, f"题{name}", source)


def corpus():
    yield article("后", FIRST.replace("小雨", "细雨").replace("老人", "老人们"), "2021-05-03", "乙报")
    yield article("先", FIRST, "2021-05-01", "甲报")
    yield article("截", FIRST[: int(len(FIRST) * 0.45)], "2021-05-04", "丙报")
    yield article("电", f"新华社某地5月2日电　{FIRST}", "2021-05-02", "丁报")
    yield article("他", OTHER, "2021-05-02", "甲报")


def test_copies_are_one_cluster_with_the_first_printing():
    (found,) = reprints(corpus())
    assert [copy.id for copy in found.articles] == ["先", "电", "后", "截"]
    assert found.first == "先"
    assert found.pairs == 6
    kept = {copy.id: copy.kept for copy in found.articles}
    assert kept["先"] == kept["电"] == 1.0  # the credit of an agency is set aside
    assert 0.95 < kept["后"] < 1
    assert kept["截"] == pytest.approx(0.45, abs=0.03)
    assert json.loads(json.dumps(found.to_dict()))["chars"] == found.chars


def test_what_changed_places_is_a_reprint_and_what_holds_another_text_as_well_is_none():
    head, tail = FIRST[:70], FIRST[70:]
    (found,) = reprints(
        [article("a", f"{head}\n{tail}", "2021-05-01"), article("b", f"{tail}\n{head}", "2021-05-02")]
    )
    assert found.articles[1].kept == 1.0
    short, roundup = FIRST[: len(FIRST) // 2], f"{OTHER}\n{FIRST[: len(FIRST) // 2]}"
    assert reprints([article("a", short, "2021-05-01"), article("b", roundup, "2021-05-02")]) == []
    assert reprints([article("a", short, "2021-05-02"), article("b", roundup, "2021-05-02")]) == []


def test_two_prints_of_what_a_copy_added_stay_when_its_source_is_there():
    end = (
        "戏台下卖糖人的老汉收了摊，把剩下的糖分给孩子，蹲在台阶上抽完一袋烟，又看了一眼空下来的台子才回家去。"
    )
    long = FIRST + end
    added = [article("x", OTHER, "2021-05-03"), article("y", OTHER, "2021-05-04")]
    both = [article("a", long, "2021-05-01"), article("b", f"{long}\n{OTHER}", "2021-05-02")]
    there = {frozenset(copy.id for copy in cluster.articles) for cluster in reprints([*both, *added])}
    assert any({"x", "y"} <= ids for ids in there)


def test_the_order_of_articles_does_not_matter():
    there = [cluster.to_dict() for cluster in reprints(corpus())]
    assert there == [cluster.to_dict() for cluster in reprints(reversed(list(corpus())))]
    # As long as each other, and only one has figures enough to be asked for.
    equal = [article("a", f"{FIRST}11人12人13人"), article("b", f"{FIRST}甲乙人14人15人")]
    assert reprints(equal) == reprints(equal[::-1])


def test_without_dates_nobody_is_the_first():
    (found,) = reprints([article("a", FIRST), article("b", FIRST)])
    assert found.first is None
    (found,) = reprints([article("a", FIRST, "2021-05"), article("b", FIRST, "2021-05-03")])
    assert found.first is None


def test_a_paragraph_taken_over_makes_no_reprint_and_is_found_by_paragraphs():
    taken = [
        article("a", FIRST, "2021-05-01"),
        article("b", f"{OTHER}\n{FIRST[:60]}\n{OTHER[::-1]}", "2021-05-02"),
    ]
    assert reprints(taken) == []
    long = [
        article("a", f"{OTHER[::-1]}\n{FIRST}", "2021-05-01"),
        article("b", f"{OTHER}\n{FIRST}", "2021-05-02"),
    ]
    (found,) = reprints(paragraphs_of(long))
    assert [copy.id for copy in found.articles] == ["a¶2", "b¶2"]


def test_a_notice_of_another_day_is_no_reprint():
    notice = "今天（{m}月{d}日）通报，昨日0时至24时，全县共接诊{a}人，其中转院{b}人，治愈出院{c}人，"
    notice += "仍在观察{d}人，没有新增重症病例。"
    days = [notice.format(m=m, d=d, a=71 * d, b=3 * m, c=11 * d + m) for m, d in ((3, 12), (4, 25))]
    assert reprints([article(str(n), text, f"2021-0{n + 3}-01") for n, text in enumerate(days)]) == []


def test_many_copies_are_one_cluster_and_days_can_be_asked_for():
    many = [article(f"{n:03}", FIRST, f"2021-01-{n % 28 + 1:02}") for n in range(200)]
    (found,) = reprints(many)
    assert len(found.articles) == 200
    far = [article("a", FIRST, "2020-01-01"), article("b", FIRST, "2021-01-01")]
    assert reprints(far, within=30) == []


@pytest.mark.slow
@pytest.mark.skipif(importlib.util.find_spec("pyspark") is None, reason="needs the extra oped[spark]")
@pytest.mark.filterwarnings("default")
@pytest.mark.timeout(1500)
def test_spark_gives_the_very_clusters_of_duckdb():
    many = [article(f"{n:03}", FIRST, f"2021-01-{n % 28 + 1:02}") for n in range(20)]
    many += [*corpus(), article("再", OTHER + OTHER[::-1], "2021-05-09"), article("空", "")]
    found = reprints(many)
    assert len(found) == 1
    assert reprints(many, settings=Settings(engine="spark", jobs=2)) == found


def test_little_memory_changes_nothing():
    many = [article(f"{n:03}", f"{n}{FIRST}{OTHER[n:]}", f"2021-01-{n % 28 + 1:02}") for n in range(60)]
    assert reprints(many, settings=Settings(memory="30MB")) == reprints(many)


def test_what_copies_keep_of_each_sentence():
    first, cut = article("先", FIRST), article("截", FIRST[: FIRST.index("散戏")])
    rows = adaptation(first, [cut])
    assert "".join(sentence for sentence, _ in rows) == FIRST
    assert rows[0][1][0] == 1.0
    assert rows[-1][1][0] < 0.3


@pytest.mark.parametrize("same", [0, 1.5, -1])
def test_shares_that_make_no_sense(same):
    with pytest.raises(UsageError):
        reprints([], same=same)


def test_an_id_that_comes_twice():
    with pytest.raises(UsageError, match="'a' comes twice"):
        reprints([article("a", FIRST), article("a", OTHER)])


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_graphs_are_read_by_networkx(tmp_path, form):
    networkx = pytest.importorskip("networkx")
    hostile = [article('<x"&>\x1b', FIRST, "2021-05-01", "<报>"), article("b", FIRST, "2021-05-02")]
    path = tmp_path / f"g.{form}"
    path.write_text("".join(Graph.of_reprints(reprints(hostile)).written(form)), "utf-8")
    read = networkx.read_graphml(path) if form == "graphml" else networkx.read_gexf(path)
    ((one, other, data),) = read.edges(data=True)
    assert (other, float(data["weight"])) == ("b", 1.0)
    assert read.nodes[one]["source"] == "<报>"


def row(a, b, **fields):
    return Row(a, b, 0, 4, 0, 4, "verbatim", 50.0, 1e-6, "甲乙丙丁", "甲乙丙丁", **fields)


def test_rows_by_their_fields():
    rows = [
        row("a", "b", date_a="2021-01-01", date_b="2021-01-05", source_a="甲报", source_b="乙报"),
        row("a", "c", date_a="2021-01-01", date_b="2021-03-05", source_a="甲报", source_b="甲报"),
        row("a", "d"),
    ]
    assert [r.b for r in Wanted(within=7)(rows)] == ["b"]
    assert [r.b for r in Wanted(across=("source",))(rows)] == ["b"]
    assert [r.b for r in Wanted(where="source_b = '甲报' OR bits < 1")(rows)] == ["c"]
    assert [r.b for r in Wanted()(rows)] == ["b", "c", "d"]
    assert rows[0].earlier == "a"
    assert rows[2].earlier is None
    with pytest.raises(UsageError, match="condition"):
        list(Wanted(where="nonsense = 3")(rows))
    with pytest.raises(UsageError, match="condition"):
        list(Wanted(where="bits > (SELECT count(*) FROM read_text('/etc/passwd'))")(rows))
    with pytest.raises(UsageError):
        Wanted(across=("colour",))


def test_results_as_a_table_of_arrow():
    pytest.importorskip("pyarrow")
    table = to_arrow(reprints(corpus()))
    assert table.column("first").to_pylist() == ["先"]
    assert [copy["id"] for copy in table.column("articles").to_pylist()[0]][:2] == ["先", "电"]


def test_a_head_of_spaces_without_end_is_passed_over():
    """A look for a credit that tries every space with every other takes many minutes here."""
    assert len(codes_of(Article("a", "\n" * 300_000 + "（ 新华社北京5月6日电）门开了"))) <= 4


def test_a_graph_of_shared_passages_leads_from_the_earlier_article(tmp_path):
    networkx = pytest.importorskip("networkx")
    rows = [
        Row(
            "b", "a", 0, 10, 5, 15, "verbatim", 50.0, 0.1, "x", "x", "2021-02-01", "2021-01-01", title_b="早"
        ),
        Row("a", "b", 20, 40, 20, 40, "near", 50.0, 0.1, "y", "y", "2021-01-01", "2021-02-01", title_a="早"),
    ]
    path = tmp_path / "g.graphml"
    path.write_text("".join(Graph.of_rows(rows).written(form_of(path.name))), "utf-8")
    read = networkx.read_graphml(path)
    assert [(one, other, data["weight"]) for one, other, data in read.edges(data=True)] == [("a", "b", 30.0)]
    assert read.nodes["a"]["title"] == "早"
