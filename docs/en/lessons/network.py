# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # From two variables to a network
#
# <p class="kobai-need">Lesson 8 of 9 · about 30 minutes · you need: the three exercises, done or nearly done</p>
#
# **After this lesson you can**
#
# - fit a line to data with the very walk that you wrote for the bowl;
# - say why the same function trains a network, and how many loss values that costs;
# - name what a trained network does not know.
#
# This page is a notebook, and everything on it ran when the site was built. **It runs with your own
# functions as well**: take [network.ipynb](../assets/exercises/network.ipynb), and lay it beside your
# `numerical_gradient.py`, `gradient_descent.py` and `plotting.py`. It needs nothing else but NumPy
# and matplotlib.
#
# ## The functions you wrote

# %%
import matplotlib.pyplot as plt
import numpy as np
from gradient_descent import descent_path
from numerical_gradient import numerical_gradient
from plotting import plot_descent


def bowl(x):
    return x[0] ** 2 + x[1] ** 2


path = descent_path(bowl, np.array([-2.0, 3.0]), lr=0.1, step_num=100)
print("the bowl, once more, ends within 1e-9 of (0, 0):", np.linalg.norm(path[-1]) < 1e-9)

# %% [markdown]
# ## A line that finds its points
#
# Here are the five points of the lesson on [loss functions](loss.md). A line has two
# parameters, its weight w and its bias b. We put them into one array, `p`. Then the loss is a
# function of `p`: two numbers in, one out. It is a landscape like any other.

# %%
x = np.array([0.0, 1.0, 2.0, 3.0, 4.0])
t = np.array([1.2, 1.4, 2.6, 2.4, 3.4])


def line_loss(p):
    w, b = p
    return 0.5 * sum((w * x_k + b - t_k) ** 2 for x_k, t_k in zip(x, t, strict=True))


print(f"at w = 0, b = 0 the loss is {line_loss(np.zeros(2)):.2f}")
slopes = numerical_gradient(line_loss, np.zeros(2))
print("and its gradient is", slopes.round(3))

# %% [markdown]
# Both slopes are negative: the ground falls towards larger w and larger b. So the walk will
# tilt the line up and lift it. How large may the learning rate be? The limit is 2/L, where L
# is the largest curvature. This landscape is a tilted bowl, and L is its curvature along the
# short axis, as [drawn in lesson six](learning_rate.md). NumPy finds it from the table of second
# derivatives, the Hessian matrix. (Mathematicians call it the matrix's largest eigenvalue.)

# %%
hessian = np.array([[30.0, 10.0], [10.0, 5.0]])
largest = np.linalg.eigvalsh(hessian).max()
print(f"L = {largest:.1f}, so lr must stay below {2 / largest:.3f}")

# %% [markdown]
# We take 0.05, just below the limit, and walk.

# %%
path = descent_path(line_loss, np.zeros(2), lr=0.05, step_num=100)
for step in (0, 1, 2, 10, 100):
    w, b = path[step]
    height = line_loss(path[step])
    print(f"step {step:3}: w = {w:.3f}, b = {b:.3f}, loss = {height:.4f}")
print("least squares gave exactly:", np.linalg.solve(hessian, [27.4, 11.0]).round(3))

# %% [markdown]
# After 100 steps the walk is where [the two equations](loss.md#least-squares)
# said that it must end. Here is the line on its way, and then the same walk on the map, drawn by
# your own `plot_descent`:

# %% alt="The five points and the line after 0, 2, 10 and 100 steps. It begins flat at the bottom, and the last one runs through the middle of the points."
figure, axes = plt.subplots(figsize=(7, 3.6))
axes.plot(x, t, "ko")
for step, style in ((0, ":"), (2, "-."), (10, "--"), (100, "-")):
    w, b = path[step]
    axes.plot(x, w * x + b, style, label=f"step {step}")
axes.set_xlabel("x")
axes.set_ylabel("t, y")
axes.legend()
plt.show()

# %% alt="The walk on the map of the loss, over w and b. It jumps to and fro across a narrow valley and then creeps along it to its end at (0.54, 1.12)."
figure = plot_descent(line_loss, path, np.linspace(-0.6, 1.4, 61), np.linspace(-0.4, 2.4, 61))
figure.axes[0].set_xlabel("w")
figure.axes[0].set_ylabel("b")
plt.show()

# %% [markdown]
# In the first picture the line turns and rises. In the second a point walks. **It is the same
# thing.** And the second picture is an old acquaintance: the steep direction bounces, the flat
# one creeps.
#
# <p><strong>Before you read on:</strong> what would a learning rate of 0.07 do?</p>
# <details class="choice"><summary>Arrive sooner, because the steps are longer</summary>
# <p>Longer steps are only better up to a point. The limit here is 0.060.</p></details>
# <details class="choice right"><summary>Run away</summary>
# <p>Yes. The factor in the steep direction is 1 − 0.07 · 33.5 = −1.35: each step lands farther
# out than the one before, and the line swings up and down ever more wildly.</p></details>
# <details class="choice"><summary>Bounce, but arrive</summary>
# <p>It bounces, but the factor in the steep direction is 1 − 0.07 · 33.5 = −1.35, and its size is
# above 1.</p></details>
#
# ## A curve needs more than a line
#
# Now the data lie on a wave. No line fits a wave. So we take a small network: three neurons
# side by side. Each has a weight and a bias of its own and bends its sum with tanh. A last
# neuron adds the three up. That makes 3 + 3 + 3 + 1 = 10 parameters to choose.

