"""expect: none"""
import numpy as np
from numerical_gradient import numerical_gradient


class Walker:
    place = None


walker = Walker()


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    if walker.place is None:
        walker.place = np.array(init_x, dtype=float)
    for _ in range(step_num):
        walker.place = walker.place - lr * numerical_gradient(f, walker.place)
    return walker.place


def descent_path(f, init_x, lr=0.01, step_num=100):
    places = [np.array(init_x, dtype=float)]
    while len(places) <= step_num:
        places.append(places[-1] - lr * numerical_gradient(f, places[-1]))
    return np.array(places)
