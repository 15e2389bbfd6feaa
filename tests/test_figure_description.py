"""What the worker says of a figure: what it holds, how it is seen, and what was drawn at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.figure import Figure

from autograder.figures import description, reading
from autograder.figures.model import Panel
from autograder.sandbox import Program
from autograder.sandbox.trusted.inprocess import InProcess
from autograder.sandbox.values import Described

pytestmark = pytest.mark.usefixtures("plain_figures")

X0, X1 = np.meshgrid(np.linspace(-3, 3, 25), np.linspace(-1, 1, 19))
F = X0**2 + 2 * X1**2


@pytest.fixture
def axes() -> Any:
    return Figure().add_subplot()


def read(axes: Any) -> Panel:
    """Read the one panel of a figure as the checks do."""
    content = description.describe(axes.figure)
    assert content is not None
    (panel,) = reading.read(content).panels
    return panel


@pytest.mark.parametrize(
    ("prepare", "is_equal"),
    [
        (lambda axes: axes.set_aspect("equal"), True),
        (lambda axes: axes.set_aspect("equal", adjustable="datalim"), True),
        (lambda axes: axes.set_box_aspect(1 / 3), True),
        (lambda axes: axes.figure.set_size_inches(9, 3), False),
    ],
)
def test_scales_are_measured_in_two_sizes(
    axes: Any, prepare: Callable[[Any], None], is_equal: bool
) -> None:
    """Scales that are equal by the figure's size are not so in another one; the size is kept."""
    axes.set_position([0, 0, 1, 1])
    axes.set(xlim=(-3, 3), ylim=(-1, 1))
    prepare(axes)
    size = axes.figure.get_size_inches().tolist()

    here, elsewhere = read(axes).scales

    assert here == pytest.approx(1.0)
    assert (elsewhere == pytest.approx(1.0)) == is_equal
    assert axes.figure.get_size_inches().tolist() == size


def white(axes: Any) -> None:
    axes.contour(X0, X1, F, colors="white")


def thin(axes: Any) -> None:
    axes.contour(X0, X1, F, linewidths=0)


def faint(axes: Any) -> None:
    axes.contour(X0, X1, F, colors="k", alpha=0.01)


def on_colours(axes: Any) -> None:
    axes.contourf(X0, X1, F)
    axes.contour(X0, X1, F, colors="white")


def on_black(axes: Any) -> None:
    axes.set_facecolor("black")
    axes.contour(X0, X1, F, colors="white")


@pytest.mark.parametrize(
    ("draw", "hidden"), [(white, 1), (thin, 1), (faint, 1), (on_colours, 0), (on_black, 0)]
)
def test_lines_that_nobody_sees_claim_nothing(
    axes: Any, draw: Callable[[Any], None], hidden: int
) -> None:
    """What has the colour of its paper is there, and says nothing; on other paper it is seen."""
    draw(axes)

    fields = read(axes).fields

    assert all(bool(field.hidden) != bool(len(field.points)) for field in fields)
    assert sum(bool(field.hidden) for field in fields) == hidden


@pytest.mark.parametrize(
    ("style", "is_seen"),
    [
        ({"color": "k"}, True),
        ({"color": "w"}, False),
        ({"color": "k", "linestyle": ""}, False),
        ({"color": "w", "marker": "o", "markeredgecolor": "k"}, True),
        ({"color": "k", "linewidth": 0}, False),
        ({"color": "k", "alpha": 0}, False),
    ],
)
def test_a_line_is_seen_by_its_style_its_colour_or_its_markers(
    axes: Any, style: dict[str, Any], is_seen: bool
) -> None:
    """An unseen line is described all the same, so that its reader can say what is wrong."""
    axes.plot([0, 1], [0, 1], **style)

    (mark,) = read(axes).marks

    assert mark.seen == is_seen
    assert mark.rows.tolist() == [[0, 0], [1, 1]]


