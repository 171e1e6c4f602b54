"""An answer that has fallen behind the sheet stops the texts that tell it, and is opened or mended by one key."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from krisapp.domain.answering import asking
from krisapp.domain.answering.questions import Asker
from krisapp.domain.sheet import Affected
from krisapp.domain.situation import set_fields
from krisapp.ui.views.messages.approving import Approving
from krisapp.ui.views.messages.outlived_answer import OutlivedAnswer, home_of
from krisapp.ui.views.messages.view import MessagesView
from tests.ui.views.messages.test_messages import view

__all__ = ("view",)

MANUSCRIPT = "E1-C11.sv"


def leave_behind(view: MessagesView) -> str:
    live = view.live

    def count(number: int) -> None:
        live.do(set_fields(live.incident, {"affected": Affected(min=number, max=number, unit="kunder")}))

    count(2300)
    live.do(asking.ask(live.incident, "Hur många saknar ström?", Asker.RESIDENTS, live.now()))
    (id,) = live.incident.questions
    live.do(asking.answer(live.incident, id, "Omkring 2 300 kunder saknar ström.", live.now()))
    live.do(asking.adopt(live.incident, id))
    count(2100)
    return id


def test_a_text_with_an_answer_that_contradicts_the_sheet_is_stopped_by_a_sentence_that_names_it(
    view: MessagesView, qtbot: QtBot
) -> None:
    id = leave_behind(view)
    told: list[tuple[str, str]] = []
    view.live.shown.connect(lambda place, item: told.append((place, item)))

    dialog = Approving(view.live, [MANUSCRIPT], view)
    assert MANUSCRIPT in dialog.left_out
    assert not dialog.confirm.isEnabled()
    (why,) = dialog.findChildren(OutlivedAnswer)
    qtbot.keyClick(why.open_button, Qt.Key.Key_Space)

    assert told == [("questions", id)]
    assert home_of(view.live, "answers") == ("questions", id)
    dialog.deleteLater()


def test_what_the_sheet_says_is_written_in_the_answer_by_one_key_and_the_text_can_be_approved(
    view: MessagesView, qtbot: QtBot
) -> None:
    id = leave_behind(view)

    dialog = Approving(view.live, [MANUSCRIPT], view)
    (why,) = dialog.findChildren(OutlivedAnswer)
    qtbot.keyClick(why.use_button, Qt.Key.Key_Space)

    assert dialog.again
    standing = view.live.incident.questions[id].answer.value
    assert standing is not None
    assert standing.answer == "Omkring 2\u202f100 kunder saknar ström."
    again = Approving(view.live, [MANUSCRIPT], view)
    assert again.findChildren(OutlivedAnswer) == []
    for one in (dialog, again):
        one.deleteLater()
