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
# **After this lesson you can**
#
# - fit a line to data with the very walk that you wrote for the bowl;
# - say why the same function trains a network, and how many loss values that costs;
# - name what a trained network does not know.
#
# This page is a notebook. Everything on it ran when the site was built.
#
# ## The two functions you wrote
#
# `numerical_gradient` and `descent_path` are the functions of the exercises, in the course's own
# version. Yours do the same. Put yours in their place, and everything below works as well.

# %%
import numpy as np

from docs.figures.look import show
from docs.figures.network import learning, line_and_map, losses
from docs.figures.walking import bowl, descent_path, numerical_gradient

path = descent_path(bowl, np.array([-2.0, 3.0]), lr=0.1, step_num=100)
print("the bowl, once more, ends at", path[-1])

# %% [markdown]
# ## A line that finds its points
#
# Here are the five points of the lesson on [loss functions](loss.md). A line has two
# numbers, its weight w and its bias b. We put them into one array, `p`. Then the loss is a
# function of `p`: two numbers in, one out. It is a landscape like any other.

# %%
x = np.array([0.0, 1.0, 2.0, 3.0, 4.0])
t = np.array([1.2, 1.4, 2.6, 2.4, 3.4])


def line_loss(p):
    w, b = p
    return 0.5 * np.sum((w * x + b - t) ** 2)


print(f"at w = 0, b = 0 the loss is {line_loss(np.zeros(2)):.2f}")
slopes = numerical_gradient(line_loss, np.zeros(2))
print("and its gradient is", slopes.round(3))

# %% [markdown]
# Both slopes are negative: the ground falls towards larger w and larger b. So the walk will
# tilt the line up and lift it. How large may the learning rate be? The limit is 2/L, where L
# is the largest curvature. This landscape is a tilted bowl, and L is its curvature along the
# short axis, as [drawn in lesson six](learning_rate.md). Numpy finds it from the second
# derivatives.

# %%
ones = np.ones(5)
bending = np.array([[x @ x, x @ ones], [ones @ x, ones @ ones]])
largest = np.linalg.eigvalsh(bending).max()
print(f"L = {largest:.1f}, so lr must stay below {2 / largest:.3f}")

# %% [markdown]
# We take 0.05, just below the limit, and walk.

# %%
path = descent_path(line_loss, np.zeros(2), lr=0.05, step_num=100)
for step in (0, 1, 2, 10, 100):
    w, b = path[step]
    height = line_loss(path[step])
    print(f"step {step:3}: w = {w:.3f}, b = {b:.3f}, loss = {height:.4f}")

# %%
show(line_and_map(line_loss, path, x, t), "en")

# %% [markdown]
# On the left the line turns and rises. On the right a point walks. **It is the same thing.**
# And the picture on the right is an old acquaintance: the steep direction bounces, the flat
# one creeps.
#
# <details class="success"><summary>Before you read on: what would a learning rate of 0.07 do?
# (Open for the answer.)</summary>
# <p>It is above the limit of 0.060. The factor in the steep direction is
# 1 − 0.07 · 33.5 = −1.35: each step lands farther out than the one before, and the line swings
# up and down ever more wildly.</p>
# </details>
#
# ## A curve needs more than a line
#
# Now the data lie on a wave. No line fits a wave. So we take a small network: three neurons
# side by side. Each has a weight and a bias of its own and bends its sum with tanh. A last
# neuron adds the three up. That makes 3 + 3 + 3 + 1 = 10 numbers to choose.

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

# %%
show(learning(predict, path, (0, 30, 300, 3000), x, t), "en")
show(losses(heights), "en")

# %% [markdown]
# Train them yourself. The ten numbers, the curve that they make and the loss change together:
#
# <kobai-network starts="0.3456 0.8216 0.3304 -1.3032 0.9054 0.4464 -0.5370 0.5811 0.3646 0.2941, 0.1891 -0.5227 -0.4131 -2.4415 1.7997 1.1442 -0.3254 0.7738 0.2812 -0.5538, 2.0409 -2.5557 0.4181 -0.5678 -0.4526 -0.2156 -2.0200 -0.2319 -0.8652 3.3230"><span>With scripts switched on, the ten numbers are trained here, in front of you: the same walk as above.</span></kobai-network>
#
# The ten numbers have become a wave. Nobody told the network what a sine is. It was told only
# how wrong it was, and walked downhill.
#
# <details class="success"><summary>Before you read on: how many values of the loss did this
# walk need? (Open for the answer.)</summary>
# <p>Two for each of 10 variables, in each of 3000 steps: 60,000. For ten variables that takes a
# second. For a million variables one step would need two million values of the loss.
# That is why large networks get their gradient by the chain rule (backpropagation). The walk
# stays the same.</p>
# </details>
#
# ## What it does not know
#
# The network saw the wave from −3 to 3. Ask it about a point outside:

# %%
for far in (1.5, 3.0, 6.0):
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
# tested elsewhere.
#
# ### "Another start gives the same network"
#
# Change the 1 in `default_rng(1)` to 2. After 3000 steps the loss is still more than a hundred
# times as high. Another valley, or a long plateau? From the inside the walk cannot tell.
#
# ## The exercise it leads to
#
# Take your own `descent_path` from [the exercise](gradient_descent.md#the-exercise) and run this
# page with it. The code above is complete. Only the pictures need the course's own module.
#
# ## Sources
#
# - D. E. Rumelhart, G. E. Hinton and R. J. Williams, "Learning representations by
#   back-propagating errors", *Nature* 323 (1986).
# - G. Cybenko, "Approximation by superpositions of a sigmoidal function", *Mathematics of
#   Control, Signals, and Systems* 2 (1989): why a few bent sums can follow any curve.
# - K. Saitoh, *Deep Learning from Scratch*, chapters 3 to 5.
