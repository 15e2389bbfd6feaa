# %% [markdown]
"""
# The numerical gradient · 数値微分

Write `numerical_gradient(f, x)`. It gives the gradient of `f` at the point `x`: one partial
derivative for each component of `x`. You do not know the formula of `f`; all you can do is call it.

Use the central difference. For each component, step a small distance h forward, step h back,
and divide the change of f by the distance between the two points:

    ∂f/∂xᵢ ≈ ( f(x + h eᵢ) - f(x - h eᵢ) ) / 2h

Here eᵢ is 1 in component i and 0 everywhere else: one component moves, the others stay.
`x` may be a list or an array of any shape, of whole numbers or of floats,
and it is the same after the call as before.

関数 `numerical_gradient(f, x)` を書きます。
点 `x` での `f` の勾配、つまり `x` の成分ごとの偏微分を並べた配列を返します。
`f` の式は分かりません。できるのは `f` を呼び出すことだけです。

中心差分を使います。成分ごとに、小さな幅 h だけ前へ進んだ点と後ろへ戻った点で f を計算し、
その差を 2 点の間の距離 2h で割ります（上の式）。
eᵢ は第 i 成分だけが 1 で、ほかは 0 です。動かすのは 1 つの成分だけで、ほかはそのままにします。
`x` はリストでも、どんな形の配列でも、整数でも小数でもかまいません。
呼び出しの前と後で `x` が変わらないようにします。
"""

# %%
import numpy as np


# %% nbgrader={"grade_id": "numerical_gradient", "solution": true}
def numerical_gradient(f, x):
    """Give the gradient of f at x, by central differences.

    x での f の勾配を、中心差分で求めます。

    Args:
        f: takes an array shaped like x, returns a number.
            関数。x と同じ形の配列を受け取り、数を返します。
        x: the point, any shape, any real dtype; not changed.
            点。どんな形でもかまいません。変更しません。

    Returns:
        The gradient, shaped like x, float64.
        勾配。x と同じ形の、float64 の配列。
    """
    ### BEGIN SOLUTION
    # The error is about h² (truncation) plus ε/h (rounding), smallest near h = ε^(1/3) in the units
    # of x. Source: Press et al., Numerical Recipes, 3rd ed., section 5.7.
    x = np.array(x, dtype=np.float64)
    gradient = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[i] = np.finfo(np.float64).eps ** (1 / 3) * max(1.0, abs(x[i]))
        gradient[i] = (f(x + step) - f(x - step)) / (2 * step[i])
    return gradient
    ### END SOLUTION
