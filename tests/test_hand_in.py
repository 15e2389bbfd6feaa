"""Work is handed in as it is, with a receipt, and nothing earlier is lost."""

import hashlib
import json
import subprocess
import sys
import threading
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from autograder.frontends import hand_in
from autograder.frontends.hand_in import HandInError
from autograder.submission import find

FUNCTIONS = {
    "numerical_gradient": ("numerical_gradient",),
    "gradient_descent": ("gradient_descent", "descent_path"),
}
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
CODE = "def numerical_gradient(f, x):\n    return x\n"


def home(folder: Path, **more: str) -> Path:
    place = folder / "home"
    place.mkdir()
    for name, text in {"numerical_gradient.py": CODE, **more}.items():
        (place / name).write_text(text, encoding="utf-8")
    return place


def said(parcel: hand_in.Parcel) -> list[str]:
    return [str(warning) for warning in parcel.warnings]


def test_what_is_missing_or_will_fail_is_said_before(tmp_path):
    """Syntax errors with their line, wrong names, other files; nothing is refused."""
    place = home(tmp_path, **{"gradient_decent.py": "x = 1\ny = (\n", "notes.txt": "hello"})

    parcel = hand_in.pack([place, place / "notes.txt"], FUNCTIONS)

    assert [item.name for item in parcel.items] == [
        "gradient_decent.py",
        "numerical_gradient.py",
        "notes.txt",
    ]
    assert said(parcel) == [
        "The file is called gradient_decent.py: did you mean gradient_descent.py?"
        " It was graded as gradient_descent.",
        "gradient_decent.py, line 2: Python cannot read this ('(' was never closed)",
        "notes.txt is not the name of an exercise and will not be graded",
    ]


def test_a_missing_function_and_a_missing_exercise_are_named(tmp_path):
    """What the grader will look for and not find."""
    place = home(tmp_path)
    (place / "numerical_gradient.py").write_text("def numercial_gradient(f, x): ...\n")

    assert said(hand_in.pack([place], FUNCTIONS)) == [
        "numerical_gradient.py: there is no function numerical_gradient in it",
        "gradient_descent is missing",
    ]


def test_an_exercise_that_was_not_begun_is_said(tmp_path):
    """Its stub may be handed in, but not unawares."""
    place = home(tmp_path)
    stub = (Path(__file__).parents[1] / "exercises" / "numerical_gradient.py").read_text("utf-8")
    (place / "numerical_gradient.py").write_text(stub, "utf-8")

    assert said(hand_in.pack([place], FUNCTIONS)) == [
        "numerical_gradient.py: nothing is written in it yet",
        "gradient_descent is missing",
    ]


def test_a_folder_keeps_every_attempt_with_a_receipt(tmp_path):
    """The second attempt changes nothing of the first; the receipts have hashes and times."""
    place = tmp_path / "box"
    place.mkdir()
    work = home(tmp_path)

    first = hand_in.to_folder(hand_in.pack([work], FUNCTIONS), place, "山田 太郎", NOW)
    (work / "numerical_gradient.py").write_text(CODE + "# better\n")
    second = hand_in.to_folder(hand_in.pack([work], FUNCTIONS), place, "山田 太郎", NOW)

    assert (first.attempt, second.attempt) == (1, 2)
    assert (first.place / "numerical_gradient.py").read_text() == CODE
    content = json.loads((second.place / "receipt.json").read_text(encoding="utf-8"))
    data = (second.place / "numerical_gradient.py").read_bytes()
    assert content == {
        "version": 1,
        "student": "山田 太郎",
        "attempt": 2,
        "time": "2026-11-20T12:00:00+00:00",
        "files": [{"name": "numerical_gradient.py", "sha256": hashlib.sha256(data).hexdigest()}],
    }


def test_what_was_handed_in_is_what_is_graded(tmp_path):
    """The folder of attempts is a place that can be graded: the last attempt, with its time."""
    place = tmp_path / "box"
    place.mkdir()
    work = home(tmp_path)
    for text in ("first = 1\n", CODE):
        (work / "numerical_gradient.py").write_text(text)
        hand_in.to_folder(hand_in.pack([work], FUNCTIONS), place, "alice", NOW)

    (one,) = find(place, tuple(FUNCTIONS)).submissions

    assert (one.student, one.source, one.time) == ("alice", CODE, NOW)


