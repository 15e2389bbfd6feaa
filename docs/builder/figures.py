"""Draw the figures of the lessons, each in two languages and two colour schemes."""

from __future__ import annotations

import subprocess
import sys

from docs.builder.paths import ROOT, BuildError

RENDERER = "docs.figures.render"


def draw() -> None:
    """Run the renderer of docs/figures, which draws only what has changed."""
    done = subprocess.run([sys.executable, "-m", RENDERER], cwd=ROOT, check=False)
    if done.returncode:
        raise BuildError(f"the figures were not drawn: {RENDERER} ended with {done.returncode}")
