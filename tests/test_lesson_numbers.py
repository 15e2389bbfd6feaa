"""The numbers that the lessons state: each is computed here and looked up on the page."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Iterator
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import pytest

from docs.figures import (
    learning_rate,
    look,
    loss,
    numerical_gradient,
    plotting,
    walking,
    why_a_minimum,
)
from docs.figures.next_steps import ravine_walks
from docs.figures.walking import (
    START,
    bowl,
    descent_path,
    ravine,
    two_valleys,
    unequal_bowl,
)

DOCS = Path(look.__file__).parent.parent


def far(rate: float, steps: int) -> float:
    """Give by what the distance is multiplied on the bowl, walked with its exact gradient."""
    path = descent_path(bowl, START, rate, steps, gradient=lambda x: 2 * x)
    return float(np.linalg.norm(path[-1]) / np.linalg.norm(path[0]))


def scientific(value: float) -> str:
    """Write a number in TeX with two digits, as the pages do."""
    mantissa, exponent = f"{value:.1e}".split("e")
    return rf"{mantissa} \times 10^{{{int(exponent)}}}"


def sums() -> dict[str, float]:
    """Give what least squares adds up over the five points of the lesson on losses."""
    return {
        "xx": loss.X @ loss.X,
        "x": loss.X.sum(),
        "xt": loss.X @ loss.Y,
        "t": loss.Y.sum(),
        "n": loss.X.size,
    }


def discriminant(f, at=(0.0, 0.0)) -> float:
    """Give D of a function at a point, by second differences that are exact for quadratics."""
    x, h = np.array(at), 0.5

    def bend(s: np.ndarray, t: np.ndarray) -> float:
        return float((f(x + s + t) - f(x + s - t) - f(x - s + t) + f(x - s - t)) / (4 * h * h))

    first, second = h * np.eye(2)
    return bend(first, first) * bend(second, second) - bend(first, second) ** 2


def mixed(x: np.ndarray) -> np.ndarray:
    """Give x0² + 3 x0 x1 + x1², the lesson's hidden saddle."""
    return x[0] ** 2 + 3 * x[0] * x[1] + x[1] ** 2


def claims() -> Iterator[tuple[str, str]]:
    """Give the statements of the pages that hold a number, computed here, as they are written."""
    radius, thick = why_a_minimum.BEST_RADIUS, (350 / (2 * 2 * np.pi)) ** (1 / 3)
    yield "lessons/why_a_minimum", f"r = {radius:.2f}$ cm"
    yield "lessons/why_a_minimum", f"${why_a_minimum.metal(radius):.0f}$ cm²"
    yield "lessons/why_a_minimum", f"${350 / (np.pi * thick**2):.2f}$ cm"
    for f, written in ((bowl, "D = {:.0f} > 0"), (mixed, "D = 4 - 9 = {:.0f} < 0")):
        yield "lessons/critical_points", written.format(discriminant(f))
    slopes = numerical_slopes(unequal_bowl, (1.0, 2.0))
    yield "lessons/critical_points", f"2x_0 = {slopes[0]:.0f}"
    yield "lessons/critical_points", f"4x_1 = {slopes[1]:.0f}"
    total = sums()
    yield "lessons/loss", "{xx:.0f}\\,w + {x:.0f}\\,b &= {xt:.1f}".format(**total)
    yield "lessons/loss", "{x:.0f}\\,w + {n}\\,b &= {t:.0f}".format(**total)
    yield "lessons/loss", f"10\\,w = {total['xt'] - 2 * total['t']:.1f}"
    determinant = total["xx"] * total["n"] - total["x"] ** 2
    yield "lessons/loss", rf"30 \cdot 5 - 10^2 = {determinant:.0f} > 0"
    yield "lessons/loss", f"w = {loss.best_line()[0]:.2f}$"
    yield "lessons/loss", f"E = {loss.loss(0.2, 2.4):.2f}"
    yield "lessons/loss", f"E = {loss.loss(*loss.best_line()):.3f}$"
    yield "lessons/loss", "({:.2f}, {:.2f})".format(*loss.best_line())
    yield "lessons/loss", rf"-\log 0.8 \approx {-np.log(0.8):.2f}"
    yield "lessons/loss", rf"-\log 0.1 \approx {-np.log(0.1):.2f}"
    yield "lessons/numerical_gradient", f"{(np.exp(1.8) - np.e) / 0.8:.2f}"
    yield "lessons/numerical_gradient", f"{(np.exp(1.8) - np.exp(0.2)) / 1.6:.2f}"
    for h in (1e-1, 1e-2, 1e-4, 1e-12):
        error = float(numerical_gradient.central_error(np.array(h)))
        yield "lessons/numerical_gradient", scientific(error)
    epsilon = scientific(np.cbrt(np.finfo(float).eps)).replace("6.1", "6")
    yield "lessons/numerical_gradient", epsilon
    for point in descent_path(bowl, START, 0.1, 3, gradient=lambda x: 2 * x)[1:]:
        yield "lessons/gradient_descent", "({:.4g}, {:.4g})".format(*point)
        yield "guide/worksheets", "({:.4g}, {:.4g})".format(*point)
    yield "lessons/learning_rate", rf"0.98^{{20}} \approx {far(0.01, 20):.2f}"
    yield "lessons/learning_rate", rf"1.04^{{20}} \approx {far(1.02, 20):.2f}"
    yield "lessons/learning_rate", f"{100 * far(0.001, 100):.0f} %"
    for start in ((-0.3, 2.5), (0.6, 2.5)):
        end = descent_path(two_valleys, np.array(start), 0.05, 400)[-1]
        yield "lessons/learning_rate", f"${two_valleys(end):.2f}$"
    for path in ravine_walks().values():
        yield "lessons/next", scientific(float(ravine(path[-1])))
    yield "lessons/next", rf"\mu) \approx {2 / (2 + 0.2):.2f}"
    for f, kinds in ((bowl, "2, 2, 0"), (unequal_bowl, "2, 4, 0"), (mixed, "2, 2, 3")):
        yield "guide/worksheets", f"${kinds}$"
        yield "guide/worksheets", f"D = {discriminant(f):.0f}$"
        yield "guide/worksheets", "$({:.0f}, {:.0f})$".format(*numerical_slopes(f, (1.0, 2.0)))


