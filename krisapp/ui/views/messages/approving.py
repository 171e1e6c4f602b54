"""The dialog of approval (godkännande): who approves, what exactly, and which warnings are passed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QWidget

from krisapp.compose.template_fault import TemplateFault
from krisapp.compose.writing import Text
from krisapp.domain.answering.questions import Question
from krisapp.domain.approval import KEPT_FROM_RESIDENTS, barred_from, kind_of
from krisapp.domain.checks import Severity
from krisapp.domain.delegation import KIND_NAMES, TextKind, authority, entitled, short, who_may
from krisapp.domain.messages import Rendering
from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Person
from krisapp.domain.words import N_, Refused, _, ngettext
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Size, Weight
from krisapp.ui.views.messages.cells import stops_in_words
from krisapp.ui.views.messages.outlived_answer import OutlivedAnswer, question_behind
from krisapp.ui.views.messages.standing import title_of
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, Field, Tick, text_field
from krisapp.ui.widgets.plain import label, reader

if TYPE_CHECKING:
    from krisapp.ui.live import Live

MEANS = {"here": N_("På plats"), "phone": N_("Per telefon")}
ROOM = (760, 600)
"""Width and height of the dialog: all of it fits on 1024 × 768 and 1280 × 720."""
_APART = {
    TextKind.OFFICIAL: N_("tjänstemannatext, godkänns för sig"),
    TextKind.POLITICAL: N_("politisk text, godkänns för sig"),
    TextKind.VMA: N_("begäran om VMA, godkänns för sig"),
}
NAMED = 4
"""How many texts that are left out are named; the matrix shows the rest."""


def approvers(live: "Live", writer: str, kind: TextKind) -> tuple[Person, ...]:
    """Return who may approve a text of a kind by `writer` now, ordinary holders before deputies (P49, P53).

    The krisledningsnämnd is offered only while it is in function.
    """
    plan, barred = live.plan, barred_from(live.incident, kind)
    ids = (person for person in entitled(plan, kind, live.now().date(), barred) if person != writer)
    return tuple(person for person in (plan.person(id) for id in ids) if person)


def choices_of(live: "Live", people: Sequence[Person], kind: TextKind) -> list[tuple[str, str]]:
    """Return people by id, and in words with the role and the decision by which they may."""
    plan, day, barred = live.plan, live.now().date(), barred_from(live.incident, kind)
    found = []
    for person in people:
        by = authority(plan, person.id, kind, day, barred)
        role = plan.role(by.role) if by else None
        words = ", ".join(part for part in (short(role) if role else "", by.decision if by else "") if part)
        found.append((person.id, f"{person.name} – {words}"))
    return found


class Approving(Dialog):
    """Approves exactly the texts it shows; those with findings that stop are named and left out."""

    def __init__(self, live: "Live", ids: Sequence[str], parent: QWidget) -> None:
        self._live = live
        self.shown: dict[str, Text] = {}
        self.left_out: dict[str, str] = {}
        self.again = False
        self._answers: dict[str, Question] = {}
        self.kind = kind_of(live.texts.message(ids[0])) if ids else TextKind.OFFICIAL
        for id in ids:
            self._sort(id)
        super().__init__(
            _("Godkänn {what}").format(what=_what(live.plan, tuple(self.shown))), parent, _confirm(len(self.shown))
        )
        self._rules = _rules(self.shown)
        self.who = Choice(_("Vem godkänner"), self)
        self.how = Choice(_("Hur"), self)
        self.texts = reader(_("Texterna som godkänns"), self)
        self.read = Tick(_("Jag har läst varningarna och godtar dem"), self)
        self.why = text_field(_("Varför får invånarna inte veta det? Skälet hamnar i loggen"), self)
        if self.kind is not TextKind.OFFICIAL:
            words = _("{kind} godkänns bara av: {who}.").format(
                kind=_(KIND_NAMES[self.kind]).capitalize(), who=self._who_may()
            )
            self.body.addWidget(label(words, self, "strong", wrap=True))
        row = QHBoxLayout()
        row.addWidget(Field(_("Vem godkänner"), self.who, self), 3)
        row.addWidget(Field(_("Hur"), self.how, self), 1)
        self.body.addLayout(row)
        self.body.addWidget(self.texts, 1)
        self._explain()
        self._fill()
        self.setMinimumSize(min(ROOM[0], 560), 420)
        self.resize(*ROOM)
        self.texts.setFocus()

    def decide(self) -> None:
        """Approve the texts as shown. Raises `Refused`."""
        if not self.who.key:
            raise Refused(
                N_("Någon annan än den som skriver måste godkänna. Det får: {who}. Byt person längst upp."),
                who=self._who_may(),
            )
        if self._rules and not self.read.isChecked():
            self.read.setFocus()
            raise Refused(N_("Läs varningarna och kryssa i rutan, eller rätta texterna först."))
        if KEPT_FROM_RESIDENTS in self._rules and not self.why.text().strip():
            self.why.setFocus()
            raise Refused(N_("Skriv varför invånarna inte får veta det, eller skriv in det i deras text först (P29)."))
        self._live.texts.approve(
            tuple(self.shown),
            self.who.key,
            means=self.how.key,
            accepted=tuple(self._rules),
            seen={id: Rendering(text.text, text.uses, text.findings) for id, text in self.shown.items()},
            why=self.why.text(),
        )

    def _who_may(self) -> str:
        live = self._live
        return who_may(live.plan, self.kind, live.now().date(), barred_from(live.incident, self.kind))

    def _sort(self, id: str) -> None:
        """Put a text among those shown, or among those left out with the reason in two words."""
        kind = kind_of(self._live.texts.message(id))
        if kind is not self.kind:
            self.left_out[id] = _(_APART[kind])
            return
        try:
            text = self._live.texts.text(id)
        except TemplateFault:
            self.left_out[id] = _("fel i mall")
            return
        behind = {stop.text: question_behind(self._live, stop) for stop in text.stops}
        self._answers |= {why: question for why, question in behind.items() if question}
        if text.stops:
            self.left_out[id] = stops_in_words(len(text.stops))
        else:
            self.shown[id] = replace(text, findings=(*text.findings, *self._live.texts.disagreements(id)))

    def _explain(self) -> None:
        """Say which warnings are passed, and which texts are left out and why."""
        self.read.setVisible(bool(self._rules))
        if self._rules:
            lines = [self._warning(rule, ids) for rule, ids in self._rules.items()]
            warnings = reader(_("Varningar"), self)
            warnings.setPlainText("\n".join(lines))
            warnings.setMaximumHeight(min(len(lines) * 2, 5) * warnings.fontMetrics().lineSpacing() + 20)
            self.body.addWidget(label(_("Varningar"), self, "strong"))
            self.body.addWidget(warnings)
            self.body.addWidget(self.read)
        if KEPT_FROM_RESIDENTS in self._rules:
            self.body.addWidget(Field(self.why.accessibleName(), self.why, self))
        else:
            self.why.hide()
        if self.left_out:
            named = [f"{title_of(self._live.plan, id)} ({why})" for id, why in self.left_out.items()]
            more = len(named) - NAMED
            names = ", ".join(named[:NAMED]) if more > 0 else ", ".join(named)
            if more > 0:
                names = _("{names} och {count} till").format(names=names, count=more)
            sentence = _("Följer inte med, för de har något som måste rättas först: {names}.").format(names=names)
            self.body.addWidget(label(sentence, self, "fault", wrap=True))
        for why, question in self._answers.items():
            self.body.addWidget(OutlivedAnswer(self._live, why, question, self._leave, self))
        self.confirm.setEnabled(bool(self.shown))

    def _leave(self, again: bool) -> None:
        self.again = again
        self.done(Dialog.DialogCode.Rejected)

    def _warning(self, rule: str, ids: list[str]) -> str:
        findings = self.shown[ids[0]].findings
        why = next(one.text for one in findings if one.rule == rule and one.severity is Severity.WARNING)
        where = title_of(self._live.plan, ids[0])
        more = len(ids) - 1
        if not more:
            return _("{rule}: {why} ({where})").format(rule=rule, why=why, where=where)
        rest = ngettext("{count} text till", "{count} texter till", more).format(count=more)
        return _("{rule}: {why} ({where} och {rest})").format(rule=rule, why=why, where=where, rest=rest)

    def _fill(self) -> None:
        people = approvers(self._live, self._live.desk.person, self.kind)
        self.who.fill(choices_of(self._live, people, self.kind))
        self.how.fill([(key, _(name)) for key, name in MEANS.items()], chosen="here")
        strong, plain = QTextCharFormat(), QTextCharFormat()
        strong.setFont(current().font(Size.BODY, Weight.BOLD))
        plain.setFont(current().font(Size.BODY))
        cursor = QTextCursor(self.texts.document())
        for id, text in self.shown.items():
            if not cursor.atStart():
                cursor.insertText("\n\n", plain)
            cursor.insertText(f"{title_of(self._live.plan, id)}\n", strong)
            cursor.insertText(text.text, plain)
        self.texts.moveCursor(QTextCursor.MoveOperation.Start)
        self.texts.document().setModified(False)


def _what(plan: Plan, ids: tuple[str, ...]) -> str:
    if len(ids) == 1:
        return title_of(plan, ids[0])
    return ngettext("{count} text", "{count} texter", len(ids)).format(count=len(ids))


def _confirm(count: int) -> str:
    return ngettext("Godkänn texten", "Godkänn {count} texter", count).format(count=count) if count else _("Godkänn")


def _rules(texts: dict[str, Text]) -> dict[str, list[str]]:
    """Return each rule that warns, with the texts it warns in."""
    found: dict[str, list[str]] = {}
    for id, text in texts.items():
        for finding in text.findings:
            if finding.severity is Severity.WARNING and id not in found.setdefault(finding.rule, []):
                found[finding.rule].append(id)
    return found
