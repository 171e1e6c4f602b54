"""A folder (mapp): the text is written aside, made safe on the disk, and then given its name in one step."""

import os
from pathlib import Path

from krisapp.delivery.files import ASIDE, file_of
from krisapp.delivery.outcomes import for_all, trouble
from krisapp.domain.sending.outgoing import Outgoing
from krisapp.domain.sending.sendings import Outcome, Result
from krisapp.domain.sending.ways import Folder


def send(outgoing: Outgoing, folder: Folder) -> tuple[Outcome, ...]:
    """Put a text in the folder. What fails leaves what lay there as it was."""
    name, content = file_of(outgoing)
    path = Path(folder.path) / name
    aside = path.with_name(f"{name}{ASIDE}")
    try:
        with aside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except OSError as error:
        return for_all(outgoing, Result.POSTPONED, trouble(error))
    return for_all(outgoing, Result.SENT, name)
