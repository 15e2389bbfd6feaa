"""Place the exercise panel on each lesson that has an exercise of its name."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from autograder.course import Course
from autograder.sandbox.trusted.locked import DRAWS
from docs.builder import package
from docs.builder.paths import ROOT, SITE, WEB, BuildError

WITHOUT_SCRIPTS = {
    "en": "To write and check your answer right here, this page needs its scripts, which are "
    "switched off or did not arrive. Download the file above and work on it instead.",
    "ja": "このページの上で書いてチェックするにはスクリプトが必要ですが、"
    "切られているか、届いていません。上のファイルをダウンロードして取り組んでください。",
}
LABEL = {"en": "Your {}", "ja": "あなたの {}"}
END = re.compile(r"</(?:ul|p)>")


def place(page: str, file: Path) -> str:
    """Give a lesson with its panel below the links to the exercise; any other page as it is."""
    path = file.relative_to(SITE)
    language = "ja" if path.parts[0] == "ja" else "en"
    stub = ROOT / "exercises" / f"{file.parent.name}.py"
    if file.parent.parent.name != "lessons" or not stub.exists():
        return page
    link = page.find(f'assets/exercises/{stub.name}"')
    end = END.search(page, link) if link >= 0 else None
    if end is None:
        raise BuildError(f"{file}: the lesson has no link to assets/exercises/{stub.name}")
    return page[: end.end()] + panel(stub, language) + page[end.end() :]


def panel(stub: Path, language: str) -> str:
    """Give the panel: a sentence for readers without scripts, and what the script needs."""
    exercises = " ".join(Course(ROOT).settings.exercises)
    data = json.dumps(runtime(), ensure_ascii=False).replace("</", "<\\/")
    # The field is here before any script is, so that nobody waits to write.
    return (
        f'<kobai-exercise data-name="{stub.stem}" data-exercises="{exercises}" '
        'data-assets="../../assets/">'
        f"<p>{WITHOUT_SCRIPTS[language]}</p>"
        '<div class="kobai-desk"><div class="kobai-writing"><textarea class="kobai-field" '
        f'aria-label="{LABEL[language].format(stub.name)}" rows="18" '
        'spellcheck="false" autocapitalize="off" autocomplete="off">'
        f"{html.escape(stub.read_text(encoding='utf-8'), quote=False)}</textarea></div></div>"
        f'<script type="application/json">{data}</script></kobai-exercise>'
    )


def runtime() -> dict[str, object]:
    """Give the settings of the Python runtime, our wheel among its files, and what draws."""
    settings = json.loads((WEB / "panel" / "runtime.json").read_text(encoding="utf-8"))
    return {
        **settings,
        "packages": _packages(settings),
        "drawing": DRAWS.pattern,
        "files": [*settings["files"], package.entry()],
    }


def _packages(settings: Mapping[str, Any]) -> str:
    """Give the packages that students use, with their versions: `numpy 2.0, matplotlib 3.8`."""
    wheels = [file["name"] for file in settings["files"] if "-" in file["name"]]
    versions = dict(name.split("-")[:2] for name in wheels)
    return ", ".join(
        f"{name} {'.'.join(versions[name].split('.')[:2])}" for name in ("numpy", "matplotlib")
    )
