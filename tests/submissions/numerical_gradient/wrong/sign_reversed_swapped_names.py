"""expect: sign-reversed"""
import numpy as np
def numerical_gradient(f, x):
    h = 0.00001
    gs = []
    for i in range(x.size):
        plus = x.astype(float).ravel()
        minus = x.astype(float).ravel()
        plus[i] = plus[i] - h
        minus[i] = minus[i] + h
        gs = gs + [(f(plus.reshape(x.shape)) - f(minus.reshape(x.shape))) / h / 2]
    gs = np.array(gs)
    return gs.reshape(x.shape)
