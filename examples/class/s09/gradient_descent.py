# 学籍番号 s09  勾配降下法
import numpy as np
from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    """最小値を探す関数"""
    x = np.array(init_x, dtype=float)
    for i in range(step_num):
        grad = numerical_gradient(f, x)
        x = x - 0.01 * grad  # 学習率は 0.01
    print("着いた点は", x, "です")
    return x


def descent_path(f, init_x, lr=0.01, step_num=100):
    """通った点を全部返す関数"""
    x = np.array(init_x, dtype=float)
    kiroku = [x]
    for i in range(step_num):
        grad = numerical_gradient(f, x)
        x = x - 0.01 * grad
        kiroku.append(x)
    return np.array(kiroku)
