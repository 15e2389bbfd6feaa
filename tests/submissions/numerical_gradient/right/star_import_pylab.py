from pylab import *


def numerical_gradient(f, x, h=1e-5):
    x = array(x, dtype=float)
    slopes = zeros(x.shape)
    for place in ndindex(*x.shape):
        side = zeros(x.shape)
        side[place] = h
        slopes[place] = (f(x + side) - f(x - side)) / (2 * h)
    return slopes
