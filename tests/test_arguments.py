"""Arguments are checked when a function is called, with an error that names them."""

import pytest

import oped
from compare.corpus import find_reuse
from compare.mining import concordance, contrast, set_phrases, timeline
from compare.themes import theme_map
from seeds import check
from seeds.errors import UsageError

TEXT = "村里的路修好了，乡亲们出门方便了。"


@pytest.mark.parametrize(
    ("call", "named"),
    [
        (lambda: oped.summarize(None), "NoneType"),
        (lambda: oped.summarize(TEXT, chars="100"), "chars is '100'"),
        (lambda: oped.summarize(TEXT, chars=0), "chars is 0"),
        (lambda: oped.summarize(TEXT, chars=True), "chars is True"),
        (lambda: oped.summarize(TEXT, sentences=1.5), "sentences is 1.5"),
        (lambda: oped.summarize(TEXT, ratio=2), "ratio is 2"),
        (lambda: oped.summarize(TEXT, headline_chars=None), "headline_chars is None"),
        (lambda: oped.headline(TEXT, chars="20"), "chars is '20'"),
        (lambda: oped.summarize([TEXT]), "list"),
        (lambda: oped.rhetoric(3), "int"),
        (lambda: oped.themes(None), "NoneType"),
        (lambda: oped.themes(TEXT, limit=-1), "limit is -1"),
        (lambda: theme_map(TEXT), "one text"),
        (lambda: oped.compare(TEXT, None), "NoneType"),
        (lambda: oped.compare(TEXT, TEXT, expect="0.1"), "expect is '0.1'"),
        (lambda: oped.compare_all(TEXT), "one text"),
        (lambda: oped.compare_all([TEXT, 3]), "int"),
        (lambda: oped.compare_all(None), "NoneType"),
        (lambda: oped.compare_all([TEXT], expect=0), "expect is 0"),
        (lambda: find_reuse([("a", TEXT)], expect=-1), "expect is -1"),
        (lambda: oped.report(TEXT), "pages"),
        (lambda: oped.report(None), "pages"),
        (lambda: oped.article(3), "text is int"),
        (lambda: oped.read_page(3), "source is int"),
        (lambda: list(oped.read_pages(3)), "sources is int"),
        (lambda: oped.read_page(b"x", pieces="2"), "pieces is '2'"),
        (lambda: oped.read_page(b"x", encoding=3), "encoding is int"),
        (lambda: oped.read_pages(["-"], fields=["text"]), "fields is list"),
        (lambda: oped.read_pages(["-"], max_bytes="1"), "max_bytes is '1'"),
        (lambda: oped.compare_all([TEXT], stopwords=TEXT), "stopwords is str"),
        (lambda: timeline(3), "articles is int"),
        (lambda: timeline([("2020", TEXT)], least="x"), "least is 'x'"),
        (lambda: contrast(TEXT, [TEXT]), "corpus is str"),
        (lambda: set_phrases(3), "docs is int"),
        (lambda: list(concordance([], 3)), "words is int"),
    ],
)
def test_what_makes_no_sense_is_refused_at_once(call, named):
    with pytest.raises(UsageError, match=named):
        call()


def test_numbers_of_any_make_and_size_are_numbers():
    numpy = pytest.importorskip("numpy")
    assert check.count("n", numpy.int64(3)) == check.count("n", 3.0) == 3
    assert check.count("n", 10**400) == check.count("n", float("inf")) == check.MOST
    assert check.number("n", numpy.float64(0.5)) == 0.5
    with pytest.raises(UsageError):
        check.number("n", float("nan"))


def test_blank_texts_have_empty_results():
    for blank in ("", " \n"):
        assert oped.summarize(blank).paragraph.text == ""
        assert oped.rhetoric(blank).devices == ()
        assert oped.themes(blank) == ()
        assert oped.compare(blank, TEXT).matches == ()


def test_signatures_have_the_same_keys_everywhere():
    made = [
        oped.summarize(TEXT).signature,
        oped.rhetoric(TEXT).signature,
        oped.compare_all([TEXT, TEXT]).signature,
        theme_map([TEXT, TEXT]).signature,
    ]
    for signature in made:
        keys = [part.partition(":")[0] for part in signature.split("|")]
        assert keys[:2] == ["tokenizer", "reference"]
        assert keys[-1] == "version"


def test_a_result_is_short_to_print():
    page = oped.read_page("".join(f"{TEXT * 9}\n" for _ in range(40)).encode(), name="x.txt")
    piece = page.pieces[0]
    summary, comparison = oped.summarize(piece), oped.compare_all([piece, piece])
    pair = comparison.pairs[0]
    profile = oped.rhetoric(f"{TEXT}青春是早晨的太阳，青春是奔腾的江河，青春是初升的月亮。")
    results = [page, piece, piece.paragraphs[0], summary, summary.paragraph, summary.headline]
    results += [comparison, pair, *pair.matches[:1], profile, *profile.devices]
    assert all(len(repr(result)) < 120 for result in results)
