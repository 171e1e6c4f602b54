"""A double of 46elks for tests, by its published protocol, that can break off anywhere. Hooks call it too."""

import base64
import json
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest

ACCOUNT, SECRET = "u0123", "hemlig"


class GatewayServer:
    """`taken` are the forms and bodies it has taken in charge. `status` and `answer` replace what it would say."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.taken: list[dict[str, str]] = []
        self.called: list[tuple[dict[str, str], bytes]] = []
        self.status = 0
        self.answer = b""
        self.headers: dict[str, str] = {}
        self.cut = ""
        outer = self

        class _Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                outer.serve(self)

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        class _Server(ThreadingHTTPServer):
            def process_request(self, request: object, client_address: object) -> None:
                assert isinstance(request, socket.socket)
                if outer.cut == "connect":
                    self.shutdown_request(request)
                else:
                    super().process_request(request, client_address)

            def handle_error(self, request: object, client_address: object) -> None:
                """Say nothing of lines that break: the tests break them."""

        self._server = _Server(("127.0.0.1", 0), _Handler)
        if tls is not None:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        self.port: int = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)

    def serve(self, request: BaseHTTPRequestHandler) -> None:
        """Answer one request as 46elks does: JSON for what is taken, plain words for what is not."""
        if self.cut == "headers":
            self._break(request)
            return
        body = request.rfile.read(int(request.headers["Content-Length"]))
        if self.cut == "body":
            self._break(request)
            return
        status, answer = self._decide(request, body)
        if self.cut == "answer":
            self._break(request)
            return
        request.send_response(status)
        for name, value in self.headers.items():
            request.send_header(name, value)
        request.send_header("Content-Length", str(len(answer) + (10 if self.cut == "half" else 0)))
        request.end_headers()
        request.wfile.write(answer)
        if self.cut == "half":
            self._break(request)

    def _decide(self, request: BaseHTTPRequestHandler, body: bytes) -> tuple[int, bytes]:
        if request.path == "/hook":
            self.called.append((dict(request.headers.items()), body))
            return self.status or 204, self.answer
        if self.status:
            return self.status, self.answer
        account = base64.b64encode(f"{ACCOUNT}:{SECRET}".encode()).decode()
        if request.headers["Authorization"] != f"Basic {account}":
            return 401, b"API access requires Basic HTTP authentication"
        form = {name: values[0] for name, values in parse_qs(body.decode()).items()}
        if not form.get("to", "").startswith("+"):
            return 400, b"Invalid to number"
        self.taken.append(form)
        receipt = {"id": f"s{len(self.taken):032x}", "status": "created", "direction": "outgoing", "parts": 1, **form}
        return 200, self.answer or json.dumps(receipt).encode()

    @staticmethod
    def _break(request: BaseHTTPRequestHandler) -> None:
        request.close_connection = True
        with suppress(OSError):
            request.connection.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def supplier(loopback: None) -> Iterator[GatewayServer]:
    made = GatewayServer()
    yield made
    made.stop()
