"""The policy's rules in the plan (policyns regler, PL8): what each says, what the program does, and the way there."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.domain.policy_rules import REVIEWED_WITHIN, STRENGTH_NAMES, PolicyRule, Strength, age
from krisapp.domain.words import N_, _
from krisapp.store.policy_file import policy_rules
from krisapp.ui.attempt import tell_refused
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.fields import Choice, Search
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import label, tooltip
from krisapp.ui.widgets.rows import Column, RowsModel
from krisapp.ui.widgets.wrapped_list import WrappedList

_ALL = "all"
_LATER = "later"
_LOOKS = {
    Strength.HARD: (Tone.ALARM, Shape.SQUARE),
    Strength.SOFT: (Tone.WAIT, Shape.TRIANGLE),
    Strength.INFO: (Tone.INFO, Shape.RING),
}


class Rules(QWidget):
    """Lists the rules by strength and words; Enter opens the place where one acts."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self._words = ""
        self.search = Search("", self)
        self.strength = Choice("", self)
        self._strength_name = label("", self, "caption")
        self._strength_name.setBuddy(self.strength)
        self._count = label("", self, "quiet", wrap=True)
        self.model = RowsModel[PolicyRule](_COLUMNS, _key, self)
        self.list = WrappedList(self.model, "", self)
        self.open = Button("", self.open_chosen, self, icon="arrow-right")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        tools = Flow()
        for part in (self.search, self._strength_name, self.strength, self.open):
            tools.addWidget(part)
        column.addLayout(tools)
        column.addWidget(self._count)
        column.addWidget(self.list, 1)
        self.search.searched.connect(self._search)
        self.search.left.connect(self.list.setFocus)
        self.strength.chose.connect(self._choose)
        self.list.opened.connect(self._open)
        self.list.chosen.connect(self._offer)

    def refresh(self) -> None:
        """Show the rules that are asked for."""
        rules = policy_rules()
        wanted = self._words.casefold().split()
        self.model.feed([rule for rule in rules if self._asked(rule) and _holds(rule, wanted)])
        if self.model.rows and self.list.current is None:
            self.list.choose(self.model.rows[0].id)
        acting = sum(rule.acts for rule in rules)
        told = _("{acting} av {all} regler verkar i programmet. {shown} visas.")
        words = told.format(acting=acting, all=len(rules), shown=len(self.model.rows))
        self._count.setText(" ".join((words, self._validity())))
        self._offer(self.list.current)

    def retranslate(self) -> None:
        """Set every word."""
        self.search.say(_("Sök bland reglerna"))
        self._strength_name.setText(_("Visa"))
        self.strength.setAccessibleName(_("Vilka regler som visas"))
        names = ((_ALL, N_("alla")), *STRENGTH_NAMES.items(), (_LATER, N_("kommer senare")))
        self.strength.fill([(str(key), _(word)) for key, word in names], chosen=self.strength.key)
        self.list.setAccessibleName(_("Policyns regler"))
        self.open.say(_("Visa var regeln verkar"))
        tooltip(self.open, _("Öppnar skärmen där den valda regeln verkar (Enter)"))
        self.model.retranslate()

    def show_rule(self, id: str) -> None:
        """Go to a rule by its number, whatever is filtered."""
        self._words = ""
        self.search.clear()
        self.strength.choose(_ALL)
        self.refresh()
        self.list.choose(id)
        self.list.setFocus()

    def open_chosen(self) -> None:
        """Open the place where the chosen rule acts."""
        self._open(self.list.current)

    def _validity(self) -> str:
        """Return since when the policy applies, and whether it should be looked over (rule P5)."""
        valid_from = self._live.workplace.plan.settings.policy_valid_from
        if not valid_from:
            return ""
        years = age(valid_from, self._live.now().date())
        told = _("Policyn gäller sedan {date}, {years} år.").format(date=valid_from, years=years)
        return " ".join((told, _("Den behöver ses över."))) if years >= REVIEWED_WITHIN else told

    def _asked(self, rule: PolicyRule) -> bool:
        key = self.strength.key
        return key in ("", _ALL, rule.strength) or (key == _LATER and bool(rule.later))

    def _open(self, rule: object) -> None:
        if not isinstance(rule, PolicyRule) or not rule.view:
            return
        if rule.view != "plan" and not self._live.has_incident:
            tell_refused(self, _("Regeln verkar i en händelse. Starta eller öppna en, så går det att se var."))
            return
        self._live.shown.emit(rule.view, rule.item)

    def _offer(self, rule: object) -> None:
        self.open.setEnabled(isinstance(rule, PolicyRule) and bool(rule.view))

    def _choose(self, _key: str) -> None:
        self.refresh()

    def _search(self, words: str) -> None:
        self._words = words
        self.refresh()


def _holds(rule: PolicyRule, wanted: list[str]) -> bool:
    told = " ".join((rule.id, rule.heading, rule.sentence, rule.how, rule.later)).casefold()
    return all(word in told for word in wanted)


def _key(rule: PolicyRule) -> str:
    return rule.id


def _title(rule: PolicyRule) -> str:
    return f"{rule.id} {rule.sentence}"


def _detail(rule: PolicyRule) -> str:
    return " ".join(part for part in (rule.how, rule.later) if part)


def _mark(rule: PolicyRule) -> Mark:
    if not rule.acts:
        return Mark(_("kommer senare"), Tone.NEUTRAL, Shape.DASH)
    return Mark(_(STRENGTH_NAMES[rule.strength]), *_LOOKS[rule.strength])


def _heading(rule: PolicyRule) -> str:
    return rule.heading


_COLUMNS = (Column[PolicyRule](N_("Regel"), _title, _mark, _detail, _heading),)
