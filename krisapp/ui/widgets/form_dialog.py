"""A dialog with a long form (formulärdialog): it is as high as its fields, and scrolls where the screen is lower."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.page import scrolled


class FormDialog(Dialog):
    """Add fields to `form`. `wide` is its width in pixels at text size 100 %; call `fit` when the fields change."""

    def __init__(self, title: str, parent: QWidget, confirm: str, wide: int = 560) -> None:
        super().__init__(title, parent, confirm)
        self._wide = wide
        self._inside = QWidget(self)
        self.form = QVBoxLayout(self._inside)
        self.form.setContentsMargins(0, 0, Space.S, 0)
        self.form.setSpacing(Space.M)
        self._area = scrolled(self._inside, self)
        self.body.addWidget(self._area, 1)

    def sizeHint(self) -> QSize:
        """Return room for every field, but never more than the screen has."""
        room, layout = self.screen().availableSize(), self.layout()
        wide = min(current().px(self._wide), room.width() - 40)
        broken = self.form.hasHeightForWidth()  # a sentence over several lines is higher where there is less room
        inside = self.form.totalHeightForWidth(wide - 2 * Space.XL) if broken else self.form.totalSizeHint().height()
        around = layout.totalHeightForWidth(wide) - self._area.sizeHint().height() if layout else 0
        return QSize(wide, min(inside + around + Space.S, room.height() - 60))

    def showEvent(self, event: QShowEvent) -> None:
        """Take the size of the form; only now is every part of it dressed."""
        super().showEvent(event)
        self.fit()

    def fit(self) -> None:
        """Take the size that the fields need now."""
        self.form.activate()
        self.resize(self.sizeHint())
