"""The screen Ute då in a replay: each text that people had at that minute, beside the facts that were known."""

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from krisapp.domain.consistency.contradiction import Contradiction, Place
from krisapp.domain.consistency.whereabouts import SHEET
from krisapp.domain.consistency.words import reason, verdict
from krisapp.domain.facts import Fact
from krisapp.domain.replaying import Changed, Out, out_then
from krisapp.domain.words import N_, _
from krisapp.ui.background import Job
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.after.replay_compared import contradictions_then, published
from krisapp.ui.views.messages.standing import title_of
from krisapp.ui.views.situation.fact_rows import status_mark
from krisapp.ui.views.situation.names import words_of
from krisapp.ui.views.view import View
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.clock import at, span
from krisapp.ui.widgets.empty import Empty
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import reader
from krisapp.ui.widgets.row_list import RowList
from krisapp.ui.widgets.rows import Column, RowsModel
from krisapp.ui.widgets.two_panes import TwoPanes
from krisapp.ui.widgets.wrapped_list import WrappedList

if TYPE_CHECKING:
    from krisapp.ui.live import Live

PAUSE = 250
"""Milliseconds a moment is looked at before its texts are compared: dragging along the line compares nothing."""


class Row(NamedTuple):
    """A text in the list. `contradicts` is None until the texts have been compared."""

    out: Out
    title: str
    detail: str
    contradicts: int | None


class Remark(NamedTuple):
    """Something known then: what a text no longer agreed with, or a fact of the sheet."""

    text: str
    detail: str
    mark: Mark | None


