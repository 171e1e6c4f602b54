"""The entries of a journal as they were signed (underskrivna poster), for whoever wants to prove the chain by hand."""

from base64 import b64encode
from collections.abc import Iterator

import msgspec

from krisapp.store import driver
from krisapp.store.journal import Journal

_ALL = "SELECT id, raw, sig, salt, body FROM entry ORDER BY position"


def signed_entries(journal: Journal) -> Iterator[bytes]:
    """Give each entry as a line of JSON: id in hex; signed text, signature, salt and body in Base64.

    A body that has been disposed of is null.
    """
    with driver.in_words(journal.path):
        for digest, raw, sig, salt, body in journal.connection.execute(_ALL):
            line = {"id": digest.hex(), "raw": _text(raw), "sig": _text(sig), "salt": _text(salt), "body": _text(body)}
            yield msgspec.json.encode(line) + b"\n"


def _text(content: bytes | None) -> str | None:
    return None if content is None else b64encode(content).decode()
