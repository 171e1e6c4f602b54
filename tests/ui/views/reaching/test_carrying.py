"""The register of what people carry: one line to plan, keys to follow, proof at the end."""

from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from krisapp.domain.dispatch import State as Carried
from krisapp.ui.live import Live
from krisapp.ui.views.reaching.carrying_dialogs import Failing, Finishing
from krisapp.ui.views.reaching.view import ReachView
from krisapp.ui.widgets.toast import Toast
from tests.ui.views.conftest import StandingClock
from tests.ui.views.reaching.screen import PLACE, key, put_out, view

__all__ = ["view"]


def test_a_dispatch_is_one_line_and_goes_from_planned_to_done_by_keyboard(
    view: ReachView, live: Live, clock: StandingClock
) -> None:
    put_out(live, "E1-C12.sv")
    view.show_item("carry")
    view.carrying.offer("E1-C12.sv", PLACE)
    QTest.keyClicks(view.carrying.carrier, "Ida")
    key(view.carrying.carrier, Qt.Key.Key_Return)
    planned = list(live.incident.dispatches.values())
    assert len(planned) > 1
    assert {(one.place, one.carrier, one.state) for one in planned} == {(PLACE, "Ida", Carried.PLANNED)}

    view.carrying.table.setFocus()
    first = view.carrying.model.rows[0].id
    view.carrying.table.choose(first)
    key(view.carrying.table, Qt.Key.Key_G)
    assert live.incident.dispatches[first].state is Carried.UNDER_WAY

    clock.later(10)
    dialog = Finishing(live, live.incident.dispatches[first], view)
    dialog.proof.setText("sett")
    dialog.press()
    found = live.incident.dispatches[first]
    assert (found.state, found.proof, found.at) == (Carried.DONE, "sett", clock.time)


def test_a_dispatch_that_failed_says_why(view: ReachView, live: Live) -> None:
    put_out(live, "E1-C15.sv")
    view.show_item("carry")
    view.carrying.plan()
    (found,) = live.incident.dispatches.values()
    dialog = Failing(live, found, view)
    dialog.press()
    assert found.state is Carried.PLANNED, "no reason was given"
    dialog.reason.setText("ingen svarar")
    dialog.press()

    assert live.incident.dispatches[found.id].state is Carried.FAILED
    assert "ingen svarar" in view.carrying.model.rows[0].who


def test_a_newer_text_makes_the_one_that_hangs_one_to_replace_and_one_key_plans_it(view: ReachView, live: Live) -> None:
    put_out(live, "E1-C12.sv")
    view.show_item("carry")
    view.carrying.goal.choose("goal:0")
    view.carrying.plan()
    (first,) = live.incident.dispatches.values()
    Finishing(live, first, view).press()
    put_out(live, "E1-C12.sv")
    row = view.carrying.model.rows[0]
    assert row.mark.word == "ska bytas"

    view.carrying.table.setFocus()
    view.carrying.table.choose(row.id)
    key(view.carrying.table, Qt.Key.Key_B)

    newest = list(live.incident.dispatches.values())[-1]
    assert (newest.number, newest.spot) == (2, first.spot)


def test_a_photo_is_remembered_by_its_checksum(view: ReachView, live: Live, tmp_path: Path) -> None:
    put_out(live, "E1-C15.sv")
    view.show_item("carry")
    view.carrying.plan()
    (found,) = live.incident.dispatches.values()
    picture = tmp_path / "anslag.jpg"
    picture.write_bytes(b"bild")
    dialog = Finishing(live, found, view)
    dialog.take_photo(picture)
    dialog.press()

    assert found.photo == sha256(b"bild").hexdigest()
    assert "bild" in view.carrying.model.rows[0].who


def test_empty_pages_say_what_to_do_next(view: ReachView, live: Live) -> None:
    view.show_item("carry")
    assert not view.carrying.table.isVisible()
    assert "Släpp ett anslag" in view.carrying._empty._next.text()
    assert not view.carrying.add.isEnabled()

    put_out(live, "E1-C12.sv")
    assert "Välj text" in view.carrying._empty._next.text()
    assert view.carrying.add.isEnabled()


def test_a_report_by_mistake_is_taken_back_at_once(view: ReachView, live: Live) -> None:
    toast = Toast(view.window())
    put_out(live, "E1-C15.sv")
    view.show_item("carry")
    view.carrying.plan()
    (found,) = live.incident.dispatches.values()

    def there() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Finishing)
        dialog.press()

    view.carrying.table.choose(found.id)
    QTimer.singleShot(0, there)
    view.carrying.finish()
    assert live.incident.dispatches[found.id].state is Carried.DONE
    toast.undo()
    assert live.incident.dispatches[found.id].state is Carried.PLANNED
    assert "Det var fel antecknat." in live.incident.log[-1].text
