"""expect: none"""


def euler_step(f, t, y, h):
    return y + h * f(t, y)


def euler(f, t0, y0, h, n):
    path = [y0]
    for _ in range(n):
        path.append(euler_step(f, t0, path[-1], h))
    return path
