"""The message map (budskapskarta): three key messages with their support, counted while one writes."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from krisapp.channels.exercise_marks import FULL
from krisapp.domain.checking.message_map import MOST, MOST_WORDS
from krisapp.domain.map_history import Key, MessageMap
from krisapp.domain.message_map import check_map, drop_map, map_of, seconds_of, words_in, write_map
from krisapp.domain.words import _
from krisapp.ui.live import Live
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.chip import Chip
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Field, text_field
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.page import scrolled
from krisapp.ui.widgets.plain import editor, label, tooltip


class MapDialog(Dialog):
    """Shows the map as it stands, to read, copy and change. It is saved as one act."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(_("Budskapskarta"), parent, _("Spara"))
        self._live = live
        self._shown = map_of(live.incident)
        own = live.incident.message_map.value is not None
        origin = (
            _("Egen karta.") if own else _("Förslag ur faktaunderlaget. Det ändras med underlaget tills du sparar.")
        )
        self.body.addWidget(label(origin, self, "quiet", wrap=True))
        self.measure = Chip(Mark("", Tone.NEUTRAL, Shape.DASH), self)
        self.advice = label("", self, "quiet", wrap=True)
        self.messages: list[QLineEdit] = []
        self.supports: list[QPlainTextEdit] = []
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, Space.S, 0)
        column.setSpacing(Space.S)
        for number in range(MOST):
            key = self._shown.keys[number] if number < len(self._shown.keys) else Key("")
            self._add(key, number + 1, column)
        column.addStretch(1)
        self.body.addWidget(scrolled(inside, self), 1)
        self.body.addWidget(self.measure)
        self.body.addWidget(self.advice)
        self.copy = Button(_("Kopiera"), self.copy_text, self, icon="copy")
        tooltip(self.copy, _("Kopierar kartan som text"))
        self.follow = Button(_("Följ underlaget"), self.follow_sheet, self)
        tooltip(self.follow, _("Tar bort den egna kartan och visar förslaget ur faktaunderlaget"))
        self.follow.setVisible(own)
        self.buttons.insertWidget(0, self.follow)
        self.buttons.insertWidget(0, self.copy)
        theme = current()
        room = self.screen().availableSize()
        self.resize(min(theme.px(640), room.width() - 40), min(theme.px(720), room.height() - 40))
        self._measure()

    @property
    def written(self) -> MessageMap:
        """Return the map as it is written."""
        keys = [
            Key(message.text().strip(), tuple(line for line in supports.toPlainText().split("\n") if line.strip()))
            for message, supports in zip(self.messages, self.supports, strict=True)
        ]
        return MessageMap(tuple(key for key in keys if key.message or key.supports))

    def decide(self) -> None:
        """Save the map. Raises `Refused`; one that is as it was is only closed."""
        if self.written != self._shown:
            self._live.desk.do(write_map(self._live.incident, self.written))

    def copy_text(self) -> None:
        """Put the map on the clipboard, marked in an exercise."""
        text = self.written.text()
        marked = f"{FULL}\n\n{text}\n\n{FULL}" if self._live.incident.exercise else text
        QGuiApplication.clipboard().setText(marked)
        self.copy.say(_("Kopierad"))

    def follow_sheet(self) -> None:
        """Do away with one's own map; the draft of the sheet stands again."""
        self._live.desk.do(drop_map(self._live.incident))
        self.accept()

    def _add(self, key: Key, number: int, column: QVBoxLayout) -> None:
        message = text_field("", self)
        message.setText(key.message)
        message.textChanged.connect(self._measure)
        supports = editor("", self)
        supports.setPlainText("\n".join(key.supports))
        supports.setFixedHeight(current().px(76))
        supports.textChanged.connect(self._measure)
        column.addWidget(Field(_("Huvudbudskap {number}").format(number=number), message, self))
        name = _("Stödfakta {number}, en på varje rad").format(number=number)
        column.addWidget(Field(name, supports, self))
        self.messages.append(message)
        self.supports.append(supports)

    def _measure(self) -> None:
        found = self.written
        count = words_in(found)
        within = count <= MOST_WORDS
        words = _("{words} av {most} ord, {seconds} sekunder")
        told = words.format(words=count, most=MOST_WORDS, seconds=seconds_of(found))
        self.measure.show_mark(Mark(told, *((Tone.GOOD, Shape.CHECK) if within else (Tone.WAIT, Shape.TRIANGLE))))
        told = " ".join(finding.text for finding in check_map(found))
        self.advice.setText(told)
        self.advice.setVisible(bool(told))
