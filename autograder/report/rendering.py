"""Templates to pages: every string is escaped, every sentence is there in every language."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from autograder.language import Language, Text, _, languages
from autograder.report import numbers
from autograder.report.outcomes import OUTCOMES
from autograder.report.visible import visible
from autograder.verdict import Outcome

QUOTED_CODE = re.compile(r"`([^`\n]+)`")
TEMPLATES = Path(__file__).parent / "templates"


def render(template: str, language: Language, **values: Any) -> str:
    """Fill a template; the page opens in a language and can be switched to others."""
    return _environment().get_template(template).render(language=language, **values)


def say(words: object) -> object:
    """Turn what a template prints into harmless HTML, a Text into one element for each language."""
    if isinstance(words, Text):
        if words.is_same_everywhere:
            return _prose(words.en)
        return Markup("").join(
            Markup('<span lang="{}">{}</span>').format(language, _prose(words.to(language)))
            for language in languages()
        )
    return words if isinstance(words, Markup) or not isinstance(words, str) else visible(words)


def _prose(sentence: str) -> Markup:
    """Return a sentence as HTML; what stands between backticks is code, everything is escaped."""
    return Markup(QUOTED_CODE.sub(r"<code>\1</code>", str(escape(visible(sentence)))))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=say,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.globals.update(
        _=_,
        languages=languages,
        Outcome=Outcome,
        OUTCOMES=OUTCOMES,
        asset=asset,
        digest=digest,
    )
    environment.filters.update(number=numbers.number)
    environment.globals.update(percent=numbers.percent, points=numbers.points, score=numbers.score)
    return environment


@cache
def asset(*names: str) -> Markup:
    """Return the style or script of a page, to stand in it; it is ours, so it is not escaped."""
    text = "".join((TEMPLATES / name).read_text(encoding="utf-8") for name in names)
    return Markup(text + _hiding() if names[-1].endswith(".css") else text)


def _hiding() -> str:
    """Return the rules that show a page in one language, whichever there are."""
    return "".join(
        f':root[lang="{one}"] :not(button)[lang]:not([lang="{one}"]) {{ display: none; }}\n'
        for one in languages()
    )


@cache
def digest(*names: str) -> str:
    """Return the source expression by which the page's policy allows this style or script alone."""
    sha256 = hashlib.sha256(asset(*names).encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(sha256).decode('ascii')}'"
