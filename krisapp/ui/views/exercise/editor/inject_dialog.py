"""The form of an inject (inspelets formulär): when, from whom, to whom, how, what, and what it waits for."""

import shutil
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from krisapp.domain.exercising.scenario import (
    ANSWERED,
    DONE,
    INJECT_KINDS,
    MOST_MINUTES,
    VIA,
    Condition,
    Inject,
    InjectKind,
    Via,
)
from krisapp.domain.plan import Plan
from krisapp.domain.words import N_, Refused, _
from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.fields import Choice, Field, Tick, text_field
from krisapp.ui.widgets.form_dialog import FormDialog

_ASKED = (
    ("", N_("inget särskilt")),
    ("released", N_("en text har gått ut till")),
    ("item", N_("en punkt är avprickad")),
    ("inject", N_("ett inspel har skickats")),
    ("level", N_("en nivå har satts")),
    ("answered", N_("något är besvarat")),
    ("done", N_("något är gjort")),
)


class InjectDialog(FormDialog):
    """Asks for the parts of an inject; `made` is what was filled in."""

    def __init__(self, plan: Plan, before: Inject, others: list[str], folder: Path, parent: QWidget) -> None:
        super().__init__(_("Inspel {id}").format(id=before.id), parent, _("Spara"), 640)
        self._plan, self._others, self._folder = plan, others, folder
        self.made: Inject | None = None
        self.id, self.at, self.who, self.to = (text_field("", self) for _number in range(4))
        self.text, self.expected, self.knows, self.file = (text_field("", self) for _number in range(4))
        self.kind, self.via, self.difficulty = (Choice("", self) for _number in range(3))
        self.kind.fill(((one.value, _(INJECT_KINDS[one])) for one in InjectKind), before.kind)
        self.via.fill(((one.value, _(VIA[one])) for one in Via), before.via)
        self.difficulty.fill([(str(n), str(n)) for n in (1, 2, 3)], str(before.difficulty))
        self.reserve = Tick(_("Reserv: skickas bara för hand"), self)
        self.reserve.setChecked(before.reserve)
        self.after, self.unless = ConditionEdit(plan, others, self), ConditionEdit(plan, others, self)
        self.after.show_condition(before.after)
        self.unless.show_condition(before.unless)
        for field, words in (
            (self.id, before.id),
            (self.at, str(before.at)),
            (self.who, before.from_),
            (self.to, before.to),
            (self.text, before.text),
            (self.expected, before.expected),
            (self.knows, before.knows),
            (self.file, before.attachment),
        ):
            field.setText(words)
        self._before = before
        self._lay_out()
        self.text.setFocus()

    @staticmethod
    def blank(id: str, at: int) -> Inject:
        """Return an inject to fill in."""
        return Inject(id, InjectKind.INFORMATION, "", "KOM", Via.PHONE, "", at=at)

    def _lay_out(self) -> None:
        self.browse = Button(_("Bläddra …"), self._browse, self, icon="folder")
        self.browse.setAutoDefault(False)
        rows = (
            ((_("Nummer"), self.id, 1), (_("Minut (T+)"), self.at, 1), (_("Svårighet"), self.difficulty, 1)),
            ((_("Från"), self.who, 1), (_("Till (roll, eller alla)"), self.to, 1)),
            ((_("Hur"), self.via, 1), (_("Vad gäller det?"), self.kind, 1)),
        )
        for row in rows:
            line = QHBoxLayout()
            line.setSpacing(Space.M)
            for words, part, share in row:
                line.addWidget(Field(words, part, self), share)
            self.form.addLayout(line)
        single: tuple[tuple[str, QWidget], ...] = (
            (_("Vad sägs eller står det?"), self.text),
            (_("Förväntad åtgärd"), self.expected),
            (_("Vad rollspelaren vet, men säger först på fråga"), self.knows),
            (_("Skickas först när"), self.after),
            (_("Skickas inte om"), self.unless),
        )
        for words, one in single:
            self.form.addWidget(Field(words, one, self))
        line = QHBoxLayout()
        line.addWidget(Field(_("Bilaga"), self.file, self), 1)
        line.addWidget(self.browse)
        self.form.addLayout(line)
        self.form.addWidget(self.reserve)

    def decide(self) -> None:
        """Take what stands there, or say what is missing."""
        id, minute = self.id.text().strip(), self.at.text().strip()
        if not id or id in self._others:
            raise Refused(N_("Ge inspelet ett nummer som inget annat har."))
        if not minute.isdigit() or int(minute) > MOST_MINUTES:
            raise Refused(N_("Skriv en minut mellan 0 och {most}."), most=MOST_MINUTES)
        if not self.text.text().strip():
            raise Refused(N_("Skriv vad inspelet säger."))
        if not self.who.text().strip() or not self.to.text().strip():
            raise Refused(N_("Skriv vem det kommer från, och till vilken roll."))
        self.made = Inject(
            id,
            InjectKind(self.kind.key),
            self.who.text().strip(),
            self.to.text().strip(),
            Via(self.via.key),
            self.text.text().strip(),
            expected=self.expected.text().strip(),
            at=int(minute),
            reserve=self.reserve.isChecked(),
            after=self.after.condition(),
            unless=self.unless.condition(),
            ladder=self._before.ladder,
            difficulty=int(self.difficulty.key),
            objectives=self._before.objectives,
            attachment=self.file.text().strip(),
            knows=self.knows.text().strip(),
        )

    def _browse(self) -> None:
        """Take a file in beside the scenario."""
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Välj bilaga"))
        if not chosen:
            return
        source = Path(chosen)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if source.parent != self._folder:
                shutil.copyfile(source, self._folder / source.name)
        except OSError as error:
            self.refuse(_("Bilagan kunde inte kopieras: {reason}").format(reason=error.strerror or error))
            return
        self.file.setText(source.name)


class ConditionEdit(QWidget):
    """Two choices: what is to have happened, and to what."""

    def __init__(self, plan: Plan, injects: list[str], parent: QWidget) -> None:
        super().__init__(parent)
        outlets = [(row.id, row.name) for row in plan.audiences] + [(row.id, row.name) for row in plan.channels]
        self._names: dict[str, list[tuple[str, str]]] = {
            "": [],
            "released": [(id, f"{id} {name}") for id, name in outlets],
            "item": [(item.id, f"{item.id} {item.text}") for row in plan.checklists for item in row.items],
            "inject": [(id, id) for id in injects],
            "level": [(row.id, f"{row.id} {row.name}") for row in plan.levels],
            "answered": [(key, _(word)) for key, word in ANSWERED.items()],
            "done": [(key, _(word)) for key, word in DONE.items()],
        }
        self.what, self.value = Choice(_("Villkor"), self), Choice(_("Till vad"), self)
        self.what.fill((key, _(word)) for key, word in _ASKED)
        for part in (self.what, self.value):
            part.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            part.setMinimumContentsLength(14)
        self.what.chose.connect(self._offer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.what, 1)
        row.addWidget(self.value, 1)
        self.setFocusProxy(self.what)
        self._times = 1
        self._offer("")

    def show_condition(self, condition: Condition | None) -> None:
        """Show a condition, or that there is none."""
        if condition is not None:
            ((what, value),) = condition.named.items()
            self._times = condition.times
            self.what.choose(what)
            self._offer(what)
            self.value.choose(value)

    def condition(self) -> Condition | None:
        """Return what is chosen, or None."""
        what = self.what.key
        return Condition(**{what: self.value.key}, times=self._times) if what else None

    def _offer(self, what: str) -> None:
        self.value.fill(self._names[what])
        self.value.setVisible(bool(what))
