"""One handed-in file is read safely, in whatever encoding and form it comes."""

import hashlib
import json
import os
import socket
from pathlib import Path

import pytest

from autograder.submission import read
from autograder.submission.budget import DEEPEST, LARGEST_SOURCE, MOST_LINES
from autograder.submission.cells import MOST_NODES

JAPANESE = "# 勾配を計算する\nh = 1e-4  # 小さい数\n"


def written(folder: Path, data: bytes, name: str = "numerical_gradient.py") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def notebook(*cells: str | list[str]) -> bytes:
    code = [{"cell_type": "code", "source": cell, "outputs": []} for cell in cells]
    return json.dumps({"cells": code, "nbformat": 4}).encode()


def test_a_plain_file_is_read_as_it_is(tmp_path):
    """Honest UTF-8 needs no note, and the digest is that of its bytes."""
    data = JAPANESE.encode()

    found = read(written(tmp_path, data), "alice")

    assert (found.student, found.exercise) == ("alice", "numerical_gradient")
    assert found.source == JAPANESE
    assert found.notes == ()
    assert found.problem is None
    assert found.digest == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("cp932", "CP932"),
        ("euc_jp", "EUC-JP"),
        ("iso2022_jp", "ISO-2022-JP"),
        ("utf-8-sig", "UTF-8 with a byte order mark"),
        ("utf-16", "UTF-16"),
    ],
)
def test_an_older_encoding_is_converted_with_a_note(tmp_path, encoding, told):
    """Files from Windows and old editors are read, and the student is told."""
    found = read(written(tmp_path, JAPANESE.encode(encoding)))

    assert found.source == JAPANESE
    assert told in str(found.notes[0])


@pytest.mark.parametrize(
    "text",
    ["# für x\nx = 1\n", "x = 'é'\n", "# Größe: 3 °, “naïve” – ½ €\nx = 'ñ'\n", "# señor\n# São\n"],
)
@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_a_program_from_western_europe_is_named_as_what_it_is(tmp_path, text, encoding):
    """What no Japanese encoding holds is read as Windows writes it there, and told."""
    text = text if encoding == "cp1252" else text.translate(dict.fromkeys(map(ord, "“”–€"), "-"))

    found = read(written(tmp_path, text.encode(encoding)))

    assert found.source == text
    assert "Windows-1252 (Latin-1)" in str(found.notes[0])


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp"])
@pytest.mark.parametrize(
    "text",
    [
        "# 課題１：数値微分\n",
        "# ソート済みの表示\n",
        "print('最小値は', x, 'です。')\n",
        "# 山田太郎\n",
        "# テスト\nx = 1\n",
        "# グラフを書く\n# 等高線\n",
    ],
)
def test_shift_jis_and_euc_are_told_apart(tmp_path, encoding, text):
    """Both can often be decoded as the other; the reading that is Japanese wins."""
    assert read(written(tmp_path, text.encode(encoding))).source == text


def test_a_declaration_that_disagrees_is_replaced(tmp_path):
    """Whoever reads the source again reads the same program, whatever its first line said."""
    hidden = "# -*- coding: utf-7 -*-\n#+AAo-import os\nx = 1\n"

    found = read(written(tmp_path, hidden.encode()))

    assert found.source.startswith("# -*- coding: utf-8 -*-\n")
    assert "utf-7" in str(found.notes[0])
    assert compile(found.source.encode(), "x", "exec").co_names == ("x",)


def test_a_declaration_on_the_third_line_is_a_comment(tmp_path):
    """PEP 263 looks at two lines only, the second only after a comment."""
    text = "x = 1\n# coding: cp932\n"

    assert read(written(tmp_path, text.encode())).source == text


def test_a_declared_encoding_is_believed_for_bytes_that_are_not_utf8(tmp_path):
    """Latin-1 is legal Python when it is declared."""
    found = read(written(tmp_path, "# coding: latin-1\ns = 'é'\n".encode("latin-1")))

    assert found.source == "# coding: utf-8\ns = 'é'\n"


