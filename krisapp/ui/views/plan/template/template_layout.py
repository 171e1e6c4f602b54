"""The parts of the template editor and where they stand: what it is tried on above, the source left, the text right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.domain.words import _
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.messages.findings import findings_model
from krisapp.ui.views.messages.preview import Preview
from krisapp.ui.views.plan.template.template_source import TemplateSource
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.plain import Label, label
from krisapp.ui.widgets.row_list import RowList
from krisapp.ui.widgets.split import Split


class TemplateLayout(Dialog):
    """The parts, laid out and named; what they do is the editor's."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, parent, _("Prova och anta …"))
        self.standing = label("", self, "quiet", wrap=True)
        self.incident = Choice(_("Händelse att prova på"), self)
        self.audience = Choice(_("Målgrupp"), self)
        self.channel = Choice(_("Kanal"), self)
        self.stage = Choice(_("Skede"), self)
        self.source = TemplateSource(self)
        self.source.setAccessibleName(_("Mallens text"))
        self.fault = label("", self, "fault", wrap=True)
        self.insert = Button(_("Infoga fält … (Ctrl+I)"), None, self)
        self.go = Button(_("Gå till felet (F8)"), None, self)
        self.versions = Button(_("Versioner …"), None, self)
        self.restore = Button(_("Gällande text"), None, self, "bare")
        self.save = Button(_("Spara utkast (Ctrl+S)"), None, self, icon="save")
        self.preview = Preview(_("Texten som mallen ger"), self)
        self.rows = findings_model(self)
        self.findings = RowList(self.rows, _("Anmärkningar på texten"), self)
        self.findings_title = label("", self, "caption")
        self._lay_out()

    def _lay_out(self) -> None:
        self.body.setSpacing(Space.S)
        self.body.addWidget(self.standing)
        tried = Flow()
        for word, choice in (
            (_("Prova på"), self.incident),
            (_("Målgrupp"), self.audience),
            (_("Kanal"), self.channel),
            (_("Skede"), self.stage),
        ):
            name = label(word, self, "quiet")
            name.setBuddy(choice)
            tried.addWidget(name)
            tried.addWidget(choice)
        self.body.addLayout(tried)
        both = Split(Qt.Orientation.Horizontal, self)
        right = Split(Qt.Orientation.Vertical, both)
        acts = QWidget(both)
        row = Flow(acts)
        for part in (self.insert, self.save, self.versions, self.restore, self.go):
            row.addWidget(part)
        both.insertWidget(0, _stacked(both, _caption(_("Mallens text"), both), self.source, self.fault, acts))
        right.addWidget(_stacked(right, _caption(_("Så blir texten"), right), self.preview))
        right.addWidget(_stacked(right, self.findings_title, self.findings))
        for splitter, sizes in ((right, (320, 140)), (both, (500, 500))):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(Space.XS)
            splitter.setSizes(list(sizes))
        self.body.addWidget(both, 1)
        self.fault.hide()
        self.go.hide()


def _caption(text: str, parent: QWidget) -> Label:
    return label(text, parent, "caption")


def _stacked(parent: QWidget, *parts: QWidget) -> QWidget:
    box = QWidget(parent)
    column = QVBoxLayout(box)
    column.setContentsMargins(Space.XS, 0, Space.XS, 0)
    column.setSpacing(Space.XS)
    for part in parts:
        column.addWidget(part)
    return box
