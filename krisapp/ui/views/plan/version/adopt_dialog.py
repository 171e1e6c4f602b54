"""Adopting the plan (anta planen, PL2): the decision, who owns it, and when it must be looked over."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from krisapp.domain.plan import Plan
from krisapp.domain.planning.plan_adoption import Adoption
from krisapp.domain.planning.plan_difference import Difference
from krisapp.domain.words import _, ngettext
from krisapp.store.plan.plan_showing import difference_words
from krisapp.ui.theme.theme import current
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Field, text_field
from krisapp.ui.widgets.plain import label

NAMED = 6
"""How many changes are named; the screen of versions shows them all."""

Adopt = Callable[[QWidget, Adoption, str], bool]


class AdoptPlan(Dialog):
    """Asks for the decision and freezes the draft. `adopt` settles it and tells whether that was done."""

    def __init__(self, plan: Plan, changed: Sequence[Difference], today: date, adopt: Adopt, parent: QWidget) -> None:
        super().__init__(_("Anta planen"), parent, _("Anta"))
        self._adopt = adopt
        told = _(
            "Det som antas fryses och kan inte ändras. Nya händelser startar på det. Utkastet går att ändra vidare."
        )
        self.body.addWidget(label(told, self, wrap=True))
        self.body.addWidget(label(_changes(changed), self, "quiet", wrap=True))
        self.version = text_field("", self)
        self.adopted = text_field("", self)
        self.decision = text_field("", self, _("till exempel KS 2027 § 14"))
        self.owner = text_field("", self)
        self.review_due = text_field("", self)
        self.note = text_field("", self)
        for line, words in (
            (self.version, next_name(plan.version, today.year)),
            (self.adopted, today.isoformat()),
            (self.owner, plan.owner),
            (self.review_due, date(today.year + 1, 12, 31).isoformat()),
        ):
            line.setText(words)
        for fields in (
            ((_("Versionens namn"), self.version), (_("Beslutets nummer"), self.decision)),
            ((_("Antagen den"), self.adopted), (_("Ses över senast"), self.review_due)),
            ((_("Ägare"), self.owner),),
            ((_("Vad är nytt? En mening"), self.note),),
        ):
            row = QHBoxLayout()
            for name, line in fields:
                row.addWidget(Field(name, line, self), 1)
            self.body.addLayout(row)
        self.resize(self.sizeHint())
        self.decision.setFocus()

    def sizeHint(self) -> QSize:
        """Return room for every line of the changes, which Qt itself would cut at two thirds of the screen."""
        wide, layout, room = current().px(600), self.layout(), self.screen().availableSize()
        high = layout.totalHeightForWidth(wide) if layout else 0
        return QSize(wide, min(high, room.height() - 60))

    def press(self) -> None:
        """Adopt; a refusal is told here, and what was typed stays."""
        self.banner.hide()
        adoption = Adoption(
            version=self.version.text(),
            adopted=self.adopted.text(),
            owner=self.owner.text(),
            decision=self.decision.text(),
            review_due=self.review_due.text(),
        )
        if self._adopt(self, adoption, self.note.text()):
            self.accept()


def next_name(name: str, year: int) -> str:
    """Return the name that follows: Flen 2026-1 is followed by Flen 2026-2, or in another year by Flen 2027-1."""
    match = re.fullmatch(r"(.*?)(\d{4})-(\d{1,3})", name)
    if match is None:
        return f"{name} {year}-1".strip()
    start, was, number = match[1], int(match[2]), int(match[3])
    return f"{start}{year}-{number + 1 if was == year else 1}"


def _changes(found: Sequence[Difference]) -> str:
    if not found:
        return _("Inget är ändrat sedan förra versionen. Planen antas på nytt som den är.")
    count = len(found)
    words = ngettext("{count} ändring antas:", "{count} ändringar antas:", count).format(count=count)
    lines = [f"• {difference_words(one)}" for one in found[:NAMED]]
    if count > NAMED:
        lines.append(_("och {count} till").format(count=count - NAMED))
    return "\n".join((words, *lines))
