"""Changing shift (passbyte): everybody whose planned relief is here hands over, in one go (list K08-07)."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from krisapp.domain.leading.staff import handovers
from krisapp.domain.leading.staff.handover_brief import as_text
from krisapp.domain.leading.staff.handovers import Means
from krisapp.domain.leading.staff.shift_planning import Relief, changing_now
from krisapp.domain.leading.staff.staffing import role_name
from krisapp.domain.words import N_, Refused, _
from krisapp.ui.views.lead.staff.handover_dialog import BriefDialog, sheet_for
from krisapp.ui.views.log_words import when
from krisapp.ui.widgets.fields import Field, Tick, text_field
from krisapp.ui.widgets.plain import label

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class ShiftChangeDialog(BriefDialog):
    """The sheet of everything, and a tick for each pair who have gone through it and confirmed by word of mouth."""

    def __init__(self, live: "Live", parent: QWidget) -> None:
        super().__init__(live, parent, sheet_for(live), _("Byt pass"), _("Passbyte"))
        words = label(_("Kryssa i dem som har gått igenom läget och tagit över."), self, "strong", wrap=True)
        self.body.insertWidget(0, words)
        self.pairs: list[tuple[Relief, Tick]] = []
        for at, one in enumerate(changing_now(live.incident, live.now()), 1):
            tick = Tick(self._told(one), self)
            self.pairs.append((one, tick))
            self.body.insertWidget(at, tick)
        self.reason = text_field("", self)
        field = Field(_("Skäl, om någons vila är kortare än elva timmar"), self.reason, self)
        self.body.insertWidget(len(self.pairs) + 1, field)
        if self.pairs:
            self.pairs[0][1].setFocus()

    def decide(self) -> None:
        """Hand over each ticked post; none changes hands unless all of them may."""
        live, now = self.live, self.live.now()
        chosen = [(one.spell, one.planned) for one, tick in self.pairs if tick.isChecked() and one.planned is not None]
        if not chosen:
            raise Refused(N_("Kryssa i minst en som har tagit över."))
        for _spell, shift in chosen:
            handovers.check_rest(live.incident, shift.person, now, self.reason.text())
        brief = as_text(self.sheet)
        offers = [
            handovers.offer(live.incident, spell.post, spell.person, shift.person, brief) for spell, shift in chosen
        ]
        stamps = live.desk.do(*offers)
        reason = self.reason.text()
        live.do(
            *(
                handovers.confirm(live.incident, stamp.id, shift.person, now, self._means(shift.person), reason=reason)
                for stamp, (_spell, shift) in zip(stamps, chosen, strict=True)
            )
        )

    def _means(self, receiver: str) -> Means:
        return Means.HERE if self.live.person == receiver else Means.TOLD

    def _told(self, one: Relief) -> str:
        incident = self.live.incident
        words = _("{role}: {giver} lämnar över till {receiver}, pass från {time}")
        coming = one.planned.person if one.planned else ""
        start = when(one.planned.start, self.live.now()) if one.planned else ""
        return words.format(
            role=role_name(incident, one.spell.post),
            giver=incident.name_of(one.spell.person),
            receiver=incident.name_of(coming),
            time=start,
        )
