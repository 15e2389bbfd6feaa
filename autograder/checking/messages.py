"""Faults of student code in words: what we saw, and one idea to try."""

from __future__ import annotations

from typing import TypeAlias

from autograder.checking.definitions import elsewhere
from autograder.checking.hints import hint
from autograder.language import Text, _, plain
from autograder.sandbox import Died, Loaded, SandboxFault, TimedOut, Trouble
from autograder.verdict import Feedback

Troubles: TypeAlias = tuple[Trouble, ...]
UNREADABLE = ("SyntaxError", "IndentationError", "TabError")

# How a sandbox says that Python came to an end, in every language.
ENDS = {
    text.en: text
    for text in (
        _("the process ended by itself"),
        _("the process crashed"),
        _("the worker is gone"),
        _("it used too much memory"),
    )
}


def raised(trouble: Trouble, call: str = "") -> Feedback:
    """Tell of an exception in the student's code.

    Args:
        trouble: the exception.
        call: what was called when it happened, as code; "" where nothing was.
    """
    said = next(iter(trouble.message.splitlines()), "")
    what = f"{trouble.type}: {said}" if said else trouble.type
    if trouble.type in UNREADABLE and trouble.line is not None:
        message = _("Python cannot read line {line}: {message}").format(
            line=trouble.line, message=trouble.message
        )
    elif trouble.line is None:
        message = _("your code stopped with {what}").format(what=what)
    elif trouble.code:
        message = _("your code stopped at line {line}, `{code}`, with {what}").format(
            line=trouble.line, code=trouble.code, what=what
        )
    else:
        message = _("your code stopped at line {line} with {what}").format(
            line=trouble.line, what=what
        )
    if call:
        message = _("{message} (the call was `{call}`)").format(message=message, call=call)
    return Feedback(message, hint(trouble), line=trouble.line)


def missing(name: str, loaded: Loaded, source: str) -> Feedback:
    """Tell of a function that the file does not define, or not where it can be called."""
    if told := elsewhere(name, source):
        return told
    first = loaded.troubles[0] if loaded.troubles else None
    own = loaded.own
    if own:
        message = _("there is no function `{name}` in your file; it defines {others}").format(
            name=name, others=", ".join(own[:8])
        )
    else:
        message = _("there is no function `{name}` in your file").format(name=name)
    if first is not None:
        return Feedback(
            _("{message}; line {line} stopped with {what}").format(
                message=message, line=first.line or "?", what=f"{first.type}: {first.message}"
            ),
            hint(first),
            line=first.line,
        )
    return Feedback(message, _("We call your functions by the names in the exercise's file."))


def gone(fault: SandboxFault, name: str) -> Feedback:
    """Tell of a worker that was stopped, ended by itself or talked nonsense."""
    if isinstance(fault, TimedOut):
        return Feedback(
            _("`{name}` ran for too long, so we stopped it").format(name=name),
            _("What must become false for the loop to end, and does the loop change it?"),
        )
    if isinstance(fault, Died):
        return Feedback(
            _("Python itself came to an end while `{name}` ran: {why}").format(
                name=name, why=ENDS.get(str(fault), plain(fault))
            ),
            _("Look for something that ends Python, such as exit(), or that keeps growing."),
        )
    return ill_formed()


def ill_formed() -> Feedback:
    """Tell of an answer that no honest run gives."""
    return Feedback(
        _("what came back from your code could not be read"),
        _("Return plain arrays, numbers or figures, and print with print() only."),
    )


def stuck_at_load(fault: SandboxFault) -> Feedback:
    """Tell of a file whose top level never ends, even without its experiments."""
    del fault
    return Feedback(
        _("your file ran for too long when it was loaded, so we stopped it"),
        _("Is there a loop outside your functions? Put experiments into a function of their own."),
    )


def near_name(name: str, actual: str) -> Feedback:
    """Tell of a function whose name is off by a letter or two."""
    return Feedback(
        _("there is no `{name}` in your file, but there is `{actual}`").format(
            name=name, actual=actual
        ),
        _("Did you mean `{name}`?").format(name=name),
    )


def parameter(name: str, unknown: str, line: int | None) -> Feedback:
    """Tell of a parameter that has another name than in the exercise."""
    return Feedback(
        _("`{name}` has no parameter `{unknown}`; we handed the values over in their order").format(
            name=name, unknown=unknown
        ),
        _("Compare the first line of your function with the one in the exercise."),
        line=line,
    )


def same_cause(title: Text) -> Feedback:
    """Tell that a check is not judged because its cause was told already."""
    return Feedback(_("not judged: the same cause as “{title}”").format(title=title))


def not_reached(title: Text) -> Feedback:
    """Tell that a check means nothing until another one passes."""
    return Feedback(_("not judged yet: “{title}” comes first").format(title=title))


def top_level(trouble: Trouble) -> Text:
    """Tell of an exception outside the functions, which costs nothing by itself."""
    return _(
        "outside your functions, {message}; the rest of your file was run all the same"
    ).format(message=raised(trouble).message)


def only_definitions() -> Text:
    """Tell that experiments at the top level were left out, because they never ended."""
    return _(
        "the lines outside your functions ran for too long, so they were left out; "
        "only your functions are judged"
    )


def not_working_yet(name: str) -> Text:
    """Tell that another exercise's functions were replaced, because they have faults."""
    return _(
        "your `{name}` does not earn full marks yet, so a stand-in took its place here: "
        "its faults cost nothing in this exercise"
    ).format(name=name)


def not_handed_in(name: str) -> Text:
    """Tell that another exercise's functions were replaced, because there are none."""
    return _("`{name}` was not there, so a stand-in took its place here").format(name=name)


def used(name: str) -> Text:
    """Tell that the student's own solution of another exercise was used."""
    return _("your own `{name}` was used here").format(name=name)


def our_error(kind: str) -> Feedback:
    """Tell that we failed, not the student."""
    return Feedback(
        _(
            "this check could not be run ({kind}): the error is ours, and your teacher sees it"
        ).format(kind=kind)
    )


def withheld(feedback: Feedback, is_value: bool) -> Feedback:
    """Tell of a hidden check no more than its claim: what was seen could be read off as a table.

    Args:
        feedback: what was seen.
        is_value: whether a value came back, which is not the right one.
    """
    if is_value:
        return Feedback(
            _(
                "what your code gave back here is not what it should be; "
                "the inputs stay with your teacher"
            ),
            feedback.hint,
            feedback.misconception,
        )
    return Feedback(
        _("your code gave nothing to judge here; the inputs stay with your teacher"),
        _("Call your functions with other inputs than those of the checks above."),
    )


def over(is_memory: bool) -> Feedback:
    """Tell that judging was ended, because what came back takes more than any honest answer."""
    what = (
        _("what your code gave back takes too much memory to judge, so we stopped")
        if is_memory
        else _("what your code gave back takes too long to judge, so we stopped")
    )
    return Feedback(
        what,
        _("What the exercise asks for is small. Does yours give back, or ask of f, far more?"),
    )


def killed() -> Feedback:
    """Tell that the process that judged a submission came to its end, and leaves nothing."""
    return Feedback(
        _(
            "the process that judged this was ended from outside, twice: it may have run out of "
            "memory; your teacher sees it"
        )
    )


def without_pictures() -> Text:
    """Tell that the pictures of a verdict are left out, because they would fill the page."""
    return _("the pictures are left out here: what your code drew would fill the page")
