import matplotlib.pyplot as plt
import numpy as np

# 課題3 グラフ
def plot_surface(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    fig = plt.figure()
    ax = fig.add_subplot(111, projection="3d")
    ax.plot_surface(X0, X1, f(np.array([X0, X1])))
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.set_zlabel("f")
    return fig

def plot_contour(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    fig = plt.figure(figsize=(8, 4))
    plt.contour(X0, X1, f(np.array([X0, X1])), 20)
    plt.colorbar()
    plt.xlabel("x0")
    plt.ylabel("x1")
    return fig

def plot_descent(f, path, x0, x1):
    fig = plot_contour(f, x0, x1)
    ax = fig.axes[0]
    ax.plot(path[:, 0], path[:, 1], "o-", color="orange")
    ax.plot(path[0, 0], path[0, 1], "s", color="black")
    ax.plot(path[-1, 0], path[-1, 1], "*", color="black")
    return fig
