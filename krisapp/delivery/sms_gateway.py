"""Text messages by a supplier (sms genom leverantör), in the form of 46elks: one POST for each number.

The request has the fields from, to and message and the account by HTTP Basic; the answer is JSON with the supplier's id
and "created", "sent", "delivered" or "failed". Created and sent mean that the supplier has taken it in charge.
"""

import base64
from urllib.parse import urlencode

import msgspec

from krisapp.delivery.outcomes import words_of
from krisapp.delivery.posting import Answer, post
from krisapp.domain.sending.outgoing import Outgoing
from krisapp.domain.sending.sendings import Outcome, Result
from krisapp.domain.sending.ways import Gateway
from krisapp.domain.words import _


class _Receipt(msgspec.Struct):
    """The supplier's answer, as far as it is read."""

    id: str
    status: str = ""


def send(outgoing: Outgoing, gateway: Gateway, secret: str) -> tuple[Outcome, ...]:
    """Send a text to each recipient. Raises `Refused` for an address where others could read it."""
    account = base64.b64encode(f"{gateway.account}:{secret}".encode()).decode()
    headers = {
        "Authorization": f"Basic {account}",
        "Content-Type": "application/x-www-form-urlencoded",
        "Accept": "application/json",
    }
    found = []
    for target in outgoing.targets:
        form = {"from": gateway.sender, "to": target.address, "message": outgoing.text}
        found.append(_outcome(target.at, post(gateway.url, urlencode(form).encode(), headers, gateway.ca)))
    return tuple(found)


def _outcome(at: int, answer: Answer) -> Outcome:
    if answer.result is not Result.SENT:
        return Outcome(at, answer.result, answer.words)
    try:
        receipt = msgspec.json.decode(answer.body, type=_Receipt)
    except (msgspec.DecodeError, UnicodeDecodeError):
        words = _("Svaret går inte att tolka: {words}").format(words=answer.words)
        return Outcome(at, Result.UNKNOWN, words_of(words))
    if receipt.status == "failed":
        return Outcome(at, Result.REFUSED, answer.words, words_of(receipt.id))
    return Outcome(at, Result.SENT, words_of(receipt.status), words_of(receipt.id))
