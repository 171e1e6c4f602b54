"""A paper of text is saved as a Word file from its preview, on the letterhead of the workplace; a poster is not."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from krisapp.documents.paper import Paper
from krisapp.documents.poster import poster_paper
from krisapp.store.letterhead_file import keep_letterhead
from krisapp.ui.live import Live
from krisapp.ui.printing.preview import Preview
from krisapp.ui.views.messages.view import MessagesView
from tests.documents.letterheads import with_paragraphs
from tests.documents.posters import poster_of
from tests.documents.test_docx import opened, paper
from tests.ui.views.messages.test_messages import view

__all__ = ("view",)


def previewed(qtbot: QtBot, view: MessagesView, shown: Paper) -> Preview:
    preview = Preview(shown, view)
    qtbot.addWidget(preview)
    preview.open()
    qtbot.waitUntil(lambda: preview.ready, timeout=20_000)
    return preview


def test_minutes_are_saved_as_word_on_the_letterhead(
    view: MessagesView, live: Live, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_letterhead(live.workplace.folder, with_paragraphs("Vår egen brevmall", "{{ innehåll }}"))
    asked: list[str] = []

    def answer(_near: object, _title: str, name: str) -> tuple[str, str]:
        asked.append(name)
        return str(tmp_path / name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)  # a window of the system
    preview = previewed(qtbot, view, paper())
    assert preview.word.isVisible()

    preview.save_word()

    qtbot.waitUntil(lambda: (tmp_path / "protokoll.docx").exists(), timeout=20_000)
    qtbot.waitUntil(lambda: not preview.isVisible(), timeout=20_000)
    assert asked == ["protokoll.docx"]
    assert opened((tmp_path / "protokoll.docx").read_bytes()).paragraphs[0].text == "Vår egen brevmall"


def test_a_poster_is_a_page_and_offers_no_word_file(view: MessagesView, qtbot: QtBot) -> None:
    preview = previewed(qtbot, view, poster_paper(poster_of("106")))

    assert not preview.word.isVisible()
    preview.reject()
