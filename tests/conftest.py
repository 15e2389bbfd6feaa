"""What holds for every test: random examples repeat, and no style of a figure is left behind."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is no fault of ours: no example is judged by how long it took.
settings.register_profile(
    "kobai", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("kobai")


@pytest.fixture
def plain_figures():
    """Draw as a student's worker does, whatever style another test in the process has set."""
    import matplotlib as mpl

    with mpl.rc_context():
        mpl.rcdefaults()
        yield
