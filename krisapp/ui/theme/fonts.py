"""The bundled faces (typsnitt): Inter for all text, a mono face for template source.

Loaded once, at the first question. If a face is missing the system's own is used, so that a
damaged installation still shows its text.
"""

from collections.abc import Callable
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from krisapp.store.resources import resource


@cache
def text_family() -> str:
    """Return the family for all running text."""
    return _load(lambda name: name.startswith("Inter-")) or QFont().family()


@cache
def mono_family() -> str:
    """Return the family for template source, where each letter is equally wide."""
    family = _load(lambda name: "Mono" in name)
    if family:
        return family
    fallback = QFont("monospace")
    fallback.setStyleHint(QFont.StyleHint.Monospace)
    return QFontInfo(fallback).family()


def _load(wanted: Callable[[str], bool]) -> str:
    """Load each face whose file has a name that is wanted, and return their family or nothing."""
    families: list[str] = []
    # Not `glob`, which makes a regular expression of its pattern and takes as long as the faces themselves.
    for file in sorted(resource("resources", "fonts").iterdir()):
        if file.suffix != ".ttf" or not wanted(file.name):
            continue
        number = QFontDatabase.addApplicationFont(str(file))
        families += QFontDatabase.applicationFontFamilies(number)
    return families[0] if families else ""
