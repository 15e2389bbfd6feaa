# -*- coding: cp932 -*-
# 学籍番号 s09  数値微分
import numpy as np


def numerical_gradient(f, x):
    """勾配を求める関数"""
    h = 1e-4  # 小さな幅
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)  # 答えを入れる配列
    for idx in np.ndindex(x.shape):
        tmp = x[idx]
        x[idx] = tmp + h
        ue = f(x)  # 上側
        x[idx] = tmp - h
        shita = f(x)  # 下側
        grad[idx] = (ue - shita) / (2 * h)
        x[idx] = tmp  # 元に戻す
    return grad


print("勾配は", numerical_gradient(lambda x: x[0]**2 + x[1]**2, np.array([3.0, 4.0])), "です")
