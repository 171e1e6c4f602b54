"""The screen Inspel in a replay of an exercise: what its director sent and noted, which the team never saw as such."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from krisapp.domain.exercising.drill import Act, Drill, Observed
from krisapp.domain.exercising.scenario import INJECT_KINDS, Inject
from krisapp.domain.words import N_, _
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.exercise.director.inject_rows import standing_mark
from krisapp.ui.views.view import View
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.clock import at
from krisapp.ui.widgets.empty import Empty
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.rows import Column, RowsModel
from krisapp.ui.widgets.two_panes import TwoPanes
from krisapp.ui.widgets.wrapped_list import WrappedList

if TYPE_CHECKING:
    from krisapp.domain.events import Stamp
    from krisapp.ui.live import Live


class Row(NamedTuple):
    """An inject or a note: what it says, when and by whom, and what had become of it."""

    key: str
    text: str
    detail: str
    mark: Mark | None


class DirectorThen(View):
    """Injects to the left, in the order they are planned; notes to the right, the latest first."""

    def __init__(self, live: "Live", parent: QWidget) -> None:
        super().__init__(live, parent)
        self.injects, self.notes = self._model(N_("Inspel")), self._model(N_("Anteckning"))
        self.inject_list, self._note_list = WrappedList(self.injects, "", self), WrappedList(self.notes, "", self)
        self._inject_card, self._note_card = Card("", self), Card("", self)
        self._inject_card.body.addWidget(self.inject_list)
        self._note_card.body.addWidget(self._note_list)
        self._none = Empty(self, "pencil")
        self._note_card.body.addWidget(self._none)
        self.body.addWidget(TwoPanes(self._inject_card, self._note_card, self, narrow=640, stretch=(3, 2)), 1)

    def _model(self, name: str) -> RowsModel[Row]:
        return RowsModel[Row]((Column(name, _text, mark=_mark, detail=_detail),), _key, self)

    def start(self) -> None:
        """Begin in the injects."""
        self.inject_list.setFocus()

    def retranslate(self) -> None:
        """Set every word."""
        self.title(_("Inspel"), _("Bara för utvärdering: laget såg inte det här under övningen."))
        self._inject_card.say(_("Inspel"))
        self._note_card.say(_("Anteckningar"))
        self.inject_list.setAccessibleName(_("Inspel"))
        self._note_list.setAccessibleName(_("Anteckningar"))
        self._none.say(_("Ingen hade antecknat något än"), _("Gå framåt på tidslinjen."))

    def refresh(self) -> None:
        """Show what had been sent and noted at the moment."""
        drill = self.live.incident.part(Drill)
        self.injects.feed([self._inject(drill, inject) for inject in drill.injects])
        latest = list(enumerate(drill.observations))[::-1]
        self.notes.feed([self._noted(number, seen, stamp) for number, (seen, stamp) in latest])
        self._note_list.setVisible(bool(drill.observations))
        self._none.setVisible(not drill.observations)

    def _inject(self, drill: Drill, inject: Inject) -> Row:
        act = next(reversed(drill.acts.get(inject.id, ())), None)
        planned = _("i reserv") if inject.reserve else _("T+{minute}").format(minute=drill.minute_of(inject))
        words = (inject.id, _(INJECT_KINDS[inject.kind]), planned, self._done(act))
        return Row(
            inject.id,
            inject.text,
            " · ".join(word for word in words if word),
            standing_mark(drill.standing(inject.id)),
        )

    def _done(self, act: Act | None) -> str:
        if act is None:
            return ""
        name = self.live.incident.name_of(act.stamp.person)
        words = _("kl. {time} av {name}").format(time=at(act.stamp.at), name=name)
        return f"{words}: {act.reason}" if act.reason else words

    def _noted(self, number: int, seen: Observed, stamp: "Stamp") -> Row:
        name = self.live.incident.name_of(stamp.person)
        when = _("kl. {time} av {name}").format(time=at(stamp.at), name=name)
        about = " · ".join(word for word in (when, seen.objective, seen.inject) if word)
        mark = Mark(seen.rating, Tone.INFO, Shape.SQUARE) if seen.rating else None
        return Row(str(number), seen.text, about, mark)


def _key(row: Row) -> str:
    return row.key


def _text(row: Row) -> str:
    return row.text


def _detail(row: Row) -> str:
    return row.detail


def _mark(row: Row) -> Mark | None:
    return row.mark
