"""The dialog of contradictions (motsägelser): both texts side by side, and which of them the fact sheet supports."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from krisapp.compose.template_fault import TemplateFault
from krisapp.domain.consistency.contradiction import Contradiction, Place
from krisapp.domain.consistency.values import KIND_NAMES
from krisapp.domain.consistency.whereabouts import SHEET
from krisapp.domain.consistency.words import verdict
from krisapp.domain.words import N_, _, ngettext
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Size, Space, Tone, Weight
from krisapp.ui.views.messages.standing import title_of
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.chip import Chip
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import label, reader
from krisapp.ui.widgets.row_list import RowList
from krisapp.ui.widgets.rows import Column, RowsModel

if TYPE_CHECKING:
    from krisapp.ui.live import Live

ROOM = (960, 600)
Numbered = tuple[int, Contradiction]


class _Side(QWidget):
    """One of the two texts, with the words in question marked, and the way to it."""

    def __init__(self, name: str, parent: "ContradictionsDialog") -> None:
        super().__init__(parent)
        self._dialog = parent
        self._place: Place | None = None
        self.title = label("", self, "strong")
        self.chip = Chip(Mark("", Tone.NEUTRAL, Shape.DASH), self)
        self.page = reader(name, self)
        self.go = Button(_("Öppna texten"), self._open, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.chip)
        column.addLayout(head)
        column.addWidget(self.page, 1)
        column.addWidget(self.go)

    def show_place(self, place: Place | None, title: str, text: str, mark: Mark) -> None:
        """Show a text with a place in it marked; without a place, the text as it stands."""
        self._place = place
        self.title.setText(title)
        self.chip.show_mark(mark)
        self.go.setVisible(place is not None and place.id != SHEET)
        self.page.setPlainText(text)
        if place is not None:
            span = place.span if place.id != SHEET else (0, len(text))
            _mark(self.page, span, mark)

    def _open(self) -> None:
        if self._place is not None:
            self._dialog.leave_for(self._place)


class ContradictionsDialog(Dialog):
    """Shows each contradiction; `chosen` is the message to open and the words to find there, when it was confirmed."""

    def __init__(self, live: "Live", found: Sequence[Contradiction], parent: QWidget) -> None:
        count = ngettext("{count} motsägelse", "{count} motsägelser", len(found)).format(count=len(found))
        super().__init__(count, parent, _("Öppna texten"))
        self._live = live
        self.chosen = ("", "")
        self._model = RowsModel[Numbered](
            (Column(N_("Motsägelse"), self._title, _row_mark, self._detail),), lambda row: row[0], self
        )
        self.list = RowList(self._model, _("Motsägelser"), self)
        self.here = _Side(_("Texten som avviker"), self)
        self.there = _Side(_("Det som sägs i stället"), self)
        self.verdict = label("", self, wrap=True)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        self.list.setFixedWidth(current().px(250))
        row.addWidget(self.list)
        row.addWidget(self.here, 1)
        row.addWidget(self.there, 1)
        self.body.addLayout(row, 1)
        self.body.addWidget(self.verdict)
        self.confirm.hide()
        self.cancel.say(_("Stäng"))
        self.list.chosen.connect(self._show)
        self.list.opened.connect(self._open)
        self._model.feed(tuple(enumerate(found)))
        self.setMinimumSize(min(ROOM[0], 720), 420)
        self.resize(*ROOM)
        self.list.choose(0)
        self._show(self.list.current)
        self.list.setFocus()

    def leave_for(self, place: Place) -> None:
        """Close, and ask for a text to be opened at a place."""
        self.chosen = (place.id, place.text)
        self.accept()

    def _open(self, row: object) -> None:
        if isinstance(row, tuple):
            self.leave_for(_own(row[1]))

    def _show(self, row: object) -> None:
        if not isinstance(row, tuple):
            return
        found: Contradiction = row[1]
        against = found.against
        odd = Mark(_("avviker"), Tone.ALARM, Shape.TRIANGLE)
        other = odd if against else Mark(_("säger inget"), Tone.NEUTRAL, Shape.DASH)
        if found.supported:
            other = Mark(_("stöds av fakta"), Tone.GOOD, Shape.CHECK)
        self.here.show_place(_own(found), title_of(self._live.plan, found.id), self._text(found.id), odd)
        if against is None:
            nothing = _(
                "Ingen annan text säger något om det här. Skriv in det i läget om det stämmer, annars stryk det."
            )
            self.there.show_place(None, _("Andra texter"), nothing, other)
        elif against.id == SHEET:
            self.there.show_place(against, _("Faktaunderlaget"), against.text, other)
        else:
            self.there.show_place(against, title_of(self._live.plan, against.id), self._text(against.id), other)
        self.verdict.setText(verdict(found))

    def _text(self, id: str) -> str:
        try:
            return self._live.texts.text(id).text
        except TemplateFault as fault:
            return str(fault)

    def _title(self, row: Numbered) -> str:
        return title_of(self._live.plan, row[1].id)

    def _detail(self, row: Numbered) -> str:
        return _("{kind}: {text}").format(kind=_(KIND_NAMES[row[1].kind]), text=row[1].text)


def _row_mark(row: Numbered) -> Mark | None:
    if row[1].against is None:
        return Mark(_("bara här"), Tone.WAIT, Shape.HALF)
    return None


def _own(found: Contradiction) -> Place:
    return Place(found.id, found.span, found.text)


def _mark(page: QPlainTextEdit, span: tuple[int, int], mark: Mark) -> None:
    """Mark words by ground, weight and underline, so that it shows without colour too; and bring them into view."""
    pair = current().tone(mark.tone)
    form = QTextCharFormat()
    form.setBackground(QColor(pair.ground))
    form.setForeground(QColor(pair.text))
    form.setFont(current().font(Size.BODY, Weight.BOLD))
    form.setFontUnderline(True)
    if mark.shape is Shape.TRIANGLE:
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    units = [len(page.toPlainText()[:at].encode("utf-16-le")) // 2 for at in span]
    cursor = QTextCursor(page.document())
    cursor.setPosition(min(units[0], page.document().characterCount() - 1))
    cursor.setPosition(min(units[1], page.document().characterCount() - 1), QTextCursor.MoveMode.KeepAnchor)
    cursor.setCharFormat(form)
    cursor.setPosition(cursor.selectionStart())
    page.setTextCursor(cursor)
    page.document().setModified(False)
    page.centerCursor()
