"""All of it on pages of our own that read like real ones: what must not change with the dress, and what is true."""

import json
import random
from pathlib import Path

import pytest

import oped
from compare.corpus import find_reuse

OWN = Path(__file__).resolve().parent.parent / "benchmarks" / "quality" / "own"
NAMES = ("streets", "fields", "lamps", "quick")


def solid(text):
    return "".join(text.split())


def text_of(name):
    return (OWN / f"{name}.txt").read_text("utf-8")


def truth_of(name):
    return json.loads((OWN / f"{name}.truth.json").read_text("utf-8"))["pieces"]


@pytest.fixture(scope="module")
def pages():
    return {name: oped.read_page(OWN / f"{name}.txt") for name in NAMES}


@pytest.fixture(scope="module")
def pieces(pages):
    return [piece for page in pages.values() for piece in page]


DRESSES = {
    "UTF-16": lambda text: text.encode("utf-16"),
    "GB18030": lambda text: text.encode("gb18030"),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n").encode(),
    "spaces at the ends of lines": lambda text: text.replace("\n", "　 \n").encode(),
    "an empty page around": lambda text: f"\n\n\n{text}\n\n\n\n".encode(),
}


def told(page):
    return [(solid(piece.title), piece.authors, solid(piece.body)) for piece in page]


@pytest.mark.parametrize("name", NAMES)
def test_titles_and_authors_are_those_on_the_page(name, pages):
    found = [(solid(piece.title), piece.authors) for piece in pages[name]]
    assert found == [(solid(piece["title"]), tuple(piece["authors"])) for piece in truth_of(name)]


@pytest.mark.parametrize("dress", DRESSES)
def test_another_dress_is_the_same_page(dress, pages):
    for name in NAMES:
        assert told(oped.read_page(DRESSES[dress](text_of(name)))) == told(pages[name]), name


def test_summaries_say_what_stands_on_the_page(pages):
    said = 0
    for page in pages.values():
        for piece in page:
            summary = oped.summarize(piece, chars=110, headline_chars=24)
            assert 0 < len(summary.headline.text) <= 24
            assert 0 < len(summary.paragraph.text) <= 110
            for sentence in summary.paragraph.sentences:
                quoted = "".join(page.text[start:end] for start, end in sentence.spans)
                assert solid(quoted) == solid(sentence.text)
                said += 1
    assert said >= 2 * len(NAMES)


def matches(pair, swapped=False):
    sides = [(match.right, match.left) if swapped else (match.left, match.right) for match in pair.matches]
    return sorted(
        (match.kind, *(side.text for side in both)) for match, both in zip(pair.matches, sides, strict=True)
    )


def test_a_piece_is_all_of_itself_and_sides_do_not_matter(pieces):
    shared = 0
    for piece in pieces[:6]:
        assert oped.compare(piece, piece).scores["reuse"] == pytest.approx(1, abs=0.01)
    for left in pieces[:4]:
        for right in pieces[4:10]:
            there, back = oped.compare(left, right), oped.compare(right, left)
            assert matches(there) == matches(back, swapped=True)
            shared += len(there.matches)
    assert shared


def test_half_of_a_piece_is_half_of_it(pieces):
    one, other = pieces[0], pieces[7]
    half = one.paragraphs[: len(one.paragraphs) // 2]
    copied = "\n".join(paragraph.text for paragraph in half)
    rest = "\n".join(paragraph.text for paragraph in other.paragraphs[2:])
    share = len(solid(copied)) / len(solid(one.body))
    found = oped.compare(one, oped.article(f"{copied}\n{rest}")).scores
    assert found["reuse_left"] == pytest.approx(share, abs=0.1)


def test_pairs_are_the_same_among_few_and_many_in_any_order(pieces):
    few = oped.compare_all(pieces[:4])
    many = oped.compare_all(pieces)
    turned = oped.compare_all(pieces[::-1])
    for i in range(1, 5):
        for j in range(i + 1, 5):
            assert matches(few.pair(i, j)) == matches(many.pair(i, j)), (i, j)
            back = turned.pair(len(pieces) + 1 - j, len(pieces) + 1 - i)
            assert matches(many.pair(i, j)) == matches(back, swapped=True), (i, j)


def test_the_passages_that_were_written_twice_are_found_in_a_corpus_in_any_order(pages):
    docs = [(f"{name}#{piece.id}", piece) for name, page in pages.items() for piece in page]
    rows = list(find_reuse(docs))
    random.Random(5).shuffle(docs)
    assert list(find_reuse(docs)) == rows
    wanted = [json.loads(line) for line in (OWN / "shared.jsonl").read_text("utf-8").splitlines()]
    verbatim = [row for row in wanted if row["kind"] == "verbatim" and len(row["left"]) >= 20]
    assert verbatim
    texts = {(found.a, found.b): set() for found in rows}
    for found in rows:
        texts[found.a, found.b] |= {solid(found.text_a), solid(found.text_b)}
    for row in verbatim:
        shared = texts[min(row["a"], row["b"]), max(row["a"], row["b"])]
        assert any(solid(row["left"])[4:-4] in text for text in shared), row
