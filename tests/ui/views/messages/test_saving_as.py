"""Saving a text: the form that was picked in the dialog is the form of the file, and a draft says that it is one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from krisapp.documents.cap.reading import read_alerts
from krisapp.domain.approval import approve
from krisapp.domain.checks import Stage
from krisapp.domain.messages import Rendering, draft
from krisapp.domain.release import Reason, release
from krisapp.domain.words import Refused
from krisapp.store.letterhead_file import keep_letterhead
from krisapp.ui.live import Live
from krisapp.ui.views.messages.saving_as import forms_of, paper_of, save_text
from krisapp.ui.views.messages.view import MessagesView
from tests.documents.letterheads import with_paragraphs
from tests.documents.reading import words
from tests.documents.test_docx import opened as word_file
from tests.ui.views.conftest import CHIEF
from tests.ui.views.messages.test_messages import view

__all__ = ("view",)

NOTICE, PRESS = "E1-C12.sv", "E5-C08.sv"
Save = Callable[[str, str, str], Path]


@pytest.fixture
def save(view: MessagesView, live: Live, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Save:
    """Save a message under a name, in the form whose filter holds some words; return the file that was made."""

    def act(id: str, name: str, form: str) -> Path:
        asked: list[str] = []

        def answer(_near: object, _title: str, _name: str, filters: str) -> tuple[str, str]:
            asked.extend(filters.split(";;"))
            return str(tmp_path / name), next(one for one in asked if form in one)

        monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)  # a window of the system
        before = set(tmp_path.iterdir())
        save_text(live, id, view)
        qtbot.waitUntil(lambda: bool(set(tmp_path.iterdir()) - before), timeout=10_000)
        (made,) = set(tmp_path.iterdir()) - before
        return made

    return act


def test_a_text_is_saved_as_text_or_page_by_how_its_name_ends(save: Save, live: Live) -> None:
    text = live.texts.text(PRESS).text

    assert save(PRESS, "a.txt", "Text").read_text("utf-8") == text
    assert "<html" in save(PRESS, "a.html", "Text").read_text("utf-8")


def test_a_text_is_saved_on_the_letterhead_of_the_workplace(save: Save, live: Live) -> None:
    keep_letterhead(live.workplace.folder, with_paragraphs("Vår egen brevmall", "{{ innehåll }}"))

    made = save(PRESS, "pressmeddelande.txt", "Word")

    assert made.name == "pressmeddelande.docx"
    said = [one.text for one in word_file(made.read_bytes()).paragraphs]
    assert said[0] == "Vår egen brevmall"
    assert any("UTKAST" in one for one in said)


@pytest.mark.parametrize(
    ("typed", "made"),
    [("press kl. 12.30", "press kl. 12.30.pdf"), ("press.utkast", "press.utkast.pdf"), ("press.txt", "press.pdf")],
)
def test_only_the_ending_of_another_form_is_taken_off_a_name(save: Save, typed: str, made: str) -> None:
    assert save(PRESS, typed, "PDF").name == made


@pytest.mark.parametrize("form", ["Anslag A4", "Anslag A3", "Flygblad A5"])
def test_a_notice_is_saved_as_poster_or_flyer_and_a_draft_may_not_be_put_up(save: Save, form: str) -> None:
    made = save(NOTICE, "anslag.txt", form)

    assert made.suffix == ".pdf"
    assert "UTKAST – FÅR INTE SÄTTAS UPP" in words(made.read_bytes())


def test_a_notice_is_printed_as_a_poster_and_a_press_release_as_a_document(view: MessagesView, live: Live) -> None:
    assert [paper_of(live, id).template for id in (NOTICE, "E1-C13.sv", PRESS)] == ["poster", "flyer", "report"]


def test_a_press_release_is_no_poster_and_is_saved_as_a_paper(save: Save) -> None:
    assert not any("Anslag" in form.name for form in forms_of("C08"))
    assert save(PRESS, "p.pdf", "PDF").read_bytes().startswith(b"%PDF")


def test_a_file_the_dialog_has_not_asked_about_is_not_written_over(save: Save, tmp_path: Path) -> None:
    (tmp_path / "anslag.pdf").write_bytes(b"annat")

    with pytest.raises(Refused, match="finns redan"):
        save(NOTICE, "anslag.txt", "Anslag A4")

    assert (tmp_path / "anslag.pdf").read_bytes() == b"annat"


def test_what_is_said_to_the_public_is_saved_as_an_alert_once_it_is_out_and_nothing_else_is(
    save: Save, live: Live
) -> None:
    for id in ("E1-C01.sv", "E1-C19.en"):
        live.do(draft(live.incident, id, f"Text {id}.", Stage.FIRST, edited=True))
        live.do(approve(live.incident, id, Rendering(f"Text {id}.", ()), CHIEF))
        live.do(release(live.incident, id, Reason.KNOWN, "prov"))

    (read,) = read_alerts(save("E1-C01.sv", "varning.txt", "CAP").read_bytes())

    assert read.alert.status == "Actual"
    assert [info.description for info in read.alert.info] == ["Text E1-C01.sv.", "Text E1-C19.en."]
    with pytest.raises(Refused, match="godkänna"):
        save(NOTICE, "anslag.txt", "CAP")
    with pytest.raises(StopIteration):
        save(PRESS, "press.txt", "CAP")
