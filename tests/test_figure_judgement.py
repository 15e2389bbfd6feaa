"""The plane cut into cells, and the scene of a student."""

from __future__ import annotations

import numpy as np
import pytest

from autograder.checks.cells import SIDE, Cells
from autograder.checks.functions import bowl
from autograder.checks.scenes import Scene

UNIT = Cells(np.zeros(2), np.ones(2))
BOWL = bowl(1, 1)


def grid(count: int) -> np.ndarray:
    """Give count² points over the unit square."""
    along = np.linspace(0, 1, count)
    return np.stack(np.meshgrid(along, along), axis=-1).reshape(-1, 2)


def test_a_crowd_in_one_cell_counts_as_one_cell() -> None:
    """Thousands of right points do not outvote the wrong ones elsewhere."""
    crowd = np.full((5000, 2), 0.05)
    points = np.vstack([crowd, grid(2 * SIDE)])
    is_right = np.arange(len(points)) < len(crowd)

    occupied, right = UNIT.right(points, is_right)

    assert occupied.sum() == SIDE**2
    assert right.sum() <= 1


@pytest.mark.parametrize(("kept", "least", "most"), [(1.0, 0.99, 1.0), (0.5, 0.3, 0.7)])
def test_a_line_of_equal_height_is_followed_from_cell_to_cell(
    kept: float, least: float, most: float
) -> None:
    """Half of a ring is half of the cells that it crosses."""
    angles = np.linspace(0, kept * np.pi / 2, 200)
    heights = (0.25, 0.64)
    rings = [
        np.sqrt(height) * np.stack([np.cos(angles), np.sin(angles)], axis=1) for height in heights
    ]

    share = UNIT.followed(BOWL, np.vstack(rings), np.repeat(heights, 200), 0.02)

    assert least <= share <= most


def test_points_outside_belong_to_no_cell() -> None:
    """Also those that are no numbers."""
    points = np.array([[0.5, 0.5], [1.5, 0.5], [np.nan, 0.5], [np.inf, 0]])

    with np.errstate(all="ignore"):
        numbers = UNIT.of(points)

    assert (numbers >= 0).tolist() == [True, False, False, False]


@pytest.mark.parametrize("seed", range(30))
def test_every_scene_tells_axes_orders_and_walks_apart(seed: int) -> None:
    """Exchanged axes are another picture, a sorted path another way, no two points are one."""
    scene = Scene.of(np.random.default_rng(seed))
    ends = np.array([(x[0], x[-1]) for x in (scene.x0, scene.x1)])
    apart = np.abs(scene.path[:, None] - scene.path) / scene.widths
    apart = apart.max(axis=2) + np.eye(len(scene.path))
    swapped = scene.f(np.array(np.meshgrid(scene.x0, scene.x1))[::-1])

    assert scene.widths[1] < scene.widths[0] / 2
    assert len(scene.x0) != len(scene.x1)
    assert np.abs(swapped - scene.heights).max() > 0.2 * np.ptp(scene.heights)
    assert apart.min() > 0.03
    assert (scene.path > ends[:, 0]).all()
    assert (scene.path < ends[:, 1]).all()
    for column in scene.path.T:
        assert 0 < (np.diff(column) > 0).sum() < len(column) - 1


def test_another_student_has_another_scene() -> None:
    """A remembered picture is one of another function."""
    one, other = (Scene.of(np.random.default_rng(seed)) for seed in (1, 2))

    assert not np.allclose(one.f(other.path.T), other.f(other.path.T))
