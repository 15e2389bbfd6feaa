"""The catalogue: every sentence has its Japanese, and the tool sees when one has not."""

from __future__ import annotations

import gettext
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from autograder import language
from autograder.course import Course
from autograder.language import DOMAIN, catalogues
from tools import catalogue

CHECKS = """
from autograder.checking import _, fail

HINT = _("Look {where} again.")

@points(1)
def check_sum(student):
    \"\"\"the sum is right

    Not a part of the title.
    \"\"\"
    fail(_("the sum"
           " is {sum}").format(sum=1), hint=HINT)

def helper():
    \"\"\"no title\"\"\"
"""


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Give a folder laid out like this repository, with four sentences in it."""
    checks, templates = tmp_path / "autograder/checks", tmp_path / "autograder/report/templates"
    checks.mkdir(parents=True)
    templates.mkdir(parents=True)
    (checks / "check_adding.py").write_text(CHECKS, "utf-8")
    (templates / "page.html").write_text("<p>{{ _('The sum') }} {{ total }}</p>", "utf-8")
    return tmp_path


def translated(**pairs: str) -> Catalog:
    """Give a catalogue of sentences and their Japanese."""
    known = Catalog(locale="ja")
    for sentence, japanese in pairs.items():
        known.add(sentence.replace("_", " "), japanese)
    return known


def test_every_sentence_has_its_japanese():
    """Nothing is missing, stale, fuzzy or obsolete; names in braces and code are the same."""
    found = list(catalogue.problems(catalogue.load(), catalogue.template()))

    assert not found, "\n".join(found) + "\nrun `make messages`, then translate"


def test_the_catalogue_is_written_as_the_tool_writes_it(tmp_path):
    """Order and form are the tool's, so that two people's changes do not collide."""
    again = tmp_path / "again.po"

    catalogue.save(catalogue.load(), again)

    assert again.read_text("utf-8") == catalogue.PO.read_text("utf-8")


def test_every_title_is_said_in_both_languages():
    """The titles of all checks, hidden ones too, are known to the compiled catalogue."""
    course = Course.at(catalogue.ROOT)
    checks = [check for one in course.exercises.values() for check in one.checks]

    known = catalogue.load()

    assert len(checks) > 25
    assert all(known.get(check.title.en).string for check in checks)
    assert set(Course().exercises) == set(course.exercises)


def test_sentences_come_from_calls_templates_and_titles(course):
    """Joined strings, constants, Jinja and the first lines of the docstrings of checks."""
    found = {message.id for message in catalogue.template(course) if message.id}

    assert found == {"Look {where} again.", "the sum is right", "the sum is {sum}", "The sum"}


def test_update_keeps_what_is_translated_and_marks_what_changed(course, tmp_path):
    """A sentence that changes a little keeps its old Japanese, marked fuzzy until it is read."""
    file = tmp_path / "ja" / f"{DOMAIN}.po"
    catalogue.update(file, course)
    known = catalogue.load(file)
    for message in known:
        if message.id:
            message.string = f"和 {message.id}"
    catalogue.save(known, file)

    checks = course / "autograder/checks/check_adding.py"
    checks.write_text(CHECKS.replace("the sum is right", "the sum is quite right"), "utf-8")
    catalogue.update(file, course)

    found = list(catalogue.problems(catalogue.load(file), catalogue.template(course)))
    assert [line.partition(":")[0] for line in found] == ["fuzzy"]
    assert "和 Look {where} again." in file.read_text("utf-8")
    assert "check_adding.py:" not in file.read_text("utf-8")


def test_a_compiled_catalogue_is_what_gettext_reads(tmp_path):
    """Compiling writes the .mo beside the .po, without fuzzy sentences."""
    file = tmp_path / "ja" / "LC_MESSAGES" / f"{DOMAIN}.po"
    known = translated(the_sum="和")
    known.add("almost", "ほとんど", flags=["fuzzy"])
    catalogue.save(known, file)

    catalogue.compile_catalogue(file)

    read = gettext.translation(DOMAIN, tmp_path, ["ja"])
    assert read.gettext("the sum") == "和"
    assert read.gettext("almost") == "almost"


def test_what_is_missing_stale_or_fuzzy_is_named():
    """Each kind of trouble gives one line that names it."""
    sources = translated(one="", two="", three="")
    known = translated(one="", two="二", gone="無")
    known.add("three", "三", flags=["fuzzy"])

    found = [line.partition(" (")[0] for line in catalogue.problems(known, sources)]

    assert found == ["missing: 'one'", "stale: 'gone' is said nowhere", "fuzzy: 'three'"]


@pytest.mark.parametrize(
    ("sentence", "japanese", "fault"),
    [
        ("we got {got}", "答えは {value} です", "other names in braces"),
        ("{size:.1f} MB here", "{size} MB です", "other names in braces"),
        ("we got {got}", "答えは {got です", "a brace stands alone"),
        ("`{name}` gave none", "{name} が返しません", "other code between backticks"),
        ("Try again.", "Try again.", "not in Japanese"),
        ("called “{label}”", "名前は「{label} です", "a quotation that does not end"),
    ],
)
def test_a_faulty_translation_is_named(sentence, japanese, fault):
    """A machine cannot read Japanese, but it can count braces, backticks and brackets."""
    assert list(catalogue.faults(sentence, japanese)) == [fault]


@pytest.mark.parametrize(
    ("sentence", "japanese"),
    [("{path}: {reason}", "{path}：{reason}"), ("{a} of {b}", "{b} 個中 {a} 個")],
)
def test_a_sound_translation_passes(sentence, japanese):
    """Order may change; a sentence of names alone needs no Japanese."""
    assert not list(catalogue.faults(sentence, japanese))


def test_what_is_compiled_is_what_is_written():
    """The catalogue that the autograder reads is not older than its source: `make` compiles it."""
    compiled = catalogues.catalogue("ja")

    assert all(
        compiled.gettext(message.id) == message.string
        for message in catalogue.load()
        if message.id and not message.fuzzy
    )


def test_a_text_is_filled_in_both_languages():
    """What the checks say reaches the student in the language of choice, with its numbers."""
    text = language._("at {x} your function gave {got}; the gradient is {truth}")

    said = text.format(x="(1, 2)", got="(4, 24)", truth="(2, 12)")

    assert said.en == "at (1, 2) your function gave (4, 24); the gradient is (2, 12)"
    assert said.to("ja") == "(1, 2) での答えは (4, 24) でした。正しい勾配は (2, 12) です"
