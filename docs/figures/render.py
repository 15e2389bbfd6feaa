"""Render every figure to docs/{en,ja}/assets/figures: `python docs/figures/render.py [NAME …]`.

Only figures whose source, or whose libraries, changed since the last time are drawn again.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import warnings
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

DOCS = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(DOCS.parent))  # so that `python docs/figures/render.py` works as well

from docs.figures import (  # noqa: E402
    critical_points,
    gradient_descent,
    learning_rate,
    look,
    loss,
    next_steps,
    numerical_gradient,
    plotting,
    walking,
    why_a_minimum,
)

REMEMBERED = DOCS.parent / ".cache" / "figures.json"
LESSONS = (
    why_a_minimum,
    critical_points,
    loss,
    numerical_gradient,
    gradient_descent,
    learning_rate,
    plotting,
    next_steps,
)
SHARED = (look, walking)
LIBRARIES = ("matplotlib", "numpy", "matplotlib-fontja")


def drawings() -> dict[str, tuple[ModuleType, look.Drawing]]:
    """Give every figure by its name, with the module that draws it."""
    return {drawing.__name__: (module, drawing) for module in LESSONS for drawing in module.FIGURES}


def key(*modules: ModuleType) -> str:
    """Give a digest of everything that decides the bytes of the modules' figures."""
    digest = hashlib.sha256()
    for module in (*SHARED, *modules):
        digest.update(Path(str(module.__file__)).read_bytes())
    for library in LIBRARIES:
        digest.update(version(library).encode())
    return digest.hexdigest()


def target(name: str, language: look.Language, scheme: look.Scheme, docs: Path = DOCS) -> Path:
    """Give the file in which one figure lies."""
    return docs / language / "assets" / "figures" / f"{name}.{scheme}.svg"


def render(name: str, drawing: look.Drawing, docs: Path = DOCS) -> None:
    """Write one figure in every language and scheme."""
    for language in look.LANGUAGES:
        for scheme in look.SCHEMES:
            path = target(name, language, scheme, docs)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(look.svg(drawing, look.Look(language, scheme)))


def remembered() -> dict[str, str]:
    """Give the key with which each figure was last drawn."""
    try:
        return dict(json.loads(REMEMBERED.read_text()))
    except (FileNotFoundError, ValueError):
        return {}


def main() -> int:
    """Draw what is missing or stale, say what was drawn, and give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="figures to draw, whether stale or not")
    wanted = parser.parse_args().names
    if unknown := set(wanted) - set(drawings()):
        parser.error(f"no such figure: {', '.join(sorted(unknown))}")
    warnings.simplefilter("error")  # a missing glyph is a warning, and must never reach a reader
    before = remembered()
    now = {name: key(module) for name, (module, _) in drawings().items()}
    for name, (_, drawing) in drawings().items():
        files = [target(name, at, in_) for at in look.LANGUAGES for in_ in look.SCHEMES]
        if name in wanted or before.get(name) != now[name] or not all(f.exists() for f in files):
            render(name, drawing)
            print(f"drew {name}")
    REMEMBERED.parent.mkdir(exist_ok=True)
    REMEMBERED.write_text(json.dumps(now, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
