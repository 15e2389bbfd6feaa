"""One idea to try after an exception, by what Python says about its cause."""

from __future__ import annotations

import re

from autograder.language import Text, _
from autograder.sandbox import Trouble
from autograder.submission import dialect

# Modules that students use by these names, and whose import line is easily forgotten.
MODULES = ("np", "numpy", "plt", "matplotlib", "math", "random", "copy", "itertools", "functools")

SUBSCRIPT = re.compile(r"[\w)\]]\s*\[|\.pop\(")

WHOLE = _("An array of whole numbers can hold no fractions. What kind is yours?")
UNPACK = _("Count the names on the left and the values on the right of that line.")
SHAPES = _("Print the shapes of the arrays that meet in that line.")
NUMBER = _("A single number has no entries. Which name in that line holds the array?")
INDEX = _("An index is a whole number, or a tuple of them. Print what you count with there.")
LIST = _(
    "Lists do no arithmetic entry by entry: + joins them, * repeats them. What does an array do?"
)
COLON = _("A line that opens a block, such as if, for, while or def, ends in a colon.")
BRACKETS = _("Count the brackets of that line and of the line above it: which one has no partner?")
QUOTES = _("A text begins and ends with the same quotation mark. Where does this one end?")
F_STRING = _(
    "Has each curly bracket of that f-string its partner? Before Python 3.12, the quotation marks "
    "inside the brackets must differ from those around the text."
)
FUNCTION = _(
    "A function stands there. It has no entries and no shape; round brackets call it: f(x)."
)
CALLER = _("Compare the first line of your function with the one in the exercise.")

