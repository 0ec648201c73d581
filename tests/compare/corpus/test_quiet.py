"""The engine draws nothing of its own on standard output."""

import subprocess
import sys

ASK = """
from pathlib import Path
from compare.corpus.engines.duckdb import connect
with connect(Path(PLACE), jobs=1, memory="200MB", master=None) as engine:
    print(engine.connection.execute("SELECT current_setting('enable_progress_bar')").fetchone())
"""


def test_no_bar_of_its_own_where_main_has_no_file(tmp_path):
    asked = ASK.replace("PLACE", repr(str(tmp_path)))
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout == "(False,)\n"
