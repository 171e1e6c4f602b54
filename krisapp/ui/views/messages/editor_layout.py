"""The parts of the editor and where they stand: the text with its blanks left, what becomes of it right."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QTabWidget, QVBoxLayout, QWidget

from krisapp.domain.words import _
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.messages.about import About
from krisapp.ui.views.messages.blank_values import Blanks
from krisapp.ui.views.messages.changed import Changed
from krisapp.ui.views.messages.preview import Preview
from krisapp.ui.views.messages.reviewing import Review
from krisapp.ui.views.messages.source_edit import SourceEdit
from krisapp.ui.views.situation.conflict import Conflict
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.chip import Chip
from krisapp.ui.widgets.fields import Choice, Tick
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import Elided, label, tooltip
from krisapp.ui.widgets.row_list import RowList
from krisapp.ui.widgets.split import Split

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class EditorLayout(QWidget):
    """The parts, laid out and named; what they do is the editor's."""

    def __init__(self, live: "Live", blanks: Blanks, hint: Callable[[int], str], parent: QWidget) -> None:
        super().__init__(parent)
        self.chip = Chip(Mark("", Tone.NEUTRAL, Shape.DASH), self)
        self.stage_label = label("", self, "quiet")
        self.stage = Choice("", self)
        self.stage_label.setBuddy(self.stage)
        self.why = Elided("", self, "quiet")
        self.source = SourceEdit("", blanks, hint, self)
        self.source_title = label("", self, "caption")
        self.blank = Elided("", self, "quiet")
        self.fault = label("", self, "fault", wrap=True)
        self.fault.hide()
        self.conflict = Conflict(lambda person: live.incident.name_of(person), self)
        self.preview = Preview("", self)
        self.review = Review(self.source, self.preview)
        self.rows = self.review.rows
        self.findings_title = label("", self, "caption")
        self.findings = RowList(self.rows, "", self)
        self.residents = Preview("", self)
        self.texts = QTabWidget(self)
        self.texts.setDocumentMode(True)
        self.texts.addTab(self.preview, "")
        self.texts.addTab(self.residents, "")
        self.changed = Changed(self)
        self.texts.addTab(self.changed, "")
        self.beside = Tick("", self)
        self.texts.setCornerWidget(self.beside)
        self.about = About(live, self)
        self.put_in = Button("", None, self, "bare", "plus")
        self.raw = Tick("", self)
        self.save = Button("", None, self, icon="save")
        self.restore = Button("", None, self, "bare")
        self.back = Button("", None, self, "bare")
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        head = Flow()
        for part in (self.chip, self.stage_label, self.stage, self.save, self.restore, self.back):
            head.addWidget(part)
        column.addLayout(head)
        column.addWidget(self.why)
        column.addWidget(self.conflict)
        both = Split(Qt.Orientation.Horizontal, self)
        left, right = Split(Qt.Orientation.Vertical, both), Split(Qt.Orientation.Vertical, both)
        over = Flow()
        for shown in (self.source_title, self.put_in, self.raw):
            over.addWidget(shown)
        left.addWidget(_stacked(left, over, self.source, self.blank, self.fault))
        left.addWidget(_stacked(left, self.findings_title, self.findings))
        self.side = Split(Qt.Orientation.Horizontal, right)
        self.side.addWidget(self.texts)
        right.addWidget(self.side)
        right.addWidget(self.about)
        for splitter, sizes in ((left, (330, 130)), (right, (330, 130)), (both, (480, 520)), (self.side, (1, 1))):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(Space.XS)
            splitter.setSizes(list(sizes))
        both.setStretchFactor(0, 1)
        both.setStretchFactor(1, 1)
        self._left = left
        column.addWidget(both, 1)

    def make_room(self, *, findings: bool) -> None:
        """Give the text the room of the findings while there are none."""
        if findings is self.findings.isHidden():
            self.findings.setVisible(findings)
            self._left.setSizes([330, 130] if findings else [1000, 1])

    def set_beside(self, beside: bool) -> None:
        """Show what the residents are told beside the text, or in a tab of its own (rule P29)."""
        self.residents.caption.setVisible(beside)
        if beside and self.residents.parent() is not self.side:
            self.texts.removeTab(self.texts.indexOf(self.residents))
            self.side.addWidget(self.residents)
            self.residents.show()
            self.side.setSizes([1, 1])
        elif not beside and self.texts.indexOf(self.residents) < 0:
            self.texts.insertTab(1, self.residents, _("Invånarnas text"))

    def retranslate(self) -> None:
        """Set every word."""
        self.stage_label.setText(_("Skede"))
        self.stage.setAccessibleName(_("Skede"))
        self.source_title.setText(_("Text med fält ur läget"))
        self.source.setAccessibleName(_("Text med fält"))
        self.findings.setAccessibleName(_("Anmärkningar på texten"))
        self.preview.page.setAccessibleName(_("Texten som den går ut"))
        self.residents.page.setAccessibleName(_("Invånarnas text"))
        self.texts.setTabText(0, _("Så går den ut"))
        for part, name in ((self.residents, _("Invånarnas text")), (self.changed, _("Ändrat sedan sist"))):
            if self.texts.indexOf(part) >= 0:
                self.texts.setTabText(self.texts.indexOf(part), name)
        self.residents.caption.setText(_("Invånarnas text"))
        self.changed.setAccessibleName(_("Ändrat sedan sist"))
        self.beside.say(_("Invånarna bredvid"))
        tooltip(self.beside, _("Visa invånarnas text bredvid den här (Ctrl+B)"))
        self.put_in.say(_("Infoga fält"))
        tooltip(self.put_in, _("Infoga ett fält ur läget (Ctrl+mellanslag)"))
        self.raw.say(_("Utskrivna"))
        tooltip(self.raw, _("Visa fälten som de är skrivna, för att ändra dem (Ctrl+E)"))
        self.save.say(_("Spara (Ctrl+S)"))
        self.restore.say(_("Mallens text"))
        self.back.say(_("Skicka tillbaka …"))
        self.about.retranslate()


def _stacked(parent: QWidget, *parts: QWidget | QLayout) -> QWidget:
    box = QWidget(parent)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.XS)
    for part in parts:
        if isinstance(part, QLayout):
            column.addLayout(part)
        else:
            column.addWidget(part)
    return box