# (exception, words in its message, idea): the first line that fits counts.
BY_MESSAGE: tuple[tuple[str, str, Text], ...] = (
    ("", "'function' object", FUNCTION),
    ("", "f takes one array", _("f takes the whole point at once: one array with all components.")),
    (
        "",
        "f was called with",
        _("Print the point that goes into f, and its shape."),
    ),
    ("SyntaxError", "f-string: ", F_STRING),
    ("SyntaxError", "expected ':'", COLON),
    ("SyntaxError", "was never closed", BRACKETS),
    ("SyntaxError", "unmatched", BRACKETS),
    ("SyntaxError", "does not match opening", BRACKETS),
    ("SyntaxError", "unterminated", QUOTES),
    (
        "SyntaxError",
        "call to 'print'",
        _("print is a function: what it shows stands in round brackets."),
    ),
    (
        "SyntaxError",
        "invalid character",
        _("Type brackets, commas and spaces in half-width letters."),
    ),
    (
        "SyntaxError",
        "non-printable character",
        _("A sign there cannot be seen. Type that line anew."),
    ),
    ("SyntaxError", "forgot a comma", _("Is there an operator or a comma between the two parts?")),
    (
        "SyntaxError",
        "invalid decimal literal",
        _("A name cannot begin with a digit. Is a * missing?"),
    ),
    ("SyntaxError", "invalid syntax. Maybe you meant", _("= gives a name a value, == compares.")),
    ("SyntaxError", "cannot assign", _("On the left of = stands a name. To compare, write ==.")),
    (
        "SyntaxError",
        "'return' outside function",
        _("Is that line indented as far as its function?"),
    ),
    (
        "SyntaxError",
        "expected 'except'",
        _("A try needs an except or a finally in the same column."),
    ),
    (
        "IndentationError",
        "expected an indented block",
        _("Below a line with a colon, indent the lines that belong to it."),
    ),
    (
        "IndentationError",
        "unexpected indent",
        _("That line stands farther right than the one above it. Which block is it in?"),
    ),
    (
        "IndentationError",
        "unindent does not match",
        _("That line stands between two columns. Which block does it belong to?"),
    ),
    (
        "TypeError",
        "'module' object is not callable",
        _("That name is a module. The function in it is called module.function(…)."),
    ),
    (
        "TypeError",
        "real number, not 'function'",
        _("A function stands where numbers belong. In which order are the values handed over?"),
    ),
    (
        "TypeError",
        "is not callable",
        _("Round brackets after a name call it. Is that name a function, or is a * missing?"),
    ),
    ("TypeError", "object is not subscriptable", NUMBER),
    (
        "TypeError",
        "does not support item assignment",
        _("What kind of value is that name? Only lists and arrays take new entries."),
    ),
    ("IndexError", "invalid index to scalar variable", NUMBER),
    (
        "IndexError",
        "too many indices",
        _("How many indices does that array have? Print its shape."),
    ),
    (
        "IndexError",
        "assignment index out of range",
        _("A list has only the entries that were put in. How long is it by then?"),
    ),
    ("IndexError", "only integers, slices", INDEX),
    ("TypeError", "indices must be integers", INDEX),
    ("TypeError", "only integer scalar arrays", INDEX),
    (
        "TypeError",
        "cannot be interpreted as an integer",
        _("range() and the like count in whole numbers. Which value has a fraction?"),
    ),
    ("TypeError", "can't multiply sequence", LIST),
    ("TypeError", "can only concatenate", LIST),
    ("TypeError", "'list'", LIST),
    ("TypeError", "'tuple'", LIST),
    ("TypeError", "'str'", _("A text is no number. Where does that value come from?")),
    (
        "TypeError",
        "object is not iterable",
        _("A single number has nothing to loop over. What should the loop go through?"),
    ),
    ("TypeError", "has no len()", _("A single number has no length. Which name holds the array?")),
    (
        "TypeError",
        "length-1 arrays",
        _("That function takes one number, not an array; numpy has one of the same name."),
    ),
    (
        "TypeError",
        "0-dimensional arrays",
        _("That function takes one number, not an array; numpy has one of the same name."),
    ),
    (
        "TypeError",
        "required positional argument",
        _("Compare that call with the first line of the function it calls: what is missing?"),
    ),
    (
        "TypeError",
        "unexpected keyword argument",
        _("Compare that call with the first line of the function it calls: which names match?"),
    ),
    (
        "TypeError",
        "positional argument",
        _("Compare that call with the first line of the function it calls: how many values?"),
    ),
    ("TypeError", "bad operand type", _("What kind of value is that? Print it with type().")),
    ("", "'NoneType'", _("Something there is None. Which function gave back nothing?")),
    ("ValueError", "could not be broadcast", SHAPES),
    ("ValueError", "not aligned", SHAPES),
    ("ValueError", "mismatch in its core dimension", SHAPES),
    ("ValueError", "cannot reshape", SHAPES),
    ("ValueError", "must match", SHAPES),
    (
        "ValueError",
        "truth value of an array",
        _("An array holds many answers to yes or no. Which single one do you want to know?"),
    ),
    (
        "ValueError",
        "with a sequence",
        _("One entry of an array holds one number. What do you put in there?"),
    ),
    (
        "ValueError",
        "inhomogeneous",
        _("The rows of an array are equally long. Print them one by one."),
    ),
    ("ValueError", "values to unpack", UNPACK),
    (
        "ValueError",
        "could not convert string",
        _("A text is no number. Where does that value come from?"),
    ),
    (
        "ValueError",
        "cannot convert float",
        _("inf and nan are no whole numbers. Where does the value come from?"),
    ),
    ("ValueError", "read-only", _("That array may only be read. Which array should be changed?")),
    (
        "",
        "cannot access local variable",
        _("A name that gets a value in a function belongs to that function only. Has it one yet?"),
    ),
    (
        "",
        "referenced before assignment",
        _("A name that gets a value in a function belongs to that function only. Has it one yet?"),
    ),
    (
        "AttributeError",
        "'list' object has no attribute",
        _("That is a list. Which function of numpy makes an array of it?"),
    ),
    (
        "AttributeError",
        "'float' object has no attribute",
        _("That is a single number. Which name holds the array?"),
    ),
    (
        "AttributeError",
        "'int' object has no attribute",
        _("That is a single number. Which name holds the array?"),
    ),
    (
        "AttributeError",
        "'numpy.ndarray' object has no attribute",
        _("That is an array; what you ask for belongs to another kind. What can arrays do?"),
    ),
    (
        "AttributeError",
        "partially initialized module",
        _("A file has the name of a module that it imports. Whose name is it?"),
    ),
    (
        "AttributeError",
        "module '",
        _("Look that name up: in which module does it live, and how is it spelt?"),
    ),
    ("RuntimeError", "start new thread", _("No threads run here. Do one thing after the other.")),
    ("RuntimeError", "the call has ended", _("f can be asked only until your function returns.")),
    ("TypeError", "'function'", FUNCTION),
    (
        "TypeError",
        "unsupported operand",
        _("Which two kinds of value meet there? Print both with type()."),
    ),
)

