"""A matplotlib backend for an executed page: each figure is shown in both colour schemes.

A page chooses it by MPLBACKEND. So the page itself holds matplotlib alone, as its readers have it.
What cannot be seen in a figure of one's own making, its description, stands in the cell's metadata.
"""

from __future__ import annotations

import base64
import io
from typing import Any

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.backend_bases import FigureManagerBase
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.cm import ScalarMappable
from matplotlib.colors import ListedColormap
from matplotlib.figure import Figure

from docs.figures.compact import compact
from docs.figures.look import SCHEMES, Look, Scheme

LIGHT, DARK = Look("en", "light"), Look("en", "dark")
COLOURS = ("walk", "mark", "calm", "extra")
# The end of a colour map that is hardly seen on this paper is left out.
SEEN: dict[Scheme, tuple[float, float]] = {"light": (0.0, 0.85), "dark": (0.25, 1.0)}


def settings() -> dict[str, Any]:
    """Return the look of the lessons' figures, but matplotlib's own size of a text."""
    cycle = mpl.cycler(color=[getattr(LIGHT.colours, name) for name in COLOURS])
    return {**LIGHT.settings(), "axes.prop_cycle": cycle, "font.size": 11, "axes.titlesize": 12,
            "axes.labelsize": 12, "legend.fontsize": 11}  # fmt: skip


def picture(figure: Figure, scheme: Scheme) -> bytes:
    """Return a figure as SVG in the colours of a scheme; it was drawn in those of the light one."""
    narrowed = {each: each.cmap for each in figure.findobj(_is_coloured)}
    for each, colours in narrowed.items():
        each.set_cmap(ListedColormap(colours(np.linspace(*SEEN[scheme], 256))))
    written = io.BytesIO()
    with mpl.rc_context(LIGHT.settings()):
        figure.savefig(written, format="svg", metadata={"Date": None, "Creator": None})
    for each, colours in narrowed.items():
        each.set_cmap(colours)
    drawn = compact(written.getvalue())
    if scheme == "dark":
        # Matplotlib does not write a fill that is black: SVG takes that for granted.
        drawn = drawn.replace(b"<svg ", f'<svg fill="{DARK.colours.ink}" '.encode(), 1)
        for light, dark in {"#000000": DARK.colours.ink, **_pairs()}.items():
            drawn = drawn.replace(light.encode(), dark.encode())
    return drawn


def show(figure: Figure) -> None:
    """Display a figure in both schemes; the builder adds the description."""
    from IPython.display import HTML, display

    width, height = (round(inches * 100) for inches in figure.get_size_inches())
    images = [
        f'<img width="{width}" height="{height}" src="data:image/svg+xml;base64,'
        f'{base64.b64encode(picture(figure, scheme)).decode()}#only-{scheme}">'
        for scheme in SCHEMES
    ]
    display(HTML("\n".join(images)))


def _is_coloured(artist: Any) -> bool:
    return isinstance(artist, ScalarMappable) and artist.get_array() is not None


def _pairs() -> dict[str, str]:
    """Return the dark colour of each light one."""
    names = ("ink", "faint", "paper", *COLOURS)
    return {getattr(LIGHT.colours, name): getattr(DARK.colours, name) for name in names}


class FigureManager(FigureManagerBase):
    """What pyplot keeps of a figure until it is shown."""

    @classmethod
    def pyplot_show(cls, **_: Any) -> None:
        """Show every figure that is open, and close it."""
        for number in plt.get_fignums():
            show(plt.figure(number))
        plt.close("all")


class FigureCanvas(FigureCanvasAgg):
    """Where a figure is drawn."""

    manager_class = FigureManager


mpl.rcParams.update(settings())
