"""What holds for every test: random examples repeat, and no style of a figure is left behind."""

from __future__ import annotations

import sys

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is no fault of ours: no example is judged by how long it took.
settings.register_profile(
    "kobai", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("kobai")


@pytest.fixture(autouse=True)
def plain_figures():
    """Let no test draw in the style that another one in the same process has set."""
    if "matplotlib" not in sys.modules:
        yield
        return
    import matplotlib as mpl

    with mpl.rc_context():
        mpl.rcdefaults()
        yield
