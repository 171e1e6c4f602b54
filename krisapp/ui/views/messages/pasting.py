"""What is put in from outside (inklistrat): read as text whatever it is, made clean, and never as blanks."""

from typing import NamedTuple

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextDocumentFragment

from krisapp.compose.sandbox import literal
from krisapp.domain.language.pasted import pasted
from krisapp.domain.words import _, ngettext

SOURCE = "application/x-krisapp-source"
"""The kind of what this program copied itself, with live blanks."""


class Taken(NamedTuple):
    """What is to be put in, and what was changed in it, in sentences."""

    source: str
    notices: tuple[str, ...] = ()


def taken(mime: QMimeData, *, keep_isolates: bool = False) -> Taken:
    """Return what a clipboard or a dragged thing gives as source."""
    if mime.hasFormat(SOURCE):
        return Taken(bytes(mime.data(SOURCE).data()).decode("utf-8", "replace"))
    text = mime.text()
    if not text and mime.hasHtml():
        text = QTextDocumentFragment.fromHtml(mime.html()).toPlainText()
    clean = pasted(text, keep_isolates=keep_isolates)
    source, apart = literal(clean.text)
    notices = list(clean.notices)
    lost = mime.html().lower().count("<img") if mime.hasHtml() else int(mime.hasImage() and not text)
    if lost and "\ufffc" not in text:
        told = ngettext(
            "{count} bild följde inte med. Texten rymmer bara text.",
            "{count} bilder följde inte med. Texten rymmer bara text.",
            lost,
        )
        notices.append(told.format(count=lost))
    if apart:
        notices.append(_("Klamrar står isär, så att de blir text och inte fält."))
    return Taken(source, tuple(notices))
