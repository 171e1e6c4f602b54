"""The form of a row of the matrix (matrisrad): what a channel is for each of the eight audiences."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Channel
from krisapp.domain.planning.plan_wording import NEED_WORDS
from krisapp.domain.words import _
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, text_field
from krisapp.ui.widgets.page import scrolled
from krisapp.ui.widgets.plain import label

Needs = dict[str, tuple[str, str]]


class NeedsDialog(Dialog):
    """A choice and a note for each audience. `save` settles them and tells whether that was done."""

    def __init__(self, plan: Plan, channel: Channel, save: Callable[[QWidget, Needs], bool], parent: QWidget) -> None:
        title = _("Vem ska ha {channel}?").format(channel=f"{channel.id} {channel.name}")
        super().__init__(title, parent, _("Spara"))
        self._save = save
        self._before: Needs = {one.id: ("", "") for one in plan.audiences} | {
            cell.audience: (cell.need, cell.note) for cell in plan.matrix if cell.channel == channel.id
        }
        self.needs: dict[str, Choice] = {}
        self.notes = {one.id: text_field("", self, _("till exempel: inom 2 timmar")) for one in plan.audiences}
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, Space.S, 0)
        column.setSpacing(Space.S)
        for audience in plan.audiences:
            name = f"{audience.id} {audience.short or audience.name}"
            need, note = Choice(name, self), self.notes[audience.id]
            need.fill([("", _("inte")), *((key, _(words)) for key, words in NEED_WORDS.items())])
            need.setCurrentIndex(max(need.findData(self._before[audience.id][0]), 0))
            self.needs[audience.id] = need
            note.setText(self._before[audience.id][1])
            note.setCursorPosition(0)
            note.setAccessibleName(_("Anteckning, {audience}").format(audience=name))
            said = label(name, self)
            said.setMinimumWidth(current().px(190))
            said.setBuddy(need)
            row = QHBoxLayout()
            row.setSpacing(Space.S)
            for part, share in ((said, 2), (need, 1), (note, 3)):
                row.addWidget(part, share)
            column.addLayout(row)
        column.addStretch(1)
        self.body.addWidget(label(_("Ordningen mellan målgrupperna ligger fast i policyn."), self, "quiet", wrap=True))
        self.body.addWidget(scrolled(inside, self), 1)
        self.resize(current().px(760), current().px(520))
        self.needs[plan.audiences[0].id].setFocus()

    def press(self) -> None:
        """Save what is chosen."""
        self.banner.hide()
        needs = {
            id: (choice.key, " ".join(self.notes[id].text().split()) if choice.key else "")
            for id, choice in self.needs.items()
        }
        if needs == self._before or self._save(self, needs):
            self.accept()
