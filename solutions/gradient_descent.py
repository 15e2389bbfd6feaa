# %% [markdown]
"""
# Gradient descent · 勾配降下法

The gradient points uphill, so a small step against it leads downhill. Start at `init_x` and take
`step_num` steps, each from the point where you are:

    x ← x - η ∇f(x)

The learning rate η (`lr` in the code) says how far a step goes. Write two functions:

- `gradient_descent(f, init_x, lr, step_num)` gives the point that you reach.
- `descent_path(f, init_x, lr, step_num)` gives every point on the way, the start first:
  `step_num + 1` points.

`init_x` is the same after the call as before. The gradient comes from the exercise before this
one; where yours does not work yet, a stand-in takes its place.

勾配は上り坂の向きを指すので、その逆へ少し進めば下ります。
`init_x` から始めて、いまいる点から 1 歩ずつ、上の式で `step_num` 回進みます。
学習率 η（コードでは `lr`）が、1 歩の大きさを決めます。関数を 2 つ書きます。

- `gradient_descent(f, init_x, lr, step_num)` は、たどり着いた点を返します。
- `descent_path(f, init_x, lr, step_num)` は、通った点を出発点から順にすべて返します。
  点は `step_num + 1` 個です。

呼び出しの前と後で `init_x` が変わらないようにします。
勾配には 1 つ前の演習の関数を使います。それがまだ動かないときは、代わりの関数が使われます。
"""

# %%
import numpy as np
from numerical_gradient import numerical_gradient


# %% nbgrader={"grade_id": "gradient_descent", "solution": true}
def gradient_descent(f, init_x, lr=0.01, step_num=100):
    """Walk downhill from init_x and give the point reached.

    init_x から坂を下り、たどり着いた点を返します。

    Args:
        f: takes an array of shape (n,), returns a number.
            関数。形 (n,) の配列を受け取り、数を返します。
        init_x: the start, shape (n,), any real dtype; not changed.
            出発点。変更しません。
        lr: the learning rate, greater than 0, in the units of x² per unit of f.
            学習率。0 より大きい数。
        step_num: how many steps; 0 gives the start itself.
            進む回数。0 なら出発点を返します。

    Returns:
        The point reached, shape (n,), float64.
        たどり着いた点。
    """
    ### BEGIN SOLUTION
    # For a quadratic whose largest curvature is L this converges for 0 < lr < 2 / L.
    # Source: Nocedal & Wright, Numerical Optimization, 2nd ed., section 2.2.
    x = np.array(init_x, dtype=np.float64)
    for _ in range(step_num):
        x = x - lr * numerical_gradient(f, x)
    return x
    ### END SOLUTION


# %% nbgrader={"grade_id": "descent_path", "solution": true}
def descent_path(f, init_x, lr=0.01, step_num=100):
    """Walk downhill from init_x and give every point on the way.

    init_x から坂を下り、通った点をすべて返します。

    The arguments are those of gradient_descent.
    引数は gradient_descent と同じです。

    Returns:
        The points, shape (step_num + 1, n), float64; row 0 is the start.
        通った点。0 行目が出発点です。
    """
    ### BEGIN SOLUTION
    path = [np.array(init_x, dtype=np.float64)]
    for _ in range(step_num):
        path.append(path[-1] - lr * numerical_gradient(f, path[-1]))
    return np.array(path)
    ### END SOLUTION
