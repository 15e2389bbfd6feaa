"""expect: f-not-evaluated"""
import numpy as np

df_dx0 = lambda x0, x1: 2 * x0
df_dx1 = lambda x0, x1: 2 * x1


def numerical_gradient(f, x):
    # f(x0, x1) = x0^2 + x1^2 の偏微分
    x0, x1 = x[0], x[1]
    return np.array([df_dx0(x0, x1), df_dx1(x0, x1)])
