"""The console (konsolen): a machine's own name and the key it signs its entries with."""

import os
import platform
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from krisapp.store import driver
from krisapp.store.trouble import BadKeyFile, ReadOnly

FILE = "console.json"
FILES = "console*.json"
"""What the file and those it had before are called."""


class _Saved(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """The file's content: format, name, and the key's 32-byte seed in hex; in a locked workplace it is `sealed`."""

    v: int
    name: str
    key: str = ""
    sealed: str = ""


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
            seed = _unsealed(folder, saved.sealed) if saved.sealed else bytes.fromhex(saved.key)
            return cls(saved.name, Ed25519PrivateKey.from_private_bytes(seed))
        except (msgspec.DecodeError, ValueError) as error:
            raise BadKeyFile(path) from error


def seal_console(folder: Path, key: bytes) -> None:
    """Lock the console's own key, and those it had before, with that of its workplace; what is locked stays so."""
    for path in folder.glob(FILES):
        try:
            saved = msgspec.json.decode(path.read_bytes(), type=_Saved)
        except msgspec.DecodeError:
            continue  # whoever loads it tells
        if saved.key:
            _write(path, _sealed(saved, key))


def _sealed(saved: _Saved, key: bytes) -> _Saved:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # here: few starts lock anything

    nonce = os.urandom(12)
    return _Saved(1, saved.name, sealed=(nonce + AESGCM(key).encrypt(nonce, bytes.fromhex(saved.key), _ABOUT)).hex())


def _unsealed(folder: Path, sealed: str) -> bytes:
    """Return the console's seed out of a locked file. Raises `ValueError` without the right key."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # both here: only a locked workplace needs them

    key, content = driver.key_of(folder), bytes.fromhex(sealed)
    if key is None:
        raise ValueError("the workplace is locked")
    try:
        return AESGCM(key).decrypt(content[:12], content[12:], _ABOUT)
    except InvalidTag:
        raise ValueError("locked with another key") from None


_ABOUT = b"krisapp console"


def renew(folder: Path, name: str) -> Console:
    """Give the console of a folder a new key and name: the folder was copied, and another machine has the old one.

    The old file is kept beside it, in case the wrong machine was chosen. Raises `ReadOnly`.
    """
    path = folder / FILE
    try:
        held = sum(1 for _each in folder.glob(f"{path.stem}-*{path.suffix}"))
        path.rename(path.with_name(f"{path.stem}-{held + 1}{path.suffix}"))
    except OSError as error:
        raise ReadOnly(path) from error
    return Console.load(folder, name)


def _make(path: Path, name: str) -> None:
    """Make a key; in a locked workplace it never lies open."""
    made, key = _Saved(1, name, Ed25519PrivateKey.generate().private_bytes_raw().hex()), driver.key_of(path.parent)
    _write(path, made if key is None else _sealed(made, key))


def _write(path: Path, saved: _Saved) -> None:
    from krisapp.store.whole_file import put  # here: a start finds its key and writes none

    put(path, msgspec.json.encode(saved), private=True)
