"""Make the background of phrases that comes with oped: counts of character n-grams of broadcast news.

    python benchmarks/build_reference.py [OUT]

Reads xwlb-2018-2023.jsonl.xz from OPED_DATA (or ../shared/data) /background. Nothing of its text is in the
result.
"""

from __future__ import annotations

import json
import lzma
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from compare.reference.corpus import build_reference

ROOT = Path(__file__).resolve().parent.parent
NAME = "xwlb-2018-2023"


def texts(path: Path) -> Iterator[str]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def main() -> int:
    data = Path(os.environ.get("OPED_DATA", ROOT.parent / "shared" / "data"))
    source = data / "background" / f"{NAME}.jsonl.xz"
    if not source.exists():
        print(f"skipped: no {source}; set OPED_DATA to the folder of background/", file=sys.stderr)
        return 0
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "compare" / "data" / "phrases.npz"
    background = build_reference(texts(source), name=NAME)
    background.save(out)
    size = out.stat().st_size
    print(f"{background.items} items, {background.characters} characters -> {out}: {size} bytes")
    print(f"kept from a count of: {background.kept}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
