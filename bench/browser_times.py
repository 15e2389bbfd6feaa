"""`python -m bench.browser_times`: how long a reader waits on the page, as a table.

Needs the built site; takes the Python runtime from the mirror, on this machine. Every cold number
is the median of fresh visitors, who have nothing in their browser's cache.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from tests.panel.panel import Panel
from tests.panel.serving import Served, serving

ROOT = Path(__file__).resolve().parents[1]
EXERCISES = ("numerical_gradient", "gradient_descent", "plotting")
CHECK = """async () => {
  const panel = document.querySelector('kobai-exercise');
  const began = performance.now();
  panel.checkButton.click();
  while (panel.isChecking) await new Promise((resolve) => setTimeout(resolve, 2));
  return performance.now() - began;
}"""
STOP = """async () => {
  const panel = document.querySelector('kobai-exercise');
  const began = performance.now();
  panel.stopButton.click();
  while (panel.isChecking) await new Promise((resolve) => setTimeout(resolve));
  return performance.now() - began;
}"""
# Runs before the page does: notes the first frame in which the field is there to write in.
WATCH = """
  const look = () => {
    const field = document.querySelector('kobai-exercise textarea');
    if (field && field.offsetHeight) window.editable = performance.now();
    else requestAnimationFrame(look);
  };
  look();
"""
ENDLESS = "import itertools\ndef numerical_gradient(f, x):\n    return sum(itertools.repeat(0))\n"


def solution(name: str) -> str:
    """Give a program that earns full marks."""
    return (ROOT / "solutions" / f"{name}.py").read_text(encoding="utf-8")


def visit(browser: Browser, served: Served, name: str, again: int) -> dict[str, Any]:
    """Measure one new visitor on one exercise."""
    context = browser.new_context()
    served.reset()
    context.add_init_script(WATCH)
    panel = Panel(context.new_page(), served, name)
    panel.page.wait_for_load_state("load")
    panel.page.wait_for_timeout(1500)  # a reader looks first; the editor is there by then
    editable = panel.page.evaluate("window.editable")
    panel.write(solution(name))
    cold = panel.page.evaluate(CHECK)
    megabytes = sum(size for _path, size in served.runtime_asked) / 1e6
    panel.page.wait_for_timeout(2500)  # figures, and what is kept for the next visit
    warm = []
    for _check in range(again):
        warm.append(panel.page.evaluate(CHECK))
        panel.page.wait_for_timeout(1500)
    served.reset()
    panel.page.reload()
    panel.page.wait_for_selector(".kobai-tools")
    panel.page.wait_for_timeout(1000)
    reload = panel.page.evaluate(CHECK)
    asked = len(served.runtime_asked)
    context.close()
    return {
        "editable": editable,
        "cold": cold,
        "MB": megabytes,
        "warm": statistics.median(warm),
        "reload": reload,
        "asked": asked,
    }


def stop(browser: Browser, served: Served) -> tuple[float, bool]:
    """Measure Stop on a program that never ends; tell whether Python is warming again."""
    context = browser.new_context()
    panel = Panel(context.new_page(), served, "numerical_gradient")
    panel.verdict_of(solution("numerical_gradient"))
    panel.write(ENDLESS)
    panel.press("check")
    panel.page.wait_for_timeout(1000)
    milliseconds = panel.page.evaluate(STOP)
    is_warming = panel.page.evaluate("!!document.querySelector('kobai-exercise').python.worker")
    context.close()
    return milliseconds, is_warming


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--visitors", type=int, default=3, help="fresh visitors for each number")
    visitors = parser.parse_args().visitors
    browsers = filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome")))
    with serving() as served, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=next(browsers, None), args=["--no-sandbox"]
        )
        print(f"{'':20} editable   cold s      MB  warm s  reload s  requests at reload")
        for name in EXERCISES:
            rows = [visit(browser, served, name, 3) for _visitor in range(visitors)]
            of = {key: statistics.median(row[key] for row in rows) for key in rows[0]}
            print(
                f"{name:20} {of['editable'] / 1e3:8.2f} {of['cold'] / 1e3:8.2f} {of['MB']:7.2f} "
                f"{of['warm'] / 1e3:7.2f} {of['reload'] / 1e3:9.2f} {of['asked']:5.0f}",
                flush=True,
            )
        milliseconds, is_warming = stop(browser, served)
        print(f"Stop: {milliseconds:.0f} ms; a new Python is warming: {is_warming}")
        browser.close()


if __name__ == "__main__":
    main()
