import numpy as np
from numerical_gradient import numerical_gradient


def descent_path(f, init_x, lr=0.01, step_num=100):
    here = np.array(init_x, dtype=float)
    print("the minimum is near", min(f(np.array([a, b])) for a in (0, 1) for b in (0, 1)) if here.size == 2 else "?")
    way = [here]
    while len(way) <= step_num:
        here = here - lr * numerical_gradient(f, here)
        way.append(here)
    print("heights:", *(f"{f(point):.3f}" for point in way))
    return np.stack(way)


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return descent_path(f, init_x, lr, step_num)[-1]
