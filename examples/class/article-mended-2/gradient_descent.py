# coding: utf-8
# 勾配降下法で最小値を探す
import numpy as np
from numerical_gradient import numerical_gradient


def function_2(x):
    return x[0]**2 + x[1]**2


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = init_x

    for i in range(step_num):
        grad = numerical_gradient(f, x)
        x -= lr * grad

    return x


# 通った点も返すようにした
def descent_path(f, init_x, lr=0.01, step_num=100):
    x = init_x
    x_history = []

    for i in range(step_num):
        x_history.append(x)
        grad = numerical_gradient(f, x)
        x -= lr * grad

    x_history.append(x)
    return np.array(x_history)


if __name__ == '__main__':
    init_x = np.array([-3.0, 4.0])
    print(gradient_descent(function_2, init_x=init_x, lr=0.1, step_num=100))
    print(descent_path(function_2, init_x=init_x, lr=0.1, step_num=20))
