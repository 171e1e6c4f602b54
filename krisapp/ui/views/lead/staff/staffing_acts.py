"""What ends or settles a row of the manning (bemanningens åtgärder), each with its way back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from krisapp.domain.leading.staff import handovers, manning, shift_planning
from krisapp.domain.leading.staff.handovers import Handover
from krisapp.domain.leading.staff.shifts import Shift
from krisapp.domain.leading.staff.staffing import Absent, Spell, Staffing, roles_of
from krisapp.domain.words import _
from krisapp.ui.attempt import attempt
from krisapp.ui.views.messages.told import told

if TYPE_CHECKING:
    from krisapp.domain.events import Event
    from krisapp.ui.live import Live


class StaffingActs:
    """Acts for a page: what the rules refuse is said there, and what was done is told in the window."""

    def __init__(self, live: "Live", near: QWidget) -> None:
        self._live, self._near = live, near

    @property
    def staffing(self) -> Staffing:
        """Return who works where."""
        return self._live.incident.part(Staffing)

    def contested(self, about: object) -> bool:
        """Return whether a row is one of two people in the same post."""
        return isinstance(about, Spell) and self.staffing.register(about.post).contested

    def end(self, about: object) -> None:
        """Go off duty, drop a shift, take a handover back, or come back: whatever ends a row."""
        live = self._live
        match about:
            case Spell():
                self._end_duty(about)
            case Shift():
                self._drop(about)
            case Handover():
                self._do(lambda: handovers.withdraw(live.incident, about.id))
            case Absent():
                self._do(lambda: manning.back(live.incident, about.person, live.now()))

    def last_relieved(self) -> str:
        """Return who last handed over and works no longer: they go home now, and their rest is noted (K08-09)."""
        incident = self._live.incident
        closed = incident.part(handovers.Handovers).confirmed.values()
        givers = [one.giver for one, _stamp in sorted(closed, key=lambda pair: pair[0].at, reverse=True)]
        rested = (one for one in givers if not roles_of(incident, one))
        return next((one for one in rested if self.staffing.away(one, self._live.now()) is None), "")

    def settle(self, spell: Spell) -> None:
        """Let one of two stand in their post."""
        live = self._live
        self._do(lambda: manning.take(live.incident, spell.post, spell.person, spell.since, live.now()))

    def tell_taken(self, spell: Spell) -> None:
        """Tell who is on duty now; the way back is to go off again."""
        live = self._live

        def undo() -> None:
            self._do(lambda: manning.leave(live.incident, spell.post, spell.person, live.now(), live.now()))

        told(self._near, _("{name} är i tjänst.").format(name=live.incident.name_of(spell.person)), undo)

    def _end_duty(self, spell: Spell) -> None:
        live, now = self._live, self._live.now()

        def undo() -> None:
            self._do(lambda: manning.take(live.incident, spell.post, spell.person, live.now(), live.now()))

        if self._do(lambda: manning.leave(live.incident, spell.post, spell.person, now, now)):
            told(self._near, _("{name} är av.").format(name=live.incident.name_of(spell.person)), undo)

    def _drop(self, shift: Shift) -> None:
        incident = self._live.incident
        again = shift_planning.plan_again(shift)

        def undo() -> None:
            self._do(lambda: again)

        if self._do(lambda: shift_planning.drop_shift(incident, shift.id)):
            told(self._near, _("Passet är struket."), undo)

    def _do(self, make: "Callable[[], Event]") -> bool:
        return attempt(self._near, lambda: self._live.do(make()))
