"""expect: f-at-the-next-time"""


def euler_step(f, t, y, h):
    t = t + h
    rate = f(t, y)
    return y + rate * h


def euler(f, t0, y0, h, n):
    t, y, path = t0, y0, [y0]
    for _ in range(n):
        y = euler_step(f, t, y, h)
        t = t + h
        path.append(y)
    return path
