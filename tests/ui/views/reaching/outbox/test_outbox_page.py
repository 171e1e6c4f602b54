"""The page Utkorg: to whom, how it goes, what is unclear, and what is asked before the window is closed."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from krisapp.domain.sending.recipients import Recipient
from krisapp.domain.sending.requesting import begin, request
from krisapp.domain.sending.sendings import Sendings, State
from krisapp.domain.sending.ways import Way
from krisapp.store.ways_out import FILE
from krisapp.ui.live import Live
from krisapp.ui.views.reaching.outbox.judging_dialogs import SENT, GivingUp, Judging
from krisapp.ui.views.reaching.outbox.outbox_page import OutboxPage
from krisapp.ui.views.reaching.outbox.secret_dialog import SecretDialog
from krisapp.ui.views.reaching.outbox.sending_dialog import SendingDialog
from krisapp.ui.views.reaching.view import OUTBOX, ReachView
from krisapp.ui.widgets.dialog import Dialog
from tests.delivery.gateway_server import SECRET, GatewayServer, supplier
from tests.delivery.mail_server import MailServer, free_port, mail
from tests.ui.views.reaching.outbox.sending_screen import (
    MAIL,
    SMS,
    by_key,
    by_mail,
    by_sms,
    in_dialog,
    no_keyring,
    page,
    settle_down,
    states,
)
from tests.ui.views.reaching.screen import put_out, view

__all__ = ["mail", "no_keyring", "page", "supplier", "view"]


def press(dialog: Dialog) -> None:
    dialog.press()
    assert not dialog.isVisible(), dialog.banner.findChildren(QWidget)


def send(page: OutboxPage, message: str, *more: str) -> None:
    """Ask for a text to be sent to its audience's group and to these."""

    def fill(dialog: Dialog) -> None:
        assert isinstance(dialog, SendingDialog)
        dialog.more.setPlainText("\n".join(more))
        press(dialog)

    wrong = in_dialog(fill)
    page.offer(message)
    assert wrong == []


def words_of(page: OutboxPage) -> str:
    return page.model.rows[0].mark.word


def test_before_anything_is_sent_the_page_says_what_to_do(page: OutboxPage) -> None:
    assert page._empty.isVisible() and not page.table.isVisible()
    page.ask_to_send()
    assert page.banner.isVisible()


def test_a_released_text_goes_to_its_audience_and_each_recipient_is_told_of(
    page: OutboxPage, live: Live, mail: MailServer, qtbot: QtBot
) -> None:
    put_out(live, "I1-C07.sv", "I2-C06.sv", "E1-C01.sv", MAIL)
    by_mail(live, mail.port)
    partners = [person for person in live.plan.people if "E4" in person.groups]
    mail.answers[partners[0].email] = "550 5.1.1 Okand"
    send(page, MAIL, "extra@example.se")
    settle_down(page, qtbot)

    assert states(live).count(State.SENT) == len(partners)
    assert words_of(page) == "nekades"
    assert page.people.rows[0].name == partners[0].name and "5.1.1 Okand" in page.people.rows[0].words
    assert page.window().focusWidget() is page.table
    assert len(mail.taken) == 1 and len(mail.taken[0].rcpt_tos) == len(partners)
    mail.answers.clear()
    by_key(page, Qt.Key.Key_S, qtbot)
    settle_down(page, qtbot)
    assert words_of(page) == "skickat"
    assert [one.rcpt_tos for one in mail.taken[1:]] == [[partners[0].email]]


def test_nobody_is_offered_the_same_text_twice(page: OutboxPage, live: Live, mail: MailServer, qtbot: QtBot) -> None:
    put_out(live, "E1-C01.sv", MAIL)
    by_mail(live, mail.port)
    send(page, MAIL)
    settle_down(page, qtbot)

    def look(dialog: Dialog) -> None:
        assert isinstance(dialog, SendingDialog)
        assert not dialog.confirm.isEnabled()
        assert "redan" in dialog._count.text()

    wrong = in_dialog(look)
    page.offer(MAIL)
    assert wrong == [] and len(mail.taken) == 1


def test_with_the_net_down_it_waits_is_tried_again_by_itself_and_can_be_given_up(
    page: OutboxPage, live: Live, loopback: None, qtbot: QtBot
) -> None:
    put_out(live, "E1-C01.sv", MAIL)
    by_mail(live, free_port())
    send(page, MAIL)
    settle_down(page, qtbot)
    sending = live.incident.part(Sendings).asked[0]
    assert words_of(page).startswith("försöks igen")
    assert page.courier.again_at(sending.id) is not None

    def give(dialog: Dialog) -> None:
        assert isinstance(dialog, GivingUp)
        press(dialog)

    wrong = in_dialog(give)
    by_key(page, Qt.Key.Key_Delete, qtbot)
    assert wrong == [] and words_of(page) == "avbrutet"
    assert page.courier.again_at(sending.id) is None
    assert set(states(live)) == {State.GIVEN_UP}


