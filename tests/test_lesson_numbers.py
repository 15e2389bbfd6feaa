"""The numbers that the lessons state: each is computed here and looked up on the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from docs.figures import learning_rate, look, loss, network, numerical_gradient, why_a_minimum
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


def claims() -> Iterator[tuple[str, str]]:
    """Give every number that a page states outside its code, computed here, as it is written."""
    yield "why_a_minimum", f"r = {why_a_minimum.BEST_RADIUS:.2f}$ cm"
    yield "why_a_minimum", f"${why_a_minimum.metal(why_a_minimum.BEST_RADIUS):.0f}$ cm²"
    yield "loss", f"E = {loss.loss(0.2, 2.4):.2f}"
    yield "loss", f"E = {loss.loss(*loss.best_line()):.3f}$"
    yield "loss", "({:.2f}, {:.2f})".format(*loss.best_line())
    yield "loss", rf"-\log 0.8 \approx {-np.log(0.8):.2f}"
    yield "loss", rf"-\log 0.1 \approx {-np.log(0.1):.2f}"
    yield "numerical_gradient", f"{(np.exp(1.8) - np.e) / 0.8:.2f}"
    yield "numerical_gradient", f"{(np.exp(1.8) - np.exp(0.2)) / 1.6:.2f}"
    for h in (1e-1, 1e-2, 1e-4, 1e-12):
        yield "numerical_gradient", scientific(float(numerical_gradient.central_error(np.array(h))))
    yield "numerical_gradient", scientific(np.cbrt(np.finfo(float).eps)).replace("6.1", "6")
    for point in descent_path(bowl, START, 0.1, 3, gradient=lambda x: 2 * x)[1:]:
        yield "gradient_descent", "({:.4g}, {:.4g})".format(*point)
    yield "learning_rate", rf"0.98^{{20}} \approx {far(0.01, 20):.2f}"
    yield "learning_rate", rf"1.04^{{20}} \approx {far(1.02, 20):.2f}"
    yield "learning_rate", f"{100 * far(0.001, 100):.0f} %"
    for start in ((-0.3, 2.5), (0.6, 2.5)):
        end = descent_path(two_valleys, np.array(start), 0.05, 400)[-1]
        yield "learning_rate", f"${two_valleys(end):.2f}$"
    for path in ravine_walks().values():
        yield "next", scientific(float(ravine(path[-1])))


@pytest.mark.parametrize("language", look.LANGUAGES)
@pytest.mark.parametrize(("lesson", "number"), list(claims()))
def test_a_number_on_a_page_is_true(language: str, lesson: str, number: str) -> None:
    """What the page states is what comes out when it is computed."""
    page = DOCS / language / "lessons" / f"{lesson}.md"

    assert number in page.read_text("utf-8")


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
    x = np.linspace(-3, 3, 25)

    def network_loss(p: np.ndarray) -> float:
        guess = np.tanh(np.outer(x, p[0:3]) + p[3:6]) @ p[6:9] + p[9]
        return float(0.5 * np.sum((guess - np.sin(x)) ** 2))

    ends = [
        network_loss(
            descent_path(network_loss, np.random.default_rng(seed).normal(size=10), 0.01, 3000)[-1]
        )
        for seed in (1, 2)
    ]

    assert ends[1] > 100 * ends[0]
    assert network.losses(np.array(ends)).width == 700
