"""Walk downhill, one step after another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Callable

import numpy as np

from numerical_gradient import numerical_gradient


@dataclass(frozen=True)
class Walk:
    f: Callable[[np.ndarray], float]
    start: np.ndarray
    lr: float

    def __iter__(self) -> Iterator[np.ndarray]:
        here = np.array(self.start, dtype=np.float64)
        while True:
            yield here
            here = here - self.lr * np.asarray(numerical_gradient(self.f, here.copy()))


def descent_path(f, init_x, lr=0.01, step_num=100):
    return np.stack(list(islice(Walk(f, init_x, lr), step_num + 1)))


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return next(islice(Walk(f, init_x, lr), step_num, None))
