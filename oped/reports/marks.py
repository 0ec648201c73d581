"""Brackets and quotation marks of quoted wording: none is shown without its other half."""

from __future__ import annotations

from seeds.language.brackets import CLOSERS, OPENERS


def paired(text: str) -> str:
    """A text without marks at its ends that have no partner in it."""
    while text and (text[0] in CLOSERS or (text[0] in OPENERS and OPENERS[text[0]] not in text)):
        text = text[1:]
    while text and (text[-1] in OPENERS or (text[-1] in CLOSERS and CLOSERS[text[-1]] not in text)):
        text = text[:-1]
    return text


def whole(text: str) -> bool:
    """Whether every mark of a text that opens also closes."""
    return all(text.count(closer) == text.count(opener) for closer, opener in CLOSERS.items())
