"""Scheme, text size and language (utseende och språk): changed while the program runs, and remembered."""

import os

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from krisapp.ui import language
from krisapp.ui.settings import Settings
from krisapp.ui.theme import theme
from krisapp.ui.theme.tokens import TEXT_SIZES, Scheme


class Look(QObject):
    """Puts on what the settings say. `dressed` follows a change of look, `spoke` one of language."""

    dressed = Signal()
    spoke = Signal()

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings

    def wear(self, scheme: Scheme, percent: int) -> None:
        """Put on a scheme and a text size."""
        self._settings.scheme, self._settings.text = scheme, percent
        dress(self._settings)
        self.dressed.emit()

    def pick_scheme(self, scheme: str) -> None:
        """Put on a scheme by its key."""
        self.wear(Scheme(scheme), self._settings.text)

    def pick_language(self, code: str) -> None:
        """Speak a language from now on."""
        self._settings.language = code
        language.use(code)
        self.spoke.emit()

    def larger(self) -> None:
        """Make all text larger."""
        self.wear(self._settings.scheme, self._settings.larger())

    def smaller(self) -> None:
        """Make all text smaller."""
        self.wear(self._settings.scheme, self._settings.smaller())

    def normal(self) -> None:
        """Make all text as large as usual."""
        self.wear(self._settings.scheme, TEXT_SIZES[0])


def choose_style() -> None:
    """Choose Qt's own drawing (Fusion) for a program that is not made yet; call it before `QApplication`.

    Asking or telling a running program its style would build Qt's whole style class in Python: 14 ms of every start.
    """
    os.environ["QT_STYLE_OVERRIDE"] = "Fusion"


def dress(settings: Settings) -> None:
    """Put scheme and text size on the program; called once before the window is made."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        theme.wear(app, settings.scheme, settings.text)
