# 学籍番号 s09  グラフ
import numpy as np
import matplotlib.pyplot as plt


def plot_surface(f, x0, x1):
    """曲面のグラフ"""
    X0, X1 = np.meshgrid(x0, x1)
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    ax.plot_surface(X0, X1, f(np.array([X0, X1])))
    ax.set_xlabel("横")
    ax.set_ylabel("奥行き")
    ax.set_zlabel("高さ")
    return fig


def plot_contour(f, x0, x1):
    """等高線"""
    X0, X1 = np.meshgrid(x0, x1)
    fig, ax = plt.subplots()
    cs = ax.contour(X0, X1, f(np.array([X0, X1])))
    fig.colorbar(cs)
    ax.set_aspect("equal")  # 縦横の縮尺を同じにする
    ax.set_xlabel("横")
    ax.set_ylabel("縦")
    return fig


def plot_descent(f, path, x0, x1):
    """等高線と経路"""
    fig = plot_contour(f, x0, x1)
    fig.axes[0].plot(path[:, 0], path[:, 1], "ro-", label="経路")
    return fig
