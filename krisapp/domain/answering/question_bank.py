"""The question bank (frågebanken): what residents ask in each kind of incident, and answers that hold in general.

An answer never says other than the standard advice of its type, promises nothing, and says "vi vet inte ännu" of what
nobody can know (domain handbook 5.5, rule ME10).
"""

import msgspec


class BankQuestion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question as residents put it, and an answer in plain Swedish that holds whatever has happened (bankfråga)."""

    ask: str
    answer: str
