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
    "corpus.reading": ("Reading articles", "读入文章"),
    "corpus.posting": ("Where words stand", "编排索引"),
    "corpus.joining": ("Who shares them", "配对"),
    "corpus.aligning": ("Aligning pairs", "逐对比对"),
    "summary": ("Summary", "内容摘要"),
    "overlap": ("What the pieces share", "各篇异同"),
    "matrix_key": (
        "Above the diagonal: theme, the per cent of background pairs that have less in common. "
        "Below: wording, the per cent of both texts that the other explains.",
        "右上：主题，即背景语料中相近程度不及此的篇对占百分之几。左下：语句重合，即两篇文字中可由对方解释的百分比。",
    ),
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
    "background": ("in at most {n} of {of} background items", "背景语料 {of} 条中至多见于 {n} 条"),
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
    # HTML and Markdown
    "report_title": ("What the Opinion Page Says", "言论版导读"),
    "skip": ("Skip to the report", "跳到正文"),
    "contents": ("Contents", "目录"),
    "dark": ("Dark", "夜间"),
    "light": ("Light", "日间"),
    "and": ("and", "与"),
    "stop": (".", "。"),
    "closest_pair": ("The two pieces that share most: ", "最相近的两篇："),
    "closest_to": ("Closest to ", "最相近："),
    "shared_by_two": (" {n} phrases stand in two pieces or more.", "共有 {n} 处语句见于两篇以上。"),
    "pieces_heading": ("Pieces", "各篇"),
    "side_by_side": ("Side by side", "两篇对读"),
    "page_text": ("The page as it was read", "版面识读"),
    "page_text_note": (
        "Every line of the page, with the part it was taken for.",
        "版面原文逐段标明识读结果。",
    ),
    "full_text": ("Full text", "全文"),
    "picked_note": (
        "Underlined: taken for the summary. Boxed: taken for the headline.",
        "下划线处为内容摘要所取，加框处为标题摘要所取。",
    ),
    "matrix_part": ("({n} of {of} pieces: those of the strongest pairs)", "（{of} 篇中最相近的 {n} 篇）"),
    "n_phrases": ("{n} shared phrases", "共用语句 {n} 处"),
    "pairs_left_out": (
        "The {of} strongest pairs have a view below; {n} more pairs share something and have none.",
        "下文只列最相近的 {of} 对，另有 {n} 对略去。",
    ),
    "phrase": ("Phrase", "语句"),
    "rarity": ("Rarity", "罕见程度"),
    "bits": ("bits", "比特"),
    "at_least": ("at least", "不低于"),
    "filters": ("Show", "筛选"),
    "keys": (
        "Keys: n and p step through the phrases, ← and → change sides, Esc lets go.",
        "按键：n、p 逐处查看，← → 换边，Esc 取消。",
    ),
    "shown_of": ("{n} of {of} phrases shown", "显示 {n} / {of} 处"),
    "previous_pair": ("previous pair", "上一对"),
    "next_pair": ("next pair", "下一对"),
    "first": ("{n} came first ({date})", "{n} 在先（{date}）"),
    "term": ("Term", "主题词"),
    "weight": ("Share", "占比"),
    "abridged": (
        "A long piece: only the paragraphs with shared phrases are shown.",
        "篇幅较长，只列有共用语句的段落。",
    ),
    "continued": ("(continued)", "（续）"),
    "unnamed_page": ("(unnamed page)", "（未命名版面）"),
    "sheets_left_out": ("{n} more pages are left out here.", "另有 {n} 版从略。"),
    "rhetoric": ("Rhetoric", "修辞"),
    "texts_left_out": (
        "The full text of {n} more pieces is left out here.",
        "另有 {n} 篇全文从略。",
    ),
    "made_by": (
        "Made by oped. This file is complete in itself and asks the network for nothing.",
        "由 oped 生成。本文件自成一体，不访问网络。",
    ),
    "theme_rank": ("theme: nearer than {n} % of background pairs", "主题：较背景语料中 {n}% 的篇对更近"),
    "reuse_share": ("wording shared: {n} % of both texts", "语句重合：两篇文字的 {n}%"),
    "rhetoric_score": ("rhetoric {n}", "修辞相近 {n}"),
    "opening": ("opens with", "开头"),
    "closing": ("closes with", "结尾"),
    "authority": ("an authority", "权威引语"),
    "occasion": ("the occasion", "由事入题"),
    "thesis": ("its thesis", "开门见山"),
    "scene": ("a scene", "场景与事例"),
    "prospect": ("a prospect", "展望号召"),
    "assurance": ("an assurance", "必胜收束"),
    "call": ("a call", "要求与呼吁"),
    "maxim": ("a maxim", "警句收束"),
    "statement": ("a statement", "陈述收束"),
    "read_as": ("{n} characters, {encoding}", "{n} 字符，{encoding}"),
    "paragraphs": ("Paragraphs", "段数"),
    "title_heading": ("Title", "标题"),
    "authors_heading": ("Authors", "作者"),
    "characters_heading": ("Characters", "字数"),
    "line": ("line {n}", "第 {n} 行"),
    "photo_credit": ("photo credit", "图片署名"),
    "caption": ("caption", "图片说明"),
    "page_label": ("page label", "版名"),
    "editor": ("editors", "责任编辑"),
    "mailbox": ("mail-box", "来稿信箱"),
    "other": ("other", "其他"),
    "stock_share": ("formula share", "提法占比"),
    "parallelism": ("parallelism", "排比"),
    "antithesis": ("antithesis", "对偶"),
    "repetition": ("repetition", "反复"),
    "question": ("question", "设问、反问"),
    "slogan": ("numeral slogan", "数字略语"),
    "metaphor": ("quoted metaphor", "引号喻对"),
    "first_use": ("First use", "首见"),
    "articles": ("Articles", "篇数"),
    "trend": ("Trend", "走势"),
    "new": ("new", "新提法"),
    "rising": ("rising", "升"),
    "falling": ("falling", "降"),
    "steady": ("steady", "平"),
    # lists of a corpus
    "corpus_phrases": ("Phrases of the corpus", "语料通用语句"),
    "strongest_passages": ("The strongest passages", "最罕见的共用语句"),
    "article_shares": ("What {article} shares", "{article} 与他篇共用的语句"),
    "concordance": ("{words} in context", "“{words}”语境索引"),
    "over_time": ("Formulas over time", "提法消长"),
    "nothing_found": ("Nothing found.", "没有找到。"),
    "n_rows": ("{n} rows", "{n} 行"),
    "n_passages": ("{n} passages", "语句 {n} 处"),
    "with_n_articles": ("shared with {n} articles", "涉及 {n} 篇"),
    "n_occurrences": ("{n} occurrences", "{n} 处"),
    "n_articles": ("{n} articles", "{n} 篇"),
    "column_phrase": ("Phrase", "语句"),
    "column_df": ("Articles", "篇数"),
    "column_times": ("Places", "处数"),
    "column_bits": ("Bits", "比特"),
    "column_neighbours": ("Neighbours", "左右邻接"),
    "column_article": ("Article", "篇目"),
    "column_kind": ("Kind", "类型"),
    "column_pairs": ("Pairs", "篇对"),
    "column_articles": ("Articles", "篇数"),
    "column_example": ("For example", "例见"),
    "column_other": ("With", "他篇"),
    "column_there": ("As it stands there", "他篇文字"),
    "column_date": ("Date", "日期"),
    "column_before": ("Before", "上文"),
    "column_key_word": ("Key word", "关键词"),
    "column_after": ("After", "下文"),
    "column_first": ("First", "首见"),
    "column_last": ("Last", "末见"),
    "column_trend": ("Trend", "走势"),
    "role_title": ("title", "标题"),
    "role_kicker": ("kicker", "引题"),
    "role_byline": ("byline", "署名"),
    "role_author_note": ("author note", "作者说明"),
    "role_source": ("source", "来源"),
    "role_deck": ("deck", "提要"),
    "role_heading": ("heading", "小标题"),
    "role_body": ("body", "正文"),
    "role_furniture": ("furniture", "版面杂项"),
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
