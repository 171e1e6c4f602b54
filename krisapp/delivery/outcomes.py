"""The same answer for many recipients (svar för alla): what a connection that never came about means for each."""

from krisapp.domain.sending.outgoing import Outgoing
from krisapp.domain.sending.sendings import Outcome, Result

LONGEST_WORDS = 300
"""Characters kept of what a server says."""


def words_of(said: object) -> str:
    """Return a server's words on one short line, without what could disturb a screen."""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
    plain = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(plain.split())[:LONGEST_WORDS]


def for_all(outgoing: Outgoing, result: Result, words: object) -> tuple[Outcome, ...]:
    """Return one result for every recipient."""
    said = words_of(words)
    return tuple(Outcome(target.at, result, said) for target in outgoing.targets)
