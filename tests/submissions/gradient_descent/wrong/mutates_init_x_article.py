"""expect: mutates-init-x"""
import numpy as np
from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = init_x
    if x.dtype != float:
        x = x.astype(float)  # 整数のままだとエラーになる
    for i in range(step_num):
        print(i, x)
        grad = numerical_gradient(f, x)
        x -= lr * grad
    return x


def descent_path(f, init_x, lr=0.01, step_num=100):
    x = np.array(init_x, dtype=float)
    x_history = np.zeros((step_num + 1, x.size))
    x_history[0] = x
    for i in range(step_num):
        x = gradient_descent(f, x, lr, 1)
        x_history[i + 1] = x
    return x_history