def test_what_was_begun_before_a_crash_is_shown_as_unclear_and_a_person_judges_it(
    page: OutboxPage, live: Live, mail: MailServer, qtbot: QtBot
) -> None:
    put_out(live, "E1-C01.sv", MAIL)
    by_mail(live, mail.port)
    who = (Recipient("a@example.se", "Anna"),)
    asked = request(live.incident, MAIL, Way.EMAIL, through="127.0.0.1", to="prov", recipients=who)
    (stamp,) = live.desk.do(asked)
    live.do(begin(live.incident, stamp.id, (0,)))
    page.refresh()
    qtbot.wait(50)
    assert words_of(page) == "oklart om det gick i väg"
    assert not page.buttons[0].isEnabled() and page.buttons[1].isEnabled()
    page.send()
    assert mail.taken == [] and page.banner.isVisible()

    def judge(dialog: Dialog) -> None:
        assert isinstance(dialog, Judging)
        dialog.press()
        assert dialog.isVisible()
        dialog.answer.choose(SENT)
        dialog.note.setText("hon svarade")
        press(dialog)

    wrong = in_dialog(judge)
    by_key(page, Qt.Key.Key_Return, qtbot)
    assert wrong == [] and words_of(page) == "skickat"
    assert mail.taken == []


def test_without_a_keyring_the_password_is_asked_for_once_a_session(
    page: OutboxPage, live: Live, supplier: GatewayServer, qtbot: QtBot
) -> None:
    put_out(live, "E1-C01.sv", SMS)
    by_sms(live, supplier)
    asked = []

    def secret(dialog: Dialog) -> None:
        assert isinstance(dialog, SecretDialog)
        asked.append(dialog.windowTitle())
        dialog.secret.setText(SECRET)
        press(dialog)

    send(page, SMS, "070-174 06 05")
    wrong = in_dialog(secret)
    qtbot.waitUntil(lambda: bool(supplier.taken), timeout=15_000)
    settle_down(page, qtbot)
    send(page, SMS, "070-174 06 06")
    settle_down(page, qtbot)
    assert (wrong, len(asked), len(supplier.taken)) == ([], 1, 2)
    kept = [
        path for path in live.workplace.folder.rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()
    ]
    assert kept == []


def test_the_dialog_tells_parts_cost_and_who_cannot_be_reached_and_hides_protected_identities(
    page: OutboxPage, live: Live, supplier: GatewayServer
) -> None:
    put_out(live, "E1-C01.sv", SMS)
    by_sms(live, supplier)
    plan = live.plan
    hidden = msgspec.structs.replace(plan.people[0], name="Hemlig", protected=True, address="", groups=("E1",))
    live.incident.plan = msgspec.structs.replace(plan, people=(hidden, *plan.people[1:]))

    def look(dialog: Dialog) -> None:
        assert isinstance(dialog, SendingDialog)
        dialog.more.setPlainText("0701740650\n08-465 004 10")
        assert "2 sms" in dialog._cost.text() and "0,70 kr" in dialog._cost.text()
        assert "08-465 004 10" in dialog._bad.text()
        shown = [" ".join(row) for row in dialog.model.rows]
        assert len(shown) == 2 and not any("Hemlig" in row or hidden.mobile in row for row in shown)

    wrong = in_dialog(look)
    page.offer(SMS)
    assert wrong == []


def test_closing_the_window_with_something_waiting_is_asked_about(
    page: OutboxPage, live: Live, home: QWidget, loopback: None, qtbot: QtBot
) -> None:
    put_out(live, "E1-C01.sv", MAIL)
    home.installEventFilter(page.courier)
    assert home.close()
    home.show()
    by_mail(live, free_port())
    send(page, MAIL)
    settle_down(page, qtbot)
    (live.workplace.folder / FILE).write_bytes(b"skadad")  # what waits is told without the ways out
    seen = []

    def stay(dialog: Dialog) -> None:
        seen.append(dialog.windowTitle())
        dialog.reject()

    wrong = in_dialog(stay)
    closed = home.close()
    home.removeEventFilter(page.courier)
    assert not closed
    assert home.isVisible() and wrong == [] and len(seen) == 1


def test_a_tab_tells_how_many_sendings_wait_for_a_person(
    page: OutboxPage, view: ReachView, live: Live, loopback: None, qtbot: QtBot
) -> None:
    put_out(live, "E1-C01.sv", MAIL)
    by_mail(live, free_port())
    send(page, MAIL)
    settle_down(page, qtbot)
    names = [view.tabs.tabText(at) for at, tab in enumerate(view.TABS) if tab.key == OUTBOX]
    assert names == ["Utkorg (1)"]


def test_closing_the_incident_forgets_what_stood_in_line(
    page: OutboxPage, live: Live, loopback: None, qtbot: QtBot
) -> None:
    put_out(live, "E1-C01.sv", MAIL)
    by_mail(live, free_port())
    send(page, MAIL)
    settle_down(page, qtbot)
    sending = live.incident.part(Sendings).asked[0].id
    live.changed.disconnect()
    live.close()

    assert page.courier.again_at(sending) is None
    assert not page.courier.running and page.courier.waiting == frozenset()


@pytest.mark.parametrize("name", ["send", "judge", "give_up"])
def test_the_acts_do_nothing_while_nothing_is_chosen(page: OutboxPage, name: str) -> None:
    getattr(page, name)()
    assert page.model.rows == ()
