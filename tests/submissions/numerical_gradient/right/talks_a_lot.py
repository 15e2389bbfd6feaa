import numpy as np
import matplotlib.pyplot as plt


def function_2(x):
    return x[0] ** 2 + x[1] ** 2


def numerical_gradient(f, x):
    h = 1e-4 # 0.0001
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    print("x =", x)
    for idx in np.ndindex(x.shape):
        tmp_val = x[idx]
        print("idx =", idx, "tmp_val =", tmp_val)

        # f(x+h) の計算
        y = np.array(x, dtype=float)
        y[idx] = tmp_val + h
        fxh1 = f(y)
        print("fxh1 =", fxh1)

        # f(x-h) の計算
        y[idx] = tmp_val - h
        fxh2 = f(y)
        print("fxh2 =", fxh2)

        grad[idx] = (fxh1 - fxh2) / (2*h)
        print("grad =", grad)
    return grad


# 確認
print(numerical_gradient(function_2, np.array([3.0, 4.0])))
print(numerical_gradient(function_2, np.array([0.0, 2.0])))
t = np.arange(-3, 3, 0.5)
plt.plot(t, [numerical_gradient(function_2, np.array([a, 0.0]))[0] for a in t])
plt.xlabel("x0")
plt.show()

if __name__ == "__main__":
    a = float(input("x0 = "))
    b = float(input("x1 = "))
    print(numerical_gradient(function_2, np.array([a, b])))
