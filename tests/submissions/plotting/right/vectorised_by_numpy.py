import matplotlib.pyplot as plt
import numpy as np


class Landscape:
    """A function of two variables on a grid."""

    def __init__(self, f, x0, x1):
        self.X0, self.X1 = np.meshgrid(x0, x1)
        height = np.vectorize(lambda a, b: f(np.array([a, b])), otypes=[float])
        self.Z = height(self.X0, self.X1)

    def label(self, ax):
        ax.set_xlabel("first coordinate x₀")
        ax.set_ylabel("second coordinate x₁")

    def surface(self):
        fig = plt.figure()
        ax = fig.add_subplot(projection="3d")
        ax.plot_surface(self.X0, self.X1, self.Z, rcount=100, ccount=100)
        self.label(ax)
        ax.set_zlabel("f(x₀, x₁)")
        return fig

    def contour(self):
        fig, ax = plt.subplots()
        ax.set_aspect("equal", "datalim")
        self.label(ax)
        cs = ax.contour(self.X0, self.X1, self.Z, 8)
        fig.colorbar(cs, ax=[ax])
        return fig, ax


def plot_surface(f, x0, x1):
    return Landscape(f, x0, x1).surface()


def plot_contour(f, x0, x1):
    return Landscape(f, x0, x1).contour()[0]


def plot_descent(f, path, x0, x1):
    fig, ax = Landscape(f, x0, x1).contour()
    ax.plot(path[:, 0], path[:, 1], linestyle="--", marker="o", color="black", markersize=4)
    return fig
