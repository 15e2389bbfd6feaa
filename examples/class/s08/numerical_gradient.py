import numpy as np

# 課題1 数値微分
def numerical_gradient(f, x):
    h = 1e-5
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        x_h = x.copy()
        x_h[i] += h
        grad[i] = (f(x_h) - f(x)) / h
    return grad

print(numerical_gradient(lambda x: x[0]**2 + x[1]**2, np.array([1.0, 2.0])))
