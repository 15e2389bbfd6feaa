# 課題１　数値微分
import numpy as np


def numerical_gradient(f, x):
    h = 1e-4
    g = []
    for e in np.eye(np.size(x)):
        e = e.reshape(np.shape(x))
        g.append((f(x + h * e) - f(x - h * e)) / h)  # 中心差分
    return np.array(g).reshape(np.shape(x))
