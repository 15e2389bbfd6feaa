"""What a reader does: switch the language, search, play, read without scripts, go astray."""

from __future__ import annotations

import pytest
from pages import base_url

DESCENT = "lessons/gradient_descent/"


def test_language_switch_keeps_the_page(reader):
    """The switch leads to the same lesson in the other language, and back."""
    page = reader().open("lessons/learning_rate/")

    page.get_by_role("button", name="Select language").hover()
    page.get_by_role("link", name="日本語").click()
    page.wait_for_url(base_url() + "ja/lessons/learning_rate/")
    page.get_by_role("button", name="言語切り替え").hover()
    page.get_by_role("link", name="English").click()
    page.wait_for_url(base_url() + "lessons/learning_rate/")


PLACE = """() => {
    const heads = [...document.querySelectorAll("article :is(h1, h2, h3)")];
    const under = heads.filter((head) => head.getBoundingClientRect().top < innerHeight / 3);
    return under.length;
}"""


def test_language_switch_keeps_the_place(reader):
    """Whoever reads far down reads on in the same section, and comes back to it."""
    page = reader(viewport={"width": 1280, "height": 800}).open("lessons/learning_rate/")
    page.get_by_role("heading", name="Choosing a learning rate in practice").evaluate(
        "(heading) => scrollTo(0, heading.getBoundingClientRect().top + scrollY - 120)"
    )
    page.wait_for_timeout(300)
    before = page.evaluate(PLACE)

    for button, language in (("Select language", "日本語"), ("言語切り替え", "English")):
        page.get_by_role("button", name=button).hover()
        # A click of the test's own would scroll the page first.
        page.get_by_role("link", name=language).dispatch_event("click")
        home = "" if language == "English" else "ja/"
        page.wait_for_url(base_url() + home + "lessons/learning_rate/")
        page.wait_for_load_state("load")
        page.wait_for_timeout(300)

        assert before > 5
        assert page.evaluate(PLACE) == before


def test_the_first_screen_shows_the_course(reader):
    """The walk, the program and the answer to it are seen at once, without an empty column."""
    page = reader(viewport={"width": 1280, "height": 800}).open("")

    for part in (".kobai-map", ".kobai-report", "pre", "dl"):
        assert page.locator(f".kobai-first {part}").first.bounding_box()["y"] < 780
    assert page.locator(".md-sidebar--primary").is_hidden()


def test_a_surface_turns_with_keys_and_pointer(reader):
    """The arrow keys turn the surface, a drag turns it too, and both are said."""
    page = reader(viewport={"width": 1280, "height": 1600}).open(DESCENT)
    surface = page.get_by_role("slider", name="Turn the surface").first
    surface.press("ArrowRight")
    assert surface.get_attribute("aria-valuenow") == "220"

    surface.scroll_into_view_if_needed()
    box = surface.bounding_box()
    page.mouse.move(box["x"] + 100, box["y"] + 100)
    page.mouse.down()
    page.mouse.move(box["x"] + 160, box["y"] + 100, steps=3)
    page.mouse.up()

    assert surface.get_attribute("aria-valuenow") == "250"
    assert "250 degrees" in surface.get_attribute("aria-valuetext")


def test_the_gradient_points_uphill_until_it_is_turned(reader):
    """First the gradient, uphill; turned round, the way down with both signs changed."""
    page = reader(reduced_motion="reduce").open("lessons/critical_points/")
    widget = page.locator("kobai-slices")
    report = widget.locator(".kobai-report")
    assert "(−3.00, 2.00) points uphill" in report.inner_text()

    widget.get_by_role("button", name="Turn the arrow round").click()
    page.wait_for_timeout(100)

    assert "(3.00, −2.00), and points downhill" in report.inner_text()


def test_the_line_walks_to_its_points(reader):
    """The walk on the map of the loss ends at the best line, and says how it got there."""
    page = reader(reduced_motion="reduce").open("lessons/loss/")
    widget = page.locator("kobai-line")

    widget.get_by_role("button", name="Walk downhill").click()
    page.wait_for_timeout(100)

    assert "Step 100" in widget.locator(".kobai-report").inner_text()
    assert "No line does better" in widget.locator(".kobai-report").inner_text()


def test_the_report_counts_the_steps_that_are_seen(reader):
    """While a walk is shown, its report speaks of the step that is drawn, not of the last one."""
    page = reader().open(DESCENT)
    widget = page.locator("kobai-descent").first
    widget.get_by_role("button", name="Walk").click()
    page.wait_for_timeout(700)
    widget.get_by_role("button", name="Pause").click()
    page.wait_for_timeout(100)

    shown = widget.locator("output").nth(1).inner_text()

    assert f"After {shown} steps:" in widget.locator(".kobai-report").inner_text()
    assert int(shown) < 100


