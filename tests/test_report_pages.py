"""The pages: the same verdict as everywhere, harmless, whole in one file."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from verdicts import EXERCISES, a_class, failed, passed, review, verdict

from autograder import gradebook, report
from autograder.language import Text
from autograder.report.numbers import number
from autograder.verdict import CheckResult, Outcome, files
from autograder.verdict.results import Results

POINTS = dict.fromkeys(EXERCISES, 15.0)
VOID = {"meta", "input", "br", "img", "link", "hr", "wbr"}


class Page(HTMLParser):
    """A page as a browser would see it: elements with their attributes and text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None], list[str]]] = []
        self._open: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.unbalanced: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag == "td":
            self.handle_data(" ")
        element = (tag, dict(attrs), [])
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs), []))

    def handle_endtag(self, tag):
        if not self._open or self._open.pop()[0] != tag:
            self.unbalanced.append(tag)

    def handle_data(self, data):
        for _tag, _attributes, words in self._open:
            words.append(data)

    def all(self, tag: str, **attributes: str):
        """Give the attributes and the text of the elements of a kind."""
        return [
            (own, "".join(words))
            for name, own, words in self.elements
            if name == tag and all(own.get(key) == value for key, value in attributes.items())
        ]

    def text(self, tag: str, **attributes: str) -> str:
        """Give the text of the one element of a kind."""
        ((_own, words),) = self.all(tag, **attributes)
        return words


def index_of(folder: Path, verdicts, exercises=None) -> Page:
    """Write the pages, and read the class page."""
    report.write(Results(folder), verdicts, report.Shown(points=exercises) if exercises else None)
    return Page(Results(folder).index.read_text(encoding="utf-8"))


def test_the_page_and_the_terminal_show_the_same_verdict():
    """Every check is on the page, with the outcome and the score of the verdict."""
    one = verdict(passed(), failed(), review())

    shown = Page(report.page([one])).all("li", **{"data-exercise": one.exercise})

    assert [
        (own["data-check"], own["data-outcome"], own["data-score"]) for own, _words in shown
    ] == [(check.name, check.outcome.value, number(check.score)) for check in one.checks]
    for (_own, words), check in zip(shown, one.checks, strict=True):
        assert check.title.en in words
        assert check.title.to("ja") in words
        if check.outcome is Outcome.FAILED:
            assert all(
                said in words and said in report.text(one, language)
                for language in ("en", "ja")
                for said in (check.feedback.message.to(language), check.feedback.hint.to(language))
            )


def test_a_lesson_is_linked_in_both_languages():
    """The link leads to the misconception's own heading, on the site of the language."""
    site = "https://example.org/"
    links = Page(report.page([verdict(failed())], report.Shown("en", site=site))).all("a")

    addresses = {own["lang"]: own["href"] for own, _words in links if "#forward" in own["href"]}
    assert addresses["en"].endswith("/lessons/numerical_gradient/#forward-difference")
    assert addresses["ja"].endswith("/ja/lessons/numerical_gradient/#forward-difference")


def test_the_line_that_matters_is_marked():
    """In the whole code and in the lines beside the check, this line alone is marked."""
    marked = Page(report.page([verdict(failed(line=12))])).all("mark")

    assert [words.strip() for _own, words in marked] == ["grad[idx] = (ahead - f(x)) / h"] * 2


def test_an_exercise_not_handed_in_counts(tmp_path):
    """The student's page names it, and its total is the one of the class page."""
    index = index_of(tmp_path, [verdict(passed())], {"numerical_gradient": 2.0, "plotting": 6.0})

    page = Results(tmp_path).page("aoki").read_text(encoding="utf-8")
    assert "not handed in: 0 of 6 points" in page
    assert "of 8 points" in page
    assert ["aoki", "2", "–", "2"] in [words.split() for _own, words in index.all("tr")]


