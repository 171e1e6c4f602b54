"""An incident or the plan out in open formats from the window (exportera, IN1): which form, what is covered, where."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from krisapp.commands.answers import CANNOT_ASK
from krisapp.domain.incident import Incident
from krisapp.domain.words import N_, _
from krisapp.exporting import export_plan_tables
from krisapp.ui.attempt import tell_refused
from krisapp.ui.background import Job
from krisapp.ui.live import Live
from krisapp.ui.theme.theme import current
from krisapp.ui.views.after.command_run import CommandRun
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, Field, Tick
from krisapp.ui.widgets.plain import label
from krisapp.ui.widgets.toast import Toast

CSV, CALENDAR, JSON, TEXT = "csv", "ical", "json", "text"

INCIDENT_FORMS = {
    CSV: N_("Tabeller i CSV: logg, beslut, uppdrag, fakta, budskap med mera"),
    CALENDAR: N_("Kalender (iCalendar): möten och uppdrag med tid"),
    JSON: N_("JSON: allt, för andra program"),
    TEXT: N_("Text: faktaunderlag, budskap och logg"),
}
PLAN_FORMS = {
    CSV: N_("Tabeller i CSV, en fil för varje del av planen"),
    JSON: N_("JSON: hela planen i en fil, för andra program"),
}
_ENDINGS = {CALENDAR: ".ics", JSON: ".json", TEXT: ".txt"}
_WHOLE = frozenset({JSON, TEXT})
"""The forms that hold everything, the secret too."""


def forms_of(incident: Incident) -> dict[str, str]:
    """Return the forms an incident may leave in: while a drill goes on, not the one that holds what is to come."""
    if incident.exercise:
        from krisapp.domain.exercising.drill import Drill  # here: nothing of drills is read for a real incident

        drill = incident.part(Drill)
        if drill.scenario is not None and drill.ended is None:
            return {form: words for form, words in INCIDENT_FORMS.items() if form != JSON}
    return INCIDENT_FORMS


class FormDialog(Dialog):
    """Asks for the form. With `secret` it also asks whether what is secret is to be covered, and warns if it is not."""

    def __init__(self, title: str, forms: dict[str, str], note: str, parent: QWidget, *, secret: bool) -> None:
        super().__init__(title, parent, _("Spara …"))
        self._secret = secret
        self.form = Choice("", self)
        self.form.fill([(form, _(words)) for form, words in forms.items()])
        self.form.chose.connect(self._say)
        self.masked = Tick(_("Maska det som är hemligt"), self)
        self.masked.setChecked(True)
        self.masked.setVisible(secret)
        self.masked.toggled.connect(self._say)
        self._warning = label("", self, "fault", wrap=True)
        self.body.addWidget(Field(_("Form"), self.form, self))
        self.body.addWidget(self.masked)
        self.body.addWidget(self._warning)
        if note:
            self.body.addWidget(label(note, self, "quiet", wrap=True))
        self.setMinimumWidth(min(current().px(560), parent.window().width()))
        self._say()
        self.form.setFocus()

    def _say(self, _chosen: object = None) -> None:
        whole = self.form.key in _WHOLE
        self.masked.setVisible(self._secret and not whole)
        shows = self._secret and (whole or not self.masked.isChecked())
        self._warning.setText(_("Filen innehåller det som är hemligt. Lämna den inte ut.") if shows else "")
        self._warning.setVisible(shows)


class IncidentExport(QObject):
    """Saves the incident that is open, by a command in a process of its own: a long one takes a while."""

    def __init__(self, live: Live, view: QWidget) -> None:
        super().__init__(view)
        self._live, self._view = live, view
        self._target = Path()
        self.run = CommandRun(self)
        self.run.ended.connect(self._end)

    def ask(self) -> None:
        """Ask for the form and the place, and begin."""
        if not self._live.has_incident or self.run.busy:
            return
        dialog = FormDialog(_("Exportera händelsen"), forms_of(self._live.incident), "", self._view, secret=True)
        if dialog.run():
            self._begin(dialog.form.key, masked=dialog.masked.isChecked())
        dialog.deleteLater()

    def _begin(self, form: str, *, masked: bool) -> None:
        desk = self._live.desk
        target = ask_place(self._view, form, desk.incident.id)
        if target is None:
            return
        self._target = target
        open_now = [] if masked or form in _WHOLE else ["--unmasked"]
        self.run.begin(["export", str(desk.path), "--format", form, "--out", str(target), *open_now])

    def _end(self, code: int, _lines: object, wrong: str) -> None:
        if code >= CANNOT_ASK:
            tell_refused(self._view, wrong)
        else:
            _tell(self._view, self._target)


class PlanExport(QObject):
    """Saves the plan's tables for other programs, without what is private."""

    def __init__(self, live: Live, view: QWidget) -> None:
        super().__init__(view)
        self._live, self._view = live, view
        self._target = Path()

    def ask(self) -> None:
        """Ask for the form and the place, and begin."""
        note = _(
            "Kontakter med skyddad identitet, privata nummer och adresser följer inte med. "
            "Till en annan Krisapp: spara ett planpaket under Versioner."
        )
        dialog = FormDialog(_("Exportera planens tabeller"), PLAN_FORMS, note, self._view, secret=False)
        if dialog.run():
            self._begin(dialog.form.key)
        dialog.deleteLater()

    def _begin(self, form: str) -> None:
        plan = self._live.workplace.plan
        target = ask_place(self._view, form, plan.version)
        if target is None:
            return
        self._target = target
        job = Job(partial(export_plan_tables, plan, form, target), self)
        job.done.connect(self._end)
        job.failed.connect(self._fail)
        job.start()

    def _end(self, _nothing: object) -> None:
        _tell(self._view, self._target)

    def _fail(self, error: object) -> None:
        tell_refused(self._view, str(error))


def ask_place(near: QWidget, form: str, name: str) -> Path | None:
    """Ask where a form is to be saved: tables in a new folder, the others in a file. None if it is left."""
    if form == CSV:
        parent = QFileDialog.getExistingDirectory(near, _("Välj mappen som tabellerna läggs i"))
        return _free(Path(parent) / _("{name} tabeller").format(name=name)) if parent else None
    ending = _ENDINGS[form]
    path, _kind = QFileDialog.getSaveFileName(near, _("Exportera"), f"{name}{ending}")
    return Path(path).with_suffix(ending) if path else None


def _free(folder: Path) -> Path:
    """Return a folder that is not there yet, so that no older table is mixed with these."""
    number, found = 1, folder
    while found.exists():
        number += 1
        found = folder.with_name(f"{folder.name} {number}")
    return found


def _tell(view: QWidget, target: Path) -> None:
    toast = view.window().findChild(Toast)
    if isinstance(toast, Toast):
        toast.say(_("{name} ligger i {folder}.").format(name=target.name, folder=target.parent))
