"""Lines to a server that are cut: the door they begin at, and one that is cut after so many bytes of the client."""

import socket
import threading
from contextlib import suppress


class Line:
    """A door on this machine that leads to a server at a port; a subclass says in `lead` what passes."""

    def __init__(self, port: int) -> None:
        self.upstream = port
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        with suppress(OSError):
            self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()
        self._thread.join(5)

    def lead(self, client: socket.socket) -> None:
        raise NotImplementedError

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                client, _where = self._door.accept()
                with client:
                    self.lead(client)


class ByteCut(Line):
    """Carries `limit` bytes of each client's and then cuts; `cut` tells whether that happened."""

    def __init__(self, port: int, limit: int) -> None:
        self._limit = limit
        self.cut = False
        super().__init__(port)

    def lead(self, client: socket.socket) -> None:
        with socket.create_connection(("127.0.0.1", self.upstream)) as server:
            back = threading.Thread(target=self._carry_back, args=(server, client), daemon=True)
            back.start()
            with suppress(OSError):
                self._carry(client, server)
            for line in (client, server):
                with suppress(OSError):
                    line.shutdown(socket.SHUT_RDWR)
            back.join(5)

    def _carry(self, client: socket.socket, server: socket.socket) -> None:
        left = self._limit
        while left > 0 and (said := client.recv(min(4096, left))):
            server.sendall(said)
            left -= len(said)
        self.cut = left == 0

    @staticmethod
    def _carry_back(server: socket.socket, client: socket.socket) -> None:
        with suppress(OSError):
            while said := server.recv(4096):
                client.sendall(said)
