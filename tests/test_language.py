"""Texts: a sentence in every language that has a catalogue."""

import io
import json
import pickle
import subprocess
import sys

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from autograder.language import NOTHING, Text, _, joined, languages, listed, plain

SPEAK = """\
import json, sys
from pathlib import Path
from autograder.language import _, add_catalogues, languages
from autograder.verdict import CheckResult, Outcome, Verdict
from autograder import report
add_catalogues(Path(sys.argv[1]))
title = _('passed')
verdict = Verdict("mia", "adding", (CheckResult("a", title, Outcome.PASSED, 1.0),))
written = json.loads(verdict.dumps())["checks"][0]
page = report.page([verdict], report.Shown("de"))
title = written["translations"]["de"]["title"]
print(json.dumps([languages(), title, 'data-language="de"' in page]))
"""


@pytest.fixture
def german(tmp_path):
    """A folder with one sentence of ours in German."""
    catalogue = Catalog(locale="de")
    catalogue.add("passed", "bestanden")
    content = io.BytesIO()
    write_mo(content, catalogue)
    place = tmp_path / "de" / "LC_MESSAGES" / "autograder.mo"
    place.parent.mkdir(parents=True)
    place.write_bytes(content.getvalue())
    return tmp_path


def test_a_third_language_is_one_catalogue(german):
    """With a catalogue more, verdict files and pages speak one language more."""
    done = subprocess.run(
        [sys.executable, "-c", SPEAK, str(german)], capture_output=True, text=True, check=True
    )

    assert json.loads(done.stdout) == [["en", "de", "ja"], "bestanden", True]


def test_a_sentence_is_english_where_a_language_does_not_know_it():
    """A text without Japanese reads as in English, and never as nothing."""
    assert Text(en="only here").to("ja") == "only here"
    assert plain(3).words() == dict.fromkeys(languages(), "3")


def test_a_text_without_english_is_refused():
    """English stands in for what is missing, so it has to be there."""
    with pytest.raises(TypeError, match="'en'"):
        Text(ja="日本語だけ")


def test_texts_travel_between_processes():
    """A sentence of the source and one that was filled come back as they went."""
    sentence, filled = _("passed"), _("{path}: {reason}").format(path="a", reason=_("passed"))

    assert pickle.loads(pickle.dumps((sentence, filled))) == (sentence, filled)


def test_things_are_set_in_a_row_as_each_language_does():
    """Japanese has its own comma, and no space between two sentences."""
    things = [plain("a"), plain("b"), plain("c")]

    assert listed(things).words() == {"en": "a, b, c", "ja": "a、b、c"}
    assert joined(things).words() == {"en": "a b c", "ja": "abc"}
    assert joined([]) == NOTHING
