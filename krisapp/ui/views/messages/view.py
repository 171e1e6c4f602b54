"""Budskap: the matrix of audiences and channels, and the editor of one text one key away."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from krisapp.domain.messages import State, changed_since
from krisapp.domain.words import N_, _
from krisapp.ui.views.messages.acts import Acts
from krisapp.ui.views.messages.agreement import Agreement, point_at
from krisapp.ui.views.messages.cells import Cell, cell_of, needs_of
from krisapp.ui.views.messages.editor import Editor
from krisapp.ui.views.messages.gaps import gaps_in
from krisapp.ui.views.messages.grid import GridModel, Place
from krisapp.ui.views.messages.matrix_page import MatrixPage
from krisapp.ui.views.messages.more import More
from krisapp.ui.views.messages.outlived_answer import home_of
from krisapp.ui.views.messages.sweep import Sweep
from krisapp.ui.views.situation.names import listed
from krisapp.ui.views.view import View
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.plain import tooltip

if TYPE_CHECKING:
    from krisapp.ui.live import Live

_BUTTONS = (
    ("approve", N_("Godkänn …"), "A", N_("Godkänn de valda texterna"), "primary"),
    ("release", N_("Släpp …"), "S", N_("Släpp godkända texter i policyns ordning"), "quiet"),
    ("renew", N_("Ny version …"), "U", N_("Gör ny version av de valda texterna"), "quiet"),
    ("copy", N_("Kopiera"), "C", N_("Kopiera texten som den går ut"), "quiet"),
    ("save", N_("Spara som …"), "Ctrl+Shift+S", N_("Spara texten som fil, eller flera i en mapp"), "quiet"),
    ("more", N_("Mer …"), "X", N_("Ersätt överallt, historik, begär VMA och mer"), "quiet"),
)
"""Act, label, key, what it does, kind of button."""


class MessagesView(View):
    """The texts of the incident: state in each cell, and what one does with one or many of them."""

    key, name, icon = "messages", N_("Budskap"), "messages"

    def __init__(self, live: "Live", parent: QWidget) -> None:
        super().__init__(live, parent)
        self._acts = Acts(live, self)
        self.sweep = Sweep(live, self)
        self.sweep.moved.connect(self._show_cells)
        self.agreement = Agreement(live, self.sweep, self)
        self.agreement.wanted.connect(self._open_words)
        self.body.addWidget(self.agreement)
        self.page = MatrixPage(GridModel(self), self)
        self.editor = Editor(live, self)
        self.editing = False
        """Whether one text is open. Not a stack of Qt's: that asks for the height of the higher of the two."""
        self.editor.hide()
        self.body.addWidget(self.page, 1)
        self.body.addWidget(self.editor, 1)
        self.buttons: dict[str, Button] = {}
        self._back = Button("", self.close_editor, self, "bare", "arrow-left")
        self.tools.addWidget(self._back)
        for act, _label, key, does, kind in _BUTTONS:
            slot = getattr(self, f"_{act}")
            self.buttons[act] = Button("", slot, self, kind)
            self.tools.addWidget(self.buttons[act])
            self.command(does, key, slot)
        self.more = More(live, self, self._acts)
        self.command(N_("Motsägelser: jämför texter som säger emot varandra"), "M", self.agreement.open)
        self.command(N_("Läs över hela skärmen, eller skriv av för hand"), "F11", self._read)
        self.command(N_("Spara utkastet"), "Ctrl+S", self.editor.store)
        self.editor.keys.give(self.command)
        self.page.give(self.command)
        self.command(N_("Nå ut: vad fungerar och vem nås"), "N", self._go_to_reach)
        self.command(N_("Budskapskarta: tre huvudbudskap med stöd"), "K", self._acts.open_map)
        self.command(N_("Nästa text"), "Ctrl+PgDown", self._next)
        self.command(N_("Förra texten"), "Ctrl+PgUp", self._previous)
        self._leave = self.command(N_("Tillbaka till matrisen"), "Esc", self.close_editor)
        self.page.matrix.opened.connect(self.open_editor)
        self.page.renewal.connect(self._renew_stale)
        self.page.plan_wanted.connect(self._go_to_plan)
        self.editor.wanted.connect(self._go_to_fact)
        self._show_page()

    @property
    def targets(self) -> tuple[str, ...]:
        """Return the messages an act is about: the open one, or those chosen in the matrix."""
        if self.editing:
            return (self.editor.id,)
        return tuple(cell.id for cell in self.page.matrix.selected)

    def refresh(self) -> None:
        """Show what the desk holds now."""
        self.agreement.look()
        if not self.live.has_incident:
            self._turn(editing=False)
            self.page.model.feed((), (), {}, self.live.now())
            self.sweep.look()
            return
        self._show_cells()
        self.sweep.look()
        if self.editing:
            self._show_open()

    def _turn(self, *, editing: bool) -> None:
        """Show the matrix or the open text."""
        self.editing = editing
        self.editor.setVisible(editing)
        self.page.setVisible(not editing)

    def tick(self) -> None:
        """Age what is shown."""
        if self.live.has_incident:
            self.sweep.tick()
            self.page.model.tick(self.live.now())
            self.page.tell(self.live.now())

    def start(self) -> None:
        """Begin in the matrix, or in the open text."""
        (self.editor.source if self.editing else self.page.matrix).setFocus()

    def retranslate(self) -> None:
        """Set every word."""
        for act, label, key, does, _kind in _BUTTONS:
            self.buttons[act].say(_(label))
            tooltip(self.buttons[act], f"{_(does)} ({key})" if key else _(does))
        self._back.say(_("Matrisen (Esc)"))
        self.page.retranslate()
        self.editor.retranslate()
        self._entitle()

    def show_item(self, key: str) -> None:
        """Open the message of an id."""
        if key in self.live.texts.ids():
            self.open_editor(key)

    def open_editor(self, id: str) -> None:
        """Open a message beside its preview; what was typed in another is saved first."""
        if self.editing and id != self.editor.id and not self.editor.store():
            return
        self.page.matrix.choose(id)
        self.editor.open(id)
        self._turn(editing=True)
        self._show_page()
        self._show_open()
        self.editor.source.setFocus()

    def _open_words(self, id: str, words: str) -> None:
        self.open_editor(id)
        point_at(self.editor.source, words)

    def close_editor(self) -> None:
        """Save and go back to the matrix (Esc)."""
        if self.editing and self.editor.store():
            self._turn(editing=False)
            self._show_page()
            self.page.matrix.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what is typed when another screen is shown."""
        if self.editing and self.live.has_incident:
            self.editor.store()
        super().hideEvent(event)

    def _show_cells(self) -> None:
        """Fill the matrix, and say what rests on older facts."""
        live = self.live
        if not live.has_incident:
            return
        plan, texts, incident = live.plan, live.texts, live.incident
        audiences = {row.id: row for row in plan.audiences}
        channels = {row.id: row for row in plan.channels}
        needs = needs_of(incident, plan)
        cells: dict[Place, Cell] = {}
        for id in texts.ids():
            message = texts.message(id)
            place = (message.audience, message.channel)
            cells[place] = cell_of(
                incident,
                message,
                audiences[place[0]],
                channels[place[1]],
                stage=texts.stage(id),
                found=self.sweep.found(id),
                need=needs.get(place),
                day=live.now().date(),
            )
        self.page.model.gaps = gaps_in(plan)
        used = {channel for _audience, channel in (*cells, *self.page.model.gaps)}
        shown = [row for row in plan.channels if row.id in used]
        self.page.model.feed(plan.audiences, shown, cells, live.now())
        self.page.tell(live.now())
        self._warn()
        self._point()

    def _point(self) -> None:
        """Let the one primary button be what comes next: release what is approved, else approve, else renew."""
        cells = self.page.model.cells
        about = [cell for cell in cells if not self.editing or cell.id == self.editor.id]
        states = {cell.state for cell in about}
        next_act = "approve"
        if State.APPROVED in states:
            next_act = "release"
        elif self.editing and states <= {State.RELEASED, State.STALE}:
            next_act = "renew"
        for act in ("approve", "release", "renew"):
            _dress(self.buttons[act], "primary" if act == next_act else "quiet")

    def _warn(self) -> None:
        outs = [self.live.texts.message(id).out for id in self._stale()]
        changed = [name for out in outs if out for name in changed_since(self.live.incident.sheet, out.uses)]
        self.page.warn(len(outs), listed(tuple(changed)))

    def _stale(self) -> tuple[str, ...]:
        return tuple(cell.id for cell in self.page.model.cells if cell.state is State.STALE)

    def _show_open(self) -> None:
        cell = next((one for one in self.page.model.cells if one.id == self.editor.id), None)
        if cell is None:
            self._turn(editing=False)
            self._show_page()
            return
        self.editor.show_cell(cell, cell.waits.sentence if cell.waits else cell.sentence(self.live.now()))
        self._entitle()

    def _show_page(self) -> None:
        """Offer what belongs to matrix or editor."""
        self._back.setVisible(self.editing)
        self._leave.setEnabled(self.editing)
        self._point()
        self._entitle()

    def _entitle(self) -> None:
        cell = next((one for one in self.page.model.cells if one.id == self.editor.id), None)
        if self.editing and cell:
            self.title(cell.title, f"{cell.channel.form} {cell.channel.limit}")
        else:
            self.title(_("Budskap"), "")

    def _approve(self) -> None:
        if self._saved():
            self._acts.approve(self.targets)

    def _release(self) -> None:
        if self._saved():
            self._acts.release(self.targets)

    def _renew(self) -> None:
        if self._saved():
            self._acts.renew(self.targets)

    def _renew_stale(self) -> None:
        self._acts.renew(self._stale())
        self.start()

    def _copy(self) -> None:
        if self._saved():
            self._acts.copy(self.targets)

    def _save(self) -> None:
        if self._saved() and self.targets:
            self._acts.save(self.targets)

    def _more(self) -> None:
        self.more.open(self.buttons["more"])

    def _read(self) -> None:
        if self._saved() and self.targets:
            self._acts.read(self.targets[0])

    def _saved(self) -> bool:
        """Save what is typed, so that an act is about what one sees."""
        return not self.editing or self.editor.store()

    def _next(self) -> None:
        self._step(1)

    def _previous(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        ids = [cell.id for cell in self.page.model.cells]
        if self.editing and self.editor.id in ids:
            self.open_editor(ids[(ids.index(self.editor.id) + by) % len(ids)])

    def _go_to_reach(self) -> None:
        self.live.shown.emit("reach", "")

    def _go_to_plan(self, key: str) -> None:
        self.live.shown.emit("plan", key)

    def _go_to_fact(self, name: str) -> None:
        self.live.shown.emit(*home_of(self.live, name))


def _dress(button: Button, kind: str) -> None:
    """Make a button the primary one, or one of the rest."""
    if button.property("kind") != kind:
        button.setProperty("kind", kind)
        button.style().unpolish(button)
        button.style().polish(button)
