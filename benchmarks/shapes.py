"""Does work grow with the text and no faster? Texts of many odd shapes through every stage, at a size and at a quarter.

    python -m benchmarks.shapes [--chars 300000] [STAGE ...]

Every shape is worked on at a sixteenth of the size and at a quarter. Those that take most there, and those that took
more than in proportion, are worked on whole. Prints the CPU seconds of each stage, and the shapes worked on whole, with
how much more than in proportion they take beside the quarter. Exit 1 when one takes more than twice that or does not
end: each is worked on in a process of its own, which ends after a minute. It is meant for some 20 minutes of one core.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import resource
import sys
import time
from collections.abc import Callable

import seeds
import summarize
from compare import compare_all
from compare.corpus import Article, corpus_phrases, find_reuse, reprints
from compare.mining import contrast, timeline
from compare.mining.formulas import set_phrases
from compare.mining.kwic import concordance
from compare.rhetoric import rhetoric
from seeds.errors import OpedError

LIMIT = 60
"""CPU seconds of a text."""
WHOLE, GROWN, FAULT, LEAST = 3, 1.5, 2.0, 0.3
"""So many shapes of a stage are worked on whole, and those that grew so much more than in proportion; so much more is a
fault, if it takes so many seconds."""
SAID = "让活动室的门开起来，要有人管，要有人用，更要有人愿意来。"
ONE = "好的说一、，。；：！？“”（）《》…—·「【'\"\u3000 \n\t|<>&#*`~[]{}@=+-$1a"
SEVERAL = (
    "好坏", "“”", "（）", "《》", "”“", "（“《", "！？", "。”", "，。", "。\n", "\n\n\u3000\u3000",
    "□ 王五\n", "王五\n", "本报记者 王五\n", "标题在此\n\n□ 王五\n\n正文在此。\n", "一、门开了\n",
    "（一）门开了。", "第一章 门开了\n", "# 门\n", "## 门\n\n灯。\n\n", "- 门\n", "> 门\n", "|门|灯|\n",
    "门,灯\n", '{"a":1}\n', "<p>门</p>", "<a href='x'>门</a>", "<div>", "&amp;", "&#1;", "http://a.cn/x ",
    "a@b.cn ", "2021年1月1日", "2021-01-01\n", "二〇二一年一月一日", "1.2.3.", "123,456,", "①②", "⼈⺠",
    "ａＢ１", "👩\u200d👩", "e\u0301", "\u200b门", "\ud800", "\u202e", "\x00门", "\x1b[31m", "\u2028门",
    "abc def ", "aaaa-", "要有人管，要有人用，更要有人愿意来。", "要有人管，", "山高，水长；",
    "门开了、灯亮了、", "难道门不开吗？", "门为什么锁着？因为没有人管。", "“门要开”", "他指出：“门要开。”",
    "三个代表、四个全面、", "越是困难越要向前，", "既要金山又要银山，", "不是甲而是乙，", "画龙点睛",
    "王五、李四、", "《决定》指出，", "说到底，", "但是，", "（记者 王五）", "来源：江城日报\n", "----\n",
    "A1\n", "转A2版\n", "门\n", "门开了\n", "门。\n\n", "第一，门。第二，灯。", "1. 门\n2. 灯\n", SAID,
    f"{SAID}\n",
)  # fmt: skip
SIGNS = [bytes((row, column)).decode("gb2312") for row in range(0xB0, 0xD7) for column in range(0xA1, 0xFE)]


def shapes(size: int) -> dict[str, str]:
    """Texts of so many characters by what they are made of."""
    dice = random.Random(1)
    signs = "".join(dice.choices(SIGNS, k=size))
    marks = "".join(dice.choices("，，，。？！；：、", k=size // 12 + 1))
    made = {repr(part)[:28]: part * (size // len(part) + 1) for part in (*ONE, *SEVERAL)}
    made |= {
        "no marks": signs,
        "short lines": "\n".join(signs[at : at + 3] for at in range(0, size, 4)),
        "sentences": "。\n".join(signs[at : at + 30] for at in range(0, size, 32)),
        "clauses": "".join(signs[at : at + 12] + marks[at // 12] for at in range(0, size, 13)),
        "brackets": "（" * (size // 2) + "）" * (size // 2),
        "a long passage again": signs[:2000] * (size // 2000 + 1),
        "spaces amid text": f"{SAID}\n门{' ' * size}"[: size - 9] + "开\n要有人管。",
        "spaces behind a date": f"门开了\n2021年5月6日{' ' * size}"[: size - 9] + "王五\n要有人管。",
    }
    return {name: text[:size] for name, text in made.items()}


def other(text: str) -> str:
    """A text that shares nearly all with another."""
    return text[len(text) // 7 :] + "完了。" + text[: len(text) // 7]


def two(text: str) -> list[tuple[str, str]]:
    """Both with ids."""
    return [("a", text), ("b", other(text))]


STAGES: dict[str, Callable[[str], object]] = {
    "read": seeds.parse_page,
    "file": lambda text: list(
        seeds.read_pages([text.encode("utf-8", "replace")], on_error=lambda problem: None)
    ),
    "summarize": summarize.summarize,
    "graph": lambda text: summarize.summarize(text, engine="graph"),
    "rhetoric": lambda text: rhetoric(seeds.article(text)),
    "compare": lambda text: compare_all([seeds.article(text), seeds.article(other(text))]),
    "corpus": lambda text: list(find_reuse([*two(text), ("c", text[: len(text) // 2])])),
    "phrases": lambda text: list(corpus_phrases(two(text))),
    "set phrases": lambda text: set_phrases(two(text)),
    "reprints": lambda text: reprints([Article(*each) for each in two(text)]),
    "timeline": lambda text: timeline(
        [("2021-01-01", text), ("2022-01-01", other(text))], [text[:4].strip() or "门"]
    ),
    "contrast": lambda text: contrast([text], [other(text)]),
    "concordance": lambda text: list(concordance([Article("a", text)], text[:2].strip() or "门")),
}


def seconds(work: Callable[[str], object], text: str) -> tuple[float, str]:
    """CPU seconds of work in a process of its own, and what went wrong; a text that is refused is none of it."""
    end, begin = os.pipe()
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT))
        before, said = time.process_time(), ""
        try:
            work(text)
        except OpedError:
            pass
        except Exception as problem:
            said = repr(problem)[:99]
        os.write(begin, json.dumps([time.process_time() - before, said]).encode())
        os._exit(0)
    os.close(begin)
    with os.fdopen(end) as told:
        answer = told.read()
    os.waitpid(child, 0)
    return tuple(json.loads(answer)) if answer else (float(LIMIT), "was ended")


def told(name: str, chars: int) -> int:
    """Print how a stage grows; returns the number of faults."""
    work = STAGES[name]
    # What is loaded once is loaded before.
    for warm in (SAID, "".join(SEVERAL).encode("utf-8", "replace").decode() * 9):
        with contextlib.suppress(OpedError):
            work(warm)
    whole, quarter, small = (shapes(chars // part) for part in (1, 4, 16))
    took: dict[str, tuple[float, float, str]] = {}
    for shape in whole:
        before, _ = seconds(work, small[shape])
        took[shape] = (before, *seconds(work, quarter[shape]))
    spent = sum(before + after for before, after, _ in took.values())
    most = sorted(took, key=lambda shape: -took[shape][1])[:WHOLE]
    lines, faults = [], 0
    for shape, (before, after, said) in took.items():
        if not said and shape not in most and (after < LEAST or after < 4 * GROWN * before):
            continue
        second, ended = (after, said) if said else seconds(work, whole[shape])
        spent += 0 if said else second
        grown = second / max(4 * after, LEAST / 4) if not said else 0.0
        fault = bool(ended) or (second >= LEAST and grown > FAULT)
        faults += fault
        lines.append(
            f"    {second:6.1f} s, {grown:.1f} of the proportion  {shape}  {ended}{' FAULT' * fault}"
        )
    print(f"{name}: {len(took)} shapes, {spent:.0f} s, {faults} faults", *lines, sep="\n", flush=True)
    return faults


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("stages", nargs="*", metavar="STAGE", help=", ".join(STAGES))
    parser.add_argument("--chars", type=int, default=300_000)
    asked = parser.parse_args()
    faults = [told(name, asked.chars) for name in asked.stages or STAGES]
    sys.exit(any(faults))


if __name__ == "__main__":
    main()
