"""An attempt to tell others before the residents is refused and kept, so that it can be learnt from (P28, EX4)."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from krisapp.domain import situation
from krisapp.ui.views.messages.acts import Acts
from krisapp.ui.views.messages.emergency import Emergency
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


def test_p28_an_attempt_in_an_emergency_is_kept_too(view: MessagesView) -> None:
    view.live.do(situation.set_fields(view.live.incident, {"danger_to_life": True}))
    dialog = Emergency(view.live, "E2-C05.sv", view)
    dialog.reason.setPlainText("Ingen chef går att nå och det är bråttom.")
    dialog.press()
    assert kept(view) == []
    dialog.knows.setChecked(True)

    dialog.press()

    assert "(P28)" in dialog.banner.text
    assert kept(view) == ["Näringsliv, Sms fick inte gå ut: invånarna först (P28)."]
    dialog.deleteLater()


def test_all_in_one_go_is_in_order_and_no_attempt(view: MessagesView) -> None:
    approve(view, "E2-C05.sv", "E1-C05.sv", "I1-C05.sv", "I2-C05.sv")

    asked_to_release(view, "E2-C05.sv", "E1-C05.sv", "I1-C05.sv", "I2-C05.sv")

    assert kept(view) == []
