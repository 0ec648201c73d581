"""The line of an opinion piece: one or more neighbouring clauses of a sentence that read as a headline.

Grammar is what the writer's was: inside a line nothing is left out but, where it would not fit, the last parts of lists
and adverbs (`summarize.shorter`). A mark between clauses becomes a space. Rules
that never yield drop lines that lean on what stands beside them in the sentence (`summarize.clauses`). A logistic
regression tells of the rest the chance that an editor would print it under the title: complete, telling the point, and
more than the title. `benchmarks/train_standing.py` made the weights.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate, chain, islice, pairwise
from math import log
from typing import NamedTuple

import numpy as np

from summarize.clauses import KNOWN, Beside, Clause, clauses_of, limit
from summarize.compress import QUOTES, balanced, is_edge
from summarize.document import Document
from summarize.lexicon import predicates
from summarize.lexicon import words as words_of
from summarize.model import chance, weighing
from summarize.shorter import shorter
from summarize.signs import Signs
from summarize.summary import Headline

SHORTEST = 6
"""A line of fewer characters says too little."""
NEW = 4
"""A line with fewer characters that the title has not says the title in other words."""
MOST_CLAUSES = 3
"""A line is made of at most so many clauses."""
PROMISING = 12
"""So many sentences may give the line."""
PRINTED = 0.45
"""A line with a smaller chance to be printed is none."""
TOO_LONG = 12
"""A line with so many characters more than there is room for may be shortened."""
OPENING, OPENING_CHARS = 3, 6
"""So many words, or characters, at the beginning of a line tell what it speaks of."""
_TURN = re.compile("然而|但是?|不过|可是|只是|可(?=[^以能见谓])")
_MAKING = frozenset("让使把将令")


class HeadlineRun(NamedTuple):
    """Clauses `first` up to, not including, `last` of sentence `sentence`; `following` is the word after them.

    `parts` are the stretches of each clause that are said. Text and words are in the script that
    `Document.in_one_script` has.
    """

    text: str
    parts: tuple[tuple[tuple[int, int], ...], ...]
    sentence: int
    first: int
    last: int
    ends: bool
    words: Sequence[tuple[str, str]]
    following: str


def line_of(document: Document, chars: int, among: Collection[int] | None = None) -> Headline | None:
    """The best line of at most `chars` characters, or the beginning of a sentence if none is fit to print, or None.

    `among` are the numbers of the sentences it may come from, those that argue most if nothing is said.
    """
    if among is None:
        among = np.argsort(-document.odds["argument"], kind="stable")[:PROMISING].tolist()
    found = lines(document, chars, among)
    if not found:
        return None
    odds = weighing("lines").odds([signs_of(document, line) for line in found])["printed"]
    printed = chance(odds) >= PRINTED
    odds[~printed & np.array([line.first > 0 for line in found])] = -np.inf
    best = int(np.argmax(odds))
    if odds[best] == -np.inf:
        return None
    line = found[best]
    sentence = document.excerpts[line.sentence]
    spans = tuple(span for start, end in chain(*line.parts) for span in sentence.locate(start, end))
    return Headline(said(sentence.text, line.parts), spans, float(odds[best]), complete=bool(printed[best]))


def lines(document: Document, chars: int, among: Collection[int]) -> list[HeadlineRun]:
    """The lines of some sentences that the rules leave, in the order of the piece."""
    texts = document.in_one_script[0]
    ruled_out = document.standing.ruled_out
    found: list[HeadlineRun] = []
    for number in sorted(among):
        granted = number + 1 < len(texts) and _TURN.match(texts[number + 1])  # 然而…: that is not the point
        if not document.forms[number] and not granted:
            opens = ruled_out[number] in ("", "repeats title", "short name")
            found += (line for line in runs(document, number, chars) if line.first or opens)
    return found


def runs(document: Document, number: int, chars: int, *, ruled: bool = True) -> Iterator[HeadlineRun]:
    """Runs of neighbouring clauses of a sentence that have a fit length and paired quotation marks.

    If `ruled`, only those that no rule is against, and shorter versions of those a little too long.
    """
    texts, words, _ = document.in_one_script
    text, tagged = texts[number], words[number]
    clauses = list(clauses_of(text, tagged, document.beside))
    until = limit(text) if ruled else len(text)
    for first, opening in enumerate(clauses):
        if not opening.words or (ruled and not (opening.opens if first else opening.opens_sentence)):
            continue
        for last in range(first + 1, min(first + MOST_CLAUSES, len(clauses)) + 1):
            run, closing = clauses[first:last], clauses[last - 1]
            if closing.end - opening.start > chars + TOO_LONG or closing.end > until:
                break
            ends = last == len(clauses)
            if ruled and not stands(run, ends, document.beside):
                continue
            begin, end = opening.first, closing.last
            parts = [((clause.start, clause.end),) for clause in run]
            if _quoted(tagged[begin:end]):
                begin, end = begin + 1, end - (2 if is_edge(tagged[end - 2][0]) else 1)
                parts[0] = ((opening.start + 1, parts[0][0][1]),)
                parts[-1] = (
                    (parts[-1][0][0], closing.end - sum(len(word) for word, _ in tagged[end : closing.last])),
                )
            following = next((word for word, _ in tagged[closing.last :] if word[0].isalnum()), "")
            made = said(text, parts)
            line = HeadlineRun(made, tuple(parts), number, first, last, ends, tagged[begin:end], following)
            if ruled and len(made) > chars:
                line = _shortened(text, line, chars)
            if SHORTEST <= len(line.text) <= chars and balanced(line.text):
                yield line


def said(sentence: str, parts: Iterable[Iterable[tuple[int, int]]]) -> str:
    """What stands in stretches of a sentence, clause by clause."""
    return " ".join("".join(sentence[start:end] for start, end in part) for part in parts)


def _shortened(sentence: str, line: HeadlineRun, chars: int) -> HeadlineRun:
    """The line without the least it can spare to fit, or as it is."""
    starts = list(accumulate((len(word) for word, _ in line.words), initial=line.parts[0][0][0]))
    for gone in shorter(line.words):
        parts = []
        for ((start, end),) in line.parts:
            cuts = [
                (starts[place], starts[place + 1]) for place in sorted(gone) if start <= starts[place] < end
            ]
            edges = pairwise([start, *chain.from_iterable(cuts), end])
            parts.append(tuple(stretch for stretch in islice(edges, 0, None, 2) if stretch[0] < stretch[1]))
        made = said(sentence, parts)
        if len(made) <= chars:
            left = tuple(word for place, word in enumerate(line.words) if place not in gone)
            return line._replace(text=made, parts=tuple(parts), words=left)
    return line


def _quoted(tagged: Sequence[tuple[str, str]]) -> bool:
    """Whether one pair of quotation marks stands around all."""
    opener, closer = tagged[0][0], tagged[-1][0]
    return len(tagged) > 2 and QUOTES.get(opener) == closer and (opener, "x") not in tagged[1:]


def stands(run: Sequence[Clause], ends: bool, beside: Beside) -> bool:
    """Whether no rule is against a line of these clauses; `ends` tells that they end their sentence."""
    if not (ends or run[-1].closes) or any(clause.known or clause.points_away for clause in run):
        return False
    for place, clause in enumerate(run, start=1):
        if clause.waits and not clause.meets(1) and not any(later.meets() for later in run[place:]):
            return False
    if not beside.title:
        return True
    text = "".join(clause.text for clause in run)
    if sum(map(str.isalnum, set(text).difference(beside.title))) < NEW:
        return False
    return sum(beside.shared(clause.text) for clause in run) <= KNOWN * (len(text) - len(run))


def says(tagged: Sequence[tuple[str, str]]) -> bool:
    """Whether the words say something of something; after 让舞台的灯光 what it shall do is still to come."""
    if len(tagged) > 1 and tagged[-2][0] == "的" and tagged[-1][1] == "v":  # 自上而下的推动
        tagged = tagged[:-2]
    told = any(tag[0] in "val" and tag != "vn" and word not in _MAKING for word, tag in tagged)
    return predicates(tagged) and (told or not any(word in _MAKING for word, _ in tagged))


def has_subject(tagged: Sequence[tuple[str, str]]) -> bool:
    """Whether something is named before the first verb, and not only how or how much."""
    tags = [tag for word, tag in tagged if word[0].isalnum()]
    verb = next((place for place, tag in enumerate(tags) if tag[0] == "v" and tag != "vn"), 0)
    return tags[0][0] not in "ad" and any(tag[0] in "nrlj" or tag == "vn" for tag in tags[:verb])


def signs_of(document: Document, line: HeadlineRun) -> Signs:
    """What a line shows: its words, how it ends, its length, what it takes up, and its sentence's worth."""
    solid = [pair for pair in line.words if pair[0][0].isalnum()]
    opening = "".join(word for word, _ in line.words[:OPENING])
    length = len(line.text)
    own: Signs = {f"w:{word}": 1.0 for word, tag in solid if tag[0] not in "nm"}
    own[f"-1t:{solid[-1][1][:2]}"] = own[f"length {length // 2}"] = own[
        f"clauses {line.last - line.first}"
    ] = 1.0
    own |= {
        "length": length / 20,
        "length squared": (length / 20) ** 2,
        "of sentence": length / len(document.texts[line.sentence]),
        "from the start": float(line.first == 0),
        "to the end": float(line.ends),
        "place": line.sentence / len(document.texts),
        "says": float(says(line.words)),
        "subject": float(has_subject(line.words)),
        "completed": float(line.following in words_of("completing")),
        "opening in title": float(document.beside.shared(opening) > 0),
        "opening in piece": log(
            max(1, *document.spread_in(line.sentence, line.parts[0][0][0], OPENING_CHARS))
        )
        / 2,
        "nothing of title": float(document.beside.shared(line.text) == 0),
        "quotes": float("“" in line.text),
        "digits": float(any(map(str.isdigit, line.text))),
    }
    own |= {name: float(odds[line.sentence]) / 4 for name, odds in document.odds.items()}
    return {name: value for name, value in own.items() if value}
