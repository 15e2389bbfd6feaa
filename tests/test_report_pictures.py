"""Pictures: drawn from the evidence of a check, whatever it holds."""

from __future__ import annotations

import json
import math
import re
from pathlib import Path

import numpy as np
import pytest
from matplotlib.figure import Figure

from autograder.checking import evidence
from autograder.checks.functions import bowl
from autograder.checks.pictures import figure_beside, path_beside, visits_around
from autograder.checks.pictures.ground import ring
from autograder.checks.pictures.visits import offsets_from
from autograder.checks.scenes import Scene
from autograder.figures.description import describe
from autograder.figures.reading import read
from autograder.language import plain
from autograder.report import rendering
from autograder.report.pictures import draw

BOWL = bowl(1, 3)
AT = np.array([1.0, 2.0])
H = 1e-4


def drawn(content):
    """Give the pictures of evidence as a verdict file keeps it."""
    return draw(json.loads(json.dumps(content)))


def around(*offsets):
    """Give the pictures of evaluations at these offsets, in steps, from the point (1, 2)."""
    return drawn(visits_around(BOWL, AT + H * np.array(offsets), AT))


def styles(picture) -> list[str]:
    """Give the style of every element of a picture."""
    return re.findall(r'class="([^"]+)"', str(picture.canvas.markup("told")))


def test_a_forward_difference_is_drawn_as_one():
    """The other side is dashed on both axes, and the difference drawn beside the central one."""
    plan, section = around((1, 0), (0, 0), (0, 1), (0, 0))

    assert styles(plan).count("missing") == 2
    assert styles(plan).count("visit") == 3
    assert {"chord", "central", "tangent"} <= set(styles(section))
    assert "forward" in section.caption.en


def test_a_backward_difference_is_drawn_as_one():
    """The picture of a step back alone speaks of the backward difference."""
    _plan, section = around((0, 0), (-1, 0), (0, -1))

    assert "backward" in section.caption.en


def test_a_central_difference_lacks_nothing():
    """With both sides visited no side is missing, and no second picture is drawn."""
    (plan,) = around((1, 0), (-1, 0), (0, 1), (0, -1))

    assert "missing" not in styles(plan)
    assert "astray" not in styles(plan)


def test_a_point_with_both_components_shifted_stands_out():
    """What an x that was not restored does is seen: the second component moves beside the first."""
    (plan,) = around((1, 0), (-1, 0), (-1, 1), (-1, -1))

    assert styles(plan).count("astray") == 2
    assert "both components" in plan.caption.en


def test_places_are_numbered_in_the_order_of_the_first_visit():
    """The numbers stand where the places are, also where those are 0.0001 apart."""
    (plan,) = around((1, 0), (-1, 0), (0, 1), (0, -1))
    marks = re.findall(r'<text class="in-dot" x="([\d.]+)" y="([\d.]+)"', str(plan.canvas.markup()))
    across = [float(x) for x, _y in marks]

    assert len(marks) == 4
    assert across[0] > across[2] > across[1]


def test_rounding_is_no_step():
    """Going by h and back may miss x by a rounding error; that is the same place."""
    places = np.array([(1.0 + H, 2.0), (1.0 + H - H + 2e-16, 2.0), (1.0, 2.0)])

    assert len(offsets_from(places, AT)[1]) == 2


def test_a_path_is_drawn_over_the_right_one():
    """Both are there, with their points counted in the words."""
    (picture,) = drawn(path_beside(BOWL, [[2, 1], [1, 0]], [[2, 1], [1, 1], [0, 0]]))

    assert {"path", "expected", "path-end", "expected-end", "ground c0"} <= set(styles(picture))
    assert "has 2 points" in picture.caption.en
    assert "has 3" in picture.caption.en


def test_a_path_that_runs_away_does_not_shrink_the_right_one():
    """The right path still fills a good part of the picture."""
    away = [[2 * 3.0**step, 1.0] for step in range(40)]
    (picture,) = drawn(path_beside(BOWL, away, [[2, 1], [1, 0.5], [0, 0]]))

    assert picture.canvas.window.width < 20
    assert "leaves the picture" in picture.caption.en


@pytest.mark.parametrize("coupling", [0.0, 1.0, -1.5])
def test_a_ring_is_a_contour(coupling):
    """At every corner of it the function is so high above its minimum."""
    f = bowl(1, 2, centre=(0.5, -0.5), coupling=coupling)

    assert f(ring(f, 3.0).T) - f(f.minimum) == pytest.approx(3.0)
    assert f.gradient(f.minimum) == pytest.approx(np.zeros(2), abs=1e-12)


def test_every_style_of_a_shape_has_a_look():
    """A style that the page does not know would be drawn in black."""
    css = (Path(rendering.__file__).parent / "templates" / "page.css").read_text(encoding="utf-8")

    assert [style for style in evidence.STYLES if not re.search(rf"\.{style}\b", css)] == ["label"]


