"""The dialogs of a fact: stating or rewording it, and changing its status with the source that says so."""

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtWidgets import QHBoxLayout, QWidget

from krisapp.domain import situation
from krisapp.domain.facts import SOURCE_NAMES, STATUS_NAMES, TOPIC_NAMES, Fact, SourceType, Status, Topic
from krisapp.domain.records import secrecy
from krisapp.domain.words import N_, _
from krisapp.ui.widgets.clock import at
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, Field, Tick, text_field
from krisapp.ui.widgets.plain import editor, label

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class FactDialog(Dialog):
    """States a new fact, or rewords one; saved by `state_fact`, whose refusals are shown."""

    def __init__(self, live: "Live", fact: Fact | None, parent: QWidget) -> None:
        title = _("Ändra uppgift {id}").format(id=fact.id) if fact else _("Ny uppgift")
        super().__init__(title, parent, _("Spara"))
        self._live = live
        self._fact = fact or _blank(live.now(), situation.next_id(live.incident))
        self.text = editor(_("Uppgiften"), self)
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * 3 + 20)
        self.status, self.topic = Choice(_("Status"), self), Choice(_("Slag"), self)
        self.source, self.source_type = text_field(_("Källa"), self), Choice(_("Källtyp"), self)
        self.time = text_field(_("Klockslag"), self, "13.10")
        self.valid = text_field(_("Gäller till"), self)
        self.secret = Tick(_("Sekretess: får inte nämnas i någon text"), self, self._toggle)
        self.ground = Choice(_("Lagrum"), self)
        self._ground = Field(_("Lagrum"), self.ground, self)
        self.body.addWidget(Field(_("Uppgiften, en mening"), self.text, self))
        self._row(Field(_("Status"), self.status, self), Field(_("Slag"), self.topic, self))
        self._row(Field(_("Källa (namn eller roll)"), self.source, self), Field(_("Källtyp"), self.source_type, self))
        self._row(Field(_("Klockslag"), self.time, self), Field(_("Gäller till"), self.valid, self))
        self.body.addWidget(self.secret)
        self.body.addWidget(self._ground)
        self._fill(self._fact)
        self.setMinimumWidth(560)
        self.text.setFocus()

    def decide(self) -> None:
        """State the fact. Raises `Refused`."""
        fact = msgspec.structs.replace(
            self._fact,
            text=" ".join(self.text.toPlainText().split()),
            status=Status(self.status.key),
            topic=Topic(self.topic.key),
            source=self.source.text().strip(),
            source_type=SourceType(self.source_type.key),
            time=self.time.text().strip().replace(".", ":"),
            valid_until=self.valid.text().strip(),
            secret=self.secret.isChecked(),
            legal_ground=self.ground.key if self.secret.isChecked() else "",
        )
        live = self._live
        live.do(situation.state_fact(live.incident, fact, live.desk.person))

    def _fill(self, fact: Fact) -> None:
        self.text.setPlainText(fact.text)
        self.text.document().setModified(False)
        self.status.fill([(str(key), _(name)) for key, name in STATUS_NAMES.items()], chosen=str(fact.status))
        self.topic.fill([(str(key), _(name)) for key, name in TOPIC_NAMES.items()], chosen=str(fact.topic))
        self.source.setText(fact.source)
        self.source_type.fill(source_types(), chosen=str(fact.source_type))
        self.time.setText(fact.time.replace(":", "."))
        self.valid.setText(fact.valid_until)
        grounds = [
            ("", _("Välj lagrum")),
            *((key, f"{key} – {_(name)}") for key, name in secrecy.grounds(self._live.plan)),
        ]
        if fact.legal_ground and fact.legal_ground not in dict(grounds):
            grounds.append((fact.legal_ground, fact.legal_ground))
        self.ground.fill(grounds, chosen=fact.legal_ground)
        self.secret.setChecked(fact.secret)
        self._toggle(fact.secret)

    def _toggle(self, secret: bool) -> None:
        self._ground.setVisible(secret)

    def _row(self, *fields: Field) -> None:
        row = QHBoxLayout()
        for field in fields:
            row.addWidget(field, 1)
        self.body.addLayout(row)


VERBS = {
    Status.CONFIRMED: N_("Bekräfta"),
    Status.REFUTED: N_("Dementera"),
    Status.OUTDATED: N_("Gör inaktuell"),
}


class StatusDialog(Dialog):
    """Changes the status of a fact, naming who says so; a second person where the rules want one (5.3)."""

    def __init__(self, live: "Live", fact: Fact, status: Status, parent: QWidget) -> None:
        verb = _(VERBS[status])
        super().__init__(_("{verb} {id}?").format(verb=verb, id=fact.id), parent, verb)
        self._live, self._fact, self._status = live, fact, status
        self.source, self.source_type = text_field(_("Vem säger det"), self), Choice(_("Källtyp"), self)
        self.second = Choice(_("Vem mer står för det"), self)
        self.body.addWidget(label(fact.text, self, "strong", wrap=True))
        if status is not Status.OUTDATED:
            self.body.addWidget(Field(_("Vem säger det"), self.source, self, _("Källan hamnar i loggen.")))
            self.body.addWidget(Field(_("Källtyp"), self.source_type, self))
        if self.needs_second:
            help = _("En bekräftad uppgift dementeras av två personer. Texterna som använt den rättas sedan.")
            self.body.addWidget(Field(_("Vem mer står för det"), self.second, self, help))
        self.source.setVisible(status is not Status.OUTDATED)
        self.source_type.setVisible(status is not Status.OUTDATED)
        self.second.setVisible(self.needs_second)
        self.source.setText(fact.source)
        self.source.selectAll()
        self.source_type.fill(source_types(), chosen=str(fact.source_type))
        others = [(person.id, person.name) for person in live.plan.people if person.id != live.desk.person]
        self.second.fill([("", _("Välj person")), *others])
        self.setMinimumWidth(460)

    @property
    def needs_second(self) -> bool:
        """Return whether a confirmed fact is to be refuted."""
        return self._fact.status is Status.CONFIRMED and self._status is Status.REFUTED

    def decide(self) -> None:
        """Change the status. Raises `Refused` by the transitions and the two-source rule."""
        live = self._live
        fact = msgspec.structs.replace(
            self._fact,
            status=self._status,
            source=self.source.text().strip(),
            source_type=SourceType(self.source_type.key),
        )
        live.do(situation.state_fact(live.incident, fact, live.desk.person, self.second.key))


def source_types() -> list[tuple[str, str]]:
    """Return the kinds of source by key and name."""
    return [(str(key), _(name)) for key, name in SOURCE_NAMES.items()]


def _blank(now: datetime, id: str) -> Fact:
    time = at(now).replace(".", ":")
    return Fact(id=id, status=Status.UNCONFIRMED, text="", source_type=SourceType.OWN_SERVICE, time=time)
