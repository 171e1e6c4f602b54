"""The dialog of an improvement (förbättring): what is to be better, who sees to it, and by when."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from krisapp.domain.scoring.improvements import Improvement, Improving, Tried, change, propose
from krisapp.domain.scoring.measures import MEASURES
from krisapp.domain.words import N_, Refused, _
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, Field, text_field
from krisapp.ui.widgets.plain import editor, label

if TYPE_CHECKING:
    from krisapp.documents.exercise.evaluation_report import Earlier
    from krisapp.ui.live import Live


def read_day(text: str) -> date | None:
    """Return a day written as 2027-09-01, or None for none. Raises `Refused`."""
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise Refused(N_("Skriv dagen som 2027-09-01, eller lämna den tom.")) from None


class ImprovementDialog(Dialog):
    """Asks for a new improvement, or changes one."""

    def __init__(self, live: "Live", one: Improvement | None, parent: QWidget) -> None:
        super().__init__(_("Ändra förbättring") if one else _("Ny förbättring"), parent, _("Spara"))
        self._live, self._one = live, one
        self.text = editor(_("Vad ska bli bättre?"), self)
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * 3 + 20)
        self.owner, self.about = Choice(_("Ansvarig"), self), Choice(_("Mått"), self)
        self.due = text_field(_("Klart senast"), self, "2027-09-01")
        said = one.words if one else Improving("")
        roles = [(role.id, role.name) for role in live.plan.roles]
        self.owner.fill([("", _("Välj roll")), *roles], said.owner)
        self.about.fill([("", _("Inget särskilt")), *((row.key, _(row.name)) for row in MEASURES)], said.about)
        self.text.setPlainText(said.text)
        self.text.document().setModified(False)
        self.due.setText(said.due.isoformat() if said.due else "")
        self.due.setModified(False)
        self.body.addWidget(Field(_("Vad ska bli bättre?"), self.text, self))
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(Field(_("Ansvarig"), self.owner, self), 3)
        row.addWidget(Field(_("Klart senast"), self.due, self), 2)
        self.body.addLayout(row)
        self.body.addWidget(Field(_("Måttet som visade det"), self.about, self))
        self.setMinimumWidth(current().px(560))
        self.text.setFocus()

    def decide(self) -> None:
        """Save it. Raises `Refused`."""
        words = Improving(self.text.toPlainText(), self.owner.key, read_day(self.due.text()), self.about.key)
        one, live = self._one, self._live
        live.do(change(live.incident, one.id, words) if one else propose(words))


class TriedDialog(Dialog):
    """Asks whether an improvement of an earlier drill held this time."""

    def __init__(self, live: "Live", earlier: "Earlier", parent: QWidget) -> None:
        super().__init__(_("Höll förbättringen?"), parent, _("Spara"))
        self._live, self._earlier = live, earlier
        self.held, self.seen = Choice(_("Utfall"), self), text_field(_("Vad såg ni?"), self)
        self.held.fill([("", _("Välj")), ("yes", _("Den håller")), ("no", _("Den håller inte"))])
        self.body.addWidget(label(earlier.text, self, "strong", wrap=True))
        self.body.addWidget(Field(_("Utfall"), self.held, self))
        self.body.addWidget(Field(_("Vad såg ni?"), self.seen, self))
        self.setMinimumWidth(current().px(520))
        self.held.setFocus()

    def decide(self) -> None:
        """Save it. Raises `Refused`."""
        if not self.held.key:
            raise Refused(N_("Välj om förbättringen håller."))
        one = self._earlier
        self._live.do(Tried(one.origin, one.id, one.text, self.held.key == "yes", self.seen.text().strip()))


class DropDialog(Dialog):
    """Asks why an improvement is struck."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(_("Stryk förbättring"), parent, _("Stryk"), danger=True)
        self.why = text_field(_("Varför"), self)
        self.body.addWidget(label(text, self, "strong", wrap=True))
        self.body.addWidget(Field(_("Varför"), self.why, self))
        self.why.setFocus()

    def decide(self) -> None:
        """Hold that a reason is given. Raises `Refused`."""
        if not self.why.text().strip():
            raise Refused(N_("Skriv varför förbättringen stryks."))
