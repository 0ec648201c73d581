"""Every example in docs/rhetoric.md is what the code gives."""

import doctest
from pathlib import Path

import compare.rhetoric

DOCS = Path(__file__).resolve().parents[3] / "docs" / "rhetoric.md"


def test_the_examples_of_the_page_hold():
    result = doctest.testfile(str(DOCS), module_relative=False, encoding="utf-8")
    assert result.attempted > 20
    assert result.failed == 0


def test_the_example_of_the_package_holds():
    result = doctest.testmod(compare.rhetoric)
    assert (result.attempted, result.failed) == (2, 0)
