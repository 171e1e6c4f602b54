"""One journal entry (loggad post): canonical text, signature, id; sealing it and checking it.

An entry is text that is signed and hashed as it stands and never written anew. Its id covers the signature too, so
that a good text with a bad signature is another entry. The body is hashed with a salt and kept apart from the
text: the law may one day require that a body be disposed of (gallras), and the chain must stay whole and say so.
"""

import hashlib
from sys import intern

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from krisapp.domain.events import Stamp

FORMAT = 1
"""The `v` of every entry this program writes."""


class Head(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """The signed text of an entry, read. Field names are those of the text and permanent.

    v format, s stream, n number in it from 1, p id of the previous or "", t tick, w wall clock in ms, z offset from
    UTC in minutes, a person, k kind, bh hash of the salted body, o ids replaced. The first entry of a stream also
    has key (public Ed25519 key) and r (16 random bytes), which together make the stream's name.
    """

    v: int
    s: str
    n: int
    p: str
    t: int
    w: int
    z: int
    a: str
    k: str
    bh: str
    o: tuple[str, ...]
    key: str = ""
    r: str = ""


class Entry(msgspec.Struct, frozen=True, gc=False):
    """An entry as stored and exchanged. `body` and `salt` are None when the body has been disposed of."""

    raw: bytes
    sig: bytes
    salt: bytes | None
    body: bytes | None

    @property
    def id(self) -> str:
        """Return the entry's id in hex."""
        return hashlib.sha256(self.raw + self.sig).hexdigest()

    @property
    def head(self) -> Head:
        """Return the signed text, read. Raises one of `NOT_OURS` if it is none of ours."""
        return read_head(self.raw)


_ENCODER = msgspec.json.Encoder(order="sorted")

read_head = msgspec.json.Decoder(Head).decode
"""Read the signed text of an entry. Raises one of `NOT_OURS` if it is none of ours."""

NOT_OURS = (msgspec.DecodeError, UnicodeDecodeError)
"""What reading says of a text that no console wrote."""


def canonical(head: Head) -> bytes:
    """Return the text that is signed: JSON with sorted keys, no spaces, UTF-8."""
    return _ENCODER.encode(head)


def stream_name(key: bytes, random: bytes) -> str:
    """Return the name of a stream: one console and one run of the program, 32 hex digits."""
    return hashlib.sha256(key + random).digest()[:16].hex()


def body_hash(salt: bytes, body: bytes) -> str:
    """Return what is signed instead of the body itself."""
    return hashlib.sha256(salt + body).hexdigest()


def body_holds(head: Head, entry: Entry) -> bool:
    """Return whether the body is the one that was signed; one that has been disposed of holds too."""
    if entry.body is None or entry.salt is None:
        return entry.body is entry.salt
    return body_hash(entry.salt, entry.body) == head.bh


def signature_holds(key: bytes, entry: Entry) -> bool:
    """Return whether the console with this public key signed the entry's text."""
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(entry.sig, entry.raw)
    except (InvalidSignature, ValueError):
        return False
    return True


def stream_key(head: Head) -> bytes | None:
    """Return the public key a stream's first entry shows, or None if it does not make the stream's name."""
    try:
        key, random = bytes.fromhex(head.key), bytes.fromhex(head.r)
    except ValueError:
        return None
    if len(key) != 32 or len(random) != 16 or stream_name(key, random) != head.s:
        return None
    return key


def stamp_of(digest: str, head: Head) -> Stamp:
    """Return the stamp that an entry's event carries; `digest` is the entry's id."""
    # Names that thousands of entries share are kept once: that is a tenth of a long incident's memory.
    return Stamp(digest, intern(head.s), head.n, head.t, head.w, head.z, intern(head.a), head.o)


class Pen:
    """What one run of the program writes its stream with (penna): the console's key and how far it has come.

    Sealing does not move the pen; `wrote` does.
    """

    def __init__(self, key: Ed25519PrivateKey, random: bytes) -> None:
        self._key = key
        self._random = random
        self._public = key.public_key().public_bytes_raw()
        self.stream = stream_name(self._public, random)
        self.seq = 0
        self.tick = 0
        self.previous = ""

    def seal(
        self,
        kind: str,
        body: bytes,
        salt: bytes,
        *,
        person: str,
        tick: int,
        wall: int,
        offset: int,
        replaces: tuple[str, ...] = (),
    ) -> tuple[Entry, Head]:
        """Sign the next entry of the stream. `salt` must be 16 fresh random bytes; units as in `Stamp`."""
        first = self.seq == 0
        head = Head(
            FORMAT,
            self.stream,
            self.seq + 1,
            self.previous,
            tick,
            wall,
            offset,
            person,
            kind,
            body_hash(salt, body),
            replaces,
            self._public.hex() if first else "",
            self._random.hex() if first else "",
        )
        raw = canonical(head)
        return Entry(raw, self._key.sign(raw), salt, body), head

    def wrote(self, digest: str, head: Head) -> None:
        """Move on to after the entry with this id."""
        self.seq, self.tick, self.previous = head.n, head.t, digest

    @property
    def place(self) -> tuple[int, int, str]:
        """Return how far the pen has come, for `go_back`."""
        return self.seq, self.tick, self.previous

    def go_back(self, place: tuple[int, int, str]) -> None:
        """Go back to a place: what was sealed after it never came to disk."""
        self.seq, self.tick, self.previous = place
