"""Public checks of the three pictures: what a figure shows, however it was drawn."""

import re
import unicodedata
from functools import partial

import numpy as np

from autograder.checking import (
    Failure,
    Spy,
    StudentFault,
    _,
    fail,
    kind_of,
    needs,
    number,
    points,
    shown,
)
from autograder.functions import bowl
from autograder.picture import Picture
from autograder.walks import ideal
from autograder.watermark import Scene

FUNCTIONS = ("plot_surface", "plot_contour", "plot_descent")
SURFACE, CONTOUR, DESCENT = FUNCTIONS

# Neither the function nor its ranges are symmetric, so that exchanged axes show, and one range is
# less than half of the other, so that a figure of one of them twice shows.
F = bowl(1, 2, centre=(0.5, -0.5))
X0, X1 = np.linspace(-3, 3, 25), np.linspace(-1.2, 1.3, 19)
# Few steps: far enough from the minimum that no two points fall together.
PATH = ideal(F, (-2.5, 1.1), 0.1, 6)
SCENE = Scene(F, X0, X1, PATH)

# Contours are interpolated on a grid and a pixel has a width: 2 % of the range of f is generous,
# and far below what another function or exchanged axes would show.
VALUE_TOLERANCE = 0.02
ENOUGH = 0.97
# A band of colour half as wide as the range of f, or a cell over which f changes so much, is true
# of almost any function: it tells nothing.
TELLING = 0.5
CORNERS = ((0, 0), (1, 1), (1, -1), (-1, 1), (-1, -1))  # of a cell, from its centre
# A hundredth of the picture's width is about as well as an eye can tell points apart.
NEAR = 0.01
EQUAL = 0.03


@points(1)
def check_names(student):
    """the file runs, and defines functions named plot_surface, plot_contour and plot_descent"""
    for name in FUNCTIONS:
        if not student.defines(name) and (actual := student.nearest(name)):
            fail(
                _("there is no `{name}` in your file, but there is `{actual}`").format(
                    name=name, actual=actual
                ),
                hint=_("Did you mean `{name}`?").format(name=name),
                line=student.line_of(actual),
            )
    list(pictures(student))


@points(1)
@needs("check_names")
def check_returned(student):
    """each function gives back the figure it drew"""
    for name, picture in pictures(student):
        if picture.returned == "nothing":
            fail(
                _("`{name}` drew a figure, but gave back None").format(name=name),
                hint=_("Showing is for the eye. What does the caller get to work with?"),
                misconception="shown-not-returned",
            )
        value = student.memory[name]
        if picture.returned != "Figure" or not isinstance(value, Picture):
            kind = kind_of(value) if picture.returned == "Figure" else picture.returned
            fail(
                _("`{name}` gave back {kind}, not the figure itself").format(name=name, kind=kind),
                hint=_("The docstring says what the function returns. What does yours return?"),
                cause="returned",
            )


def marked_scene(student):
    """Give what is handed to this student's functions: the scene, with a secret of theirs in it."""
    if "scene" not in student.memory:
        student.memory["scene"] = SCENE.marked(student.rng)
    return student.memory["scene"]


def drawing(student, name, scene):
    """Let a function draw a scene; give what it gave back."""
    arguments = [scene.x0.copy(), scene.x1.copy()]
    if name == DESCENT:
        arguments.insert(0, scene.path.copy())
    return getattr(student, name)(Spy(scene.f), *arguments)


def draw(student, name):
    """Give what a function drew, called once for all checks."""
    if name not in student.memory:
        try:
            student.memory[name] = drawing(student, name, marked_scene(student))
        except StudentFault as fault:
            student.memory[name] = fault
    value = student.memory[name]
    if isinstance(value, StudentFault):
        if name == DESCENT:
            fail_if_stumbled(value, student.memory.get(CONTOUR))
        raise value
    return picture_in(value, name)


def fail_if_stumbled(fault, contour):
    """Fail for the reason told already where plot_descent stumbled over what plot_contour gave."""
    kind = contour.returned if isinstance(contour, Picture) else type(contour).__name__
    kind = "NoneType" if kind == "nothing" else kind
    if kind != "Figure" and f"'{kind}' object" in str(fault):
        feedback = fault.feedback
        cause = "shown-not-returned" if kind == "NoneType" else "returned"
        fail(feedback.message, hint=feedback.hint, line=feedback.line, cause=cause)


