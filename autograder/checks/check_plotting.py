"""Public checks of the three pictures: what a figure shows, however it was drawn."""

from autograder.checking import _, fail, kind_of, needs, number, points, require_names
from autograder.figures.model import Picture

from .ends_diagnosis import judge_ends
from .field_diagnosis import judge_fields, judge_surface
from .figures import (
    CONTOUR,
    DESCENT,
    FUNCTIONS,
    SURFACE,
    draw,
    drawings,
    fail_if_empty,
)
from .label_diagnosis import judge_labels
from .path_diagnosis import judge_panel, judge_path

DEPENDS_ON = ("numerical_gradient", "gradient_descent")
EQUAL = 0.03  # as well as an eye can tell two scales apart


@points(1)
def check_names(student):
    """the file runs, and defines functions named plot_surface, plot_contour and plot_descent"""
    require_names(student, *FUNCTIONS)
    drawings(student)


@points(1)
@needs("check_names")
def check_returned(student):
    """each function gives back the figure it drew"""
    for drawing in drawings(student):
        name, value = drawing.name, drawing.value
        if value is None:
            fail(
                _("`{name}` drew a figure, but gave back None").format(name=name),
                hint=_("Showing is for the eye. What does the caller get to work with?"),
                misconception="shown-not-returned",
            )
        if not isinstance(value, Picture) or value.returned != "Figure":
            fail(
                _("`{name}` gave back {kind}, not the figure itself").format(
                    name=name, kind=kind_of(value)
                ),
                hint=_("The docstring says what the function returns. What does yours return?"),
                cause="returned",
            )


@points(2)
def check_surface(student):
    """plot_surface draws a surface or a wireframe in three dimensions"""
    drawing = draw(student, SURFACE)
    fail_if_empty(drawing)
    if not any(panel.surfaces for panel in drawing.panels):
        contours = any(panel.fields for panel in drawing.panels)
        fail(
            _("there is no surface in the figure of `{name}`, only {what}").format(
                name=SURFACE, what=_("contours") if contours else _("lines or points")
            ),
            hint=_(
                "A landscape seen from the side has heights: which axes have a third direction?"
            ),
            misconception="contour-instead-of-surface" if contours else None,
            evidence=drawing.evidence,
        )


@points(2)
@needs("check_surface")
def check_surface_heights(student):
    """the surface has the height f(x0, x1) over every point of the grid"""
    judge_surface(draw(student, SURFACE))


@points(2)
def check_contour(student):
    """plot_contour draws the levels of f over the plane"""
    drawing = draw(student, CONTOUR)
    fail_if_empty(drawing)
    if not drawing.maps:
        fail(
            _("there are no contours in the figure of `{name}`").format(name=CONTOUR),
            hint=_("A map shows heights by lines or colours, seen from straight above."),
            evidence=drawing.evidence,
        )


@points(2)
@needs("check_contour")
def check_contour_heights(student):
    """the contours lie where f has their value"""
    judge_fields(draw(student, CONTOUR))


@points(1)
@needs("check_contour")
def check_scales(student):
    """in plot_contour one unit is equally long in both directions"""
    drawing = draw(student, CONTOUR)
    here, elsewhere = drawing.maps[0].scales
    if abs(here - 1) <= EQUAL and abs(elsewhere - 1) <= EQUAL:
        return
    ratio = _("one unit of x1 is drawn {ratio} times as long as one unit of x0")
    accident = _(
        "the scales are equal by the figure's size: in a wider figure one unit of x1 is drawn "
        "{ratio} times as long as one unit of x0"
    )
    by_size = abs(here - 1) <= EQUAL
    fail(
        (accident if by_size else ratio).format(ratio=number(elsewhere if by_size else here, 2)),
        hint=_("With unequal scales a circle looks flattened. What sets the aspect of the axes?"),
        misconception="unequal-scales",
        evidence=drawing.evidence,
    )


@points(1)
@needs("check_contour")
def check_colorbar(student):
    """plot_contour has a colorbar"""
    drawing = draw(student, CONTOUR)
    if not drawing.picture.colorbars:
        fail(
            _("the figure of `{name}` has no colorbar").format(name=CONTOUR),
            hint=_("Which colour is which height? The reader needs a key to the colours."),
            misconception="colorbar-missing",
            evidence=drawing.evidence,
        )
    if not drawing.picture.keys:
        fail(
            _("the colorbar in the figure of `{name}` is the key to nothing that one sees").format(
                name=CONTOUR
            ),
            hint=_("Which drawing do the colours come from? That one needs the key."),
            cause="invisible",
            evidence=drawing.evidence,
        )


@points(1)
@needs("check_names")
def check_labels(student):
    """the axes are labelled, each with its own name"""
    judge_labels(drawings(student))


@points(2)
def check_path(student):
    """plot_descent draws the whole path, in its order"""
    drawing = draw(student, DESCENT)
    fail_if_empty(drawing)
    judge_path(drawing)


@points(1)
@needs("check_path")
def check_path_ends(student):
    """plot_descent marks the start and the end of the path"""
    judge_ends(draw(student, DESCENT))


@points(1)
def check_path_on_contours(student):
    """plot_descent draws the path on the contours of f"""
    drawing = draw(student, DESCENT)
    fail_if_empty(drawing)
    if not drawing.maps:
        fail(
            _("there are no contours in the figure of `{name}`").format(name=DESCENT),
            hint=_("A path without its map: where is it steep, where is the bottom?"),
            evidence=drawing.evidence,
        )
    judge_panel(drawing)
    judge_fields(drawing)
