"""What the widgets compute: the walks of the lessons, and what is said about a walk."""

from __future__ import annotations

import json
import re
import subprocess

import numpy as np
import pytest

from docs.builder import node
from docs.builder.paths import DOCS, WEB
from docs.figures import walking
from docs.figures.next_steps import RAVINE_START, RAVINE_STEPS, ravine_walks

START = [-2, 3]


def run(module: str, expression: str) -> object:
    """Return the value of an expression over what a module of the widgets exports, `m`."""
    load = f"import * as m from './widgets/{module}.js'"
    source = f"{load}; console.log(JSON.stringify({expression}))"
    done = subprocess.run(
        [str(node.command()), "--input-type=module", "--eval", source],
        cwd=WEB,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("landscape", "start", "rate", "kind"),
    [
        ("bowl", START, 0.001, "crawls"),
        ("bowl", START, 0.01, "crawls"),
        ("bowl", START, 0.1, "arrives"),
        ("bowl", START, 0.5, "arrives"),
        ("bowl", START, 0.95, "zigzags"),
        ("bowl", START, 0.98, "closes"),
        ("bowl", START, 1, "bounces"),
        ("bowl", START, 1.02, "diverges"),
        ("bowl", START, 1.25, "lost"),
        ("bowl", [0, 0], 1.25, "still"),
        ("unequal", START, 0.45, "zigzags"),
        ("unequal", [0, 3], 0.45, "zigzags"),
        ("unequal", START, 0.5, "bounces"),
        ("unequal", START, 0.51, "diverges"),
        ("unequal", [3, 0], 0.51, "zigzags"),
        ("valleys", [-0.3, 2.5], 0.05, "arrives"),
        ("valleys", [0.6, 2.5], 0.05, "arrives"),
        ("valleys", START, 0.43, "wanders"),
        ("valleys", START, 0.94, "wanders"),
    ],
)
def test_a_walk_is_called_what_it_is(landscape, start, rate, kind):
    """The widget says what the points of a walk show, also at the limit and next to it."""
    walk = f"m.descentPath(m.LANDSCAPES.{landscape}, {start}, {rate}, 100)"

    assert run("functions", f"m.judge(m.LANDSCAPES.{landscape}, {walk}, 100).kind") == kind


def test_widgets_walk_as_the_figures_do():
    """Descent, momentum and Adam lead to the same points in widget and figure."""
    calls = {
        "descent": "m.descentPath(m.quadratic(0.2, 2), {start}, 0.9, {steps})",
        "momentum": "m.momentumPath(m.quadratic(0.2, 2), {start}, 0.5, 0.5, {steps})",
        "adam": "m.adamPath(m.quadratic(0.2, 2), {start}, 0.2, 0.9, {steps})",
    }
    for name, path in ravine_walks().items():
        call = calls[name].format(start=RAVINE_START.tolist(), steps=RAVINE_STEPS)

        # The figures measure the gradient, the widgets know it: rounding is all that differs.
        np.testing.assert_allclose(run("functions", call), path, atol=1e-6)


@pytest.mark.parametrize("name", ["bowl", "unequal", "valleys"])
def test_landscapes_are_those_of_the_figures(name):
    """Heights and gradients are those of the figures, and nothing lies below the lowest."""
    f = {"unequal": walking.unequal_bowl, "valleys": walking.two_valleys}.get(name, walking.bowl)
    x = np.array([-1.3, 0.7])

    height, slope, lowest = run(
        "functions",
        f"[m.LANDSCAPES.{name}.f(-1.3, 0.7), m.LANDSCAPES.{name}.gradient(-1.3, 0.7), "
        f"m.LANDSCAPES.{name}.lowest]",
    )

    assert height == pytest.approx(f(x))
    np.testing.assert_allclose(slope, walking.numerical_gradient(f, x), atol=1e-6)
    grid = np.meshgrid(np.linspace(-4, 4, 401), np.linspace(-4, 4, 401))
    assert lowest <= f(np.array(grid)).min() <= lowest + 1e-3


def test_a_far_line_is_cut_on_its_own_ray():
    """What is seen of a stretch that leads far away lies on that stretch."""
    (left, top), (right, bottom) = run(
        "clipping",
        "m.within([10, 10], [1000010, 3000010], { left: 0, top: 0, right: 100, bottom: 100 })",
    )

    assert (left, top) == (10, 10)
    assert bottom == pytest.approx(100)
    assert right - 10 == pytest.approx((bottom - 10) / 3)


@pytest.mark.parametrize(
    "stretch", ["[-5, 50], [-1, 60]", "[50, 200], [60, 101]", "[-50, 20], [20, -50]"]
)
def test_what_lies_outside_is_not_drawn(stretch):
    """A stretch that never enters the rectangle has no part to draw."""
    box = "{ left: 0, top: 0, right: 100, bottom: 100 }"

    assert run("clipping", f"m.within({stretch}, {box}) ?? null") is None


@pytest.mark.parametrize(
    ("terms", "written"),
    [
        ("[[1, 'a'], [0, 'b'], [-1, 'c']]", "a − c"),
        ("[[-1.5, 'a'], [2, 'b'], [0.1, 'c']]", "−1.5a + 2b + 0.1c"),
        ("[[0, 'a'], [0, 'b'], [0, 'c']]", "0"),
    ],
)
def test_a_sum_is_written_as_one_writes_it(terms, written):
    """No “+ −1.0·x”, no term of nothing."""
    assert run("words", f"m.sum({terms})") == written


@pytest.mark.parametrize("rate", [0.001, 0.01, 0.05, 0.1, 0.45, 0.5, 0.9, 0.95, 1, 1.02, 1.25])
def test_the_slider_takes_the_rates_of_the_lessons(rate):
    """Every learning rate that a lesson names can be set, exactly."""
    assert rate in run("rates", "m.RATES")


def starts(language):
    """Return the ten numbers of each start, as the page has them."""
    page = (DOCS / language / "lessons" / "network.py").read_text(encoding="utf-8")
    found = re.search(r'<kobai-network starts="([^"]+)"', page)
    return [[float(number) for number in start.split()] for start in found[1].split(",")]


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_network_starts_from_numpys_random_numbers(language):
    """The widget's starts are default_rng(1), (2) and (3), to four decimals."""
    for seed, numbers in enumerate(starts(language), start=1):
        expected = np.random.default_rng(seed).normal(size=10)

        np.testing.assert_allclose(numbers, expected, atol=5.1e-5)


def test_the_network_learns_as_in_the_lesson():
    """3000 steps at 0.01 from the first start end near the loss that the lesson has."""
    trained = f"Array.from({{length: 3000}}).reduce((p) => m.step(p, 0.01), {starts('en')[0]})"

    # The start is rounded to four decimals, so the end is near the lesson's 0.0035, not the same.
    assert run("training", f"m.loss({trained})") == pytest.approx(0.0035, rel=0.1)
