"""The whole form of a decision (beslutets formulär), domain handbook 3.10: a new one, or one that changes another."""

from collections.abc import Callable
from datetime import datetime

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from krisapp.domain.leading.decision.decisions import SORT_NAMES, Formulation, Sort
from krisapp.domain.records.secrecy import grounds
from krisapp.domain.words import N_, Refused, _
from krisapp.ui.live import Live
from krisapp.ui.log_line import read_time
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.after.sheet_times import read_day
from krisapp.ui.views.lead.decision.deciders import decider_of_key, fill_deciders, key_of
from krisapp.ui.views.lead.moments import read_moment
from krisapp.ui.views.log_words import when
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, Field, tab_order, text_field
from krisapp.ui.widgets.form_dialog import FormDialog
from krisapp.ui.widgets.plain import editor

FIVE_LINES = N_("Mål: \nPrioritering: 1 liv och hälsa, 2 samhällsviktig verksamhet, 3 egendom och miljö, 4 förtroende\n"
    "Inriktning: \nGränser: \nTidsperspektiv: ")  # fmt: skip
"""The five lines of a direction (inriktningsbeslut), domain handbook 3.10."""

BY_HAND = (Sort.ORDINARY, Sort.DIRECTION)
"""What people choose between; level and krisledningsnämnd are decided in their own places."""


class DecisionDialog(FormDialog):
    """Asks for a decision. `save` takes what was written and its sort, and may refuse; all that was typed stays."""

    def __init__(
        self,
        live: Live,
        title: str,
        parent: QWidget,
        save: Callable[[Formulation, Sort], object],
        before: Formulation | None = None,
    ) -> None:
        super().__init__(title, parent, _("Besluta"), 920)
        self._live, self._save, self._before = live, save, before
        self.text = editor("", self)
        self.decider, self.sort, self.ground = Choice("", self), Choice("", self), Choice("", self)
        fill_deciders(self.decider, live.plan)
        known = [(ground, f"{ground}, {_(name)}") for ground, name in grounds(live.plan)]
        own = before.ground if before is not None else ""
        more = [(own, own)] if own and own not in dict(known) else []
        self.ground.fill([("", _("Ingen sekretess")), *known, *more], own)
        self.ground.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.ground.setMinimumContentsLength(14)
        self.sort.fill((one.value, _(SORT_NAMES[one])) for one in BY_HAND)
        self.lines: dict[str, QLineEdit] = {}
        self.text.setFixedHeight(current().px(84))
        self._text_field = Field(_("Beslut"), self.text, self, _("Vem ska göra vad, var och när. Skriv i presens."))
        self.form.addWidget(self._text_field)
        sort = Field(_("Slag"), self.sort, self)
        sort.setVisible(before is None)
        self._row(
            (
                Field(_("Fattat av"), self.decider, self),
                self._line("at", _("Tid"), _("nu, eller 11/6 14.10")),
                sort,
                self._line("paper", _("Från blad"), "B-003"),
            ),
            (4, 2, 2, 1),
        )
        self._row(
            (
                self._line("carried_out_by", _("Utförs av"), _("Barn- och utbildning")),
                self._line("due", _("Klart senast"), "16.30"),
                self._line("until", _("Gäller till"), _("i morgon 18")),
                self._line("review_at", _("Omprövas"), _("i morgon 8")),
            ),
            (2, 1, 1, 1),
        )
        self._row(
            (
                self._line("units", _("Berörda verksamheter"), _("Förskolan, Hemtjänsten")),
                self._line("staff", _("Till medarbetarna"), _("Vad det betyder för dem som arbetar där")),
            ),
            (2, 3),
        )
        self._row((self._line("background", _("Bakgrund")), self._line("purpose", _("Syfte"))), (1, 1))
        self._row(
            (
                self._line("law", _("Enligt lag")),
                self._line("delegation", _("På delegation")),
                self._line("report_to", _("Anmäls till"), _("Kommunstyrelsen")),
            ),
            (1, 1, 1),
        )
        self._row(
            (
                self._line("condition", _("Villkor")),
                self._line("agreed_with", _("Avstämt med")),
                self._line("communicate", _("Kommunicera"), _("ja, i nästa besked")),
                Field(_("Sekretess enligt"), self.ground, self),
            ),
            (1, 1, 1, 1),
        )
        first = (self.text, self.decider, self.lines["at"], self.sort, self.lines["paper"])
        lines = [line for name, line in self.lines.items() if name not in ("at", "paper")]
        tab_order((*first, *lines, self.ground, self.cancel, self.confirm))
        self.sort.chose.connect(self._offer_five_lines)
        if before is not None:
            self._fill(before)
        self.text.setFocus()

    def decide(self) -> None:
        """Save."""
        now = self._live.now()
        text = {name: line.text().strip() for name, line in self.lines.items()}
        person, role = decider_of_key(self.decider.key)
        known = self._before or Formulation("", now, "")
        written = msgspec.structs.replace(
            known,
            text=self.text.toPlainText(),
            decided_at=_read_past(text["at"], now),
            decider=person,
            role=role,
            units=tuple(text["units"].split(",")),
            due=self._ahead("due", known.due),
            until=self._ahead("until", known.until),
            review_at=self._ahead("review_at", known.review_at),
            ground=self.ground.key,
            paper=text["paper"],
            **{name: text[name] for name in _TEXTS},
        )
        self._save(written, Sort(self.sort.key or Sort.ORDINARY))

    def _ahead(self, name: str, before: datetime | None) -> datetime | None:
        """Return the time in a field: the one it had when nobody has touched it, so that its day is kept."""
        now, typed = self._live.now(), self.lines[name].text().strip()
        if before is not None and typed == when(before, now):
            return before
        try:
            return read_moment(typed, now)
        except Refused:
            self.lines[name].setFocus()
            raise

    def _fill(self, before: Formulation) -> None:
        self.text.setPlainText(before.text)
        self.decider.choose(key_of(before.decider, before.role))
        for name in _TEXTS:
            self.lines[name].setText(getattr(before, name))
        self.lines["units"].setText(", ".join(before.units))
        now = self._live.now()
        for name, at in (("due", before.due), ("until", before.until), ("review_at", before.review_at)):
            self.lines[name].setText(when(at, now) if at else "")
        for line in self.lines.values():
            line.setCursorPosition(0)  # what is longer than its line is read from its beginning

    def _offer_five_lines(self, sort: str) -> None:
        if sort == Sort.DIRECTION and not self.text.toPlainText().strip():
            self.text.setPlainText(_(FIVE_LINES))
            self.text.setFixedHeight(current().px(130))
            self.fit()

    def _line(self, name: str, words: str, hint: str = "") -> Field:
        self.lines[name] = text_field("", self, hint)
        return Field(words, self.lines[name], self)

    def _row(self, parts: tuple[QWidget, ...], stretch: tuple[int, ...]) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        for part, share in zip(parts, stretch, strict=True):
            row.addWidget(part, share, Qt.AlignmentFlag.AlignTop)
        self.form.addLayout(row)


