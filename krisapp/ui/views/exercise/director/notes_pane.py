"""What the evaluator notes (observationer): a line, an objective and P, S, M or U; the notes beneath."""

from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from krisapp.domain.exercising.drill import RATINGS, Drill, observe
from krisapp.domain.words import N_, _
from krisapp.store.scenario_files import objectives
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.exercise.clock_words import minute_words
from krisapp.ui.views.exercise.conducting import Conductor
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.fields import Choice, text_field
from krisapp.ui.widgets.rows import Column, RowsModel
from krisapp.ui.widgets.wrapped_list import WrappedList


class Noted(NamedTuple):
    """An observation as the list shows it."""

    key: str
    text: str
    detail: str


def _text(row: Noted) -> str:
    return row.text


def _detail(row: Noted) -> str:
    return row.detail


def _key(row: Noted) -> str:
    return row.key


COLUMNS = (Column[Noted](N_("Observation"), _text, detail=_detail),)


class NotesPane(Card):
    """A line to write in and the notes. Enter saves."""

    def __init__(self, conductor: Conductor, parent: QWidget) -> None:
        super().__init__("", parent)
        self._conductor = conductor
        self.text = text_field("", self)
        self.text.returnPressed.connect(self.save)
        self.objective = Choice("", self)
        self.objective.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.objective.setMinimumContentsLength(6)
        self.rating = Choice("", self)
        self.rating.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.rating.setMinimumContentsLength(6)
        self.save_button = Button("", self.save, self, icon="plus")
        self.model = RowsModel[Noted](COLUMNS, _key, self)
        self.list = WrappedList(self.model, "", self)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.text, 1)
        row.addWidget(self.save_button)
        entry = QVBoxLayout()
        entry.setSpacing(Space.S)
        entry.addLayout(row)
        judged = QHBoxLayout()
        judged.setSpacing(Space.S)
        judged.addWidget(self.objective, 1)
        judged.addWidget(self.rating, 1)
        entry.addLayout(judged)
        self.body.addLayout(entry)
        self.body.addWidget(self.list, 1)

    def refresh(self) -> None:
        """Show the notes, the latest first."""
        drill = self._conductor.drill
        if drill is not None:
            self.model.feed(_noted(drill))
            self._fill(drill)

    def retranslate(self) -> None:
        """Set every word."""
        self.say(_("Observationer"))
        self.text.setPlaceholderText(_("Vad ser du? Enter sparar"))
        self.text.setAccessibleName(_("Vad ser du?"))
        self.objective.setAccessibleName(_("Övningsmål"))
        self.rating.setAccessibleName(_("Bedömning"))
        self.rating.fill([("", _("ingen bedömning")), *((key, f"{key} {_(word)}") for key, word in RATINGS.items())])
        self.save_button.say(_("Anteckna"))
        self.list.setAccessibleName(_("Observationer, senaste först"))
        self.model.retranslate()

    def save(self) -> None:
        """Save what is written; refused, it stays."""
        now = self._conductor.live.now()
        done = self._conductor.act(
            lambda drill: (
                observe(drill, now, self.text.text(), objective=self.objective.key, rating=self.rating.key),
            ),
            self,
        )
        if done:
            self.text.clear()
            self.rating.choose("")
            self.text.setFocus()

    def _fill(self, drill: Drill) -> None:
        wanted = drill.scenario.objectives if drill.scenario else ()
        names = [(one.id, f"{one.id} {one.name}") for one in objectives()]
        first = [pair for pair in names if pair[0] in wanted]
        rest = [pair for pair in names if pair[0] not in wanted]
        self.objective.fill([("", _("inget mål")), *first, *rest], self.objective.key)


def _noted(drill: Drill) -> list[Noted]:
    rows = []
    for seen, stamp in reversed(drill.observations):
        parts = (minute_words(seen.minute), seen.objective, seen.rating)
        rating = _(RATINGS[seen.rating]).capitalize() if seen.rating in RATINGS else ""
        rows.append(Noted(stamp.id, seen.text or rating, " · ".join(part for part in parts if part)))
    return rows
