"""Saving a paper of this screen as PDF (spara pdf): made away from the window, written where the person says."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from krisapp.domain.words import _
from krisapp.ui.views.messages.told import told
from krisapp.ui.views.saving import Saving, ask_path


def save_paper(near: QWidget, title: str, name: str, paper: Mapping[str, Any]) -> None:
    """Ask for a place and save a paper of the template `report` there."""
    path = ask_path(near, title, name)
    if path is None:
        return
    from krisapp.documents.pdf import compile_pdf  # here: the engine is large, and only some papers are ever made

    saving = Saving(near)
    saving.saved.connect(partial(_say, near))
    saving.saved.connect(saving.deleteLater)
    saving.begin(path, partial(compile_pdf, "report", paper))


def _say(near: QWidget, path: Any, _content: bytes) -> None:
    told(near, _("Sparat som {name}.").format(name=path.name))
