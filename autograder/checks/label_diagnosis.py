"""Whether the axes of a figure bear their own names."""

import re
import unicodedata

from autograder.checking import _, fail

from .figures import DESCENT, SURFACE

NAMES = ("x0", "x1")
# The height is f, alone or in f(x0, x1); a word for it is as good.
HEIGHT = re.compile(r"(?<![a-z])f(?![a-z])|height|value|高さ|値")


def judge_labels(drawings):
    """Fail unless each axis of each figure bears its own name; names exchanged are told first."""
    for judge in (_fail_if_exchanged, _fail_if_repeated, _fail_if_misnamed):
        for drawing in drawings:
            judge(drawing)


def _bears(label, own, other):
    """Return whether a label holds an axis's own name, and not the other one's."""
    words = re.sub(r"\W|_", "", unicodedata.normalize("NFKC", label)).lower()
    return own in words and other not in words


def _fail_if_exchanged(drawing):
    for panel in drawing.panels:
        x, y = panel.labels[:2]
        if _bears(x, "x1", "x0") and _bears(y, "x0", "x1"):
            _fail_called(drawing, "x0", x, misconception="axes-swapped")


def _fail_if_repeated(drawing):
    for panel in drawing.panels:
        x, y = (label.strip() for label in panel.labels[:2])
        if x and x == y:
            fail(
                _("in the figure of `{name}` both axes are called “{label}”").format(
                    name=drawing.name, label=x[:40]
                ),
                hint=_("Two directions, two names. Which of the two lines names the other axis?"),
                misconception="label-repeated",
                evidence=drawing.evidence,
            )


def _fail_if_misnamed(drawing):
    """Fail where an axis is called otherwise, or in no axes each has a name.

    A map with a path on it may do without: the map beside it has the names.
    """
    panels = [panel for panel in drawing.panels if panel.surfaces] or drawing.maps
    for panel in panels:
        for label, own, other in zip(panel.labels[:2], NAMES, NAMES[::-1], strict=True):
            if label.strip() and not _bears(label, own, other):
                _fail_called(drawing, own, label)
        height = panel.labels[2]
        if panel.is_3d and height.strip() and not _is_height(height):
            _fail_called(drawing, "f", height)
    if drawing.name == DESCENT or not panels:
        return
    for axis, own in enumerate((*NAMES, "f") if drawing.name == SURFACE else NAMES):
        if not any(
            panel.labels[axis].strip() or (axis == 2 and not panel.is_3d) for panel in panels
        ):
            fail(
                _("in the figure of `{name}` the axis of {axis} has no label").format(
                    name=drawing.name, axis=own
                ),
                hint=_("Think of a reader who sees only the picture: which direction is which?"),
                evidence=drawing.evidence,
            )


def _is_height(label):
    words = unicodedata.normalize("NFKC", label).lower()
    return bool(HEIGHT.search(words)) and not any(
        re.fullmatch(r"\W*" + name + r"\W*", re.sub("_", "", words)) for name in NAMES
    )


def _fail_called(drawing, own, label, misconception=None):
    fail(
        _("in the figure of `{name}` the axis of {axis} is called “{label}”").format(
            name=drawing.name, axis=own, label=label.strip()[:40]
        ),
        hint=_("Think of a reader who sees only the picture: which direction is which?"),
        misconception=misconception,
        evidence=drawing.evidence,
    )
