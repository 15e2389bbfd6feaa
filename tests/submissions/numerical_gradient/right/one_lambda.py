import numpy as np

numerical_gradient = lambda f, x: np.array([(f(x + d.reshape(np.shape(x))) - f(x - d.reshape(np.shape(x)))) / 2e-4 for d in np.eye(np.size(x)) * 1e-4]).reshape(np.shape(x))
