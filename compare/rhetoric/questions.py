"""设问 and 反问: questions that the writer answers, and questions that need no answer.

Chen Wangdao (1932) has both under 设问: one to raise a matter (提问), one to stir (激问).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.rhetoric.found import Found
from seeds.language.analysis import AnalysedParagraph
from seeds.language.words import STOP, Segment

_RHETORICAL = re.compile(
    r"难道|岂(?!止)|何尝|何必|何须|何苦|何况|何不|谈何|怎能|怎么能|怎么会|怎会|怎可|焉能|安能|哪能|哪里能|哪有|"
    r"又怎|又何|还有什么|有什么(?!用|危|影|关系)|谁不|谁能不|谁还|[不无]也.{0,12}吗|(?:不|没)(?:正|就|也|都)?是.{1,40}[吗么]|"
    r"能不.{1,20}[吗么]|有什么用|什么用处|算什么"
)
_ANSWER = re.compile(
    r"^[“‘]?(?:答案|关键|原因|根本|首先|一是|其一|因为|就是|正是|就在于|在于|靠的|靠|来自|源于|显然|当然|毫无疑问|"
    r"不[，,。]|是的|其实|无疑|事实|归根|说到底|简单|一言以蔽之)|关键在|原因在|靠的是|就在于|答案"
)
_WONDERS = re.compile("疑惑|疑问|疑虑|好奇|担心|追问|想知道|不明白")
_CONTENT = frozenset("nva")


def questions(paragraph: AnalysedParagraph) -> list[Found]:
    """The questions of a paragraph that are asked for effect, in text order; a plain question is no device."""
    groups = list(paragraph.divided(STOP))
    found = []
    for index, group in enumerate(groups):
        start, end = group[0].start, group[-1].end
        tail = paragraph.text[end : end + 4].lstrip("”’」』）) ")
        mark, quoted = tail[:1], tail[1:2] in ("”", "」", "’")
        if mark not in ("？", "?"):
            continue
        after = groups[index + 1] if index + 1 < len(groups) else ()
        if _WONDERS.search(paragraph.text, start, end):
            continue
        if _RHETORICAL.search(paragraph.text, start, end):
            stop = paragraph.text.index(mark, end) + 1
            found.append(Found("question", "rhetorical", start, stop, ((start, end),)))
        elif after and not quoted and _answers(paragraph, group, after):
            parts = (start, end), (after[0].start, after[-1].end)
            found.append(Found("question", "answered", start, parts[1][1], parts))
    return found


def _answers(paragraph: AnalysedParagraph, question: Sequence[Segment], after: Sequence[Segment]) -> bool:
    """Whether what follows a question takes it up: with the words of an answer, or with its own words."""
    start, end = after[0].start, after[-1].end
    if paragraph.text[end : end + 1] in ("？", "?"):
        return False
    if _ANSWER.search(paragraph.text[start:end]):
        return True
    return bool(_content(question) & _content(after))


def _content(segments: Sequence[Segment]) -> set[str]:
    return {w.text for p in segments for w in p.words if w.pos in _CONTENT and len(w.text) > 1}
