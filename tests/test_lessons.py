"""The lessons: the same course in both languages, every part there, code that runs."""

from __future__ import annotations

import contextlib
import io
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from docs.figures import look

DOCS = Path(look.__file__).parent.parent
LANGUAGES = look.LANGUAGES
LESSONS = (
    "why_a_minimum",
    "critical_points",
    "loss",
    "numerical_gradient",
    "gradient_descent",
    "learning_rate",
    "plotting",
    "next",
)
PAGES = (
    "index",
    "guide/student",
    "reference/glossary",
    "reference/article",
    *(f"lessons/{lesson}" for lesson in LESSONS),
)
MISCONCEPTIONS = {
    "numerical_gradient": (
        "forward-difference backward-difference not-divided-by-two parentheses-missing "
        "x-not-restored returns-inside-loop sign-reversed integer-truncation f-not-evaluated "
        "all-components-at-once returns-nothing step-too-large step-too-small"
    ),
    "gradient_descent": (
        "ascends one-step-short one-step-too-many learning-rate-ignored step-count-ignored "
        "init-x-ignored mutates-init-x aliased-path returns-inside-loop "
        "gradient-computed-once coordinates-updated-in-turn normalised-gradient "
        "integer-truncation f-not-evaluated returns-nothing"
    ),
    "plotting": (
        "axes-swapped label-repeated empty-axes contour-instead-of-surface shown-not-returned "
        "unequal-scales colorbar-missing path-missing path-incomplete"
    ),
}
FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
JAPANESE = re.compile("[ぁ-んァ-ヶ一-龠]")


def read(language: str, page: str) -> str:
    """Give the text of one page."""
    return (DOCS / language / f"{page}.md").read_text("utf-8")


def prose(text: str) -> str:
    """Give a page without its front matter and its code."""
    return FENCE.sub("", re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL))


@dataclass(frozen=True)
class Shape:
    """What two languages of a page must have in common."""

    headings: list[int]
    figures: list[str]
    widgets: list[str]
    displayed: list[str]
    inline: int
    boxes: list[str]
    code: list[str]
    rows: int
    links: list[str]

    @classmethod
    def of(cls, text: str) -> Shape:
        """Measure one page."""
        words = prose(text)
        without_displays = re.sub(r"\$\$.*?\$\$", "", words, flags=re.DOTALL)
        displays = re.findall(r"\$\$(.*?)\$\$", words, flags=re.DOTALL)
        return cls(
            headings=[len(marks) for marks in re.findall(r"^(#+) ", words, re.MULTILINE)],
            figures=re.findall(r"figures/([\w.]+)\.svg", words),
            widgets=re.findall(r"<(kobai-[^>]*)>", words),
            displayed=[re.sub(r"\\text\{.*?\}", "", formula) for formula in displays],
            inline=len(re.findall(r"\$[^$\n]+\$", without_displays)),
            boxes=re.findall(r"^(?:!!!|\?\?\?) (\w+)", words, re.MULTILINE),
            code=[match[2] for match in FENCE.finditer(text)],
            rows=len(re.findall(r"^\|", words, re.MULTILINE)),
            links=sorted(re.findall(r"\]\(((?!http)[^)]*?\.(?:md|py|ipynb)[^)]*)\)", words)),
        )


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_the_same_shape_in_both_languages(page: str) -> None:
    """Headings, figures, widgets, formulas, boxes, code, tables, inner links match one for one."""
    english, japanese = (Shape.of(read(language, page)) for language in LANGUAGES)

    assert english == japanese


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_describes_itself(language: str, page: str) -> None:
    """Every page has a description for search engines, in its own language."""
    text = read(language, page)
    found = re.match(r"---\ndescription: (.+)\n(?:hide: .+\n)?---\n", text)

    assert found is not None
    assert re.search(r"^# .+", text, re.MULTILINE)
    assert bool(JAPANESE.search(found[1])) == (language == "ja")


