"""How every figure looks: its language, its colour scheme, its size, its bytes."""

from __future__ import annotations

import functools
import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import matplotlib as mpl
import matplotlib.pyplot as plt
import matplotlib_fontja  # noqa: F401, importing it registers the Japanese font
import numpy as np
from matplotlib.colors import LinearSegmentedColormap, to_hex, to_rgb
from matplotlib.figure import Figure

from docs.builder.paths import PALETTE
from docs.figures.compact import compact

Language = Literal["en", "ja"]
Scheme = Literal["light", "dark"]
LANGUAGES: tuple[Language, ...] = ("en", "ja")
SCHEMES: tuple[Scheme, ...] = ("light", "dark")

PIXELS_PER_INCH = 100  # a figure declared 700 wide is 7 inches, so 14 pt text is about 19 px
GROUND = 0.75  # how much of the palette's ground is seen: contours and walks stand out from it
SALT = "kobai"  # makes the ids inside an SVG the same in every build


DATA = (PALETTE,)  # what decides the figures beside the code
ENTRY = re.compile(r"--(\w+): light-dark\((#\w{6}), (#\w{6})\)")


@dataclass(frozen=True)
class Colours:
    """One scheme's colours, each by what it stands for, the same in every figure and widget.

    Attributes:
        ink: text, points that were measured, the minimum.
        faint: axes and other lines that must not be louder than what they frame.
        paper: the page.
        walk: where one stands, the steps of a walk, an error.
        mark: a curve of f; the first of two variables.
        calm: what fits: the central difference, the good learning rate.
        extra: the second of two variables; a second walk.
        heights: the ground, from the valley to the ridge.
    """

    ink: str
    faint: str
    paper: str
    walk: str
    mark: str
    calm: str
    extra: str
    heights: tuple[str, ...]


@functools.cache
def colours(scheme: Scheme) -> Colours:
    """Return one scheme's colours, read from the palette that the whole course has."""
    which = 2 if scheme == "light" else 3
    entries = ENTRY.finditer(PALETTE.read_text(encoding="utf-8"))
    named = {entry[1]: entry[which] for entry in entries}
    return Colours(
        ink=named["ink"],
        faint=mixed(named["soft"], named["paper"], 0.6),
        paper=named["paper"],
        walk=named["warm"],
        mark=named["teal"],
        calm=named["good"],
        extra=named["open"],
        heights=tuple(mixed(named[f"c{level}"], named["card"], GROUND) for level in range(8)),
    )


def mixed(over: str, under: str, share: float) -> str:
    """Return what is seen where a colour lies over another and lets a part of it through."""
    return to_hex(share * np.array(to_rgb(over)) + (1 - share) * np.array(to_rgb(under)))


@dataclass(frozen=True)
class Look:
    """The language and the scheme that one figure is drawn in."""

    language: Language = "en"
    scheme: Scheme = "light"

    @property
    def colours(self) -> Colours:
        """The scheme's colours."""
        return colours(self.scheme)

    @property
    def heights(self) -> LinearSegmentedColormap:
        """The colour map for the value of f: teal in the valley, sand on the ridge."""
        return LinearSegmentedColormap.from_list("heights", self.colours.heights)

    def say(self, en: str, ja: str) -> str:
        """Give the label in the figure's language."""
        return ja if self.language == "ja" else en

    def settings(self) -> dict[str, Any]:
        """Give the matplotlib settings of this look."""
        colours = self.colours
        return {
            "font.family": ["DejaVu Sans", "IPAexGothic"],
            "font.size": 14,
            "axes.titlesize": 15,
            "axes.labelsize": 15,
            "legend.fontsize": 14,
            "legend.framealpha": 0.9,
            "legend.edgecolor": colours.faint,
            "legend.facecolor": colours.paper,
            "figure.constrained_layout.use": True,
            "figure.constrained_layout.w_pad": 0.12,
            "figure.constrained_layout.h_pad": 0.1,
            "figure.dpi": PIXELS_PER_INCH,
            "savefig.facecolor": "none",
            "figure.facecolor": colours.paper,
            "axes.facecolor": "none",
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.edgecolor": colours.faint,
            "axes.labelcolor": colours.ink,
            "text.color": colours.ink,
            "xtick.color": colours.ink,
            "ytick.color": colours.ink,
            "grid.color": colours.faint,
            "grid.alpha": 0.3,
            "lines.linewidth": 2.2,
            "svg.hashsalt": SALT,
            "svg.fonttype": "path",
        }


Drawing = Callable[[Look], Figure]
Landscape = Callable[[np.ndarray], np.ndarray]


def draw(drawing: Drawing, look: Look) -> Figure:
    """Draw one figure in one look, whatever the settings were before."""
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(look.settings())
        figure = drawing(look)
        figure.canvas.draw()
    return figure


def svg(drawing: Drawing, look: Look) -> bytes:
    """Give one figure as SVG, the same bytes in every build."""
    figure = draw(drawing, look)
    written = io.BytesIO()
    with mpl.rc_context(look.settings()):
        figure.savefig(written, format="svg", metadata={"Date": None, "Creator": None})
    plt.close(figure)
    return compact(written.getvalue())


def canvas(width: int, height: int, rows: int = 1, columns: int = 1) -> tuple[Figure, Any]:
    """Open a figure of width by height pixels, with its axes."""
    size = (width / PIXELS_PER_INCH, height / PIXELS_PER_INCH)
    return plt.subplots(rows, columns, figsize=size)


def stage(width: int, height: int) -> Figure:
    """Open an empty figure of width by height pixels, to which 3-D axes can be added."""
    return plt.figure(figsize=(width / PIXELS_PER_INCH, height / PIXELS_PER_INCH))
