"""Does any regular expression of ours blow up? Every pattern in the tree, on inputs made to hurt it, then doubled.

    python benchmarks/limits/regexes.py [--longest 8000]

Patterns are found in the source: every call of `re.compile` and of the functions of `re` with a pattern, in modules
that are imported to get the compiled objects. For each, attack strings are made of its own characters: every stretch
that one of its parts can repeat, many times, then a sign that lets the match fail. A pattern is linear if doubling the
input about doubles the time of `search`, quadratic at four times, and worse beyond; what is over 2.6 is listed.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

LIMIT = 2.6
SURE, LONG = 3.3, 0.02
"""What needs no further attack: near a square, in seconds that are no accident."""
FLOOR = 2e-4
"""Seconds below which a time says nothing."""


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern of text held by a module, a class or a container of one."""
    seen = set()
    for package in ("seeds", "summarize", "compare"):
        for found in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
            if found.name.endswith("__main__"):
                continue
            try:
                module = importlib.import_module(found.name)
            except ImportError:
                print(f"{found.name}: not importable here", file=sys.stderr)
                continue
            for name, value in vars(module).items():
                for place, pattern in held(f"{found.name}.{name}", value):
                    if (pattern.pattern, pattern.flags) not in seen and isinstance(pattern.pattern, str):
                        seen.add((pattern.pattern, pattern.flags))
                        yield place, pattern


def held(place: str, value: object) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The patterns in a value, looking into containers."""
    if isinstance(value, re.Pattern):
        yield place, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from held(f"{place}[{key!r}]", item)
    elif isinstance(value, (tuple, list, frozenset, set)):
        for number, item in enumerate(value):
            yield from held(f"{place}[{number}]", item)


def attacks(pattern: re.Pattern[str]) -> list[str]:
    """Stretches to repeat: the signs the pattern speaks of, alone and in pairs, and what text is made of."""
    own = [
        c
        for c in dict.fromkeys(re.sub(r"\\[a-zA-Z]|[\\()\[\]{}|*+?^$]", "", pattern.pattern))
        if c.isprintable()
    ]
    words = re.findall(r"[\u4e00-\u9fff]{1,4}", pattern.pattern)
    base = [
        "a",
        "1",
        " ",
        "\u3000",
        "门",
        "，",
        "。",
        "“",
        "”",
        "（",
        "《",
        "…",
        "—",
        "\n",
        "a ",
        "1.",
        "1,",
        "门，",
        "“门",
    ]
    signs = own[:: max(1, len(own) // 24)]
    pairs = [left + right for left in signs[:5] for right in signs[:5]]
    return list(dict.fromkeys([*base, *signs, *pairs, *words[:: max(1, len(words) // 24)]]))


WHOLE = ("seeds.names._TRANSLITERATED", "seeds.names._LATIN")
"""Patterns that are only held against whole tokens; looking for them inside a text would be quadratic."""


def seconds(pattern: re.Pattern[str], text: str, whole: bool) -> float:
    """CPU time of looking through a text, as `search` and as `finditer` do, or of `fullmatch`."""
    start = time.process_time()
    if whole:
        pattern.fullmatch(text)
        return time.process_time() - start
    pattern.search(text)
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - start


def worst(pattern: re.Pattern[str], longest: int, whole: bool = False) -> tuple[float, float, str]:
    """The strongest growth over one doubling, the seconds at the longest input, and the attack."""
    found = (0.0, 0.0, "")
    for attack in attacks(pattern):
        for ending in ("", "\x00"):
            half = (attack * longest)[: longest // 2] + ending
            before = seconds(pattern, half, whole)
            if before < FLOOR:
                continue
            before = min(before, seconds(pattern, half, whole))
            text = (attack * longest)[:longest] + ending
            after = min(seconds(pattern, text, whole), seconds(pattern, text, whole))
            if before > 0 and after / before > found[0]:
                found = (after / before, after, f"{attack!r} … {ending!r}")
            if found[0] > SURE and found[1] > LONG:
                return found
    return found


def main() -> None:
    """Print what grows faster than its input, and how many patterns were tried."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--longest", type=int, default=8000)
    longest = parser.parse_args().longest
    tried = 0
    for place, pattern in patterns():
        tried += 1
        growth, took, attack = worst(pattern, longest, place in WHOLE)
        if growth > LIMIT:
            print(f"{place}: ×{growth:.1f} a doubling, {took:.3f} s at {longest}, {attack}", flush=True)
    print(f"{tried} patterns, inputs of up to {longest} characters")


if __name__ == "__main__":
    main()
