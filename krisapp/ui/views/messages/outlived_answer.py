"""An answer that has fallen behind the fact sheet, and stops the texts that tell it: said in the dialog of approval."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.domain.answering import asking
from krisapp.domain.answering.questions import Question
from krisapp.domain.checks import AGREEMENT, Finding
from krisapp.domain.words import _
from krisapp.ui.attempt import attempt
from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.plain import label

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class OutlivedAnswer(QWidget):
    """Says how the answer disagrees, and offers to open it, or to write what the sheet says in it.

    `leave` closes what stands around it; it is told whether the texts can be looked at again at once.
    """

    def __init__(
        self, live: "Live", why: str, question: Question, leave: Callable[[bool], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._live, self._question, self._leave = live, question, leave
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(label(why, self, "fault", wrap=True))
        row = Flow()
        self.use_button = Button(_("Använd lägets uppgift i svaret"), self.use_sheet, self)
        self.use_button.setVisible(asking.can_use_sheet(live.incident, question.id))
        self.open_button = Button(_("Öppna svaret"), self.open_answer, self)
        for button in (self.use_button, self.open_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        column.addLayout(row)

    def open_answer(self) -> None:
        """Leave, and go to the answer."""
        self._leave(False)  # noqa: FBT003 - whether to look again
        self._live.shown.emit("questions", self._question.id)

    def use_sheet(self) -> None:
        """Write what the sheet says in the answer, and look at the texts again."""
        live = self._live
        if attempt(self, lambda: live.do(asking.use_sheet(live.incident, self._question.id, live.now()))):
            self._leave(True)  # noqa: FBT003 - whether to look again


def question_behind(live: "Live", finding: Finding) -> Question | None:
    """Return the question whose answer a finding is about, or None for any other finding."""
    if finding.rule != AGREEMENT:
        return None
    asked = (one for one in live.incident.questions.values() if one.is_adopted)
    return next((one for one in asked if f"”{one.text}”" in finding.text), None)


def home_of(live: "Live", name: str) -> tuple[str, str]:
    """Return the screen and the thing in it where a name of the sheet is written: Läge, or the answer in Frågor.

    Of several answers it is the one that has fallen behind.
    """
    if name not in ("answers", "staff_answers"):
        return "situation", name
    told = sorted(getattr(live.incident.sheet, name), key=lambda one: not one.outlived)
    asked = live.incident.questions.values()
    return "questions", next((one.id for one in asked if told and one.text == told[0].question), "")
