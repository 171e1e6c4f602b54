"""Words the user sees: marking them for translation, and the rules' way of saying no.

Source strings are Swedish. `N_` marks a string where it is written, `_` translates it when it is shown, so that
the language can be switched while the program runs.
"""

import gettext
from collections.abc import Callable


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for "mark, translate later"
    """Mark a source string for translation without translating it now."""
    return text


class _Catalogue:
    """The catalogue in force; Swedish needs none."""

    translations: gettext.NullTranslations = gettext.NullTranslations()


def _(text: str) -> str:
    """Return the text in the language in force."""
    return _Catalogue.translations.gettext(text)


def ngettext(one: str, many: str, number: int) -> str:
    """Return the singular or plural form for a number in the language in force."""
    return _Catalogue.translations.ngettext(one, many, number)


def speak(translations: gettext.NullTranslations) -> None:
    """Make a catalogue the one in force (byt språk)."""
    _Catalogue.translations = translations


def language_in_force() -> object:
    """Return what tells one language in force from another, for those who remember sentences already said."""
    return _Catalogue.translations


class Later:
    """Words that are found each time they are said, and so are always in the language in force.

    Two are equal that say the same thing of the same values.
    """

    def __init__(self, say: Callable[..., str], *values: object) -> None:
        self._said = (say, values)

    def __str__(self) -> str:
        say, values = self._said
        return say(*values)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Later) and self._said == other._said

    def __hash__(self) -> int:
        return hash(self._said)


class Refused(Exception):
    """The rules say no: a sentence that tells why and what to do instead.

    The sentence is kept with its values apart, so that it is shown in the language in force.
    """

    def __init__(self, sentence: str, /, **values: object) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.values = values

    def __str__(self) -> str:
        return _(self.sentence).format(**self.values)