def test_an_error_of_ours_is_no_score_on_any_page(tmp_path):
    """The student is told that someone will look; the class page lists the student for review."""
    index = index_of(tmp_path, [verdict(passed(), review())])

    assert "Not scored yet" in Results(tmp_path).page("aoki").read_text(encoding="utf-8")
    assert index.text("dd", id="count-review") == "1"
    assert [words for _own, words in index.all("td", **{"class": "open"})] == ["?", "?"]
    assert index.text("dd", id="count-mean") == "–"  # an average of nobody is none


EVIL = [
    "<script>alert(1)</script>",
    "</pre></code><img src=x onerror=alert(1)>",
    "\x1b[31mred\x1b[0m",
    "\u202egnp.exe\u2066",
    "\ud800",
    "\x00\x0b\ufeff\ufffe",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;b&gt;",
]


@pytest.mark.parametrize("evil", EVIL)
def test_words_of_a_student_are_text_everywhere(evil):
    """In the name, the code, the output and the feedback: never markup, never acting."""
    label = {"is_3d": False, "labels": [evil, evil], "limits": [[0, 1], [0, 1]], "artists": []}
    one = verdict(
        failed(
            message=Text(en=evil, ja=evil),
            hint=Text(en=evil, ja=evil),
            evidence={"pictures": [{"heading": {"en": evil}, "figure": {"panels": [label]}}]},
        ),
        student=evil,
        notes=(Text(en=evil, ja=evil),),
        output=evil,
        source=f"x = 1  # {evil}",
    )

    html = report.page([one])

    html.encode("utf-8")
    page = Page(html)
    assert not page.unbalanced
    assert len(page.all("script")) == 1
    assert not page.all("img")
    assert not re.search(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe]", html
    )
    assert not [key for _tag, own, _words in page.elements for key in own if key.startswith("on")]


def test_the_policy_allows_the_page_s_own_style_and_script_alone(tmp_path):
    """Nothing is loaded from anywhere, and no attribute acts or styles."""
    index = index_of(tmp_path, a_class(3))
    for page in (index, Page(report.page([verdict()]))):
        policy = next(
            own["content"]
            for own, _words in page.all("meta")
            if own.get("http-equiv") == "Content-Security-Policy"
        )

        for tag in ("style", "script"):
            digest = hashlib.sha256(page.text(tag).encode("utf-8")).digest()
            assert f"{tag}-src 'sha256-{base64.b64encode(digest).decode()}'" in policy
        assert "default-src 'none'" in policy
        assert "strict-dynamic" not in policy
        loading = {"src", "srcset", "style", "data", "action", "xlink:href"}
        assert not [own for _tag, own, _words in page.elements if loading & own.keys()]
        assert not page.all("link")


def test_pages_are_balanced_and_ids_are_unique(tmp_path):
    """Every element that is opened is closed, and no two share an id."""
    index = index_of(tmp_path, a_class(20))
    student = Page(report.page(list(a_class(1)), report.Shown(points=POINTS)))

    for page in (index, student):
        ids = [own["id"] for _tag, own, _words in page.elements if "id" in own]
        assert not page.unbalanced
        assert len(ids) == len(set(ids))


def test_every_picture_is_told_in_words():
    """A picture names the element that says what it shows, or is a decoration."""
    page = Page(report.page(list(a_class(1))))
    ids = {own["id"]: words for _tag, own, words in page.elements if "id" in own}

    pictures = [own for own, _words in page.all("svg") if own.get("role") == "img"]
    assert pictures
    assert all("".join(ids[own["aria-labelledby"]]).strip() for own in pictures)


