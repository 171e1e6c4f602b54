"""Locking a workplace (låsa arbetsplatsen): one random key for all its files, under a passphrase and a printed key.

The key itself never changes and is never written down open. It lies twice in the lock file: under the passphrase, made
slow to guess (Argon2id), and under the recovery key (återställningsnyckel), which is printed once and kept in a sealed
envelope. Whoever has lost both has lost the files: that is what locking means (trust handbook 3.1).
"""

import hashlib
import os
import secrets
from pathlib import Path

import msgspec
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from krisapp.domain.words import N_, Refused
from krisapp.store.driver import LOCK
from krisapp.store.trouble import Trouble
from krisapp.store.whole_file import put

MEMORY, ROUNDS, LANES = 65_536, 3, 2
"""What Argon2id costs: kibibytes, rounds and lanes; about a sixth of a second (trust handbook 3.1)."""

SHORTEST = 14
"""Letters of a passphrase: four short words are easy to type at three in the morning, and slow enough to guess."""

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's 32 letters: none can be taken for another when it is read from paper."""

_CODE_LETTERS = 26
"""Letters drawn by chance, 130 bits; two more are their sum."""

_GROUP = 4
_MISREAD = str.maketrans("OIL", "011")


class WrongPassphrase(Trouble):
    """The passphrase is another."""

    sentence = N_("Lösenfrasen stämmer inte. Försök igen, eller använd återställningsnyckeln i kuvertet.")


class WrongRecovery(Trouble):
    """The recovery key is whole, but of another workplace."""

    sentence = N_("Återställningsnyckeln hör till en annan arbetsplats. Leta efter rätt kuvert.")


class LockDamaged(Trouble):
    """The lock file cannot be read, and without it no key opens anything."""

    sentence = N_("Låsfilen {file} i {folder} är skadad. Lägg tillbaka den ur en säkerhetskopia; den är lika i alla.")


class _Kept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The key under one secret: salt, nonce and sealed key in hex."""

    salt: str
    nonce: str
    sealed: str


class _Lock(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lock file. What Argon2id costs is written down, so that it may cost more one day."""

    v: int
    passphrase: _Kept
    recovery: _Kept
    memory: int = MEMORY
    rounds: int = ROUNDS
    lanes: int = LANES


def is_sealed(folder: Path) -> bool:
    """Return whether a workplace is locked."""
    return (folder / LOCK).exists()


def lock_name(folder: Path) -> str:
    """Return what tells a lock from every other, whatever its passphrase is. Raises `LockDamaged`."""
    return _read(folder).recovery.salt


def check_passphrase(passphrase: str) -> None:
    """Raise `Refused` for a passphrase that is too easy to guess, saying how to make a better one."""
    words = passphrase.split()
    if len(passphrase.strip()) < SHORTEST:
        raise Refused(
            N_("Lösenfrasen är för kort. Välj fyra ord som inte hör ihop, minst {least} tecken."), least=SHORTEST
        )
    if len(set(passphrase.lower())) < 6 or len(set(words)) < len(words):
        raise Refused(N_("Lösenfrasen upprepar sig. Välj fyra ord som inte hör ihop."))


class NewLock(msgspec.Struct, frozen=True):
    """A lock that is not put on yet: the key, and the recovery key to be printed and tried first."""

    key: bytes
    code: str
    lock: _Lock


def make_lock(passphrase: str) -> NewLock:
    """Make a key and what keeps it. Takes about a sixth of a second. Raises `Refused` for a weak passphrase."""
    check_passphrase(passphrase)
    key, code = secrets.token_bytes(32), _new_code()
    return NewLock(key, code, _Lock(1, _keep(key, _by_passphrase(passphrase)), _keep(key, _by_code(code))))


def put_on(folder: Path, new: NewLock) -> None:
    """Write the lock file of a workplace; its files are locked after it, so that each can always be opened again.

    Raises `Refused` for a workplace that has a lock.
    """
    if is_sealed(folder):
        raise Refused(N_("Arbetsplatsen är redan låst. Byt lösenfras i stället."))
    _write(folder, new.lock)


def open_by_passphrase(folder: Path, passphrase: str) -> bytes:
    """Return the key of a workplace. Takes about a sixth of a second. Raises `WrongPassphrase`, `LockDamaged`."""
    lock = _read(folder)
    try:
        return _take(lock.passphrase, _by_passphrase(passphrase, lock))
    except InvalidTag:
        raise WrongPassphrase(folder / LOCK) from None