def test_two_curvatures_set_the_limit(reader):
    """The bars say both factors, and dragging the end of a bar changes its curvature."""
    page = reader(viewport={"width": 1280, "height": 1600}).open("lessons/learning_rate/")
    widget = page.locator("kobai-curvatures")
    report = widget.locator(".kobai-report")
    assert "1 − 0.45·2 = 0.10 and x₁ by 1 − 0.45·4 = −0.80" in report.inner_text()

    bars = widget.locator("canvas").first
    bars.scroll_into_view_if_needed()
    box = bars.bounding_box()
    end = box["x"] + 12 + (box["width"] - 28) * 0.5 / 1.25  # 2/4 on an axis up to 1.25
    page.mouse.move(end + 6, box["y"] + box["height"] * 0.7)
    page.mouse.down()
    page.mouse.move(end + (box["width"] - 28) * 0.5 / 1.25, box["y"] + box["height"] * 0.7, steps=4)
    page.mouse.up()
    page.wait_for_timeout(100)

    assert widget.locator("output").nth(2).inner_text() == "2"


def test_the_network_is_trained_on_the_page(reader):
    """The ten numbers walk downhill in front of the reader, to the loss of the lesson."""
    page = reader(reduced_motion="reduce").open("lessons/network/")
    widget = page.locator("kobai-network")

    widget.get_by_role("button", name="Train").click()
    page.wait_for_function(
        "document.querySelector('kobai-network .kobai-report').textContent.includes('Step 3000')"
    )

    assert "60,000 values of the loss" in widget.locator(".kobai-report").inner_text()
    assert "3.5 × 10⁻³" in widget.locator(".kobai-report").inner_text()


def test_three_methods_say_the_heights_of_the_table(reader):
    """The widget of lesson nine begins with the walks of its table."""
    page = reader().open("lessons/next/")

    said = page.locator("kobai-methods .kobai-report").all_inner_texts()

    for words, height in zip(said, ("5.3 × 10⁻⁷", "3.4 × 10⁻¹³", "0.041"), strict=True):
        assert height in words


@pytest.mark.parametrize(
    ("home", "word"),
    [
        ("", "gradient"),
        ("", "diverging"),
        ("", "contours"),
        ("", "slopes"),
        ("ja/", "勾配"),
        ("ja/", "偏微分"),
        ("ja/", "微分"),
        ("ja/", "数値微分"),
        ("ja/", "学習率"),
        ("ja/", "損失関数"),
        ("ja/", "等高線"),
        ("ja/", "鞍点"),
        ("ja/", "発散"),
    ],
)
def test_search_finds(reader, home, word):
    """A word of the course, also inflected, is found and leads to a page of its language."""
    page = reader(viewport={"width": 1280, "height": 800}).open(home)

    page.locator("input.md-search__input").click()
    page.keyboard.insert_text(word)
    page.keyboard.press("End")  # the theme looks when a key is let go
    result = page.locator("a.md-search-result__link").first
    result.wait_for()

    assert result.get_attribute("href").startswith(base_url() + home)


@pytest.mark.parametrize(
    ("home", "word", "lesson"),
    [
        ("", "Hessian", "critical_points"),
        ("", "mini-batch", "next"),
        ("", "overfitting", "loss"),
        ("", "least squares", "loss"),
        ("ja/", "二乗和誤差", "loss"),
        ("ja/", "2変数", "critical_points"),
        ("ja/", "2階微分", "critical_points"),
        ("ja/", "整数の配列", "arrays"),
        ("ja/", "交差エントロピー", "loss"),
        ("ja/", "最小二乗法", "loss"),
        ("ja/", "判別式", "critical_points"),
    ],
)
def test_search_finds_the_lesson(reader, home, word, lesson):
    """A term of the course leads to the lesson that explains it, before any guide."""
    page = reader(viewport={"width": 1280, "height": 800}).open(home)

    found = search(page, word)

    paths = [
        link.removeprefix(base_url() + home).partition("#")[0].partition("?")[0] for link in found
    ]
    assert f"lessons/{lesson}/" in paths
    guides = [place for place, path in enumerate(paths) if path.startswith("guide/")]
    assert not guides or paths.index(f"lessons/{lesson}/") < guides[0]


def search(page, word) -> list[str]:
    """Type a word into the search field, and give the addresses of what is found, best first."""
    page.locator("input.md-search__input").click()
    page.keyboard.insert_text(word)
    page.keyboard.press("End")  # the theme looks when a key is let go
    links = page.locator("a.md-search-result__link")
    links.first.wait_for()
    return links.evaluate_all("links => links.map((link) => link.href)")


