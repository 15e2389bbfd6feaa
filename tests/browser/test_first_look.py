"""What is seen at once: in a notebook's frame, on a phone, by a reader of Japanese."""

from __future__ import annotations

from verdicts import a_class, verdict

from autograder import report
from autograder.frontends.notebook import Shown
from autograder.verdict.results import Results


def test_the_frame_in_a_notebook_shows_everything(reader, tmp_path):
    """It is as high as what is in it, also once something is unfolded."""
    file = tmp_path / "cell.html"
    shown = Shown(verdict(output="1\n" * 20), "en")._repr_html_()
    file.write_text(f"<!doctype html>{shown}", "utf-8")

    page = reader(viewport={"width": 700, "height": 500}).open(file)
    frame = page.frames[1]
    inner = "document.documentElement.scrollHeight"
    page.wait_for_function("document.querySelector('iframe').clientHeight > 600")
    heights = [(page.locator("iframe").bounding_box()["height"], frame.evaluate(inner))]
    frame.locator("summary").first.click()
    page.wait_for_function(f"document.querySelector('iframe').clientHeight != {heights[0][0]}")
    heights.append((page.locator("iframe").bounding_box()["height"], frame.evaluate(inner)))

    assert all(outer >= within for outer, within in heights)


def test_on_a_phone_the_totals_are_in_sight(reader, tmp_path):
    """Names stay at the left edge and totals at the right; the exercises scroll between them."""
    report.write(Results(tmp_path), list(a_class(5)))

    page = reader(viewport={"width": 390, "height": 844}).open(Results(tmp_path).index)

    for cell in page.locator("#marks tr > :last-child").all():
        box = cell.bounding_box()
        assert box["x"] + box["width"] <= 390


def test_a_japanese_browser_gets_japanese_first(reader, tmp_path):
    """A page that nobody chose a language for opens in the reader's."""
    report.write(Results(tmp_path), list(a_class(2)))
    index = Results(tmp_path).index

    spoken = [
        reader(locale=locale).open(index).locator("html").get_attribute("lang")
        for locale in ("ja-JP", "en-GB", "fr-FR")
    ]

    assert spoken == ["ja", "en", "en"]
