"""What is put in a folder (filer): the text as a file with a name of its own, the same in a folder and by SFTP."""

from krisapp.domain.sending.outgoing import Outgoing

ASIDE = ".krisapp-del"
"""What a file is called at the end while it is being written; nobody reads it before it has its name."""


def file_of(outgoing: Outgoing) -> tuple[str, bytes]:
    """Return the name of a text's file and its content. A newer text takes the place of the older."""
    name = "".join(character if character.isalnum() or character in "-." else "-" for character in outgoing.message)
    return f"{name}.txt", outgoing.text.encode()
