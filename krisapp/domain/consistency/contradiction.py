"""What a comparison is given, and what it says (motsägelse)."""

import msgspec

from krisapp.domain.consistency.values import Kind


class Told(msgspec.Struct, frozen=True):
    """One finished text of an incident: `id` is its message or its file.

    `expected` is what the fact sheet itself gives for this message, or empty where that cannot be known. Texts of
    one `stage` are held to one another: a first text and a final one rightly differ.
    """

    id: str
    text: str
    expected: str = ""
    stage: str = ""


class Place(msgspec.Struct, frozen=True):
    """Words in a text: `id` is its message or file, or empty for the fact sheet, and `span` its characters."""

    id: str
    span: tuple[int, int]
    text: str


class Contradiction(msgspec.Struct, frozen=True):
    """A text that says otherwise than the others: where, and `against` which words of another text or of the sheet.

    `against` is None where nobody else says anything of the kind. `supported` are the words the fact sheet supports, or
    empty when it supports neither. `both` tells that the sheet itself says the one and the other.
    """

    id: str
    span: tuple[int, int]
    text: str
    kind: Kind
    against: Place | None = None
    supported: str = ""
    both: bool = False
