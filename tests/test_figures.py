"""The figures of the course: the same bytes in every build, readable, used, and described."""

from __future__ import annotations

import gzip
import hashlib
import re
import subprocess
import sys
from pathlib import Path

import matplotlib.pyplot as plt
import pytest
from matplotlib.text import Text

from docs.figures import compact, look, render

DOCS = Path(render.DOCS)
FIGURES = sorted(render.drawings())
PHONE, SMALLEST = 360, 9  # pixels: a screen's width, and letters that can be read
LIGHTEST_PAGE = 60_000  # bytes of one figure, compressed: what a phone has to fetch
SHOWN = re.compile(
    r"!\[(?P<alt>.*)\]\((?:\.\./)?assets/figures/(?P<name>\w+)\.(?P<scheme>\w+)\.svg#only-(?P=scheme)\)"
    r'\{ loading=lazy width="(?P<width>\d+)" height="(?P<height>\d+)" \}'
)


def drawn(name: str, language: look.Language, scheme: look.Scheme) -> bytes:
    """Give one figure as SVG."""
    return look.svg(render.drawings()[name][1], look.Look(language, scheme))


def shown(language: str) -> list[re.Match[str]]:
    """Give every figure on every page of a language."""
    pages = sorted((DOCS / language).rglob("*.md"))
    return [match for page in pages for match in SHOWN.finditer(page.read_text("utf-8"))]


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_has_a_glyph_for_every_label(name: str) -> None:
    """Matplotlib warns of a missing glyph, and a warning is an error here and in the build."""
    for language, scheme in (("ja", "dark"), ("en", "light")):
        picture = drawn(name, language, scheme)

        assert picture.startswith(b"<?xml")
        assert len(gzip.compress(picture)) < LIGHTEST_PAGE


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_can_be_read_on_a_phone(name: str) -> None:
    """Shown from edge to edge of the narrowest phone, no label is smaller than 9 pixels."""
    figure = look.draw(render.drawings()[name][1], look.Look("ja", "light"))
    shrunk = PHONE / (figure.get_figwidth() * look.PIXELS_PER_INCH)
    labels = [text for text in figure.findobj(Text) if text.get_visible() and text.get_text()]
    smallest = min(label.get_fontsize() for label in labels) * look.PIXELS_PER_INCH / 72 * shrunk
    plt.close(figure)

    assert smallest >= SMALLEST


def test_another_process_draws_the_same_bytes() -> None:
    """Nothing of the day, the process or the order of drawing gets into a file."""
    names = FIGURES[::4]
    ours = [hashlib.sha256(drawn(name, "ja", "light")).hexdigest() for name in names]
    script = (
        "import hashlib, sys; from docs.figures import look, render\n"
        "for name in sys.argv[1:]:\n"
        "    svg = look.svg(render.drawings()[name][1], look.Look('ja', 'light'))\n"
        "    print(name, hashlib.sha256(svg).hexdigest())"
    )

    run = subprocess.run(
        [sys.executable, "-c", script, *reversed(names)],
        cwd=DOCS.parent,
        capture_output=True,
        text=True,
        check=True,
    )

    assert dict(line.split() for line in run.stdout.splitlines()) == dict(
        zip(names, ours, strict=True)
    )


def test_drawing_leaves_the_settings_of_matplotlib_alone() -> None:
    """A notebook that shows one of our figures keeps its own style."""
    before = dict(plt.rcParams)

    drawn("two_lists", "ja", "dark")

    assert dict(plt.rcParams) == before


def test_languages_and_schemes_give_four_different_files() -> None:
    """A label that is the same in both languages would be English on a Japanese page."""
    looks = [(language, scheme) for language in look.LANGUAGES for scheme in look.SCHEMES]

    files = {drawn("slope_tells", language, scheme) for language, scheme in looks}

    assert len(files) == 4


def test_only_what_is_stale_is_drawn_again(tmp_path: Path) -> None:
    """The second run draws nothing; a missing file or another key draws that figure alone."""
    memory = tmp_path / "memory.json"
    names = ["two_lists", "factor"]

    assert render.refresh(names, tmp_path, memory) == names
    assert render.refresh(names, tmp_path, memory) == []
    render.target("factor", "ja", "dark", tmp_path).unlink()
    assert render.refresh(names, tmp_path, memory) == ["factor"]
    memory.write_text(memory.read_text().replace(render.recall(memory)["two_lists"], "older"))
    assert render.refresh(names, tmp_path, memory) == ["two_lists"]


@pytest.mark.parametrize("language", look.LANGUAGES)
def test_every_figure_is_on_a_page_and_every_page_finds_its_figures(language: str) -> None:
    """No figure is drawn for nobody, and no page shows one that is not drawn."""
    assert {match["name"] for match in shown(language)} == set(FIGURES)


@pytest.mark.parametrize("language", look.LANGUAGES)
def test_every_figure_comes_in_both_schemes_with_one_alternative_text(language: str) -> None:
    """Light and dark stand in pairs and say the same to those who cannot see them."""
    matches = shown(language)
    lights, darks = matches[::2], matches[1::2]

    assert {match["scheme"] for match in lights} == {"light"}
    assert {match["scheme"] for match in darks} == {"dark"}
    for light, dark in zip(lights, darks, strict=True):
        assert (light["name"], light["alt"]) == (dark["name"], dark["alt"])
        assert len(light["alt"]) > 30
        assert bool(re.search("[ぁ-ん]", light["alt"])) == (language == "ja")


@pytest.mark.parametrize("language", look.LANGUAGES)
def test_no_figure_is_written_in_a_way_that_these_tests_do_not_see(language: str) -> None:
    """Every mention of the figures' folder is a figure as the pattern above knows it."""
    pages = (DOCS / language).rglob("*.md")
    mentions = sum(page.read_text("utf-8").count("assets/figures/") for page in pages)

    assert mentions == len(shown(language))


def test_the_stated_size_has_the_shape_of_the_figure() -> None:
    """A wrong width or height would make the page jump while it loads."""
    stated = {
        match["name"]: (int(match["width"]), int(match["height"]))
        for language in look.LANGUAGES
        for match in shown(language)
    }
    for name, (_, drawing) in render.drawings().items():
        figure = look.draw(drawing, look.Look())
        width, height = figure.get_size_inches() * look.PIXELS_PER_INCH
        plt.close(figure)

        assert stated[name] == (round(width), round(height)), name


def test_a_compact_path_leads_through_the_same_points() -> None:
    """Steps of whole tenths, added up again, are the points that matplotlib wrote."""
    written = b'<path d="M 10.04 -0.26 \nL 9.7 12.31 \nQ 1 2 3.456 4 \nz\nM 1 1 \nL 0.05 1 \n"/>'

    picture = compact.compact(written)

    assert picture == b'<path d="m10-.3l-.3 12.6q-8.7-10.3-6.2-8.3zm-9 1.3l-1 0"/>'


def test_a_path_that_is_not_understood_is_left_alone() -> None:
    """Only what matplotlib writes is rewritten."""
    assert compact.compact(b'<path d="m 1 2 h 3"/>') == b'<path d="m 1 2 h 3"/>'
