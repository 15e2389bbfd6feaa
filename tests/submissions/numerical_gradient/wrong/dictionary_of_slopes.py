"""expect: forward-difference"""
import numpy as np


def numerical_gradient(f, x):
    EPS = 1e-5
    slopes = {}
    base = f(np.array(x, dtype="float64"))
    for place, value in np.ndenumerate(np.array(x, dtype="float64")):
        moved = np.array(x, dtype="float64")
        moved[place] = value + EPS
        slopes[place] = (f(moved) - base) / EPS
    answer = np.empty(np.shape(x))
    for place in slopes:
        answer[place] = slopes[place]
    return answer
