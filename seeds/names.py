"""Names of people in bylines."""

from __future__ import annotations

import re

from seeds.language.variants import simplified
from seeds.lexicon import words

_HAN = "\u3400-\u9fff"
_TRANSLITERATED = re.compile(f"[{_HAN}]+(?:[·•・.．][{_HAN}A-Za-z]+)+")
_LATIN = re.compile(r"[A-Z][A-Za-z.'’-]*(?: [A-Z][A-Za-z.'’-]*){1,3}")

_MARKERS = "□■◎●○◆◇▲△▶★☆※▪◼◻⊙•·|｜"
_LABEL = re.compile(
    "(?:本文)?作者(?:简介)?[:：]?|(?:[^ \u3000]{0,4}特约)?撰(?:文|稿人?)[:：]?|执笔(?:人)?[:：]?"
    "|[文图][ \u3000]*[/／|｜:：]"
    # Press and rank stand before the office without a space: 新华社驻京首席记者.
    "|[^ \u3000、,，:：]{0,16}(?:记者|通讯员|评论员|撰稿人|编辑|主笔)[:：]?"
)
_ORGANISATION = re.compile(
    "(?:本报|本刊|本网|本台|本社|新华社|人民日报|光明日报|经济日报|中新社|[^ 　]{2,8}(?:日报|晚报|时报|网))?"
    "(?:特约|首席)?(?:评论员|编辑部|编委会|评论部|社论|主笔室|评论组|调研组|课题组|编者)"
)
_TAIL = re.compile("[/／|｜]文[ \u3000]*$|[ \u3000](?:文|译|编译|整理)[ \u3000]*$")
_SPLIT = re.compile("[ \u3000\t、,，;；/／|｜和与]+")


def is_name(token: str) -> bool:
    """Whether a token reads as one person's name: a known surname and one or two characters, or a foreign name."""
    if _TRANSLITERATED.fullmatch(token) or _LATIN.fullmatch(token):
        return True
    token = simplified(token)
    if not re.fullmatch(f"[{_HAN}]{{2,4}}", token):
        return False
    if token[:2] in words("surnames", "compound"):
        return len(token) in (3, 4)
    return token[0] in words("surnames", "common", "rare") and len(token) <= 3


def split_names(text: str) -> list[str]:
    """The tokens of a list of names; a two-character name set wide (徐　馨) is put together."""
    tokens = [token for token in _SPLIT.split(text) if token]
    names: list[str] = []
    lone = False
    for token in tokens:
        single = len(token) == 1 and not token.isascii()
        if single and lone:
            names[-1] += token
            lone = False
        else:
            names.append(token)
            lone = single
    return names


def all_names(text: str) -> bool:
    """Whether a text is nothing but one to six names."""
    names = split_names(text)
    return 0 < len(names) <= 6 and all(map(is_name, names))


def authors_of(byline: str) -> tuple[str, ...]:
    """The authors a byline names, in order, without labels, offices and marks.

    A byline of an editorial desk alone (本报评论员) gives that desk.
    """
    text = byline.strip().strip(_MARKERS + " \u3000-—－")
    while len(text) > 2 and text[0] in "(（[【〔" and text[-1] in ")）]】〕":
        text = text[1:-1].strip()
    text = text.strip(_MARKERS + " \u3000-—－")
    bare = re.sub("[(（〔][^)）〕]*[)）〕]", " ", text)
    if _LATIN.fullmatch(bare.strip()):
        return (bare.strip(),)
    folded = simplified(bare)
    desk = _ORGANISATION.match(folded)
    desk_name = bare[: desk.end()] if desk else ""
    for label in (_LABEL, _TAIL):
        folded = label.sub(lambda match: "\0" * len(match.group()), folded)
    bare = "".join(" " if mark == "\0" else character for character, mark in zip(bare, folded, strict=True))
    rest = bare.strip(" \u3000:：" + _MARKERS)
    names = split_names(rest)
    people = [name for name in names if is_name(name)]
    if people and len(people) < len(names):
        # Among names, longer words are offices and places of work.
        return tuple(name for name in names if is_name(name) or len(name) <= 3)
    if people or not desk:
        return tuple(name.strip(_MARKERS) for name in names if name.strip(_MARKERS))
    return (desk_name,)
