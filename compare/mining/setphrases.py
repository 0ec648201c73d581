"""Which of the units of a corpus are set phrases of politics (提法), and which are names, terms or everyday words.

Two small logistic models over features a reader can check, fitted by `benchmarks/train_setphrases.py`: a set phrase
stands by itself between marks or before 的, in quotation marks, its words attract each other in the reference more
than chance would have it (pointwise mutual information, Church and Hanks 1990), and it is built from a closed stock
of verbs and heads. A fragment goes on behind its end, or begins or ends with what asks for more.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import exp, log
from typing import TYPE_CHECKING, Literal

from compare.reuse.fold import fold
from seeds.language.characters import HAN
from seeds.language.variants import simplified
from seeds.lexicon import words as lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from compare.reference.corpus import ReferenceCorpus
    from seeds.language.tokens import Tokenizer

PhraseKind = Literal["formula", "name", "term", "wording", "fragment"]

_SURE, _BROKEN, _CLEAR = 0.35, 0.15, 0.75
"""Probabilities: from the first on a phrase is taken for a set phrase, from the second on for a fragment, unless the
one exceeds the other by the third."""
_QUOTED = 0.2
"""Quoted in this share of its uses a phrase is no plain name and, with a number in front, a set phrase."""
_HAN = re.compile(rf"[{HAN}]+")
_FUNCTION, _LOOSE = "crpuyeo", "crpuyeozmqf"
"""Parts of speech (ICTCLAS): function words, and what hardly ever begins or ends a set phrase."""
_PROPER = ("ns", "nt")
_POINTING = "我你您他她它这那"
"""Characters that point to what a text is about, as no set phrase does: 解决这些问题."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Shares of the occurrences of a phrase: with what beside it; `same` is the sign that is there most often."""

    free_before: float
    mark_after: float
    free_after: float
    de_after: float
    quoted: float
    list_before: float
    list_after: float
    same_before: float
    same_after: float


class Judge:
    """Tells what a phrase is, from its words, its surroundings and a reference."""

    def __init__(self, reference: ReferenceCorpus, tokenizer: Tokenizer) -> None:
        self.reference, self.tokenizer = reference, tokenizer
        self._items: dict[str, int] = {}
        self._mean_bits: dict[str, float] = {}

    def prepare(self, texts: Iterable[str]) -> None:
        """Look up at once what is asked of some phrases; nothing is kept of those before."""
        plain = list(dict.fromkeys(map(simplified, texts)))
        wanted = dict.fromkeys(plain)
        for text in plain:
            words = [word for word, _ in self._tagged(text)]
            wanted |= dict.fromkeys((*words, *(one + other for one, other in pairwise(words))))
        self._items = dict(zip(wanted, self.reference.items_with_each(list(wanted)), strict=True))
        codes = [fold(text) for text in plain]
        bits = self.reference.bits_of([code[code != 0] for code in codes])
        self._mean_bits = {text: float(part.mean()) for text, part in zip(plain, bits, strict=True)}

    def features(self, text: str, around: Surroundings) -> dict[str, float]:
        """The features of a phrase, by name; all about between 0 and 10."""
        text = simplified(text)
        tagged = self._tagged(text)
        words, tags = [word for word, _ in tagged], [tag for _, tag in tagged]
        if text not in self._mean_bits:
            self.prepare([text])
        return {
            "words": min(len(words), 6),
            "function_word": any(tag[0] in _FUNCTION for tag in tags),
            "loose_first": tags[0][0] in _LOOSE,
            "loose_last": tags[-1][0] in _LOOSE + "d",
            "verb_first": tags[0][0] == "v",
            "free_before": around.free_before,
            "same_before": around.same_before,
            "same_after": around.same_after,
            "mark_after": around.mark_after,
            "free_after": around.free_after,
            "de_after": around.de_after,
            "quoted": around.quoted,
            "open_inside": any(word in lexicon("policy", "open") for word in words[:-1]),
            "attraction": self._attraction(words),
            "usual": log(self._with(text) + 2),
            "bits": self._mean_bits[text],
            "policy_verb": words[0] in lexicon("policy", "verbs"),
            "policy_head": words[-1].endswith(tuple(lexicon("policy", "heads"))),
            "broad_head": len(words) > 1 and words[-1] in lexicon("policy", "broad heads"),
        }

    def kind(self, text: str, around: Surroundings) -> tuple[PhraseKind, float]:
        """What a phrase is, and the probability that it is a set phrase."""
        text = simplified(text)
        tagged = self._tagged(text)
        features = self.features(text, around)
        sure, broken = _probability("formula", features), _probability("fragment", features)
        if _open(text, tagged, around) or (broken >= _BROKEN and sure - broken < _CLEAR):
            return "fragment", sure
        if not _framed(tagged) and _name(tagged, around.quoted):
            return _kind_of_name(tagged), sure
        if _numbered(text) and around.quoted >= _QUOTED:
            sure = max(sure, 0.5)
        if any(word.startswith((*lexicon("policy", "times"), *_POINTING)) for word, _ in tagged):
            return "wording", sure
        if sure >= _SURE and not _broad([word for word, _ in tagged]):
            return "formula", sure
        nominal = all(tag[0] in "nbjsl" or tag in ("vn", "an") for _, tag in tagged)
        return ("term" if nominal else "wording"), sure

    def _tagged(self, text: str) -> list[tuple[str, str]]:
        tagged = [pair for pair in self.tokenizer.tag(text) if _HAN.match(pair[0])]
        return tagged or [(text, "x")]

    def _with(self, text: str) -> int:
        if text not in self._items:
            self._items[text] = self.reference.items_with(text)
        return self._items[text]

    def _attraction(self, words: Sequence[str]) -> float:
        """The least pointwise mutual information of neighbouring words over items, in nats."""
        least = 3.0
        for one, other in pairwise(words):
            together = (self._with(one + other) + 0.5) * self.reference.items
            least = min(least, log(together / ((self._with(one) + 1) * (self._with(other) + 1))))
        return max(-3.0, least)


