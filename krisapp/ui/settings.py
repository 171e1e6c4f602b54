"""What the program remembers of its user (inställningar): look, language, person, window.

One small file, apart from plan and incidents; losing it loses nothing that matters. A file that
cannot be read counts as none.
"""

from pathlib import Path

import msgspec

from krisapp.folders import settings_folder
from krisapp.ui.theme.tokens import TEXT_SIZES, Scheme

FILE_NAME = "settings.json"


class Settings(msgspec.Struct, omit_defaults=True):
    """The remembered choices. `geometry` is Qt's own, in hex; `text` is the text size in per cent."""

    scheme: Scheme = Scheme.LIGHT
    text: int = 100
    language: str = "sv"
    person: str = ""
    view: str = ""
    geometry: str = ""
    last_file: str = ""
    sound: bool = True
    toured: bool = False
    meeting: str = ""
    """The folder other consoles are met in, as it was last chosen."""
    meets_by_itself: bool = False

    def larger(self) -> int:
        """Return the next larger text size, or the largest."""
        return next((size for size in TEXT_SIZES if size > self.text), TEXT_SIZES[-1])

    def smaller(self) -> int:
        """Return the next smaller text size, or the smallest."""
        return next((size for size in reversed(TEXT_SIZES) if size < self.text), TEXT_SIZES[0])


class Kept:
    """The settings and the file they are kept in."""

    def __init__(self, folder: Path | None = None) -> None:
        self._file = (folder or settings_folder()) / FILE_NAME
        self.settings = self._read()

    def keep(self) -> None:
        """Write the settings; raises `OSError` where that cannot be done."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._file.with_suffix(".new")
        fresh.write_bytes(msgspec.json.encode(self.settings))
        fresh.replace(self._file)

    def _read(self) -> Settings:
        try:
            settings = msgspec.json.decode(self._file.read_bytes(), type=Settings)
        except (OSError, msgspec.DecodeError, msgspec.ValidationError):
            return Settings()
        if settings.text not in TEXT_SIZES:
            settings.text = TEXT_SIZES[0]
        return settings
