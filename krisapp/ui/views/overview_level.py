"""Raising or lowering the level of an incident (ändra nivå): which level, who has decided it, and why."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from krisapp.domain.leading.levels import history, set_level
from krisapp.domain.plan import Plan
from krisapp.domain.words import N_, Refused, _
from krisapp.ui.widgets.fields import Choice, Field, text_field
from krisapp.ui.widgets.form_dialog import FormDialog
from krisapp.ui.widgets.plain import label

if TYPE_CHECKING:
    from krisapp.ui.live import Live


def deciders(plan: Plan) -> tuple[str, ...]:
    """Return the names of those with a role, each once: who may approve first, as the one who decides is there."""
    ranks = {role.id: (not role.may_approve, role.rank) for role in plan.roles}
    holders = sorted((one for one in plan.holders if one.role in ranks), key=lambda one: (ranks[one.role], one.rank))
    people = (plan.person(id) for id in dict.fromkeys(holder.person for holder in holders))
    return tuple(person.name for person in people if person)


class LevelDialog(FormDialog):
    """Begins on the next level up, or down from the highest. All criteria stand beside it, and how it was until now.

    The decision is numbered among the others; the lowest level stands the staff down and opens the list for that.
    """

    def __init__(self, live: "Live", parent: QWidget) -> None:
        super().__init__(_("Ändra nivå"), parent, _("Ändra nivån"), 640)
        self._live = live
        self._levels = live.plan.levels
        self.level, self.who = Choice("", self), Choice("", self)
        self.reason = text_field("", self, _("Fler orter är drabbade"))
        ids = [row.id for row in self._levels]
        standing = live.incident.sheet.level
        at = ids.index(standing) if standing in ids else 0
        names = [(row.id, f"{row.id} {row.name}") for row in self._levels]
        now = _("{level} (nu)")
        wanted = ids[at + 1] if at + 1 < len(ids) else ids[at - 1]
        self.level.fill([(id, now.format(level=name) if id == standing else name) for id, name in names], wanted)
        self.who.fill([("", _("Välj …")), *((name, name) for name in deciders(live.plan))])
        self._level_field = Field(_("Ny nivå"), self.level, self)
        self.form.addWidget(self._level_field)
        self.criteria = {row.id: label(f"{row.id} {row.name}: {row.criteria}", self, wrap=True) for row in self._levels}
        for words in self.criteria.values():
            self.form.addWidget(words)
        self.left = label("", self, "strong", wrap=True)
        self.form.addWidget(self.left)
        for field in (
            Field(_("Vem har beslutat?"), self.who, self),
            Field(_("Varför?"), self.reason, self, _("Står i loggen tillsammans med beslutet.")),
        ):
            self.form.addWidget(field)
        self.history = label(_("Hittills: {steps}").format(steps="; ".join(self._steps())), self, "quiet", wrap=True)
        self.form.addWidget(self.history)
        self.level.currentIndexChanged.connect(self._explain)
        self._explain(0)
        self.level.setFocus()

    def decide(self) -> None:
        """Set the level. Raises `Refused` when it is the same, or nobody is chosen, or no reason is given."""
        reason, incident = self.reason.text().strip(), self._live.incident
        if self.who.key and not reason:
            self.reason.setFocus()
            raise Refused(N_("Skriv varför nivån ändras."))
        if not self.who.key:
            self.who.setFocus()
        if self._down:
            from krisapp.domain.leading.standing_down import stand_down  # here: the start does not wait for the end

            self._live.do(*stand_down(incident, self.who.key, reason, self._live.now()))
        else:
            self._live.do(set_level(incident, self.level.key, self.who.key, reason))

    @property
    def _down(self) -> bool:
        """Return whether the choice stands the staff down."""
        return self.level.key == self._levels[0].id != self._live.incident.sheet.level

    def _explain(self, _at: int) -> None:
        level = next((row for row in self._levels if row.id == self.level.key), None)
        who = _("Beslutas av: {who}").format(who=level.decided_by) if level else ""
        if self._down:
            who = _("Den som beslutade att staben skulle träda in beslutar också att avveckla den.")
        self._level_field.say(_("Ny nivå"), who)
        for id, words in self.criteria.items():
            words.speak("strong" if id == self.level.key else "quiet")
        found: list[str] = []
        if self._down:
            from krisapp.domain.leading.standing_down import left  # here: as above

            found = [_("Checklistan för avveckling öppnas."), *left(self._live.incident)]
        self.left.setText(" ".join(found))
        self.left.setVisible(bool(found))
        if self.isVisible():
            self.fit()

    def _steps(self) -> list[str]:
        """Return the levels until now, the latest last: when, which, by whom and why."""
        now = self._live.now()
        found = []
        for step in history(self._live.incident)[-4:]:
            words = (
                _("{time} {level}, {by}: {reason}") if step.decided_by else _("{time} {level} när händelsen startade")
            )
            time = f"{step.stamp.at.astimezone(now.tzinfo):%H.%M}"
            found.append(words.format(time=time, level=step.level, by=step.decided_by, reason=step.reason))
        return found