@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lesson_has_all_its_parts(language: str, lesson: str) -> None:
    """Aims, a picture, a question with its answer, what goes wrong, the exercise, sources."""
    text = read(language, f"lessons/{lesson}")
    headings = re.findall(r"^## (.+?)(?: \{.*\})?$", text, re.MULTILINE)
    wrong, exercise, sources = {
        "en": ("What people get wrong", "The exercise", "Sources"),
        "ja": ("よくある思い違い", "演習", "参考文献"),
    }[language]

    assert text.count("!!! abstract") == 1
    assert text.count("!!! question") == text.count("??? success") >= 1
    assert "assets/figures/" in text
    assert wrong in headings
    assert any(exercise in heading for heading in headings)
    assert headings[-1] == sources


@pytest.mark.parametrize("page", PAGES)
def test_no_paragraph_of_a_japanese_page_is_left_in_english(page: str) -> None:
    """Each line of prose has Japanese in it, except lists of works that exist only in English."""
    text = re.sub(r"\$\$.*?\$\$", "", prose(read("ja", page)), flags=re.DOTALL)
    text = text.split("## 参考文献", maxsplit=1)[0]
    quiet = re.compile(r"\s*($|```|--8<--|</?kobai|</?div|\{ \.|\|[-|]+\|$|=== |\|( \$[^|]+\$ \||.*\d.*\|))")

    for line in text.splitlines():
        assert quiet.match(line) or JAPANESE.search(line), line


@pytest.mark.parametrize("stem", MISCONCEPTIONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_misconception_has_its_section(language: str, stem: str) -> None:
    """Feedback links to lessons/STEM/#KEY; each key of the contract is an anchor with words."""
    parts = re.split(r"^### .+? \{#([\w-]+)\}$", read(language, f"lessons/{stem}"), flags=re.M)
    sections = dict(zip(parts[1::2], parts[2::2], strict=True))

    assert list(sections) == MISCONCEPTIONS[stem].split()
    for key, words in sections.items():
        assert len(words.strip()) > (60 if language == "ja" else 120), key


def python_blocks(text: str) -> Iterator[tuple[str, str | None]]:
    """Give each ```python block of a page, with the ```text that follows it, if one does."""
    blocks = [*FENCE.finditer(text), None]
    for block, after in itertools.pairwise(blocks):
        assert block is not None
        if block[2] == "python":
            says = (
                after is not None
                and after[2] == "text"
                and not text[block.end() : after.start()].strip()
            )
            yield block[3], after[3] if after is not None and says else None


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_code_on_a_page_runs_and_prints_what_the_page_says(language: str, page: str) -> None:
    """The blocks of a page run from top to bottom, as a reader would run them."""
    names: dict[str, object] = {"np": np}
    for code, said in python_blocks(read(language, page)):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(code, f"{language}/{page}", "exec"), names)

        assert printed.getvalue() == (said or ""), code


def notebook(language: str) -> tuple[str, str]:
    """Give what the notebook prints, and its code."""
    source = (DOCS / language / "lessons" / "network.py").read_text("utf-8")
    printed, pictures = io.StringIO(), []
    with contextlib.redirect_stdout(printed):
        code = source.replace("from docs.figures.look import show\n", "")
        exec(compile(code, "network.py", "exec"), {"show": lambda *shown: pictures.append(shown)})
    assert [tongue for _, tongue in pictures] == [language] * 3
    for picture, _ in pictures:
        svg = look.svg(picture.drawing, look.Look(language, "dark"))
        assert svg.startswith(b"<?xml")
        assert len(picture.en) > 30
        assert JAPANESE.search(picture.ja)
    return printed.getvalue(), source


def test_the_notebook_learns_the_same_in_both_languages() -> None:
    """Both notebooks run without an error, and their walks end at the same numbers."""
    outputs, sources = zip(*(notebook(language) for language in LANGUAGES), strict=True)
    numbers = [sorted(re.findall(r"[-+]?\d+\.\d+(?:e[-+]\d+)?", output)) for output in outputs]

    assert numbers[0] == numbers[1]
    assert "0.0035" in numbers[0]
    assert len({len(re.findall(r"^# #+ ", source, re.MULTILINE)) for source in sources}) == 1
    assert len({len(re.findall(r"^# %%", source, re.MULTILINE)) for source in sources}) == 1
