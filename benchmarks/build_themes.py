"""Build compare/data/themes.npz: how common terms are.

    python -m benchmarks.build_themes                            about three minutes
    python -m benchmarks.build_reference --keep-phrases          then what pairs share anew

Reads broadcast news, opinion pieces of mainland papers and of a Hong Kong paper from OPED_DATA; only derived
figures leave it. `benchmarks/quality/tags.py` tells what the Hong Kong words are worth on articles they were not
counted in.
"""

from __future__ import annotations

import json
import lzma
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from benchmarks.whole_terms import whole_terms
from compare.themes import reference
from compare.themes.candidates import Tagged, joined, phrases, words
from seeds.language.tokens import default_tokenizer, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from seeds.language.tokens import Tokenizer

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "compare" / "data"
FLOOR = 10  # occurrences of a term in the news
REGISTER_FLOOR = 3  # documents of a register that hold a word
CUT = 0.8  # share of a run's occurrences that go on in the same way, from which it is a fragment


class Opinion(NamedTuple):
    """An opinion piece, as far as the figures ask."""

    title: str
    text: str
    author: str
    date: str


def data_folder() -> Path:
    return Path(os.environ.get("OPED_DATA") or ROOT.parent / "shared" / "data")


def background() -> Iterator[str]:
    with lzma.open(data_folder() / "background" / "xwlb-2018-2023.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield fold(json.loads(line)["text"])


def opinion(file: str) -> list[Opinion]:
    with (data_folder() / file).open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Opinion(r["title"], r["text"], str(r.get("author") or ""), r.get("date") or "") for r in rows]


def registers() -> dict[str, list[Opinion]]:
    return {"mainland": opinion("opinion/articles.jsonl"), "hongkong": opinion("tags/tags.dev.jsonl")}


def nominal_uses(tagged: Sequence[Tagged]) -> Iterator[tuple[str, bool]]:
    """Every verb of a text in lower case, and whether it stands where a noun would: 社会治理的, 加强监管、."""
    for index, (word, tag) in enumerate(tagged):
        if tag == "v" and len(word) > 1:
            before = tagged[index - 1][1] if index else "x"
            after, mark = tagged[index + 1][::-1] if index + 1 < len(tagged) else ("x", "。")
            closed = after in {"uj", "c", "f"} or mark in "、。”》;；"
            yield word.lower(), before in {"n", "vn", "j", "an", "b", "nz", "v", "uj"} and closed


def count_words(texts: Sequence[str], tokenizer: Tokenizer) -> tuple[list[Counter[str]], dict[str, int]]:
    """The words of every document, and how often, in 1/255, the news use a verb as a noun."""
    documents, uses, noun = [], Counter[str](), Counter[str]()
    for text in texts:
        tagged = tokenizer.tag(text)
        documents.append(Counter(word for word, _ in words(tagged)))
        for verb, as_noun in nominal_uses(tagged):
            uses[verb] += 1
            noun[verb] += as_noun
    return documents, {verb: round(255 * noun[verb] / times) for verb, times in uses.items()}


def count_phrases(
    texts: Sequence[str], tokenizer: Tokenizer, nominal: dict[str, int]
) -> tuple[Counter[str], ...]:
    """Occurrences and documents of every multi-word term."""
    count, spread = Counter[str](), Counter[str]()
    for text in texts:
        here = Counter[str]()
        for parts, times in phrases(
            tokenizer.tag(text), lambda verb: nominal.get(verb, 0) >= reference.NOMINAL * 255
        ).items():
            here[joined(parts)] += times
        count.update(here)
        spread.update(here.keys())
    return count, spread


def fragments(count: Counter[str]) -> set[str]:
    """The runs that nearly always go on: 经济高质量 of 经济高质量发展, 发展数字 of 发展数字经济."""
    found = set()
    for term, times in count.items():
        for shorter in {term[:-n] for n in range(1, len(term) - 1)}:
            if shorter in count and times >= CUT * count[shorter]:
                found.add(shorter)
    return found


def vocabulary(piece: Opinion) -> set[str]:
    """The words of an opinion piece, as profiles have them."""
    return {word for word, _ in words(default_tokenizer().tag(fold(f"{piece.title}\n{piece.text}")))}


def spread_of(pieces: Sequence[Opinion]) -> Counter[str]:
    return Counter(word for piece in pieces for word in vocabulary(piece))


def build_reference(texts: Sequence[str]) -> None:
    tokenizer = default_tokenizer()
    documents, nominal = count_words(texts, tokenizer)
    count, spread = Counter[str](), Counter[str]()
    for counts in documents:
        count.update(counts)
        spread.update(counts.keys())
    phrase_count, phrase_spread = count_phrases(texts, tokenizer, nominal)
    single = sorted(word for word in spread if count[word] >= FLOOR)
    cut = fragments(phrase_count)
    runs = {p for p, n in phrase_count.items() if n >= FLOOR and p not in spread and p not in cut}
    terms = {*single, *runs}
    count.update(phrase_count)
    spread.update(phrase_spread)
    wholes = whole_terms(texts, tokenizer, set(single))
    spreads = {"news": Counter({term: spread[term] for term in sorted(terms)})}
    sizes = {"news": len(texts)}
    for name, pieces in registers().items():
        spreads[name] = Counter({w: n for w, n in spread_of(pieces).items() if n >= REGISTER_FLOOR})
        sizes[name] = len(pieces)
    listed = sorted(set().union(*spreads.values()))
    np.savez_compressed(
        DATA / reference.DATA,
        count=np.array([count[term] if term in terms else 0 for term in listed], dtype=np.int32),
        nominal=np.array([nominal.get(term, 0) if term in terms else 0 for term in listed], dtype=np.uint8),
        wholes=_joined(map("\t".join, wholes.items())),
        tokens=np.int64(sum(map(Counter.total, documents))),
        registers=_joined(spreads),
        documents=np.array(list(sizes.values()), dtype=np.int32),
        words=_joined(listed),
        spread=np.array([[found[word] for word in listed] for found in spreads.values()], dtype=np.uint16),
    )
    print(f"{len(terms)} terms, {len(listed)} words in registers, {len(wholes)} wholes")


def _joined(lines: Iterator[str] | Sequence[str] | dict[str, Counter[str]]) -> np.ndarray:
    return np.frombuffer("\n".join(lines).encode(), dtype=np.uint8)


def main() -> None:
    build_reference(list(background()))
    print(reference.DATA, (DATA / reference.DATA).stat().st_size, "bytes")


if __name__ == "__main__":
    main()