def test_line_ends_become_one_kind(tmp_path):
    """Windows and old Macintosh line ends make the same program."""
    assert read(written(tmp_path, b"a = 1\r\nb = 2\rc = 3\n")).source == "a = 1\nb = 2\nc = 3\n"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"x = 1\0\n", "zero bytes"),
        (b"\xff\x00\xfe\x01\x81", "no text"),
        (b"#" * (LARGEST_SOURCE + 1), "too large"),
        (b"\n" * (MOST_LINES + 1) + b"x", "lines"),
        (b"x = " + b"(" * (DEEPEST + 1), "brackets"),
    ],
)
def test_what_cannot_be_run_is_said_in_words(tmp_path, data, words):
    """A problem is a sentence in the submission, never an exception."""
    found = read(written(tmp_path, data))

    assert words in str(found.problem)
    assert found.source == ""


def test_brackets_in_a_deep_file_are_counted_quickly(tmp_path):
    """A megabyte of balanced brackets is no problem of depth."""
    assert read(written(tmp_path, b"x = [()]\n" * 10_000)).problem is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs POSIX")
def test_what_is_no_ordinary_file_is_not_opened(tmp_path):
    """Links, pipes, devices, sockets and folders are refused without following or waiting."""
    secret = written(tmp_path, b"SECRET = 1\n", "secret.txt")
    (tmp_path / "link.py").symlink_to(secret)
    (tmp_path / "dangling.py").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.py")
    (tmp_path / "folder.py").mkdir()
    os.link(secret, tmp_path / "second.py")
    with socket.socket(socket.AF_UNIX) as listener:
        here = Path.cwd()
        os.chdir(tmp_path)  # the address of a socket may have 107 bytes
        listener.bind("socket.py")
        os.chdir(here)
        found = {name: read(tmp_path / f"{name}.py") for name in NOT_FILES}

    assert {
        name: NOT_FILES[name] in str(found[name].problem) for name in NOT_FILES
    } == dict.fromkeys(NOT_FILES, True)
    assert all(one.source == "" and one.digest == "" for one in found.values())


NOT_FILES = {
    "link": "link",
    "dangling": "link",
    "pipe": "pipe",
    "folder": "folder",
    "second": "second name",
    "socket": "socket",
    "missing": "could not be read",
}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs POSIX")
def test_a_folder_that_is_a_link_leads_nowhere(tmp_path):
    """No step below the root is followed, not only the last one."""
    outside = tmp_path / "outside"
    outside.mkdir()
    written(outside, b"SECRET = 1\n")
    root = tmp_path / "class"
    root.mkdir()
    (root / "alice").symlink_to(outside, target_is_directory=True)

    found = read(root / "alice" / "numerical_gradient.py", "alice", root=root)

    assert "link" in str(found.problem)


def test_a_device_is_refused_before_it_is_opened():
    """Opening some devices already does something."""
    device = Path("/dev/zero")
    if not device.is_char_device():
        pytest.skip("no such device here")

    assert "device" in str(read(device).problem)


def test_a_notebook_becomes_its_code_cells_in_order(tmp_path):
    """Markdown, outputs and cells without code are left out; lines of a cell stay together."""
    content = json.loads(notebook(["import numpy as np\n", "x = 1"], "y = 2\n"))
    content["cells"].insert(1, {"cell_type": "markdown", "source": "# text"})
    path = written(tmp_path, json.dumps(content).encode(), "plotting.ipynb")

    found = read(path)

    assert found.exercise == "plotting"
    assert found.source == "import numpy as np\nx = 1\n\n\ny = 2\n"
    assert found.notes == ()


