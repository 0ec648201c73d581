"""Pages of our own, as several papers would print them; the articles are invented."""

from __future__ import annotations

from dataclasses import dataclass

import pytest


@dataclass(frozen=True)
class Article:
    title: str
    author: str
    paragraphs: tuple[str, ...]


ARTICLES = (
    Article(
        "门开了才算数",
        "王建国",
        (
            "近年来，各地把改善村容村貌摆在重要位置，道路通了，路灯亮了，垃圾有人收了。可是走进一些村子，文化活动室的门却常年锁着，书架上落满了灰。",
            "门为什么锁着？有的说没有人来看，有的说没有钱开门。说到底，还是没有把群众的需要放在心上。只建不管，只管不用，再好的房子也是摆设。",
            "让活动室的门开起来，要有人管，要有人用，更要有人愿意来。把唱戏的、写字的、跳舞的请进来，把课堂办到田间地头，门自然就关不上了。",
        ),
    ),
    Article(
        "慢一分钟又何妨",
        "李晓燕",
        (
            "外卖骑手闯红灯的新闻屡见不鲜。有人怪骑手不守规矩，有人怪平台派单太急，还有人怪顾客催得太紧。",
            "算法可以算出最短的路，却算不出最安全的路。平台应当把时间放宽一点，把处罚放轻一点，把保障做实一点。",
            "规则面前没有例外。骑手的命也是命，路人的命也是命。慢一分钟，换来的是大家的平安。",
        ),
    ),
)


@pytest.fixture
def articles() -> tuple[Article, ...]:
    return ARTICLES
