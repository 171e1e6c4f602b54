"""The fields of the sheet (fälten): each is saved when one leaves it, and can be undone."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from krisapp.domain import messages, situation
from krisapp.domain.fields import Field, field_of
from krisapp.domain.messages import State
from krisapp.domain.words import _, ngettext
from krisapp.ui.attempt import attempt
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.messages.told import told
from krisapp.ui.views.situation.field_line import FieldLine
from krisapp.ui.views.situation.groups import FIELD_BY_KEY, GROUPS, Group
from krisapp.ui.widgets.fields import stops, tab_order
from krisapp.ui.widgets.page import scrolled
from krisapp.ui.widgets.plain import Label, label

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class Form(QWidget):
    """Fields in groups, all of the sheet unless others are given. `users` asks for the texts that use a field."""

    users = Signal(str)

    def __init__(
        self,
        live: "Live",
        parent: QWidget,
        groups: Sequence[Group] = GROUPS,
        fields: Mapping[str, Field] = FIELD_BY_KEY,
    ) -> None:
        super().__init__(parent)
        self._live, self._groups, self._fields = live, groups, fields
        self.lines: dict[str, FieldLine] = {}
        self._users: Mapping[str, int] = {}
        self._heads: list[Label] = []
        self._content = QWidget(self)
        self._inner = QVBoxLayout(self._content)
        self._inner.setContentsMargins(0, 0, Space.M, 0)
        self._inner.setSpacing(Space.S)
        self._inner.addStretch(1)
        self.area = scrolled(self._content, self)
        self._build()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._build)
        self._timer.start()
        self._hint = label("", self, "quiet", wrap=True)
        self._hint.setMinimumHeight(self._hint.fontMetrics().lineSpacing() * 2)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self.area, 1)
        column.addWidget(self._hint)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._move)

    def minimumSizeHint(self) -> QSize:
        """Return a width in which no field is cut."""
        bar = self.area.verticalScrollBar().sizeHint().width()
        return QSize(self._content.minimumSizeHint().width() + bar, super().minimumSizeHint().height())

    def finish(self) -> None:
        """Build the groups that are not built yet; they come one at a time, so that the window never waits for all."""
        while len(self._heads) < len(self._groups):
            self._build()
        self._inner.activate()
        self._content.adjustSize()

    def _build(self) -> None:
        """Build the next group."""
        at = len(self._heads)
        if at == len(self._groups):
            self._timer.stop()
            return
        head = label(_(self._groups[at].name), self._content, "heading")
        self._heads.append(head)
        self._inner.insertWidget(self._inner.count() - 1, head)
        for key in self._groups[at].keys:
            line = self.lines[key] = FieldLine(self._fields[key], self._live, self._content)
            line.save.connect(self.save)
            line.users.connect(self.users)
            line.chose.connect(self._choose)
            line.retranslate()
            line.refresh(self._users.get(key, 0))
            self._inner.insertWidget(self._inner.count() - 1, line)
        self._order(self._groups[at].keys)

    def _order(self, keys: Sequence[str]) -> None:
        """Let Tab come to a new group from the one before; Qt puts what is new last in the window."""
        before = [line for key, line in self.lines.items() if key not in keys][-1:]
        last = [part for line in before for part in stops(line)][-1:]
        tab_order([*last, *(part for key in keys for part in stops(self.lines[key]))])

    def refresh(self, users: Mapping[str, int]) -> None:
        """Show what the desk holds; what is being typed stays."""
        self._users = users
        for key, line in self.lines.items():
            line.refresh(users.get(key, 0))

    def retranslate(self) -> None:
        """Set every word."""
        for head, group in zip(self._heads, self._groups, strict=False):
            head.setText(_(group.name))
        for line in self.lines.values():
            line.retranslate()

    def go_to(self, key: str) -> None:
        """Show a field and put the focus in it."""
        self.finish()
        line = self.lines.get(field_of(key))
        if line is not None:
            line.show_in(self.area)
            line.setFocus()

    def show_group(self, at: int) -> None:
        """Scroll to a group."""
        if at:
            self.finish()
        self.area.verticalScrollBar().setValue(self._heads[at].y())

    def go_to_group(self, at: int) -> None:
        """Show a group and put the focus in its first field."""
        if at:
            self.finish()
        self.lines[self._groups[at].keys[0]].setFocus()
        self.show_group(at)

    def step_group(self, by: int) -> None:
        """Go to the group after the one the focus is in, or before it."""
        line = self._line_of(QApplication.focusWidget())
        here = next((at for at, group in enumerate(self._groups) if line and line.field.key in group.keys), 0)
        self.go_to_group(max(0, min(here + by, len(self._groups) - 1)))

    def ask_users(self) -> None:
        """Ask for the texts that use the field the focus is in."""
        line = self._line_of(QApplication.focusWidget())
        if line is not None:
            self.users.emit(line.field.key)

    def save(self, key: str) -> bool:
        """Save one field, if it differs; return whether nothing is left unsaved in it."""
        line = self.lines[key]
        if not line.modified:
            line.clear_fault()
            return True
        before = getattr(self._live.incident.sheet, key)
        if not attempt(line, lambda: self._set(key, line.value())):
            return False
        line.take()
        line.clear_fault()
        self._tell(key, before)
        return True

    def save_all(self) -> bool:
        """Save every field that differs; return whether all is saved."""
        saved = [self.save(key) for key in self.lines]
        return all(saved)

    def _set(self, key: str, value: Any) -> None:
        self._live.do(situation.set_fields(self._live.incident, {key: value}))

    def _choose(self, key: str, value: object) -> None:
        line = self.lines[key]
        if attempt(line, lambda: self._set(key, value)):
            line.take()

    def _tell(self, key: str, before: Any) -> None:
        """Say that it is changed and how many texts now rest on older facts; offer the way back."""

        def undo() -> None:
            attempt(self.lines[key], lambda: self._set(key, before))

        told(self, changed_words(self._live), undo)

    def _move(self, old: QWidget | None, new: QWidget | None) -> None:
        """Save the field that was left, and tell what belongs in the one that was entered."""
        left, entered = self._line_of(old), self._line_of(new)
        if left is not None and left is not entered and self._live.has_incident:
            self.save(left.field.key)
        self._hint.setText(_(entered.field.hint) if entered else "")

    def _line_of(self, part: QWidget | None) -> FieldLine | None:
        while part is not None and part is not self:
            if isinstance(part, FieldLine):
                return part
            part = part.parentWidget()
        return None


def resting_on_older(live: "Live") -> tuple[str, ...]:
    """Return the texts that rest on older facts now: out, or approved on what has changed since."""
    incident = live.incident
    found = []
    for id, message in incident.messages.items():
        lapsed = message.approval is not None and messages.state(incident, message) is State.DRAFT
        if lapsed or messages.state(incident, message) is State.STALE:
            found.append(id)
    return tuple(found)


def changed_words(live: "Live") -> str:
    """Return what a change of the sheet has done to the texts."""
    count = len(resting_on_older(live))
    if not count:
        return _("Ändrat. Alla utkast följer med.")
    words = ngettext(
        "Ändrat. {count} text bygger nu på äldre fakta.", "Ändrat. {count} texter bygger nu på äldre fakta.", count
    )
    return words.format(count=count)