BY_TYPE: dict[str, Text] = {
    "SyntaxError": _("Look at that line and the end of the line above it."),
    "IndentationError": _("The lines of a block start in the same column."),
    "TabError": _("Tabs and spaces are mixed there. Indent with spaces only."),
    "NameError": _(
        "Where does that name get its value? One made in a function is known only there."
    ),
    "AttributeError": _("What kind of object stands before the dot, and does it have that name?"),
    "ModuleNotFoundError": _(
        "Python's own modules, numpy, matplotlib and your other exercises are here."
    ),
    "ImportError": _("Compare the name with the one in the file it comes from."),
    "RecursionError": _("A function that calls itself needs a case in which it does not."),
    "ZeroDivisionError": _("Which number is 0 there, and should it be?"),
    "IndexError": _("How many entries are there, and which index does the loop reach?"),
    "KeyError": _("Print the keys that the dictionary has. Is that one among them?"),
    "OverflowError": _("A number there grew too large. Which one grows from step to step?"),
    "FloatingPointError": _("Print the numbers that go into that line. Is one of them 0 or huge?"),
    "LinAlgError": _("Print the matrix of that line and its shape."),
    "AssertionError": _("Your own assert did not hold there. Print what it compares."),
    "StopIteration": _("next() found nothing more. How many entries were there?"),
    "UnicodeDecodeError": _("Take what you need as arguments; no files are read here."),
    "MemoryError": _("What grows with every round of the loop?"),
    "EOFError": _("Nobody is at the keyboard here. Take values as arguments, without input()."),
    "PermissionError": _(
        "Files and network are closed while we grade. What does the caller get to work with?"
    ),
    "FileNotFoundError": _("Only your exercises are here. Take what you need as arguments."),
    "NotImplementedError": _(
        "Your code takes the place of the line that raises NotImplementedError."
    ),
    "UFuncTypeError": WHOLE,
    "_UFuncOutputCastingError": WHOLE,
    "SystemExit": _("A function hands back its result with return; exit() ends Python."),
}
OTHERWISE = _("Run that line by itself, and print what goes into it.")


def hint(trouble: Trouble) -> Text:
    """Return one idea to try after an exception."""
    if trouble.suggestion:
        return _("Did you mean `{name}`?").format(name=trouble.suggestion)
    if trouble.type == "NameError" and any(f"'{name}'" in trouble.message for name in MODULES):
        return _("That is a module's name. Is there a line at the top that imports it?")
    if trouble.type == "TypeError" and trouble.line is None and "argument" in trouble.message:
        return CALLER
    if trouble.type == "SyntaxError" and dialect.is_newer(trouble.message, trouble.code):
        return dialect.advice()
    for kind, words, idea in BY_MESSAGE:
        if words in trouble.message and kind in ("", trouble.type):
            return idea
    if trouble.type == "IndexError" and trouble.code and not SUBSCRIPT.search(trouble.code):
        return _("No index stands in that line. Print what it hands over, and its shape.")
    return BY_TYPE.get(trouble.type, OTHERWISE)
