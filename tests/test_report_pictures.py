"""Pictures: drawn from the evidence of a check, whatever it holds."""

from __future__ import annotations

import math
import re

import numpy as np
import pytest
from matplotlib.figure import Figure

from autograder.figures.description import describe
from autograder.figures.model import read
from autograder.report.pictures import draw
from autograder.report.pictures.difference import Visits
from autograder.report.pictures.ground import Quadratic

BOWL = {"curvatures": [1.0, 3.0], "centre": [0.0, 0.0]}
AT = [1.0, 2.0]
H = 1e-4


def around(*offsets):
    """Give the evidence of evaluations at these offsets, in steps, from the point (1, 2)."""
    places = [[AT[0] + H * x, AT[1] + H * y] for x, y in offsets]
    return {"at": AT, "function": BOWL, "evaluations": places}


def styles(picture) -> list[str]:
    """Give the style of every element of a picture."""
    return re.findall(r'class="([^"]+)"', str(picture.canvas.markup("told")))


def test_a_forward_difference_is_drawn_as_one():
    """The other side is dashed on both axes, and the difference drawn beside the central one."""
    plan, section = draw(around((1, 0), (0, 0), (0, 1), (0, 0)))

    assert styles(plan).count("missing") == 2
    assert styles(plan).count("visit") == 3
    assert {"chord", "central", "tangent"} <= set(styles(section))
    assert "forward" in section.caption.en


def test_a_backward_difference_is_drawn_as_one():
    """The picture of a step back alone speaks of the backward difference."""
    _plan, section = draw(around((0, 0), (-1, 0), (0, -1)))

    assert "backward" in section.caption.en


def test_a_central_difference_lacks_nothing():
    """With both sides visited no side is missing, and no second picture is drawn."""
    (plan,) = draw(around((1, 0), (-1, 0), (0, 1), (0, -1)))

    assert "missing" not in styles(plan)
    assert "astray" not in styles(plan)


def test_a_point_with_both_components_shifted_stands_out():
    """What an x that was not restored does is seen: the second component moves beside the first."""
    (plan,) = draw(around((1, 0), (-1, 0), (-1, 1), (-1, -1)))

    assert styles(plan).count("astray") == 2
    assert "both components" in plan.caption.en


def test_rounding_is_no_step():
    """Going by h and back may miss x by a rounding error; that is the same place."""
    evaluations = [(1.0 + H, 2.0), (1.0 + H - H + 2e-16, 2.0), (1.0, 2.0)]

    assert len(Visits.of(evaluations, (1.0, 2.0)).offsets) == 2


def test_a_path_is_drawn_over_the_right_one():
    """Both are there, with their points counted in the words."""
    (picture,) = draw(
        {"function": BOWL, "path": [[2, 1], [1, 0]], "expected_path": [[2, 1], [1, 1], [0, 0]]}
    )

    assert {"path", "expected", "path-end", "expected-end", "ground c0"} <= set(styles(picture))
    assert "has 2 points" in picture.caption.en
    assert "has 3" in picture.caption.en


def test_a_path_that_runs_away_does_not_shrink_the_right_one():
    """The right path still fills a good part of the picture."""
    away = [[2 * 3.0**step, 1.0] for step in range(40)]
    (picture,) = draw({"function": BOWL, "path": away, "expected_path": [[2, 1], [1, 0.5], [0, 0]]})

    window = picture.canvas.window
    assert window.width < 20
    assert "leaves the picture" in picture.caption.en


@pytest.mark.parametrize("curvatures", [(1, -2), (-1, 2), (1, 0), (0, 1), (-1, -1), (0, 0)])
def test_every_quadratic_has_a_ground(curvatures):
    """Bowls, hills, saddles and valleys are drawn; a plane has nothing to draw."""
    function = {"curvatures": list(curvatures), "centre": [0.3, -0.2]}
    (picture,) = draw({"function": function, "evaluations": [[2, 1], [1, 0]]})

    drawn = [style for style in styles(picture) if style.startswith(("ground", "contour"))]
    assert bool(drawn) == any(curvatures)


BROKEN = [None, "text", 7, [], [[]], [[1]], [[1, "2"]], [[math.inf, 1]], [[1, math.nan]], {"a": 1}]


@pytest.mark.parametrize("value", BROKEN)
@pytest.mark.parametrize(
    "name", ["function", "evaluations", "at", "path", "expected_path", "figure"]
)
def test_evidence_that_can_not_be_drawn_is_left_out(name, value):
    """Whatever a part of the evidence holds, the page is made."""
    evidence = {**around((1, 0), (0, 0)), "path": [[1, 2], [0, 0]], name: value}

    for picture in draw(evidence):
        assert "nan" not in str(picture.canvas.markup("told"))


