import numpy as np

from numerical_gradient import numerical_gradient


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = np.array(init_x, dtype=float)
    for _ in range(step_num):
        grad = np.asarray(numerical_gradient(f, x.copy()))
        if not grad.any():
            break  # exactly flat: every further step stays here
        x = x - lr * grad
    return x


def descent_path(f, init_x, lr=0.01, step_num=100):
    x = np.array(init_x, dtype=float)
    path = [x]
    for _ in range(step_num):
        x = gradient_descent(f, x, lr, 1)
        path.append(x)
    return np.array(path)


def main():
    valley = lambda x: x[0] ** 2 + x[1] ** 2
    print(gradient_descent(valley, np.array([3, 4]), lr=0.1))


if __name__ == "__main__":
    main()
