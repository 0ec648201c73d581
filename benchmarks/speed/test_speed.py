"""Every stage beside its peers and its limit, in one run.

    OMP_NUM_THREADS=1 python -m pytest benchmarks/speed --benchmark-enable --benchmark-only [--benchmark-json FILE]

What counts is CPU time, of the process or of the child, so that a busy machine disturbs little; the figures are to be
read as ratios inside one run. `python -m benchmarks speed` runs this and draws it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.speed.child import Used
from benchmarks.speed.contenders import Contender, growth, processes, stages

if TYPE_CHECKING:
    from _pytest.mark.structures import ParameterSet

SECONDS, LEAST, MOST = 1.0, 3, 20
"""A contender runs for about so long, at least and at most so many times."""
LONG = 2.0
"""What takes longer runs once more."""


class ChildClock:
    """A clock that is moved by the CPU time of children, for work that is done in them."""

    def __init__(self) -> None:
        self.now, self.peak = 0.0, 0.0

    def __call__(self) -> float:
        """The CPU seconds so far."""
        return self.now

    def follow(self, work: Callable[[], Used]) -> None:
        """Let a child do the work, and go on by what it took."""
        used = work()
        self.now += used.cpu
        self.peak = max(self.peak, used.peak_mb)


def cases() -> Iterator[ParameterSet]:
    """Every contender with its clock."""
    for contender in (*stages(), *processes(), *growth()):
        clock = ChildClock() if contender.process else time.process_time
        mark = pytest.mark.benchmark(group=contender.group, timer=clock)
        yield pytest.param(contender, clock, id=contender.id, marks=mark)


@pytest.mark.filterwarnings("ignore")  # those of peers, which are not ours to mend
@pytest.mark.parametrize(("contender", "clock"), [*cases()])
def test_speed(benchmark: BenchmarkFixture, contender: Contender, clock: Callable[[], float]) -> None:
    try:
        work: Callable[[], Any] = contender.prepare()
    except ImportError as missing:
        pytest.skip(str(missing))
    run = partial(clock.follow, work) if isinstance(clock, ChildClock) else work
    start = clock()
    run()
    seconds = clock() - start
    rounds = max(LEAST, min(MOST, int(SECONDS / max(seconds, 1e-6)))) if seconds < LONG else 1
    benchmark.pedantic(run, rounds=rounds)  # type: ignore[no-untyped-call]
    benchmark.extra_info |= {"name": contender.name, "role": contender.role, "size": contender.size}
    if isinstance(clock, ChildClock):
        benchmark.extra_info["peak_mb"] = round(clock.peak, 1)
