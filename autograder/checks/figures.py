"""The figures of one student: each function draws once for all checks, a scene that is its own."""

from dataclasses import dataclass, replace

import numpy as np

from autograder.checking import (
    Failure,
    Spy,
    StudentFault,
    _,
    drawn_by,
    fail,
    kind_of,
    rng_of,
    shared,
)
from autograder.figures.model import Panel, Picture
from autograder.sandbox.values import Opaque

from .pictures import figure_beside
from .scenes import Scene

FUNCTIONS = ("plot_surface", "plot_contour", "plot_descent")
SURFACE, CONTOUR, DESCENT = FUNCTIONS


@dataclass(frozen=True)
class Drawing:
    """What came of one call.

    Attributes:
        name: of the function.
        scene: what it was handed.
        value: what it gave back.
        picture: what it drew.
        visited: where it evaluated f, shape (k, 2).
    """

    name: str
    scene: Scene
    value: object
    picture: Picture
    visited: np.ndarray

    @property
    def panels(self):
        """The axes of the figure."""
        return self.picture.panels

    @property
    def maps(self):
        """The flat axes with contours or colours in them."""
        return [panel for panel in self.panels if panel.fields and not panel.is_3d]

    @property
    def evidence(self):
        """The figure beside the one that it should be."""
        return figure_beside(
            self.picture, self.scene, self.name == SURFACE, with_path=self.name == DESCENT
        )


def draw(student, name):
    """Return what a function drew of the student's scene, called once for all checks."""
    try:
        return _drawing(student, name)
    except StudentFault as fault:
        if name == DESCENT:
            _fail_if_stumbled(student, fault)
        raise


@shared
def _scene(student):
    return Scene.of(rng_of(student))


@shared
def _drawing(student, name):
    """Let a function draw the scene."""
    scene = _scene(student)
    f, arguments = Spy(scene.f), [scene.x0.copy(), scene.x1.copy()]
    if name == DESCENT:
        arguments.insert(0, scene.path.copy())
    value = getattr(student, name)(f, *arguments)
    # Also where it stands beside something else, or was drawn and not given back.
    parts = value if isinstance(value, (tuple, list)) else (value,)
    picture = next((part for part in parts if isinstance(part, Picture)), drawn_by(student))
    if picture is None:
        fail(
            _("`{name}` gave back {kind}, and we found no figure that it drew").format(
                name=name, kind=kind_of(value)
            ),
            hint=_("The docstring says what the function returns. What does yours return?"),
            cause="no-figure",
        )
    picture = replace(picture, panels=_merged(picture.panels))
    return Drawing(name, scene, value, picture, f.points(np.zeros(2)))


def _merged(panels):
    """Put axes that lie over each other with the same limits together, as the eye does."""
    merged: dict[object, Panel] = {}
    for number, panel in enumerate(panels):
        flat = panel.place and not panel.is_3d
        key = (panel.place, panel.limits.tobytes()) if flat else number
        if key not in merged:
            merged[key] = panel
            continue
        below = merged[key]
        x, y, z = (one or other for one, other in zip(below.labels, panel.labels, strict=True))
        merged[key] = replace(
            below,
            labels=(x, y, z),
            fields=below.fields + panel.fields,
            marks=below.marks + panel.marks,
            texts=below.texts + panel.texts,
            artists=below.artists + panel.artists,
        )
    return tuple(merged.values())


def _fail_if_stumbled(student, fault):
    """Fail for the reason told already where plot_descent stumbled over what plot_contour gave."""
    try:
        contour = _drawing(student, CONTOUR)
    except (StudentFault, Failure):
        return
    kind = type(contour.value).__name__
    if isinstance(contour.value, Opaque):
        kind = contour.value.type
    elif isinstance(contour.value, Picture):
        kind = contour.value.returned
    if kind != "Figure" and f"'{kind}' object" in str(fault):
        feedback = fault.feedback
        cause = "shown-not-returned" if contour.value is None else "returned"
        fail(feedback.message, hint=feedback.hint, line=feedback.line, cause=cause)


def drawings(student):
    """Return the drawings of all functions that drew one; a fault counts only if none did."""
    drawn, faults = [], []
    for name in FUNCTIONS:
        try:
            drawn.append(draw(student, name))
        except (StudentFault, Failure) as fault:
            faults.append(fault)
    if not drawn:
        raise faults[0]
    return drawn


def fail_if_empty(drawing):
    """Fail if the figure's axes hold nothing."""
    if all(panel.is_empty for panel in drawing.panels):
        fail(
            _("nothing is drawn in the figure of `{name}`, which has {count} axes").format(
                name=drawing.name, count=len(drawing.panels)
            ),
            hint=_("Which axes did you draw in, and do they belong to the figure you return?"),
            misconception="empty-axes",
            evidence=drawing.evidence,
        )
