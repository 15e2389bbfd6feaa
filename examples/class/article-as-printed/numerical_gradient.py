# coding: utf-8
# 数値微分で勾配を求める
import numpy as np


def function_2(x):
    return x[0]**2 + x[1]**2


def numercial_gradient(f, x):
    h = 1e-4 # 0.0001
    grad = np.zero_like(x) # xと同じ形状の配列を生成

    for idx in range(x.size):
        tmp_val = x[idx]

        # f(x+h) の計算
        x[idx] = tmp_val + h
        fxh1 = f(x)

        # f(x-h) の計算
        x[idx] = tmp_val - h
        fxh2 = f(x)

        grad[idx] = (fxh1 - fxh2) / (2*h)

    return grad


if __name__ == '__main__':
    print(numercial_gradient(function_2, np.array([3.0, 4.0])))
