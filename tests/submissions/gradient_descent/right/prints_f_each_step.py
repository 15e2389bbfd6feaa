import numpy as np
from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = init_x.copy().astype(float)
    for i in range(step_num):
        grad = numerical_gradient(f, x)
        x = x - lr * grad
        print(i, "x =", x, "f(x) =", f(x))
    print("最小値", f(x))
    return x


def descent_path(f, init_x, lr=0.01, step_num=100):
    x = init_x.copy().astype(float)
    x_history = [x.tolist()]
    for i in range(step_num):
        x = x - lr * numerical_gradient(f, x)
        x_history.append(x.tolist())
        print(f(np.array(x_history[-1])))
    return x_history
