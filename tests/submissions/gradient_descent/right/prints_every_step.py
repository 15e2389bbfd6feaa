import numpy as np
import matplotlib.pyplot as plt
from numerical_gradient import numerical_gradient


def function_2(x):
    return x[0]**2 + x[1]**2


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = init_x.copy().astype(float)

    for i in range(step_num):
        grad = numerical_gradient(f, x)
        print(i, "回目: x =", x, "grad =", grad, "f(x) =", f(x))
        x = x - lr * grad

    print("答え", x)
    return x


def descent_path(f, init_x, lr=0.01, step_num=100):
    x = init_x.copy().astype(float)
    x_history = []
    for i in range(step_num):
        x_history.append(x.copy())
        x = x - lr * numerical_gradient(f, x)
        print(x_history)
    x_history.append(x)
    return np.array(x_history)


init_x = np.array([-3.0, 4.0])
print(gradient_descent(function_2, init_x=init_x, lr=0.1, step_num=100))

# 学習率が大きすぎる例
print(gradient_descent(function_2, init_x=np.array([-3.0, 4.0]), lr=10.0, step_num=5))

x_history = descent_path(function_2, init_x, lr=0.1, step_num=20)
plt.plot([-5, 5], [0, 0], '--b')
plt.plot([0, 0], [-5, 5], '--b')
plt.plot(x_history[:, 0], x_history[:, 1], 'o')
plt.xlabel("X0")
plt.ylabel("X1")
plt.show()
