import numpy as np

from numerical_gradient import numerical_gradient


def steps(f, init_x, lr, step_num):
    """The start and the steps after it; their running sum is the path."""
    moves = np.zeros((step_num + 1, init_x.size))
    moves[0] = init_x
    for i in range(step_num):
        moves[i + 1] = -lr * np.asarray(numerical_gradient(f, moves[: i + 1].sum(axis=0)))
    return moves


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return steps(f, init_x, lr, step_num).sum(axis=0)


def descent_path(f, init_x, lr=0.01, step_num=100):
    return steps(f, init_x, lr, step_num).cumsum(axis=0)
