"""Write the paths of an SVG in few bytes: in steps, to a tenth of a point, which is not seen."""

from __future__ import annotations

import re

PATH = re.compile(r' d="([MLQCz\d\s.+-]*)"')
STROKE = re.compile(r"([MLQCz])([^MLQCz]*)")


def compact(picture: bytes) -> bytes:
    """Give an SVG of matplotlib's with its paths rewritten; what is drawn stays the same."""
    return PATH.sub(lambda path: f' d="{relative(path[1])}"', picture.decode()).encode()


def relative(path: str) -> str:
    """Give a path in steps from point to point. They are whole tenths, so that no error adds up."""
    written = []
    start = here = (0, 0)
    for letter, numbers in STROKE.findall(path):
        if letter == "z":
            here = start
            written.append("z")
            continue
        values = [round(float(number) * 10) for number in numbers.split()]
        points = list(zip(values[::2], values[1::2], strict=True))
        steps = [value - here[axis] for point in points for axis, value in enumerate(point)]
        written.append(letter.lower() + " ".join(map(tenths, steps)).replace(" -", "-"))
        here = points[-1]
        if letter == "M":
            start = here
    return "".join(written)


def tenths(value: int) -> str:
    """Write a whole number of tenths: 1.5, -.3, 2."""
    return f"{value / 10:g}".replace("0.", ".", 1) if abs(value) < 10 else f"{value / 10:g}"
