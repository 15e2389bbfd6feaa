"""The kinds of sandbox, by name."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """How far a submission is trusted."""

    LOCKED = "locked"
    TRUST = "trust"
