"""expect: f-not-evaluated"""
import numpy as np
from numerical_gradient import numerical_gradient


def function_2(x):
    return np.sum(x**2)


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = init_x.astype(float)
    for i in range(step_num):
        grad = numerical_gradient(function_2, x)
        x = x - lr * grad
    return x


def descent_path(f, init_x, lr=0.01, step_num=100):
    x = init_x.astype(float)
    x_history = [x]
    for i in range(step_num):
        grad = numerical_gradient(function_2, x)
        x = x - lr * grad
        x_history.append(x)
    return np.array(x_history)


print(gradient_descent(function_2, np.array([-3.0, 4.0]), lr=0.1))
