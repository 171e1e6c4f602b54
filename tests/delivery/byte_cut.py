"""A line to a server that is cut after so many bytes from the client."""

import socket
import threading
from contextlib import suppress


class ByteCut:
    """Carries `limit` bytes of each client's and then cuts; `cut` tells whether that happened."""

    def __init__(self, port: int, limit: int) -> None:
        self._upstream, self._limit = port, limit
        self.cut = False
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        with suppress(OSError):
            self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()
        self._thread.join(5)

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                client, _where = self._door.accept()
                with client, socket.create_connection(("127.0.0.1", self._upstream)) as server:
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
