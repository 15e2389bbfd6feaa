import numpy as np


def numerical_gradient(f, x):
    h = 1e-4
    x = np.asarray(x, dtype=float)
    eye = np.eye(x.size) * h

    def g(row):
        return f(row.reshape(x.shape))

    plus = np.apply_along_axis(g, 1, x.ravel() + eye)
    minus = np.apply_along_axis(g, 1, x.ravel() - eye)
    return ((plus - minus) / (2 * h)).reshape(x.shape)