class OutThen(View):
    """Texts to the left, the chosen one in the middle, and to the right what it clashed with and what was known."""

    def __init__(self, live: "Live", parent: QWidget) -> None:
        super().__init__(live, parent)
        self.model = RowsModel[Row]((Column(N_("Text"), _title, mark=_mark, detail=_detail),), _key, self)
        self.list = RowList(self.model, "", self)
        self.list.chosen.connect(self._choose)
        self._text_card, self._clash_card, self._fact_card = Card("", self), Card("", self), Card("", self)
        self.text = reader("", self)
        self.clashes = RowsModel[Remark]((Column(N_("Stämde inte"), _said, mark=_remark, detail=_why),), hash, self)
        self.facts = RowsModel[Remark]((Column(N_("Uppgift"), _said, mark=_remark, detail=_why),), hash, self)
        self._clash_list, self._fact_list = WrappedList(self.clashes, "", self), WrappedList(self.facts, "", self)
        self._empty = Empty(self, "send")
        self._found: tuple[Contradiction, ...] | None = None
        self._job: Job | None = None
        self._asked: object = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(PAUSE)
        self._wait.timeout.connect(self._compare)
        self._lay_out()

    def _lay_out(self) -> None:
        self._text_card.body.addWidget(self.text)
        self._clash_card.body.addWidget(self._clash_list)
        self._fact_card.body.addWidget(self._fact_list)
        right = TwoPanes(self._clash_card, self._fact_card, self, narrow=5000, stretch=(2, 3))
        middle = TwoPanes(self._text_card, right, self, narrow=520, stretch=(1, 1))
        self._all = TwoPanes(self.list, middle, self, narrow=760, stretch=(1, 2))
        self.body.addWidget(self._all, 1)
        self.body.addWidget(self._empty, 1)

    def start(self) -> None:
        """Begin in the list of texts."""
        self.list.setFocus()

    def retranslate(self) -> None:
        """Set every word."""
        self.title(_("Ute då"), _("Vad människor hade fått veta, bredvid det som var känt just då."))
        self.list.setAccessibleName(_("Texter som var ute"))
        self.text.setAccessibleName(_("Texten som den gick ut"))
        self._clash_card.say(_("Stämde inte med det som var känt"))
        self._fact_card.say(_("Känt vid den tiden"))
        self._clash_list.setAccessibleName(_("Stämde inte med det som var känt"))
        self._fact_list.setAccessibleName(_("Känt vid den tiden"))
        self._empty.say(_("Inget hade gått ut än"), _("Välj Text ute vid Hoppa till och tryck på Nästa."))

    def refresh(self) -> None:
        """Show what was out at the moment, and ask for a comparison."""
        incident = self.live.incident
        self._found = None
        self._outs = out_then(incident)
        self.facts.feed([*self._promise(), *(_fact(fact) for fact in incident.sheet.facts)])
        self._show_rows()
        self._all.setVisible(bool(self._outs))
        self._empty.setVisible(not self._outs)
        if self._outs:
            self._wait.start()

    def tick(self) -> None:
        """Let the ages of the texts follow the clock."""
        self._show_rows()

    def _promise(self) -> list[Remark]:
        due = self.live.incident.sheet.next_update
        return [Remark(_("Nästa besked kl. {time}").format(time=at(due)), "", None)] if due else []

    def _show_rows(self) -> None:
        self.model.feed([self._row(out) for out in self._outs])
        if self.list.current is None and self._outs:
            self.list.choose(self._outs[0].message)
        self._choose(self.list.current)

    def _row(self, out: Out) -> Row:
        count = None if self._found is None else sum(one.id == out.message for one in self._found)
        words = _("nr {number} · kl. {time}").format(number=out.number, time=at(out.released.at))
        return Row(out, title_of(self.live.plan, out.message), words, count)

    def _choose(self, row: object) -> None:
        age = span(self.live.now() - row.out.released.at) if isinstance(row, Row) else ""
        self._text_card.say(_("Texten"), _("ute i {age}").format(age=age) if age else "")
        if not isinstance(row, Row):
            self.text.clear()
            self.clashes.feed([])
            return
        if self.text.toPlainText() != row.out.text:
            self.text.setPlainText(row.out.text)
        mine = [one for one in self._found or () if one.id == row.out.message]
        self._underline(mine)
        self.clashes.feed([*map(self._clash, mine), *map(self._change, row.out.changed)] or [self._agreed()])

    def _agreed(self) -> Remark:
        if self._found is None:
            return Remark(_("Jämförs …"), "", None)
        return Remark(_("Inget. Texten stämde med det som var känt."), "", None)

    def _clash(self, found: Contradiction) -> Remark:
        if found.against is not None and found.against.id != SHEET:
            title = title_of(self.live.plan, found.against.id)
            found = msgspec.structs.replace(found, against=Place(title, found.against.span, found.against.text))
        return Remark(reason(found), verdict(found), Mark(_("motsade"), Tone.ALARM, Shape.TRIANGLE))

    def _change(self, change: Changed) -> Remark:
        detail = ""
        if change.since is not None:
            ago = span(self.live.now() - change.since.at)
            detail = _("ändrades kl. {time}, för {age} sedan").format(time=at(change.since.at), age=ago)
        name = words_of(change.name)
        mark = Mark(_("inaktuell"), Tone.WAIT, Shape.HALF)
        words = _("{name}: texten har det som gällde förut.").format(name=f"{name[:1].upper()}{name[1:]}")
        return Remark(words, detail, mark)

    def _underline(self, found: list[Contradiction]) -> None:
        """Underline the words that contradict."""
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(QColor(current().tone(Tone.ALARM).text))
        look.setBackground(QColor(current().tone(Tone.ALARM).ground))
        look.setForeground(QColor(current().tone(Tone.ALARM).text))
        marks = []
        for one in found:
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.text.document())
            cursor.setPosition(one.span[0])
            cursor.setPosition(one.span[1], QTextCursor.MoveMode.KeepAnchor)
            selection.cursor, selection.format = cursor, look
            marks.append(selection)
        self.text.setExtraSelections(marks)

    def _compare(self) -> None:
        if self._job is not None:
            self._wait.start()
            return
        self._asked = self._outs
        texts, sheet, plan = published(self._outs, self.live.texts), self.live.incident.sheet, self.live.plan
        self._job = Job(partial(contradictions_then, texts, sheet, plan), self)
        self._job.done.connect(self._arrive)
        self._job.start()

    def _arrive(self, found: object) -> None:
        self._job = None
        if self._asked is self._outs and isinstance(found, tuple):
            self._found = found
            self._show_rows()


def _fact(fact: Fact) -> Remark:
    secret = _("Sekretess, {ground}").format(ground=fact.legal_ground) if fact.secret else ""
    detail = " · ".join(part for part in (secret, fact.time.replace(":", "."), fact.source) if part)
    return Remark(fact.text, detail, status_mark(fact.status))


def _key(row: Row) -> str:
    return row.out.message


def _title(row: Row) -> str:
    return row.title


def _detail(row: Row) -> str:
    return row.detail


def _mark(row: Row) -> Mark | None:
    if row.contradicts:
        return Mark(_("motsade"), Tone.ALARM, Shape.TRIANGLE)
    if row.out.changed:
        return Mark(_("inaktuell"), Tone.WAIT, Shape.HALF)
    return None if row.contradicts is None else Mark(_("stämde"), Tone.GOOD, Shape.CHECK)


def _said(row: Remark) -> str:
    return row.text


def _why(row: Remark) -> str:
    return row.detail


def _remark(row: Remark) -> Mark | None:
    return row.mark
