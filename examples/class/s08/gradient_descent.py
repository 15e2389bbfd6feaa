import numpy as np
from numerical_gradient import numerical_gradient

# 課題2 勾配降下法
def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = np.array(init_x, dtype=float)
    for i in range(step_num):
        x = x - lr * numerical_gradient(f, x)
        print(i, x, f(x))
    return x

def descent_path(f, init_x, lr=0.01, step_num=100):
    x = np.array(init_x, dtype=float)
    path = []
    for i in range(step_num):
        path.append(x)
        x = x - lr * numerical_gradient(f, x)
    return np.array(path)
