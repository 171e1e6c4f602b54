"""Mail by SMTP (e-post): one mail to many as blind copies, and what the server says of each of them.

The end of the text, a lone dot, travels by itself. Until it has been sent no server has taken the mail in charge (RFC
5321, 4.1.1.4), so a connection that breaks before it means that nothing went, and one that breaks after it means that
nobody knows.
"""

import base64
import hashlib
import smtplib
import ssl
from contextlib import suppress
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from krisapp.channels.subject import body_of
from krisapp.delivery.outcomes import for_all, trouble, words_of
from krisapp.delivery.tls import context
from krisapp.domain.sending.outgoing import Outgoing, Target
from krisapp.domain.sending.sendings import Outcome, Result
from krisapp.domain.sending.ways import Email, Security, check_security
from krisapp.domain.words import _

TIMEOUT = 30.0
"""Seconds to wait for each answer."""

AFTER_DOT = 120.0
"""Seconds to wait for the answer to the whole mail; servers may look through it first."""


def send(outgoing: Outgoing, email: Email, secret: str, now: datetime) -> tuple[Outcome, ...]:
    """Send a text to all its recipients in one mail. Raises `Refused`."""
    check_security(email)
    letter = written(outgoing, email, now)
    trusted = context(email.ca)
    try:
        server = _connect(email, trusted)
    except OSError as error:
        return _stopped(outgoing, error)
    try:
        return _talk(server, outgoing, email, secret, letter, trusted)
    finally:
        with suppress(OSError):  # as every error of smtplib is
            server.close()


def written(outgoing: Outgoing, email: Email, now: datetime) -> bytes:
    """Return the mail as it travels. Those who get it stand nowhere in it."""
    letter = EmailMessage(policy=SMTP.clone(cte_type="7bit"))
    letter["From"] = f'"{_quoted(email.name)}" <{email.sender}>' if email.name else email.sender
    letter["To"] = "undisclosed-recipients:;"
    letter["Subject"] = " ".join(outgoing.subject.split())
    letter["Date"] = format_datetime(now)
    # The same text of the same request has the same name, so that a mailbox that gets it twice can tell.
    mark = hashlib.sha256(f"{outgoing.id}\n{outgoing.text}".encode()).hexdigest()[:32]
    letter["Message-ID"] = f"<{mark}@{email.sender.rpartition('@')[2]}>"
    letter["Auto-Submitted"] = "auto-generated"
    letter.set_content(body_of(outgoing.text), charset="utf-8")
    return letter.as_bytes()


def _connect(email: Email, trusted: ssl.SSLContext) -> smtplib.SMTP:
    if email.security is Security.TLS:
        return smtplib.SMTP_SSL(email.host, email.port, timeout=TIMEOUT, context=trusted)
    return smtplib.SMTP(email.host, email.port, timeout=TIMEOUT)


def _talk(
    server: smtplib.SMTP, outgoing: Outgoing, email: Email, secret: str, letter: bytes, trusted: ssl.SSLContext
) -> tuple[Outcome, ...]:
    """Go through the conversation up to the text. Whatever stops it here stops it before anything has gone."""
    try:
        _greet(server, email, secret, trusted)
        room = server.esmtp_features.get("size", "")
        if room.isdigit() and 0 < int(room) < len(letter):
            return for_all(outgoing, Result.REFUSED, _("Texten är större än servern tar emot."))
        code, said = server.mail(email.sender, [f"size={len(letter)}"] if room else [])
        if code != 250:
            return for_all(outgoing, _answered(code), said)
        taken, refused = _name_all(server, outgoing)
        if not taken:
            return tuple(refused)
        code, said = server.docmd("DATA")
        if code != 354:
            return (*refused, *(Outcome(target.at, _answered(code), words_of(said)) for target in taken))
    except OSError as error:
        return _stopped(outgoing, error)
    result, words = _hand_over(server, letter)
    return (*refused, *(Outcome(target.at, result, words) for target in taken))


def _stopped(outgoing: Outgoing, error: OSError) -> tuple[Outcome, ...]:
    """Return what an error means that came before the text: nothing has gone, and it may pass or not."""
    match error:
        case ssl.SSLCertVerificationError():
            return for_all(outgoing, Result.REFUSED, trouble(error))
        case smtplib.SMTPResponseException():
            return for_all(outgoing, _answered(error.smtp_code), error.smtp_error)
        case smtplib.SMTPServerDisconnected():
            return for_all(outgoing, Result.POSTPONED, _cut(error))
        case smtplib.SMTPException():
            # What the server cannot do: no STARTTLS, or no way to log in that we know.
            return for_all(outgoing, Result.REFUSED, error)
        case _:
            return for_all(outgoing, Result.POSTPONED, trouble(error))


def _cut(error: OSError) -> str:
    """Return what broke the conversation, which the library only tells of as the cause of an error of its own."""
    cause = error.__context__
    return trouble(cause) if isinstance(cause, OSError) else _("servern avbröt samtalet")


def _greet(server: smtplib.SMTP, email: Email, secret: str, trusted: ssl.SSLContext) -> None:
    server.ehlo_or_helo_if_needed()
    if email.security is Security.STARTTLS:
        server.starttls(context=trusted)
        server.ehlo()
    if email.account:
        _log_in(server, email.account, secret)


def _log_in(server: smtplib.SMTP, account: str, secret: str) -> None:
    """Log in; a password with å, ä or ö by PLAIN in UTF-8 (RFC 4616), which the library does not know."""
    if f"{account}{secret}".isascii():
        server.login(account, secret)
        return
    known = base64.b64encode(f"\0{account}\0{secret}".encode()).decode()
    code, said = server.docmd("AUTH", f"PLAIN {known}")
    if code != 235:
        raise smtplib.SMTPAuthenticationError(code, said)


def _name_all(server: smtplib.SMTP, outgoing: Outgoing) -> tuple[list[Target], list[Outcome]]:
    """Name every recipient to the server; return those it takes, and what it said of the others."""
    taken, refused = [], []
    for target in outgoing.targets:
        code, said = server.rcpt(target.address)
        if code in (250, 251):
            taken.append(target)
        else:
            refused.append(Outcome(target.at, _answered(code), words_of(said)))
    return taken, refused


def _hand_over(server: smtplib.SMTP, letter: bytes) -> tuple[Result, str]:
    """Send the text and then the dot that ends it; return what came of all who were taken."""
    lines = letter if letter.endswith(b"\r\n") else letter + b"\r\n"
    try:
        server.send(lines.replace(b"\r\n.", b"\r\n.."))
    except OSError as error:
        return Result.POSTPONED, _cut(error)
    try:
        if server.sock is not None:
            server.sock.settimeout(AFTER_DOT)
        server.send(b".\r\n")
        code, said = server.getreply()
    except OSError as error:
        return Result.UNKNOWN, _cut(error)
    with suppress(OSError):  # as every error of smtplib is
        server.quit()
    if not 200 <= code < 600:
        return Result.UNKNOWN, words_of(said)
    return (Result.SENT if code < 300 else _answered(code)), words_of(said)


def _answered(code: int) -> Result:
    """Return what a refusal means: 4xx passes by itself, all else does not (RFC 5321, 4.2.1). 421 and -1 are cuts."""
    return Result.POSTPONED if 400 <= code < 500 or code == -1 else Result.REFUSED


def _quoted(name: str) -> str:
    return " ".join(name.split()).replace("\\", "").replace('"', "'")
