"""The wall on the local network (väggbilden på nätet): one page, read only, for whoever has the key in the address.

It serves the bytes it was last given and knows nothing of the incident. Off until it is asked for; each time with a new
key, so that an address somebody wrote down yesterday shows nothing today.
"""

import secrets
import socket
from hmac import compare_digest
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from threading import BoundedSemaphore, Thread, Timer

PORT = 8017
"""The port that is tried first; where it is taken, the system chooses another."""

PATIENCE = 5
"""Seconds a reader may take for its question and for our answer."""

AT_ONCE = 24
"""Readers served at the same time; a further one is turned away."""

Request = socket.socket | tuple[bytes, socket.socket]
"""What a server of the standard library hands on: ours is always the first of them."""

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_KEY = 16

_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Content-Type": "text/html; charset=utf-8",
}

_NOTHING = b"<!doctype html><title>404</title><p>404"


class WallPage:
    """A page on the network. `show` replaces it, from any thread; `close` takes it away."""

    def __init__(self, page: bytes, port: int = PORT, host: str = "") -> None:
        """Begin to serve, on every network of the machine or on that of `host`. Raises `OSError` when it cannot."""
        self.key = "".join(secrets.choice(_LETTERS) for _letter in range(_KEY))
        self._page = page
        try:
            self._server = _Server((host, port), _handler(self))
        except OSError:
            self._server = _Server((host, 0), _handler(self))
        self._thread = Thread(target=self._server.serve_forever, name="wall", daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        """Return the port it listens to."""
        return int(self._server.server_address[1])

    @property
    def address(self) -> str:
        """Return what is written in a browser on the same network."""
        return f"http://{own_address()}:{self.port}/{self.key}"

    def show(self, page: bytes) -> None:
        """Serve another page from now on."""
        self._page = page

    def answer(self, path: str) -> bytes | None:
        """Return the page for a path with the right key, else None; how long that takes tells nothing of the key."""
        return self._page if compare_digest(path.encode(), f"/{self.key}".encode()) else None

    def close(self) -> None:
        """Stop serving; the port is free when this returns."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(ThreadingHTTPServer):
    """Serves a bounded number of readers, each for a bounded time, so that nobody can tire the machine out."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True
    request_queue_size = AT_ONCE

    def __init__(self, address: tuple[str, int], handler: type[BaseHTTPRequestHandler]) -> None:
        self._room = BoundedSemaphore(AT_ONCE)
        super().__init__(address, handler)

    def server_bind(self) -> None:
        """Listen without asking a name server who we are: without a network that takes many seconds."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = "krisapp", self.server_address[1]

    def process_request(self, request: Request, client_address: object) -> None:
        """Serve a reader in a thread of its own, or hang up when there is no room."""
        if self._room.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Request, client_address: object) -> None:
        """Serve a reader, and hang up on one that asks a letter at a time."""
        limit = Timer(2 * PATIENCE, self.shutdown_request, (request,))
        limit.start()
        try:
            super().process_request_thread(request, client_address)
        finally:
            limit.cancel()
            self._room.release()

    def handle_error(self, request: object, client_address: object) -> None:
        """A reader that goes away in the middle is nobody's fault."""


def _handler(wall: WallPage) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        timeout = PATIENCE
        server_version = "Krisapp"
        sys_version = ""

        def do_GET(self) -> None:
            self._answer(body=True)

        def do_HEAD(self) -> None:
            self._answer(body=False)

        def _answer(self, *, body: bool) -> None:
            page = wall.answer(self.path)
            self._send(HTTPStatus.NOT_FOUND if page is None else HTTPStatus.OK, page or _NOTHING, body=body)

        def _send(self, status: HTTPStatus, content: bytes, *, body: bool) -> None:
            self.send_response(status)
            for name, value in _HEADERS.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            if body:
                self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            """Keep no record of who looks."""

    return Handler


def own_address() -> str:
    """Return this machine's address on the network it would use to reach others; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(("192.0.2.1", 9))
        except OSError:
            return "127.0.0.1"
        return str(asking.getsockname()[0])
