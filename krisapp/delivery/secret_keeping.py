"""Where passwords are kept (hemligheter): in the system's own keyring, or in memory until the program is closed.

They are written nowhere else: not in the journal, the plan, the settings of the ways, an export or a log.
"""

import keyring
from keyring.backends import fail
from keyring.errors import KeyringError

RING = "Krisapp"
"""The name under which the keyring shows them."""


class Secrets:
    """The passwords of this workplace's ways out, by `WaysOut.account`."""

    def __init__(self) -> None:
        self._remembered: dict[str, str] = {}

    @property
    def kept(self) -> bool:
        """Return whether this machine has a keyring; without one, secrets are asked for once a session."""
        backend = keyring.get_keyring()
        return not isinstance(backend, fail.Keyring) and backend.priority > 0

    def get(self, account: str) -> str:
        """Return a secret, or nothing when it has to be asked for. May wait for a keyring to be unlocked."""
        if account in self._remembered:
            return self._remembered[account]
        if not self.kept:
            return ""
        try:
            found = keyring.get_password(RING, account) or ""
        except KeyringError:
            return ""
        if found:
            self._remembered[account] = found
        return found

    def keep(self, account: str, secret: str) -> bool:
        """Keep a secret; return whether the keyring has it, or only this session."""
        self._remembered[account] = secret
        if not self.kept:
            return False
        try:
            keyring.set_password(RING, account, secret)
        except KeyringError:
            return False
        return True

    def forget(self, account: str) -> None:
        """Take a secret away, here and in the keyring."""
        self._remembered.pop(account, None)
        if self.kept:
            try:
                keyring.delete_password(RING, account)
            except KeyringError:
                return
