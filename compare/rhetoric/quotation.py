"""引用: whose words stand in the text, and how they were said.

Direct (明引 with marks), indirect (转述), sayings and verse (引经据典). Naming a document is no figure. The frame of
speech is read as in work on attribution of Chinese news: a speaker, a verb of saying, then the words.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence

from compare.rhetoric.found import Found
from compare.rhetoric.speech import SpeechFrame, frame_before, frame_behind, speaker_of, words_before
from seeds import lexicon
from seeds.language.analysis import AnalysedParagraph
from seeds.language.words import STOP, Segment, Word

_SAYING = re.compile(
    r"(?:(?:俗[话语]说?|常言[道说]|古[人语][云说曰]|古人所说的?|有道是|谚语|诗[云曰句]|诗一首|名言|老话说?|有句话|古诗|歌谣|"
    r"格言|民谚)[^“”。！？]{0,10}|诗|》记?[云曰]|[有尝词]云|曾谓)[，,：:]?\s*$"
)
_OPENING = re.compile(
    r"(?:俗[话语]说|常言[道说]|古[人语][云说曰]|有道是|诗[云曰]|老话说|正所谓|》[记]?[云曰]|曾谓|尝云)[，,：:—]*"
)
_TITLE = re.compile(r"《([^《》\n]{1,60})》")
_QUOTE = re.compile(r"[“「]([^“”「」]{1,400})[”」]|\"([^\"\n]{1,400})\"")
_JOINT = re.compile(r"[，,、；;和与及以\s]{0,2}")
_LINE_END = re.compile(r"[，,。；;！？!?…\s]+")
_TODAY = re.compile("[你我他她您们了吗呢吧啊呀的是这那就很把被]")
"""Words that classical verse and maxims do without."""
_CITED = re.compile(r"[^，。“]{0,6}(?:诗句|的诗|俗语|谚语|古训|名言|格言|警句|成语|说法|绝唱|词句)")
_MARKED = re.compile(r"[，,；;。！？!?]")
_NAMED = frozenset("nabilj")
VERSE, MAXIM = (5, 7), (4, 5, 6, 7)
"""Characters of a line of regulated verse, and of maxims and older verse; what somebody says must be the former."""
POEM = 120
"""Characters of verse that is looked for without quotation marks."""
SENTENCE_LIKE = 10
"""Characters from which a quotation without speaker is taken as somebody's words and not as a term,"""
CLAUSE_LIKE = 14
"""and those from which it need not hold a comma or a full stop."""
SHORT = 6
"""Marked words of fewer characters inside a clause are a term, whoever speaks."""
_NOUNS_TOO = frozenset(["要求", "明确", "承诺", "评价", "主张", "介绍", "希望", "总结", "感慨", "回忆"])
_ENDS = ("", "。", "！", "？", "!", "?")
"""What stands before and behind a sentence."""
_NEWS = frozenset(["宣布", "透露"])
"""What follows these without marks is news, not words."""
_SPEAKS = re.compile(
    "(?:总书记|书记|主席|总理|部长|局长|主任|院长|教授|专家|学者|人|者|友|长|员|会议|大会|全会|峰会|报告|通知|意见|条例|规定|规划|纲要|"
    "方案|办法|宪法|文件|决定|决议|公告|公报|中央|部门|部|委|局|厅|院|社|会|署|办公室|政府|法院|省|市|县|区|国|我|你|他|她|我们|他们)$"
)
"""How those who speak are called at the end: what 要求 and 明确 are verbs after."""
_MODAL = re.compile("要|必须|应[当该]?|须|需要|坚持|不[能得]")


def quotations(paragraph: AnalysedParagraph) -> list[Found]:
    """The quotations of a paragraph in text order."""
    direct = list(_quoted(paragraph))
    covered = [(item.start, item.end) for item in direct]
    return sorted([*direct, *_unquoted(paragraph, covered)], key=lambda item: (item.start, item.end))


def _quoted(paragraph: AnalysedParagraph) -> Iterator[Found]:
    """Text in quotation marks: neighbouring quotations of one speaker are one device."""
    text = paragraph.text
    chain: list[re.Match[str]] = []
    named = [match.span() for match in _TITLE.finditer(text)]
    quotes = [q for q in _QUOTE.finditer(text) if not _inside(q.span(), named)]
    before = words_before(paragraph, [quote.start() for quote in quotes])
    first_words: Sequence[Word] = ()
    for index, quote in enumerate(quotes):
        if not chain:
            first_words = before[index]
        chain.append(quote)
        following = quotes[index + 1] if index + 1 < len(quotes) else None
        if following and _JOINT.fullmatch(text, quote.end(), following.start()):
            continue
        found = _direct(paragraph, chain, first_words)
        chain = []
        if found:
            yield found


