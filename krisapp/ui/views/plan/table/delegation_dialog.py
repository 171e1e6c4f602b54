"""The forms of a line of the delegation table, and of a template that is approved in advance."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from krisapp.domain.delegation import ELECTED, KIND_NAMES, TextKind
from krisapp.domain.delegation_rows import Delegation, PreApproval
from krisapp.domain.messages import STAGE_NAMES
from krisapp.domain.plan import Plan
from krisapp.domain.words import _
from krisapp.ui.theme.theme import current
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, Field, text_field

Line = Delegation | PreApproval
Save = Callable[[QWidget, Line], bool]


class _LineDialog(Dialog):
    """What both forms have: the decision and how long it holds. `save` settles a line in the plan."""

    def __init__(self, title: str, plan: Plan, line: Line, today: str, save: Save, parent: QWidget) -> None:
        super().__init__(title, parent, _("Spara"))
        self._plan, self._line, self._save = plan, line, save
        self.decision = text_field("", self)
        self.decided = text_field("", self, _("Till exempel {date}").format(date=today))
        self.valid_from = text_field("", self, _("tomt: från början"))
        self.valid_to = text_field("", self, _("tomt: tills vidare"))
        self.note = text_field("", self)
        self._lay_out_choices()
        self.body.addWidget(
            Field(_("Beslut"), self.decision, self, _("Nummer och paragraf, så att det går att hitta."))
        )
        row = QHBoxLayout()
        for name, field in (
            (_("Beslutat den"), self.decided),
            (_("Gäller från"), self.valid_from),
            (_("Gäller till och med"), self.valid_to),
        ):
            row.addWidget(Field(name, field, self))
        self.body.addLayout(row)
        self.body.addWidget(Field(_("Anteckning"), self.note, self))
        for name in ("decision", "decided", "valid_from", "valid_to", "note"):
            self._line_edit(name).setText(getattr(line, name))
            self._line_edit(name).setCursorPosition(0)
        self.setMinimumWidth(current().px(560))

    def press(self) -> None:
        """Save what is written; what was typed stays if it is refused."""
        self.banner.hide()
        said = {name: self._line_edit(name).text().strip() for name in self._texts}
        written = replace(self._chosen(), **said)
        if self._save(self, written):
            self.accept()

    _texts = ("decision", "decided", "valid_from", "valid_to", "note")

    def _line_edit(self, name: str) -> QLineEdit:
        found: QLineEdit = getattr(self, name)
        return found

    def _lay_out_choices(self) -> None:
        """Add what the line is about."""
        raise NotImplementedError

    def _chosen(self) -> Line:
        """Return the line with what is chosen."""
        raise NotImplementedError

    def _people(self, role: str) -> list[tuple[str, str]]:
        held = [holder.person for holder in self._plan.holders if holder.role == role]
        return [(person.id, person.name) for id in held if (person := self._plan.person(id)) is not None]


class DelegationDialog(_LineDialog):
    """Says which role may approve texts of a kind."""

    def __init__(self, plan: Plan, line: Line, today: str, save: Save, parent: QWidget) -> None:
        super().__init__(_("Delegation {id}").format(id=line.id), plan, line, today, save, parent)

    def _lay_out_choices(self) -> None:
        assert isinstance(self._line, Delegation)
        self.kind = Choice(_("Får godkänna"), self)
        self.role = Choice(_("Roll"), self)
        self.person = Choice(_("Gäller"), self)
        self.kind.fill([(str(kind), _(KIND_NAMES[kind])) for kind in TextKind], chosen=self._line.kind)
        self.body.addWidget(Field(_("Får godkänna"), self.kind, self))
        self.body.addWidget(Field(_("Roll"), self.role, self))
        self.body.addWidget(Field(_("Gäller"), self.person, self))
        self.kind.chose.connect(self._offer_roles)
        self.role.chose.connect(self._offer_people)
        self._offer_roles(self.kind.key, self._line.role, self._line.person)

    def _offer_roles(self, kind: str, role: str = "", person: str = "") -> None:
        """Offer only elected roles for political texts (rule P49)."""
        roles = [one for one in self._plan.roles if kind != TextKind.POLITICAL or one.id in ELECTED]
        self.role.fill([(one.id, f"{one.id} {one.name}") for one in roles], chosen=role)
        self._offer_people(self.role.key, person)

    def _offer_people(self, role: str, person: str = "") -> None:
        self.person.fill([("", _("alla som har rollen, också ersättare")), *self._people(role)])
        self.person.setCurrentIndex(max(self.person.findData(person), 0))

    def _chosen(self) -> Line:
        assert isinstance(self._line, Delegation)
        return replace(self._line, kind=self.kind.key, role=self.role.key, person=self.person.key)


class PreApprovalDialog(_LineDialog):
    """Says which template is approved in advance, and by whom."""

    def __init__(self, plan: Plan, line: Line, today: str, save: Save, parent: QWidget) -> None:
        super().__init__(_("Mall godkänd i förväg {id}").format(id=line.id), plan, line, today, save, parent)

    def _lay_out_choices(self) -> None:
        line, plan = self._line, self._plan
        assert isinstance(line, PreApproval)
        self.channel, self.stage = Choice(_("Kanal"), self), Choice(_("Skede"), self)
        self.audience, self.type = Choice(_("Målgrupp"), self), Choice(_("Händelsetyp"), self)
        self.by = Choice(_("Godkänd av"), self)
        self.channel.fill([(one.id, f"{one.id} {one.name}") for one in plan.channels], chosen=line.channel)
        self.stage.fill([(str(one), _(name)) for one, name in STAGE_NAMES.items()], chosen=str(line.stage))
        every = [("", _("alla målgrupper")), *((one.id, one.name) for one in plan.audiences)]
        self.audience.fill(every, chosen=line.audience)
        self.type.fill([("", _("alla händelsetyper")), *((one.id, one.name) for one in plan.types)], chosen=line.type)
        roles = dict.fromkeys(one.role for one in plan.delegations if one.kind == TextKind.TEMPLATE)
        people = [(f"{role} {id}", f"{name}, {role}") for role in roles for id, name in self._people(role)]
        self.by.fill(people, chosen=f"{line.role} {line.person}")
        for first, second in (
            ((_("Kanal"), self.channel), (_("Skede"), self.stage)),
            ((_("Målgrupp"), self.audience), (_("Händelsetyp"), self.type)),
        ):
            row = QHBoxLayout()
            for name, choice in (first, second):
                row.addWidget(Field(name, choice, self), 1)
            self.body.addLayout(row)
        told = _("Den som får godkänna mallar i förväg enligt tabellen. Mallen gäller orörd, med bekräftade uppgifter.")
        self.body.addWidget(Field(_("Godkänd av"), self.by, self, told))

    def _chosen(self) -> Line:
        assert isinstance(self._line, PreApproval)
        role, _space, person = self.by.key.partition(" ")
        return replace(
            self._line,
            channel=self.channel.key,
            stage=self.stage.key,
            audience=self.audience.key,
            type=self.type.key,
            role=role,
            person=person,
        )