def _read_past(text: str, now: datetime) -> datetime:
    """Return when it was decided: "14.10" today or yesterday, "11/6 14.10" on that day, nothing for now."""
    day, space, clock = text.strip().partition(" ")
    return read_time(clock, read_day(day, now)) if space and "/" in day else read_time(text, now)


_TEXTS = (
    *("agreed_with", "carried_out_by", "staff", "background", "purpose", "law"),
    *("delegation", "report_to", "condition", "communicate"),
)
"""The fields of one line that are taken as they are written."""


class RevokeDialog(Dialog):
    """Asks who revokes a decision and why; it becomes a decision of its own."""

    def __init__(self, live: Live, title: str, parent: QWidget, save: Callable[[str, str, str], object]) -> None:
        super().__init__(title, parent, _("Upphäv"))
        self._save = save
        self.reason = text_field("", self, _("Elen är tillbaka i hela Bettna"))
        self.decider = Choice("", self)
        fill_deciders(self.decider, live.plan)
        help = _("Beslutet står kvar, och ett nytt beslut säger att det inte längre gäller.")
        self.body.addWidget(Field(_("Varför gäller det inte längre?"), self.reason, self, help))
        self.body.addWidget(Field(_("Fattat av"), self.decider, self))
        self.setMinimumWidth(current().px(520))
        self.reason.setFocus()

    def decide(self) -> None:
        """Revoke."""
        person, role = decider_of_key(self.decider.key)
        self._save(self.reason.text(), person, role)
