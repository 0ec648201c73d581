"""A piece as counted and weighted terms: what `themes` lists and `overlap` compares."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import log, sqrt
from operator import itemgetter

from compare.themes.bound import bound_runs, mostly_bound
from compare.themes.candidates import FUNCTION, Kind, joined, kind_of, phrases
from compare.themes.reference import TermReference, default_reference
from seeds import check
from seeds.language.analysis import Source, analysis_of
from seeds.language.tokens import Tokenizer
from seeds.language.variants import simplified

FRONT, OPENING = 5.0, 3.0
"""How many times an occurrence counts in the title, kicker or a deck, and in the opening of the text."""
OPENING_LENGTH = 200
"""Characters of the opening."""
GOVERNED = 4
"""How many times as frequent a term must be without its first word to stand by itself."""
INSISTENT = 3
"""Occurrences that make a term of a run of words which the news do not have."""
MEANT = 5
"""Occurrences that make a theme of a verb which the news seldom have."""
MOST = 15.0
"""Occurrences that count, at most: a word a hundred times is what the piece is about, not all there is to it."""
DAMPING = 0.75
"""Power of the mass in a weight."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TermProfile:
    """The terms of a piece, in simplified characters and lower case.

    `counts` are occurrences of words and multi-word terms; `size` the number of words; `kinds` tells the names
    from the themes; `parts` the words of each multi-word term; `wholes` the longer run that a word always stands
    in (一带一路 for 一带). `mass` counts the themes and names by where they stand, wording not;
    `weights` are a vector of length 1, or empty for a text without words. `text` is what was read, `register` the
    kind of writing that it is likest to; `spelled` how the text writes words with Latin letters.
    """

    text: str
    size: int
    counts: Mapping[str, int]
    kinds: Mapping[str, Kind]
    parts: Mapping[str, tuple[str, ...]]
    wholes: Mapping[str, str]
    mass: Mapping[str, float]
    weights: Mapping[str, float]
    register: str = ""
    spelled: Mapping[str, str] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"<TermProfile of {self.size} words: {len(self.mass)} themes and names>"

    def shown(self, term: str) -> str:
        """A term as it is told: the whole that it stands in, with the capitals of the text."""
        whole = self.wholes.get(term, term)
        if not self.spelled:
            return whole
        return joined(self.spelled.get(word, word) for word in self.parts.get(whole, (whole,)))

    def whole(self, word: str, run: str) -> bool:
        """Whether this piece has `word` nearly always inside `run`."""
        return 10 * self.text.count(run) >= 9 * self.counts.get(word, 0)


def profile(
    source: Source,
    *,
    tokenizer: Tokenizer | None = None,
    reference: TermReference | None = None,
    stopwords: Collection[str] = (),
) -> TermProfile:
    """The term profile of a piece or a text, against the reference that ships with oped unless another is given.

    What counts is title, kicker, decks, headings and body; no names of authors, no notes. `stopwords` are never
    terms; to add words give a `seeds.language.dictionary.DictionaryTokenizer`. Raises `UsageError` for what is no
    piece.
    """
    ground = reference or default_reference()
    analysis = analysis_of(source, tokenizer=tokenizer)
    front, body = _folded(analysis.front), _folded(analysis.tagged)
    left_out = {simplified(word).lower() for word in check.several("stopwords", stopwords)}
    tagged = [*front, ("\n", "x"), *body]
    counts, kinds = _counted(tagged, ground, left_out)
    kinds |= {word: "theme" for word, kind in kinds.items() if kind == "hint" and counts[word] >= MEANT}
    told = {word for paragraph in analysis.body for word, _ in _folded(paragraph.tagged)}
    text = simplified("\n".join(paragraph.text for paragraph in analysis.body)).lower()
    kinds |= {w: "hint" for w, kind in kinds.items() if kind == "theme" and w not in told and w not in text}
    size = counts.total()
    mass = _mass(front, body, kinds)
    parts = {}
    runs = phrases(tagged, ground.is_nominal)
    governed = {run: times for run, times in runs.items() if _is_governed(run, joined(run), ground)}
    begun = Counter[tuple[str, ...]]()  # 经济高质量 is no term where 发展 follows
    for run, times in governed.items():
        for end in range(2, len(run)):
            begun[run[:end]] += times
    for sequence, times in runs.items():
        term = joined(sequence)
        if term in counts or term in left_out or sequence in governed or 2 * begun[sequence] > times:
            continue
        if times >= INSISTENT or term in ground:
            counts[term] = times
            parts[term] = sequence
            kinds[term] = "theme"
            if term in ground:
                mass[term] = times
    text = "".join(word for word, _ in tagged)
    wholes = {
        word: ground.wholes[word]
        for word in counts
        if word in ground.wholes and 10 * text.count(ground.wholes[word]) >= 9 * counts[word]
    }
    bound = bound_runs(tagged, counts.keys() - parts.keys() - wholes.keys())
    wholes |= bound
    for sequence, times in mostly_bound(tagged, bound).items():
        if bound[sequence[0]] != joined(sequence) and joined(sequence) not in left_out:
            counts[joined(sequence)], parts[joined(sequence)] = times, sequence
            kinds[joined(sequence)] = "theme"
    kinds |= {word: "theme" for word in wholes if kinds[word] == "hint"}
    spellings = Counter(word for word, _ in (*analysis.front, *analysis.tagged) if word.lower() != word)
    spelled = {simplified(word).lower(): word for word, _ in reversed(spellings.most_common())}
    bare = TermProfile(
        text, size, dict(counts), kinds, parts, wholes, mass, {}, ground.register(mass), spelled
    )
    return weighed(bare, ground.share)


