"""Longer pen names, which nothing but their place tells: where other pieces of a file are signed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seeds.language.characters import HAN
from seeds.language.tokens import default_tokenizer
from seeds.language.variants import simplified
from seeds.names import may_be_pen_name, signature_of

_LONG = re.compile(f"[{HAN}]{{4,5}}[人者客翁叟郎侠匠夫斋主]")
_NAMED = re.compile(f"[{HAN}]{{5,6}}")
_OF_NAMES = ("nr", "ns", "nz")
"""How the parts of longer names are tagged: 乌云其木格."""
_AROUND, _LONGEST, _LEAST = "（）()【】[]—－─-·□■◎ \u3000", 24, 2


def pen_names_among(lines: Sequence[str]) -> dict[int, str]:
    """The longer pen names among lines that stand in the same place of several pieces, if most of these are names."""
    long = {at: name for at, line in enumerate(lines) if (name := _long_pen_name(line))}
    if not long or len(lines) - len(long) < _LEAST:
        return {}
    named = sum(map(_is_name, (line for at, line in enumerate(lines) if at not in long)))
    return long if named >= max(_LEAST, len(lines) / 2) else {}


def _long_pen_name(line: str) -> str:
    """A longer name, or what somebody is, of a place or a thing (小镇做题人), not what he does (先问走路人); or ""."""
    name = line.strip(_AROUND)
    folded = simplified(name)
    tags = [tag for _, tag in default_tokenizer().tag(folded)] if 4 < len(folded) <= _LONGEST else [""]
    of_something = _LONG.fullmatch(folded) and tags[0].startswith(("n", "s"))
    named = _NAMED.fullmatch(folded) and all(tag.startswith(_OF_NAMES) for tag in tags)
    return name if (of_something or named) and signature_of(line) is None else ""


def _is_name(line: str) -> bool:
    return len(line) <= _LONGEST and (signature_of(line) is not None or may_be_pen_name(line))
