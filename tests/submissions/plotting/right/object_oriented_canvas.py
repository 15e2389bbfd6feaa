import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure


class Landscape:
    def __init__(self, f, x0, x1):
        self.X, self.Y = np.meshgrid(x0, x1)
        self.Z = np.asarray(f(np.stack((self.X, self.Y))))
        self.fig = Figure(figsize=(6, 6))
        FigureCanvasAgg(self.fig)

    def surface(self):
        ax = self.fig.add_axes((0.1, 0.1, 0.8, 0.8), projection="3d")
        ax.plot_trisurf(self.X.ravel(), self.Y.ravel(), self.Z.ravel(), cmap="hot")
        self.label(ax)
        ax.set_zlabel("f")
        return self.fig

    def map(self):
        ax = self.fig.add_axes((0.1, 0.1, 0.7, 0.8))
        mesh = ax.pcolormesh(self.X, self.Y, self.Z, shading="gouraud")
        self.fig.colorbar(mesh, cax=self.fig.add_axes((0.85, 0.1, 0.05, 0.8)))
        ax.set_aspect("equal")
        self.label(ax)
        return ax

    def label(self, ax):
        ax.set_xlabel("x0")
        ax.set_ylabel("x1")


def plot_surface(f, x0, x1):
    return Landscape(f, x0, x1).surface()


def plot_contour(f, x0, x1):
    land = Landscape(f, x0, x1)
    land.map()
    return land.fig


def plot_descent(f, path, x0, x1):
    land = Landscape(f, x0, x1)
    ax = land.map()
    steps = np.diff(path, axis=0)
    ax.quiver(path[:-1, 0], path[:-1, 1], steps[:, 0], steps[:, 1],
              angles="xy", scale_units="xy", scale=1, color="w", width=0.005)
    ax.plot(path[:, 0], path[:, 1], "w.")
    return land.fig
