"""What students are given, in one zip: stubs, notebooks, a guide, and a wheel with the checks."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from autograder.course import PACKAGE, Course, settings, wheel
from autograder.language import SOURCE
from autograder.verdict import files

NOTEBOOKS = "notebooks"


def bundle(course: Course, output: Path | None = None) -> Path:
    """Write the students' zip from what was released; return where it lies.

    Nothing of solutions/ goes in, nor anything else that solves an exercise.

    Args:
        course: its stubs and notebooks are fresh.
        output: the zip; by default named after the course, in its folder.

    Raises:
        OSError: a file cannot be read or written.
    """
    name = course.settings.name
    output = output or course.folder / f"{name}-students.zip"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for place, content in _members(course):
            wheel.put(archive, f"{name}/{place}", content)
    files.write(output, buffer.getvalue())
    return output


def _members(course: Course) -> Iterator[tuple[str, bytes]]:
    known = course.settings
    yield from _guides(course)
    yield wheel.name(), wheel.content(course)
    for exercise in known.exercises:
        stub = course.folder / "exercises" / f"{exercise}.py"
        yield stub.name, stub.read_bytes()
    for assignment, exercises in known.assignments.items():
        folder = NOTEBOOKS if len(known.assignments) == 1 else f"{NOTEBOOKS}/{assignment}"
        for exercise in exercises:
            notebook = course.folder / "exercises" / assignment / f"{exercise}.ipynb"
            yield f"{folder}/{notebook.name}", notebook.read_bytes()
    if not course.checks.is_relative_to(PACKAGE):  # else they lie in the wheel
        yield settings.FILE, course.file.read_bytes()
        for folder_of_course in (course.checks, course.folder / "locale"):
            for path in wheel.below(folder_of_course):
                yield path.relative_to(course.folder).as_posix(), path.read_bytes()


def _guides(course: Course) -> Iterator[tuple[str, bytes]]:
    """Return the guide in every language of the course, English under the plain name."""
    environment = Environment(
        loader=PackageLoader("autograder.course", "handout"),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        autoescape=False,  # it is Markdown, not HTML
    )
    known = course.settings
    there = environment.list_templates()
    for language in known.languages:
        template = f"README.{language}.md.j2"
        if template not in there:
            template = f"README.{SOURCE}.md.j2"
        text = environment.get_template(template).render(
            title=known.title.to(language),
            wheel=wheel.name(),
            exercises=known.exercises,
            site=known.public_site,
        )
        name = "README.md" if language == SOURCE else f"README.{language}.md"
        yield name, text.encode()
