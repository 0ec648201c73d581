"""Names of desks of papers and of groups of people who write."""

from __future__ import annotations

import re

from seeds.language.characters import HAN
from seeds.language.variants import simplified

_GROUP = re.compile(
    f"[{HAN}]{{2,20}}(?:课题组|调研组|编写组|写作组|采访组|报道组|研究组|学习中心组|通讯组|写作小组|大批判组)$"
    f"|(?:中共)?[{HAN}]{{2,18}}(?:[省市县区州乡镇村厂局]|大队|公社|大学|学院|公司|集团)"
    f"[{HAN}]{{0,12}}(?:党支部|党总支|党组|团支部)$"
)
"""The name of a group of people who write."""
DESK = re.compile(
    f"{_GROUP.pattern}|[A-Za-z]{{2,20}} ?[{HAN}]{{0,4}}(?:团队|工作室|编辑部|编辑组|小组)$|"
    "(?:本报|本刊|本网|本台|本社|新华社|中新社|《[^》]{2,12}》(?:杂志社?)?|“[^”]{2,12}”"
    "|[^ 　]{2,8}(?:日报|晚报|时报|报|网))?"
    "(?:特约|首席)?(?:评论员|编辑部|编委会|评论部|社论|主笔室|评论组|调研组|课题组|编者)"
)
"""The name of such a group, or of a desk."""


def is_group(text: str) -> bool:
    """Whether a text is the name of a group of people who write: 江城大学课题组."""
    return _GROUP.fullmatch(simplified(text)) is not None


def desks_of(text: str) -> tuple[str, ...]:
    """The desks and groups that a text names, if it names nothing else: 《江城》杂志编辑部　《江城日报》编辑部."""
    desks = re.split("[ \u3000]+", text)
    return tuple(desks) if all(DESK.fullmatch(simplified(desk)) for desk in desks) else ()
