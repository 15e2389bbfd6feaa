"""The same checks run in Gradescope's container and on GitHub's runners."""

import ast
import base64
import json
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from autograder.course import Course
from autograder.course.exercise import ExerciseError
from autograder.frontends import github, gradescope, gradescope_bundle, one_student
from autograder.language import Text
from autograder.sandbox.kind import Kind
from autograder.verdict import CheckResult, Feedback, Outcome, Verdict

ROOT = Path(__file__).parent.parent
NAMES = tuple(path.stem for path in sorted((ROOT / "solutions").glob("*.py")))
PURELIB = 'import sysconfig; print(sysconfig.get_path("purelib"))'
TRICK = "<script>alert(1)</script> [x](javascript:1) | `a`\n::error::x"


def verdict(exercise: str, outcome: Outcome = Outcome.FAILED) -> Verdict:
    feedback = Feedback(Text(en=TRICK, ja=TRICK), Text(en="Step back too.", ja="後ろにも。"))
    checks = (
        CheckResult("a", Text(en="right", ja="正しい"), Outcome.PASSED, 4.0),
        CheckResult("b", Text(en="both sides", ja="両側"), outcome, 2.0, feedback),
    )
    return Verdict("alice", exercise, checks, notes=(Text(en="converted", ja="変換しました"),))


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Path:
    """A copy of the course, whose secret a bundle makes and takes along."""
    place = tmp_path_factory.mktemp("course")
    for part in ("solutions", "autograder/checks"):
        shutil.copytree(ROOT / part, place / part)
    shutil.copy(ROOT / "course.toml", place)
    return place


@pytest.fixture(scope="module")
def container(course, tmp_path_factory) -> Path:
    """Gradescope's folder /autograder, with our zip unpacked in it and a submission."""
    home = tmp_path_factory.mktemp("autograder")
    path = gradescope_bundle.gradescope_bundle(course, home / "autograder.zip", "ja", Kind.TRUST)
    with zipfile.ZipFile(path) as archive:
        archive.extractall(home / "source")
    build(home)
    (home / "submission").mkdir()
    (home / "results").mkdir()
    metadata = {"users": [{"email": "alice@example.org", "id": 1, "name": "Alice"}]}
    (home / "submission_metadata.json").write_text(json.dumps(metadata))
    return home


def build(home: Path) -> None:
    """Run setup.sh in this folder, with the libraries that are here instead of new ones."""
    kept = [line for line in gradescope_bundle.SETUP.splitlines() if "apt-get" not in line]
    script = "\n".join(kept).replace("/autograder", str(home))
    # Its packages are taken from here, so nothing has to install any, nor be able to.
    script = script.replace("python3 -m venv", f"{sys.executable} -m venv --without-pip")
    install = script.index(f"{home}/environment/bin/python -m pip")
    libraries = sysconfig.get_path("purelib")
    # This adds the folder, but not what .pth files in it would add: not our package.
    linked = f"echo {libraries} > $({home}/environment/bin/python -c '{PURELIB}')/here.pth"
    script = f"{script[:install]}{linked}\n{script[script.index('# The package') :]}"
    subprocess.run(["bash", "-c", script], check=True)


