"""Keeping Python's cycle collector still (stilla) while a journal is read, or it walks every entry over and over."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def still() -> Iterator[None]:
    """Hold the collector while many lasting objects are made, then leave them out of later rounds.

    May be nested; the outermost decides. What is made within lives as long as the incident is open.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
