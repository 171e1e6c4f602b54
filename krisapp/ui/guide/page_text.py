"""A page of the guide on the screen (handbokssida): set type, keys in boxes, pictures, and links to other pages."""

from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPainter,
    QPen,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextImageFormat,
)
from PySide6.QtWidgets import QWidget

from krisapp.store.resources import resource
from krisapp.ui.guide.pages import Kind, Look, Page, Part, Run
from krisapp.ui.theme import fonts
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Size, Space, Weight
from krisapp.ui.widgets.set_page import SetPage, hang


class _Type(NamedTuple):
    size: Size
    weight: Weight
    above: int


_TYPES = {
    Kind.TITLE: _Type(Size.TITLE, Weight.BOLD, 0),
    Kind.HEADING: _Type(Size.HEADING, Weight.SEMIBOLD, Space.L),
    Kind.POINT: _Type(Size.BODY, Weight.REGULAR, Space.XS),
}
_PLAIN = _Type(Size.BODY, Weight.REGULAR, Space.S)
_INDENT = 26
"""Pixels at text size 100 % from the label of a point to its text."""


class PageText(SetPage):
    """Shows a page; `followed` brings the key of the page that a link goes to."""

    followed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Space.L)
        self._page: Page | None = None
        self._width = 0
        # A bar that came and went would change the width, and with it the pictures, for ever.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_page(self, page: Page) -> None:
        """Show a page from its beginning."""
        self._page = page
        self.setAccessibleName(page.title)
        self.write()
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let pictures fill the width."""
        super().resizeEvent(event)
        if self.viewport().width() != self._width:
            self.write()

    def write(self) -> None:
        """Write the page anew, with its pictures as wide as there is room for."""
        if self._page is None:
            return
        at, self._width = self.verticalScrollBar().value(), self.viewport().width()
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for number, part in enumerate(self._page.parts):
            if number:
                cursor.insertBlock(_form(part.kind))
            else:
                cursor.setBlockFormat(_form(part.kind))
            if part.kind is Kind.PICTURE:
                self._put_picture(cursor, part)
                continue
            if part.label:
                cursor.insertText(f"{part.label}\t", _letters(part.kind, Run("")))
            for run in part.runs:
                cursor.insertText(run.text, _letters(part.kind, run))
        cursor.endEditBlock()
        # What was written has pushed the cursor to the end, and the focus would go there.
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(at)

    def _put_picture(self, cursor: QTextCursor, part: Part) -> None:
        picture = QImage(str(resource("resources", "guide", "pictures", part.label)))
        if picture.isNull():
            cursor.insertText(part.text, _letters(Kind.NOTE, Run("")))
            return
        room = max(self._width - 2 * Space.L - 4, 200)
        ratio = self.devicePixelRatioF()
        size = QSize(picture.size())
        size.scale(QSize(min(room, picture.width()), picture.height()), Qt.AspectRatioMode.KeepAspectRatio)
        drawn = picture.scaled(
            size * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        _frame(drawn)
        drawn.setDevicePixelRatio(ratio)
        name = f"{part.label}-{size.width()}"
        self.document().addResource(2, QUrl(name), drawn)
        form = QTextImageFormat()
        form.setName(name)
        form.setWidth(size.width())
        form.setHeight(size.height())
        cursor.insertImage(form)
        cursor.insertBlock(_form(Kind.TEXT))
        cursor.insertText(part.text, _letters(Kind.PICTURE, Run("")))

    def follow(self, link: QUrl) -> None:
        """Tell which page a link goes to."""
        self.followed.emit(link.fragment())


def _frame(picture: QImage) -> None:
    """Draw a line around a picture, so that its edge is seen on any ground."""
    painter = QPainter(picture)
    painter.setPen(QPen(QColor(current().colours.border), 1))
    painter.drawRect(picture.rect().adjusted(0, 0, -1, -1))
    painter.end()


def _form(kind: Kind) -> QTextBlockFormat:
    theme, form = current(), QTextBlockFormat()
    form.setTopMargin(theme.tight(_TYPES.get(kind, _PLAIN).above))
    if kind is not Kind.PICTURE:
        form.setLineHeight(135.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if kind is Kind.NOTE:
        form.setBackground(QColor(theme.colours.sunken))
        form.setLeftMargin(theme.px(_INDENT))
        form.setRightMargin(theme.px(_INDENT))
    if kind is Kind.POINT:
        hang(form, _INDENT)
    return form


def _letters(kind: Kind, run: Run) -> QTextCharFormat:
    theme, form = current(), QTextCharFormat()
    look = _TYPES.get(kind, _PLAIN)
    size = Size.SMALL if kind is Kind.PICTURE else look.size
    font = theme.font(
        size, Weight.SEMIBOLD if run.look is Look.STRONG and look.weight < Weight.SEMIBOLD else look.weight
    )
    form.setForeground(QColor(theme.colours.quiet if kind is Kind.PICTURE else theme.colours.text))
    if run.look is Look.KEY:
        font = QFont(fonts.mono_family())
        font.setPixelSize(theme.px(Size.SMALL))
        form.setBackground(QColor(theme.colours.sunken))
    if run.look is Look.LINK:
        form.setAnchor(True)
        form.setAnchorHref(f"#{run.to}")
        form.setForeground(QColor(theme.colours.accent))
        form.setFontUnderline(True)
    form.setFont(font, QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly)
    return form
