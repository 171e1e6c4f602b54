"""The phrase bank of the plan (frasbanken): fixed sentences, the languages, and what is said in each of them."""

from krisapp.domain.plan_rows import Row


class Language(Row, frozen=True):
    """A language the phrase bank is translated to (språk). `id` is its BCP 47 tag, `own` its own name for itself.

    `rtl` says that it is written from right to left.
    """

    id: str
    rank: int
    name: str
    own: str
    rtl: bool = False


class Phrase(Row, frozen=True):
    """A fixed sentence (fras) in Swedish, easy Swedish and English, which are always complete.

    The only blanks are `{place}`, `{time}` and `{number}`, the same in every language (domain handbook 6.6). `known_by`
    are the beginnings of the words by which a sentence of the fact sheet is known to say this, as in the bank of
    standard advice. `subject` is what the phrase is about, in a word.
    """

    id: str
    rank: int
    subject: str
    sv: str
    easy: str
    en: str
    known_by: tuple[str, ...] = ()


class Translation(Row, frozen=True):
    """A phrase in another language (översättning). Only what a named person has reviewed may leave the house.

    `source` is the Swedish sentence it was made from: once that is another, the translation no longer holds.
    `reviewed_on` is the ISO date of the review, and both fields are empty until then.
    """

    phrase: str
    language: str
    text: str
    source: str
    reviewed_by: str = ""
    reviewed_on: str = ""
