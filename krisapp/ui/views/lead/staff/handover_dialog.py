"""Handing over (lämna över): the sheet to go through side by side, and who takes over, here or by word of mouth."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from krisapp.documents.handover_sheet import handover_paper
from krisapp.domain.leading.alarm.posts import in_calling_order, role_of
from krisapp.domain.leading.staff import handovers
from krisapp.domain.leading.staff.handover_brief import Brief, as_text, brief, with_note
from krisapp.domain.leading.staff.handovers import Handover, Means
from krisapp.domain.leading.staff.staffing import Spell, Staffing, role_name
from krisapp.domain.words import N_, Refused, _
from krisapp.store.law_clocks import law_clocks
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.messages.told import told
from krisapp.ui.views.paper_saving import show_paper
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, Field, Tick, text_field
from krisapp.ui.widgets.plain import reader
from krisapp.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from krisapp.ui.live import Live

SHIFT = timedelta(hours=12)
"""How far back a sheet tells what has happened when nobody is known to have begun a shift."""


def sheet_for(live: "Live", post: str = "") -> Brief:
    """Return the handover sheet of a post, or of everything: what has happened since its holder began."""
    spells = live.incident.part(Staffing).standing(post) if post else []
    now = live.now()
    since = min((spell.since for spell in spells), default=now - SHIFT)
    return brief(live.incident, now, since, post, law_clocks())


class BriefDialog(Dialog):
    """The sheet over the whole window, to read aloud, copy or print."""

    def __init__(self, live: "Live", parent: QWidget, sheet: Brief, confirm: str, title: str = "") -> None:
        super().__init__(title or sheet.title, parent, confirm)
        self.live, self.sheet, self._near = live, sheet, parent
        self.text = reader(_("Överlämningsblad"), self)
        self.text.setPlainText(as_text(sheet))
        self.copy_button = Button(_("Kopiera"), self.copy, self, icon="copy")
        self.print_button = Button(_("Skriv ut …"), self.print, self, icon="print")
        for at, button in enumerate((self.copy_button, self.print_button)):
            self.buttons.insertWidget(at, button)
        self.body.addWidget(self.text, 1)
        self._toast = Toast(self)  # the window's own lies behind
        window = parent.window()
        self.resize(window.width(), window.height())

    def copy(self) -> None:
        """Copy the sheet as text."""
        QGuiApplication.clipboard().setText(as_text(self.sheet))
        self.copy_button.say(_("Kopierat"))

    def print(self) -> None:
        """Show the sheet to be printed or saved, with lines to sign on."""
        from krisapp.documents.paper import Paper  # here: no screen waits for what few print

        incident, made = self.live.incident, self.sheet.made
        name = _("{incident} överlämning {time}.pdf").format(incident=incident.id, time=f"{made:%Y-%m-%d %H.%M}")
        paper = handover_paper(incident, self.sheet)
        show_paper(self, lambda: Paper(title=str(paper["title"]), file_name=name, data=paper))


class ReadDialog(BriefDialog):
    """The sheet only to read: one key from anywhere in Stab."""

    def __init__(self, live: "Live", parent: QWidget) -> None:
        super().__init__(live, parent, sheet_for(live), _("Stäng"))
        self.cancel.hide()
        self.text.setFocus()


class OfferDialog(BriefDialog):
    """Hands one post over. The role changes hands when the receiver confirms, here at once or later."""

    def __init__(self, live: "Live", parent: QWidget, spell: Spell, proposed: str = "") -> None:
        title = _("Lämna över rollen {role}").format(role=role_name(live.incident, spell.post))
        super().__init__(live, parent, sheet_for(live, spell.post), _("Lämna över"), title)
        self._spell = spell
        self.receiver = Choice("", self)
        holders = in_calling_order(live.plan, role_of(spell.post))
        names = {one.id: one.name for one in live.plan.people}
        order = [*(one for one in holders if one != spell.person), *(one for one in names if one not in holders)]
        self.receiver.fill([("", _("Välj …")), *((one, names.get(one, one)) for one in order)], proposed)
        self.here = Tick(_("Mottagaren är här, har gått igenom bladet och tar över nu"), self)
        self.reason = text_field("", self)
        self.note = text_field("", self)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(Field(_("Tar över"), self.receiver, self))
        row.addWidget(Field(_("Skäl, om vilan är kortare än elva timmar"), self.reason, self), 1)
        self.body.insertLayout(0, row)
        risks = Field(_("Risker under nästa pass, och praktiskt som nycklar och mat"), self.note, self)
        self.body.insertWidget(1, risks)
        self.body.insertWidget(2, self.here)
        self.receiver.setFocus()

    def decide(self) -> None:
        """Offer it, and confirm at once when the receiver is here."""
        live, spell, receiver = self.live, self._spell, self.receiver.key
        note = self.note.text().strip()
        read = as_text(with_note(self.sheet, note))
        offered = handovers.offer(live.incident, spell.post, spell.person, receiver, read, note)
        if not self.here.isChecked():
            live.do(offered)
            told(self._near, _("Överlämningen väntar på att mottagaren bekräftar."))
            return
        handovers.check_rest(live.incident, receiver, live.now(), self.reason.text())
        (stamp,) = live.desk.do(offered)
        _confirm(live, stamp.id, receiver, live.now(), self.reason.text())


class ConfirmDialog(BriefDialog):
    """The receiver confirms a handover: at this console, or by word of mouth to whoever sits here."""

    def __init__(self, live: "Live", parent: QWidget, handover: Handover) -> None:
        name = live.incident.name_of(handover.offered.receiver)
        title = _("{name} tar över rollen {role}").format(
            name=name, role=role_name(live.incident, handover.offered.post)
        )
        sheet = with_note(sheet_for(live, handover.offered.post), handover.offered.note)
        super().__init__(live, parent, sheet, _("Bekräfta"), title)
        self._handover = handover
        self.spoken = Tick(_("{name} har bekräftat muntligt").format(name=name), self)
        self.spoken.setVisible(live.person != handover.offered.receiver)
        self.reason = text_field("", self)
        self.body.insertWidget(0, self.spoken)
        self.body.insertWidget(1, Field(_("Skäl, om vilan är kortare än elva timmar"), self.reason, self))
        (self.spoken if live.person != handover.offered.receiver else self.confirm).setFocus()

    def decide(self) -> None:
        """Confirm as the receiver, or as told by them."""
        receiver = self._handover.offered.receiver
        if self.live.person != receiver and not self.spoken.isChecked():
            raise Refused(
                N_("Bara {name}, som tar över, kan bekräfta. Kryssa i om det är gjort muntligt."),
                name=self.live.incident.name_of(receiver),
            )
        _confirm(self.live, self._handover.id, receiver, self.live.now(), self.reason.text())


def _confirm(live: "Live", handover: str, receiver: str, now: datetime, reason: str) -> None:
    means = Means.HERE if live.person == receiver else Means.TOLD
    live.do(handovers.confirm(live.incident, handover, receiver, now, means, reason=reason))
