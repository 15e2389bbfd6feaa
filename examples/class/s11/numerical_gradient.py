import numpy as np
import matplotlib.pyplot as plt

a = float(input("x0 = "))
b = float(input("x1 = "))


def numerical_gradient(f, x):
    h = 1e-4
    grad = np.zeros(np.shape(x))
    for i in np.ndindex(grad.shape):
        p = np.array(x, dtype=float)
        m = np.array(x, dtype=float)
        p[i] += h
        m[i] -= h
        grad[i] = (f(p) - f(m)) / (2 * h)
    return grad


f = lambda x: x[0] ** 2 + x[1] ** 2
print("grad =", numerical_gradient(f, np.array([a, b])))

t = np.linspace(-3, 3)
plt.plot(t, [numerical_gradient(f, np.array([s, 0.0]))[0] for s in t])
plt.show()
