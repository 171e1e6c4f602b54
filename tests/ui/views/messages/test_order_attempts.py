"""An attempt to tell others before the residents is refused and kept, so that it can be learnt from (P28, EX4)."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from krisapp.ui.views.messages.acts import Acts
from krisapp.ui.views.messages.view import MessagesView
from tests.ui.views.messages.test_messages import approve, view

__all__ = ("view",)


def asked_to_release(view: MessagesView, *ids: str) -> None:
    """Ask to let texts out, and leave the dialog as it came."""

    def leave() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        dialog.done(0)

    QTimer.singleShot(100, leave)
    Acts(view.live, view).release(ids)


def kept(view: MessagesView) -> list[str]:
    return [line.text for line in view.live.incident.log if "invånarna först (P28)" in line.text]


def test_p28_an_attempt_before_the_residents_is_kept_in_the_log(view: MessagesView) -> None:
    approve(view, "E2-C05.sv")

    asked_to_release(view, "E2-C05.sv")

    assert kept(view) == ["Näringsliv, Sms fick inte gå ut: invånarna först (P28)."]
    assert view.live.incident.message("E2-C05.sv").out is None


def test_all_in_one_go_is_in_order_and_no_attempt(view: MessagesView) -> None:
    approve(view, "E2-C05.sv", "E1-C05.sv", "I1-C05.sv", "I2-C05.sv")

    asked_to_release(view, "E2-C05.sv", "E1-C05.sv", "I1-C05.sv", "I2-C05.sv")

    assert kept(view) == []
