"""One sentence in every language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce

from autograder.language.catalogues import SOURCE, Language, languages, translated


class Text:
    """One sentence in any number of languages; its ``str`` is the English one.

    Args:
        words: the sentence by language; English is there, and stands in for what is not.
    """

    __slots__ = ("_words",)

    def __init__(self, **words: str) -> None:
        self._words: Mapping[Language, str] | None = words
        if SOURCE not in words:
            raise TypeError(f"a Text needs its {SOURCE!r}; there are {sorted(words)}")

    @property
    def en(self) -> str:
        """The sentence in English."""
        return self.to(SOURCE)

    def to(self, language: Language) -> str:
        """Return the sentence in one language."""
        assert self._words is not None
        return self._words.get(language) or self._words[SOURCE]

    def words(self) -> dict[Language, str]:
        """Return the sentence by language, English first."""
        return {language: self.to(language) for language in languages()}

    @property
    def is_same_everywhere(self) -> bool:
        """Whether the sentence reads alike in all languages."""
        return len(set(self.words().values())) == 1

    def format(self, **values: object) -> Text:
        """Fill the braces in every language; a value that is a Text is put in its own language."""
        return Text(
            **{
                language: sentence.format(
                    **{
                        name: value.to(language) if isinstance(value, Text) else value
                        for name, value in values.items()
                    }
                )
                for language, sentence in self.words().items()
            }
        )

    def __str__(self) -> str:
        return self.en

    def __repr__(self) -> str:
        return f"Text({self.en!r})"

    def __bool__(self) -> bool:
        return bool(self.en)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and self.words() == other.words()

    def __hash__(self) -> int:
        return hash(self.en)


class _Sentence(Text):
    """A sentence of the source, looked up in the catalogues when it is told."""

    __slots__ = ("_message",)

    def __init__(self, message: str) -> None:
        self._words = None
        self._message = message

    def to(self, language: Language) -> str:
        return translated(self._message, language)

    def __reduce__(self) -> tuple[type[_Sentence], tuple[str]]:
        return _Sentence, (self._message,)


NOTHING = Text(en="")


def _(message: str) -> Text:
    """Return the sentence in every language; the name is the one that Babel extracts."""
    return _Sentence(message) if message else NOTHING


def plain(words: object) -> Text:
    """Return words that are the same in every language: a name, a number, a line of code."""
    return Text(en=str(words))


def joined(sentences: Iterable[Text]) -> Text:
    """Return sentences one after the other, as each language sets them."""
    return _folded(_("{one} {other}"), sentences)


def listed(things: Iterable[Text]) -> Text:
    """Return things in a row, with what each language sets between two of them."""
    return _folded(_("{one}, {other}"), things)


def _folded(pair: Text, texts: Iterable[Text]) -> Text:
    several = list(texts)
    return reduce(lambda one, other: pair.format(one=one, other=other), several or [NOTHING])
