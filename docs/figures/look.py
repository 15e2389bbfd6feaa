"""How every figure looks: its language, its colour scheme, its size, its bytes."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import matplotlib as mpl
import matplotlib.pyplot as plt
import matplotlib_fontja  # noqa: F401, importing it registers the Japanese font
import numpy as np
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

from docs.figures.compact import compact

Language = Literal["en", "ja"]
Scheme = Literal["light", "dark"]
LANGUAGES: tuple[Language, ...] = ("en", "ja")
SCHEMES: tuple[Scheme, ...] = ("light", "dark")

PIXELS_PER_INCH = 100  # a figure declared 700 wide is 7 inches, so 14 pt text is about 19 px
SALT = "kobai"  # makes the ids inside an SVG the same in every build


@dataclass(frozen=True)
class Colours:
    """One scheme's colours: safe for colour-blind readers (Okabe and Ito), lighter in the dark."""

    ink: str
    faint: str
    paper: str
    walk: str
    mark: str
    calm: str
    extra: str
    low: str
    high: str


PALETTES: dict[Scheme, Colours] = {
    "light": Colours(
        ink="#1f2430",
        faint="#8a92a3",
        paper="#ffffff",
        walk="#c04a00",
        mark="#0b5ea8",
        calm="#007a5a",
        extra="#9b3f86",
        low="#4f8fc4",
        high="#f3f8fc",
    ),
    "dark": Colours(
        ink="#e8eaf1",
        faint="#868da0",
        paper="#1e2129",
        walk="#ffab5c",
        mark="#7cc4f5",
        calm="#45d0a0",
        extra="#f09bd8",
        low="#12304f",
        high="#5b93c0",
    ),
}


@dataclass(frozen=True)
class Look:
    """The language and the scheme that one figure is drawn in."""

    language: Language = "en"
    scheme: Scheme = "light"

    @property
    def colours(self) -> Colours:
        """The scheme's colours."""
        return PALETTES[self.scheme]

    @property
    def heights(self) -> LinearSegmentedColormap:
        """The colour map for the value of f: the lower, the deeper the blue."""
        return LinearSegmentedColormap.from_list("heights", [self.colours.low, self.colours.high])

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
            "legend.fontsize": 13,
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


@dataclass(frozen=True)
class Picture:
    """A drawing that an executed notebook makes, with its size and the words for who cannot see."""

    drawing: Drawing
    width: int
    height: int
    en: str
    ja: str


def show(picture: Picture, language: Language) -> None:
    """Show a picture in an executed notebook, in both schemes."""
    from IPython.display import HTML, display

    alt = Look(language).say(picture.en, picture.ja)
    images = []
    for scheme in SCHEMES:
        drawn = base64.b64encode(svg(picture.drawing, Look(language, scheme))).decode()
        images.append(
            f'<img alt="{alt}" width="{picture.width}" height="{picture.height}" '
            f'src="data:image/svg+xml;base64,{drawn}#only-{scheme}">'
        )
    display(HTML("\n".join(images)))
