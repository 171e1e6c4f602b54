"""The text as it goes out (förhandsvisning), in the form it is met in, findings marked, measures beneath."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QVBoxLayout, QWidget

from krisapp.domain.checks import Finding
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import RADIUS, Size, Space, Tone, Weight
from krisapp.ui.views.messages.figures import Figure
from krisapp.ui.views.messages.findings import underline
from krisapp.ui.views.messages.preview_form import PAPER, Form, Kind, form_of, paper, reading_time, set_lines
from krisapp.ui.views.messages.source_text import characters, units
from krisapp.ui.widgets.chip import Chip
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import label, tooltip

_SHAPES = {Tone.NEUTRAL: Shape.DASH, Tone.GOOD: Shape.CHECK, Tone.WAIT: Shape.TRIANGLE, Tone.ALARM: Shape.CROSS}
_MOST_FIGURES = 7
PHONE = 300
"""Pixels of a phone's width at text size 100 %."""


class _Page(QTextEdit):
    """The finished text, to read and copy; tells what the findings say of the place under the pointer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self.findings: Sequence[Finding] = ()
        self._pointed = ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell why what is under the pointer is marked."""
        super().mouseMoveEvent(event)
        at = self.cursorForPosition(event.position().toPoint()).position()
        before = characters(self.toPlainText(), at)
        pointed = "\n".join(one.text for one in self.findings if one.span[0] <= before < one.span[1])
        if pointed != self._pointed:
            self._pointed = pointed
            tooltip(self.viewport(), pointed)


