"""Meetings (Möten): begin one, hold it by the keyboard, read the minutes of those before, see when the next one is."""

from PySide6.QtWidgets import QVBoxLayout

from krisapp.domain.leading.meeting import holding
from krisapp.domain.leading.meeting.meetings import Meeting, Meetings, next_meeting, ongoing
from krisapp.domain.words import N_, _
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.lead.meeting.holding_pane import HoldingPane
from krisapp.ui.views.lead.meeting.meeting_acts import MeetingActs
from krisapp.ui.views.lead.meeting.minutes_pane import MinutesPane
from krisapp.ui.views.log_words import told_at, when
from krisapp.ui.views.tabbed import TabbedView, TabPage
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.chip import Chip
from krisapp.ui.widgets.clock import countdown
from krisapp.ui.widgets.empty import Empty
from krisapp.ui.widgets.fields import Choice
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.one_part import OnePart
from krisapp.ui.widgets.plain import label


class MeetingsPage(TabPage):
    """Shows one meeting: going on, or its minutes. The latest is shown until somebody chooses another."""

    def __init__(self, live: Live, view: TabbedView) -> None:
        super().__init__(live, view)
        self.which = Choice("", self)
        self._next = label("", self)
        self._clock = Chip(Mark("", Tone.NEUTRAL, Shape.CLOCK), self)
        self.pane, self.minutes = HoldingPane(live, self), MinutesPane(live, self)
        self._empty = Empty(self, "people")
        self._acting = MeetingActs(live, self)
        acts = self._acting
        self.begin_button = Button("", self.begin, self, "primary", icon="plus")
        self.move_button = Button("", acts.move_next, self, icon="calendar")
        self.minutes.go_on.connect(self._go_on)
        self.next_button = Button("", self._next_point, self, "primary", icon="arrow-right")
        self.decision_button = Button("", self._decide, self)
        self.task_button = Button("", self._task, self)
        self.point_button = Button("", self._add_point, self)
        self.there_button = Button("", self._attend, self)
        self.end_button = Button("", self._end, self)
        self._held = [self.next_button, self.decision_button, self.task_button, self.point_button]
        self._held += [self.there_button, self.end_button]
        self._parts = OnePart(self)
        for part in (self._empty, self.pane, self.minutes):
            self._parts.add(part)
        self.first_button = Button("", self.begin, self, "huge", icon="plus")
        self._empty.offer(self.first_button)
        self._lay_out()
        self.which.chose.connect(self._choose)
        self.pane.turned.connect(self._turn)
        self.command(N_("Nytt möte"), "Ctrl+N;Ins", self.begin)
        self.command(N_("Nästa punkt"), "Ctrl+Return;Ctrl+Enter", self._next_point)
        self.command(N_("Nytt beslut i mötet"), "F6", self._decide)
        self.command(N_("Ny uppgift i mötet"), "F7", self._task)
        self.command(N_("Ny punkt på dagordningen"), "F8", self._add_point)
        self.command(N_("Närvaro"), "F3", self._attend)
        self.command(N_("Ta bort punkten"), "Del", self._drop_point)
        self.command(N_("Avsluta mötet"), "Ctrl+E", self._end)
        self.command(N_("Flytta nästa möte"), "Ctrl+M", acts.move_next)
        self.command(N_("Skriv ut mötesanteckningarna"), "Ctrl+P", self._print)

    def _lay_out(self) -> None:
        top = Flow()
        for part in (self.which, self.pane.about, self.pane.whole, self._next, self._clock, self.move_button):
            top.addWidget(part)
        top.addWidget(self.begin_button)
        flow = Flow()
        for button in self._held:
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(top)
        column.addWidget(self._parts, 1)
        column.addLayout(flow)

    def _print(self) -> None:
        meeting = self.meeting
        if meeting is not None:
            self.minutes.print(meeting)

    @property
    def meeting(self) -> Meeting | None:
        """Return the meeting that is shown."""
        return self.live.incident.part(Meetings).by_id.get(self.which.key)

    def start(self) -> None:
        """Begin in the minutes of the meeting that goes on, else where one begins."""
        meeting = self.meeting
        if meeting is not None and meeting.closed is None:
            self.pane.notes.area.setFocus()
        elif meeting is not None:
            self.which.setFocus()
        else:
            self.first_button.setFocus()

    def begin(self) -> None:
        """Ask for agenda and attendance, begin, and write at the first point at once."""
        self._acting.begin()
        self.start()

    def show_item(self, key: str) -> None:
        """Go to a meeting by its id; "next" is where the next one begins."""
        if key in self.live.incident.part(Meetings).by_id:
            self.which.choose(key)
            self.refresh()
        elif key == "next":
            (self.begin_button if self.meeting else self.first_button).setFocus()

    def refresh(self) -> None:
        """Show what the desk holds now; a meeting that has just begun comes up by itself."""
        incident = self.live.incident
        held = incident.part(Meetings).held()
        known = {str(self.which.itemData(at)) for at in range(self.which.count())}
        going_on = ongoing(incident)
        fresh = [one.id for one in going_on if one.id not in known]
        latest = (going_on or held)[-1].id if held else ""
        chosen = fresh[-1] if fresh else self.which.key or latest
        self.which.fill(((one.id, self._called(one)) for one in reversed(held)), chosen)
        self.which.setVisible(bool(held))
        meeting = self.meeting
        runs = meeting is not None and meeting.closed is None
        for part in (self.pane.about, self.pane.whole, *self._held):
            part.setVisible(runs)
        self.minutes.go_on_button.setVisible(meeting is not None and meeting is held[-1])
        # In an empty page and while a meeting runs, another button is what comes next.
        self.begin_button.setVisible(bool(held) and not runs)
        if meeting is None:
            self._parts.show_part(self._empty)
        elif runs:
            self.pane.show_meeting(meeting.id)
            self._parts.show_part(self.pane)
        else:
            self.minutes.show_meeting(meeting.id)
            self._parts.show_part(self.minutes)
        self.tick()

    def tick(self) -> None:
        """Let the meeting run, and the time to the next one."""
        meeting, now = self.meeting, self.live.now()
        if meeting is not None and meeting.closed is None:
            self.pane.tick()
        planned = next_meeting(self.live.incident)
        for part in (self._next, self._clock):
            part.setVisible(planned is not None)
        self.move_button.setVisible(not ongoing(self.live.incident))
        self.move_button.say(_("Flytta …") if planned else _("Sätt nästa möte …"))
        if planned is not None:
            names = {one.id: one.name for one in self._acting.agendas}
            words = _("Nästa: {name} {time}").format(
                name=names.get(planned.agenda, _("möte")), time=told_at(planned.at, now)
            )
            self._next.setText(words)
            mark = countdown(now, planned.at)
            if mark != self._clock.mark:
                self._clock.show_mark(mark)

    def retranslate(self) -> None:
        """Set every word."""
        self.which.setAccessibleName(_("Visa möte"))
        self._empty.say(_("Inget möte ännu"), _("Börja med ett startmöte. De som är i tjänst kommer med i närvaron."))
        self.first_button.say(_("Börja möte …"))
        self.begin_button.say(_("Nytt möte …"))
        self.next_button.say(_("Nästa punkt  (Ctrl+Enter)"))
        self.decision_button.say(_("Nytt beslut  (F6)"))
        self.task_button.say(_("Ny uppgift  (F7)"))
        self.point_button.say(_("Ny punkt  (F8)"))
        self.there_button.say(_("Närvaro  (F3)"))
        self.end_button.say(_("Avsluta mötet  (Ctrl+E)"))
        self.pane.retranslate()
        self.minutes.retranslate()

    def _called(self, meeting: Meeting) -> str:
        began = when(meeting.began, self.live.now()) if meeting.began else ""
        words = (
            _("Möte {number}, {name}, {time}, pågår") if meeting.closed is None else _("Möte {number}, {name}, {time}")
        )
        return words.format(number=meeting.number, name=meeting.name, time=began)

    def _running(self) -> Meeting | None:
        """Return the meeting that is shown and goes on, with what was typed saved; None when it is not so."""
        meeting = self.meeting
        if meeting is None or meeting.closed is not None or not self.pane.notes.save():
            return None
        return meeting

    def _choose(self, _key: str) -> None:
        self.refresh()

    def _next_point(self) -> None:
        meeting = self._running()
        if meeting is None:
            return
        after = holding.point_after(meeting)
        if after:
            self._turn(after)
        else:
            self._end()

    def _turn(self, point: str) -> None:
        meeting = self._running()
        if meeting is not None:
            if point != meeting.current:
                self._acting.turn(meeting, point)
            self.pane.go(point)

    def _decide(self) -> None:
        if self._running() is not None:
            self._acting.decide()

    def _task(self) -> None:
        meeting = self._running()
        if meeting is not None:
            self._acting.task(meeting, self.pane.point)

    def _add_point(self) -> None:
        meeting = self._running()
        if meeting is not None:
            self._acting.add_point(meeting, self.pane.point)

    def _drop_point(self) -> None:
        meeting = self._running()
        if meeting is not None:
            self._acting.drop_point(meeting, self.pane.point)

    def _attend(self) -> None:
        meeting = self._running()
        if meeting is not None:
            self._acting.attend(meeting)

    def _end(self) -> None:
        meeting = self._running()
        if meeting is None:
            return
        empty = next((one.id for one in meeting.points if one.locked and not meeting.note(one.id).strip()), "")
        if empty:
            # Straight to what is missing: the rules say no in words above it.
            self.pane.go(empty)
        self._acting.end(meeting)
        if meeting.closed is not None:
            self.start()

    def _go_on(self) -> None:
        meeting = self.meeting
        if meeting is not None:
            self._acting.go_on(meeting)
