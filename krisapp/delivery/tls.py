"""Encryption on the way (TLS): the server's name and certificate are always checked, and nothing older than 1.2."""

import ssl

from krisapp.domain.words import N_, Refused


def context(roots: str) -> ssl.SSLContext:
    """Return the rules of a connection. `roots` is a file of certificates to trust, or nothing for the system's own.

    Raises `Refused` when the file cannot be read.
    """
    try:
        made = ssl.create_default_context(cafile=roots or None)
    except (OSError, ssl.SSLError):
        raise Refused(N_("Certifikatfilen {file} går inte att läsa."), file=roots) from None
    made.minimum_version = ssl.TLSVersion.TLSv1_2
    return made
