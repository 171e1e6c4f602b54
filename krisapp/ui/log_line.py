"""The line at the bottom of every screen (loggraden): one key to it, Enter saves, the focus goes back."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from krisapp.domain.log import KIND_NAMES, WRITTEN_BY_HAND, Kind
from krisapp.domain.words import N_, Refused, _
from krisapp.ui.attempt import attempt
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.fields import Choice, text_field
from krisapp.ui.widgets.key_hint import KeyHint
from krisapp.ui.widgets.plain import label, tooltip

Write = Callable[[Kind, datetime, str], str]
"""Saves a line and returns what to say of it, "Sparad som post 14"; raises `Refused` or what the disk says."""


_STEPS = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}


class LogLine(QFrame):
    """Kind, time of event and text. `write` saves; `now` is asked when no time was typed."""

    def __init__(self, write: Write, now: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("ground", "foot")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._write, self._now = write, now
        self._came_from: QWidget | None = None
        self._fault = label("", self, "fault", wrap=True)
        self._fault.hide()
        self._caption = label("", self, "strong")
        self.kind = Choice("", self)
        self._at = label("", self, "quiet")
        self.time = text_field("", self)
        self.text = _Text(self)
        self._save = Button("", self.save, self, icon="save")
        self._caption.setBuddy(self.kind)
        self._at.setBuddy(self.time)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        self._hint = KeyHint("F2", self)
        for part in (self._caption, self._hint, self.kind, self._at, self.time, self.text, self._save):
            row.addWidget(part, 1 if part is self.text else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        column.setSpacing(Space.XS)
        column.addWidget(self._fault)
        column.addLayout(row)
        for field in (self.time, self.text):
            field.returnPressed.connect(self.save)
        self.retranslate()
        self._measure()

    def take_focus(self) -> None:
        """Go to the text, and remember where the focus was."""
        here = QApplication.focusWidget()
        if here is not None and not self.isAncestorOf(here):
            self._came_from = here
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def give_back(self) -> None:
        """Let the focus return to where it was; what was typed stays."""
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self._came_from = None

    def save(self) -> None:
        """Save the line; refused or failed, all that was typed stays."""
        self._fault.hide()
        if attempt(self, self._save_line):
            self.text.clear()
            self.time.clear()
            self.give_back()

    def refuse(self, sentence: str) -> None:
        """Say above the line why it was not saved."""
        self._fault.setText(sentence)
        self._fault.show()
        self.text.setAccessibleDescription(sentence)

    def turn_kind(self, step: int) -> None:
        """Choose the next kind, or the one before, without leaving the text."""
        self.kind.setCurrentIndex((self.kind.currentIndex() + step) % self.kind.count())

    def retranslate(self) -> None:
        """Say every word anew."""
        self._caption.setText(_("Logga"))
        self.kind.setAccessibleName(_("Slag av loggpost"))
        self.kind.fill((kind.value, _(KIND_NAMES[kind])) for kind in WRITTEN_BY_HAND)
        self._at.setText(_("kl."))
        self.time.setAccessibleName(_("Tid för händelsen"))
        self.time.setPlaceholderText(_("nu"))
        tooltip(self.time, _("När det hände, som 14.10. Tomt betyder nu."))
        self.text.setAccessibleName(_("Ny loggpost"))
        self.text.setPlaceholderText(_("Vad har hänt? Enter sparar"))
        tooltip(self.text, _("Ctrl+upp och Ctrl+ned byter slag. Esc går tillbaka."))
        self._save.say(_("Spara"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._fault.hide()
            self.give_back()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the text where the window is narrow or the letters large: Enter saves too."""
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Take the width of another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "time"):
            self._measure()

    def _make_room(self) -> None:
        roomy = self.width() >= current().px(760)
        self._hint.setVisible(roomy)
        self._save.setVisible(roomy)

    def _measure(self) -> None:
        self._make_room()
        self.time.setFixedWidth(current().px(48) + current().tight(Space.XL))

    def _save_line(self) -> None:
        happened = read_time(self.time.text(), self._now())
        said = self._write(Kind(self.kind.key), happened, self.text.text())
        self.text.setPlaceholderText(said)


class _Text(QLineEdit):
    """The text of the line; Ctrl with an arrow turns the kind."""

    def __init__(self, line: LogLine) -> None:
        super().__init__(line)
        self._line = line

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the kind by Ctrl+arrow."""
        step = _STEPS.get(event.key())
        if step and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._line.turn_kind(step)
        else:
            super().keyPressEvent(event)


def read_time(text: str, now: datetime) -> datetime:
    """Return the time of event: "14.10", "14:10", "1410", or nothing for now.

    A time later than now by more than five minutes was yesterday. Raises `Refused` for anything else.
    """
    text = text.strip().lower().removeprefix("kl.").removeprefix("kl").strip()
    if text in ("", "nu"):
        return now
    hour, mark, minute = text.replace(":", ".").partition(".")
    if not mark and len(text) in (3, 4):
        hour, minute = text[:-2], text[-2:]
    digits = hour.isascii() and hour.isdigit() and minute.isascii() and minute.isdigit()
    if not digits or int(hour) > 23 or int(minute) > 59 or len(minute) != 2:
        raise Refused(N_("Skriv tiden som 14.10, eller lämna fältet tomt för nu."))
    happened = now.replace(hour=int(hour), minute=int(minute), second=0, microsecond=0)
    return happened - timedelta(days=1) if happened > now + timedelta(minutes=5) else happened
