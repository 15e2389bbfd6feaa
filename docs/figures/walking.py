"""The course's own landscapes and walks, used by the figures, the notebook and the numbers.

A landscape takes an array of shape (2, ...) and gives the heights, shape (...).
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

Landscape = Callable[[np.ndarray], np.ndarray]
Slope = Callable[[np.ndarray], np.ndarray]

START = np.array([-2.0, 3.0])


def bowl(x: np.ndarray) -> np.ndarray:
    """Give x0² + x1², the course's main example."""
    return x[0] ** 2 + x[1] ** 2


def unequal_bowl(x: np.ndarray) -> np.ndarray:
    """Give x0² + 2 x1², twice as steep in one direction."""
    return x[0] ** 2 + 2 * x[1] ** 2


def ravine(x: np.ndarray) -> np.ndarray:
    """Give x0² / 10 + x1², a long valley."""
    return x[0] ** 2 / 10 + x[1] ** 2


def two_valleys(x: np.ndarray) -> np.ndarray:
    """Give (x0² - 4)² / 8 + x1² + x0 / 2: a deep valley on the left, a shallow one on the right."""
    return (x[0] ** 2 - 4) ** 2 / 8 + x[1] ** 2 + x[0] / 2


def numerical_gradient(f: Landscape, x: np.ndarray, h: float = 1e-4) -> np.ndarray:
    """Give the gradient of f at x by central differences; error of order h²."""
    steps = h * np.eye(x.size).reshape(x.size, *x.shape)
    return np.array([(f(x + s) - f(x - s)) / (2 * h) for s in steps]).reshape(x.shape)


def descent_path(
    f: Landscape,
    init_x: np.ndarray,
    lr: float = 0.01,
    step_num: int = 100,
    gradient: Slope | None = None,
) -> np.ndarray:
    """Give every point of a walk downhill, shape (step_num + 1, n), the start included."""
    slope = gradient or (lambda x: numerical_gradient(f, x))
    path = [np.array(init_x, dtype=float)]
    for _ in range(step_num):
        path.append(path[-1] - lr * slope(path[-1]))
    return np.array(path)


def momentum_path(
    f: Landscape, init_x: np.ndarray, lr: float, keep: float, step_num: int
) -> np.ndarray:
    """Walk with momentum: v ← keep·v - lr ∇f, x ← x + v. Source: Polyak (1964)."""
    path, speed = [np.array(init_x, dtype=float)], np.zeros_like(init_x, dtype=float)
    for _ in range(step_num):
        speed = keep * speed - lr * numerical_gradient(f, path[-1])
        path.append(path[-1] + speed)
    return np.array(path)


def adam_path(f: Landscape, init_x: np.ndarray, lr: float, step_num: int) -> np.ndarray:
    """Walk with Adam and its published constants. Source: Kingma & Ba (2015), algorithm 1."""
    path = [np.array(init_x, dtype=float)]
    mean, square = np.zeros_like(path[0]), np.zeros_like(path[0])
    for step in range(1, step_num + 1):
        slope = numerical_gradient(f, path[-1])
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        mean_now, square_now = mean / (1 - 0.9**step), square / (1 - 0.999**step)
        path.append(path[-1] - lr * mean_now / (np.sqrt(square_now) + 1e-8))
    return np.array(path)
