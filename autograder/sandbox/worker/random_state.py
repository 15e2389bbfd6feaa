"""Chance that is the same each time: a student's random numbers repeat, and so does the verdict."""

from __future__ import annotations

import random
from typing import Any

import numpy as np

SEED = 0


def repeat() -> None:
    """Begin again the random numbers of Python and of numpy, also of generators without a seed."""
    random.seed(SEED)
    np.random.seed(SEED)
    # Where numpy asks the system for a seed.
    source: Any = np.random.bit_generator
    source.randbits = random.Random(SEED).getrandbits
