import numpy as np

numerical_gradient = lambda f, x: np.array([(f(x + d.reshape(x.shape)) - f(x - d.reshape(x.shape))) / 2e-4 for d in np.eye(x.size) * 1e-4]).reshape(x.shape)
