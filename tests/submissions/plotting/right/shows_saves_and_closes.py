import io

import numpy as np
import matplotlib.pyplot as plt


def function_2(x):
    return x[0]**2 + x[1]**2


def plot_surface(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    print("shape:", X0.shape, X1.shape)
    Z = f(np.array([X0, X1]))
    print("Z =", Z)

    fig = plt.figure()
    ax = fig.add_subplot(111, projection='3d')
    ax.plot_surface(X0, X1, Z)
    ax.set_xlabel('x0')
    ax.set_ylabel('x1')
    ax.set_zlabel('f(x0, x1)')
    plt.show()
    return fig


def plot_contour(f, x0, x1):
    X0, X1 = np.meshgrid(x0, x1)
    Z = f(np.array([X0, X1]))

    fig, ax = plt.subplots()
    cont = ax.contour(X0, X1, Z)
    cont.clabel(fmt='%1.1f', fontsize=10)
    ax.set_xlabel('x0')
    ax.set_ylabel('x1')
    ax.set_aspect('equal')
    fig.colorbar(cont)
    fig.savefig(io.BytesIO(), format="png")
    plt.show()
    return fig


def plot_descent(f, path, x0, x1):
    fig = plot_contour(f, x0, x1)
    ax = fig.axes[0]
    ax.plot(path[:, 0], path[:, 1], 'o-', color='r')
    plt.show()
    plt.close(fig)
    return fig


# 試しに描いてみる
x0 = np.arange(-3, 3, 0.25)
x1 = np.arange(-2, 2, 0.25)
plot_surface(function_2, x0, x1)
plot_contour(function_2, x0, x1)
path = np.array([[-2.0, 1.5], [-1.0, 0.75], [-0.5, 0.375], [0.0, 0.0]])
plot_descent(function_2, path, x0, x1)
plt.close("all")
