"""What a build adds to the package: compiled catalogues, with the course that comes along."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Additions(BuildHookInterface):
    """Write a .mo beside every .po of the package."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict) -> None:
        """Compile each catalogue in place, where a wheel and an editable install read it.

        A wheel gets the course's settings too; an editable install reads them where they are.
        """
        if self.target_name == "wheel" and version != "editable":
            build_data["force_include"][str(Path(self.root, "course.toml"))] = (
                "autograder/course.toml"
            )
        for source in sorted(Path(self.root, "autograder", "language", "locale").rglob("*.po")):
            with source.open("rb") as text, source.with_suffix(".mo").open("wb") as compiled:
                write_mo(compiled, read_po(text))