def test_every_number_of_the_class_equals_the_verdict_files(tmp_path):
    """Scores, totals, passes and misconceptions are counted again from the files, and agree."""
    places = Results(tmp_path)
    for one in a_class(40, seed=3):
        files.write(places.verdict(one.student, one.exercise), one.dumps())
    index = index_of(tmp_path, places.verdicts(), POINTS)
    written = [json.loads(path.read_text()) for path in tmp_path.glob("verdicts/*/*.json")]
    students = sorted({file["student"] for file in written})

    scores = {(file["student"], file["exercise"]): file for file in written}
    rows = [words.split() for _own, words in index.all("tr") if words.startswith("student")]
    assert rows == [
        [
            student,
            *(_shown(scores.get((student, exercise))) for exercise in EXERCISES),
            _total([file for file in written if file["student"] == student]),
        ]
        for student in students
    ]
    for own, _words in index.all("tr"):
        if "data-passed" in own:
            outcomes = [
                check["outcome"]
                for file in written
                for check in file["checks"]
                if (file["exercise"], check["name"]) == (own["data-exercise"], own["data-check"])
            ]
            assert int(own["data-passed"]) == outcomes.count("passed")
            assert int(own["data-settled"]) == len(outcomes) - outcomes.count("error")
    diagnosed = [own for own, _words in index.all("li") if "data-misconception" in own]
    assert {
        (own["data-exercise"], own["data-misconception"]): int(own["data-students"])
        for own in diagnosed
    } == _diagnosed(written)
    assert index.text("dd", id="count-students") == str(len(students))


def _shown(file) -> str:
    return "–" if file is None else "?" if file["needs_review"] else number(file["score"])


def _total(files) -> str:
    if any(file["needs_review"] for file in files):
        return "?"
    return number(sum(file["score"] for file in files))


def _diagnosed(files) -> dict[tuple[str, str], int]:
    pairs = {
        (file["exercise"], check["misconception"], file["student"])
        for file in files
        for check in file["checks"]
        if check["misconception"]
    }
    keys = {pair[:2] for pair in pairs}
    return {key: sum(pair[:2] == key for pair in pairs) for key in keys}


def test_those_who_have_a_misconception_are_linked(tmp_path):
    """Its entry links to the page of each of them, and the pages are there."""
    index = index_of(tmp_path, a_class(10))

    links = [own["href"] for own, _words in index.all("a") if own["href"].startswith("feedback/")]
    assert links
    assert all((tmp_path / link).is_file() for link in links)


def test_odd_names_lead_to_pages_inside_the_folder(tmp_path):
    """A student may be called like a path, a device or a query; the link still works."""
    names = ["../../etc/passwd", "a b", "山田 太郎", "con", "50%", "who?#1", ".", 'quote"']

    index = index_of(tmp_path, [verdict(passed(), student=name) for name in names])

    pages = list((tmp_path / "feedback").iterdir())
    assert len(pages) == len(names)
    assert {path.name for path in tmp_path.iterdir()} == {"feedback", "index.html"}
    links = [own["href"] for own, _words in index.all("a") if own["href"].startswith("feedback/")]
    assert not [link for link in links if re.search('[ "#?]', link)]


def test_verdicts_that_came_apart_are_refused(tmp_path):
    """A student's page needs all verdicts of theirs at once."""
    verdicts = [verdict(student="aoki"), verdict(student="baba"), verdict(student="aoki")]

    with pytest.raises(ValueError, match="'aoki' do not stand together"):
        report.write(Results(tmp_path), verdicts)


def test_the_same_verdicts_give_the_same_bytes(tmp_path):
    """Nothing on a page depends on when or how often it is made."""
    for folder in ("one", "two"):
        report.write(Results(tmp_path / folder), a_class(3))

    one, two = (
        [path.read_bytes() for path in sorted((tmp_path / folder).rglob("*.html"))]
        for folder in ("one", "two")
    )
    assert one == two


def test_giants_stay_small():
    """Code and output of megabytes, and a thousand odd checks' worth of words, fit into 1 MB."""
    one = verdict(
        *(failed(f"check{index}") for index in range(30)),
        source="x = '" + "<" * 1_000_000 + "'\n" + "y = 1\n" * 100_000,
        output="<&>" * 1_000_000,
    )

    assert len(report.page([one]).encode("utf-8")) < 1_000_000