def test_shapes_of_any_course_are_drawn():
    """Lines, dots, words and lines of equal height need no check of this course."""
    shapes = [
        evidence.Field([(0.0, [[(0, 0), (1, 1)]]), (0.9, [[(0, 1), (1, 2)]])]),
        evidence.Line([(0, 1), (1, 0.5), (2, math.nan)], "curve"),
        evidence.Dots([(0, 1)], "path-start", 6, numbered=True),
        evidence.Words((1, 1), plain("<y>")),
    ]
    drawing = evidence.Drawing(plain("Decay"), plain("It falls."), (0, 2, 0, 2), shapes, ("t", "y"))
    (picture,) = drawn(evidence.evidence(drawing))
    markup = str(picture.canvas.markup("told"))

    assert picture.heading.en == "Decay"
    assert {"contour c0", "contour c7", "curve", "path-start", "edge"} <= set(styles(picture))
    assert "t = 0" in markup
    assert "&lt;y&gt;" in markup
    assert "nan" not in markup


BROKEN = [None, "text", 7, [], [[]], [[1]], [[1, "2"]], [[math.inf, 1]], [[1, math.nan]], {"a": 1}]
WHOLE = {
    "heading": {"en": "Path"},
    "caption": {"en": "It ends."},
    "window": [0, 2, 0, 2],
    "axes": ["x0", "x1"],
    "shapes": [{"kind": "line", "points": [[0, 1]], "style": "path", "closed": False}],
}


@pytest.mark.parametrize("value", BROKEN)
@pytest.mark.parametrize("name", ["heading", "caption", "window", "axes", "shapes", "figure"])
def test_a_picture_with_a_part_broken_harms_nothing(name, value):
    """Whatever a part of the evidence holds, the page is made."""
    for content in ({"pictures": [WHOLE | {name: value}, value]}, {"pictures": value}):
        for picture in draw(content):
            assert "nan" not in str(picture.canvas.markup("told"))


@pytest.mark.parametrize("value", BROKEN)
@pytest.mark.parametrize("kind", ["line", "dots", "words", "field", "other"])
@pytest.mark.parametrize(
    "name", ["points", "style", "radius", "place", "words", "levels", "filled"]
)
def test_a_shape_with_a_part_broken_harms_nothing(kind, name, value):
    """What cannot be drawn of a shape is left out, and the rest is there."""
    shape = {
        "kind": kind,
        "points": [[0, 1]],
        "style": "path",
        "radius": 3,
        "place": [1, 1],
        "words": {"en": "here"},
        "levels": [[0.5, [[[0, 0], [1, 1]]]]],
    }
    (picture,) = draw({"pictures": [WHOLE | {"shapes": [shape | {name: value}, value]}]})

    assert "nan" not in str(picture.canvas.markup("told"))


def sketched(figure):
    """Give the picture of the description of one figure."""
    return draw({"pictures": [{"heading": {"en": "Yours"}, "figure": figure}]})


@pytest.mark.parametrize(
    "panel",
    [
        {},
        None,
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
    assert len(sketched({"panels": [panel]})) <= 1


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
        made[name] = read(describe(figure))
    return made


def test_a_figure_is_sketched():
    """A surface becomes patches, contours lines or bands, a path a line; and a colorbar is seen."""
    surface, contour, path, empty = (
        sketched(figures()[name].evidence())[0] for name in ("surface", "contour", "path", "empty")
    )

    assert "patch c0" in styles(surface)
    assert "contour c0" in styles(contour)
    assert {"band c0", "path", "path-dot", "sample c7"} <= set(styles(path))
    assert "a colorbar" in path.caption.en
    assert "nothing drawn" in empty.caption.en


def test_the_expected_figure_stands_beside_it():
    """A surface, contours, or contours with the path, from the scene alone."""
    scene = Scene.of(np.random.default_rng(0))

    surface, contour, path = (
        drawn(figure_beside(figures()["empty"], scene, is_surface, with_path))[1]
        for is_surface, with_path in ((True, False), (False, False), (False, True))
    )

    assert "patch c0" in styles(surface)
    assert "contour c0" in styles(contour)
    assert "path" not in styles(contour)
    assert {"contour c0", "path", "path-dot"} <= set(styles(path))
    assert path.caption.en == "Flat: contours, a line, a colorbar. The axes are called x0, x1."
    assert path.heading.en == "What it should show"


def test_units_of_unequal_length_are_told():
    """The words under the picture say what the eye would see: a circle is flattened."""
    figure = figures()["contour"].evidence()
    figure["panels"][0]["scale"] = 1.5

    (picture,) = sketched(figure)

    assert "One unit upwards is 1.5 times as long" in picture.caption.en


def test_labels_that_are_missing_are_pointed_out():
    """An axis without a label says so in the picture."""
    (picture,) = sketched(figures()["contour"].evidence())

    assert styles(picture).count("no-name") >= 2
    assert "axis-name" not in styles(picture)
