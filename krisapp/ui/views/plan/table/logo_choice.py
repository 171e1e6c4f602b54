"""The municipality's mark on the form of its graphic profile (märket): shown, chosen from a file, or taken away."""

import base64
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from krisapp.domain.profile import MOST_LOGO, logo_of, why_no_logo
from krisapp.domain.words import Refused, _
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.plain import label


class LogoChoice(QWidget):
    """Holds a mark as the plan keeps it. Reading raises `Refused` in words for a file that cannot be used."""

    def __init__(self, name: str, logo: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._logo = logo
        self._picture = label("", self)
        self.choose = Button(_("Välj fil …"), self.ask, self)
        self.remove = Button(_("Ta bort"), self.clear, self, "bare")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._picture)
        row.addWidget(self.choose)
        row.addWidget(self.remove)
        row.addStretch(1)
        self.setAccessibleName(name)
        self.setFocusProxy(self.choose)
        self._show()

    def read(self) -> str:
        """Return the mark, or nothing when there is none."""
        why = why_no_logo(self._logo) if self._logo else ""
        if why:
            raise Refused(why)
        return self._logo

    def ask(self) -> None:
        """Let the person choose a file."""
        kinds = _("Bilder (*.svg *.png)")
        path, _kind = QFileDialog.getOpenFileName(self, _("Välj kommunens märke"), "", kinds)
        if path:
            self.take(Path(path))

    def take(self, path: Path) -> None:
        """Take a file as the mark; what is wrong with it is told when the form is read."""
        try:
            with path.open("rb") as file:
                content = file.read(MOST_LOGO + 1)
        except OSError:
            content = b""
        self._logo = logo_of(content)
        self._show()

    def clear(self) -> None:
        """Take the mark away."""
        self._logo = ""
        self._show()

    def _show(self) -> None:
        high = current().px(48)
        image = QImage()
        if self._logo and not why_no_logo(self._logo):
            image = QImage.fromData(QByteArray(base64.b64decode(self._logo.partition(",")[2])))
        if image.isNull():
            self._picture.setText(_("Filen går inte att använda") if self._logo else _("inget märke"))
        else:
            shown = image.scaledToHeight(high, Qt.TransformationMode.SmoothTransformation)
            self._picture.setPixmap(QPixmap.fromImage(shown))
        self.remove.setVisible(bool(self._logo))