def picture_in(value, name):
    """Give the picture in a returned value, also where it stands beside something else."""
    for part in value if isinstance(value, (tuple, list)) else (value,):
        if isinstance(part, Picture):
            return part
    fail(
        _("`{name}` gave back {kind}, and we found no figure that it drew").format(
            name=name, kind=kind_of(value)
        ),
        hint=_("The docstring says what the function returns. What does yours return?"),
        cause="no-figure",
    )


def pictures(student):
    """Give the pictures of all functions that drew one; a fault counts only if none did."""
    drawn, faults = [], []
    for name in FUNCTIONS:
        try:
            drawn.append((name, draw(student, name)))
        except (StudentFault, Failure) as fault:
            faults.append(fault)
    if not drawn:
        raise faults[0]
    return drawn


def beside(picture, name, f=F, x0=X0, x1=X1, path=PATH):
    """Give the evidence for the picture of a figure beside the one that it should be."""
    expected = {
        **f.evidence(),
        "is_3d": name == SURFACE,
        "ranges": [[float(x[0]), float(x[-1])] for x in (x0, x1)],
        "path": path.tolist() if name == DESCENT else [],
    }
    return {"figure": picture.evidence(), "expected_figure": expected}


def fail_if_empty(picture, name):
    """Fail if the figure's axes hold nothing."""
    if all(panel.is_empty for panel in picture.panels):
        fail(
            _("nothing is drawn in the figure of `{name}`, which has {count} axes").format(
                name=name, count=len(picture.panels)
            ),
            hint=_("Which axes did you draw in, and do they belong to the figure you return?"),
            misconception="empty-axes",
            evidence=beside(picture, name),
        )


@points(2)
def check_surface(student):
    """plot_surface draws a surface or a wireframe in three dimensions"""
    picture = draw(student, SURFACE)
    fail_if_empty(picture, SURFACE)
    if not any(panel.surfaces for panel in picture.panels):
        contours = any(panel.fields for panel in picture.panels)
        fail(
            _("there is no surface in the figure of `{name}`, only {what}").format(
                name=SURFACE, what=_("contours") if contours else _("lines or points")
            ),
            hint=_(
                "A landscape seen from the side has heights: which axes have a third direction?"
            ),
            misconception="contour-instead-of-surface" if contours else None,
            evidence=beside(picture, SURFACE),
        )


@points(2)
@needs("check_surface")
def check_surface_heights(student):
    """the surface has the height f(x0, x1) over every point of the grid"""
    judge_surface(draw(student, SURFACE), F, X0, X1)


def judge_surface(picture, f, x0, x1):
    """Fail unless one of the surfaces is that of f over the whole grid."""
    vertices = np.vstack([surface for panel in picture.panels for surface in panel.surfaces])
    where, heights = vertices[:, :2], vertices[:, 2]
    evidence = partial(beside, picture, SURFACE, f, x0, x1)
    judge_values(evidence, f, x0, x1, where, heights, heights, np.zeros(2))


@points(2)
def check_contour(student):
    """plot_contour draws the levels of f over the plane"""
    picture = draw(student, CONTOUR)
    fail_if_empty(picture, CONTOUR)
    if not any(panel.fields for panel in picture.panels if not panel.is_3d):
        fail(
            _("there are no contours in the figure of `{name}`").format(name=CONTOUR),
            hint=_("A map shows heights by lines or colours, seen from straight above."),
            evidence=beside(picture, CONTOUR),
        )


@points(2)
@needs("check_contour")
def check_contour_heights(student):
    """the contours lie where f has their value"""
    judge_fields(draw(student, CONTOUR), F, X0, X1)


def judge_fields(picture, f, x0, x1):
    """Fail unless the contours or colours of a figure are those of f."""
    field = next(field for panel in picture.panels if not panel.is_3d for field in panel.fields)
    evidence = partial(beside, picture, CONTOUR, f, x0, x1)
    judge_values(evidence, f, x0, x1, field.points, field.low, field.high, field.half)


