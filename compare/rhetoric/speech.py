"""Who speaks, and with which verb: the frame of speech before a quotation or behind it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from seeds import lexicon
from seeds.language.analysis import AnalysedParagraph
from seeds.language.brackets import whole
from seeds.language.words import Word

_AGAIN = re.compile("多次|再次|反复|一再|明确|深刻|进一步|专门|特别|着重|郑重|公开|日前|近日")
"""Words between speaker and verb that taggers take for nouns or numbers."""
_CLAUSE = re.compile(r"[^，,。；;！？!?：:“”]{2,14}")
_AFTER = re.compile(r"[，,]?\s*")
LONGEST = 30
"""Characters of the name of a speaker or a document."""
_CUT = frozenset("pdcutf")


class SpeechFrame(NamedTuple):
    """Who says, and with which verb."""

    speaker: str | None
    verb: str | None


def words_before(paragraph: AnalysedParagraph, places: Sequence[int]) -> list[Sequence[Word]]:
    """For each offset the words of the clause that ends there, its last mark aside."""
    spans: list[Sequence[Word]] = []
    index = 0
    for place in places:
        while index < len(paragraph.words) and paragraph.words[index].end <= place:
            index += 1
        last = index
        while last and paragraph.words[last - 1].text in "：:，, ":
            last -= 1
        first = last
        while (
            first
            and last - first < 30
            and paragraph.words[first - 1].text[0] not in '，,。；;！？!?：:…“”"、'
        ):
            first -= 1
        spans.append(paragraph.words[first:last])
    return spans


def frame_before(paragraph: AnalysedParagraph, words: Sequence[Word]) -> SpeechFrame | None:
    """Speaker and verb of a clause that leads to speech: the verb of saying nearest its end."""
    for index in range(len(words) - 1, max(-1, len(words) - 4), -1):
        # In 治理之道 it is a noun.
        noun = index > 0 and words[index - 1].text in ("之", "的")
        if words[index].text in lexicon.words("saying") and not noun:
            return SpeechFrame(speaker_of(paragraph, words[:index]), words[index].text)
    return None


def speaker_of(paragraph: AnalysedParagraph, words: Sequence[Word]) -> str | None:
    """Who speaks in a clause: the noun phrase it opens with, times and conjunctions before it left out.

    A clause that opens with a preposition (在…座谈时) has its subject before it, or none; in a phrase with a verb the
    noun that it modifies counts (日前召开的【会议】), and without 的 it is no noun phrase.
    """
    begin = 0
    while begin < len(words) and (words[begin].pos in "tcdxu" or words[begin].text in ("正如", "如")):
        begin += 1
    if begin < len(words) and words[begin].pos == "p" and words[begin].text != "据":
        return None
    begin += begin < len(words) and words[begin].pos == "p"
    end = begin
    while end < len(words) and words[end].pos not in "pdc" and not _AGAIN.fullmatch(words[end].text):
        end += 1
    while end > begin and words[end - 1].pos in _CUT:
        end -= 2 if words[end - 1].text == "地" else 1  # 平静地 is how it was said
    if any(word.tag == "v" for word in words[begin:end]):
        links = [at for at in range(begin, end) if words[at].text == "的"]
        if not links:
            return None
        begin = links[-1] + 1
    if any(word.text in ("这", "那", "这一", "那一") for word in words[begin:end]):
        return None
    if begin >= end:
        return None
    name = title_around(paragraph.text, words[begin].start, words[end - 1].end)
    return name if len(name) <= LONGEST and whole(name) else None


def title_around(text: str, start: int, end: int) -> str:
    """Some words with the marks of the title that they begin with or end in."""
    start -= text[start - 1 : start] == "《"
    return text[start : end + (text[end : end + 1] == "》")]


def frame_behind(paragraph: AnalysedParagraph, end: int) -> SpeechFrame | None:
    """Speaker and verb behind a quotation, as in “……”，他说: a whole clause that ends in a verb of saying."""
    match = _AFTER.match(paragraph.text, end)
    clause = _CLAUSE.match(paragraph.text, match.end() if match else end)
    if not clause or clause.group()[0] in "的之":
        return None  # “大闹大解决”的处事之道
    first = bisect_left(paragraph.words, clause.start(), key=lambda word: word.start)
    last = bisect_left(paragraph.words, clause.end(), key=lambda word: word.start)
    words = paragraph.words[first:last]
    if not words:
        return None
    verb, before = words[-1].text.removeprefix("地"), words[:-1]
    if verb != words[-1].text:
        before = before[:-1]  # 平静|地说: how it was said
    if verb == "道" and before and before[-1].pos == "v":
        verb, before = f"{before[-1].text}道", before[:-1]
    if verb.removesuffix("道") not in lexicon.words("saying") and verb not in lexicon.words("saying"):
        return None
    speaker = speaker_of(paragraph, before)
    return SpeechFrame(speaker, verb) if speaker else None
