"""A path in the plane of a figure, beside the marks that may show it."""

import numpy as np

# A hundredth of the picture's width is about as well as an eye can tell points apart.
NEAR = 0.01
# Of the rows of a line or of markers lie on the path, where they are its marks: so a crowd of
# marks, some of which are near the path by chance, is none.
BEARING = 0.5
MOST_EDGES = 20_000  # no path of ours needs so many


class Way:
    """A path, and the marks of it in one axes; all lengths in parts of the ranges.

    Args:
        path: shape (k, 2).
        widths: of the ranges, shape (2,).
    """

    def __init__(self, path, widths, panel):
        self.widths = widths
        self.path = path / widths
        limits = np.sort(panel.limits[:2], axis=1) / widths[:, None]
        self._low, self._high = limits[:, 0] - NEAR, limits[:, 1] + NEAR
        self.panel = panel

    @property
    def seen(self):
        """The marks that stand out from their paper."""
        return [mark for mark in self.panel.marks if mark.seen]

    @property
    def marks(self):
        """Those among them that are marks of the path."""
        return [mark for mark in self.seen if self.bears(mark)]

    def rows(self, mark):
        """Return the rows of a mark, in the plane."""
        return mark.rows[:, :2] / self.widths

    def in_view(self, rows):
        """Return which rows the axes show."""
        if self.panel.is_3d:
            return np.ones(len(rows), bool)
        return ((rows >= self._low) & (rows <= self._high)).all(axis=1)

    def bears(self, mark):
        """Return whether a mark is one of the path: most of its rows lie on it."""
        rows = self.rows(mark)
        rows = rows[np.isfinite(rows).all(axis=1)]
        if not len(rows):
            return False
        return (apart(rows, pieces([self.path])) <= NEAR).mean() >= BEARING

    def found(self, marks, in_view=True):
        """Return which points of the path bear a mark."""
        there = np.zeros(len(self.path), bool)
        for mark in marks:
            rows = self.rows(mark)
            rows = rows[self.in_view(rows)] if in_view else rows
            gaps = np.abs(self.path[:, None] - rows[None]).max(axis=2, initial=0)
            there |= (gaps <= NEAR).any(axis=1)
        return there

    def edges(self, marks):
        """Return the pieces of lines and the arrows among the marks, shape (k, 2, 2)."""
        found = []
        for mark in marks:
            rows = self.rows(mark)
            if mark.arrows:
                found.append(rows.reshape(-1, 2, 2))
            elif mark.line:
                found.append(pieces([rows]))
        edges = np.concatenate([np.empty((0, 2, 2)), *found])
        return edges[np.isfinite(edges).all(axis=(1, 2))][:MOST_EDGES]


def best_way(drawing):
    """Return the path in the axes that show most of it; None where nothing is marked anywhere."""
    ways = ways_of(drawing)
    return max(ways, key=lambda one: one.found(one.seen).sum(), default=None)


def ways_of(drawing):
    """Return the path in each of the axes that hold marks."""
    scene = drawing.scene
    return [Way(scene.path, scene.widths, panel) for panel in drawing.panels if panel.marks]


def pieces(lines):
    """Return the pieces of lines, shape (k, 2, 2)."""
    return np.concatenate([np.stack([rows[:-1], rows[1:]], axis=1) for rows in lines])


def apart(points, edges):
    """Return how far each point lies from the nearest of the pieces, shape (k,)."""
    nearest = np.full(len(points), np.inf)
    for start in range(0, len(edges), 64):  # some at a time: all at once could be millions
        tails, ways = edges[start : start + 64, 0], np.diff(edges[start : start + 64], axis=1)[:, 0]
        lengths = (ways**2).sum(axis=1)
        to = points[:, None] - tails
        along = np.divide(
            (to * ways).sum(axis=2), lengths, where=lengths > 0, out=np.zeros(to.shape[:2])
        )
        off = to - np.clip(along, 0, 1)[:, :, None] * ways
        nearest = np.minimum(nearest, np.hypot(off[..., 0], off[..., 1]).min(axis=1))
    return nearest
