import collections

import numpy as np

import numerical_gradient


def downhill(f, x):
    return -np.asarray(numerical_gradient.numerical_gradient(f, np.copy(x)), dtype=float)


def gradient_descent(f, init_x, lr=0.01, step_num=100, **options):
    x = np.copy(init_x) + 0.0
    for _ in range(step_num):
        x = x + lr * downhill(f, x)
        if options.get("verbose"):
            print(x)
    return x


def descent_path(f, init_x, lr=0.01, step_num=100, **options):
    visited = collections.deque([np.copy(init_x) + 0.0])
    while len(visited) < step_num + 1:
        visited.append(visited[-1] + lr * downhill(f, visited[-1]))
    return visited
