"""Raising or lowering the level of an incident (ändra nivå): which level, who has decided it, and why."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from krisapp.domain.levels import set_level
from krisapp.domain.plan import Plan
from krisapp.domain.words import N_, Refused, _
from krisapp.ui.theme.theme import current
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, Field, text_field

if TYPE_CHECKING:
    from krisapp.ui.live import Live


def deciders(plan: Plan) -> tuple[str, ...]:
    """Return the names of those with a role, each once: who may approve first, as the one who decides is there."""
    ranks = {role.id: (not role.may_approve, role.rank) for role in plan.roles}
    holders = sorted((one for one in plan.holders if one.role in ranks), key=lambda one: (ranks[one.role], one.rank))
    people = (plan.person(id) for id in dict.fromkeys(holder.person for holder in holders))
    return tuple(person.name for person in people if person)


class LevelDialog(Dialog):
    """Begins on the next level up. The decision stands in the log with who made it and why."""

    def __init__(self, live: "Live", parent: QWidget) -> None:
        super().__init__(_("Ändra nivå"), parent, _("Ändra nivån"))
        self._live = live
        self._levels = live.plan.levels
        self.level, self.who = Choice("", self), Choice("", self)
        self.reason = text_field("", self, _("Fler orter är drabbade"))
        ids = [row.id for row in self._levels]
        standing = live.incident.sheet.level
        at = ids.index(standing) if standing in ids else 0
        self.level.fill(((row.id, f"{row.id} {row.name}") for row in self._levels), ids[min(at + 1, len(ids) - 1)])
        self.who.fill([("", _("Välj …")), *((name, name) for name in deciders(live.plan))])
        self._level_field = Field(_("Ny nivå"), self.level, self)
        self._who_field = Field(_("Vem har beslutat?"), self.who, self)
        self._reason_field = Field(_("Varför?"), self.reason, self, _("Står i loggen tillsammans med beslutet."))
        for field in (self._level_field, self._who_field, self._reason_field):
            self.body.addWidget(field)
        self.setMinimumWidth(current().px(520))
        self.level.currentIndexChanged.connect(self._explain)
        self._explain(0)
        self.level.setFocus()

    def decide(self) -> None:
        """Set the level. Raises `Refused` when it is the same, or nobody is chosen, or no reason is given."""
        reason = self.reason.text().strip()
        if self.who.key and not reason:
            self.reason.setFocus()
            raise Refused(N_("Skriv varför nivån ändras."))
        if not self.who.key:
            self.who.setFocus()
        self._live.do(set_level(self._live.incident, self.level.key, self.who.key, reason))

    def _explain(self, _at: int) -> None:
        level = next((row for row in self._levels if row.id == self.level.key), None)
        self._level_field.say(_("Ny nivå"), level.criteria if level else "")
