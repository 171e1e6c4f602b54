"""Going on duty, being away and planning a shift (bemanningens dialogrutor)."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from krisapp.domain.delegation import short
from krisapp.domain.leading.alarm.posts import in_calling_order
from krisapp.domain.leading.staff import manning, shift_planning
from krisapp.domain.leading.staff.shifts import OVERLAP, Shift
from krisapp.domain.leading.staff.staffing import AWAY_NAMES, Away, Staffing
from krisapp.domain.words import N_, Refused, _
from krisapp.ui.log_line import read_time
from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.clock import at
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, Field, Tick, text_field
from krisapp.ui.widgets.plain import label

if TYPE_CHECKING:
    from krisapp.domain.leading.staff.shift_planning import Relief
    from krisapp.ui.live import Live


class RoleDialog(Dialog):
    """A dialog about one role and one person: those who hold the role stand first, in calling order."""

    def __init__(self, live: "Live", title: str, confirm: str, parent: QWidget, role: str, person: str) -> None:
        super().__init__(title, parent, confirm)
        self.live = live
        self.role, self.person = Choice("", self), Choice("", self)
        plan = live.plan
        self.role.fill([("", _("Välj …")), *((one.id, f"{short(one)} ({one.id})") for one in plan.roles)], role)
        self.body.addWidget(Field(_("Roll"), self.role, self))
        self.body.addWidget(Field(_("Person"), self.person, self))
        self.role.chose.connect(self._choose_role)
        self._choose_role(role)
        self.person.choose(person)

    def _choose_role(self, role: str) -> None:
        plan = self.live.plan
        first = in_calling_order(plan, role)
        names = {one.id: one.name for one in plan.people}
        holders = [
            (one, _("{name}, ordinarie") if at == 0 else _("{name}, ersättare {number}"), at)
            for at, one in enumerate(first)
        ]
        told = [(one, words.format(name=names.get(one, one), number=at)) for one, words, at in holders]
        others = [(one.id, one.name) for one in plan.people if one.id not in first]
        self.person.fill([*told, *others], first[0] if first else "")


class DutyDialog(RoleDialog):
    """Puts somebody on duty. A short rest is refused until a reason is given."""

    def __init__(self, live: "Live", parent: QWidget, role: str = "", person: str = "") -> None:
        super().__init__(live, _("Gå i tjänst"), _("Gå i tjänst"), parent, role, person)
        self.since = text_field("", self, _("nu"))
        self.beside = Tick(_("Vid sidan av den som redan har rollen"), self)
        self.reason = text_field("", self)
        self.body.addWidget(Field(_("Från klockan"), self.since, self, _("Tomt betyder nu.")))
        self.body.addWidget(self.beside)
        help = _("Behövs bara när personen har vilat kortare än elva timmar.")
        self.body.addWidget(Field(_("Skäl till kort vila"), self.reason, self, help))
        self._say_beside(role)
        self.role.chose.connect(self._say_beside)
        (self.person if role else self.role).setFocus()

    def decide(self) -> None:
        """Put the person in the role."""
        incident, now = self.live.incident, self.live.now()
        role, person = self.role.key, self.person.key
        post = manning.free_post(incident, role, person) if self.beside.isChecked() else role
        since = read_time(self.since.text(), now)
        self.live.do(manning.take(incident, post, person, since, now, reason=self.reason.text()))

    def _say_beside(self, role: str) -> None:
        self.beside.setVisible(bool(role and self.live.incident.part(Staffing).standing(role)))


class AwayDialog(Dialog):
    """Notes that somebody rests, is off or cannot be reached, until a time or until further notice."""

    def __init__(self, live: "Live", parent: QWidget, person: str = "") -> None:
        super().__init__(_("Frånvaro"), parent, _("Spara"))
        self.live = live
        self.person, self.why = Choice("", self), Choice("", self)
        self.until = text_field("", self, "06.00")
        self.person.fill([("", _("Välj …")), *((one.id, one.name) for one in live.plan.people)], person)
        self.why.fill((why.value, _(words).capitalize()) for why, words in AWAY_NAMES.items())
        self.body.addWidget(Field(_("Person"), self.person, self))
        self.body.addWidget(Field(_("Varför"), self.why, self, _("Skriv aldrig något om hälsa.")))
        self.body.addWidget(Field(_("Till klockan"), self.until, self, _("Tomt betyder tills vidare.")))
        (self.until if person else self.person).setFocus()

    def decide(self) -> None:
        """Note it from now on."""
        now = self.live.now()
        until = _ahead(self.until.text(), now) if self.until.text().strip() else None
        self.live.do(manning.absent(self.live.incident, self.person.key, now, until, Away(self.why.key)))


class ShiftDialog(RoleDialog):
    """Plans a shift or changes one; secret unless somebody says it need not be."""

    def __init__(
        self,
        live: "Live",
        parent: QWidget,
        *,
        relief: "Relief | None" = None,
        shift: Shift | None = None,
        role: str = "",
    ) -> None:
        post = shift.post if shift else relief.spell.post if relief else role
        person = shift.person if shift else relief.proposed if relief else ""
        title = _("Ändra passet") if shift else _("Planera pass")
        super().__init__(live, title, _("Spara passet"), parent, post.partition(":")[0], person)
        self._shift, self._post = shift, post
        self.start, self.end = text_field("", self, "22.00"), text_field("", self, "06.00")
        self.day = Choice("", self)
        now = live.now()
        begins = shift.start if shift else relief.due - OVERLAP if relief else now
        ends = shift.end if shift else (relief.proposed_end if relief else None)
        days = [now.astimezone(begins.tzinfo) + timedelta(days=number) for number in range(-1, 8)]
        self.day.fill(((f"{one:%Y-%m-%d}", f"{one.day}/{one.month}") for one in days), f"{begins:%Y-%m-%d}")
        self.start.setText(at(begins))
        length = shift_planning.length_of(live.incident, post.partition(":")[0])
        self.end.setText(at(ends or begins + length))
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        for words, part in ((_("Dag"), self.day), (_("Från"), self.start), (_("Till"), self.end)):
            row.addWidget(Field(words, part, self))
        self.body.addLayout(row)
        self.secret = Tick(_("Sekretess enligt {ground}").format(ground="OSL 18:13"), self)
        self.secret.setChecked(shift is None or bool(shift.ground))
        self.body.addWidget(self.secret)
        self.reason = text_field("", self)
        help = _("Behövs vid mer än 12 timmar i sträck eller mindre än 11 timmars vila.")
        self.body.addWidget(Field(_("Skäl att gå utanför reglerna"), self.reason, self, help))
        self.body.addWidget(
            label(_("Avlösaren kommer en halvtimme före, så att ni hinner lämna över."), self, "quiet", wrap=True)
        )
        (self.person if post else self.role).setFocus()

    def decide(self) -> None:
        """Plan it."""
        day = datetime.fromisoformat(self.day.key).replace(tzinfo=self.live.now().tzinfo)
        start = _on_day(self.start.text(), day)
        end = _on_day(self.end.text(), day)
        if end <= start:
            end += timedelta(days=1)
        role = self.role.key
        post = self._post if self._post.partition(":")[0] == role else role
        self.live.do(
            shift_planning.plan_shift(
                self.live.incident,
                post,
                self.person.key,
                start,
                end,
                shift=self._shift.id if self._shift else "",
                reason=self.reason.text(),
                secret=self.secret.isChecked(),
            )
        )


def _ahead(text: str, now: datetime) -> datetime:
    """Return a time to come: today, or tomorrow when that has passed."""
    moment = read_time(text, now)
    return moment + timedelta(days=1) if moment <= now else moment


def _on_day(text: str, day: datetime) -> datetime:
    """Return a time of day on a day. Raises `Refused` for nothing, and for what is no time."""
    if not text.strip():
        raise Refused(N_("Skriv när passet börjar och slutar, till exempel 22.00."))
    moment = read_time(text, day.replace(hour=23, minute=59))
    return moment.replace(year=day.year, month=day.month, day=day.day)
