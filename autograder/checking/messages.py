"""Faults of student code in words: what we saw, and one idea to try."""

from __future__ import annotations

from typing import TypeAlias

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


def raised(trouble: Trouble) -> Feedback:
    """Tell of an exception in the student's code."""
    what = f"{trouble.type}: {trouble.message}" if trouble.message else trouble.type
    if trouble.type in UNREADABLE:
        message = _("Python cannot read line {line}: {message}").format(
            line=trouble.line or "?", message=trouble.message
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
    return Feedback(message, _hint(trouble), line=trouble.line)


def _by_message() -> dict[str, Text]:
    """Give the ideas for exceptions whose type says too little."""
    call = _("Compare the first line of your function with the one in the exercise.")
    return {
        "required positional argument": call,
        "unexpected keyword argument": call,
        "positional arguments but": call,
        "positional argument but": call,
        "'NoneType'": _("Something there is None. Which function gave back nothing?"),
        "could not be broadcast": _("Print the shapes of the arrays that meet in that line."),
        "truth value of an array": _(
            "An array holds many answers to yes or no. Which single one do you want to know?"
        ),
        "with a sequence": _("One entry of an array holds one number. What do you put in there?"),
        "cannot access local variable": _(
            "A name that gets a value in a function belongs to that function only. Has it one yet?"
        ),
    }


def _hint(trouble: Trouble) -> Text:
    """Give one idea to try after an exception."""
    if trouble.suggestion:
        return _("Did you mean `{name}`?").format(name=trouble.suggestion)
    for words, hint in _by_message().items():
        if words in trouble.message:
            return hint
    if trouble.type == "EOFError":
        return _("Nobody is at the keyboard here. Take values as arguments, without input().")
    hints = {
        "SyntaxError": _("Look at that line and the end of the line above it."),
        "IndentationError": _("The lines of a block start in the same column."),
        "TabError": _("Tabs and spaces are mixed there. Indent with spaces only."),
        "NameError": _(
            "Where does that name get its value? One made in a function is known only there."
        ),
        "AttributeError": _(
            "What kind of object stands before the dot, and does it have that name?"
        ),
        "ModuleNotFoundError": _(
            "Python's own modules, numpy, matplotlib and your other exercises are here."
        ),
        "ImportError": _("Compare the name with the one in the file it comes from."),
        "RecursionError": _("A function that calls itself needs a case in which it does not."),
        "ZeroDivisionError": _("Which number is 0 there, and should it be?"),
        "IndexError": _("How many entries are there, and which index does the loop reach?"),
        "MemoryError": _("What grows with every round of the loop?"),
        "PermissionError": _(
            "Files and network are closed while we grade. What does the caller get to work with?"
        ),
        "FileNotFoundError": _("Only your exercises are here. Take what you need as arguments."),
        "NotImplementedError": _(
            "Your code takes the place of the line that raises NotImplementedError."
        ),
        "UFuncTypeError": _("An array of whole numbers can hold no fractions. What kind is yours?"),
        "_UFuncOutputCastingError": _(
            "An array of whole numbers can hold no fractions. What kind is yours?"
        ),
        "SystemExit": _("A function hands back its result with return; exit() ends Python."),
    }
    return hints.get(trouble.type, _("Run that line by itself, and print what goes into it."))


def missing(name: str, loaded: Loaded) -> Feedback:
    """Tell of a function that the file does not define."""
    first = loaded.troubles[0] if loaded.troubles else None
    if loaded.functions:
        message = _("there is no function `{name}` in your file; it defines {others}").format(
            name=name, others=", ".join(sorted(loaded.functions)[:8])
        )
    else:
        message = _("there is no function `{name}` in your file").format(name=name)
    if first is not None:
        return Feedback(
            _("{message}; line {line} stopped with {what}").format(
                message=message, line=first.line or "?", what=f"{first.type}: {first.message}"
            ),
            _hint(first),
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
