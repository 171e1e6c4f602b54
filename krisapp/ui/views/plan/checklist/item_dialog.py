"""The form of a point in a checklist (punkt): what to do, who does it, and how soon."""

import re
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Checklist, Item
from krisapp.domain.planning.plan_soundness import LINKS
from krisapp.domain.words import N_, Refused, _
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.plan.page.organisation_pages import length
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, Field, Tick, text_field
from krisapp.ui.widgets.page import scrolled
from krisapp.ui.widgets.plain import editor

LONGEST = 365 * 24 * 60
"""Minutes a point can be from the start of its list: a year."""

LINK_NAMES = {
    "fact": N_("en uppgift"),
    "message": N_("en text"),
    "decision": N_("ett beslut"),
    "log": N_("loggen"),
}


def read_offset(text: str) -> int | None:
    """Return minutes from the start of the list as typed; None for an empty text: the point waits for something.

    Raises `Refused` when it is no number, or more than a year.
    """
    typed = text.strip().replace("−", "-").replace("–", "-").removeprefix("+").strip()
    if not typed:
        return None
    if not re.fullmatch(r"-?\d{1,9}", typed):
        raise Refused(N_("Skriv minuter med siffror, till exempel 15. Minus betyder före. Tomt betyder ingen tid."))
    offset = int(typed)
    if abs(offset) > LONGEST:
        raise Refused(N_("Det är mer än ett år. Skriv minuter."))
    return offset


class ItemDialog(Dialog):
    """Adds a point or changes one. `save` settles it in the plan and tells whether that was done."""

    def __init__(
        self, plan: Plan, checklist: Checklist, item: Item, save: Callable[[QWidget, Item], bool], parent: QWidget
    ) -> None:
        known = any(one.id == item.id for one in checklist.items)
        title = _("Ändra punkt {id}") if known else _("Ny punkt {id}")
        super().__init__(title.format(id=item.id), parent, _("Spara"))
        self._checklist, self._before, self._save = checklist, item, save
        self.text = editor("", self)
        self.text.setPlainText(item.text)
        self.text.setFixedHeight(current().px(84))
        self.role = Choice("", self)
        roles = ((role.id, f"{role.id} {role.name}") for role in plan.roles)
        # The longest name of a role must not decide how wide the form is.
        self.role.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.role.setMinimumContentsLength(12)
        self.role.fill([("", _("Listans ansvariga")), *roles], item.role)
        self.offset = text_field("", self)
        self.offset.setText("" if item.offset is None else str(item.offset))
        self.english = text_field("", self)
        self.english.setText(item.english)
        self.mandatory = Tick(_("Måste göras"), self)
        self.mandatory.setChecked(item.mandatory)
        self.links = {link: Tick(_(LINK_NAMES[link]), self) for link in LINKS}
        for link, tick in self.links.items():
            tick.setChecked(link in item.links)
        self.text_field = Field(_("Vad ska göras?"), self.text, self)
        self.offset_field = Field(_("Minuter från start"), self.offset, self)
        self._lay_out()
        self.offset.textChanged.connect(self._explain_offset)
        self._explain_offset(self.offset.text())
        # Qt itself would make no window higher than two thirds of the screen.
        self.resize(self.sizeHint())
        self.text.setFocus()

    def _lay_out(self) -> None:
        self._inside = QWidget(self)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, Space.S, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.text_field)
        column.addWidget(Field(_("Vem gör det?"), self.role, self))
        column.addWidget(self.offset_field)
        column.addWidget(self.mandatory)
        links = QWidget(self)
        ticks = QVBoxLayout(links)
        ticks.setContentsMargins(0, 0, 0, 0)
        ticks.setSpacing(Space.XS)
        for tick in self.links.values():
            ticks.addWidget(tick)
        column.addWidget(Field(_("Punkten handlar om"), links, self))
        column.addWidget(Field(_("På engelska"), self.english, self))
        column.addStretch(1)
        self.body.addWidget(scrolled(self._inside, self), 1)

    def sizeHint(self) -> QSize:
        """Return room for every field, but never more than the screen has."""
        theme, room = current(), self.screen().availableSize()
        high = self._inside.sizeHint().height() + theme.px(160)
        return QSize(min(theme.px(620), room.width() - 40), min(high, room.height() - 60))

    def press(self) -> None:
        """Save, or say beside the field what is wrong; what was typed stays."""
        self.banner.hide()
        self.text_field.clear_fault()
        self.offset_field.clear_fault()
        try:
            offset = read_offset(self.offset.text())
        except Refused as no:
            self.offset_field.refuse(str(no))
            return
        text = " ".join(self.text.toPlainText().split())
        if not text:
            self.text_field.refuse(_("Punkten är tom. Skriv vad som ska göras."))
            return
        item = Item(
            id=self._before.id,
            rank=self._before.rank,
            text=text,
            english=self.english.text().strip(),
            role=self.role.key,
            offset=offset,
            mandatory=self.mandatory.isChecked(),
            links=tuple(link for link, tick in self.links.items() if tick.isChecked()),
        )
        if item == self._before or self._save(self, item):
            self.accept()

    def _explain_offset(self, text: str) -> None:
        """Say in words when the point is due."""
        starts = self._checklist.starts or self._checklist.anchor
        try:
            offset = read_offset(text)
        except Refused:
            words = ""
        else:
            words = _when(offset, starts)
        self.offset_field.say(_("Minuter från start"), words)


def _when(offset: int | None, starts: str) -> str:
    if offset is None:
        return _("Ingen tid: punkten väntar på att något händer.")
    if offset == 0:
        return _("När {starts}.").format(starts=starts)
    say = partial(_("{length} efter: {starts}.").format, starts=starts)
    if offset < 0:
        say = partial(_("{length} före: {starts}.").format, starts=starts)
    return say(length=length(abs(offset)))
