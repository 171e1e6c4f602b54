"""Läge: the fact sheet, its fields to the left and its facts to the right; each shows the texts that use it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from krisapp.domain.fields import label_of
from krisapp.domain.words import N_, _, ngettext
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.messages.sweep import Sweep
from krisapp.ui.views.paper_saving import show_paper
from krisapp.ui.views.situation.facts_panel import FactsPanel
from krisapp.ui.views.situation.form import Form, resting_on_older
from krisapp.ui.views.situation.groups import GROUPS, missing
from krisapp.ui.views.situation.next_update import NextUpdate
from krisapp.ui.views.situation.users import Users
from krisapp.ui.views.view import View
from krisapp.ui.widgets.banner import Banner
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.fields import Choice
from krisapp.ui.widgets.plain import label, tooltip
from krisapp.ui.widgets.split import Split

if TYPE_CHECKING:
    from krisapp.documents.paper import Paper
    from krisapp.ui.live import Live

LOWEST = 260
"""Pixels of the fields in height when the facts stand beneath them."""
FEW = 4
"""How many missing things are named; more would be a demand for a full sheet."""


class SituationView(View):
    """The sheet of the open incident."""

    key, name, icon = "situation", N_("Läge"), "situation"

    def __init__(self, live: "Live", parent: QWidget) -> None:
        super().__init__(live, parent)
        self.sweep = Sweep(live, self)
        self.sweep.moved.connect(self._count)
        self._jump_label = label("", self, "quiet")
        self.jump = Choice("", self)
        self._jump_label.setBuddy(self.jump)
        self.tools.addWidget(self._jump_label)
        self.tools.addWidget(self.jump)
        self.print_button = Button("", self.print, self, icon="print")
        self.tools.addWidget(self.print_button)
        self.older = Banner(self)
        self.body.addWidget(self.older)
        both = self._both = Split(Qt.Orientation.Horizontal, self)
        self.form = Form(live, both)
        self.facts = FactsPanel(live, both)
        both.addWidget(self.form)
        both.addWidget(self.facts)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(Space.XS)
        both.setStretchFactor(0, 1)
        both.setStretchFactor(1, 1)
        both.setSizes([1000, 1000])
        self.body.addWidget(both, 1)
        self.jump.chose.connect(self._jump)
        self.jump.entered.connect(self._enter_group)
        self.form.users.connect(self._show_users)
        self.facts.users.connect(self._show_users)
        self.command(N_("Spara fälten"), "Ctrl+S", self.form.save_all)
        self.command(N_("Skriv ut faktaunderlaget"), "Ctrl+P", self.print)
        self.command(N_("Nästa avsnitt"), "Ctrl+PgDown", self._next_group)
        self.command(N_("Förra avsnittet"), "Ctrl+PgUp", self._last_group)
        self.command(N_("Texter som använder fältet"), "Ctrl+T", self.form.ask_users)
        self.command(N_("Till uppgifterna"), "Ctrl+U", self.facts.list.setFocus)
        self.command(N_("Ny uppgift"), "Ctrl+N", self.facts.add)
        self.command(N_("Bekräfta den valda uppgiften"), "Ctrl+B", self.facts.confirm)
        self.command(N_("Dementera den valda uppgiften"), "Ctrl+D", self.facts.refute)

    def refresh(self) -> None:
        """Show what the desk holds now."""
        if not self.live.has_incident:
            return
        self.sweep.look()
        self._count()
        self._guide()
        self._warn()

    def tick(self) -> None:
        """Move what is left until the next word."""
        control = self.form.lines["next_update"].control
        if isinstance(control, NextUpdate) and self.live.has_incident:
            control.tick(self.live.now())

    def start(self) -> None:
        """Begin in the first field."""
        self.form.go_to_group(0)

    def retranslate(self) -> None:
        """Set every word."""
        self._jump_label.setText(_("Gå till"))
        self.jump.setAccessibleName(_("Gå till"))
        self.jump.fill([(str(at), _(group.name)) for at, group in enumerate(GROUPS)])
        self.print_button.say(_("Skriv ut …"))
        tooltip(self.print_button, _("Faktaunderlaget på papper eller som PDF. Ctrl+P"))
        self.form.retranslate()
        self.facts.retranslate()

    def paper(self) -> "Paper":
        """Return the fact sheet as it stands, on paper."""
        from krisapp.documents.fact_sheet_paper import fact_sheet_paper  # here: no screen waits for what few print

        return fact_sheet_paper(self.live.incident, self.live.now())

    def print(self) -> None:
        """Show the fact sheet to be printed or saved; what is being typed is saved first."""
        if self.form.save_all():
            show_paper(self, self.paper)

    def show_item(self, key: str) -> None:
        """Go to a field by its key, or to a fact by "facts.F3"."""
        if key.startswith("facts"):
            self.facts.go_to(key.removeprefix("facts."))
        else:
            self.form.go_to(key)

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what is typed when another screen is shown."""
        if self.live.has_incident:
            self.form.save_all()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the facts beneath the fields where they do not fit beside them."""
        super().resizeEvent(event)
        needed = self.form.minimumSizeHint().width() + self.facts.minimumSizeHint().width() + Space.XL * 2
        beside = self.width() >= needed
        self._both.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
        self.form.setMinimumHeight(0 if beside else LOWEST)

    def _count(self) -> None:
        """Show how many texts use each thing."""
        if self.live.has_incident:
            users = {name: len(ids) for name, ids in self.sweep.users().items()}
            self.form.refresh(users)
            self.facts.refresh(users)

    def _guide(self) -> None:
        """Say what is missing for a good first text, and that nothing demands a full sheet."""
        three, rest = missing(self.live.incident.sheet)
        if three:
            names = ", ".join(label_of(key).lower() for key in three)
            note = _("Tre fakta räcker för en första text. Saknas: {names}.").format(names=names)
        elif rest:
            names = ", ".join(label_of(key).lower() for key in rest[:FEW])
            note = _("Det räcker för en första text. Bättre med: {names}.").format(names=names)
        else:
            note = _("Det räcker för en god första text.")
        self.title(_("Läge"), note)

    def _warn(self) -> None:
        count = len(resting_on_older(self.live))
        if not count:
            self.older.hide()
            return
        words = ngettext("{count} text bygger på äldre fakta.", "{count} texter bygger på äldre fakta.", count).format(
            count=count
        )
        if self.older.isHidden() or self.older.text != words:
            self.older.say(words, Tone.WAIT, Button(_("Visa budskapen"), self._show_messages, self.older))

    def _show_messages(self) -> None:
        self.live.shown.emit("messages", "")

    def _jump(self, at: str) -> None:
        """Show the group; the focus stays, so that one can go on choosing by letter and arrow. Enter goes in."""
        self.form.show_group(int(at))

    def _enter_group(self) -> None:
        self.form.go_to_group(int(self.jump.key))

    def _next_group(self) -> None:
        self.form.step_group(1)

    def _last_group(self) -> None:
        self.form.step_group(-1)

    def _show_users(self, name: str) -> None:
        self.sweep.finish()
        dialog = Users(self.live, name, self.sweep.users().get(name, ()), self)
        dialog.run()
        dialog.deleteLater()
