import numpy as np
import matplotlib.pyplot as plt


def draw_contour(f, x0, x1):
    XX, YY = np.meshgrid(x0, x1)
    ZZ = f(np.array([XX, YY]))
    fig, ax = plt.subplots(figsize=(6, 6))
    cs = ax.contour(XX, YY, ZZ, levels=np.linspace(ZZ.min(), ZZ.max(), 12)[1:-1])
    ax.set_xlim(x0.min(), x0.max())
    ax.set_ylim(x1.min(), x1.max())
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.set_aspect(1)
    return fig, ax, cs


def plot_surface(f, x0, x1):
    XX, YY = np.meshgrid(x0, x1)
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    ax.view_init(elev=40, azim=-60)
    ax.plot_surface(XX, YY, f(np.array([XX, YY])), edgecolor="k", linewidth=0.2)
    ax.set_xlabel("x0")
    ax.set_ylabel("x1")
    ax.set_zlabel("f")
    return fig


def plot_contour(f, x0, x1):
    fig, ax, cs = draw_contour(f, x0, x1)
    fig.colorbar(cs)
    return fig


def plot_descent(f, path, x0, x1):
    fig, ax, cs = draw_contour(f, x0, x1)
    d = np.diff(path, axis=0)
    ax.quiver(
        path[:-1, 0], path[:-1, 1], d[:, 0], d[:, 1],
        angles="xy", scale_units="xy", scale=1, color="red", width=0.005,
    )
    return fig
