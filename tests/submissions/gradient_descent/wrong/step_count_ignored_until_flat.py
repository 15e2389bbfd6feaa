"""expect: step-count-ignored"""
import numpy as np

from numerical_gradient import numerical_gradient


def descent_path(f, init_x, lr=0.01, step_num=100):
    # 勾配がほとんど 0 になるまで続ける
    x = np.array(init_x, dtype=float)
    path = [x]
    grad = np.asarray(numerical_gradient(f, x.copy()))
    while np.linalg.norm(grad) > 1e-6 and len(path) < 200:
        x = x - lr * grad
        path.append(x)
        grad = np.asarray(numerical_gradient(f, x.copy()))
    return np.array(path)


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return descent_path(f, init_x, lr)[-1]
