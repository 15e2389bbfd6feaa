"""expect: forward-difference"""
import numpy as np

EPS = 1e-6


def numerical_gradient(f, x):
    # 微分の定義 lim (f(x+h) - f(x)) / h をそのまま使う
    x = np.asarray(x)
    directions = [e.reshape(x.shape) for e in np.eye(x.size)]
    return np.array([(f(x + EPS * e) - f(x + 0.0)) / EPS for e in directions]).reshape(x.shape)
