"""Where passwords are kept (hemligheter): in the system's own keyring, or in memory until the program is closed.

They are written nowhere else: not in the journal, the plan, the settings of the ways, an export or a log. The keyring
is brought in when it is first asked, which takes a moment and belongs in a thread; `look` does it beforehand.
"""

RING = "Krisapp"
"""The name under which the keyring shows them."""


class Secrets:
    """The passwords of this workplace's ways out, by `WaysOut.account`."""

    def __init__(self) -> None:
        self._remembered: dict[str, str] = {}
        self._kept: bool | None = None

    def look(self) -> bool:
        """Find out whether this machine has a keyring, and return it."""
        import keyring
        from keyring.backends import fail

        backend = keyring.get_keyring()
        self._kept = not isinstance(backend, fail.Keyring) and backend.priority > 0
        return self._kept

    @property
    def kept(self) -> bool:
        """Return whether this machine has a keyring; without one, secrets are asked for once a session."""
        return self.look() if self._kept is None else self._kept

    def get(self, account: str) -> str:
        """Return a secret, or nothing when it has to be asked for. May wait for a keyring to be unlocked."""
        if account in self._remembered or not self.kept:
            return self._remembered.get(account, "")
        import keyring
        from keyring.errors import KeyringError

        try:
            found = keyring.get_password(RING, account) or ""
        except KeyringError:
            return ""
        if found:
            self._remembered[account] = found
        return found

    def remember(self, account: str, secret: str) -> None:
        """Hold a secret in memory for this session."""
        self._remembered[account] = secret

    def keep(self, account: str, secret: str) -> bool:
        """Keep a secret; return whether the keyring has it, or only this session. May wait for it to be unlocked."""
        self.remember(account, secret)
        if not self.kept:
            return False
        import keyring
        from keyring.errors import KeyringError

        try:
            keyring.set_password(RING, account, secret)
        except KeyringError:
            return False
        return True
