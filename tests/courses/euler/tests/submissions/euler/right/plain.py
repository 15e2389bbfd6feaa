def euler_step(f, t, y, h):
    slope = f(t, y)
    return [place + h * rate for place, rate in zip(y, slope)]


def euler(f, t0, y0, h, n):
    t, path = t0, [list(y0)]
    while len(path) <= n:
        path.append(euler_step(f, t, path[-1], h))
        t += h
    return path
