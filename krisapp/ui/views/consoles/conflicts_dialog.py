"""Two values (två uppgifter): every conflict in one list, the values side by side, and a person who chooses."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from krisapp.domain.conflicts import Conflict, choose, conflicts
from krisapp.domain.consoles import Numbering
from krisapp.domain.words import N_, _, ngettext
from krisapp.store.tips import event_of
from krisapp.ui.attempt import attempt
from krisapp.ui.live import Live
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.consoles.conflict_words import About, about, claim_words
from krisapp.ui.views.log_words import when
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.page import scrolled
from krisapp.ui.widgets.plain import label
from krisapp.ui.widgets.rows import Column, RowsModel
from krisapp.ui.widgets.wrapped_list import WrappedList


class ConflictRow(NamedTuple):
    """A conflict as the list shows it."""

    conflict: Conflict
    about: About
    who: str


def _title(row: ConflictRow) -> str:
    return row.about.title[:1].upper() + row.about.title[1:]


def _who(row: ConflictRow) -> str:
    return row.who


def _mark(row: ConflictRow) -> Mark:
    return Mark(_("{count} uppgifter").format(count=len(row.conflict.claims)), Tone.ALARM, Shape.CROSS)


COLUMNS = (Column[ConflictRow](N_("Två uppgifter"), _title, mark=_mark, detail=_who),)


def row_key(row: ConflictRow) -> str:
    """Return what names a row."""
    return row.conflict.key


class ConflictsDialog(Dialog):
    """A digit chooses, Enter goes to where the thing is dealt with, to write a third value there."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(_("Två uppgifter"), parent, _("Gå dit och skriv"))
        self._live = live
        self.setMinimumSize(current().px(820), current().px(500))
        words = _(
            "Två personer har skrivit olika var för sig. Ingen vinner av sig själv: välj den som gäller för alla."
        )
        self.body.addWidget(label(words, self, "quiet", wrap=True))
        self.model = RowsModel[ConflictRow](COLUMNS, row_key, self)
        self.list = WrappedList(self.model, _("Två uppgifter"), self)
        self.list.chosen.connect(self._show)
        self.list.opened.connect(self.press)
        self._side = QWidget(self)
        self._claims = QVBoxLayout(self._side)
        self._claims.setContentsMargins(0, 0, Space.S, 0)
        self._claims.setSpacing(Space.S)
        self.choices: list[Button] = []
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self.list, 2)
        self._area = scrolled(self._side, self)
        row.addWidget(self._area, 3)
        self.empty = label(_("Inga uppgifter står mot varandra. Allt är valt."), self, "strong", wrap=True)
        self.body.addWidget(self.empty)
        self.body.addLayout(row, 1)
        self.cancel.say(_("Stäng"))
        for number in range(1, 10):
            key = QShortcut(QKeySequence(str(number)), self)  # the list would take a digit for a name to look for
            key.setProperty("claim", number)
            key.activated.connect(self._press_choice)
        self._fill()
        self.list.setFocus()

    def _fill(self) -> None:
        incident, plan, now = self._live.incident, self._live.plan, self._live.now()
        rows = []
        for one in conflicts(incident):
            people = dict.fromkeys(incident.name_of(stamp.person) for _value, stamp in one.claims)
            latest = max(stamp.at for _value, stamp in one.claims)
            rows.append(ConflictRow(one, about(one, incident, plan), f"{', '.join(people)}, {when(latest, now)}"))
        self.model.feed(rows)
        self.list.setVisible(bool(rows))
        self._area.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.confirm.setEnabled(bool(rows))
        if rows and not self.list.currentIndex().isValid():
            self.list.choose(row_key(rows[0]))
        self._show(self.list.current)

    def _show(self, row: object) -> None:
        """Show the values of one conflict side by side, each with who, which console and when."""
        while (item := self._claims.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.deleteLater()
        self.choices = []
        if not isinstance(row, ConflictRow):
            return
        incident, plan, now = self._live.incident, self._live.plan, self._live.now()
        for number, (value, stamp) in enumerate(row.conflict.claims, 1):
            mark = incident.part(Numbering).mark(stamp.stream)
            console = _("konsol {mark}").format(mark=mark) if mark else _("konsolen som startade")
            title = _("{number}. {name}").format(number=number, name=incident.name_of(stamp.person))
            card = Card(title, self._side, f"{console}, {when(stamp.at, now)}")
            card.body.addWidget(label(claim_words(value, stamp, incident, plan), card, wrap=True))
            button = Button(_("Välj den här ({number})").format(number=number), self._press_choice, card)
            button.setProperty("claim", number)
            self.choices.append(button)
            card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self._claims.addWidget(card)
        self._claims.addStretch(1)

    def _press_choice(self) -> None:
        pressed = self.sender()
        if pressed is not None:
            self.choose(int(pressed.property("claim")))

    def choose(self, number: int) -> None:
        """Choose a value for all, from 1."""
        row = self.list.current
        if not isinstance(row, ConflictRow) or not 1 <= number <= len(row.conflict.claims):
            return
        value, stamp = row.conflict.claims[number - 1]
        desk = self._live.desk
        self.banner.hide()
        if attempt(self, lambda: desk.do(choose(row.conflict, value, event_of(desk.journal, stamp)))):
            self._fill()
            left = len(self.model.rows)
            words = ngettext("Valt. {count} kvar att välja.", "Valt. {count} kvar att välja.", left)
            self.banner.say(words.format(count=left) if left else _("Valt. Alla är klara."), Tone.GOOD)
            self.list.setFocus()

    def press(self) -> None:
        """Go to where the chosen thing is dealt with."""
        row = self.list.current
        if isinstance(row, ConflictRow):
            self.accept()
            self._live.shown.emit(row.about.screen, row.about.item)