def run(home: Path) -> dict:
    """Run run_autograder, with the package of the zip and nothing of ours."""
    script = (home / "source" / "run_autograder").read_text().replace("/autograder", str(home))
    done = subprocess.run(
        ["bash", "-c", f'{script.rstrip()} --home "{home}"'],
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads((home / "results" / "results.json").read_text(encoding="utf-8"))


def test_gradescope_gives_the_reference_every_point_and_a_stub_none(container):
    """The zip alone, in the form that Gradescope runs it; a test for each check, in Japanese."""
    first, *others = NAMES
    text = (ROOT / "solutions" / f"{first}.py").read_text(encoding="utf-8")
    (container / "submission" / f"{first}.py").write_text(text, encoding="utf-8")
    stub = (ROOT / "exercises" / f"{others[0]}.py").read_text(encoding="utf-8")
    (container / "submission" / f"{others[0]}.py").write_text(stub, encoding="utf-8")

    content = run(container)

    points = Course.at(ROOT).points
    scores = {
        name: (
            sum(test["score"] for test in content["tests"] if test["name"].startswith(name)),
            sum(test["max_score"] for test in content["tests"] if test["name"].startswith(name)),
        )
        for name in NAMES
    }
    assert scores[first] == (points[first], points[first])
    assert scores[others[0]] == (0.0, points[others[0]])
    assert scores[others[1]] == (0.0, points[others[1]])
    assert all({"name", "score", "max_score", "status"} <= set(test) for test in content["tests"])
    assert any(ord(letter) > 0x3000 for letter in content["tests"][0]["name"])


def test_an_empty_upload_is_no_crash(container):
    """A student who uploads something else reads what is missing, with 0 points."""
    for path in (container / "submission").iterdir():
        path.unlink()
    (container / "submission" / "essay.pdf").write_bytes(b"%PDF")

    content = run(container)

    assert [test["score"] for test in content["tests"]] == [0.0] * len(NAMES)


def test_our_error_leaves_no_score_in_gradescope(container, monkeypatch, capsys):
    """Without results.json the staff is told; with one it would be a zero."""
    found = {NAMES[0]: verdict(NAMES[0], Outcome.ERROR)}
    monkeypatch.setattr(one_student, "verdicts", lambda *_all: found)
    (container / "results" / "results.json").unlink(missing_ok=True)

    status = gradescope.main(["--home", str(container)])

    assert status == 1
    assert not (container / "results" / "results.json").exists()
    assert NAMES[0] in capsys.readouterr().err


def test_the_zip_keeps_the_solutions_from_other_users(course, container, tmp_path):
    """Their files are the owner's alone, and the zip is the same every time."""
    again = gradescope_bundle.gradescope_bundle(course, tmp_path / "again.zip", "ja", Kind.TRUST)

    assert again.read_bytes() == (container / "autograder.zip").read_bytes()
    with zipfile.ZipFile(again) as archive:
        modes = {info.filename: info.external_attr >> 16 for info in archive.infolist()}
    assert {mode for name, mode in modes.items() if name.startswith("course/")} == {0o600}
    assert modes["run_autograder"] == 0o755
    assert any(name.startswith("course/solutions/checks/") for name in modes)
    with pytest.raises(ExerciseError, match="not found"):
        gradescope_bundle.gradescope_bundle(tmp_path, tmp_path / "x.zip", "en")


def test_the_zip_names_the_versions_that_run_here(container):
    """A container that is built next year grades as this machine does."""
    lines = (container / "source" / "requirements.txt").read_text().splitlines()

    assert any(line.startswith("jinja2==") for line in lines)
    assert all("==" in line for line in lines if "platform_system" not in line)


def test_the_scripts_of_the_zip_are_shell():
    """bash reads them without a complaint."""
    for script in (gradescope_bundle.SETUP, gradescope_bundle.RUN):
        subprocess.run(["bash", "-n"], input=script, text=True, check=True)


def test_github_writes_a_summary_and_the_points(tmp_path, monkeypatch, capsys):
    """What a push earned stands on the run's page, and goes to GitHub Classroom in its form."""
    name = NAMES[0]
    text = (ROOT / "solutions" / f"{name}.py").read_text(encoding="utf-8")
    place = tmp_path / "repository"
    place.mkdir()
    (place / f"{name}.py").write_text(text, encoding="utf-8")
    for variable in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT"):
        monkeypatch.setenv(variable, str(tmp_path / variable))

    status = github.main([str(place), "--language", "ja"])

    points = Course().points
    page = (tmp_path / "GITHUB_STEP_SUMMARY").read_text(encoding="utf-8")
    assert status == 1
    assert all(f"## {one}" in page for one in NAMES)
    assert page.count("✅") == len(Course().exercises[name].checks)
    output = (tmp_path / "GITHUB_OUTPUT").read_text()
    content = json.loads(base64.b64decode(output.removeprefix("result=")))
    assert content["max_score"] == sum(points.values())
    assert {test["name"]: test["score"] for test in content["tests"]} == {
        one: points[one] if one == name else 0.0 for one in NAMES
    }
    assert capsys.readouterr().out.startswith("## ")


def test_every_point_is_a_green_run():
    """Only then is the status a pass; an error of ours is neither pass nor fail."""
    points = {"a": 6.0}

    assert github.report([verdict("a", Outcome.PASSED)], points)["status"] == "pass"
    assert github.report([verdict("a")], points)["status"] == "fail"
    assert github.report([], points)["status"] == "fail"
    assert github.report([verdict("a", Outcome.ERROR)], points)["status"] == "error"


def test_nothing_in_a_summary_is_markup():
    """What a student's program made us say is shown as it is."""
    page = github.summary({"a": verdict("a")}, {"a": 6.0}, "en")

    assert "<script>" not in page
    assert "](javascript" not in page
    assert "\n::error" not in page
    assert "Step back too" in page


def test_the_workflow_is_what_github_reads():
    """YAML with the names that GitHub Classroom looks for, and no placeholder left."""
    yaml = pytest.importorskip("yaml")

    content = yaml.safe_load(github.classroom_workflow("ja", "kobai==0.1.0"))

    assert content["name"] == "Autograding Tests"
    steps = content["jobs"]["run-autograding-tests"]["steps"]
    assert any("--language ja" in step.get("run", "") for step in steps)
    (install,) = (step["run"] for step in steps if "pip install" in step.get("run", ""))
    assert ast.literal_eval(install.rpartition(" ")[2]) == "kobai==0.1.0"
    reporter = steps[-1]
    assert reporter["env"]["KOBAI_RESULTS"] == "${{ steps.kobai.outputs.result }}"