def _numbered(text: str) -> bool:
    """Whether a phrase counts what it is about: 三个代表, 四个意识, 两个一百年."""
    return bool(re.fullmatch(f"[两二三四五六七八九十双][个大项种条位]?[{HAN}]{{2,5}}", text))


def _open(text: str, tagged: Sequence[tuple[str, str]], around: Surroundings) -> bool:
    """Whether a phrase goes on beyond its ends, or is a list of which a part is missing."""
    first, last = tagged[0], tagged[-1]
    if last[0] in lexicon("policy", "open", "left") or last[1][0] in "pcu":
        return True
    if first[0] in lexicon("policy", "behind") or first[1][0] in "cuy":
        return True
    inner = [word for word, _ in tagged[1:]]
    if lexicon("policy", "for") & set(inner) and first[0] != "为":
        return True
    if inner[:1] == ["的"] and first[0] in lexicon("policy", "verbs"):
        return True
    verbal = first[1][0] == "v" or first[0] in lexicon("policy", "verbs")
    if len(tagged) == 2 and verbal and last[1] in ("a", "ad"):
        return True
    return "、" in text and max(around.list_before, around.list_after) > 0.25


def _broad(words: Sequence[str]) -> bool:
    """Whether a phrase has but two words that go with anything: 加快建设, 体系建设, 保障水平."""
    loose = lexicon("policy", "verbs", "carriers", "broad heads") - lexicon("policy", "heads")
    return len(words) == 2 and words[0] in loose and words[1] in lexicon("policy", "broad heads")


def _framed(tagged: Sequence[tuple[str, str]]) -> bool:
    """Whether a phrase takes something for something: 以人民为中心."""
    words = [word for word, _ in tagged]
    return "以" in words and any(word.startswith("为") for word in words[words.index("以") :])


def _kind_of_name(tagged: Sequence[tuple[str, str]]) -> PhraseKind:
    """What no set phrase is: a name has nouns alone, and no measure at its end (提高粮食产量, 粮食产量)."""
    if any(tag in ("v", "vd", "uj") for _, tag in tagged) or tagged[0][0] in lexicon("policy", "verbs"):
        return "wording"
    return "term" if tagged[-1][0].endswith(tuple(lexicon("policy", "measures"))) else "name"


def _name(tagged: Sequence[tuple[str, str]], quoted: float) -> bool:
    last, tag = tagged[-1]
    # A single sign names a body only as a noun: not the verb of 一网通办.
    if any(
        last.endswith(end)
        for end in lexicon("policy", "names", "measures")
        if len(end) > 1 or (last, tag[0]) == (end, "n")
    ):
        return True
    if last in ("思想", "精神"):
        return False
    titles, heads = tuple(lexicon("policy", "titles")), tuple(lexicon("policy", "heads", "broad heads"))
    # 安全感 and 高水平 begin with a surname and are tagged as persons.
    persons = any(
        word.endswith(titles)
        or (
            tag[:2] == "nr"
            and len(word) == 3
            and word[0] in lexicon("surnames", "common")
            and not word.endswith(heads)
        )
        for word, tag in tagged
    )
    # 依法治国 is tagged as a place.
    proper = all(tag.startswith(_PROPER) for _, tag in tagged)
    return persons or (
        quoted < _QUOTED and proper and not tagged[0][0].startswith(tuple(lexicon("policy", "verbs")))
    )


def _probability(model: str, features: Mapping[str, float]) -> float:
    given = _weights()[model]
    total = sum(weight * (features[name] if name else 1.0) for name, weight in given.items())
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


@cache
def _weights() -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = json.loads(
        (files("compare.mining") / "setphrases.json").read_text("utf-8")
    )
    return found
