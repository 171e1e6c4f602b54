"""Registering a request for a public record, and answering it (begäran om allmän handling)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from krisapp.domain.records import record_requests, secrecy
from krisapp.domain.records.record_copies import Copies
from krisapp.domain.records.record_requests import APPEAL, LIMITED, OUTCOME_NAMES, Outcome, Request
from krisapp.domain.words import N_, Refused, _, ngettext
from krisapp.ui.log_line import read_time
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.log_words import when
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, Field, text_field
from krisapp.ui.widgets.plain import editor, label

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class AskedDialog(Dialog):
    """What was asked for, when and how. Nobody has to say who they are."""

    def __init__(self, live: "Live", parent: QWidget) -> None:
        super().__init__(_("Ny begäran om allmän handling"), parent, _("Registrera"))
        self._live = live
        self.what = editor("", self)
        self.time, self.how, self.reply_to = (text_field("", self) for _number in range(3))
        self.time.setPlaceholderText(_("nu"))
        self.what.setFixedHeight(self.what.fontMetrics().lineSpacing() * 3 + 20)
        self.body.addWidget(Field(_("Vad begärs?"), self.what, self, _("Till exempel loggen från första timmen.")))
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(Field(_("När kom den?"), self.time, self, _("Som 14.10. Tomt betyder nu.")), 1)
        row.addWidget(Field(_("Hur kom den?"), self.how, self, _("Telefon, e-post, besök.")), 1)
        self.body.addLayout(row)
        help = _("Bara om svaret ska skickas. Fråga inte vem det är eller varför.")
        self.body.addWidget(Field(_("Skicka svaret till"), self.reply_to, self, help))
        self.setMinimumWidth(current().px(560))
        self.what.setFocus()

    def decide(self) -> None:
        """Register it. Raises `Refused`."""
        live = self._live
        received = read_time(self.time.text(), live.now())
        live.do(
            record_requests.receive(
                self.what.toPlainText(), received, live.now(), how=self.how.text(), reply_to=self.reply_to.text()
            )
        )


class AnswerDialog(Dialog):
    """What was answered, with which copy; a no asks for its legal ground and how it is appealed."""

    def __init__(self, live: "Live", request: Request, parent: QWidget) -> None:
        title = _("Svara på begäran {number}").format(number=request.number)
        super().__init__(title, parent, _("Spara svaret"))
        self._live, self._request = live, request
        self.outcome, self.copy, self.ground = Choice("", self), Choice("", self), Choice("", self)
        self.more, self.reason = text_field("", self, "OSL 18:8"), text_field("", self)
        self.decider = Choice("", self)
        self.appeal = editor("", self)
        self.appeal.setPlainText(_(APPEAL))
        self.appeal.document().setModified(False)
        self.appeal.setFixedHeight(self.appeal.fontMetrics().lineSpacing() * 4 + 20)
        self._fill()
        self.body.addWidget(label(request.asked.what, self, "strong", wrap=True))
        self.body.addWidget(Field(_("Vad blev svaret?"), self.outcome, self))
        help = _("Kopior görs under Handlingar. Kontrollsumman sparas med svaret.")
        self._copy = Field(_("Vilken kopia lämnas ut?"), self.copy, self, help)
        self._ground = Field(_("Lagrum"), self.ground, self)
        self._more = Field(_("Fler lagrum"), self.more, self, _("Skilj dem åt med semikolon."))
        self._reason, self._appeal = (
            Field(_("Skäl"), self.reason, self),
            Field(_("Så överklagas det"), self.appeal, self),
        )
        self._grounds = QWidget(self)
        row = QHBoxLayout(self._grounds)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(self._ground, 3, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._more, 2, Qt.AlignmentFlag.AlignTop)
        for part in (self._copy, self._grounds, self._reason, self._appeal):
            self.body.addWidget(part)
        self.body.addWidget(Field(_("Beslutat av"), self.decider, self))
        self.outcome.chose.connect(self._fit)
        self._fit(self.outcome.key)
        self.setMinimumWidth(current().px(600))
        self.outcome.setFocus()

    def _fill(self) -> None:
        live = self._live
        now = live.now()
        made = live.incident.part(Copies).made
        copies = [
            (
                copy.sha256,
                ngettext("{name}, en maskering, {time}", "{name}, {covers} maskeringar, {time}", covers).format(
                    name=copy.name, covers=covers, time=when(stamp.at, now)
                ),
            )
            for copy, stamp in reversed(made)
            for covers in [sum(copy.covers.values())]
        ]
        self.copy.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.copy.setMinimumContentsLength(30)
        self.copy.fill([("", _("Visad på plats, ingen kopia")), *copies], copies[0][0] if copies else "")
        covered = bool(made and made[-1][0].covers)
        chosen = Outcome.PARTLY if covered else Outcome.GIVEN
        self.outcome.fill([(outcome.value, _(name)) for outcome, name in OUTCOME_NAMES.items()], chosen.value)
        laid = [part.strip() for key in (made[-1][0].covers if made else ()) for part in key.split(";")]
        of_copy = list(dict.fromkeys(laid))
        known = [(key, f"{key} – {_(name)}") for key, name in secrecy.grounds(live.plan)]
        if of_copy and of_copy[0] not in dict(known):
            known.append((of_copy[0], of_copy[0]))
        self.ground.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.ground.setMinimumContentsLength(20)
        self.ground.fill([("", _("Välj lagrum")), *known], next(iter(of_copy), ""))
        self.more.setText("; ".join(of_copy[1:]))
        self.decider.fill([(person.id, person.name) for person in live.plan.people], live.desk.person)

    def decide(self) -> None:
        """Answer it. Raises `Refused`."""
        live, outcome = self._live, Outcome(self.outcome.key)
        copies = (self.copy.key,) if self.copy.key and outcome in (Outcome.GIVEN, Outcome.PARTLY) else ()
        grounds = [self.ground.key, *self.more.text().split(";")] if outcome in LIMITED else []
        if outcome in LIMITED and not self.ground.key and any(part.strip() for part in grounds):
            raise Refused(N_("Välj det första lagrummet ur listan."))
        live.do(
            record_requests.answer(
                live.incident,
                self._request.id,
                outcome,
                live.now(),
                grounds=grounds,
                reason=self.reason.text(),
                appeal=self.appeal.toPlainText(),
                copies=copies,
                decided_by=self.decider.key,
            )
        )

    def _fit(self, key: str) -> None:
        """Ask only for what the answer needs."""
        outcome = Outcome(key)
        limited = outcome in LIMITED
        self._copy.setVisible(outcome in (Outcome.GIVEN, Outcome.PARTLY))
        self._grounds.setVisible(limited)
        self._appeal.setVisible(limited)
        self.adjustSize()
