from dataclasses import dataclass, field

import numpy as np


@dataclass
class Probe:
    f: object
    h: float = 2 ** -14
    values: dict = field(default_factory=dict)

    def at(self, point):
        key = tuple(np.ravel(point))
        if key not in self.values:
            self.values[key] = float(self.f(point))
        return self.values[key]


def numerical_gradient(f, x):
    probe = Probe(f)
    x = np.asarray(x, dtype=np.float64)
    g = np.zeros(x.shape, dtype=np.float64)
    for idx, v in np.ndenumerate(x):
        d = np.zeros_like(x)
        d[idx] = probe.h
        g[idx] = (probe.at(x + d) - probe.at(x - d)) / (2 * probe.h)
    return g
