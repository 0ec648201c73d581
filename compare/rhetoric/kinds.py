"""The kinds of devices that are looked for: ours, and those of other packages.

A package adds one by an entry point of the group `oped.devices` that names a `DeviceKind`; its name there is
the kind's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from compare.rhetoric.antithesis import antitheses
from compare.rhetoric.idioms import idioms
from compare.rhetoric.parallelism import parallelisms
from compare.rhetoric.questions import questions
from compare.rhetoric.quotation import quotations
from compare.rhetoric.slogans import slogans
from seeds.registry import declared, load

if TYPE_CHECKING:
    from compare.rhetoric.found import Found
    from seeds.language.analysis import AnalysedParagraph


@dataclass(frozen=True, slots=True)
class DeviceKind:
    """A kind of rhetorical device.

    `label` is its Chinese term (Chen Wangdao 陈望道, 修辞学发凡, 1932, where it has one), `forms` its varieties with
    theirs, and `find` tells all of the kind in one paragraph, in text order, as offsets into its text.
    """

    label: str
    forms: Mapping[str, str]
    find: Callable[[AnalysedParagraph], Sequence[Found]]


_OURS = {
    "parallelism": DeviceKind("排比", {"list": "并列项", "clauses": "分句", "sentences": "句"}, parallelisms),
    "antithesis": DeviceKind("对偶", {"clauses": "分句"}, antitheses),
    "question": DeviceKind("设问、反问", {"rhetorical": "反问", "answered": "设问"}, questions),
    "quotation": DeviceKind(
        "引用", {"direct": "直接引用", "indirect": "间接引用", "saying": "引经据典"}, quotations
    ),
    "idiom": DeviceKind("成语", {"idiom": "成语"}, idioms),
    "slogan": DeviceKind("数字略语", {"numeral": "数字略语"}, slogans),
}


@cache
def device_kinds() -> Mapping[str, DeviceKind]:
    """All kinds by name, in the order of reports: ours, then those of other packages."""
    others = {name: load(point) for name, point in declared("oped.devices").items() if name not in _OURS}
    return MappingProxyType(_OURS | others)
