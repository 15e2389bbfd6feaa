"""The lessons: the same course in both languages, every part there, code that runs."""

from __future__ import annotations

import contextlib
import io
import itertools
import re
import sys
import textwrap
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import jupytext
import matplotlib.pyplot as plt
import numpy as np
import pytest

from docs.figures import backend, look

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
    "guide/teaching",
    "guide/worksheets",
    "reference/glossary",
    "reference/article",
    "lessons/arrays",
    *(f"lessons/{lesson}" for lesson in LESSONS),
)
# A question of a page, up to the next line at the margin, and one way to answer it.
QUESTION = re.compile(r"^!!! question .*\n((?:(?: .*)?\n)+)", re.MULTILINE)
CHOICE = re.compile(r"^    \?\?\? choice( right)? \"(.+)\"\n((?: {8}.*\n|\n)+)", re.MULTILINE)
TYPED = re.compile(r'<input id="([\w-]+)" class="kobai-number" [^>]*pattern="([^"]+)"')
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
            boxes=re.findall(r"^ *(?:!!!|\?\?\?) ([\w ]+)", words, re.MULTILINE),
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
    assert text.count("!!! question") >= 1
    assert "assets/figures/" in text
    assert wrong in headings
    assert any(exercise in heading for heading in headings)
    assert headings[-1] == sources


@pytest.mark.parametrize("page", PAGES)
def test_no_paragraph_of_a_japanese_page_is_left_in_english(page: str) -> None:
    """Each line of prose has Japanese in it, except lists of works that exist only in English."""
    text = re.sub(r"\$\$.*?\$\$", "", prose(read("ja", page)), flags=re.DOTALL)
    text = text.split("## 参考文献", maxsplit=1)[0]
    quiet = re.compile(
        r"\s*($|\{ \.|_+$|\?\?\? choice( right)? \"(`[^`]+`|[^A-Za-z]*)\"$|"
        r"```|--8<--|</?kobai|</?div|\|[-|]+\|$|=== |\|( \$[^|]+\$ \||.*\d.*\|))"
    )

    for line in text.splitlines():
        assert quiet.match(line) or JAPANESE.search(line), line


@pytest.mark.parametrize("stem", MISCONCEPTIONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_misconception_has_its_section(language: str, stem: str) -> None:
    """Feedback links to lessons/STEM/#KEY; each key of the contract is an anchor with words."""
    parts = re.split(r"^ *### .+? \{#([\w-]+)\}$", read(language, f"lessons/{stem}"), flags=re.M)
    sections = dict(zip(parts[1::2], parts[2::2], strict=True))

    assert list(sections) == MISCONCEPTIONS[stem].split()
    for key, words in sections.items():
        assert len(words.strip()) > (60 if language == "ja" else 120), key


@pytest.mark.parametrize("stem", MISCONCEPTIONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_gives_an_exercise_away_is_folded(language: str, stem: str) -> None:
    """Nobody reads what goes wrong before having tried; feedback opens the fold."""
    text = read(language, f"lessons/{stem}")
    fold = re.search(r"^\?\?\? failure .*\n((?:(?: {4}.*)?\n)+)", text, re.MULTILINE)

    assert fold is not None
    assert re.findall(r"\{#([\w-]+)\}$", fold[1], re.MULTILINE) == MISCONCEPTIONS[stem].split()


@pytest.mark.parametrize("page", ["lessons/arrays", *(f"lessons/{lesson}" for lesson in LESSONS)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_answers_each_choice(language: str, page: str) -> None:
    """Of the choices just one is right, and each says why; a number is typed, or can be shown."""
    questions = QUESTION.findall(read(language, page))

    assert questions
    for question in questions:
        choices = CHOICE.findall(question)
        typed = TYPED.search(question)
        assert question.count("??? choice") == len(choices)
        if typed is None:
            assert len(choices) >= 2, question
            assert sum(bool(right) for right, _, _ in choices) == 1, question
        else:
            assert "kobai-yes" in question
            assert "kobai-no" in question
            assert "??? answer" in question
        for _, _, words in choices:
            assert len(words.strip()) > (10 if language == "ja" else 15), words


ANSWERS = {
    "least-squares-d": (("50", "５０", " 50.0 "), ("5", "-50", "500", "40")),
    "factor-of-a-step": (("0.8", ".8", "0.80", "０．８", "4/5"), ("0.08", "-0.8", "8", "0.81")),
    "factor-at-095": (("-0.9", "−0.9", "-.9", "－０．９"), ("0.9", "-0.09", "-9", "-1.9")),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_typed_number_is_judged_by_its_value(language: str) -> None:
    """However a reader types the number, it is right; no other is."""
    pages = "".join(read(language, f"lessons/{lesson}") for lesson in LESSONS)
    patterns = dict(TYPED.findall(pages))

    assert set(patterns) == set(ANSWERS)
    for name, (right, wrong) in ANSWERS.items():
        assert all(re.fullmatch(patterns[name], answer) for answer in right), name
        assert not any(re.fullmatch(patterns[name], answer) for answer in wrong), name


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
            said = textwrap.dedent(after[3]) if after is not None and says else None
            yield textwrap.dedent(block[3]), said


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
    """Give what the notebook prints, and its source; its figures are checked and closed."""
    source = (DOCS / language / "lessons" / "network.py").read_text("utf-8")
    alts = [
        cell.metadata["alt"]
        for cell in jupytext.reads(source, "py:percent").cells
        if "alt" in cell.metadata
    ]
    printed = io.StringIO()
    plt.switch_backend("agg")
    plt.close("all")
    with contextlib.redirect_stdout(printed), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*non-interactive.*")
        exec(compile(source, "network.py", "exec"), {"__name__": "page"})
    figures = [plt.figure(number) for number in plt.get_fignums()]
    for figure in figures:
        assert backend.picture(figure, "light") != backend.picture(figure, "dark")
    plt.close("all")

    assert len(alts) == len(figures) == source.count("plt.show()")
    assert all(bool(JAPANESE.search(alt)) == (language == "ja") and len(alt) > 30 for alt in alts)
    return printed.getvalue(), source


@pytest.fixture
def own_exercises(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the notebook import the exercises, as it would beside a reader's own."""
    monkeypatch.syspath_prepend(str(DOCS.parent / "solutions"))
    for name in ("numerical_gradient", "gradient_descent", "plotting"):
        monkeypatch.delitem(sys.modules, name, raising=False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_notebook_needs_the_exercises_numpy_and_matplotlib_only(language: str) -> None:
    """What a reader downloads runs beside the reader's own three files."""
    source = (DOCS / language / "lessons" / "network.py").read_text("utf-8")

    imported = re.findall(r"^(?:import|from) ([\w]+)", source, re.MULTILINE)

    exercises = {file.stem for file in (DOCS.parent / "exercises").glob("*.py")}
    assert set(imported) == {"numpy", "matplotlib", *exercises}


@pytest.mark.usefixtures("own_exercises")
def test_the_notebook_learns_the_same_in_both_languages() -> None:
    """Both notebooks run without an error, and their walks end at the same numbers."""
    outputs, sources = zip(*(notebook(language) for language in LANGUAGES), strict=True)
    numbers = [sorted(re.findall(r"[-+]?\d+\.\d+(?:e[-+]\d+)?", output)) for output in outputs]

    assert numbers[0] == numbers[1]
    assert "0.0035" in numbers[0]
    assert len({len(re.findall(r"^# #+ ", source, re.MULTILINE)) for source in sources}) == 1
    assert len({len(re.findall(r"^# %%", source, re.MULTILINE)) for source in sources}) == 1
