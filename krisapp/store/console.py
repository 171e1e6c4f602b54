"""The console (konsolen): a machine's own name and the key it signs its entries with."""

import os
import platform
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from krisapp.store.trouble import BadKeyFile, ReadOnly

FILE = "console.json"


class _Saved(msgspec.Struct, forbid_unknown_fields=True):
    """The file's content: format, name, and the key's 32-byte seed in hex."""

    v: int
    name: str
    key: str


class Console:
    """One machine: `name` is what people call it, `key` signs what it writes."""

    def __init__(self, name: str, key: Ed25519PrivateKey) -> None:
        self.name = name
        self.key = key

    @property
    def public(self) -> str:
        """Return the public key in hex."""
        return self.key.public_key().public_bytes_raw().hex()

    @classmethod
    def load(cls, folder: Path, name: str = "") -> "Console":
        """Return the console whose key lies in the folder; the first time the key is made there.

        `name` is used the first time only; without it the machine's own name. Only the owner may read the file.
        Raises `BadKeyFile`, `ReadOnly`.
        """
        path = folder / FILE
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if not path.exists():
                _make(path, name or platform.node() or "konsol")
            content = path.read_bytes()
        except OSError as error:
            raise ReadOnly(path) from error
        try:
            saved = msgspec.json.decode(content, type=_Saved)
            return cls(saved.name, Ed25519PrivateKey.from_private_bytes(bytes.fromhex(saved.key)))
        except (msgspec.DecodeError, ValueError) as error:
            raise BadKeyFile(path) from error


def _make(path: Path, name: str) -> None:
    """Make a key, whole on disk before it has its name."""
    seed = Ed25519PrivateKey.generate().private_bytes_raw().hex()
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(msgspec.json.encode(_Saved(1, name, seed)))
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
