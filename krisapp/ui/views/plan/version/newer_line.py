"""One line in the plan that says what is newer in the program (nyare i programmet), and the choice of what to take."""

from collections.abc import Callable
from functools import cache, partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.domain.plan import Plan
from krisapp.domain.planning.newer_rows import Newer, Part
from krisapp.domain.words import N_, _, ngettext
from krisapp.store.newer_program import newer_in_program
from krisapp.store.plan.plan_editing import PlanEditing
from krisapp.store.plan.plan_store import Edit
from krisapp.store.sample import sample_plan
from krisapp.ui.background import Job
from krisapp.ui.live import Live
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.plan.changing import PlanChanges
from krisapp.ui.views.plan.page.sections import templates_in
from krisapp.ui.widgets.banner import Banner
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Tick
from krisapp.ui.widgets.page import scrolled
from krisapp.ui.widgets.plain import label

PAINTED = 300
"""Milliseconds after which the screen is sure to be painted: reading the program's plan would keep it waiting."""


@cache
def program_plan() -> Plan:
    """Return the program's own plan, read once."""
    return sample_plan()


class NewerLine(Banner):
    """Hidden while the plan has all that the program has; else a sentence, and a button to the choice."""

    def __init__(self, live: Live, changes: PlanChanges, parent: QWidget) -> None:
        super().__init__(parent)
        self._live, self._changes = live, changes
        self.found: list[Newer] = []
        self._seen: tuple[Plan, list[Newer]] | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(PAINTED)
        self._wait.timeout.connect(self._read)

    def look(self) -> None:
        """Compare the plan with the program's own, once that has been read; one that is the same is not looked at."""
        if self._seen is None or self._seen[0] is not self._live.workplace.plan:
            self._wait.start()

    def retranslate(self) -> None:
        """Say the sentence anew."""
        if self.found and not self.isHidden():
            self._tell()

    def choose(self) -> None:
        """Let a person choose what to take."""
        dialog = NewerDialog(self.found, self._take, self)
        dialog.run()
        dialog.deleteLater()

    def _read(self) -> None:
        reading = Job(program_plan, self)
        reading.done.connect(self._compare)
        reading.start()

    def _compare(self, program: Plan) -> None:
        plan = self._live.workplace.plan
        before = self._seen[1] if self._seen else []
        self.found = newer_in_program(self._live.workplace.plans, program)
        self._seen = plan, self.found
        if not self.found:
            self.hide()
        elif self.found != before:
            self._tell()

    def _tell(self) -> None:
        count = len(self.found)
        if all(one.part is Part.TEMPLATE for one in self.found):
            told = ngettext("{count} mall är nyare i programmet.", "{count} mallar är nyare i programmet.", count)
        else:
            told = ngettext("{count} del är nyare i programmet.", "{count} delar är nyare i programmet.", count)
        self.say(told.format(count=count), Tone.INFO, Button(_("Visa och välj …"), self.choose, self))

    def _take(self, near: QWidget, chosen: list[Newer]) -> bool:
        count = len(chosen)
        done = ngettext("{count} del är hämtad ur programmet.", "{count} delar är hämtade ur programmet.", count)
        return self._changes.change(near, done.format(count=count), partial(_taken, chosen=chosen))


class NewerDialog(Dialog):
    """Lists what is newer, each to be ticked. What somebody has edited is not ticked from the start."""

    def __init__(self, found: list[Newer], take: Callable[[QWidget, list[Newer]], bool], parent: QWidget) -> None:
        super().__init__(_("Nyare i programmet"), parent, _("Hämta de valda"))
        self._take = take
        told = _(
            "Det som hämtas gäller i nya händelser och går att ångra. Ert eget ersätts bara om ni kryssar för det."
        )
        self.body.addWidget(label(told, self, "quiet", wrap=True))
        self.all = Button(_("Kryssa alla"), self._tick_all, self, "bare")
        self.body.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        names = _names(program_plan())
        self.ticks: dict[Newer, Tick] = {}
        for one in found:
            tick = self.ticks[one] = Tick(_told(one, names), content)
            tick.setChecked(not one.edited)
            column.addWidget(tick)
        column.addStretch(1)
        self.body.addWidget(scrolled(content, self), 1)
        self.resize(current().px(760), current().px(520))

    def press(self) -> None:
        """Take the ticked ones; a refusal is told here."""
        self.banner.hide()
        chosen = [one for one, tick in self.ticks.items() if tick.isChecked()]
        if not chosen:
            self.refuse(_("Kryssa för minst en."))
        elif self._take(self, chosen):
            self.accept()

    def _tick_all(self) -> None:
        for tick in self.ticks.values():
            tick.setChecked(True)


def _names(program: Plan) -> dict[tuple[Part, str], str]:
    """Return what each row of the program's plan is called."""
    found = {(Part.TEMPLATE, one.id): f"{one.detail} ({one.id})" for one in templates_in(program)}
    found |= {(Part.PHRASE, one.id): one.sv for one in program.phrases}
    return found | {(Part.CHANNEL, one.id): f"{one.id} {one.name}" for one in program.channels}


def _told(one: Newer, names: dict[tuple[Part, str], str]) -> str:
    if one.edited:
        form = _("{part} {name}: ändrad hos er, era ord ersätts")
    elif one.missing:
        form = _("{part} {name}: ny")
    else:
        form = _("{part} {name}: nyare text")
    return form.format(part=_(_PARTS[one.part]), name=names[one.part, one.id])


_PARTS = {Part.TEMPLATE: N_("Mall"), Part.PHRASE: N_("Fras"), Part.CHANNEL: N_("Kanal")}


def _taken(editing: PlanEditing, chosen: list[Newer]) -> Edit:
    return editing.take_from_program(program_plan(), chosen)
