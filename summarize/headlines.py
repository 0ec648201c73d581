"""One line for a piece: the best of the candidates that compression leaves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from seeds.language.brackets import CLOSERS, OPENERS, partners
from summarize.compress import Candidate
from summarize.document import Document
from summarize.lexicon import words
from summarize.line import line_of
from summarize.standing import standing
from summarize.summary import Headline

BEST = 5
"""So many of the best sentences may give a line."""
HEADINGS = 3
"""A report has so many numbered headings at least."""
_NUMBERED = re.compile("[（(]?[一二三四五六七八九十]{1,3}([)）、.．])[ \u3000]*")
_LOOSE = "，,；;：:、。—-… \t\u3000"


def best_sentence_headline(document: Document, scores: Sequence[float], chars: int) -> Headline:
    """The best line of the best sentences by `scores`, else the beginning of the best one."""
    order = sorted(range(len(scores)), key=lambda index: (-scores[index], index))
    found = line_of(document, chars, set(order[:BEST])) if order else None
    return found or beginning(document, scores, chars)


def of_headings(document: Document, chars: int) -> Headline | None:
    """The first numbered headings of a report, as many as fit: each says what its part is for. None without three."""
    found = [
        (_NUMBERED.match(part.text), part) for part in document.piece.paragraphs if part.kind == "heading"
    ]
    numbers = [(number, part) for number, part in found if number]
    numbered = [
        part.cut(number.end(), len(part.text.rstrip(_LOOSE)))
        for number, part in numbers
        if number[1] == numbers[0][0][1]  # Those of the parts alone, 一、 and not （一） below it.
    ]
    ends = accumulate(1 + len(heading.text) for heading in numbered)
    fitting = [heading for heading, end in zip(numbered, ends, strict=True) if end <= chars + 1]
    if len(numbered) < HEADINGS or len(fitting) < 2:
        return None
    spans = tuple(span for heading in fitting for span in heading.spans)
    return Headline(" ".join(heading.text for heading in fitting), spans)


def beginning(document: Document, scores: Sequence[float], chars: int) -> Headline:
    """What fits of the best sentence, in whole words, told as no complete line."""
    if not document.texts:
        return Headline("", (), complete=False)
    ruled_out = standing(document).ruled_out
    number = max(range(len(scores)), key=lambda number: (not ruled_out[number], scores[number], -number))
    end = _whole_words(document.in_one_script[1][number], chars) or chars
    text = document.texts[number][:end].rstrip(_LOOSE)
    while (end := first_unpaired(text)) < len(text):
        text = text[:end].rstrip(_LOOSE)
    spans = document.excerpt(number).locate(0, len(text))
    return Headline(text, tuple(spans), float(scores[number]), complete=False)


def _whole_words(tagged: Sequence[tuple[str, str]], chars: int) -> int:
    """The characters of the words that fit, up to one that can end a line."""
    ends = accumulate(len(word) for word, _ in tagged)
    kept = [pair for pair, end in zip(tagged, ends, strict=True) if end <= chars]
    while kept and (kept[-1][0] in words("dangling_end") or kept[-1][1][0] not in "nvijl"):
        kept.pop()
    return sum(len(word) for word, _ in kept)


def first_unpaired(text: str) -> int:
    """Where the first quotation mark or bracket without its partner stands, or the length of the text."""
    pairs = partners(text)
    paired = {*pairs, *pairs.values()}
    marks = (at for at, char in enumerate(text) if char in CLOSERS or char in OPENERS or char == '"')
    return next((at for at in marks if at not in paired), len(text))


def as_headline(document: Document, line: Candidate, score: float) -> Headline:
    """The candidate with its place on the page."""
    sentence = document.excerpt(line.sentence)
    spans = tuple(span for start, end in line.stretches for span in sentence.locate(start, end))
    return Headline(line.text, spans, score)
