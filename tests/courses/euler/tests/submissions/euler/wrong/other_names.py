"""expect: none"""


def step_of_euler(f, t, y, h):
    return y + h * f(t, y)


def walk(f, t0, y0, h, n):
    path = [y0]
    for k in range(n):
        path.append(step_of_euler(f, t0 + k * h, path[-1], h))
    return path
