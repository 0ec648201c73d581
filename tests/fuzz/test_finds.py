"""What fuzzing found once does not come back, and what it starts from is sound."""

from __future__ import annotations

from pathlib import Path

import pytest

from .targets import TARGETS, check, starts

FINDS = sorted(path for path in (Path(__file__).parent / "finds").iterdir() if path.suffix != ".md")


@pytest.mark.parametrize("path", FINDS, ids=lambda path: path.name)
def test_a_find_is_read_or_refused(path: Path) -> None:
    TARGETS[path.name.split("-")[0]](path.read_bytes())


@pytest.mark.parametrize("target", TARGETS)
def test_what_fuzzing_starts_from_passes(target: str) -> None:
    for data in starts()[target]:
        TARGETS[target](data)


def test_a_broken_promise_is_noticed() -> None:
    import dataclasses

    import seeds

    page = seeds.parse_page("门开了才算数\n\n□ 王建国\n\n近年来，门锁着。")
    with pytest.raises(AssertionError, match="layout"):
        check(dataclasses.replace(page, layout=page.layout[1:]))
