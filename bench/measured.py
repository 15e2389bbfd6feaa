"""What was measured: one JSON file, to which every part of a bench run adds."""

from __future__ import annotations

import json
import platform
from pathlib import Path
from statistics import median
from typing import Any

from autograder.course import versions
from autograder.verdict import files

PATH = Path(__file__).with_name("measured.json")


def load(path: Path = PATH) -> dict[str, Any]:
    """Give all that was measured; an empty dict at the first time."""
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}


def save(part: str, content: Any, path: Path = PATH) -> None:
    """Put one part in place of what it was, and note on what it was measured."""
    whole = {**load(path), part: content}
    whole["machine"] = {"processor": _processor(), "system": platform.system(), **versions()}
    files.write(path, json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


def spread(values: list[float]) -> tuple[float, float, float]:
    """Give the median, the least and the greatest."""
    return median(values), min(values), max(values)


def _processor() -> str:
    """Give the processor's name, where the system says it."""
    try:
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.machine()
