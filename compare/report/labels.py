"""The words of the reports, in English and Chinese: one catalogue, no other file holds interface text."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Literal

from seeds.errors import UsageError

Language = Literal["en", "zh"]

CATALOGUE: Mapping[str, tuple[str, str]] = {
    # key: (English, Chinese)
    "pieces": ("{n} pieces", "{n} 篇"),
    "piece": ("1 piece", "1 篇"),
    "pages": ("{n} pages", "{n} 版"),
    "characters": ("{n} characters", "{n} 字"),
    "no_author": ("no byline", "未署名"),
    "no_title": ("(untitled)", "(无题)"),
    "headline": ("Headline", "标题摘要"),
    "summary": ("Summary", "内容摘要"),
    "overlap": ("What the pieces share", "各篇异同"),
    "matrix_key": ("above the diagonal: theme · below: phrase reuse", "右上:主题相近 · 左下:语句重合"),
    "theme": ("theme", "主题"),
    "reuse": ("reuse", "语句重合"),
    "terms": ("Common themes", "共同主题"),
    "strongest": ("Strongest pairs", "最相近的篇目"),
    "phrases": ("Shared phrases", "共用语句"),
    "stock": ("Stock phrases of the page", "本版通用提法"),
    "in_pieces": ("in pieces {ids}", "见第 {ids} 篇"),
    "more": ("… and {n} more", "……另有 {n} 处"),
    "nothing_shared": ("No shared phrase beyond chance.", "没有超出偶然的共用语句。"),
    "one_piece": ("One piece only: nothing to compare.", "只有一篇,无可比较。"),
    "background": ("in {n} of {of} background items", "背景语料 {of} 条中见于 {n} 条"),
    "background_none": ("in none of {of} background items", "背景语料 {of} 条中未见"),
    "notes": ("Notes on the reading", "识读说明"),
    "furniture": ("Not part of any piece", "版面其他文字"),
    "engine": ("Engine", "引擎"),
    "installed": ("Installed", "已安装"),
    "yes": ("yes", "是"),
    "what": ("What it does", "说明"),
    "score": ("Score", "得分"),
    "kind": ("Kind", "类型"),
    "class": ("Class", "性质"),
    "left": ("Left", "左"),
    "right": ("Right", "右"),
    "verbatim": ("verbatim", "原文相同"),
    "near": ("near-verbatim", "近似"),
    "enumeration": ("enumeration", "列举"),
    "skeleton": ("skeleton", "句式"),
    "document": ("document", "文件名"),
    "quotation": ("quotation", "引语"),
    "attribution": ("attribution", "引述套语"),
    "formula": ("formula", "提法"),
    "idiom": ("idiom", "成语"),
    "free": ("free phrase", "一般语句"),
}

LANGUAGES: tuple[Language, ...] = ("en", "zh")


class Labels:
    """The catalogue in one language: `labels("pieces", n=5)`."""

    def __init__(self, language: Language) -> None:
        if language not in LANGUAGES:
            raise UsageError(f"no interface language {language!r}; choose one of {', '.join(LANGUAGES)}")
        self.language = language
        self._column = LANGUAGES.index(language)

    def __call__(self, key: str, **values: object) -> str:
        """The words for `key` with `values` put in their places."""
        return CATALOGUE[key][self._column].format(**values)

    def count(self, n: int, singular: str, plural: str) -> str:
        """The label `singular` for one thing, `plural` with n for any other number."""
        return self(singular) if n == 1 else self(plural, n=f"{n:,}")


def language_of_locale(environment: Mapping[str, str] = os.environ) -> Language:
    """Chinese when the locale of the environment is Chinese, English otherwise (POSIX order of variables)."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(variable):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"
