"""Where f was evaluated around one point, and the difference that can be made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from autograder.language import Text, _, joined
from autograder.report.pictures.canvas import Canvas, Point, Window
from autograder.report.pictures.ground import Quadratic

SIZE = 280.0
# An offset this small beside the step is rounding, no step.
ROUNDING = 1e-3
NUMBERED = 9
# The drawn curve f = CURVE u² + SLOPE u over the offset u, in steps: any parabola would do.
CURVE, SLOPE = 0.5, 0.45


@dataclass(frozen=True)
class Visits:
    """The points at which f was evaluated, as offsets from the point asked about, in steps.

    Attributes:
        at: the point asked about.
        step: the largest offset, in the units of x.
        offsets: each place once, in the order of the first visit.
    """

    at: Point
    step: float
    offsets: tuple[Point, ...]

    @classmethod
    def of(cls, evaluations: Sequence[Point], at: Point) -> Visits:
        """Give the visits of these evaluations."""
        apart = [(x - at[0], y - at[1]) for x, y in evaluations]
        step = max((abs(part) for offset in apart for part in offset), default=0.0)
        unit = step or 1.0
        rounded = ((round(x / unit, 3), round(y / unit, 3)) for x, y in apart)
        return cls(at, step, tuple(dict.fromkeys((x + 0.0, y + 0.0) for x, y in rounded)))

    def along(self, component: int) -> list[float]:
        """Give the offsets along one component, the other one untouched; the point itself too."""
        return [one[component] for one in self.offsets if abs(one[1 - component]) < ROUNDING]

    @property
    def astray(self) -> list[Point]:
        """The offsets in which both components are shifted at once."""
        return [one for one in self.offsets if min(abs(one[0]), abs(one[1])) >= ROUNDING]

    @property
    def missing(self) -> list[Point]:
        """The other side of every step along one component that was taken to one side only."""
        return [
            (-x, -y)
            for x, y in self.offsets
            if (x or y) and (x, y) not in self.astray and (-x, -y) not in self.offsets
        ]

    @property
    def one_sided(self) -> int | None:
        """The first component along which f was evaluated on one side only, if there is one."""
        for component in (0, 1):
            sides = [offset for offset in self.along(component) if abs(offset) >= ROUNDING]
            if sides and (min(sides) > 0 or max(sides) < 0):
                return component
        return None


def plan(visits: Visits, ground: Quadratic | None) -> tuple[Canvas, Text]:
    """Draw the visits from above, on the contours around the point."""
    step = visits.step or 1.0
    (x, y), reach = visits.at, 1.6 * step
    canvas = Canvas(SIZE, SIZE, Window(x - reach, x + reach, y - reach, y + reach))
    if ground:
        ground.draw(canvas)
    canvas.line([(x - reach, y), (x + reach, y)], "axis")
    canvas.line([(x, y - reach), (x, y + reach)], "axis")
    for offset in visits.missing:
        canvas.dot(_spot(visits, offset), "missing", 7)
    for number, offset in enumerate(visits.offsets, start=1):
        spot = _spot(visits, offset)
        canvas.dot(spot, "astray" if offset in visits.astray else "visit", 8)
        if number <= NUMBERED:
            px, py = canvas.place(spot)
            canvas.write((px, py + 4), str(number), "in-dot", "middle")
    canvas.write((SIZE - 8, SIZE / 2 - 8), "x0", "axis-name", "end")
    canvas.write((SIZE / 2 + 8, 18), "x1", "axis-name")
    return canvas, _told(visits)


def section(visits: Visits, component: int) -> tuple[Canvas, Text]:
    """Draw the difference made along one component beside the central one; not to scale."""
    sides = [offset for offset in visits.along(component) if abs(offset) >= ROUNDING]
    forward = max(sides) > 0
    end = 1.0 if forward else -1.0
    canvas = Canvas(SIZE, SIZE, Window(-1.7, 1.7, -0.75, 1.75))
    samples = [-1.7 + 3.4 * number / 40 for number in range(41)]
    canvas.line([(-1.7, -0.4), (1.7, -0.4)], "axis")
    for u in (-1.0, 0.0, 1.0):
        canvas.line([(u, -0.4), (u, _curve(u))], "guide")
    canvas.line([(u, _curve(u)) for u in samples], "curve")
    canvas.line([(u, SLOPE * u) for u in (-0.75, 1.5)], "tangent")
    slope = (_curve(end) - _curve(0)) / end
    canvas.line([(u, slope * u) for u in (-0.4, 1.5)], "chord")
    canvas.line([(-1, _curve(-1)), (1, _curve(1))], "central")
    canvas.dot((-end, _curve(-end)), "missing", 6)
    for u in (0.0, end):
        canvas.dot((u, _curve(u)), "visit", 6)
    name = f"x{component}"
    for u, label in ((-1.0, f"{name} − h"), (0.0, name), (1.0, f"{name} + h")):
        px, py = canvas.place((u, -0.4))
        canvas.write((px, py + 18), label, "label", "middle")
    told = (
        _(
            "Not to scale: the line from x to x + h (a forward difference) is steeper than f is "
            "at x. The dashed line from x − h to x + h (a central difference) has nearly the "
            "slope of the tangent, the thin line."
        )
        if forward
        else _(
            "Not to scale: the line from x − h to x (a backward difference) is flatter than f is "
            "at x. The dashed line from x − h to x + h (a central difference) has nearly the "
            "slope of the tangent, the thin line."
        )
    )
    return canvas, told


def _curve(u: float) -> float:
    return CURVE * u * u + SLOPE * u


def _spot(visits: Visits, offset: Point) -> Point:
    step = visits.step or 1.0
    return visits.at[0] + offset[0] * step, visits.at[1] + offset[1] * step


def _told(visits: Visits) -> Text:
    """Say what the plan shows, for those who do not see it too."""
    x, y = (f"{part:.6g}" for part in visits.at)
    if not visits.step:
        return _("Your code evaluated f at the point ({x}, {y}) only.").format(x=x, y=y)
    told = [
        _(
            "Around the point ({x}, {y}), your code evaluated f at {count} different places, "
            "numbered in the order of the first visit; the largest step is {step}."
        ).format(x=x, y=y, count=len(visits.offsets), step=f"{visits.step:.3g}")
    ]
    if visits.missing:
        told.append(_("Dashed circles: the other side, never visited."))
    if visits.astray:
        told.append(_("In red: here both components were shifted at once."))
    return joined(told)
