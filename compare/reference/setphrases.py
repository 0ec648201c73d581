"""Set phrases (提法) of a corpus: word sequences that recur as wholes in many of its items.

Frequent sequences level by level (Agrawal and Srikant 1994). A whole has natural edges: it stands beside many
different words (accessor variety, Feng et al. 2004), and often beside a mark or a word that joins or frames, where a
scrap is nearly always carried on by the same few words.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from seeds.language.tokens import Tokenizer

    Words = tuple[str, ...]

LONGEST_WORDS, SHORTEST_CHARS, LONGEST_CHARS = 8, 5, 18

VARIETY = 3
"""Different neighbours on each side, at least."""

FREE = 0.07
"""Share of the occurrences with a mark or a joining word beside them, on each side, at least."""

ALWAYS = 0.8
"""What one and the same word carries on in this share of the occurrences is a scrap of something longer."""

MARK = ""
"""Stands for what is no Chinese word: a mark, a figure, an end."""

_JOINING = frozenset("的和与及")
_NAMES = ("nr", "ns", "nt")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_BEFORE = frozenset(
    "和 与 及 以及 的 在 对 把 将 是 为 从 以 要 让 使 等 也 都 更 了 由 向 于 到 用 按照 通过 关于 随着 当前 作为".split()
)
_BEHIND = frozenset("和 与 及 以及 的 等 上 中 下 是 也 将 都 要 在 为 来 方面 过程 之 已 已经 正在 而 需要 必须 这".split())
_LOOSE_TAGS = ("c", "u", "r", "p", "m", "q", "y", "e", "o", "x", "w", "d", "f", "t", "h", "k", "zg")
_HEADS = frozenset(
    "改革 建设 发展 战略 体系 制度 理念 格局 文化 文明 现代化 保护 治理 治理能力 机制 经济 阶段 道路 主义 共同体 梦 中国梦 精神 方案 "
    "动能 活力 环境 安全 事业 开放 体制 政策 民生 攻坚战 保卫战 持久战 力量 革命 变革 保障 复兴 社会主义 创新 生态 能力 优势 潜力 压力 "
    "动力 引擎 大局 全局 底线 红线 任务 使命 初心 担当 作风 自信 根本 核心 中心 方向 关系 矛盾 权利 公平 正义 法治 民主 协商 统一 团结 "
    "稳定 和谐 繁荣 富强 振兴 升级 转型 转换 转化 融合 协调 均衡 共享 普惠 增长 增长点 布局 设计 结构性改革 市场化 法治化 国际化 便利化 "
    "一体化 均等化 城镇化 信息化 体制机制 获得感 幸福感 安全感 价值观 方法论 世界观 规律 科学 教育 强国 大国 中国 新时代 时代 征程 "
    "篇章 之路 之策 之基 会议 报告 以来 责任 意识 监督 监管 服务 质量 效益 水平 需要 红利 短板 堡垒 关键 基石 根基 基础 土壤 防线 屏障 "
    "命脉 主线 主旋律 正能量 旗帜 思想 理论 原则 纪律 规矩 政治 权力 笼子 福祉 利益 期待 向往 生活 人才 资源 财富 竞争力 生产力 "
    "创造力 凝聚力 向心力 影响力 软实力 执行力 公信力 战斗力 话语权 主动权 制高点 主动仗 组合拳 先手棋 试验田 排头兵 主力军 主战场 最大公约数 "
    "同心圆 压舱石 稳定器 金钥匙 金山银山 绿水青山 最后一公里 化".split()
)
"""Abstract words that set phrases are built on; what ends in another noun is a name or a plain term."""

_PLAIN = frozenset(
    "指出 强调 要求 提出 表示 认为 明确 宣布 介绍 印发 发布 召开 举行 出席 主持 会见 参加 下发 公布 颁布 出台 报道 显示 具有 取得 引发 "
    "受到 造成 达成 发表 作出 做出 成为 提供 带来 存在 出现 得到 获得 进行 予以 加以 开展 可能 能够 应当 应该 需要 没有 是 有 要 会 能 让 "
    "超过 达到 占 增加 减少 下降 上升 达 利用 使用 观察 寻求 访问 前往 听取 审议 播出 播发 出版 记者 欢迎".split()
)
"""Verbs of reports and of everything: what begins or ends with one is no set phrase."""

_VAGUE = frozenset(
    "相关 有关 一些 这些 一个 各种 许多 某些 不少 很多 部分 一定 其他 进一步 不断 更加 日益 积极 认真 同比 以上 以下 左右 两国 双方 美国 "
    "今年 去年 明年 目前 近日 日前 当前 时间 时候 问题 情况 方面 工作 总书记 主席 总理 同志 先生 部长 主任 记者 新闻 疫情 病例 领域 重要".split()
)
"""Words of everywhere, or of the day: what begins or ends with one is no set phrase."""


def segments(tagged: Iterable[tuple[str, str]]) -> list[Words]:
    """The stretches of Chinese words between marks, figures and foreign words."""
    found: list[Words] = []
    current: list[str] = []
    for word, _ in tagged:
        if _HAN.fullmatch(word):
            current.append(word)
        elif current:
            found.append(tuple(current))
            current = []
    if current:
        found.append(tuple(current))
    return found


def set_phrases(docs: Iterable[str], tokenizer: Tokenizer, *, least: int) -> dict[str, int]:
    """The set phrases in at least `least` of some texts, and how many texts hold each."""
    tags: dict[str, Counter[str]] = {}
    items: list[list[Words]] = []
    for text in docs:
        tagged = tokenizer.tag(text)
        for word, tag in tagged:
            tags.setdefault(word, Counter())[tag] += 1
        items.append(segments(tagged))
    usual = {word: min(count, key=lambda tag: (-count[tag], tag)) for word, count in tags.items()}
    spread = _frequent(items, least)
    wanted = {words for words in spread if _fits(words, usual)}
    before, behind = _neighbours(items, wanted)
    found: dict[str, int] = {}
    for words in wanted:
        if _free(before[words], _BEFORE) and _free(behind[words], _BEHIND):
            phrase = "".join(words)
            found[phrase] = max(found.get(phrase, 0), spread[words])
    return dict(sorted(found.items()))


def _frequent(items: Sequence[Sequence[Words]], least: int) -> dict[Words, int]:
    """The sequences in `least` items or more, and in how many."""
    found: dict[Words, int] = {}
    level: dict[Words, int] = {}
    for size in range(1, LONGEST_WORDS + 1):
        count: Counter[Words] = Counter()
        for segments_ in items:
            here = set()
            for segment in segments_:
                for at in range(len(segment) - size + 1):
                    words = segment[at : at + size]
                    if size == 1 or (words[:-1] in level and words[1:] in level):
                        here.add(words)
            count.update(here)
        level = {words: times for words, times in count.items() if times >= least}
        if not level:
            break
        found |= level
    return found


def _fits(words: Words, tags: dict[str, str]) -> bool:
    """Whether a sequence can be a set phrase, by its length and its words."""
    if not SHORTEST_CHARS <= sum(map(len, words)) <= LONGEST_CHARS:
        return False
    first, last = words[0], words[-1]
    if not _VAGUE.isdisjoint((first, last)) or not _PLAIN.isdisjoint((first, last)):
        return False
    if len(words) == 1 or (len(words) == 3 and words[1] in _JOINING):
        return False
    framed = first == "以" and "为" in words[1:-1]
    if tags[first].startswith(_LOOSE_TAGS) and not framed:
        return False
    headed = last in _HEADS or last[-2:] in _HEADS
    if not headed and (tags[last].startswith(_LOOSE_TAGS) or not tags[first].startswith("v") or len(last) == 1):
        return False
    telling = [w for w in words if len(w) > 1 and not tags[w].startswith((*_LOOSE_TAGS, *_NAMES))]
    return len(telling) > 1 or any(len(word) > 2 for word in telling) or last == "以来"


def _neighbours(
    items: Sequence[Sequence[Words]], wanted: set[Words]
) -> tuple[dict[Words, Counter[str]], dict[Words, Counter[str]]]:
    """The words before and behind each of some sequences."""
    before: dict[Words, Counter[str]] = {words: Counter() for words in wanted}
    behind: dict[Words, Counter[str]] = {words: Counter() for words in wanted}
    for segments_ in items:
        for segment in segments_:
            size = len(segment)
            for at in range(size):
                for end in range(at + 1, min(size, at + LONGEST_WORDS) + 1):
                    words = segment[at:end]
                    if words in before:
                        before[words][segment[at - 1] if at else MARK] += 1
                        behind[words][segment[end] if end < size else MARK] += 1
    return before, behind


def _free(beside: Counter[str], joining: frozenset[str]) -> bool:
    """Whether the neighbours on one side show an edge there."""
    times = sum(beside.values())
    edges = beside[MARK] + sum(beside[word] for word in joining)
    most = max((count for word, count in beside.items() if word and word not in joining), default=0)
    variety = len(beside) - 1 + beside[MARK]
    return variety >= VARIETY and edges >= FREE * times and most < ALWAYS * times
