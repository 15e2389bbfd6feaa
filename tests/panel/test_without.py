"""The lesson without scripts, without node at build time, and as the site gives it out."""

from __future__ import annotations

import zipfile

import pytest
from playwright.sync_api import expect

from docs.builder import formulas, runtime
from docs.builder.paths import BuildError
from tests.panel.serving import MIRROR, RUNTIME, SITE
from tests.panel.test_robust import GOOD, NAME


@pytest.mark.parametrize(
    ("folder", "words"), [("", "needs its scripts"), ("ja/", "スクリプトが必要")]
)
def test_without_scripts_a_sentence_stands_there(browser, served, folder, words):
    """The lesson reads on, the stub can be downloaded, and the page says what is missing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served.url}{folder}lessons/{NAME}/")

    sentence = page.locator("kobai-exercise > p")
    link = page.locator(f'a[href$="assets/exercises/{NAME}.py"]')

    expect(sentence).to_be_visible()
    assert words in sentence.inner_text()
    assert page.request.get(link.evaluate("(it) => it.href")).ok
    assert "def numerical_gradient" not in page.locator("article").inner_text()
    context.close()


def test_scripts_that_do_not_arrive_are_named_too(visit, served, browser):
    """Where the panel's script is missing, the sentence shows after a moment."""
    served.absent = {"kobai.js"}
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{served.url}lessons/{NAME}/")

    expect(page.locator("kobai-exercise > p")).to_be_visible(timeout=10_000)
    context.close()


def test_a_site_built_without_node_has_a_plain_editor(visit, served):
    """The same scripts, not bundled, do everything but colour."""
    served.is_unbundled = True
    panel = visit(NAME)

    verdict = panel.verdict_of(GOOD)

    assert panel.page.locator("textarea.kobai-field").is_visible()
    assert verdict["score"] == verdict["points"]


@pytest.mark.parametrize(("language", "words"), [("en", "without Node"), ("ja", "Node.js なしで")])
def test_a_site_built_without_node_says_so(language, words):
    """A page whose formulas are not set says why, in its language; other pages say nothing."""
    page = f'<html lang="{language}"><h1>A page</h1><p>{{}}</p></html>'

    told = formulas.admit(page.format('<span class="arithmatex">\\(x\\)</span>'))

    assert words in told
    assert formulas.admit(page) == page


def test_the_plain_editor_indents_and_lets_go(visit, served):
    """Tab and Enter indent; Escape and Tab lead on to Check."""
    served.is_unbundled = True
    panel = visit(NAME)
    panel.write("")
    panel.page.locator("textarea.kobai-field").focus()

    for key in ("i", "f", ":", "Enter", "Tab", "x", "Enter"):
        panel.page.keyboard.press(key)
    text = panel.text
    panel.page.keyboard.press("Escape")
    panel.page.keyboard.press("Tab")

    assert text == "if:\n        x\n        "
    assert panel.page.evaluate("document.activeElement.textContent") == "Check"


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_runtime_comes_from_one_address_in_production(language):
    """The built page names the address of the settings, and a hash for every file."""
    folder = SITE / ("" if language == "en" else language)
    page = (folder / "lessons" / NAME / "index.html").read_text(encoding="utf-8")

    assert RUNTIME["address"] in page
    assert page.count('"sha256"') == len(RUNTIME["files"]) + 1


def test_a_school_fetches_the_same_files(tmp_path):
    """The runtime is laid into a folder, file by file as it should be; a wrong one is refused."""
    total = runtime.fetch(tmp_path, f"{MIRROR.as_uri()}/")
    first = tmp_path / RUNTIME["files"][0]["name"]
    source = tmp_path / "elsewhere"
    source.mkdir()
    (source / first.name).write_bytes(b"other")
    first.unlink()

    with pytest.raises(BuildError, match="is not the file"):
        runtime.fetch(tmp_path, f"{source.as_uri()}/")

    assert total == sum(file["bytes"] for file in RUNTIME["files"])
    assert not first.exists()


def test_the_wheel_holds_no_solution():
    """Public checks and stand-ins are in it; no hidden check, no solution, no command."""
    (wheel,) = (SITE / "assets" / "python").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        text = b"\n".join(archive.read(name) for name in names)

    assert "autograder/checks/check_plotting.py" in names
    assert not [name for name in names if "solution" in name or "cli" in name or "report" in name]
    assert b"BEGIN SOLUTION" not in text
    assert not [name for name in names if not name.startswith(("autograder/", "kobai-"))]
