"""A real mail server for tests (aiosmtpd), and a line to it that can be cut at any point of the conversation."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from tests.delivery.byte_cut import Line


def free_port() -> int:
    """Return a port on this machine that nobody listens to."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        port: int = door.getsockname()[1]
    return port


class MailServer:
    """Takes mail for all but a few addresses. `taken` are the mails it has accepted."""

    def __init__(
        self,
        tls: ssl.SSLContext | None = None,
        *,
        starttls: bool = False,
        auth: bool = False,
        port: int = 0,
        password: str = "hemlig",
    ) -> None:
        self.taken: list[Envelope] = []
        self._password = password.encode()
        self.answers: dict[str, str] = {}
        self.at_end = "250 OK: mottaget"
        outer = self

        class _Controller(Controller):
            def factory(self) -> SMTP:
                return SMTP(
                    outer,
                    hostname="127.0.0.1",
                    data_size_limit=200_000,
                    tls_context=tls if starttls else None,
                    require_starttls=starttls,
                    authenticator=outer._authenticate if auth else None,
                    auth_required=auth and starttls,
                    auth_require_tls=starttls,
                )

        self.port = port or free_port()
        self._controller = _Controller(self, "127.0.0.1", self.port, ssl_context=None if starttls else tls)
        self._controller.start()

    def stop(self) -> None:
        self._controller.stop()

    def _authenticate(self, _server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
        good = isinstance(data, LoginPassword) and (data.login, data.password) == (b"krisapp", self._password)
        return AuthResult(success=good, handled=good)

    async def handle_MAIL(  # noqa: N802 - the server's own names
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if "MAIL" in self.answers:
            return self.answers["MAIL"]
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if address in self.answers:
            return self.answers[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.at_end.startswith("250"):
            self.taken.append(envelope)
        return self.at_end


@pytest.fixture
def mail(loopback: None) -> Iterator[MailServer]:
    made = MailServer()
    yield made
    made.stop()


Cut = Callable[[bytes, bool], str]
"""Told of each line of the client, and whether it is within the text: "pass", "cut" before it or "after" it."""


class CutLine(Line):
    """A line to a server that is cut where `cut` says. `banner` cuts before the server's first word."""

    def __init__(self, port: int, cut: Cut, *, banner: bool = False) -> None:
        self._cut, self._banner = cut, banner
        super().__init__(port)

    def lead(self, client: socket.socket) -> None:
        if self._banner:
            return
        with socket.create_connection(("127.0.0.1", self.upstream)) as server, suppress(OSError):
            silent = threading.Event()
            back = threading.Thread(target=self._back, args=(server, client, silent), daemon=True)
            back.start()
            text = False
            for line in client.makefile("rb"):
                act = self._cut(line, text)
                if act == "after":
                    silent.set()
                if act != "cut":
                    server.sendall(line)
                if act == "after":
                    server.settimeout(2)
                    back.join(1)  # the server has answered, and nobody hears it
                if act != "pass":
                    client.shutdown(socket.SHUT_RDWR)
                    break
                text = text or line.upper().startswith(b"DATA")
            server.shutdown(socket.SHUT_RDWR)
            back.join(5)

    @staticmethod
    def _back(server: socket.socket, client: socket.socket, silent: threading.Event) -> None:
        with suppress(OSError):
            while said := server.recv(4096):
                if silent.is_set():
                    return
                client.sendall(said)
