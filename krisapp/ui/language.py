"""The language of the window (språk): our catalogue and Qt's own words, switched while the program runs."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from krisapp.domain.words import speak
from krisapp.store.translations import catalogue


class _Qt:
    """Qt's own words in the language in force, kept so that they can be taken out again."""

    translator: QTranslator | None = None


def use(language: str) -> None:
    """Speak a language from now on; Swedish is the source and needs no catalogue."""
    speak(catalogue(language))
    application = QCoreApplication.instance()
    if application is None:
        return
    if _Qt.translator is not None:
        application.removeTranslator(_Qt.translator)
        _Qt.translator = None
    translator = QTranslator()
    folder_of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{language}", folder_of_qt):
        application.installTranslator(translator)
        _Qt.translator = translator
