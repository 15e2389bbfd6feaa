"""The secret in what a plotting function is handed: in what was drawn from it, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pytest

from autograder.checks.figures import SCENE
from autograder.checks.watermark import Scene
from autograder.figures import description, model

FIELDS: dict[str, Callable[..., Any]] = {
    "contour": lambda axes, *values: axes.contour(*values),
    "contour with levels": lambda axes, *values: axes.contour(*values, levels=[1, 2, 3, 5, 8]),
    "filled": lambda axes, *values: axes.contourf(*values, 20),
    "filled, extended": lambda axes, *values: axes.contourf(*values, [1, 2, 4], extend="both"),
    "mesh": lambda axes, *values: axes.pcolormesh(*values),
}


@pytest.fixture
def marked() -> Scene:
    """Give the scene of the checks with a student's secret in it."""
    return SCENE.marked(np.random.default_rng(7))


def seen(axes: Any) -> model.Picture:
    """Read a figure as the checks do."""
    content = description.describe(axes.figure)
    plt.close("all")
    assert content is not None
    return model.read(content)


def draw(paint: Callable[..., Any], scene: Scene, projection: str = "rectilinear") -> Any:
    """Draw the function of a scene over its grid."""
    axes = plt.figure().add_subplot(projection=projection)
    grid = np.array(np.meshgrid(scene.x0, scene.x1))
    paint(axes, *grid, scene.f(grid))
    return axes


@pytest.mark.parametrize("name", FIELDS)
def test_a_map_of_f_carries_the_secret_and_a_remembered_one_does_not(
    name: str, marked: Scene
) -> None:
    assert marked.is_in_field(seen(draw(FIELDS[name], marked)))
    remembered = Scene(SCENE.f, marked.x0, marked.x1, marked.path)
    assert not marked.is_in_field(seen(draw(FIELDS[name], remembered)))


@pytest.mark.parametrize("name", ["plot_surface", "plot_wireframe", "scatter"])
def test_a_surface_carries_it_and_points_are_no_surface(name: str, marked: Scene) -> None:
    def paint(axes: Any, *values: np.ndarray) -> None:
        getattr(axes, name)(*values)

    assert marked.is_in_surface(seen(draw(paint, marked, "3d"))) == (name != "scatter")
    remembered = Scene(SCENE.f, marked.x0, marked.x1, marked.path)
    assert not marked.is_in_surface(seen(draw(paint, remembered, "3d")))


def test_a_remembered_range_does_not_carry_it(marked: Scene) -> None:
    for mixed in (
        Scene(marked.f, SCENE.x0, marked.x1, marked.path),
        Scene(marked.f, SCENE.x0, SCENE.x1, marked.path),
    ):
        assert not marked.is_in_surface(
            seen(draw(lambda axes, *values: axes.plot_surface(*values), mixed, "3d"))
        )
        assert not marked.is_in_field(seen(draw(FIELDS["mesh"], mixed)))


def test_a_path_carries_it_only_where_every_point_does(marked: Scene) -> None:
    def line(path: np.ndarray) -> model.Picture:
        axes = plt.figure().add_subplot()
        axes.plot(*path.T, "k.-")
        return seen(axes)

    assert marked.is_in_lines(line(marked.path))
    assert not marked.is_in_lines(line(SCENE.path))
    assert not marked.is_in_lines(line(marked.path[:-1]))
    assert not marked.is_in_lines(line(np.vstack([marked.path[:-1], SCENE.path[-1:]])))


def test_another_student_has_another_secret(marked: Scene) -> None:
    other = SCENE.marked(np.random.default_rng(8))
    assert not other.is_in_field(seen(draw(FIELDS["contour"], marked)))


def test_what_is_told_does_not_show_it(marked: Scene) -> None:
    grid = np.array(np.meshgrid(SCENE.x0, SCENE.x1))
    assert np.allclose(SCENE.f(grid), marked.f(grid), rtol=1e-9, atol=1e-9)
    drawings = [draw(FIELDS["contour"], scene) for scene in (SCENE, marked)]
    assert seen(drawings[0]).evidence() == seen(drawings[1]).evidence()
