"""What entries name by hash (bilagor): the frozen plan, stored once and checked each time it is read."""

import hashlib
from collections.abc import Iterator

from krisapp.domain.faults import Broken, Fault, What
from krisapp.store.driver import Connection


def put(connection: Connection, content: bytes) -> str:
    """Store content under its SHA-256 and return that in hex; what is there already stays."""
    digest = hashlib.sha256(content)
    if get(connection, digest.hexdigest()) is None:
        connection.execute("INSERT INTO blob (hash, content) VALUES (?, ?)", (digest.digest(), content))
    return digest.hexdigest()


def get(connection: Connection, name: str) -> bytes | None:
    """Return the content of a hash in hex, None if it is not here. Raises `Broken` if it is not what was stored."""
    row = connection.execute("SELECT content FROM blob WHERE hash = ?", (bytes.fromhex(name),)).fetchone()
    if row is None:
        return None
    content: bytes = row[0]
    if hashlib.sha256(content).hexdigest() != name:
        raise Broken((Fault(What.BLOB, console=name[:8]),))
    return content


def faults(connection: Connection) -> Iterator[Fault]:
    """Give a fault for each blob that is not what was stored."""
    for digest, content in connection.execute("SELECT hash, content FROM blob"):
        if hashlib.sha256(content).digest() != digest:
            yield Fault(What.BLOB, console=digest.hex()[:8])