def numerical_slopes(f, at) -> np.ndarray:
    """Give the two slopes of a function at a point."""
    return walking.numerical_gradient(f, np.array(at))


@pytest.mark.parametrize("language", look.LANGUAGES)
@pytest.mark.parametrize(("page", "number"), list(claims()))
def test_a_number_on_a_page_is_true(language: str, page: str, number: str) -> None:
    """What the page states is what comes out when it is computed."""
    text = (DOCS / language / f"{page}.md").read_text("utf-8")

    assert number in text


# What somebody chose, measured or got wrong: data, starts, rates, a can in a shop, a wrong choice.
GIVEN = {
    "lessons/why_a_minimum.md": "2.5 12.2 100 350",
    "lessons/critical_points.md": "1.5 180",
    "lessons/loss.md": "0.1 0.2 0.8 1.2 1.4 2.4 2.6 3.4 100 200",
    "lessons/arrays.md": "0.9 2.0 3.0 101",
    "lessons/numerical_gradient.md": "0.01 0.1 0.8 100",
    "lessons/gradient_descent.md": "0.1 2.0 3.0 100",
    "lessons/learning_rate.md": "0.001 0.01 0.1 0.2 0.3 0.45 0.6 0.95 1.02 2.5 100",
    "lessons/plotting.md": "1.5 100",
    "lessons/network.py": "0.05 0.07 100 300 500 3000",
    "lessons/next.md": "0.001 0.1 0.2 0.5 0.9 0.999 100",
    "guide/worksheets.md": "0.1 0.95 1.02 1.2 1.4 2.4 2.6 3.4 100",
}


