"""The decisions about the krisledningsnämnd (nämndens beslut): each asks for what the law wants written."""

from datetime import datetime

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from krisapp.domain.checklists import open_list
from krisapp.domain.delegation import BOARD_ROLE
from krisapp.domain.events import Event
from krisapp.domain.leading.alarm.posts import in_calling_order
from krisapp.domain.leading.decision import seating
from krisapp.domain.leading.decision.crisis_board import CrisisBoard, Grounds
from krisapp.domain.words import _
from krisapp.ui.live import Live
from krisapp.ui.log_line import read_time
from krisapp.ui.widgets.fields import Choice, Field, Tick, tab_order, text_field
from krisapp.ui.widgets.form_dialog import FormDialog
from krisapp.ui.widgets.plain import label

LIST = "K11"
"""The checklist of the krisledningsnämnd."""


class BoardDialog(FormDialog):
    """Asks when, and who of the board decided; the time left empty is now."""

    def __init__(self, live: Live, title: str, parent: QWidget, confirm: str) -> None:
        super().__init__(title, parent, confirm)
        self._live = live
        self.who = Choice("", self)
        # A plan that names nobody for the board must not keep anyone from noting what was decided.
        board = in_calling_order(live.plan, BOARD_ROLE) or tuple(person.id for person in live.plan.people)
        people = [(id, live.incident.name_of(id)) for id in board]
        self.who.fill([("", _("Välj …")), *people])
        term = live.incident.part(CrisisBoard).current
        if term is not None:
            self.who.choose(term.chair)
        self.when = text_field("", self, "14.10")
        self._order: list[QWidget] = []

    def ask_who(self, question: str) -> None:
        """Add the choice of who decides."""
        self._order.append(self.who)
        self.form.addWidget(Field(question, self.who, self))

    def ask_when(self) -> None:
        """Add the time."""
        self._order.append(self.when)
        self.form.addWidget(Field(_("När? Tomt betyder nu"), self.when, self))

    def ask(self, question: str, hint: str = "", help: str = "") -> QLineEdit:
        """Add a line to write in."""
        line = text_field("", self, hint)
        self._order.append(line)
        self.form.addWidget(Field(question, line, self, help))
        return line

    def showEvent(self, event: QShowEvent) -> None:
        """Let Tab go through it from the top."""
        super().showEvent(event)
        tab_order((*self._order, self.cancel, self.confirm))

    def at(self) -> datetime:
        """Return the time that was written. Raises `Refused` for what is none."""
        return read_time(self.when.text(), self._live.now())


class ActivateDialog(BoardDialog):
    """The chair decides that the board enters into function; opens list K11. `made` is the decision's id."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(live, _("Krisledningsnämnden träder i funktion"), parent, _("Besluta"))
        self.made = ""
        self.ask_who(_("Vem beslutar? Ordföranden, vid förfall en vice ordförande"))
        about = _(
            "Händelsen är extraordinär om alla tre leden i lagen är uppfyllda. Skriv skälen så att de går att läsa."
        )
        self.form.addWidget(label(about, self, "quiet", wrap=True))
        self.departs = self.ask(_("Hur avviker den från det normala?"))
        self.disturbs = self.ask(_("Vilken allvarlig störning i viktiga samhällsfunktioner finns eller hotar?"))
        self.prompt = self.ask(_("Vilka skyndsamma insatser krävs av kommunen?"))
        self.basis = self.ask(_("Underlag"), _("Kommunchefens föredragning, uppgift F1 och F3"))
        self.alone = Tick(_("Ordföranden beslutar ensam, nämnden kan inte avvaktas"), self)
        self.alone.setChecked(True)
        self._order.append(self.alone)
        self.form.addWidget(self.alone)
        self.ask_when()
        self.who.setFocus()

    def decide(self) -> None:
        """Put the board in function and open its list."""
        live, at = self._live, self.at()
        grounds = Grounds(self.departs.text(), self.disturbs.text(), self.prompt.text())
        events: list[Event] = [
            seating.activate(
                live.incident,
                self.who.key,
                at,
                grounds,
                live.now(),
                alone=self.alone.isChecked(),
                basis=self.basis.text(),
            )
        ]
        if LIST not in live.incident.opened and live.plan.checklist(LIST) is not None:
            events.append(open_list(live.incident, LIST, at))
        self.made = live.desk.do(*events)[0].id


class TakeOverDialog(BoardDialog):
    """What the board takes over, and from which."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(live, _("Ta över uppgifter"), parent, _("Besluta"))
        self.board = self.ask(_("Från vilken nämnd?"), _("Socialnämnden"))
        self.tasks = self.ask(
            _("Vilka uppgifter?"), _("Beslut om flytt av boende på äldreboenden"), _("Bara det som händelsen kräver.")
        )
        self.ask_who(_("Vem beslutar?"))
        self.ask_when()
        self.board.setFocus()

    def decide(self) -> None:
        """Take over."""
        live = self._live
        live.do(
            seating.take_over(live.incident, self.board.text(), self.tasks.text(), self.at(), self.who.key, live.now())
        )