@pytest.mark.parametrize("home", ["", "ja/"])
def test_a_question_answers_without_scripts(reader, home):
    """A choice says what is right about it, and a number is judged, where nothing runs."""
    page = reader(java_script_enabled=False).context.new_page()
    page.goto(base_url() + home + "lessons/gradient_descent/")
    number = page.locator("#factor-of-a-step")
    yes, no = page.locator(".kobai-yes").first, page.locator(".kobai-no").first
    choice = page.locator("details.choice.right").first
    assert not yes.is_visible()
    assert not choice.locator("p:not(summary *)").first.is_visible()

    number.press_sequentially("0.5")
    number.press("Tab")
    assert no.is_visible()
    number.fill("0.8")
    choice.locator("summary").click()

    assert yes.is_visible()
    assert not no.is_visible()
    assert choice.locator("p").first.is_visible()


@pytest.mark.parametrize("home", ["", "ja/"])
def test_feedback_leads_into_the_fold(reader, home):
    """The address of a misconception opens what it is folded into; the contents do not tell it."""
    page = reader().open(f"{home}lessons/numerical_gradient/#x-not-restored")
    heading = page.locator("#x-not-restored")

    heading.wait_for(state="visible")

    assert page.locator("nav.md-nav--secondary a[href='#x-not-restored']").count() == 0


def test_a_widget_is_fetched_when_a_reader_comes_near(reader):
    """Far below the fold stands its picture, and nothing of it is run yet."""
    visitor = reader(viewport={"width": 412, "height": 823})
    page = visitor.context.new_page()
    page.goto(base_url() + "lessons/critical_points/", wait_until="load")
    widget = page.locator("kobai-critical")
    waiting = "!customElements.get('kobai-critical')"
    assert page.evaluate(waiting)
    assert widget.locator("img:visible").count() == 1

    widget.scroll_into_view_if_needed()

    page.wait_for_function(f"!({waiting})")
    widget.locator("input[type=range]").first.wait_for()


def test_start_moves_with_the_keyboard(reader):
    """An arrow key moves the starting point, and the report says where the walk ends now."""
    page = reader().open(DESCENT)
    widget = page.locator("kobai-descent").first
    handle = widget.get_by_role("button", name="Start")
    before = handle.get_attribute("aria-label")

    handle.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("(before) => document.activeElement.ariaLabel !== before", arg=before)

    assert "x₀ = −1.90" in handle.get_attribute("aria-label")
    assert "After 100 steps" in widget.locator(".kobai-report").inner_text()


def test_start_can_be_dragged(reader):
    """Dragging the starting point moves it under the pointer."""
    page = reader(viewport={"width": 1280, "height": 1600}).open(DESCENT)
    handle = page.locator("kobai-descent .kobai-handle").first
    handle.scroll_into_view_if_needed()
    before = handle.bounding_box()

    page.mouse.move(before["x"] + 22, before["y"] + 22)
    page.mouse.down()
    page.mouse.move(before["x"] + 82, before["y"] + 62, steps=4)
    page.mouse.up()
    page.wait_for_timeout(100)
    after = handle.bounding_box()

    assert after["x"] - before["x"] == pytest.approx(60, abs=3)  # held to a grid of 0.05
    assert after["y"] - before["y"] == pytest.approx(40, abs=3)


def test_a_finger_can_set_the_start(reader):
    """A tap on the map sets the start there."""
    page = reader(viewport={"width": 390, "height": 800}, has_touch=True).open(DESCENT)
    canvas = page.locator("kobai-descent canvas.kobai-map").first
    handle = page.locator("kobai-descent .kobai-handle").first
    before = handle.get_attribute("aria-label")

    canvas.tap(position={"x": 200, "y": 200})
    page.wait_for_timeout(100)

    assert handle.get_attribute("aria-label") != before


@pytest.mark.parametrize(
    ("home", "end", "words"),
    [
        ("", "Home", "crawls"),
        ("", "End", "diverges"),
        ("ja/", "Home", "遅すぎ"),
        ("ja/", "End", "発散"),
    ],
)
def test_learning_rate_says_how_the_walk_goes(reader, home, end, words):
    """The smallest learning rate crawls and the largest diverges, and both are said in words."""
    page = reader().open(home + DESCENT)
    widget = page.locator("kobai-descent").first
    slider = widget.locator("input[type=range]").first

    slider.press(end)
    page.wait_for_timeout(100)

    assert words in widget.locator(".kobai-report").inner_text()
    assert slider.get_attribute("aria-valuetext")


def test_coefficients_change_the_kind(reader):
    """A minimum becomes a saddle when one curvature turns over, and D is said."""
    page = reader().open("lessons/critical_points/")
    widget = page.locator("kobai-critical").first
    report = widget.locator(".kobai-report")
    sliders = widget.locator("input[type=range]")

    for slider, key in ((0, "End"), (1, "Home"), (2, "Home")):
        sliders.nth(slider).press(key)
    page.wait_for_timeout(100)

    assert "a saddle" in report.inner_text()
    assert "D = −20.00" in report.inner_text()