def _inside(span: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    """Whether one of some rising spans holds `span`."""
    place = bisect_right(others, span) - 1
    return place >= 0 and span[1] <= others[place][1]


def _direct(
    paragraph: AnalysedParagraph, chain: Sequence[re.Match[str]], before: Sequence[Word]
) -> Found | None:
    text = paragraph.text
    start, end = chain[0].start(), chain[-1].end()
    parts = tuple((quote.start() + 1, quote.end() - 1) for quote in chain)
    longest = max(b - a for a, b in parts)
    frame = frame_before(paragraph, before) or frame_behind(paragraph, end)
    lead = text[max(0, start - 24) : start]
    verse = (
        len(parts) == 1
        and _verse(text[slice(*parts[0])], VERSE if frame else MAXIM)
        and not _modifies(paragraph, end)
    )
    term = longest <= SHORT or text.startswith("的", end) or _modifies(paragraph, end)
    told = _SAYING.search(lead) or (not term and re.search("所谓的?$", lead))
    if told or _CITED.match(text, end) or verse:
        return Found("quotation", "saying", start, end, parts, *_named(frame, before))
    if longest < SHORT and text[end : end + 1].isalnum():
        return None  # 介绍，“十四五”期间…
    if frame and (text[start - 1 : start] in ("：", ":", "，", ",") or longest >= SENTENCE_LIKE):
        return Found("quotation", "direct", start, end, parts, *_named(frame, before))
    alone = text[max(0, start - 1) : start] in _ENDS and text[end : end + 1] in _ENDS
    if alone and longest > SHORT:
        return Found("quotation", "direct", start, end, parts)
    if longest < SENTENCE_LIKE or _modifies(paragraph, end):
        return None
    if any(
        _MARKED.search(text, a, b) or (b - a >= CLAUSE_LIKE and _has_verb(paragraph, a, b)) for a, b in parts
    ):
        return Found("quotation", "direct", start, end, parts)
    return None


def _named(
    frame: SpeechFrame | None, before: Sequence[Word]
) -> tuple[None, str | None, str | None, str | None]:
    """The fields frame, speaker, verb, document of a quotation."""
    if frame is None:
        return None, None, None, None
    title = _TITLE.search("".join(word.text for word in before))
    return None, frame.speaker, frame.verb, title.group(1) if title else None


def _verse(text: str, sizes: Collection[int]) -> bool:
    """Whether some text is two or more lines of one of these `sizes`, all the same, without words of today."""
    lines = [line for line in _LINE_END.split(text) if line]
    found = {len(line) for line in lines}
    return len(lines) > 1 and len(found) == 1 and found.pop() in sizes and not _TODAY.search(text)


def _modifies(paragraph: AnalysedParagraph, end: int) -> bool:
    """Whether a noun follows at once, so that the marked words are a name: “奉献服务”优秀人才; no sentence is one."""
    if paragraph.text[end - 2] in "。！？!?…":
        return False
    index = bisect_left(paragraph.words, end, key=lambda word: word.start)
    return index < len(paragraph.words) and paragraph.words[index].pos in _NAMED


def _has_verb(paragraph: AnalysedParagraph, start: int, end: int) -> bool:
    index = bisect_left(paragraph.words, start, key=lambda word: word.start)
    while index < len(paragraph.words) and paragraph.words[index].end <= end:
        if paragraph.words[index].pos == "v":
            return True
        index += 1
    return False


def _unquoted(paragraph: AnalysedParagraph, covered: Sequence[tuple[int, int]]) -> Iterator[Found]:
    """Reported speech and sayings without quotation marks, up to the end of the sentence."""
    for group in paragraph.divided(STOP):
        end = group[-1].end
        for segment in group:
            found = _reported(paragraph, segment, end) or _said(paragraph, segment, end)
            at = bisect_left(covered, (found.start, 0)) if found else 0
            if found and (at == len(covered) or covered[at][0] >= found.end):
                yield found
                break


def _reported(paragraph: AnalysedParagraph, segment: Segment, end: int) -> Found | None:
    for index, word in enumerate(segment.words):
        if word.text in _NEWS or word.text not in lexicon.words("saying", "reporting", "nominal"):
            continue
        if index and segment.words[index - 1].pos in "abu":
            return None  # 具体要求 is a noun
        if "的" in [before.text for before in segment.words[max(0, index - 2) : index]]:
            return None  # and so is 全员育人的必然要求
        last = index + 1 == len(segment.words)
        follows = paragraph.text[word.end : word.end + 1]
        speaker = speaker_of(paragraph, segment.words[:index])
        if index and not speaker:
            return None
        if word.text in _NOUNS_TOO and not (speaker and _SPEAKS.search(speaker)):
            return None
        if (last and follows in ("，", ",", "：", ":") and speaker) or (
            not last and _MODAL.fullmatch(segment.words[index + 1].text)
        ):
            begin = word.end + (1 if last else 0)
            if end - begin >= SENTENCE_LIKE // 2:
                return Found(
                    "quotation", "indirect", segment.start, end, ((begin, end),), None, speaker, word.text
                )
        return None
    return None


def _said(paragraph: AnalysedParagraph, segment: Segment, end: int) -> Found | None:
    match = _OPENING.search(paragraph.text, segment.start, min(segment.end + 2, end))
    if match and end - match.end() >= 4:
        return Found("quotation", "saying", match.start(), end, ((match.end(), end),))
    colon = paragraph.text[segment.start - 1 : segment.start] in ("：", ":")
    if colon and end - segment.start <= POEM and _verse(paragraph.text[segment.start : end], VERSE):
        return Found("quotation", "saying", segment.start, end, ((segment.start, end),))
    return None
