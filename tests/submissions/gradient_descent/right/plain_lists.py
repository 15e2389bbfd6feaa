import numpy as np


def bibun(f, x, i):
    h = 0.0001
    a = list(x)
    b = list(x)
    a[i] = a[i] + h
    b[i] = b[i] - h
    return (f(np.array(a)) - f(np.array(b))) / (2 * h)


def descent_path(f, init_x, lr=0.01, step_num=100):
    x = [float(v) for v in init_x]
    kiroku = [list(x)]
    for n in range(step_num):
        g = [bibun(f, x, i) for i in range(len(x))]
        x = [x[i] - lr * g[i] for i in range(len(x))]
        kiroku.append(list(x))
    return kiroku


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return descent_path(f, init_x, lr, step_num).pop()
