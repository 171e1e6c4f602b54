"""The chain of one text (historik): each version with its number and what it replaced, and what was sent back."""

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.domain.delegation import WARNING_TO_PUBLIC
from krisapp.domain.incident import Incident
from krisapp.domain.messages import STAGE_NAMES, Message, Release
from krisapp.domain.words import N_, _
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.messages.standing import title_of
from krisapp.ui.widgets.clock import at
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import label, reader
from krisapp.ui.widgets.row_list import RowList
from krisapp.ui.widgets.rows import Column, RowsModel
from krisapp.ui.widgets.split import Split

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class Link(NamedTuple):
    """One version of a text as the list shows it."""

    key: str
    title: str
    detail: str
    when: datetime
    mark: Mark
    text: str


def links(incident: Incident, message: Message) -> list[Link]:
    """Return all versions of a text, the newest first: those that were out, and those that were sent back."""
    found = [_of_release(incident, message, one) for one in message.releases]
    for place, one in enumerate(message.rejected, 1):
        reason = _("{name}: {reason}").format(name=incident.name_of(one.by), reason=one.reason)
        title = _("Skickad tillbaka, {stage}").format(stage=_(STAGE_NAMES[one.stage]).lower())
        mark = Mark(_("underkänd"), Tone.NEUTRAL, Shape.CROSS)
        found.append(Link(f"back {place}", title, reason, one.stamp.at, mark, one.text))
    return sorted(found, key=lambda link: link.when, reverse=True)


def _of_release(incident: Incident, message: Message, one: Release) -> Link:
    stage = _(STAGE_NAMES[one.stage]).lower()
    title = (
        _("Nr {number}, ersätter nr {before}: {stage}").format(number=one.number, before=one.number - 1, stage=stage)
        if one.number > 1
        else _("Nr {number}: {stage}").format(number=one.number, stage=stage)
    )
    newest = one is message.out
    word = _("beslutad") if message.channel == WARNING_TO_PUBLIC else _("ute")
    mark = Mark(word, Tone.GOOD, Shape.DOT) if newest else Mark(_("ersatt"), Tone.NEUTRAL, Shape.DASH)
    afterwards = incident.approved_afterwards.get((message.id, one.number))
    if one.approved_by:
        by = ", ".join(part for part in (one.role, one.delegation) if part)
        words = _("Godkänd av {who} ({by}).") if by else _("Godkänd av {who}.")
        detail = words.format(who=incident.name_of(one.approved_by), by=by)
    elif afterwards is not None:
        detail = _("Släppt utan godkännande, godkänd i efterhand av {who} ({by}).").format(
            who=incident.name_of(afterwards.by), by=afterwards.role
        )
    else:
        detail = _("Släppt utan godkännande av {who}.").format(who=incident.name_of(one.stamp.person))
        mark = Mark(_("ej godkänd"), Tone.ALARM, Shape.TRIANGLE)
    return Link(str(one.number), title, detail, one.stamp.at, mark, one.text)


class ChainDialog(Dialog):
    """Shows the chain of a text; nothing is changed here."""

    def __init__(self, live: "Live", id: str, parent: QWidget) -> None:
        title = _("Historik: {title}").format(title=title_of(live.plan, id))
        super().__init__(title, parent, _("Stäng"), cancel=False)
        self._rows = RowsModel[Link](
            (Column(N_("Version"), _title, _mark, _detail, _when),), lambda link: link.key, self
        )
        found = links(live.incident, live.texts.message(id))
        self.list = RowList(self._rows, _("Versioner, den senaste först"), self)
        self.about = label("", self, wrap=True)
        self.text = reader(_("Texten som den var"), self)
        if found:
            both = Split(Qt.Orientation.Horizontal, self)
            both.setChildrenCollapsible(False)
            both.addWidget(self.list)
            beside = QWidget(both)
            column = QVBoxLayout(beside)
            column.setContentsMargins(Space.S, 0, 0, 0)
            column.addWidget(self.about)
            column.addWidget(self.text, 1)
            both.addWidget(beside)
            both.setSizes([current().px(400), current().px(360)])
            self.body.addWidget(both, 1)
        else:
            self.list.hide()
            self.text.hide()
            empty = _("Ingen version har gått ut eller skickats tillbaka än. Godkänn texten med A och släpp den med S.")
            self.body.addWidget(label(empty, self, wrap=True))
        self.list.chosen.connect(self._read)
        self._rows.feed(found)
        if found:
            self.list.choose(found[0].key)
            self._read(found[0])
            self.resize(current().px(820), current().px(520))
            self.list.setFocus()

    def _read(self, row: object) -> None:
        if isinstance(row, Link):
            self.about.setText(row.detail)
            self.text.setPlainText(row.text)
            self.text.document().setModified(False)


def _title(link: Link) -> str:
    return link.title


def _detail(link: Link) -> str:
    return link.detail


def _mark(link: Link) -> Mark:
    return link.mark


def _when(link: Link) -> str:
    return at(link.when)