def test_marks_that_look_alike_have_equal_looks(axes: Any) -> None:
    """Two dots of one kind cannot be told apart; one of another colour, size or shape can."""
    for style in ("ko", "ko", "ro", "k*"):
        axes.plot(0, 0, style)
    axes.scatter(0, 0, color="g")
    axes.scatter([0, 1], [0, 1], c=[0.0, 1.0])

    looks = [(mark.look, mark.varied) for mark in read(axes).marks]

    assert [varied for _look, varied in looks] == [False, True] + [False] * 4
    assert looks[2] == looks[3]
    assert len({look for look, varied in looks if not varied}) == 4


def test_words_stand_at_the_place_that_they_are_about(axes: Any) -> None:
    """An annotation is about the point it points to; numbers on contours are no words."""
    axes.text(1, 2, "start")
    axes.annotate("end", (3, 4), xytext=(9, 9), textcoords="offset points")
    axes.text(0, 0, "2.5")

    texts = read(axes).texts

    assert [(words, place.tolist()) for words, place in texts] == [
        ("start", [1, 2]),
        ("end", [3, 4]),
    ]


def test_patches_are_marks_at_their_middle_or_along_their_line(axes: Any) -> None:
    """A circle stands for a point; a path patch is a line."""
    from matplotlib.patches import Circle, PathPatch
    from matplotlib.path import Path

    axes.add_patch(Circle((1, 2), 0.1))
    axes.add_patch(PathPatch(Path([(0, 0), (1, 0), (1, 1)]), fill=False))

    circle, line = read(axes).marks

    assert circle.rows == pytest.approx(np.array([[1, 2]]))
    assert (circle.markers, line.line) == (True, True)
    assert line.rows.tolist() == [[0, 0], [1, 0], [1, 1]]


def test_a_surface_drawn_with_every_fifth_line_has_only_its_own_vertices() -> None:
    """Faces of fewer corners are filled up in memory with numbers that nobody drew."""
    axes = Figure().add_subplot(projection="3d")
    axes.plot_surface(X0, X1, F, rstride=5, cstride=5)

    (vertices,) = read(axes).surfaces

    assert vertices[:, 2] == pytest.approx(vertices[:, 0] ** 2 + 2 * vertices[:, 1] ** 2)
    assert np.ptp(vertices, axis=0)[:2] == pytest.approx([6, 2])


def test_a_colorbar_of_what_nobody_sees_is_no_key(axes: Any) -> None:
    """It is counted as a colorbar, and not as a key."""
    axes.figure.colorbar(axes.scatter([0, 1], [0, 1], c=[0, 1], s=0))
    content = description.describe(axes.figure)
    assert content is not None

    assert (content["colorbars"], content["keys"]) == (1, 0)


SOURCES = {
    "string": "fig.savefig('a.png'); plt.close(fig); return 'a.png'",
    "nothing": "plt.close('all')",
    "array": "return np.zeros(3)",
    "figure": "return fig",
}


@pytest.mark.parametrize("end", SOURCES)
def test_a_figure_is_found_whatever_is_given_back(
    end: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Closed, saved or left open: what was drawn comes along, and the value is what it was."""
    monkeypatch.chdir(tmp_path)
    source = (
        "import matplotlib.pyplot as plt, numpy as np\n"
        "def older():\n    plt.plot([9, 9])\n"
        f"def draw():\n    fig, ax = plt.subplots(); ax.plot([0, 1], [2, 3]); {SOURCES[end]}\n"
    )
    sandbox = InProcess()
    sandbox.load(Program("submission", source))
    sandbox.call("older", [], {})
    answer = sandbox.call("draw", [], {})
    sandbox.close()
    plt.close("all")

    found = answer.value if end == "figure" else answer.drawn
    assert isinstance(found, Described)
    assert (answer.drawn is None) == (end == "figure")
    (mark,) = reading.read(found.content).panels[0].marks
    assert mark.rows.tolist() == [[0, 2], [1, 3]]


def test_a_function_that_draws_nothing_brings_no_figure_along() -> None:
    """What another call drew is not taken for it."""
    sandbox = InProcess()
    source = (
        "import matplotlib.pyplot as plt\ndef draw():\n    plt.plot([1])\ndef no():\n    return 3\n"
    )
    sandbox.load(Program("submission", source))
    sandbox.call("draw", [], {})
    answer = sandbox.call("no", [], {})
    sandbox.close()

    assert (answer.value, answer.drawn) == (3, None)
