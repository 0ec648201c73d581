"""The data frame example of docs/themes.md, where pandas and polars are installed."""

import re
from pathlib import Path
from textwrap import dedent

import pytest

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "themes.md"


def test_data_frames_take_the_rows():
    pytest.importorskip("pandas")
    pytest.importorskip("polars")
    example = re.search(
        r"^    import pandas, polars\n(?:(?:    .*)?\n)+", DOCUMENT.read_text("utf-8"), re.MULTILINE
    )
    names = {}
    exec(dedent(example.group()), names)
    assert names["pairs"].shape == (10, 8)
    assert names["pairs"].iloc[0][["left", "right"]].tolist() == [1, 2]
    assert names["pieces"]["group"].to_list() == [0, 1, 1, 2, 0]
