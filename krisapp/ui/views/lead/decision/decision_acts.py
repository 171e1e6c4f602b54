"""What is done with decisions from the page (handlingar med beslut): made, changed, told, given as a task, kept."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from krisapp.channels.exercise_marks import FULL
from krisapp.domain.leading.decision import deciding
from krisapp.domain.leading.decision.decision_words import sheet, title
from krisapp.domain.leading.decision.decisions import Decision, Decisions, Formulation, Sort
from krisapp.domain.leading.meeting.holding import born
from krisapp.domain.leading.meeting.meetings import Born, ongoing
from krisapp.domain.leading.task.assigning import add_task
from krisapp.domain.leading.task.tasks import Origin, Source
from krisapp.domain.words import _
from krisapp.ui.attempt import attempt
from krisapp.ui.views.lead.decision import decision_pane as pane
from krisapp.ui.views.lead.decision.decision_dialog import DecisionDialog, RevokeDialog
from krisapp.ui.views.messages.told import told

if TYPE_CHECKING:
    from krisapp.domain.leading.decision.decision_history import DecisionMade
    from krisapp.ui.live import Live


class DecisionActs(QObject):
    """Acts on behalf of the page; `made` brings the id of a decision that was just made."""

    made = Signal(str)

    def __init__(self, live: "Live", page: QWidget) -> None:
        super().__init__(page)
        self._live, self._page = live, page

    def act(self, act: str, one: Decision) -> None:
        """Do one of the acts of the pane with a decision."""
        {
            pane.TELL: self._tell,
            pane.SPOKEN: self._spoken,
            pane.TASK: self._task,
            pane.CHANGE: self._change,
            pane.REVOKE: self._revoke,
            pane.COPY: self._copy,
            pane.PAPER: self._paper,
        }[act](one)

    def decided(self, happened: "DecisionMade") -> None:
        """Hand a new decision to the desk; one that is made while a meeting goes on is born there."""
        incident, paper = self._live.incident, happened.words.paper
        stamp = self._live.desk.do(*(deciding.from_paper(incident, happened, paper) if paper else (happened,)))[-1]
        for meeting in ongoing(incident)[-1:]:
            self._live.do(born(incident, meeting.id, meeting.current, Born.DECISION, stamp.id))
        self.made.emit(stamp.id)
        number = incident.part(Decisions).label(stamp.id)
        told(self._page, _("Beslut {number} är fattat och står i loggen.").format(number=number))

    def make(self) -> None:
        """Ask for a new decision with everything about it."""
        live = self._live

        def save(words: Formulation, sort: Sort) -> None:
            self.decided(deciding.decide(live.incident, words, live.now(), sort))

        self._run(DecisionDialog(live, _("Nytt beslut"), self._page, save))

    def _change(self, one: Decision) -> None:
        live = self._live
        if one.sort in (Sort.LEVEL, Sort.BOARD):
            return

        def save(words: Formulation, _sort: Sort) -> None:
            self.decided(deciding.change(live.incident, one.id, words, live.now()))

        name = _("Nytt beslut som ändrar beslut {number}").format(number=live.incident.part(Decisions).label(one.id))
        self._run(DecisionDialog(live, name, self._page, save, one.made))

    def _revoke(self, one: Decision) -> None:
        live = self._live
        if one.sort in (Sort.LEVEL, Sort.BOARD):
            return

        def save(reason: str, person: str, role: str) -> None:
            now = live.now()
            self.decided(deciding.revoke(live.incident, one.id, reason, person, role, now, now))

        name = _("Upphäv beslut {number}").format(number=live.incident.part(Decisions).label(one.id))
        self._run(RevokeDialog(live, name, self._page, save))

    def _tell(self, one: Decision) -> None:
        live = self._live
        if attempt(self._page, lambda: live.do(*deciding.tell_staff(live.incident, one.id))):
            said = _("Beslutet står i texten till medarbetarna, som ska godkännas i Budskap.")
            told(self._page, said, partial(self._untell, one))

    def _spoken(self, one: Decision) -> None:
        live = self._live
        if attempt(self._page, lambda: live.do(deciding.told_by_word(live.incident, one.id))):
            told(self._page, _("De som berörs är informerade muntligt."), partial(self._untell, one))

    def _untell(self, one: Decision) -> None:
        self._live.do(*deciding.untell_staff(self._live.incident, one.id))

    def _task(self, one: Decision) -> None:
        words, live = one.made, self._live
        now = live.now()
        due = words.due if words.due is not None and words.due > now else None
        make = partial(
            add_task,
            live.incident,
            words.text[:300],
            owner=words.carried_out_by,
            deadline=due,
            origin=Origin(Source.DECISION, one.id),
        )
        if attempt(self._page, lambda: live.do(make())):
            told(self._page, _("Beslutet är ett uppdrag. Det står under Uppdrag."))

    def _copy(self, one: Decision) -> None:
        text = sheet(self._live.incident, one, self._live.now())
        marked = "\n".join([FULL, text, FULL]) if self._live.incident.exercise else text  # rule P62
        QGuiApplication.clipboard().setText(marked)
        told(self._page, _("{decision} är kopierat.").format(decision=title(self._live.incident, one)))

    def _paper(self, one: Decision) -> None:
        from krisapp.documents.decision_sheet import decision_paper  # here: no screen waits for what few print
        from krisapp.documents.paper import Paper
        from krisapp.ui.views.paper_saving import show_paper

        live = self._live
        name = f"{live.incident.id} {title(live.incident, one)}.pdf"
        paper = decision_paper(live.incident, one, live.now())
        show_paper(self._page, lambda: Paper(title=title(live.incident, one), file_name=name, data=paper))

    def _run(self, dialog: DecisionDialog | RevokeDialog) -> None:
        dialog.run()
        dialog.deleteLater()
