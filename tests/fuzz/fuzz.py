"""Coverage-guided fuzzing with atheris (the extra `fuzz`; Python 3.11 and later).

    python tests/fuzz/fuzz.py TARGET [--seconds 300] [--corpus FOLDER]

An input that breaks a promise is kept in tests/fuzz/finds/TARGET-<hash>, where the tests replay it from then on. The
corpus is what the fuzzer found worth keeping; it goes to a folder of your own, since all of it is made by machine.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import atheris

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE)]

with atheris.instrument_imports(include=["seeds", "summarize", "compare", "zipfile"]):
    from targets import TARGETS, starts

    import seeds.files.docx
    import seeds.files.html
    import seeds.files.pdf
    import seeds.layout
    import seeds.layout.assemble

    seeds.parse_page("门开了才算数\n\n□ 王建国\n\n近年来，门锁着。")
    TARGETS["compared"]("门开了才算数。".encode())


def main() -> None:
    """Fuzz one target for so many seconds; a find ends the run with a trace."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("target", choices=sorted(TARGETS))
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--corpus", type=Path)
    chosen = parser.parse_args()
    corpus = chosen.corpus or Path(tempfile.mkdtemp(prefix=f"oped-fuzz-{chosen.target}-"))
    corpus.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(starts()[chosen.target]):
        (corpus / f"start-{number}").write_bytes(data)
    options = [
        f"-max_total_time={chosen.seconds}",
        f"-artifact_prefix={HERE}/finds/{chosen.target}-",
        "-max_len=4096",
        "-timeout=20",
        "-rss_limit_mb=3072",
        "-print_final_stats=1",
    ]
    atheris.Setup([sys.argv[0], *options, str(corpus)], TARGETS[chosen.target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
