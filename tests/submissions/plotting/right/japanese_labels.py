import numpy as np
import matplotlib.pyplot as plt

# 日本語フォントがあれば使う
plt.rcParams["font.family"] = ["IPAexGothic", "Noto Sans CJK JP", "DejaVu Sans"]


def koushi(f, x0, x1):
    """格子点とその高さ"""
    yoko, tate = np.meshgrid(x0, x1)
    takasa = f(np.array([yoko, tate]))
    return yoko, tate, takasa


def plot_surface(f, x0, x1):
    """曲面"""
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    ax.plot_surface(*koushi(f, x0, x1), cmap="terrain")
    ax.set_title("関数の曲面")
    ax.set_xlabel("横軸 x0")
    ax.set_ylabel("縦軸 x1")
    ax.set_zlabel("高さ f")
    return fig


def plot_contour(f, x0, x1):
    """等高線"""
    fig, ax = plt.subplots()
    tokousen = ax.contour(*koushi(f, x0, x1), levels=20, cmap="terrain")
    ax.set_title("等高線")
    ax.set_xlabel("横軸 x0")
    ax.set_ylabel("縦軸 x1")
    ax.set_aspect("equal")
    fig.colorbar(tokousen, label="高さ f")
    return fig


def plot_descent(f, path, x0, x1):
    """等高線と経路"""
    fig = plot_contour(f, x0, x1)
    ax = fig.axes[0]
    ax.set_title("勾配降下法の経路")
    ax.plot(path[:, 0], path[:, 1], "-", color="crimson", label="経路")
    ax.plot(*path[0], "o", color="crimson", label="出発点")
    ax.plot(*path[-1], "*", color="crimson", label="終点")
    ax.legend()
    return fig
