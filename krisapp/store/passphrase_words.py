"""Words that passphrases are suggested of (lösenfraser): a person remembers and types what a machine has drawn."""

import secrets
from functools import cache

from krisapp.store.resources import resource

WORDS_IN_PHRASE = 5
"""Five of some 260 words are 40 bits: with Argon2id in between, centuries of guessing."""


@cache
def words() -> tuple[str, ...]:
    """Return the words, each once."""
    lines = resource("resources", "words", "passphrase.txt").read_text("utf-8").splitlines()
    return tuple(word for line in lines if not line.startswith("#") for word in line.split())


def suggest() -> str:
    """Return a passphrase of words drawn by chance, none twice."""
    return " ".join(secrets.SystemRandom().sample(words(), WORDS_IN_PHRASE))
