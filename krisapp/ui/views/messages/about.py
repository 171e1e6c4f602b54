"""What belongs to a text beside its words: whom it is for, the facts it rests on, and what went out before."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QTabWidget, QVBoxLayout, QWidget

from krisapp.domain.messages import STAGE_NAMES, Release
from krisapp.domain.plan_rows import Audience
from krisapp.domain.words import N_, _
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.situation.names import words_of
from krisapp.ui.widgets.clock import at
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.page import scrolled
from krisapp.ui.widgets.plain import label, reader
from krisapp.ui.widgets.row_list import RowList
from krisapp.ui.widgets.rows import Column, RowsModel
from krisapp.ui.widgets.split import Split

if TYPE_CHECKING:
    from krisapp.ui.live import Live

_CARD = (N_("Behöver veta"), N_("Ton"), N_("Ska innehålla"), N_("Mot invånarnas text"))


class Used(NamedTuple):
    """A thing of the sheet a text has used, and whether it is another now than when the text went out."""

    name: str
    changed: bool


class AudienceCard(QWidget):
    """Whom one writes for (målgruppskort, rule P38)."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        form = QFormLayout(self)
        form.setContentsMargins(0, Space.S, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(Space.XS)
        self._names = [label("", self, "caption") for _name in _CARD]
        self._values = [label("", self, wrap=True) for _name in _CARD]
        for name, value in zip(self._names, self._values, strict=True):
            form.addRow(name, value)

    def show_audience(self, audience: Audience) -> None:
        """Show one audience."""
        texts = (audience.need, audience.tone, ", ".join(audience.must_contain), audience.adaptation)
        for name, value, word, text in zip(self._names, self._values, _CARD, texts, strict=True):
            name.setText(_(word))
            value.setText(text)
            name.setVisible(bool(text))
            value.setVisible(bool(text))


class History(Split):
    """What went out in this chain (kedjan), newest first; a released text can be read and never changed (P57, P59)."""

    def __init__(self, live: "Live", parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self._model = RowsModel[Release](
            (Column(N_("Utsändning"), self._title, None, self._detail, self._time),), lambda row: row.number, self
        )
        self.list = RowList(self._model, _("Utsända versioner"), self)
        self.page = reader(_("Den utsända texten"), self)
        self.addWidget(self.list)
        self.addWidget(self.page)
        self.setSizes([1, 1])
        self.list.chosen.connect(self._read)

    def show_releases(self, releases: list[Release]) -> None:
        """Show a chain."""
        self._model.feed(tuple(reversed(releases)))
        self.page.setVisible(bool(releases))
        if releases:
            self.list.choose(releases[-1].number)
            self._read(self.list.current)
        else:
            self.page.clear()

    def _title(self, row: Release) -> str:
        return _("Nr {number}, {stage}").format(number=row.number, stage=_(STAGE_NAMES[row.stage]).lower())

    def _detail(self, row: Release) -> str:
        who = self._live.incident.name_of(row.approved_by) or _("ingen (släppt i nöd)")
        if row.number > 1:
            return _("Godkänd av {who}. Ersätter nr {number}.").format(who=who, number=row.number - 1)
        return _("Godkänd av {who}.").format(who=who)

    def _time(self, row: Release) -> str:
        return at(row.stamp.at)

    def _read(self, row: object) -> None:
        if isinstance(row, Release):
            self.page.setPlainText(row.text)


class About(QTabWidget):
    """The tabs beneath the preview. `wanted` gives the name of a thing on the sheet somebody wants to go to."""

    wanted = Signal(str)

    def __init__(self, live: "Live", parent: QWidget) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self._used = RowsModel[Used]((Column(N_("Fakta"), _used_words, _used_mark),), lambda row: row.name, self)
        self.used = RowList(self._used, _("Fakta som texten bygger på"), self)
        self.card = AudienceCard(self)
        self.history = History(live, self)
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        column.addStretch(1)
        self.addTab(self.used, "")
        self.addTab(scrolled(box, self), "")
        self.addTab(self.history, "")
        self.used.opened.connect(self._want)

    def show_used(self, names: tuple[str, ...], changed: tuple[str, ...]) -> None:
        """Show what a text rests on."""
        self._used.feed([Used(name, name in changed) for name in dict.fromkeys(names)])

    def retranslate(self) -> None:
        """Name the tabs."""
        for place, name in enumerate((_("Bygger på"), _("Målgruppen"), _("Historik"))):
            self.setTabText(place, name)

    def _want(self, row: object) -> None:
        if isinstance(row, Used):
            self.wanted.emit(row.name)


def _used_words(row: Used) -> str:
    words = words_of(row.name)
    return words[:1].upper() + words[1:]


def _used_mark(row: Used) -> Mark | None:
    return Mark(_("ändrat"), Tone.ALARM, Shape.TRIANGLE) if row.changed else None
