from dataclasses import dataclass, replace

import numpy as np
from numerical_gradient import numerical_gradient


@dataclass(frozen=True)
class State:
    x: np.ndarray
    steps_left: int


def advance(state, f, lr):
    return replace(
        state,
        x=state.x - lr * np.asarray(numerical_gradient(f, state.x.copy())),
        steps_left=state.steps_left - 1,
    )


def states(f, init_x, lr, step_num):
    state = State(np.asarray(init_x, dtype=float).copy(), step_num)
    yield state
    while state.steps_left:
        state = advance(state, f, lr)
        yield state


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    for state in states(f, init_x, lr, step_num):
        pass
    return state.x


def descent_path(f, init_x, lr=0.01, step_num=100):
    return np.vstack([state.x for state in states(f, init_x, lr, step_num)])
