"""Nothing runs that is not, byte for byte, what it should be."""

from __future__ import annotations

import pytest

from docs.builder import package
from tests.panel.serving import RUNTIME
from tests.panel.test_robust import GOOD, NAME

FILES = [file["name"] for file in RUNTIME["files"]]
EARLY = [file["name"] for file in RUNTIME["files"] if file["for"] != "pictures"]
DRAWS = "import matplotlib.pyplot as plt\n" + GOOD


@pytest.mark.parametrize("file", [*FILES, package.name()])
def test_a_flipped_bit_is_told_and_nothing_runs(visit, served, file):
    """The sentence names the file, and there is no verdict."""
    served.damaged = {file}
    panel = visit(NAME)

    verdict = panel.verdict_of(DRAWS)

    assert verdict is None
    assert f"{file} is not the file it should be" in panel.status
    assert panel.result == ""


def test_the_right_file_makes_it_good(visit, served):
    """After a damaged file, Check fetches it again and goes on."""
    served.damaged = {package.name()}
    panel = visit(NAME)
    panel.verdict_of(GOOD)

    served.damaged = set()
    verdict = panel.verdict_of(GOOD)

    assert verdict["score"] == verdict["points"], panel.status


def test_a_kept_file_that_was_damaged_is_fetched_anew(visit, served):
    """What lies in the browser's cache is compared too, each time."""
    panel = visit(NAME)
    panel.verdict_of(GOOD)
    panel.page.evaluate(
        """async () => {
          const cache = await caches.open('kobai-python');
          for (const request of await cache.keys()) {
            const bytes = new Uint8Array(await (await cache.match(request)).arrayBuffer());
            bytes[bytes.length >> 1] ^= 1;
            await cache.put(request, new Response(bytes));
          }
        }"""
    )
    panel.page.reload()
    panel.page.wait_for_selector(".kobai-tools")

    verdict = panel.verdict_of(GOOD)

    assert verdict["score"] == verdict["points"], panel.status


def test_a_missing_runtime_is_told_and_editing_goes_on(visit, served):
    """With the runtime blocked the sentence says what is missing; later Check tries again."""
    served.absent = set(FILES)
    panel = visit(NAME)

    assert panel.verdict_of(GOOD) is None
    assert "Python could not be fetched" in panel.status
    assert panel.text == GOOD

    served.absent = set()
    assert panel.verdict_of(GOOD)["score"] > 0


def test_a_download_that_fails_once_is_made_again(visit, served):
    """One failure on the way is not worth a word to the reader."""
    served.stumbles = {"numpy-2.0.2-cp312-cp312-pyodide_2024_0_wasm32.whl"}

    assert visit(NAME).verdict_of(GOOD) is not None


def test_a_reload_fetches_nothing_again(visit, served):
    """The second visit takes Python from the browser's own cache."""
    panel = visit(NAME)
    panel.verdict_of(GOOD)
    panel.page.wait_for_function(
        "(count) => caches.open('kobai-python').then((it) => it.keys())"
        ".then((keys) => keys.length >= count)",
        arg=len(EARLY) + 1,
    )
    served.reset()

    panel.page.reload()
    panel.page.wait_for_selector(".kobai-tools")

    assert panel.verdict_of(GOOD)["score"] > 0
    assert served.runtime_asked == []


def test_exercises_without_figures_fetch_no_matplotlib(visit, served):
    """What a gradient exercise loads is at most 11 MB."""
    visit(NAME).verdict_of(GOOD)

    asked = dict(served.runtime_asked)

    assert not [path for path in asked if "matplotlib" in path]
    assert sum(asked.values()) < 11e6
