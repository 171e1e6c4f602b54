"""What is done in a meeting (handlingar i mötet): begin, go on, decide, give tasks, end; each told, and taken back."""

from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from krisapp.domain.leading.meeting import holding
from krisapp.domain.leading.meeting.agendas import Agenda
from krisapp.domain.leading.meeting.meeting_history import PointDropped
from krisapp.domain.leading.meeting.meetings import Born, Meeting, next_meeting
from krisapp.domain.leading.task.assigning import add_task
from krisapp.domain.leading.task.tasks import Origin, Source
from krisapp.domain.records.check_code import print_on
from krisapp.domain.words import _
from krisapp.store.agendas import agendas
from krisapp.store.tips import tips
from krisapp.ui.attempt import attempt
from krisapp.ui.live import Live
from krisapp.ui.views.lead.decision.decision_acts import DecisionActs
from krisapp.ui.views.lead.meeting.meeting_dialogs import AttendanceDialog, BeginDialog, NextDialog, PointDialog
from krisapp.ui.views.lead.task.task_dialog import Filled, TaskDialog
from krisapp.ui.views.messages.told import told
from krisapp.ui.widgets.dialog import Dialog


class MeetingActs(QObject):
    """Acts on behalf of the page, which tells what is refused."""

    def __init__(self, live: Live, page: QWidget) -> None:
        super().__init__(page)
        self._live, self._page = live, page
        self._decisions = DecisionActs(live, page)

    @property
    def agendas(self) -> tuple[Agenda, ...]:
        """Return the agendas a meeting can have."""
        return agendas(self._live.incident.plan)

    def begin(self) -> None:
        """Ask for agenda and attendance, and begin."""
        live = self._live
        incident = live.incident

        def save(agenda: Agenda, present: tuple[str, ...], place: str) -> None:
            live.do(holding.open_meeting(incident, agenda, present, place))

        present = holding.expected(incident, live.desk.person)
        self._run(BeginDialog(self.agendas, holding.suggested(incident), live.plan, present, save, self._page))

    def turn(self, meeting: Meeting, point: str) -> None:
        """Go on to a point."""
        attempt(self._page, lambda: self._live.do(holding.turn(self._live.incident, meeting.id, point)))

    def decide(self) -> None:
        """Ask for a decision, born at the point the meeting is at."""
        self._decisions.make()

    def task(self, meeting: Meeting, point: str) -> None:
        """Ask for a task, born at a point."""
        live = self._live

        def save(filled: Filled) -> None:
            origin = Origin(Source.MEETING, meeting.id)
            happened = add_task(
                live.incident,
                filled.title,
                owner=filled.owner,
                deadline=filled.deadline,
                priority=filled.priority,
                origin=origin,
            )
            (stamp,) = live.desk.do(happened)
            live.do(holding.born(live.incident, meeting.id, point, Born.TASK, stamp.id))
            told(self._page, _("Uppdraget är givet: {title}").format(title=happened.title))

        self._run(TaskDialog(_("Ny uppgift"), live.plan, live.now(), Filled(), save, self._page))

    def add_point(self, meeting: Meeting, after: str) -> None:
        """Ask for one more point."""

        def save(words: str) -> None:
            self._live.do(holding.add_point(self._live.incident, meeting.id, words, after))

        self._run(PointDialog(save, self._page))

    def drop_point(self, meeting: Meeting, point: str) -> None:
        """Take a point away; the toast puts it back."""
        live = self._live
        text = next((one.text for one in meeting.points if one.id == point), "")
        if attempt(self._page, lambda: live.do(holding.drop_point(live.incident, meeting.id, point))):
            told(
                self._page,
                _("Punkten är borttagen: {text}").format(text=text),
                lambda: live.do(PointDropped(meeting.id, point, dropped=False)),
            )

    def attend(self, meeting: Meeting) -> None:
        """Ask who is there."""
        live = self._live

        def save(present: tuple[str, ...]) -> None:
            before = meeting.present
            gone = [
                holding.attend(live.incident, meeting.id, one, present=False) for one in before if one not in present
            ]
            come = [
                holding.attend(live.incident, meeting.id, one, present=True) for one in present if one not in before
            ]
            if gone or come:
                live.do(*gone, *come)

        self._run(AttendanceDialog(live.plan, meeting.present, save, self._page))

    def end(self, meeting: Meeting) -> None:
        """Ask when the next meeting is, and end this one with the check code of the journal."""
        live = self._live
        if not attempt(self._page, lambda: self._may_end(meeting)):
            return

        def save(due: datetime | None, agenda: str, reason: str) -> None:
            self._end(meeting, due, agenda, reason)

        now = live.now()
        offered = (holding.next_time(now), "briefing")
        title = _("Avsluta {name}").format(name=meeting.name.lower())
        self._run(NextDialog(title, _("Avsluta mötet"), self.agendas, offered, now, save, self._page, asks_why=True))

    def go_on(self, meeting: Meeting) -> None:
        """Let a meeting go on that was ended too early."""
        attempt(self._page, lambda: self._live.do(holding.reopen(self._live.incident, meeting.id)))

    def move_next(self) -> None:
        """Ask when the next meeting is."""
        live = self._live
        planned = next_meeting(live.incident)

        def save(due: datetime | None, agenda: str, _reason: str) -> None:
            live.do(holding.plan_next(live.incident, due, agenda, live.now()))

        offered = (planned.at, planned.agenda) if planned else (holding.next_time(live.now()), "briefing")
        dialog = NextDialog(
            _("Nästa möte"), _("Spara"), self.agendas, offered, live.now(), save, self._page, asks_why=False
        )
        self._run(dialog)

    def _may_end(self, meeting: Meeting) -> None:
        """Ask the rules before anything else is asked: they need no next time to say no to an empty point."""
        now = self._live.now()
        holding.close(self._live.incident, meeting.id, now, holding.next_time(now))

    def _end(self, meeting: Meeting, due: datetime | None, agenda: str, reason: str) -> None:
        live = self._live
        paper = _("mötesanteckningarna från möte {number}").format(number=meeting.number)
        printed = print_on(tips(live.desk.journal), paper)
        live.do(
            holding.close(
                live.incident,
                meeting.id,
                live.now(),
                due,
                next_agenda=agenda,
                reason=reason,
                code=printed.code,
            ),
            printed,
        )
        told(
            self._page,
            _("Mötet är avslutat. Anteckningarna går att kopiera och spara."),
            lambda: self.go_on(meeting),
        )

    def _run(self, dialog: Dialog) -> None:
        dialog.run()
        dialog.deleteLater()