def computed(page: str) -> set[str]:
    """Give the numbers of a page that follow from the given ones, as they are written there."""
    path = descent_path(bowl, START, 0.1, 3, gradient=lambda x: 2 * x)
    total, best = sums(), loss.best_line()
    steps = {f"{abs(value):.4g}" for value in (*path[1:].flat, *(2 * path[:3]).flat)}
    moves = {f"{abs(value):.4g}" for value in np.diff(path, axis=0).flat}
    line = [f"{value:.2f}" for value in best]
    radius, thick = why_a_minimum.BEST_RADIUS, (350 / (4 * np.pi)) ** (1 / 3)
    second = [[total["xx"], total["x"]], [total["x"], total["n"]]]
    curvature = np.linalg.eigvalsh(second).max()
    errors = 0.2 * loss.X + 2.4 - loss.Y
    exact = float(np.e)
    found: dict[str, list[str]] = {
        "lessons/why_a_minimum.md": [
            *(f"{number:.2f}" for number in (radius, 350 / (np.pi * radius**2))),
            f"{350 / (np.pi * thick**2):.2f}",
            f"{why_a_minimum.metal(radius):.0f}",
            f"{2 * 350}",
            f"{2.5**2:g}",
            *(f"{abs(2 * x):g}" for x in (-1.6, 1.2)),
        ],
        "lessons/critical_points.md": [],
        "lessons/loss.md": [
            *line,
            *(f"{abs(error):.1f}" for error in errors),
            f"{loss.loss(0.2, 2.4):.2f}",
            *(f"{loss.loss(*best):.{digits}f}" for digits in (2, 3)),
            f"{total['xt']:.1f}",
            f"{total['xt'] - 2 * total['t']:.1f}",
            f"{total['xx'] * total['n']:.0f}",
            *(f"{-np.log(probability):.2f}" for probability in (0.8, 0.1)),
        ],
        "lessons/arrays.md": [],
        "lessons/numerical_gradient.md": [
            f"{exact:.2f}",
            f"{(np.exp(1.8) - exact) / 0.8:.2f}",
            f"{(np.exp(1.8) - np.exp(0.2)) / 1.6:.2f}",
            *(
                f"{float(numerical_gradient.central_error(np.array(h))):.1e}"[:3]
                for h in (1e-1, 1e-12)
            ),
            f"{2 * 100}",
        ],
        "lessons/gradient_descent.md": [
            *steps,
            *moves,
            *(f"{abs(1 - 0.1 * bend):g}" for bend in (2, 4)),
            f"{0.1 * 2:g}",
            f"{1 + 0.6:g}",
        ],
        "lessons/learning_rate.md": [
            *(f"{abs(1 - 2 * rate):.4g}" for rate in (0.01, 0.1, 0.95, 1.02)),
            *(f"{abs(1 - 0.45 * bend):.4g}" for bend in (2, 4)),
            *(f"{far(rate, 20):.2f}" for rate in (0.01, 1.02)),
            *(f"{2 / 4:g}", f"{1 / 2:g}", f"{2 * 0.95:g}", f"{2 / (2 + 4):.3f}"),
            *(f"{curve:.1f}" for curve in np.linalg.eigvalsh(second)),
            f"{2 / curvature:.3f}",
            *(
                f"{abs(two_valleys(descent_path(two_valleys, np.array(x), 0.05, 400)[-1])):.2f}"
                for x in ((-0.3, 2.5), (0.6, 2.5))
            ),
        ],
        "lessons/plotting.md": [f"{bowl(np.array(x))}" for x in ((3, 10), (3, 20))],
        "lessons/network.py": [
            *line,
            f"{2 / curvature:.3f}",
            f"{curvature:.1f}",
            f"{abs(1 - 0.07 * curvature):.2f}",
            *(f"{10 * 3000}", f"{2 * 10 * 3000}", f"{2 * 100}"),
            f"{height_of_the_network(1):.4f}",
        ],
        "lessons/next.md": [
            *(f"{float(ravine(walk[-1])):.1e}"[:3] for walk in ravine_walks().values()),
            f"{2 / (2 + 0.2):.2f}",
        ],
        "guide/worksheets.md": [
            *line,
            f"{total['xt']:.1f}",
            *(f"{abs(value):.4g}" for value in path[1:].flat),
            *(f"{abs(1 - 2 * rate):.4g}" for rate in (0.1, 0.95, 1.02)),
        ],
    }
    return set(found[page])


@pytest.mark.parametrize("page", GIVEN)
def test_every_number_of_a_lesson_is_given_or_computed(page: str) -> None:
    """A decimal, or a number of three digits, that is neither would be one that nobody checks."""
    written = set().union(*(numbers(DOCS / language / page) for language in look.LANGUAGES))
    known = set(GIVEN[page].split()) | computed(page)

    assert written == known & written, sorted(written - known)
    assert set(GIVEN[page].split()) <= written


@pytest.mark.parametrize("page", GIVEN)
def test_both_languages_of_a_page_state_the_same_numbers(page: str) -> None:
    """What one language says in digits, the other does; only large round ones have words too."""
    english, japanese = (numbers(DOCS / language / page) for language in look.LANGUAGES)

    assert {number for number in english ^ japanese if "." in number} == set()


def numbers(file: Path) -> set[str]:
    """Give the decimals of a page, and its longer numbers; not those of code and sources."""
    text = file.read_text("utf-8")
    if file.suffix == ".py":
        lines = (line.removeprefix("# ") for line in text.splitlines() if line.startswith("#"))
        text = "\n".join(lines)
    text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    text = re.sub(r"^( *)```\w*\n.*?^\1```$", "", text, flags=re.MULTILINE | re.DOTALL)
    text = re.split(r"^## (?:Sources|参考文献)", text, flags=re.MULTILINE)[0]
    text = re.sub(r"\]\([^)]*\)(\{[^}]*\})?|</?[a-z][^>]*>|\{#[^}]*\}", "]", text)
    text = re.sub(r"(\d),(\d{3})\b", r"\1\2", text)
    found = re.findall(r"\d+(?:\.\d+)?", text)
    return {number for number in found if "." in number or len(number) >= 3}


def height_of_the_network(seed: int) -> float:
    """Give the loss of the notebook's network after its walk, from one random start."""
    x = np.linspace(-3, 3, 25)

    def network_loss(p: np.ndarray) -> float:
        guess = np.tanh(np.outer(x, p[0:3]) + p[3:6]) @ p[6:9] + p[9]
        return float(0.5 * np.sum((guess - np.sin(x)) ** 2))

    start = np.random.default_rng(seed).normal(size=10)
    return network_loss(descent_path(network_loss, start, 0.01, 3000)[-1])


