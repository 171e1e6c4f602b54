"""A program that writes a journal until it is killed, and tells what it was told is saved."""

import os
from itertools import count
from pathlib import Path

from krisapp.store import driver
from krisapp.store.index import Index
from krisapp.store.journal import Journal
from tests.store.writing import CONSOLE, Watch, line


def write(path: Path, told: Path, *, too_early: bool, older_sqlite: bool) -> None:
    """Append lines for ever, each told in another file once it is saved.

    `too_early` tells ten at a time before they are saved, as a program must not. The file is
    written without a buffer, so that a killed process leaves in it all it said. Now and then the search index is caught
    up, as in the window.
    """
    if older_sqlite:
        driver.dbapi2.sqlite_version_info = (3, 40, 1)  # type: ignore[attr-defined]  # none of a type's
    out = os.open(told, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    journal = (Journal.open if path.exists() else Journal.create)(path, CONSOLE, Watch())
    index = Index(journal, lambda kind, body: body.decode())
    for number in count():
        texts = [
            f"{os.getpid()}-{number}-{part} " + "vatten " * (number % 40) for part in range(10 if too_early else 1)
        ]
        said = "".join(f"{text}\n" for text in texts).encode()
        if too_early:
            os.write(out, said)
        for text in texts:
            journal.append(line(text), "KC")
        if not too_early:
            os.write(out, said)
        if number % 25 == 24:
            index.catch_up()
