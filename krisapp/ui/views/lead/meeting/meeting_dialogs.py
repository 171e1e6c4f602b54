"""The questions around a meeting (mötets frågor): begin, who is there, one more point, the end, and the next one."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from krisapp.domain.leading.meeting.agendas import Agenda
from krisapp.domain.plan import Plan
from krisapp.domain.words import _
from krisapp.ui.theme.theme import current
from krisapp.ui.views.lead.meeting.people_list import PeopleList
from krisapp.ui.views.lead.moments import read_moment
from krisapp.ui.widgets.clock import at
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, Field, text_field


class AttendanceDialog(Dialog):
    """Asks who is there. `save` gets everybody who is, and may refuse."""

    def __init__(
        self, plan: Plan, present: Sequence[str], save: Callable[[tuple[str, ...]], None], parent: QWidget
    ) -> None:
        super().__init__(_("Närvaro"), parent, _("Spara"))
        self._save = save
        self.people = PeopleList(plan, present, self)
        self.other = text_field("", self)
        help = _("Mellanslag kryssar i eller ur. Ctrl+Enter sparar.")
        self.body.addWidget(Field(_("Med på mötet"), self.people, self, help))
        help = _("Funktion och organisation, till exempel Polisen, vakthavande.")
        self.body.addWidget(Field(_("Annan som är med"), self.other, self, help))
        self.setMinimumWidth(min(current().px(560), parent.window().width()))
        self.people.setFocus()

    def decide(self) -> None:
        """Save who is there."""
        other = " ".join(self.other.text().split())
        self._save((*self.people.ticked, *((other,) if other else ())))


class BeginDialog(Dialog):
    """Asks by which agenda a meeting begins, where, and who is there."""

    def __init__(
        self,
        agendas: Sequence[Agenda],
        suggested: str,
        plan: Plan,
        present: Sequence[str],
        begin: Callable[[Agenda, tuple[str, ...], str], None],
        parent: QWidget,
    ) -> None:
        super().__init__(_("Börja möte"), parent, _("Börja"))
        self._agendas = {one.id: one for one in agendas}
        self._begin = begin
        self.agenda = Choice("", self)
        self.agenda.fill(((one.id, _length(one)) for one in agendas), suggested)
        self.place = text_field("", self)
        self.people = PeopleList(plan, present, self)
        self.body.addWidget(Field(_("Dagordning"), self.agenda, self))
        self.body.addWidget(Field(_("Plats"), self.place, self))
        self.body.addWidget(
            Field(
                _("Med på mötet"),
                self.people,
                self,
                _("Mellanslag kryssar i eller ur. Andra läggs till under mötet."),
            )
        )
        self.setMinimumWidth(min(current().px(560), parent.window().width()))
        self.agenda.setFocus()

    def decide(self) -> None:
        """Begin."""
        self._begin(self._agendas[self.agenda.key], self.people.ticked, self.place.text())


class PointDialog(Dialog):
    """Asks what one more point is about."""

    def __init__(self, add: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(_("Ny punkt"), parent, _("Lägg till"))
        self._add = add
        self.words = text_field("", self)
        self.body.addWidget(Field(_("Vad handlar punkten om?"), self.words, self, _("Den hamnar efter den valda.")))
        self.words.setFocus()

    def decide(self) -> None:
        """Add it."""
        self._add(self.words.text())


class NextDialog(Dialog):
    """Asks when the next meeting is; to end one, also why none is needed. `save` gets time, agenda and reason."""

    def __init__(
        self,
        title: str,
        confirm: str,
        agendas: Sequence[Agenda],
        offered: tuple[datetime | None, str],
        now: datetime,
        save: Callable[[datetime | None, str, str], None],
        parent: QWidget,
        *,
        asks_why: bool,
    ) -> None:
        super().__init__(title, parent, confirm)
        self._now, self._save = now, save
        due, suggested = offered
        self.time = text_field("", self)
        self.time.setText(_typed(due, now))
        self.time.selectAll()
        self.agenda = Choice("", self)
        self.agenda.fill(((one.id, _length(one)) for one in agendas), suggested)
        self.reason = text_field("", self)
        self.body.addWidget(
            Field(
                _("Nästa möte"),
                self.time,
                self,
                _("16.00, i morgon 9, 12/6 9.00 eller 90 min. Tomt om inget behövs."),
            )
        )
        self.body.addWidget(Field(_("Dagordning"), self.agenda, self))
        why = Field(_("Varför behövs inget möte?"), self.reason, self, _("Bara om tiden ovanför är tom."))
        why.setVisible(asks_why)
        self.body.addWidget(why)
        self.time.setFocus()

    def decide(self) -> None:
        """Save it."""
        self._save(read_moment(self.time.text(), self._now), self.agenda.key, self.reason.text())


def _typed(due: datetime | None, now: datetime) -> str:
    if due is None:
        return ""
    local = due.astimezone(now.tzinfo)
    return at(local) if local.date() == now.date() else f"{local.day}/{local.month} {at(local)}"


def _length(agenda: Agenda) -> str:
    words = _("{name}, {minutes} min, stående") if agenda.standing else _("{name}, {minutes} min")
    return words.format(name=agenda.name, minutes=agenda.minutes)
