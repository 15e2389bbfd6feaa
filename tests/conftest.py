"""What holds for every test: random examples are the same each time, whatever the clock says."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# A busy machine is no fault of ours: no example is judged by how long it took.
settings.register_profile(
    "kobai", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("kobai")