def _folded(tagged: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Words in simplified characters and lower case, with their tags."""
    text = "".join(map(itemgetter(0), tagged))
    if simplified(text) == text and text.lower() == text:
        return list(tagged)
    return [(simplified(word).lower(), tag) for word, tag in tagged]


def _counted(
    tagged: Iterable[tuple[str, str]], ground: TermReference, left_out: Collection[str]
) -> tuple[Counter[str], dict[str, Kind]]:
    """Occurrences of every word, and what it mostly is."""
    votes: dict[str, dict[Kind, int]] = {}
    nouns: dict[str, bool] = {}
    counts: Counter[str] = Counter()
    for (word, tag), times in Counter(tagged).items():
        if tag in FUNCTION or not word[:1].isalnum() or word in left_out:
            continue
        counts[word] += times
        kind = kind_of(word, tag)
        if kind == "wording" and tag == "v" and len(word) > 1 and ground.names_action(word):
            kind = "theme"
            nouns.setdefault(word, ground.is_nominal(word))
        elif kind == "theme":
            nouns[word] = True
        vote = votes.setdefault(word, {})
        vote[kind] = vote.get(kind, 0) + times
    kinds: dict[str, Kind] = {
        word: max(vote, key=lambda kind: (vote[kind], kind)) if len(vote) > 1 else next(iter(vote))
        for word, vote in votes.items()
    }
    kinds |= {word: "hint" for word, noun in nouns.items() if not noun and kinds[word] == "theme"}
    return counts, kinds


def _is_governed(sequence: Sequence[str], term: str, ground: TermReference) -> bool:
    """Whether a term stands behind a word of another phrase: 发展 in 发展数字经济, 经济 in 经济高质量发展."""
    inner = joined(sequence[1:])
    return len(sequence) > 2 and ground.occurrences(inner) >= GOVERNED * max(1, ground.occurrences(term))


def _mass(
    front: Iterable[tuple[str, str]], body: Sequence[tuple[str, str]], kinds: Mapping[str, Kind]
) -> dict[str, float]:
    """Occurrences of the themes and names, more for those in front and in the opening."""
    mass: dict[str, float] = defaultdict(float)
    told = {word for word, _ in body}
    for word, _ in front:
        mass[word] += FRONT if word in told else 1.0  # 人民时评, 系列谈之四: the column, not the piece
    at = opening = 0
    while opening < len(body) and at < OPENING_LENGTH:
        word = body[opening][0]
        mass[word] += OPENING
        at, opening = at + len(word), opening + 1
    for word, times in Counter(map(itemgetter(0), body[opening:])).items():
        mass[word] += times
    return {word: mass[word] for word, kind in kinds.items() if kind != "wording" and mass[word]}


def weighed(bare: TermProfile, share: Callable[[str], float]) -> TermProfile:
    """`bare` with weights: mass, dampened, times rarity, -ln of the share of documents that hold the word.

    A tf-idf vector (Salton and Buckley 1988) with a frequency nearer to linear than to the usual logarithm: pieces
    about the same insist on the same words.
    """
    weights = {
        word: min(mass, MOST) ** DAMPING * -log(min(1.0, share(word))) for word, mass in bare.mass.items()
    }
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return replace(bare, weights={word: w / length for word, w in weights.items() if w} if length else {})
