"""What students write appears in Chromium as harmless text, whatever it tries to be."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from verdicts import failed, verdict

from autograder import report
from autograder.language import Text
from autograder.verdict.results import Results

BIDI = "\u202egnp.exe\u2066\u2069\u200f"
ANSI = "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b5m"
MARKUP = (
    "<script>window.hacked = true</script><img src=x onerror='window.hacked = true'>"
    "</pre></code></section><style>* { display: none }</style><a href='javascript:hack()'>here</a>"
    "<svg onload='window.hacked = true'>&lt;b&gt; {{ 7 * 7 }} {% raw %}"
)
EVIL = MARKUP + BIDI + ANSI
ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f]")


@pytest.fixture
def page(reader, tmp_path):
    """Give the page of a student of that name whose code, prints and figure are full of it."""
    figure = {"panels": [{"is_3d": False, "labels": [EVIL] * 2, "limits": [[0, 1], [0, 1]]}]}
    text = Text(en=EVIL, ja=EVIL)
    one = verdict(
        failed(message=text, hint=text, evidence={"pictures": [{"figure": figure}]}),
        student=EVIL,
        notes=(text,),
        output=EVIL + "\n" + "<b>giant</b>" * 200_000,
        source=f"x = '{MARKUP}'  # {BIDI}{ANSI}\n" * 20_000,
    )
    report.write(Results(tmp_path), [one])
    visitor = reader()
    shown = visitor.open(next((tmp_path / "feedback").iterdir()))
    shown.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    yield shown
    assert not visitor.complaints
    assert all(url.startswith("file:") for url in visitor.requests)


def test_nothing_runs_and_nothing_is_markup(page):
    """No script of theirs ran, and no element of theirs is in the page."""
    assert page.evaluate("window.hacked") is None
    assert page.locator("script").count() == 1
    assert page.locator("style").count() == 1
    assert (
        page.locator("img, a[href^=javascript], [onload], [onerror], b:text('giant')").count() == 0
    )
    assert page.locator("main").is_visible()


def test_all_of_it_is_there_to_read(page):
    """Name, message, hint, note, code and prints show what was written, tags and all."""
    for place in ("h1", ".saw", ".hint", ".note", ".code >> nth=0", ".printed"):
        shown = page.locator(place).first.inner_text()
        assert "<script>window.hacked = true</script>" in shown, place
        assert "{{ 7 * 7 }}" in shown, place
        assert "⟨U+202E⟩gnp.exe" in shown, place
        assert "␛[31mred" in shown, place


def test_no_sign_acts(page):
    """Nothing on the page turns the direction of writing or controls a terminal."""
    assert not ACTING.search(page.content())
    assert not ACTING.search(page.title())


def test_the_page_keeps_its_width_and_its_size(page, tmp_path):
    """Megabytes of code and prints are cut, and nothing is wider than the screen."""
    (file,) = (tmp_path / "feedback").iterdir()

    assert file.stat().st_size < 1_000_000
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_the_class_page_takes_the_same_name(reader, tmp_path: Path):
    """The name of that student is text in the table too, and its link leads to the page."""
    report.write(Results(tmp_path), [verdict(failed(), student=EVIL)])
    visitor = reader()
    page = visitor.open(tmp_path / "index.html")

    page.click("#marks tbody a")

    assert page.locator("h1").inner_text().startswith("<script>window.hacked = true</script>")
    assert page.evaluate("window.hacked") is None
    assert not visitor.complaints
