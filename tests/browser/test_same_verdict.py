"""The terminal, the notebook and the page say the same of every submission of the corpus."""

from __future__ import annotations

import pytest
from conftest import SUBMISSIONS
from renderings import of_notebook, of_page, of_terminal, of_verdict

from autograder import report
from autograder.frontends import notebook
from autograder.language import languages
from autograder.verdict.results import Results


@pytest.mark.parametrize("language", languages())
def test_terminal_notebook_and_page_agree(corpus, language):
    """Exercise, points, and of every check its title, its outcome and what we saw."""
    places, count = Results(corpus), 0
    for verdict in places.verdicts():
        expected = of_verdict(verdict, language)
        page = of_page(places.page(verdict.student).read_text("utf-8"), language)

        assert [one for one in page if one.exercise == verdict.exercise] == [expected]
        assert of_terminal(report.text(verdict, language), language) == expected
        assert of_notebook(notebook.Shown(verdict, language)._repr_html_(), language) == expected
        count += 1
    assert count > len(list(SUBMISSIONS.glob("*/*/*.py")))