def test_two_at_once_get_two_attempts(tmp_path):
    """Nothing is overwritten when a student hands in on two machines."""
    place = tmp_path / "box"
    place.mkdir()
    parcel = hand_in.pack([home(tmp_path)], FUNCTIONS)
    attempts = []
    threads = [
        threading.Thread(
            target=lambda: attempts.append(hand_in.to_folder(parcel, place, "alice", NOW).attempt)
        )
        for _number in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(attempts) == list(range(1, 9))
    assert len(list((place / "alice").iterdir())) == 8


def test_a_dangerous_name_stays_in_the_folder(tmp_path):
    """A student's name is one step of a path, whatever it is."""
    place = tmp_path / "box"
    place.mkdir()

    receipt = hand_in.to_folder(hand_in.pack([home(tmp_path)], FUNCTIONS), place, "../../etc", NOW)

    assert receipt.place.parent.parent == place


def test_a_zip_to_upload_is_new_every_time_and_can_be_graded(tmp_path):
    """An earlier archive is kept; the new one gets the next number."""
    parcel = hand_in.pack([home(tmp_path)], FUNCTIONS)

    one = hand_in.to_zip(parcel, tmp_path / "alice.zip")
    two = hand_in.to_zip(parcel, tmp_path / "alice.zip")

    assert (one.name, two.name) == ("alice.zip", "alice-2.zip")
    assert one.read_bytes() == two.read_bytes()
    with zipfile.ZipFile(one) as archive:
        assert archive.read("numerical_gradient.py") == CODE.encode()


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda place: place / "nowhere.py", "could not be read"),
        (lambda place: place / "empty", "nothing to hand in"),
        (lambda place: place / "link.py", "link"),
    ],
)
def test_what_cannot_be_read_is_an_error_in_words(tmp_path, make, words):
    """The file and why; nothing was handed in."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "link.py").symlink_to("/etc/hostname")

    with pytest.raises(HandInError, match=words):
        hand_in.pack([make(tmp_path)], FUNCTIONS)


def test_two_files_of_one_name_are_not_mixed_up(tmp_path):
    """One would replace the other in silence."""
    work = home(tmp_path)
    other = tmp_path / "other"
    other.mkdir()
    (other / "numerical_gradient.py").write_text("x = 2\n")

    with pytest.raises(HandInError, match="Two different files"):
        hand_in.pack([work, other], FUNCTIONS)


def test_a_place_that_is_not_there_is_an_error_in_words(tmp_path):
    """A folder that nobody made is not made by a student's typing error."""
    parcel = hand_in.pack([home(tmp_path)], FUNCTIONS)

    with pytest.raises(HandInError, match="is no folder"):
        hand_in.to_folder(parcel, tmp_path / "bok", "alice", NOW)
    (tmp_path / "file").touch()
    with pytest.raises(HandInError, match="cannot be written"):
        hand_in.to_zip(parcel, tmp_path / "file" / "alice.zip")


def test_nbgraders_exchange_takes_it(tmp_path, monkeypatch):
    """The real program, with an exchange in a folder; and its words when it does not take it."""
    pytest.importorskip("nbgrader")
    inbound = tmp_path / "exchange" / "kobai" / "inbound"
    inbound.mkdir(parents=True)
    (inbound.parent / "outbound" / "minimum").mkdir(parents=True)
    for folder in (inbound, inbound.parent, inbound.parent.parent):
        folder.chmod(0o777)
    for name in ("HOME", "IPYTHONDIR", "JUPYTER_DATA_DIR", "JUPYTER_CONFIG_DIR"):
        monkeypatch.setenv(name, str(tmp_path / "jupyter"))
    notebook = json.dumps(
        {
            "cells": [
                {
                    "cell_type": "code",
                    "execution_count": None,
                    "id": "a",
                    "metadata": {},
                    "outputs": [],
                    "source": CODE,
                }
            ],
            "metadata": {},
            "nbformat": 4,
            "nbformat_minor": 5,
        }
    )
    work = home(tmp_path, **{"gradient_descent.ipynb": notebook})
    parcel = hand_in.pack([work], FUNCTIONS)
    settings = (
        f"--Exchange.root={tmp_path / 'exchange'}",
        f"--Exchange.cache={tmp_path / 'cache'}",
        "--ExchangeSubmit.strict=False",
    )

    hand_in.to_exchange(parcel, "kobai", "minimum", "alice", settings)

    (taken,) = inbound.iterdir()
    assert taken.name.startswith("alice+minimum+")
    assert (taken / "numerical_gradient.py").read_text() == CODE
    with pytest.raises(HandInError, match="nbgrader did not take it"):
        hand_in.to_exchange(parcel, "no-such-course", "minimum", "alice", settings)


def test_handing_in_needs_no_library_of_the_grader():
    """Students have numpy at most; the module loads nothing beyond the standard library."""
    code = (
        "import sys, autograder.frontends.hand_in;"
        "print([m for m in ('numpy', 'nbgrader', 'sqlalchemy', 'matplotlib') if m in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
