"""A paper as a Word file (spara som word), for one somebody has to go on writing in: on the workplace's letterhead."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from krisapp.documents.paper import Paper
from krisapp.domain.profile import dress_of
from krisapp.store.letterhead_file import read_letterhead
from krisapp.ui.live import Live


def word_maker(near: QWidget, paper: Paper) -> Callable[[], bytes]:
    """Return what makes the Word file, away from the window. Raises `BadInput` for a letterhead that is unreadable."""
    from krisapp.documents.docx import paper_docx  # here: Word's format is a large import

    live = _live(near)
    return partial(paper_docx, paper, dress_of(live.plan), read_letterhead(live.workplace.folder))


def goes_to_word(paper: Paper) -> bool:
    """Return whether a paper is of text a person can go on writing in; posters and forms are pages, not text."""
    return paper.template == "report"


def _live(near: QWidget) -> Live:
    """Return the workplace of the nearest part around a widget that has one."""
    part: QWidget | None = near
    while part is not None:
        live = getattr(part, "live", None)
        if isinstance(live, Live):
            return live
        part = part.parentWidget()
    raise LookupError(f"no part around {near!r} knows the workplace")