def judge_values(evidence, f, x0, x1, where, low, high, half):
    """Fail unless f lies between low and high where the figure says so, over the whole grid."""
    values = f(np.array(np.meshgrid(x0, x1)))
    tolerance = VALUE_TOLERANCE * np.ptp(values)
    corners = [f((where + half * sign).T) for sign in CORNERS]
    width = np.minimum(high, values.max()) - np.maximum(low, values.min())
    telling = width + np.ptp(corners, axis=0) <= TELLING * np.ptp(values) + tolerance
    if not telling.any():
        fail(
            _("the figure shows f nowhere: f lies between {least} and {most}").format(
                least=number(values.min(), 2), most=number(values.max(), 2)
            ),
            hint=_("How many different heights can a reader tell apart in your figure?"),
            cause="values",
            evidence=evidence(),
        )
    # The secret in the last digits decides no tie.
    where, low, high = (np.round(one[telling], 9) for one in (where, low, high))

    def misfit(points_, half_):
        """Give how far f stays from what the figure says, anywhere in the cell of each point."""
        corners = [f((points_ + half_ * sign).T) for sign in CORNERS]
        return np.maximum(low - np.max(corners, axis=0), np.min(corners, axis=0) - high)

    def agreement(points_, half_):
        return (misfit(points_, half_) <= tolerance).mean()

    if agreement(where, half) < ENOUGH:
        index = misfit(where, half).argmax()
        truth = f(where[index])
        message = _("at ({x0}, {x1}) the figure shows {got}; f is {expected} there").format(
            x0=number(where[index, 0], 2),
            x1=number(where[index, 1], 2),
            got=number(low[index] if truth < low[index] else high[index], 3),
            expected=number(truth, 3),
        )
        # A transposed table, stretched over the ranges as they should be, is exchanged as well.
        low_ends, widths = np.array([x0[0], x1[0]]), np.array([np.ptp(x0), np.ptp(x1)])
        stretched = ((where - low_ends) / widths)[:, ::-1] * widths + low_ends
        if (
            agreement(where[:, ::-1], half[::-1]) >= ENOUGH
            or agreement(stretched, (half / widths)[::-1] * widths) >= ENOUGH
        ):
            fail(
                _("x0 and x1 are exchanged: {message}").format(message=message),
                hint=_(
                    "Which index of the array counts the rows, and which axis do rows go along?"
                ),
                misconception="axes-swapped",
                evidence=evidence(),
            )
        fail(
            message,
            hint=_("Work out f at one point of the grid by hand, and look for it in the figure."),
            cause="values",
            evidence=evidence(),
        )
    covered = np.ptp(where, axis=0) / [np.ptp(x0), np.ptp(x1)]
    if (covered < 0.5).any() or (covered > 1.1).any():
        fail(
            _("the figure covers {got} of the range of x0 and {also} of that of x1").format(
                got=f"{covered[0]:.0%}", also=f"{covered[1]:.0%}"
            ),
            hint=_("Does all of x0 and x1 go into the grid?"),
            cause="values",
            evidence=evidence(),
        )


@points(1)
@needs("check_contour")
def check_scales(student):
    """in plot_contour one unit is equally long in both directions"""
    picture = draw(student, CONTOUR)
    panel = next(panel for panel in picture.panels if panel.fields)
    if not abs(panel.scale - 1) <= EQUAL:
        fail(
            _("one unit of x1 is drawn {ratio} times as long as one unit of x0").format(
                ratio=number(panel.scale, 2)
            ),
            hint=_(
                "With unequal scales a circle looks flattened. What sets the aspect of the axes?"
            ),
            misconception="unequal-scales",
            evidence=beside(picture, CONTOUR),
        )


@points(1)
@needs("check_contour")
def check_colorbar(student):
    """plot_contour has a colorbar"""
    picture = draw(student, CONTOUR)
    if not picture.colorbars:
        fail(
            _("the figure of `{name}` has no colorbar").format(name=CONTOUR),
            hint=_("Which colour is which height? The reader needs a key to the colours."),
            misconception="colorbar-missing",
            evidence=beside(picture, CONTOUR),
        )