def test_small_h_is_mostly_rounding(reader):
    """At the smallest h the widget says that rounding is what is left."""
    page = reader().open("lessons/numerical_gradient/")
    widget = page.locator("kobai-difference").first

    widget.locator("input[type=range]").press("Home")
    page.wait_for_timeout(100)

    assert "rounding" in widget.locator(".kobai-report").inner_text()


def test_slices_follow_the_point(reader):
    """The report gives the two partial derivatives at the point, here of x0² + x1²."""
    page = reader().open("lessons/critical_points/")
    widget = page.locator("kobai-slices").first

    widget.get_by_role("button", name="Point").press("ArrowUp")
    page.wait_for_timeout(100)

    assert "∂f/∂x₁ = 2.20" in widget.locator(".kobai-report").inner_text()


def test_the_line_follows_the_point_on_the_map(reader):
    """Turning the weight on the map of the loss turns the line, and its loss is said."""
    page = reader().open("lessons/loss/")
    widget = page.locator("kobai-line")

    widget.get_by_role("button", name="Weight and bias").press("ArrowDown")
    page.wait_for_timeout(100)

    assert "w = 0.20, b = 2.30: E = 1.385" in widget.locator(".kobai-report").inner_text()


def test_reduced_motion_shows_the_end_at_once(reader):
    """With reduced motion the walk is not animated: its last step is shown at once."""
    page = reader(reduced_motion="reduce").open(DESCENT)
    widget = page.locator("kobai-descent").first

    widget.get_by_role("button", name="Walk").click()
    page.wait_for_timeout(50)

    assert widget.get_by_role("button", name="Walk").is_visible()
    assert "After 100 steps" in widget.locator(".kobai-report").inner_text()


@pytest.mark.parametrize(
    ("page", "widget", "control"),
    [
        ("lessons/gradient_descent/", "kobai-descent", ".kobai-handle"),
        ("lessons/gradient_descent/", "kobai-descent", "input[type=range]"),
        ("lessons/critical_points/", "kobai-slices", ".kobai-handle"),
        ("lessons/critical_points/", "kobai-critical", "input[type=range]"),
        ("lessons/learning_rate/", "kobai-curvatures", "input[type=range]"),
        ("lessons/loss/", "kobai-line", ".kobai-handle"),
        ("lessons/next/", "kobai-methods", ".kobai-handle"),
        ("lessons/next/", "kobai-methods", "input[type=range]"),
        ("ja/lessons/numerical_gradient/", "kobai-difference", "input[type=range]"),
    ],
)
def test_widgets_answer_with_the_next_frame(reader, page, widget, control):
    """What a reader moves is drawn and reported with the very next frame, not some time later."""
    answered = (
        reader()
        .open(page)
        .evaluate(
            """([name, control]) => {
            const widget = document.querySelector(name);
            const moved = widget.querySelector(control);
            const report = widget.querySelector(".kobai-report");
            const before = report.textContent;
            if (moved.matches("input")) {
                moved.value = (Number(moved.min) + Number(moved.max)) / 3;
                moved.dispatchEvent(new Event("input"));
            } else {
                moved.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft" }));
            }
            return new Promise((tell) => {
                requestAnimationFrame(() => tell(report.textContent !== before));
            });
        }""",
            [widget, control],
        )
    )

    assert answered


@pytest.mark.parametrize("page", ["lessons/gradient_descent/", "ja/lessons/critical_points/"])
def test_page_reads_without_scripts(reader, page):
    """Without scripts a widget is its still picture, and formulas are there."""
    shown = reader(java_script_enabled=False).context.new_page()
    shown.goto(base_url() + page)

    assert shown.locator(":is(kobai-descent, kobai-slices) img").first.is_visible()
    assert shown.locator(".katex").first.is_visible()


@pytest.mark.parametrize("path", ["404.html", "ja/404.html"])
def test_lost_readers_are_led_back(reader, path):
    """The page for a wrong address speaks both languages and leads to both homes."""
    page = reader().open(path)

    hrefs = page.locator("article a").evaluate_all("links => links.map((link) => link.href)")

    assert base_url() in hrefs
    assert base_url() + "ja/" in hrefs


@pytest.mark.parametrize("name", ["numerical_gradient", "gradient_descent", "plotting"])
@pytest.mark.parametrize("home", ["", "ja/"])
def test_exercise_can_be_downloaded(reader, home, name):
    """The lesson offers its exercise as a script and as a notebook."""
    page = reader().open(f"{home}lessons/{name}/")

    hrefs = page.locator("article a").evaluate_all("links => links.map((link) => link.href)")

    for kind in ("py", "ipynb"):
        assert f"{base_url()}{home}assets/exercises/{name}.{kind}" in hrefs