class Preview(QWidget):
    """Shows a finished text letter for letter. It cannot be edited: words are changed in the source."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.stage = _Stage(self)
        self.page = self.stage.page
        self.page.setAccessibleName(name)
        self._chips = [Chip(Mark("", Tone.NEUTRAL, Shape.DASH), self) for _number in range(_MOST_FIGURES)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        self.caption = label("", self, "caption")
        """What text it is, where no tab says it."""
        self.caption.hide()
        column.addWidget(self.caption)
        column.addWidget(self.stage, 1)
        row = Flow()
        for chip in self._chips:
            row.addWidget(chip)
            chip.hide()
        column.addLayout(row)

    @property
    def text(self) -> str:
        """Return the text that is shown."""
        return self.page.toPlainText()

    def show_as(self, channel: str, title: str) -> None:
        """Say by which channel the text is met, and what stands over it there."""
        self.stage.show_as(form_of(channel), title)

    def show_text(self, text: str, figures: tuple[Figure, ...] = ()) -> None:
        """Show a text and its measures, keeping the place where one reads."""
        said = (*figures, *reading_time(text, self.stage.form), *self.stage.show_text(text))
        for at, chip in enumerate(self._chips):
            chip.setVisible(at < len(said))
            if at < len(said):
                figure = said[at]
                chip.show_mark(Mark(figure.words, figure.tone, _SHAPES.get(figure.tone, Shape.DASH)))

    def mark(self, findings: Sequence[Finding]) -> None:
        """Mark the places of findings, the last on top."""
        self.page.findings = findings
        self.page.setExtraSelections([self._selection(one) for one in findings])

    def jump(self, finding: Finding) -> None:
        """Go to a finding's place and select it."""
        self.page.setTextCursor(self._cursor(finding))
        self.page.ensureCursorVisible()

    def _selection(self, finding: Finding) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor, selection.format = self._cursor(finding), underline(finding.severity, ground=True)
        return selection

    def _cursor(self, finding: Finding) -> QTextCursor:
        text = self.text
        start, end = (units(text[: max(0, at)]) for at in finding.span)
        cursor = QTextCursor(self.page.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor


class _Stage(QWidget):
    """What a text is met on, drawn around the page: a phone with its bubble, a browser, paper, a post."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.form, self._title = Form(), ""
        self.page = _Page(self)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(self._set)

    def show_as(self, form: Form, title: str) -> None:
        """Take another form."""
        if (form, title) != (self.form, self._title):
            self.form, self._title = form, title
            self._place()

    def show_text(self, text: str) -> tuple[Figure, ...]:
        """Show a text in its form, at the place where one reads; return what is to be said of the room."""
        bar = self.page.verticalScrollBar()
        place = bar.value()
        if text != self.page.toPlainText():
            self.page.setPlainText(text)
        said = self._set()
        bar.setValue(place)
        return said

    def minimumSizeHint(self) -> QSize:
        """Keep a few lines in sight."""
        return QSize(current().px(200), current().px(110))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the page anew."""
        super().resizeEvent(event)
        self._place()
        self._again.start()

    def changeEvent(self, event: QEvent) -> None:
        """Set the lines anew in another scheme or size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_again"):
            self._again.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what is around the page."""
        theme, form = current(), self.form
        colours = theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        around, radius = self._around, theme.px(RADIUS)
        painter.setPen(QPen(QColor(colours.border if form.kind in (Kind.PLAIN, Kind.SHEET) else colours.line), 1))
        painter.setBrush(QColor(PAPER if form.kind is Kind.SHEET else colours.surface))
        square = form.kind is Kind.SHEET
        painter.drawRoundedRect(around.adjusted(0.5, 0.5, -0.5, -0.5), 0 if square else radius, 0 if square else radius)
        if form.kind in (Kind.PHONE, Kind.WEB, Kind.POST):
            head = QRectF(around.left(), around.top(), around.width(), self._head)
            if form.kind is Kind.WEB:
                painter.setBrush(QColor(colours.sunken))
                painter.drawRoundedRect(head.adjusted(8.5, 5.5, -8.5, -4.5), head.height() / 2, head.height() / 2)
            painter.setFont(theme.font(Size.SMALL, Weight.SEMIBOLD))
            painter.setPen(QColor(colours.text))
            centre = Qt.AlignmentFlag.AlignVCenter
            across = Qt.AlignmentFlag.AlignHCenter if form.kind is Kind.PHONE else Qt.AlignmentFlag.AlignLeft
            painter.drawText(head.adjusted(theme.px(Space.XL), 0, -8, 0), int(centre | across), self._title)
        if form.kind is Kind.PHONE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.tone(Tone.NEUTRAL).ground))
            painter.drawRoundedRect(QRectF(self.page.geometry()), theme.px(14), theme.px(14))
        painter.end()

    @property
    def _head(self) -> int:
        return current().px(32) if self.form.kind in (Kind.PHONE, Kind.WEB, Kind.POST) else 0

    @property
    def _around(self) -> QRectF:
        whole = QRectF(self.rect())
        if self.form.kind is Kind.SHEET:
            return paper(whole)
        if self.form.kind is Kind.PHONE:
            width = min(whole.width(), current().px(PHONE))
            return QRectF((whole.width() - width) / 2, 0, width, whole.height())
        return whole

    def _place(self) -> None:
        """Give the page its room."""
        theme, around = current(), self._around
        edge = 1 if self.form.kind is Kind.SHEET else theme.px(Space.S)
        room = around.adjusted(edge, max(self._head, edge), -edge, -edge).toRect()
        if self.form.kind is Kind.PHONE:
            self.page.document().setTextWidth(room.width())
            high = round(self.page.document().size().height()) + 2
            room = QRect(room.left(), room.top(), room.width(), min(high, room.height()))
        self.page.setGeometry(room)
        self.update()

    def _set(self) -> tuple[Figure, ...]:
        document, width = self.page.document(), round(self._around.width()) - 2
        document.setDocumentMargin(current().px(Space.S))
        if self.form.kind is Kind.SHEET:
            # The lines break where they do on paper, whatever room the scroll bar takes.
            self.page.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
            self.page.setLineWrapColumnOrWidth(width)
        else:
            self.page.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)
        said = set_lines(document, self.page.toPlainText(), self.form, width)
        self._place()
        return said