@points(1)
@needs("check_names")
def check_labels(student):
    """the axes are labelled, each with its own name"""
    for name, picture in pictures(student):
        for panel in picture.panels:
            x, y = (label.strip() for label in panel.labels[:2])
            if x and x == y:
                fail(
                    _("in the figure of `{name}` both axes are called “{label}”").format(
                        name=name, label=x[:40]
                    ),
                    hint=_(
                        "Two directions, two names. Which of the two lines names the other axis?"
                    ),
                    misconception="label-repeated",
                    evidence=beside(picture, name),
                )
            fail_if_misnamed(picture, panel, name)
        shown_panels = [panel for panel in picture.panels if not panel.is_empty]
        labelled = [panel for panel in shown_panels if all(panel.labels[:2])]
        if name != DESCENT and shown_panels and not labelled:
            fail(
                _("in the figure of `{name}` an axis has no label").format(name=name),
                hint=_("Think of a reader who sees only the picture: which direction is which?"),
                evidence=beside(picture, name),
            )


def fail_if_misnamed(picture, panel, name):
    """Fail if an axis bears the name of another one."""
    names = [re.sub(r"\W|_", "", unicodedata.normalize("NFKC", one)) for one in panel.labels]
    both = names[:2] == ["x1", "x0"]
    for axis, own in enumerate(("x0", "x1")):
        if both or (panel.is_3d and names[2] == own and names[axis] not in (own, "")):
            fail(
                _("in the figure of `{name}` the axis of {axis} is called “{label}”").format(
                    name=name, axis=own, label=panel.labels[axis].strip()[:40]
                ),
                hint=_("Think of a reader who sees only the picture: which direction is which?"),
                misconception="axes-swapped" if both else None,
                evidence=beside(picture, name),
            )


@points(2)
def check_path(student):
    """plot_descent draws the whole path, from its start to its end"""
    picture = draw(student, DESCENT)
    fail_if_empty(picture, DESCENT)
    judge_path(picture, F, PATH, X0, X1)


def judge_path(picture, f, path, x0, x1):
    """Fail unless every point of the path is marked, on a line or by an arrow."""
    widths = np.array([np.ptp(x0), np.ptp(x1)])
    marks = []
    for panel in picture.panels:
        if not panel.is_3d:
            marks += [*panel.lines, *panel.points]
            marks += [part for rows in panel.arrows for part in (rows[:, :2], rows[:, 2:])]

    def found(points_):
        there = np.zeros(len(points_), bool)
        for drawn in marks:  # one after the other: all at once could be millions
            gaps = np.abs(points_[:, None] - drawn[None]) / widths
            there |= (gaps.max(axis=2, initial=0) < NEAR).any(axis=1)
        return there

    there = found(path)
    if there.all():
        return
    evidence = beside(picture, DESCENT, f, x0, x1, path)
    if found(path[:, ::-1]).all():
        fail(
            _("the path goes through {got} where it should go through {expected}").format(
                got=shown(path[1, ::-1]), expected=shown(path[1])
            ),
            hint=_("Which column of the path is x0, and which axis is it drawn along?"),
            misconception="axes-swapped",
            evidence=evidence,
        )
    if not there.any():
        # As many marks as the path has points may be the path, drawn in another place.
        elsewhere = any(len(drawn) == len(path) for drawn in marks)
        fail(
            _("none of the {count} points of the path is in the figure of `{name}`").format(
                count=len(path), name=DESCENT
            ),
            hint=_("Where do you draw the first point of path, and where should it be?")
            if elsewhere
            else _("The map is there. What draws the points that were handed in as path?"),
            misconception=None if elsewhere else "path-missing",
            evidence=evidence,
        )
    fail(
        _("{found} of the {count} points of the path are drawn; {point} is missing").format(
            found=int(there.sum()), count=len(path), point=shown(path[~there][0])
        ),
        hint=_("Which points does your line go through: the first, the last, all between?"),
        misconception="path-incomplete",
        evidence=evidence,
    )


@points(1)
def check_path_on_contours(student):
    """plot_descent draws the path on the contours of f"""
    picture = draw(student, DESCENT)
    fail_if_empty(picture, DESCENT)
    if not any(panel.fields for panel in picture.panels if not panel.is_3d):
        fail(
            _("there are no contours in the figure of `{name}`").format(name=DESCENT),
            hint=_("A path without its map: where is it steep, where is the bottom?"),
            evidence=beside(picture, DESCENT),
        )
    judge_fields(picture, F, X0, X1)
