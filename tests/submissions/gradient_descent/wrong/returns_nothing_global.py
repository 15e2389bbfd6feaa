"""expect: returns-nothing"""
import numpy as np
from numerical_gradient import numerical_gradient

x_history = []


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = np.array(init_x, dtype=float)
    for i in range(step_num):
        x = x - lr * np.asarray(numerical_gradient(f, x.copy()))
    return x


def descent_path(f, init_x, lr=0.01, step_num=100):
    global x_history
    x_history = [np.array(init_x, dtype=float)]
    for i in range(step_num):
        x_history.append(gradient_descent(f, x_history[-1], lr, 1))
    x_history = np.array(x_history)
