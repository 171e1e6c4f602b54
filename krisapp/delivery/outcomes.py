"""The same answer for many recipients (svar för alla): what a connection that never came about means for each."""

import socket
import ssl

from krisapp.domain.sending.outgoing import Outgoing
from krisapp.domain.sending.sendings import Outcome, Result
from krisapp.domain.words import _

LONGEST_WORDS = 300
"""Characters kept of what a server says."""


def words_of(said: object) -> str:
    """Return a server's words on one short line, without what could disturb a screen."""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
    plain = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(plain.split())[:LONGEST_WORDS]


def trouble(error: BaseException) -> str:
    """Return what a broken connection is called, in words a person can act on."""
    match error:
        case socket.gaierror():
            return _("servern hittas inte, kanske är nätet nere")
        case ConnectionRefusedError():
            return _("ingen svarar på servern")
        case TimeoutError():
            return _("servern svarade inte i tid")
        case ssl.SSLCertVerificationError():
            return _("serverns certifikat håller inte: {reason}").format(reason=error.verify_message)
        case ConnectionError() | EOFError():
            return _("anslutningen bröts")
        case OSError() if error.strerror:
            return words_of(error.strerror)
        case _:
            return words_of(error) or _("anslutningen bröts")


def for_all(outgoing: Outgoing, result: Result, words: object) -> tuple[Outcome, ...]:
    """Return one result for every recipient."""
    said = words_of(words)
    return tuple(Outcome(target.at, result, said) for target in outgoing.targets)