@pytest.mark.parametrize(
    "panel",
    [
        {},
        {"limits": [[0, 0], [0, 1]]},
        {"limits": [[0, 1], [0, 1]], "artists": [{}, {"kind": "line"}, {"kind": "contour"}]},
        {"limits": [[0, 1], [0, 1]], "artists": [{"kind": "points", "points": [[1e300, 0]]}]},
        {
            "limits": [[0, 1], [0, 1]],
            "artists": [{"kind": "arrows", "points": 3}],
            "labels": [None],
        },
        {"is_3d": True, "limits": [[0, 1], [0, 1]], "artists": []},
        {"is_3d": True, "limits": [[0, 1]] * 3, "artists": [{"kind": "surface", "points": None}]},
    ],
)
def test_a_panel_with_parts_missing_is_drawn_without_them(panel):
    """What cannot be drawn of a figure is left out, and the rest is there."""
    draw({"figure": {"panels": [panel]}})


def figures():
    """Give a surface, contours, filled contours with a path, a mesh and an empty figure."""
    axis = np.linspace(-3, 3, 12)
    x0, x1 = np.meshgrid(axis, axis)
    f = x0**2 + 3 * x1**2
    made = {}
    for name, projection in (("surface", "3d"), ("contour", None), ("path", None), ("empty", None)):
        figure = Figure()
        axes = figure.add_subplot(projection=projection)
        if name == "surface":
            axes.plot_surface(x0, x1, f)
        elif name == "contour":
            axes.contour(x0, x1, f)
        elif name == "path":
            figure.colorbar(axes.contourf(x0, x1, f))
            axes.plot([2, 1, 0], [1, 0.5, 0], "o-")
        made[name] = read(describe(figure)).evidence()
    return made


def test_a_figure_is_sketched():
    """A surface becomes patches, contours lines or bands, a path a line; and a colorbar is seen."""
    surface, contour, path, empty = (
        draw({"figure": figures()[name]})[0] for name in ("surface", "contour", "path", "empty")
    )

    assert "patch c0" in styles(surface)
    assert "contour c0" in styles(contour)
    assert {"band c0", "path", "path-dot", "sample c7"} <= set(styles(path))
    assert "a colorbar" in path.caption.en
    assert "nothing drawn" in empty.caption.en


EXPECTED = {
    "function": {"curvatures": [1.0, 2.0], "centre": [0.5, -0.5]},
    "ranges": [[-3, 3], [-1, 1]],
}


def test_the_expected_figure_stands_beside_it():
    """A surface, contours, or contours with the path, from the function and its ranges alone."""
    cases = ({"is_3d": True}, {}, {"path": [[2, 1], [1, 0.5]]})

    surface, contour, path = (
        draw({"figure": figures()["empty"], "expected_figure": EXPECTED | case})[1]
        for case in cases
    )

    assert "patch c0" in styles(surface)
    assert "contour c0" in styles(contour)
    assert "path" not in styles(contour)
    assert {"contour c0", "path", "path-dot"} <= set(styles(path))
    assert path.caption.en == "Flat: contours, a line, a colorbar. The axes are called x0, x1."


@pytest.mark.parametrize("name", ["function", "ranges", "path"])
@pytest.mark.parametrize("value", BROKEN)
def test_an_expected_figure_with_a_part_broken_harms_nothing(name, value):
    """What is not known is not drawn; the student's figure still is."""
    evidence = {"figure": figures()["contour"], "expected_figure": EXPECTED | {name: value}}

    assert draw(evidence)[0].heading.en == "Your figure, as we saw it"


@pytest.mark.parametrize("coupling", [0.0, 1.0, -1.5])
def test_a_ring_is_a_contour(coupling):
    """At every corner of it the function has the height asked for."""
    bowl = Quadratic((1.0, 2.0), (0.5, -0.5), coupling)

    assert [bowl(point) for point in bowl.ring(3.0)] == pytest.approx([3.0] * 60)
    assert bowl.ring(-1.0) == []


def test_units_of_unequal_length_are_told():
    """The words under the picture say what the eye would see: a circle is flattened."""
    figure = figures()["contour"]
    figure["panels"][0]["scale"] = 1.5

    (picture,) = draw({"figure": figure})

    assert "One unit upwards is 1.5 times as long" in picture.caption.en


def test_labels_that_are_missing_are_pointed_out():
    """An axis without a label says so in the picture."""
    (picture,) = draw({"figure": figures()["contour"]})

    assert styles(picture).count("no-name") >= 2
    assert "axis-name" not in styles(picture)
