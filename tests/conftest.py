"""How many examples property tests try: OPED_HYPOTHESIS_PROFILE is default (40), ci or nightly (2,000, OPED_EXAMPLES).

The ci profile draws the same examples every time, so that a change and nothing else turns it red; the others draw new
ones. A test with `max_examples` of its own keeps them.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, Phase, settings

SLOW_IS_FINE = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]

settings.register_profile("default", max_examples=40, deadline=None)
settings.register_profile(
    "ci",
    max_examples=2000,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=SLOW_IS_FINE,
)
settings.register_profile(
    "nightly",
    max_examples=int(os.environ.get("OPED_EXAMPLES", "2000")),
    deadline=None,
    print_blob=True,
    suppress_health_check=SLOW_IS_FINE,
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.target, Phase.shrink],
)
settings.load_profile(os.environ.get("OPED_HYPOTHESIS_PROFILE") or "default")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Workers for the whole suite, none for tests that are named: those run where a debugger can be."""
    return None if config.args == config.getini("testpaths") else 0
