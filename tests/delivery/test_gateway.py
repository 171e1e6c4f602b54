"""Text messages by a supplier and signed calls, against a server that speaks the supplier's published protocol."""

import hmac
import json
from pathlib import Path

import pytest

from krisapp.delivery import sms_gateway, web_hook
from krisapp.domain.sending.outgoing import Outgoing
from krisapp.domain.sending.sendings import Result
from krisapp.domain.sending.ways import Gateway, Hook, Way
from krisapp.domain.words import Refused
from tests.delivery.certificates import certificate
from tests.delivery.gateway_server import ACCOUNT, SECRET, GatewayServer
from tests.delivery.gateway_server import supplier as server
from tests.delivery.leaving import leaving
from tests.domain.sitting import NOON

__all__ = ["server"]

NUMBER = "+46701740605"


@pytest.fixture
def text() -> Outgoing:
    return leaving(Way.SMS, NUMBER)


def gateway(server: GatewayServer, scheme: str = "http", ca: str = "") -> Gateway:
    return Gateway(f"{scheme}://127.0.0.1:{server.port}/a1/sms", ACCOUNT, "FlensKommun", ca=ca)


def test_each_number_gets_the_text_and_the_suppliers_receipt(server: GatewayServer) -> None:
    text = leaving(Way.SMS, NUMBER, "+46701740606")
    text.text = "Flens kommun: Koka vattnet & håll ut. 100 % + åäö"
    first, second = sms_gateway.send(text, gateway(server), SECRET)

    assert (first.result, second.result) == (Result.SENT, Result.SENT)
    assert (first.words, first.reference) == ("created", f"s{1:032x}")
    assert server.taken == [{"from": "FlensKommun", "to": to, "message": text.text} for to in (NUMBER, "+46701740606")]


def test_a_wrong_password_is_a_no_in_the_suppliers_words(server: GatewayServer, text: Outgoing) -> None:
    (one,) = sms_gateway.send(text, gateway(server), "fel")

    assert (one.result, one.words) == (Result.REFUSED, "401 API access requires Basic HTTP authentication")
    assert SECRET not in one.words


@pytest.mark.parametrize(
    ("status", "result"),
    [
        (400, Result.REFUSED),
        (403, Result.REFUSED),
        (404, Result.REFUSED),
        (429, Result.POSTPONED),
        (503, Result.POSTPONED),
        (500, Result.UNKNOWN),
        (502, Result.UNKNOWN),
        (504, Result.UNKNOWN),
    ],
)
def test_a_server_that_failed_may_have_sent_and_one_that_refused_has_not(
    server: GatewayServer, text: Outgoing, status: int, result: Result
) -> None:
    server.status = status
    assert sms_gateway.send(text, gateway(server), SECRET)[0].result is result


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_refused_and_the_password_goes_nowhere_else(
    server: GatewayServer, text: Outgoing, status: int
) -> None:
    other = GatewayServer()
    server.status, server.headers = status, {"Location": f"http://127.0.0.1:{other.port}/a1/sms"}
    assert sms_gateway.send(text, gateway(server), SECRET)[0].result is Result.REFUSED
    other.stop()
    assert (server.taken, other.taken) == ([], [])


@pytest.mark.parametrize("answer", [b"OK", b"{}", b"[1]", b"\xff\xfe", b'{"id": 3}'])
def test_a_yes_without_a_receipt_is_unclear(server: GatewayServer, text: Outgoing, answer: bytes) -> None:
    server.answer = answer
    assert sms_gateway.send(text, gateway(server), SECRET)[0].result is Result.UNKNOWN


def test_a_receipt_that_says_failed_is_a_no(server: GatewayServer, text: Outgoing) -> None:
    server.answer = b'{"id": "s1", "status": "failed"}'
    assert sms_gateway.send(text, gateway(server), SECRET)[0].result is Result.REFUSED


@pytest.mark.parametrize("cut", ["connect", "headers", "body", "answer", "half"])
def test_a_cut_line_never_says_sent_of_what_was_not_nor_unsent_of_what_was(
    server: GatewayServer, text: Outgoing, cut: str
) -> None:
    server.cut = cut
    (one,) = sms_gateway.send(text, gateway(server), SECRET)

    # Where half of the answer was lost, the receipt itself came.
    allowed = {Result.UNKNOWN, Result.SENT if server.taken else Result.POSTPONED}
    assert one.result in allowed
    assert cut not in ("answer", "half") or server.taken


def test_no_server_at_all_is_trouble_that_may_pass(loopback: None, text: Outgoing) -> None:
    server = GatewayServer()
    server.stop()
    assert sms_gateway.send(text, gateway(server), SECRET)[0].result is Result.POSTPONED


def test_it_goes_by_https_to_a_server_that_proves_its_name_and_to_no_other(
    loopback: None, text: Outgoing, tmp_path: Path
) -> None:
    roots, shown = certificate(tmp_path)
    server = GatewayServer(shown)
    try:
        assert sms_gateway.send(text, gateway(server, "https", str(roots)), SECRET)[0].result is Result.SENT
        assert sms_gateway.send(text, gateway(server, "https"), SECRET)[0].result is Result.REFUSED
    finally:
        server.stop()
    assert len(server.taken) == 1


@pytest.mark.parametrize(
    "url", ["http://sms.example.se/a1", "ftp://example.se", "https://", "sms.example.se", "https://a:b@example.se/"]
)
def test_an_address_that_others_could_read_is_refused(text: Outgoing, url: str) -> None:
    with pytest.raises(Refused):
        sms_gateway.send(text, Gateway(url, ACCOUNT, "Flen"), SECRET)


def test_a_signed_call_can_be_checked_by_its_receiver(server: GatewayServer) -> None:
    text = leaving(Way.HOOK)
    hook = Hook(f"http://127.0.0.1:{server.port}/hook")
    (one,) = web_hook.send(text, hook, "nyckel", NOON)

    ((headers, body),) = server.called
    signed = headers["X-Krisapp-Timestamp"].encode() + b"." + body
    assert one.result is Result.SENT
    assert headers["X-Krisapp-Signature"] == "sha256=" + hmac.digest(b"nyckel", signed, "sha256").hex()
    assert headers["X-Krisapp-Timestamp"] == str(int(NOON.timestamp()))
    assert headers["X-Krisapp-Delivery"] == text.id
    assert json.loads(body)["text"] == text.text
