# %% [markdown]
"""
# Euler's method

A quantity y changes at the rate f(t, y). Write one step, and a walk of n steps.

量 y は f(t, y) の速さで変化します。1 ステップと、n ステップの歩みを書きましょう。
"""

# %%
import numpy as np


# %% nbgrader={"grade_id": "euler_step", "solution": true}
def euler_step(f, t, y, h):
    """Give where y is after a time h.

    時間 h のあとの y を返します。

    Args:
        f: f(t, y) is the rate at which y changes.
            f(t, y) は y の変化の速さ。
        t: the time now.
            いまの時刻。
        y: an array.
            配列。
        h: how long the step takes.
            1 ステップの時間。
    """
    ### BEGIN SOLUTION
    return y + h * f(t, y)
    ### END SOLUTION


# %% nbgrader={"grade_id": "euler", "solution": true}
def euler(f, t0, y0, h, n):
    """Give y0 and the point after each of n steps, an array of n + 1 points.

    y0 と、n ステップそれぞれのあとの点を、n + 1 個の点の配列で返します。
    """
    ### BEGIN SOLUTION
    points = [y0]
    for number in range(n):
        points.append(euler_step(f, t0 + number * h, points[-1], h))
    return np.array(points)
    ### END SOLUTION
