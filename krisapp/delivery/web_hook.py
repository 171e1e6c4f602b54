"""A signed call (webbanrop): the text as JSON to one address, with a time and a signature the receiver can check.

`X-Krisapp-Signature` is "sha256=" and the HMAC-SHA256, in hex, of the time in `X-Krisapp-Timestamp` (seconds since 1970
UTC), a dot and the body. A receiver refuses what is older than five minutes, and the second of two with the same
`X-Krisapp-Delivery`.
"""

import hashlib
import hmac
from datetime import datetime

import msgspec

from krisapp.delivery.posting import post
from krisapp.domain.sending.outgoing import Outgoing
from krisapp.domain.sending.sendings import Outcome
from krisapp.domain.sending.ways import Hook


def send(outgoing: Outgoing, hook: Hook, secret: str, now: datetime) -> tuple[Outcome, ...]:
    """Call the address with the text. Raises `Refused` for an address where others could read it."""
    body = msgspec.json.encode(
        {
            "message": outgoing.message,
            "number": outgoing.number,
            "subject": outgoing.subject,
            "text": outgoing.text,
            "sha256": hashlib.sha256(outgoing.text.encode()).hexdigest(),
            "sent": now.isoformat(),
        }
    )
    at = str(int(now.timestamp()))
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "X-Krisapp-Timestamp": at,
        "X-Krisapp-Signature": signature(secret, at, body),
        "X-Krisapp-Delivery": outgoing.id,
    }
    answer = post(hook.url, body, headers, hook.ca)
    return tuple(Outcome(target.at, answer.result, answer.words) for target in outgoing.targets)


def signature(secret: str, at: str, body: bytes) -> str:
    """Return the signature of a body at a time."""
    return "sha256=" + hmac.digest(secret.encode(), at.encode() + b"." + body, "sha256").hex()
