"""Articles and pages of any number to measure on, the same every time.

Where the evaluation data is, articles are news items; where it is not, they are put together from the frames below,
which are our own writing. Real text repeats itself as news do, made text only as its frames do: compare figures of one
kind of text only.
"""

from __future__ import annotations

import json
import lzma
from itertools import islice
from random import Random

from benchmarks.quality.corpora import data_folder

SEED = 20211
LEAST, MOST = 200, 2000
"""The characters that a news item must have to be taken."""

WORDS = {
    "place": "云桥市 青苇县 白鹭镇 石栏镇 柳湾街道 黄泥坝村 杏溪镇 河口区 松岭乡 北渡社区",
    "people": "社区干部 返乡青年 退休教师 网格员 养护工 种粮大户 列车员 图书管理员 年轻医生 老党员",
    "thing": "口袋公园 养老食堂 农家书屋 共享工坊 便民窗口 乡村公路 健身步道 旧楼电梯 慢行列车 河湖档案",
    "act": "挨家走访 公开账目 当面商量 逐条答复 定期回访 搭建平台 补齐短板 简化手续 延长时间 听取意见",
    "end": "方便 信任 规矩 活力 耐心 盼头 底气 秩序 温度 生机",
    "name": "沈知秋 顾砚青 赵听澜 何闻溪 程以宁 罗问渠 邵南枝 苏未晞 唐拾一 叶小舟",
    "number": "十二 二十六 四十 九十四 一百五十 三百二十六 六百 一千二",
}
"""What stands in the slots of a frame."""
FRAMES = (
    "{place}的{people}说，{thing}建起来以后，最大的变化不是房子新了，而是人心里多了几分{end}。",
    "去年以来，{place}围绕{thing}{act}，先后收到意见{number}条，已经办结大半。",
    "有人问，{thing}花钱不少，值不值？{people}的回答是，只要群众用得上，就值。",
    "与其把{thing}写在墙上，不如把{act}落在地上。",
    "从{act}到建好{thing}，看起来只是多走几步，实际上是把{end}送到了家门口。",
    "{place}的经验表明，越是琐碎的小事，越要{act}，越能见出真正的{end}。",
    "一处{thing}，连着{number}户人家；一次{act}，换来的是长久的{end}。",
    "当然，也有地方只顾挂牌子，{thing}开了又关，{people}跑了几趟都没有结果。",
    "{number}名{people}轮流值守，既管{thing}，也管邻里之间的小摩擦。",
    "要让{thing}长久地用下去，还得靠{act}，靠{people}，靠实实在在的{end}。",
)


def filled(frame: str, chooser: Random) -> str:
    return frame.format(**{slot: chooser.choice(words.split()) for slot, words in WORDS.items()})


def made_article(chooser: Random) -> str:
    """Three to six paragraphs of two to five sentences from the frames."""
    return "\n".join(
        "".join(filled(chooser.choice(FRAMES), chooser) for _ in range(chooser.randint(2, 5)))
        for _ in range(chooser.randint(3, 6))
    )


def articles(number: int) -> list[str]:
    """So many articles of some hundred characters, from all years of the news or made."""
    path = data_folder() / "background" / "xwlb-2018-2023.jsonl.xz"
    chooser = Random(SEED)
    if not path.is_file():
        return [made_article(chooser) for _ in range(number)]
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        texts = (json.loads(line)["text"] for line in lines)
        fitting = (text for text in texts if LEAST <= len(text) <= MOST)
        found = list(islice(fitting, max(number, 10_000)))
    return chooser.sample(found, number)


def source() -> str:
    """What `articles` are here."""
    return "news items" if (data_folder() / "background").is_dir() else "made articles"


def pages(number: int) -> list[str]:
    """Pages of five articles each, with made titles and bylines."""
    chooser = Random(SEED)
    bodies = iter(articles(5 * number))

    def piece() -> str:
        head = filled("{place}的{thing}要{act}\n\n□ {name}", chooser)
        return "\n\n".join((head, *next(bodies).split("\n")))

    return ["\n\n".join(piece() for _ in range(5)) for _ in range(number)]
