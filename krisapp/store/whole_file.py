"""Small files of a workplace (småfiler): whole on disk before they have their name, or as they were."""

import os
from pathlib import Path


def put(path: Path, content: bytes, *, private: bool = False) -> None:
    """Write a file; a `private` one is read by nobody but whoever owns it.

    Raises `OSError` when the disk says no; then what lay there stays.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.unlink(missing_ok=True)
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600 if private else 0o666)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


_BINARY = getattr(os, "O_BINARY", 0)
"""Only Windows has it, where a file is text without it."""