class TellBoardDialog(BoardDialog):
    """Who in the other board was told, and when."""

    def __init__(self, live: Live, takeover: str, board: str, parent: QWidget) -> None:
        super().__init__(live, _("{board} är underrättad").format(board=board), parent, _("Spara"))
        self._takeover = takeover
        self.whom = self.ask(_("Vem i {board}?").format(board=board), _("ordföranden, per telefon"))
        self.ask_when()
        self.whom.setFocus()

    def decide(self) -> None:
        """Say that it was told."""
        live = self._live
        live.do(seating.tell_board(live.incident, self._takeover, self.at(), self.whom.text(), live.now()))


class GiveBackDialog(BoardDialog):
    """Who decided that the tasks go back, and when."""

    def __init__(self, live: Live, takeover: str, board: str, parent: QWidget) -> None:
        super().__init__(live, _("Återlämna till {board}").format(board=board), parent, _("Återlämna"))
        self._takeover = takeover
        self.ask_who(_("Vem beslutar?"))
        self.ask_when()
        self.who.setFocus()

    def decide(self) -> None:
        """Give back."""
        live = self._live
        live.do(seating.give_back(live.incident, self._takeover, self.at(), self.who.key, live.now()))


class KeepOnDialog(BoardDialog):
    """Why the board is still needed; asked every day."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(live, _("Behövs nämnden fortfarande?"), parent, _("Ja, den behövs"))
        self.reason = self.ask(_("Varför?"), "", _("Prövas en gång om dygnet. Annars ska den avvecklas."))
        self.reason.setFocus()

    def decide(self) -> None:
        """Keep on."""
        self._live.do(seating.keep_on(self._live.incident, self.reason.text(), self._live.now()))


class EndDialog(BoardDialog):
    """Who ends it, the chair or the council, and why; what it holds goes back with it."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(live, _("Avveckla krisledningsnämnden"), parent, _("Avveckla"))
        self.reason = self.ask(_("Varför behövs den inte längre?"), _("Elen är tillbaka i hela kommunen"))
        self.ask_who(_("Vem beslutar?"))
        self.council = Tick(_("Kommunfullmäktige har beslutat det"), self, self._choose_council)
        self._order.append(self.council)
        self.form.addWidget(self.council)
        self.ask_when()
        board = live.incident.part(CrisisBoard)
        term = board.current
        held = [one for one in board.takeovers(term) if board.returned_at(one) is None] if term else []
        if held:
            words = _("Det här återlämnas samtidigt: {what}.")
            what = "; ".join(f"{one.board}, {one.tasks}" for one in held)
            self.form.addWidget(label(words.format(what=what), self, "strong", wrap=True))
        self.reason.setFocus()

    def decide(self) -> None:
        """End it."""
        live, council = self._live, self.council.isChecked()
        who = "" if council else self.who.key
        live.do(seating.end(live.incident, who, self.at(), self.reason.text(), live.now(), council=council))

    def _choose_council(self, on: bool) -> None:
        self.who.setEnabled(not on)
