"""Render every figure to docs/{en,ja}/assets/figures: `python docs/figures/render.py [NAME …]`.

Only figures whose source, or whose libraries, changed since the last time are drawn again.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import warnings
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

DOCS = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(DOCS.parent))  # so that `python docs/figures/render.py` works as well

from docs.figures import (  # noqa: E402
    compact,
    critical_points,
    curvatures,
    gradient_descent,
    learning_rate,
    look,
    loss,
    next_steps,
    numerical_gradient,
    performance,
    plotting,
    terrain,
    walking,
    why_a_minimum,
)
from docs.figures.look import LANGUAGES, SCHEMES  # noqa: E402

MEMORY = DOCS.parent / ".cache" / "figures.json"
DRAWN = (
    why_a_minimum,
    critical_points,
    loss,
    numerical_gradient,
    gradient_descent,
    learning_rate,
    curvatures,
    plotting,
    next_steps,
    performance,
)
SHARED = (compact, look, terrain, walking)
LIBRARIES = ("matplotlib", "numpy", "matplotlib-fontja")


def drawings() -> dict[str, tuple[ModuleType, look.Drawing]]:
    """Give every figure by its name, with the module that draws it."""
    return {drawing.__name__: (module, drawing) for module in DRAWN for drawing in module.FIGURES}


def key(*modules: ModuleType) -> str:
    """Give a digest of everything that decides the bytes of the modules' figures."""
    digest = hashlib.sha256()
    for module in (*SHARED, *modules):
        for path in (Path(str(module.__file__)), *getattr(module, "DATA", ())):
            digest.update(path.read_bytes())
    for library in LIBRARIES:
        digest.update(version(library).encode())
    return digest.hexdigest()


def target(name: str, language: look.Language, scheme: look.Scheme, docs: Path = DOCS) -> Path:
    """Give the file in which one figure lies."""
    return docs / language / "assets" / "figures" / f"{name}.{scheme}.svg"


def render(name: str, drawing: look.Drawing, docs: Path = DOCS) -> None:
    """Write one figure in every language and scheme."""
    for language in LANGUAGES:
        for scheme in SCHEMES:
            path = target(name, language, scheme, docs)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(look.svg(drawing, look.Look(language, scheme)))


def recall(memory: Path) -> dict[str, str]:
    """Give the key with which each figure was last drawn."""
    try:
        return dict(json.loads(memory.read_text()))
    except (FileNotFoundError, ValueError):
        return {}


def refresh(names: Iterable[str], docs: Path, memory: Path) -> list[str]:
    """Draw those of the named figures that are missing or stale, and give their names."""
    before, drawn = recall(memory), []
    for name in names:
        module, drawing = drawings()[name]
        now = key(module)
        files = [target(name, tongue, shade, docs) for tongue in LANGUAGES for shade in SCHEMES]
        if before.get(name) != now or not all(file.exists() for file in files):
            render(name, drawing, docs)
            drawn.append(name)
        before[name] = now
    memory.parent.mkdir(parents=True, exist_ok=True)
    memory.write_text(json.dumps(before, indent=1))
    return drawn


def main() -> int:
    """Draw what is missing or stale, say what was drawn, and give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="figures to look after (default: all)")
    names = parser.parse_args().names or list(drawings())
    if unknown := set(names) - set(drawings()):
        parser.error(f"no such figure: {', '.join(sorted(unknown))}")
    warnings.simplefilter("error")  # a missing glyph is a warning, and must never reach a reader
    for name in refresh(names, DOCS, MEMORY):
        print(f"drew {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