@pytest.mark.parametrize(
    ("cell", "source"),
    [
        ("%matplotlib inline\nx = 1", "# %matplotlib inline\nx = 1\n"),
        ("!pip install numpy\nx = 1", "# !pip install numpy\nx = 1\n"),
        ("%%time\nx = 1", "# %%time\nx = 1\n"),
        ("%%bash\nls", "# %%bash\n# ls\n"),
        ("files = !ls\nx = 1", "# files = !ls\nx = 1\n"),
        ("t = %timeit -o f(1)\nx = 1", "# t = %timeit -o f(1)\nx = 1\n"),
        ("np.array?\nx = 1", "# np.array?\nx = 1\n"),
        ("if True:\n    %timeit f(1)\nx = 1", "if True:\n    pass  # %timeit f(1)\nx = 1\n"),
        ("x = 7 % 2\ny = x != 1\ns = '100%'", "x = 7 % 2\ny = x != 1\ns = '100%'\n"),
        ("s = '''\n%d of\n!bang\n'''", "s = '''\n%d of\n!bang\n'''\n"),
        ("total = (10\n  % 3)", "total = (10\n  % 3)\n"),
    ],
)
def test_magics_are_commented_out_and_python_is_not(tmp_path, cell, source):
    """Lines keep their numbers; a percent sign in Python is arithmetic."""
    found = read(written(tmp_path, notebook(cell), "plotting.ipynb"))

    assert found.source == source
    compile(found.source, "cell", "exec")
    assert bool(found.notes) == (source != cell + "\n")


def test_the_cells_of_a_release_are_left_out_without_a_word(tmp_path):
    """A grader runs the checks itself; a student did not write these and reads nothing of them."""
    cells = (
        "%load_ext autograder.notebook",
        "x = 1",
        'from autograder.notebook import check; check("plotting")',
    )

    found = read(written(tmp_path, notebook(*cells), "plotting.ipynb"))

    assert [line for line in found.source.splitlines() if line[:1] not in ("", "#")] == ["x = 1"]
    assert found.notes == ()


def test_pictures_do_not_make_a_notebook_too_large(tmp_path):
    """An honest notebook of several megabytes of outputs is read; its program is small."""
    content = json.loads(notebook("x = 1"))
    content["cells"][0]["outputs"] = [{"data": {"image/png": "iVBOR" * 600_000}}]

    found = read(written(tmp_path, json.dumps(content).encode(), "plotting.ipynb"))

    assert found.source == "x = 1\n"


def test_an_old_notebook_is_read(tmp_path):
    """Format 3 keeps its cells in worksheets and calls their source input."""
    sheet = {"cells": [{"cell_type": "code", "input": ["x = 1"]}]}
    data = json.dumps({"worksheets": [sheet], "nbformat": 3}).encode()

    assert read(written(tmp_path, data, "plotting.ipynb")).source == "x = 1\n"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"{", "damaged"),
        (b'{"cells": [', "damaged"),
        (b"[1, 2]", "no notebook"),
        (b"{}", "no cells"),
        (b'{"cells": []}', "no cells"),
        (b'{"cells": {"a": 1}}', "no cells"),
        (b'{"worksheets": [1, null]}', "no cells"),
        (b'{"cells": [1, null, {"cell_type": "markdown"}]}', "no code"),
        (b'{"cells": [{"cell_type": "code", "source": [1, {}]}]}', "no code"),
        (b"[" * 100_000, "damaged"),
        (b"[" + b"[]," * (MOST_NODES // 2 + 1) + b"0]", "too much"),
        (b'{"cells": [{"cell_type": "code", "source": "s = \'\\ud800\'"}]}', "half a character"),
        (b'{"cells": [{"cell_type": "code", "source": "x = 1\\u0000"}]}', "zero bytes"),
        (b'{"a": ' + b"9" * 10_000 + b"}", "damaged"),
    ],
)
def test_a_broken_notebook_is_a_problem_in_words(tmp_path, data, words):
    """Hostile or damaged JSON ends in a sentence, soon and without much memory."""
    found = read(written(tmp_path, data, "plotting.ipynb"))

    assert words in str(found.problem)
    assert found.source == ""


def test_the_same_bytes_give_the_same_submission(tmp_path):
    """Reading is deterministic: nothing in it depends on when or where it runs."""
    path = written(tmp_path, notebook("%time x\ny = 1"), "plotting.ipynb")

    assert read(path) == read(path)
