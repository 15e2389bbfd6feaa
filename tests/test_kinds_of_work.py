"""Three more of every kind of folder that people hand in, each read as its author meant it."""

import json
import os

import pytest

from autograder.submission import find
from bench.messy_classes import messy

NAME = "numerical_gradient"
RIGHT = f"answer = 7\ndef {NAME}(f, x):\n    return answer\n"
STUB = f'"""Read me."""\nimport numpy as np\n\ndef {NAME}(f, x):\n    """Write this."""\n    pass\n'
WRONG = RIGHT.replace("7", "0")


def notebook(*sources: str, **more: object) -> str:
    cells = [{"cell_type": "code", "source": source, **more} for source in sources]
    return json.dumps({"cells": cells})


KINDS: dict[str, list[dict[str, str]]] = {
    "a stub beside the work": [
        {f"{NAME}.ipynb": notebook(STUB), f"{NAME}.py": RIGHT},
        {f"{NAME}.py": STUB.replace("pass", "..."), f"{NAME}.ipynb": notebook("1", RIGHT)},
        {f"{NAME}.ipynb": notebook(STUB, outputs=[{}], id="x"), f"{NAME} (2).py": RIGHT},
    ],
    "an empty copy that is newer": [
        {f"{NAME}.py": RIGHT, f"{NAME} (3).py": "\n\n"},
        {f"{NAME}.py": RIGHT, f"{NAME} copy.py": "# nothing yet\n"},
        {f"{NAME}.ipynb": notebook(RIGHT), f"{NAME}.py": "import numpy as np\n"},
    ],
    "a cell that is no Python": [
        {f"{NAME}.ipynb": notebook("Question 1: the gradient", RIGHT)},
        {f"{NAME}.ipynb": notebook(RIGHT, "勾配とは何か？")},
        {f"{NAME}.ipynb": notebook("for i in", RIGHT, "x = [1,", "def f(")},
    ],
    "a magic or a shell line": [
        {f"{NAME}.ipynb": notebook("files, more = !ls /tmp", "%matplotlib inline", RIGHT)},
        {f"{NAME}.ipynb": notebook("out = !pip list", RIGHT)},
        {f"{NAME}.ipynb": notebook("%timeit -n 1 sum([1])\n!echo a \\\n b", f"%%time\n{RIGHT}")},
    ],
    "a cell that writes the file": [
        {f"{NAME}.ipynb": notebook(f"%%writefile ./{NAME}.py\n{RIGHT}")},
        {f"{NAME}.ipynb": notebook(f"%%file {NAME}.py\n{RIGHT}")},
        {f"{NAME}.ipynb": notebook(f"%%writefile '{NAME}.py'\n{RIGHT}", "1 +")},
    ],
    "display": [
        {f"{NAME}.ipynb": notebook(RIGHT.replace("return", "display(x)\n    return"))},
        {f"{NAME}.ipynb": notebook(f"def show(x):\n    display(x)\n\n{RIGHT}")},
        {f"{NAME}.ipynb": notebook(f"show = lambda x: display(x)\n{RIGHT}")},
    ],
    "a module of one's own": [
        {f"{NAME}.py": RIGHT.replace("answer = 7", "from my import answer"), "my.py": "answer = 7"},
        {
            f"{NAME}.ipynb": notebook(RIGHT.replace("answer = 7", "import my\nanswer = my.a")),
            "my.py": "a = 7",
        },
        {
            f"{NAME}.py": RIGHT.replace("answer = 7", "from 道具 import answer"),
            "道具.py": "answer = 7",
        },
    ],
    "large outputs": [
        {f"{NAME}.ipynb": notebook(RIGHT, outputs=[{"text": "x" * 2_000_000}])},
        {f"{NAME}.ipynb": notebook(RIGHT, outputs=[{"data": [[0] * 300_000]}])},
        {f"{NAME}.ipynb": notebook(RIGHT, outputs=[{}] * 150_000)},
    ],
    "a checkpoint or a backup": [
        {f"{NAME}.py": RIGHT, f".ipynb_checkpoints/{NAME}-checkpoint.py": WRONG},
        {f"{NAME}.py": RIGHT, f"{NAME}_old.py": WRONG},
        {f"{NAME}.py": RIGHT, f"{NAME}-checkpoint.py": WRONG},
    ],
}
CASES = [
    pytest.param(files, id=f"{kind} {number}")
    for kind, some in KINDS.items()
    for number, files in enumerate(some, start=1)
]


@pytest.mark.parametrize("files", CASES)
def test_what_its_author_meant_is_what_is_read(tmp_path, files):
    """One submission, without a problem, whose program binds the right number."""
    for path, text in files.items():
        file = tmp_path / "mia" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        os.utime(file, (1_000_000_000, 1_000_000_000))

    (found,) = find(tmp_path, messy.EXERCISES).submissions

    assert found.problem is None
    assert messy.bound(found) == 7
