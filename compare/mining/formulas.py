"""The set phrases (提法) of a corpus, told from names, terms and everyday words, each in its fullest form."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from math import log2
from operator import itemgetter

import numpy as np

from compare.mining.maximal import maximal_repeats
from compare.mining.phrases import Form, Indices, Phrase, Weigher
from compare.mining.setphrases import Judge, PhraseKind
from compare.mining.symbols import Lettered
from compare.mining.unithood import SHORTEST_CHARS, LexicalUnits, unmarked
from compare.reference.corpus import ReferenceCorpus, load_reference
from compare.reuse.fold import folded
from seeds import check
from seeds.language.tokens import Tokenizer, default_tokenizer
from seeds.language.variants import simplified
from seeds.lexicon import words as lexicon
from seeds.page import Piece

_MARKS = re.compile(r"[、,]")
FORMULAS: tuple[PhraseKind, ...] = ("formula",)
Held = tuple[Phrase, Indices, Indices]
"""A phrase, the numbers of its documents in rising order, and its uses in each."""
AT_ONCE = 1 << 21
"""Occurrences looked at in one go, about."""
_PLAIN = ("建设", "工作", "战略", "理念", "事业", "问题")
"""Nouns that add nothing at the end of a phrase."""
_VERBAL = ("v", "d", "vd", "ad")
_EMPTY = ("的", "之", "和", "与", "及", "、", ",", "，")
FULLER = 0.5
"""A phrase that stands in one longer set phrase in this share of its documents and uses is told with that."""


def set_phrases(
    docs: Iterable[tuple[str, Piece | str]],
    *,
    kinds: Collection[PhraseKind] = FORMULAS,
    least_docs: int = 2,
    stopwords: Collection[str] = (),
    reference: ReferenceCorpus | None = None,
    tokenizer: Tokenizer | None = None,
) -> list[Phrase]:
    """The set phrases of a corpus given as `(id, text or piece)`, the surest and most frequent first.

    `kinds` asks for other units instead: names, terms, everyday wording. What stands mostly in one longer set
    phrase, and what is one behind a verb that goes with any (推动, 实现), is told with it as its `forms`. Phrases of
    less than eight characters need three documents. Phrases in `stopwords` are left out. Raises `UsageError` for
    `least_docs` below 1 and an id that comes twice.
    """
    check.count("least_docs", least_docs)
    corpus = Lettered.of(sorted(check.several("docs", docs), key=itemgetter(0)))
    held = joined(held_phrases(corpus, kinds, least_docs, reference, tokenizer))
    found = [phrase for phrase, _, _ in held if phrase.text not in stopwords]
    found.sort(key=lambda phrase: (-_rank(phrase), phrase.text))
    return folded_forms(found, tokenizer) if "formula" in kinds else found


def held_phrases(
    corpus: Lettered,
    kinds: Collection[PhraseKind] = FORMULAS,
    least_docs: int = 2,
    reference: ReferenceCorpus | None = None,
    tokenizer: Tokenizer | None = None,
) -> Iterator[Held]:
    """The units of some kinds, each with the numbers of its documents in rising order, and its uses in each."""
    repeats = maximal_repeats(unmarked(corpus), least_docs=max(2, least_docs), least_length=SHORTEST_CHARS)
    units = LexicalUnits(corpus, repeats, tokenizer)
    judge = Judge(reference or load_reference(), tokenizer or default_tokenizer())
    weigher = Weigher(corpus, repeats, units, judge.reference)
    for rows in _batches(np.flatnonzero(units.may_be()), repeats.times().astype(np.int64)):
        kept = rows[units.are(rows)]
        if not len(kept):
            continue
        texts = [units.signs(row) for row in kept]
        judge.prepare(texts)
        judged = list(map(judge.kind, texts, units.around(kept)))
        wanted = np.array([kind in kinds for kind, _ in judged])
        if not wanted.any():
            continue
        row, place = units.occurrences(kept[wanted])
        docs = np.searchsorted(corpus.start, place, side="right") - 1
        parts = np.split(docs, np.flatnonzero(np.diff(row)) + 1)
        phrases = weigher.phrases(kept[wanted], weigher.bits(kept[wanted]))
        verdicts = [verdict for verdict in judged if verdict[0] in kinds]
        for phrase, (kind, sure), part in zip(phrases, verdicts, parts, strict=True):
            held, uses = np.unique(part, return_counts=True)
            yield replace(phrase, kind=kind, sure=sure), held, uses


def joined(found: Iterable[Held]) -> list[Held]:
    """Phrases with those that differ by marks inside them as one (大众创业、万众创新, 大众创业万众创新).

    The one that most documents hold stands for all, the others are its `forms`.
    """
    alike: dict[str, list[Held]] = {}
    for each in found:
        alike.setdefault(_MARKS.sub("", folded(each[0].text)), []).append(each)
    return [_one(group) if len(group) > 1 else group[0] for group in alike.values()]


def _one(group: list[Held]) -> Held:
    group = sorted(group, key=lambda each: (-each[0].df, each[0].text))
    held, place = np.unique(np.concatenate([docs for _, docs, _ in group]), return_inverse=True)
    uses = np.bincount(place, weights=np.concatenate([times for _, _, times in group])).astype(np.int64)
    first = group[0][0]
    forms = tuple(Form(phrase.text, phrase.df) for phrase, _, _ in group[1:])
    return replace(first, df=len(held), times=int(uses.sum()), forms=forms), held, uses


def _rank(phrase: Phrase) -> float:
    """Sure before frequent: many documents make up for some doubt."""
    return phrase.sure * (1 + log2(1 + phrase.df) / 6)


def _batches(rows: Indices, times: Indices) -> Iterator[Indices]:
    group = np.cumsum(times[rows], dtype=np.int64) // AT_ONCE
    yield from np.split(rows, 1 + np.flatnonzero(np.diff(group))) if len(rows) else ()


def folded_forms(phrases: list[Phrase], tokenizer: Tokenizer | None = None) -> list[Phrase]:
    """Set phrases with those told as a form of another put there; each stands where the first of its forms stood.

    Phrases of one core are one (维护多边主义, 践行多边主义; 建设美丽中国, 美丽中国建设), and what stands mostly in a
    longer one is told with that.
    """
    cut = tokenizer or default_tokenizer()
    alike: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        alike.setdefault(_core(phrase.text, cut), []).append(phrase)
    home: dict[str, str] = {}
    most: dict[str, Phrase] = {}
    for group in alike.values():
        commonest = max(group, key=lambda phrase: (phrase.df, phrase.times, phrase.text))
        head = _head(group, commonest).text
        most[head] = commonest
        home |= {phrase.text: head for phrase in group if phrase.text != head}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase.text), phrase.text)):
        if phrase.text not in home:
            for part in _parts(phrase.text):
                if part in most and part not in home and _mostly_in(most[part], phrase):
                    home[part] = phrase.text
    forms: dict[str, list[Form]] = {}
    for phrase in phrases:
        top = phrase.text
        while top in home:
            top = home[top]
        own = () if top == phrase.text else (Form(phrase.text, phrase.df),)
        forms.setdefault(top, []).extend((*own, *phrase.forms))
    by_text = {phrase.text: phrase for phrase in phrases}
    return [
        replace(by_text[top], forms=tuple(sorted(told, key=lambda form: (-form.df, form.text))))
        for top, told in forms.items()
    ]


def _head(group: Sequence[Phrase], most: Phrase) -> Phrase:
    """The phrase that stands for those of one core: the fullest used half as often as `most`, without a carrier."""
    carriers = lexicon("policy", "carriers")
    often = {phrase.text: phrase for phrase in group if _mostly_in(most, phrase)}
    for text in sorted(often, key=len, reverse=True):
        if any(text[size:] in often and simplified(text[:size]) in carriers for size in range(1, len(text))):
            del often[text]
    return max(often.values(), key=lambda phrase: (len(phrase.text), phrase.df, phrase.text))


def _mostly_in(part: Phrase, whole: Phrase) -> bool:
    return whole.df >= FULLER * part.df and whole.times >= FULLER * part.times


def _core(text: str, tokenizer: Tokenizer) -> str:
    """What is left of a phrase, four characters at least, without verbs before it, unless they deny,
    and a plain noun behind it.
    """
    tagged = [(word, tag) for word, tag in tokenizer.tag(simplified(text)) if word not in _EMPTY]
    tagged = tagged or [(text, "x")]
    words, tags = [word for word, _ in tagged], [tag for _, tag in tagged]
    leading, first, end = lexicon("policy", "verbs", "carriers"), 0, len(words)
    while (words[first] in leading or tags[first] in _VERBAL) and _size(words[first + 1 :]) >= SHORTEST_CHARS:
        if words[first] in lexicon("policy", "against") or words[first][0] in "不没无未反":
            break  # 反对霸权主义 and 推行霸权主义 are no forms of one another
        first += 1
    if words[-1] in _PLAIN and _size(words[first:-1]) >= SHORTEST_CHARS:
        end -= 1
    return "".join(words[first:end])


def _size(words: Iterable[str]) -> int:
    return sum(map(len, words))


def _parts(text: str) -> Iterator[str]:
    for size in range(len(text) - 1, SHORTEST_CHARS - 1, -1):
        yield from (text[at : at + size] for at in range(len(text) - size + 1))
