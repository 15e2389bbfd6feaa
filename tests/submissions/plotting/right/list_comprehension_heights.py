import numpy as np
import matplotlib.pyplot as plt
from mpl_toolkits.mplot3d import Axes3D  # noqa


def heights(f, x0, x1):
    return np.array([[f(np.array([a, b])) for a in x0] for b in x1])


def plot_surface(f, x0, x1):
    fig = plt.figure()
    ax = fig.add_subplot(111, projection='3d')
    X, Y = np.meshgrid(x0, x1)
    ax.plot_wireframe(X, Y, heights(f, x0, x1), rstride=3, cstride=3)
    ax.set_xlabel('x0 軸')
    ax.set_ylabel('x1 軸')
    ax.set_zlabel('f(x0, x1)')
    ax.set_title('曲面')
    plt.show()
    return fig


def plot_contour(f, x0, x1):
    fig = plt.figure()
    ax = fig.add_subplot(111)
    c = ax.contour(x0, x1, heights(f, x0, x1), np.linspace(0, 20, 11))
    ax.clabel(c, inline=True)
    fig.colorbar(c)
    ax.set_aspect('equal', 'box')
    ax.set_xlabel('x0 軸')
    ax.set_ylabel('x1 軸')
    ax.grid(True, linestyle=':')
    ax.axhline(0, color='gray')
    ax.axvline(0, color='gray')
    return fig


def plot_descent(f, path, x0, x1):
    fig = plot_contour(f, x0, x1)
    ax = fig.axes[0]
    for a, b in zip(path[:-1], path[1:]):
        ax.annotate('', xy=b, xytext=a, arrowprops={'arrowstyle': '->', 'color': 'r'})
    ax.text(path[0][0], path[0][1], 'スタート')
    plt.show()
    return fig
