"""Passwords: in the system's keyring where there is one, else in memory, and never anywhere else."""

from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail
from keyring.errors import KeyringLocked

from krisapp.delivery.secret_keeping import RING, Secrets

ACCOUNT = "sms:u0123@api.46elks.com"


class Ring(KeyringBackend):
    """A keyring in memory; a locked one opens for nobody."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # as the library has it
        self.held: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        self._look()
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._look()
        self.held[service, username] = password

    def _look(self) -> None:
        if self.locked:
            raise KeyringLocked


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


def test_a_password_is_kept_in_the_keyring_and_found_in_the_next_session() -> None:
    ring = Ring()
    keyring.set_keyring(ring)
    assert Secrets().get(ACCOUNT) == ""
    assert Secrets().keep(ACCOUNT, "hemlig")

    assert ring.held == {(RING, ACCOUNT): "hemlig"}
    again = Secrets()
    assert again.kept and again.get(ACCOUNT) == "hemlig"


def test_without_a_keyring_it_is_kept_for_this_session_alone() -> None:
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]  # as the library has it
    secrets = Secrets()
    assert not secrets.kept
    assert not secrets.keep(ACCOUNT, "hemlig")
    assert secrets.get(ACCOUNT) == "hemlig"
    assert Secrets().get(ACCOUNT) == ""


def test_a_keyring_that_stays_locked_is_as_none() -> None:
    ring = Ring()
    ring.locked = True
    keyring.set_keyring(ring)
    secrets = Secrets()

    assert secrets.get(ACCOUNT) == ""
    assert not secrets.keep(ACCOUNT, "hemlig")
    assert secrets.get(ACCOUNT) == "hemlig"
    assert ring.held == {}