def test_the_walk_ends_where_the_page_says() -> None:
    """100 steps from (-2, 3) with learning rate 0.1 end at (-2·0.8¹⁰⁰, 3·0.8¹⁰⁰)."""
    exact = START * 0.8**100

    by_formula = descent_path(bowl, START, 0.1, 100, gradient=lambda x: 2 * x)[-1]
    by_differences = descent_path(bowl, START, 0.1, 100)[-1]

    np.testing.assert_allclose(by_formula, exact, rtol=1e-12)  # 100 roundings
    # Round-off of f near the start, about 1e-15, over 2h = 2e-4, forgotten at 0.8 a step.
    np.testing.assert_allclose(by_differences, exact, atol=1e-11)
    assert np.linalg.norm(by_formula) < 1e-9  # metres: a millionth of a millimetre


def test_the_measured_curve_is_as_the_page_reads_it() -> None:
    """Both curves are valleys: the forward floor near 1e-8, the central one from 1e-6 to 1e-5."""
    h = np.logspace(-15, 0, 151)
    forward, central = numerical_gradient.forward_error(h), numerical_gradient.central_error(h)

    def floor(errors: np.ndarray) -> float:
        """Give the h at the bottom, the jagged curve smoothed over half a decade."""
        smooth = np.convolve(np.log(errors + 1e-17), np.ones(5) / 5, mode="same")
        return float(h[2:-2][np.argmin(smooth[2:-2])])

    assert 1e-9 < floor(forward) < 1e-7
    assert 3e-7 < floor(central) < 3e-5
    assert np.median(central[(h > 1e-6) & (h < 1e-5)]) < 1e-10
    assert central[h > 1e-3].max() < forward[h > 1e-3].max()
    ratio_forward = numerical_gradient.forward_error(np.array([1e-2, 1e-3]))
    ratio_central = numerical_gradient.central_error(np.array([1e-2, 1e-3]))
    assert ratio_forward[0] / ratio_forward[1] == pytest.approx(10, rel=0.01)
    assert ratio_central[0] / ratio_central[1] == pytest.approx(100, rel=0.01)


def test_the_four_learning_rates_do_what_they_are_called() -> None:
    """After 20 steps: too small is far, good is there, too large is nearer, the last is gone."""
    small, good, large, lost = (far(rate, 20) for rate in learning_rate.names(look.Look()))

    assert small > 0.6
    assert good < 0.02
    assert 0.1 < large < 0.2
    assert lost > 2
    assert far(0.5, 1) == 0


def test_the_limit_is_two_over_the_largest_curvature() -> None:
    """On the unequal bowl just below 0.5 arrives and just above it does not."""
    ends = [
        np.linalg.norm(descent_path(unequal_bowl, START, rate, 2000)[-1]) for rate in (0.495, 0.505)
    ]

    assert ends[0] < 1e-8 < 1e8 < ends[1]


def test_dividing_the_gradient_by_its_length_ends_in_hopping() -> None:
    """The lesson on normalised gradients says: with 0.1 it hops to and fro round the bottom."""

    def unit(x: np.ndarray) -> np.ndarray:
        return 2 * x / np.linalg.norm(2 * x)

    path = descent_path(bowl, START, 0.1, 200, gradient=unit)

    np.testing.assert_allclose(np.linalg.norm(np.diff(path, axis=0), axis=1), 0.1, rtol=1e-9)
    assert 0.001 < np.linalg.norm(path[-1]) < 0.1


def test_another_start_leaves_the_network_a_hundred_times_higher() -> None:
    """The notebook says what happens with the seed 2."""
    assert height_of_the_network(2) > 100 * height_of_the_network(1)


def test_the_worked_figure_is_the_one_that_its_code_draws() -> None:
    """The picture in lesson seven shows the curves and labels of the code above it."""
    plt.switch_backend("agg")
    for language in look.LANGUAGES:
        text = (DOCS / language / "lessons" / "plotting.md").read_text("utf-8")
        code = re.search(r"```python\n(.*?plot_parabola.*?)```", text, re.DOTALL)
        names: dict[str, object] = {}
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(code[1], "plotting.md", "exec"), names)
        drawn = look.draw(plotting.two_panels, look.Look(language))

        for ours, shown in zip(names["figure"].axes, drawn.axes, strict=True):
            assert (ours.get_xlabel(), ours.get_ylabel()) == (
                shown.get_xlabel(),
                shown.get_ylabel(),
            )
            for one, other in zip(ours.lines, shown.lines, strict=True):
                np.testing.assert_array_equal(one.get_xydata(), other.get_xydata())
        plt.close("all")
