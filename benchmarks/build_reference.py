"""Make the reference corpus of oped: counts of broadcast news, set phrases, and what unrelated pairs share.

    python -m benchmarks.build_reference [OUT] [--keep-counts]

Reads background/, corpora/, opinion/, eval/ and rhetoric/ of OPED_DATA (or ../shared/data). Of their text nothing but
the set phrases is in the result. `--keep-counts` leaves the n-grams of OUT as they are and makes the rest anew,
`--keep-phrases` the set phrases too: what unrelated pieces share is measured anew, which rests on themes.npz.
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.build_themes import Opinion, registers
from compare.mining.formulas import held_phrases
from compare.mining.symbols import Lettered
from compare.reference.build import SHORTEST, build_reference
from compare.reference.calibrating import calibrate, calibrate_themes
from compare.reference.corpus import ReferenceCorpus, load_reference
from compare.reuse.fold import folded
from compare.reuse.named import Listed
from seeds.language.tokens import default_tokenizer
from seeds.lexicon import words

ROOT = Path(__file__).resolve().parent.parent
NAME = "xwlb-2018-2023"
LEAST = {"opinion": 3, "official": 3, "news": 20}
"""Items that hold a set phrase, at least."""

SURE = 0.44
"""Probability that a phrase is a set phrase, at least."""

NEWS_WEIGHT = 100_000
"""Characters of opinion pieces that the news count as in the rate of a set phrase: the genre is another."""

EVERYDAY, KNOWN = 3, 100
"""What so many items of everyday text hold, and fewer of the news, is no set phrase."""

RAREST = 0.1
"""Items in a million characters with a set phrase that neither news nor opinion pieces have."""


def rows(path: Path, field: str = "text") -> Iterator[str]:
    opened = lzma.open if path.suffix == ".xz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)[field]


def everyday(data: Path) -> Iterator[str]:
    """Essays of pupils, meetings, articles on software: Chinese without politics."""
    for name in ("lctt_title.train", "lctt_dek.train", "vcsum.train"):
        yield from rows(data / "eval" / f"{name}.jsonl")
    sentences = [*rows(data / "rhetoric" / "pse_dev.jsonl")]
    yield from ("".join(sentences[at : at + 30]) for at in range(0, len(sentences), 30))


def is_term(phrase: str) -> bool:
    """Whether a phrase is nouns before a broad one, a term and no turn of phrase: 基础设施建设, 经济社会发展.

    A verb of policy, and a word that makes a policy of what it stands with (现代化, 可持续, 高质量), tell otherwise.
    """
    *tagged, (last, _) = default_tokenizer().tag(phrase)
    said = (*words("policy", "heads"), "化", "性", "型", "持续", "质量")
    return (
        bool(tagged)
        and last in words("policy", "broad heads") - {"体系"}
        and all(
            (tag[0] in "nbjtsfl" or tag == "vn")
            and not word.endswith(said)
            and word not in words("policy", "verbs")
            for word, tag in tagged
        )
    )


def held(texts: Iterable[str], phrases: Listed) -> dict[str, int]:
    """In how many texts each phrase stands."""
    found: dict[str, int] = {}
    for text in texts:
        for phrase in {phrase for _, phrase in phrases.within(text)}:
            found[phrase] = found.get(phrase, 0) + 1
    return found


def phrases_of(
    corpora: dict[str, list[str]], plain: Iterable[str], counted: ReferenceCorpus
) -> dict[str, float]:
    """The set phrases of all corpora, and how many items in a million characters hold each."""
    every: set[str] = set()
    for name, texts in corpora.items():
        numbered = Lettered.of((str(number), text) for number, text in enumerate(texts))
        found = held_phrases(numbered, least_docs=LEAST[name], reference=counted)
        sure = {phrase.text for phrase, _, _ in found if phrase.length >= SHORTEST and phrase.sure >= SURE}
        every |= {phrase for phrase in sure if not is_term(phrase)}
    listed = Listed(every)
    counts = {name: held(texts, listed) for name, texts in corpora.items()}
    usual = held(map(folded, plain), listed)
    opinion, news = (sum(map(len, corpora[name])) for name in ("opinion", "news"))
    rates = {}
    for phrase in sorted(every):
        if usual.get(phrase, 0) >= EVERYDAY and counts["news"].get(phrase, 0) < KNOWN:
            continue
        expected = counts["news"].get(phrase, 0) / news * NEWS_WEIGHT
        rate = 1e6 * (counts["opinion"].get(phrase, 0) + expected) / (opinion + NEWS_WEIGHT)
        rates[phrase] = max(RAREST, float(f"{rate:.3g}"))
    return rates


def apart(pieces: Sequence[Opinion]) -> Callable[[int, int], bool]:
    """Whether two opinion pieces are of different authors and days."""

    def told(i: int, j: int) -> bool:
        one, other = pieces[i], pieces[j]
        return one.author != other.author and one.date != other.date and one.title != other.title

    return told


def calibrated(made: ReferenceCorpus) -> ReferenceCorpus:
    """The corpus with what unrelated opinion pieces share: wording, mainland ones, and themes, by kind of writing."""
    kinds = registers()
    pieces = [piece for some in kinds.values() for piece in some]
    mainland = kinds["mainland"]
    far = apart(mainland)
    shares = calibrate([piece.text for piece in mainland], made, lambda i, j: i == j or far(i, j))
    names = [name for name, some in kinds.items() for _ in some]
    themes = calibrate_themes([(piece.title, piece.text) for piece in pieces], names, apart(pieces))
    return replace(made, calibration=shares, themes=themes)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("out", nargs="?", type=Path, default=ROOT / "compare" / "data" / "phrases.npz")
    parser.add_argument("--keep-counts", action="store_true")
    parser.add_argument("--keep-phrases", action="store_true")
    asked = parser.parse_args()
    data = Path(os.environ.get("OPED_DATA", ROOT.parent / "shared" / "data"))
    source = data / "background" / f"{NAME}.jsonl.xz"
    if not source.exists():
        print(f"skipped: no {source}; set OPED_DATA to the folder of background/", file=sys.stderr)
        return 0
    kept = asked.keep_counts or asked.keep_phrases
    made = load_reference(asked.out) if kept else build_reference(rows(source), name=NAME)
    if not asked.keep_phrases:
        corpora = {
            "opinion": [*rows(data / "opinion" / "articles.jsonl")],
            "official": [*rows(data / "corpora" / "government_reports.jsonl")],
            "news": [*rows(source)],
        }
        corpora = {name: [*map(folded, texts)] for name, texts in corpora.items()}
        made = replace(made, phrases=phrases_of(corpora, everyday(data), made))
    made = calibrated(made)
    made.save(asked.out)
    size = asked.out.stat().st_size
    print(f"{made.items} items, {made.characters} characters -> {asked.out}: {size} bytes")
    print(f"kept from a count of: {made.kept}; {len(made.phrases)} set phrases")
    if made.calibration is not None:
        print(f"pairs that share nothing, by size: {made.calibration.none.round(3).tolist()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
