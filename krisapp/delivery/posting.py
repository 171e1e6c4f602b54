"""Posting by HTTPS (anrop): one request, one answer, no redirect followed.

The last byte of the body travels by itself. Until it has been sent no server has the whole request, so a connection
that breaks before it means that nothing was taken in, and one that breaks after it means that nobody knows.
"""

import http.client
import ssl
from typing import NamedTuple
from urllib.parse import urlsplit

from krisapp.delivery.outcomes import trouble, words_of
from krisapp.delivery.tls import context
from krisapp.domain.sending.sendings import Result
from krisapp.domain.sending.ways import check_url
from krisapp.domain.words import _

TIMEOUT = 30.0
"""Seconds to wait for the connection and for the answer."""

LONGEST = 64 * 1024
"""Bytes read of an answer."""

_PASSES = frozenset({408, 425, 429, 503})
"""Refusals that pass by themselves."""


class Answer(NamedTuple):
    """What came of a request, in a server's words, with the body of an answer that says yes."""

    result: Result
    words: str
    body: bytes = b""


def post(url: str, body: bytes, headers: dict[str, str], roots: str) -> Answer:
    """Post a body. Raises `Refused` for an address where others could read it."""
    check_url(url)
    parts = urlsplit(url)
    connection = (
        http.client.HTTPSConnection(parts.hostname or "", parts.port, timeout=TIMEOUT, context=context(roots))
        if parts.scheme == "https"
        else http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=TIMEOUT)
    )
    path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    try:
        return _exchange(connection, path, body, headers)
    finally:
        connection.close()


def _exchange(connection: http.client.HTTPConnection, path: str, body: bytes, headers: dict[str, str]) -> Answer:
    try:
        connection.connect()
        connection.auto_open = 0  # the last byte must not open a new connection of its own
        connection.putrequest("POST", path, skip_accept_encoding=True)
        for name, value in {**headers, "Content-Length": str(len(body)), "Connection": "close"}.items():
            connection.putheader(name, value)
        connection.endheaders(body[:-1])
    except ssl.SSLCertVerificationError as error:
        return Answer(Result.REFUSED, trouble(error))
    except (OSError, http.client.HTTPException) as error:
        return Answer(Result.POSTPONED, trouble(error))
    try:
        connection.send(body[-1:])
        response = connection.getresponse()
        said = response.read(LONGEST)
    except (OSError, http.client.HTTPException) as error:
        return Answer(Result.UNKNOWN, trouble(error))
    return _meaning(response.status, said)


def _meaning(status: int, said: bytes) -> Answer:
    """Return what a status means. A server that failed may have done its work first, so nobody knows."""
    words = words_of(f"{status} {said.decode('utf-8', 'replace')}")
    if 200 <= status < 300:
        return Answer(Result.SENT, words, said)
    if 300 <= status < 400:
        return Answer(
            Result.REFUSED, _("{status}: servern hänvisar någon annanstans, dit skickas inget").format(status=status)
        )
    if status in _PASSES:
        return Answer(Result.POSTPONED, words)
    return Answer(Result.REFUSED if status < 500 else Result.UNKNOWN, words)