def open_by_recovery(folder: Path, typed: str) -> bytes:
    """Return the key of a workplace by its printed key, typed with or without hyphens.

    Raises `Refused` where a letter is wrong, `WrongRecovery` for the key of another workplace, `LockDamaged`.
    """
    lock = _read(folder)
    try:
        return _take(lock.recovery, _by_code(read_code(typed)))
    except InvalidTag:
        raise WrongRecovery(folder / LOCK) from None


def change_passphrase(folder: Path, key: bytes, passphrase: str) -> None:
    """Keep the same key under another passphrase. The recovery key stays. Raises `Refused` for a weak one."""
    check_passphrase(passphrase)
    lock = _read(folder)
    _write(folder, msgspec.structs.replace(lock, passphrase=_keep(key, _by_passphrase(passphrase, lock))))


def read_code(typed: str) -> str:
    """Return a recovery key as it was printed, whatever gaps and letters it was typed with.

    Raises `Refused` when it is not whole or a letter is wrong: its last two letters are a sum of the others.
    """
    letters = "".join(typed.upper().translate(_MISREAD).replace("-", " ").split())
    if len(letters) != _CODE_LETTERS + 2:
        raise Refused(
            N_("Återställningsnyckeln har {wanted} tecken, men {found} är skrivna."),
            wanted=_CODE_LETTERS + 2,
            found=len(letters),
        )
    if any(letter not in _LETTERS for letter in letters) or _sum(letters[:_CODE_LETTERS]) != letters[_CODE_LETTERS:]:
        raise Refused(N_("Ett tecken i återställningsnyckeln är fel. Läs den en gång till ur kuvertet."))
    return _grouped(letters)


def _new_code() -> str:
    letters = "".join(secrets.choice(_LETTERS) for _letter in range(_CODE_LETTERS))
    return _grouped(letters + _sum(letters))


def _grouped(letters: str) -> str:
    return "-".join(letters[place : place + _GROUP] for place in range(0, len(letters), _GROUP))


def _sum(letters: str) -> str:
    first, second = hashlib.sha256(letters.encode()).digest()[:2]
    return _LETTERS[first & 31] + _LETTERS[second & 31]


class _Secret(msgspec.Struct, frozen=True):
    """How a secret becomes a key, given a salt."""

    text: str
    lock: _Lock | None = None
    slow: bool = True

    def key(self, salt: bytes) -> bytes:
        if not self.slow:
            return hashlib.sha256(salt + self.text.encode()).digest()
        memory, rounds, lanes = (
            (self.lock.memory, self.lock.rounds, self.lock.lanes) if self.lock else (MEMORY, ROUNDS, LANES)
        )
        return hash_secret_raw(self.text.encode(), salt, rounds, memory, lanes, 32, Type.ID)


def _by_passphrase(passphrase: str, lock: _Lock | None = None) -> _Secret:
    return _Secret(" ".join(passphrase.split()), lock)


def _by_code(code: str) -> _Secret:
    """A recovery key is random, 130 bits: nobody guesses it, so it need not be slow."""
    return _Secret(code.replace("-", ""), slow=False)


def _keep(key: bytes, secret: _Secret) -> _Kept:
    salt, nonce = os.urandom(16), os.urandom(12)
    sealed = AESGCM(secret.key(salt)).encrypt(nonce, key, None)
    return _Kept(salt.hex(), nonce.hex(), sealed.hex())


def _take(kept: _Kept, secret: _Secret) -> bytes:
    salt, nonce, sealed = (bytes.fromhex(part) for part in (kept.salt, kept.nonce, kept.sealed))
    return AESGCM(secret.key(salt)).decrypt(nonce, sealed, None)


def _read(folder: Path) -> _Lock:
    path = folder / LOCK
    try:
        lock = msgspec.json.decode(path.read_bytes(), type=_Lock)
        parts = [part for kept in (lock.passphrase, lock.recovery) for part in (kept.salt, kept.nonce, kept.sealed)]
        whole = all(map(bytes.fromhex, parts)) and 0 < lock.memory <= 2**22 and 0 < lock.rounds <= 100
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, ValueError) as error:
        raise LockDamaged(path) from error
    if not whole:
        raise LockDamaged(path)
    return lock


def _write(folder: Path, lock: _Lock) -> None:
    """Write the lock file whole: without it nothing can be opened."""
    put(folder / LOCK, msgspec.json.format(msgspec.json.encode(lock)))
