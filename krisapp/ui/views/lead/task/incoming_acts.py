"""What can be done with an incoming report (rapportens handlingar): a step, a check, or making something of it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from krisapp.domain.events import Event
from krisapp.domain.facts import Fact, SourceType, Status
from krisapp.domain.leading.task import assigning, receiving
from krisapp.domain.leading.task.incoming import Outcome, Report, Stage
from krisapp.domain.leading.task.tasks import Origin, Source
from krisapp.domain.words import N_, Refused, _
from krisapp.ui.live import Live
from krisapp.ui.views.lead.acting import Acting
from krisapp.ui.views.lead.task.task_dialog import Filled, TaskDialog, WhichDialog, WhyDialog
from krisapp.ui.widgets.clock import at

DONE, TRIAGE, BACK, CHECK = "done", "triage", "back", "check"
FACT, TASK, DECISION, RUMOUR, QUESTION, LOG = "fact", "task", "decision", "rumour", "question", "log"
KEYS: dict[int, str] = {
    Qt.Key.Key_U: FACT,
    Qt.Key.Key_G: TASK,
    Qt.Key.Key_E: DECISION,
    Qt.Key.Key_R: RUMOUR,
    Qt.Key.Key_F: QUESTION,
    Qt.Key.Key_L: LOG,
    Qt.Key.Key_B: TRIAGE,
    Qt.Key.Key_Space: DONE,
    Qt.Key.Key_T: BACK,
    Qt.Key.Key_K: CHECK,
}


class ReportActs:
    """Does things with reports on behalf of one page, and asks there."""

    def __init__(self, live: Live, acting: Acting, page: QWidget) -> None:
        self._live, self._acting, self._page = live, acting, page

    def do(self, act: str, report: Report) -> None:
        """Do what an act means for this report."""
        makes = {FACT: self._fact, TASK: self._task, RUMOUR: self._rumour, QUESTION: self._question, LOG: self._log}
        if act in makes:
            makes[act](report)
        elif act == TRIAGE:
            self._move(report, Stage.TRIAGE)
        elif act == DECISION:
            self._decide(report)
        elif act == BACK:
            self._back(report)
        elif act == CHECK:
            self._check(report)
        elif act == DONE:
            self._finish(report)

    def _move(self, report: Report, stage: Stage, reason: str = "") -> None:
        was, incident = report.stage, self._live.incident
        said = {
            Stage.RECEIVED: _("Rapport {number} är tillbaka som ny."),
            Stage.TRIAGE: _("Rapport {number} bedöms."),
            Stage.DECISION: _("Rapport {number} väntar på beslut."),
            Stage.DONE: _("Rapport {number} är klar."),
        }[stage]
        self._acting.do(
            said.format(number=report.number),
            lambda: [receiving.move_report(incident, report.id, stage, reason)],
            lambda: [receiving.move_report(incident, report.id, was, _("Ångrat direkt."))],
        )

    def _back(self, report: Report) -> None:
        """Take it one step back, with the reason the rules ask for."""
        steps = list(Stage)
        before = steps[max(steps.index(report.stage) - 1, 0)]
        if before is report.stage:
            return
        self._ask(
            _("Ta tillbaka rapport {number}").format(number=report.number),
            _("Varför tas den tillbaka?"),
            _("Ta tillbaka"),
            lambda reason: self._settle(report, before, reason),
        )

    def _finish(self, report: Report) -> None:
        """Call it done; where nothing came of it, ask what did."""
        if report.led_to:
            self._move(report, Stage.DONE)
            return
        self._ask(
            _("Rapport {number} är klar").format(number=report.number),
            _("Vad ledde den till?"),
            _("Klar"),
            lambda reason: self._settle(report, Stage.DONE, reason),
        )

    def _settle(self, report: Report, stage: Stage, reason: str) -> None:
        """Move it, so that a refusal keeps the form open."""
        receiving.move_report(self._live.incident, report.id, stage, reason)
        self._move(report, stage, reason)

    def _check(self, report: Report) -> None:
        incident = self._live.incident
        if report.verified:
            self._acting.do(
                _("Rapport {number} är inte kontrollerad.").format(number=report.number),
                lambda: [receiving.verify_report(incident, report.id, "", verified=False)],
            )
            return

        def act(how: str) -> None:
            happened = receiving.verify_report(incident, report.id, how)
            self._acting.do(
                _("Rapport {number} är kontrollerad.").format(number=report.number),
                lambda: [happened],
                lambda: [receiving.verify_report(incident, report.id, "", verified=False)],
            )

        self._ask(
            _("Kontrollera rapport {number}").format(number=report.number),
            _("Hur är den kontrollerad?"),
            _("Kontrollerad"),
            act,
            _("Till exempel: motringd, två källor, sedd på plats."),
        )

    def _fact(self, report: Report) -> None:
        """State what it says as a fact: confirmed when somebody has checked it."""
        from krisapp.domain.situation import next_id, state_fact  # here: the page is shown without it

        incident, received = self._live.incident, report.received
        assert received is not None
        status = Status.CONFIRMED if report.verified else Status.UNCONFIRMED
        local = received.came_at.astimezone(self._live.now().tzinfo)
        id, words = next_id(incident), " ".join(received.text.split())
        fact = Fact(id, status, words, received.unit, SourceType.OWN_SERVICE, at(local).replace(".", ":"))
        said = (
            _("Uppgift {id} är bekräftad.")
            if status is Status.CONFIRMED
            else _("Uppgift {id} står som obekräftad tills någon har kontrollerat den.")
        )
        person = self._live.person
        self._acting.do(
            said.format(id=id),
            lambda: [state_fact(incident, fact, person), *receiving.done_by(incident, report.id, Outcome.FACT, id)],
        )

    def _rumour(self, report: Report) -> None:
        from krisapp.domain.answering.countering import hear  # here: as above

        received, incident, now = report.received, self._live.incident, self._live.now()
        assert received is not None

        def make() -> list[Event]:
            heard = hear(incident, received.text, now, reported_by=received.unit)
            return [heard, *receiving.done_by(incident, report.id, Outcome.RUMOUR, heard.fact)]

        self._acting.do(_("Rapport {number} står bland ryktena.").format(number=report.number), make)

    def _question(self, report: Report) -> None:
        from krisapp.domain.answering.asking import ask  # here: as above
        from krisapp.domain.answering.question_history import Repeated
        from krisapp.domain.answering.questions import Asker

        received, live, incident = report.received, self._live, self._live.incident
        assert received is not None

        def make() -> Sequence[Event]:
            asked = ask(incident, received.text, Asker.STAFF, live.now())
            (stamp,) = live.desk.do(asked)
            question = asked.question if isinstance(asked, Repeated) else stamp.id
            return receiving.done_by(incident, report.id, Outcome.QUESTION, question)

        self._acting.do(_("Rapport {number} står bland frågorna.").format(number=report.number), make)

    def _log(self, report: Report) -> None:
        """Say that it needs nothing more: it was logged when it came."""
        said, incident = _("Rapport {number} är loggad och klar.").format(number=report.number), self._live.incident
        self._acting.do(said, lambda: receiving.done_by(incident, report.id, Outcome.LOG, report.id))

    def _task(self, report: Report) -> None:
        live, received, incident = self._live, report.received, self._live.incident
        assert received is not None

        def save(filled: Filled) -> None:
            happened = assigning.add_task(
                live.incident,
                filled.title,
                owner=filled.owner,
                deadline=filled.deadline,
                priority=filled.priority,
                origin=Origin(Source.REPORT, report.id),
            )

            def make() -> Sequence[Event]:
                (stamp,) = live.desk.do(happened)
                return receiving.done_by(incident, report.id, Outcome.TASK, stamp.id)

            self._acting.do(_("Uppdraget är givet: {title}").format(title=happened.title), make)

        words = " ".join(received.text.split())[: assigning.LONGEST_TITLE]
        title = _("Uppdrag av rapport {number}").format(number=report.number)
        dialog = TaskDialog(title, live.plan, live.now(), Filled(words), save, self._page)
        dialog.run()
        dialog.deleteLater()

    def _decide(self, report: Report) -> None:
        """Let it wait for a decision; when it waits, say which decision it was."""
        if report.stage is not Stage.DECISION:
            self._move(report, Stage.DECISION)
            return
        from krisapp.domain.leading.decision.decisions import (
            Decisions,  # here: only where a report waits for a decision
        )

        incident = self._live.incident
        decisions = incident.part(Decisions)
        made = [(one.id, f"{decisions.label(one.id)}. {one.made.text}") for one in reversed(decisions.all)]
        if not made:
            self._acting.do("", _no_decision)
            return

        def act(id: str) -> None:
            said = _("Rapport {number} är klar genom beslut {decision}.")
            self._acting.do(
                said.format(number=report.number, decision=decisions.label(id)),
                lambda: receiving.done_by(incident, report.id, Outcome.DECISION, id),
            )

        dialog = WhichDialog(_("Vilket beslut blev det?"), _("Beslut"), made, act, self._page)
        dialog.run()
        dialog.deleteLater()

    def _ask(self, title: str, question: str, confirm: str, act: Callable[[str], object], help: str = "") -> None:
        dialog = WhyDialog(title, question, confirm, act, self._page, help)
        dialog.run()
        dialog.deleteLater()


def _no_decision() -> list[Event]:
    raise Refused(N_("Inget beslut är fattat ännu. Skriv det under Beslut och kom tillbaka hit."))
