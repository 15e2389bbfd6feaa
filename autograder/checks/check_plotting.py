"""Public checks of the three pictures: what a figure shows, however it was drawn."""

from autograder.checking import _, fail, kind_of, needs, number, points, require_names
from autograder.figures.model import Picture

from .figure_diagnosis import (
    fail_if_empty,
    fail_if_misnamed,
    judge_fields,
    judge_path,
    judge_surface,
)
from .figures import (
    CONTOUR,
    DESCENT,
    FUNCTIONS,
    PATH,
    SURFACE,
    X0,
    X1,
    F,
    beside,
    draw,
    drawn,
    pictures,
)

DEPENDS_ON = ("numerical_gradient", "gradient_descent")
EQUAL = 0.03  # as well as an eye can tell two scales apart


@points(1)
def check_names(student):
    """the file runs, and defines functions named plot_surface, plot_contour and plot_descent"""
    require_names(student, *FUNCTIONS)
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
        value = drawn(student, name)
        if picture.returned != "Figure" or not isinstance(value, Picture):
            kind = kind_of(value) if picture.returned == "Figure" else picture.returned
            fail(
                _("`{name}` gave back {kind}, not the figure itself").format(name=name, kind=kind),
                hint=_("The docstring says what the function returns. What does yours return?"),
                cause="returned",
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


@points(2)
def check_path(student):
    """plot_descent draws the whole path, from its start to its end"""
    picture = draw(student, DESCENT)
    fail_if_empty(picture, DESCENT)
    judge_path(picture, F, PATH, X0, X1)


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