# %%
x = np.linspace(-3, 3, 25)
t = np.sin(x)


def predict(p, x):
    weights, biases, mix, shift = p[0:3], p[3:6], p[6:9], p[9]
    bent = np.tanh(np.outer(x, weights) + biases)
    return bent @ mix + shift


def network_loss(p):
    return 0.5 * np.sum((predict(p, x) - t) ** 2)


# %% [markdown]
# A landscape over ten variables. Nobody can draw it. But the walker in the fog never needed a
# drawing. We start at ten random numbers and call **the same function** as before:

# %%
start = np.random.default_rng(1).normal(size=10)
path = descent_path(network_loss, start, lr=0.01, step_num=3000)
heights = np.array([network_loss(p) for p in path])
for step in (0, 30, 300, 3000):
    print(f"step {step:4}: loss {heights[step]:8.4f}")

# %% alt="Four small plots of the network's curve over the 25 points of the sine wave: at step 0 it is far away, at step 30 it leans the right way, at step 300 it has the shape, at step 3000 it runs through all points."
figure, panels = plt.subplots(1, 4, figsize=(7.4, 2.8), sharey=True)
fine = np.linspace(-3, 3, 100)
for axes, step in zip(panels, (0, 30, 300, 3000), strict=True):
    axes.plot(x, t, "k.")
    axes.plot(fine, predict(path[step], fine))
    axes.set_title(f"step {step}")
    axes.set_xlabel("x")
panels[0].set_ylabel("t, y")
panels[0].set_ylim(-1.6, 1.6)
plt.show()

# %% alt="The loss against the step on a logarithmic scale. It drops steeply at once, is nearly flat until about step 500, and then falls steadily to 0.0035."
figure, axes = plt.subplots(figsize=(7, 3.4))
axes.semilogy(heights)
axes.set_xlabel("step")
axes.set_ylabel("loss E")
axes.grid()
plt.show()

# %% [markdown]
# Train them yourself. The ten numbers, the curve that they make and the loss change together:
#
# <kobai-network starts="0.3456 0.8216 0.3304 -1.3032 0.9054 0.4464 -0.5370 0.5811 0.3646 0.2941, 0.1891 -0.5227 -0.4131 -2.4415 1.7997 1.1442 -0.3254 0.7738 0.2812 -0.5538, 2.0409 -2.5557 0.4181 -0.5678 -0.4526 -0.2156 -2.0200 -0.2319 -0.8652 3.3230"><span>With scripts switched on, the ten numbers are trained here, in front of you: the same walk as above.</span></kobai-network>
#
# The ten numbers have become a wave. Nobody told the network what a sine is. It was told only
# how wrong it was, and walked downhill.
#
# <p><strong>Before you read on:</strong> how many values of the loss did this walk need?</p>
# <details class="choice"><summary>3000, one in each step</summary>
# <p>One value of the loss says how high you are, not which way is down. How many does one
# numerical gradient need?</p></details>
# <details class="choice"><summary>30,000, one for each of 10 variables in each step</summary>
# <p>Almost. The central difference asks on both sides of each variable.</p></details>
# <details class="choice right"><summary>60,000</summary>
# <p>Yes: two for each of 10 variables, in each of 3000 steps. For ten variables that takes a
# second. For a million variables one step would need two million values of the loss.
# That is why large networks get their gradient by the chain rule (backpropagation). The walk
# stays the same.</p></details>
#
# ## What it does not know
#
# The network saw the wave from −3 to 3: those 25 points are its training data. Ask it about points
# that it has not seen, as test data do:

# %%
for far in (1.4, 2.9, 6.0):
    guess = predict(path[-1], np.array([far]))[0]
    print(f"at {far}: network {guess:+.3f}, sine {np.sin(far):+.3f}")

# %% [markdown]
# Inside it is good. Outside it has no idea, and does not tell you so.
#
# ## What people get wrong
#
# ### "The network stores the points"
#
# It stores ten numbers. The points were only used to say how wrong those numbers were.
#
# ### "A loss near zero means that it understood"
#
# It means that the curve is near the points it was shown. What happens elsewhere has to be
# tested elsewhere. A network with very many parameters can pass through noisy points exactly and
# be wrong between them: overfitting.
#
# ### "Another start gives the same network"
#
# Change the 1 in `default_rng(1)` to 2. After 3000 steps the loss is still more than a hundred
# times as high. Another valley, or a long plateau? From the inside the walk cannot tell.
#
# ## The exercise it leads to
#
# Run [network.ipynb](../assets/exercises/network.ipynb) with your own three files beside it. Then
# measure a line of your own: put the numbers of your last lab report into `x` and `t`. Which
# learning rate do they need?
#
# ## Sources
#
# - D. E. Rumelhart, G. E. Hinton and R. J. Williams, "Learning representations by
#   back-propagating errors", *Nature* 323 (1986).
# - G. Cybenko, "Approximation by superpositions of a sigmoidal function", *Mathematics of
#   Control, Signals, and Systems* 2 (1989): why enough bent sums come as close as you like to any
#   continuous curve on a closed interval.
# - K. Saitoh, *Deep Learning from Scratch*, chapters 3 to 5.
