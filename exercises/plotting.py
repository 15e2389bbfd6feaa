"""Pictures of a function · 関数を絵にする

A function of two variables is a landscape. Draw it in three ways.
Each function gives a matplotlib `Figure`:

- `plot_surface(f, x0, x1)`: the surface in three dimensions, with x0, x1 and f on the axes.
- `plot_contour(f, x0, x1)`: the contour lines, with equal scales on both axes and a colorbar.
- `plot_descent(f, path, x0, x1)`: the contour lines and, on them, the path. Mark its start and
  its end, so that a reader can tell which is which.

`x0` and `x1` are the coordinates along the two axes. `f` takes a whole grid at once: with
`X0, X1 = np.meshgrid(x0, x1)` the heights are `f(np.array([X0, X1]))`.
Every axis bears its own name: write `x0` on the first, `x1` on the second and `f` on the height
(`$x_0$` or more words around the name are welcome).
Return the figure; whether it is shown is up to the caller.

2 変数の関数は、土地の起伏のようなものです。これを 3 通りに描きます。
どの関数も matplotlib の `Figure` を返します。

- `plot_surface(f, x0, x1)`:3 次元の曲面。軸は x0、x1、f です。
- `plot_contour(f, x0, x1)`:等高線。縦横の縮尺をそろえ、カラーバーを付けます。
- `plot_descent(f, path, x0, x1)`:等高線の上に経路を重ねます。出発点と終点には、どちらがどちらか
  見分けられる印を付けます。

`x0` と `x1` は 2 つの軸の座標です。`f` は格子全体を一度に計算できます。
`X0, X1 = np.meshgrid(x0, x1)` とすれば、高さは `f(np.array([X0, X1]))` です。
軸には、それぞれの名前を必ず書きます。1 つ目の軸は `x0`、2 つ目の軸は `x1`、高さは `f` です
(`$x_0$` と書いても、前後に言葉を添えてもかまいません)。
図は `return` で返します。画面に出すかどうかは、呼び出す側が決めます。

Check your work with: autograder check plotting.py
確かめるには: autograder check plotting.py
"""

import matplotlib.pyplot as plt
import numpy as np


def plot_surface(f, x0, x1):
    """Draw the surface of f in three dimensions.

    f の曲面を 3 次元で描きます。

    Args:
        f: takes an array of shape (2, …), returns one of shape (…).
            関数。形 (2, …) の配列を受け取り、形 (…) の配列を返します。
        x0: the coordinates along the first axis, shape (n,).
            1 つ目の軸の座標。
        x1: the coordinates along the second axis, shape (m,).
            2 つ目の軸の座標。

    Returns:
        The matplotlib Figure.
        matplotlib の Figure。
    """
    # YOUR CODE HERE · ここにコードを書きます
    raise NotImplementedError()


def plot_contour(f, x0, x1):
    """Draw the contour lines of f, with equal scales and a colorbar.

    f の等高線を、縦横同じ縮尺で、カラーバーを付けて描きます。

    The arguments are those of plot_surface.
    引数は plot_surface と同じです。

    Returns:
        The matplotlib Figure.
        matplotlib の Figure。
    """
    # YOUR CODE HERE · ここにコードを書きます
    raise NotImplementedError()


def plot_descent(f, path, x0, x1):
    """Draw the contour lines of f and, on them, a path whose start and end are marked.

    f の等高線の上に、経路を描きます。出発点と終点には、見分けられる印を付けます。

    Args:
        f: as in plot_surface.
            plot_surface と同じです。
        path: the points in order, shape (k, 2).
            通った点。順に並んでいます。
        x0: as in plot_surface.
            plot_surface と同じです。
        x1: as in plot_surface.
            plot_surface と同じです。

    Returns:
        The matplotlib Figure.
        matplotlib の Figure。
    """
    # YOUR CODE HERE · ここにコードを書きます
    raise NotImplementedError()