def test_the_page_of_a_class_of_2000_stays_under_3_mb(tmp_path):
    """The class page holds counts and names, no code and no picture of anyone."""
    everyone = list(a_class(2000))
    book, counts = gradebook.of(everyone, POINTS), report.Counts.of(everyone)

    html = report.class_page(book, counts, report.Shown(), Results(tmp_path))

    assert len(html.encode("utf-8")) < 3_000_000


def test_facts_of_the_run_are_shown(tmp_path):
    """Time and versions come from run.json; a damaged one is as good as none."""
    run = {"seconds": 12.34, "versions": {"kobai": "0.1.0"}, "exercises": {"plotting": 6}}
    files.write(Results(tmp_path).run, json.dumps(run))

    index = index_of(tmp_path, [verdict(passed())])

    assert [words for _own, words in index.all("dd")][-2:] == ["12.3 s", "kobai 0.1.0"]
    assert "not handed in: 0 of 6" in Results(tmp_path).page("aoki").read_text(encoding="utf-8")
    files.write(Results(tmp_path).run, "[1, 2")
    assert not index_of(tmp_path, [verdict(passed())]).all("h2", id="run")


def test_only_a_page_that_watches_takes_scripts_from_beside_it():
    """What is sent to students runs the one script that its policy names, and nothing else."""
    pages = [Page(report.page([verdict()], is_watching=watching)) for watching in (True, False)]
    policies = [page.all("meta", **{"http-equiv": "Content-Security-Policy"}) for page in pages]

    assert ["strict-dynamic" in own["content"] for ((own, _words),) in policies] == [True, False]
    assert [".newest.js" in page.text("script") for page in pages] == [True, False]


def test_code_in_a_sentence_is_code_and_nothing_else():
    """What stands between backticks is set as code, escaped like everything."""
    page = Page(report.page([verdict(failed(message=Text(en="there is no `f<b>` here", ja="")))]))

    assert "f<b>" in [words for _own, words in page.all("code")]
    assert not [own for own, _words in page.all("b") if own]


def test_checks_that_passed_or_were_not_reached_stand_together():
    """Three or more in a row are folded into one line; all of them are still there."""
    waiting = [CheckResult(f"c{n}", Text(en="t", ja="t"), Outcome.SKIPPED, 1.0) for n in range(4)]
    right = [passed(f"p{n}") for n in range(3)]
    page = Page(report.page([verdict(*right, failed(), *waiting, passed())]))

    assert len(page.all("li", **{"class": "folded waiting"})) == 1
    assert len(page.all("li", **{"data-outcome": "skipped"})) == 4
    assert len(page.all("li", **{"class": "folded done"})) == 1
    assert len(page.all("li", **{"data-outcome": "passed"})) == 4


ODD = {
    "evidence that cannot be drawn": {"evidence": ["no picture"]},
    "code that fills the page": {"source": "x\n" * 19_999},
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_a_page_that_cannot_be_shown_whole_is_shown_without_what_is_odd(tmp_path, odd):
    """Its scores and sentences stand there, and everybody else's page is the same as without it."""
    honest = [verdict(student="aoki"), verdict(student="mia")]
    check = failed(evidence=odd.get("evidence", {}))
    own = [
        verdict(check, student="bo", exercise=name, source=odd.get("source", ""))
        for name in EXERCISES
    ]
    alone, places = Results(tmp_path / "alone"), Results(tmp_path / "all")
    report.write(alone, honest)

    report.write(places, [honest[0], *own, honest[1]])

    page = places.page("bo").read_text(encoding="utf-8")
    assert len(page) < 200_000
    assert "this page is without your code" in page
    assert "f was evaluated at x and x + h only" in page
    for student in ("aoki", "mia"):
        assert places.page(student).read_bytes() == alone.page(student).read_bytes()
