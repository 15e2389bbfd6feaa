"""expect: init-x-ignored"""
import numpy as np
from numerical_gradient import numerical_gradient


def descent_path(f, init_x, lr=0.01, step_num=100):
    # 記事と同じ点から始める
    init_x = np.array([-3.0, 4.0])
    x_history = np.zeros((step_num + 1, init_x.size))
    for i in range(step_num + 1):
        x_history[i] = init_x
        init_x = init_x - lr * np.array(numerical_gradient(f, init_x))
    return x_history


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return descent_path(f, init_x, lr, step_num)[step_num]
