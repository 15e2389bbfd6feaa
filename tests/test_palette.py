"""The course has one palette, from which everything takes its colours."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from docs.builder.paths import PALETTE, ROOT, WEB
from docs.figures import look

HEX = re.compile(r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b")
ENTRY = re.compile(r"--(\w+): light-dark\((#\w{6}), (#\w{6})\)")
READABLE = 4.5  # WCAG 2.2, level AA, for text

NAMED = {
    entry[1]: {"light": entry[2], "dark": entry[3]}
    for entry in ENTRY.finditer(PALETTE.read_text(encoding="utf-8"))
}
PAINTED = [
    *(ROOT / "autograder" / "report" / "templates").glob("*.*"),
    *(WEB / "styles").glob("*.css"),
    *(WEB / "widgets").glob("*.js"),
    *(WEB / "panel").glob("*.js"),
    ROOT / "docs" / "figures" / "look.py",
]


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, from 0 to 1. Source: WCAG 2.2."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("file", PAINTED, ids=lambda file: file.name)
def test_a_colour_is_written_in_the_palette_only(file: Path) -> None:
    """No style, widget or figure has a colour of its own."""
    if file == PALETTE:
        return

    assert not HEX.findall(file.read_text(encoding="utf-8"))


def test_every_name_that_a_style_uses_is_there() -> None:
    """No style asks for a colour or a type that neither the palette, the theme nor a widget has."""
    sheets = [PALETTE, *(WEB / "styles").glob("*.css")]
    text = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    used = set(re.findall(r"var\(--([\w-]+)", text))
    known = set(re.findall(r"--([\w-]+):", text))

    assert {name for name in used - known if not name.startswith("md-")} == {"at"}


@pytest.mark.parametrize("file", sorted((WEB / "brand").glob("*.svg")), ids=lambda file: file.name)
def test_the_brand_has_the_colours_of_the_palette(file: Path) -> None:
    """A picture that no style sheet reaches names colours of the palette all the same."""
    ours = {colour for pair in NAMED.values() for colour in pair.values()}

    assert set(HEX.findall(file.read_text(encoding="utf-8"))) <= ours


@pytest.mark.parametrize("scheme", look.SCHEMES)
def test_text_can_be_read(scheme: look.Scheme) -> None:
    """Every colour of text stands out from every ground that text stands on."""
    for text, ground in product(
        ("ink", "soft", "teal", "warm", "good", "open"), ("paper", "card", "wash", "mark")
    ):
        bright, dark = sorted(
            (luminance(NAMED[text][scheme]), luminance(NAMED[ground][scheme])), reverse=True
        )

        assert (bright + 0.05) / (dark + 0.05) >= READABLE, (text, ground)


@pytest.mark.parametrize("scheme", look.SCHEMES)
def test_figures_have_the_colours_of_the_palette(scheme: look.Scheme) -> None:
    """What stands for the walk, the curve and the rest is the same colour in figure and widget."""
    colours = look.colours(scheme)

    assert colours.walk == NAMED["warm"][scheme]
    assert colours.mark == NAMED["teal"][scheme]
    assert colours.calm == NAMED["good"][scheme]
    assert colours.extra == NAMED["open"][scheme]
    assert colours.paper == NAMED["paper"][scheme]
