"""The municipality's own letterhead (brevmall) of a workplace: one Word file beside the plan, or none."""

from pathlib import Path

from krisapp.domain.words import N_
from krisapp.store.bad_input import BadInput
from krisapp.store.whole_file import put

FILE = "brevmall.docx"


def read_letterhead(folder: Path) -> bytes | None:
    """Return the letterhead of a workplace, None while nobody has chosen one. Raises `BadInput` if it is unreadable."""
    path = folder / FILE
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise BadInput(path, None, N_("Brevmallen går inte att läsa ({reason})."), reason=error.strerror) from None


def keep_letterhead(folder: Path, content: bytes) -> None:
    """Keep a letterhead, whole or not at all. Raises `OSError` when the disk says no; then the one before stays."""
    put(folder / FILE, content)


def drop_letterhead(folder: Path) -> None:
    """Go back to the program's own letterhead. Raises `OSError` when the disk says no."""
    (folder / FILE).unlink(missing_ok=True)
