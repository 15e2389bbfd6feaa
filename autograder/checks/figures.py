"""The figures of one student: each function draws once for all checks, a scene that is its own."""

import numpy as np

from autograder.checking import Failure, Spy, StudentFault, _, fail, kind_of, rng_of, shared
from autograder.figures.model import Picture

from .functions import bowl
from .trajectories import ideal
from .watermark import Scene

FUNCTIONS = ("plot_surface", "plot_contour", "plot_descent")
SURFACE, CONTOUR, DESCENT = FUNCTIONS

# Neither the function nor its ranges are symmetric, so that exchanged axes show, and one range is
# less than half of the other, so that a figure of one of them twice shows.
F = bowl(1, 2, centre=(0.5, -0.5))
X0, X1 = np.linspace(-3, 3, 25), np.linspace(-1.2, 1.3, 19)
# Few steps: far enough from the minimum that no two points fall together.
PATH = ideal(F, (-2.5, 1.1), 0.1, 6)
SCENE = Scene(F, X0, X1, PATH)


@shared
def marked_scene(student):
    """Give what is handed to this student's functions: the scene, with a secret of theirs in it."""
    return SCENE.marked(rng_of(student))


def drawing(student, name, scene):
    """Let a function draw a scene; give what it gave back."""
    arguments = [scene.x0.copy(), scene.x1.copy()]
    if name == DESCENT:
        arguments.insert(0, scene.path.copy())
    return getattr(student, name)(Spy(scene.f), *arguments)


@shared
def drawn(student, name):
    """Give what a function gave back for the student's scene."""
    return drawing(student, name, marked_scene(student))


def draw(student, name):
    """Give the picture that a function drew of the student's scene."""
    try:
        return picture_in(drawn(student, name), name)
    except StudentFault as fault:
        if name == DESCENT:
            fail_if_stumbled(student, fault)
        raise


def fail_if_stumbled(student, fault):
    """Fail for the reason told already where plot_descent stumbled over what plot_contour gave."""
    try:
        contour = drawn(student, CONTOUR)
    except StudentFault:
        return
    kind = contour.returned if isinstance(contour, Picture) else type(contour).__name__
    kind = "NoneType" if kind == "nothing" else kind
    if kind != "Figure" and f"'{kind}' object" in str(fault):
        feedback = fault.feedback
        cause = "shown-not-returned" if kind == "NoneType" else "returned"
        fail(feedback.message, hint=feedback.hint, line=feedback.line, cause=cause)


def picture_in(value, name):
    """Give the picture in a returned value, also where it stands beside something else."""
    parts = value if isinstance(value, (tuple, list)) else (value,)
    found = [part for part in parts if isinstance(part, Picture)]
    if not found:
        fail(
            _("`{name}` gave back {kind}, and we found no figure that it drew").format(
                name=name, kind=kind_of(value)
            ),
            hint=_("The docstring says what the function returns. What does yours return?"),
            cause="no-figure",
        )
    return found[0]


def pictures(student):
    """Give the pictures of all functions that drew one; a fault counts only if none did."""
    found, faults = [], []
    for name in FUNCTIONS:
        try:
            found.append((name, draw(student, name)))
        except (StudentFault, Failure) as fault:
            faults.append(fault)
    if not found:
        raise faults[0]
    return found


def beside(picture, name, f=F, x0=X0, x1=X1, path=PATH):
    """Give the evidence for the picture of a figure beside the one that it should be."""
    expected = {
        **f.evidence(),
        "is_3d": name == SURFACE,
        "ranges": [[float(x[0]), float(x[-1])] for x in (x0, x1)],
        "path": path.tolist() if name == DESCENT else [],
    }
    return {"figure": picture.evidence(), "expected_figure": expected}
