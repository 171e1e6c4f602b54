"""A meeting that goes on (pågående möte): its points to the left, minutes to the right, and the picture beside them."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.domain.leading.meeting.agendas import Point
from krisapp.domain.leading.meeting.meetings import Meeting, Meetings
from krisapp.domain.leading.picture.picture import GROUPS, picture
from krisapp.domain.leading.picture.picture_lines import Said
from krisapp.domain.words import _, ngettext
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.lead.meeting.note_edit import NoteEdit
from krisapp.ui.views.lead.meeting.point_rows import COLUMNS as POINTS
from krisapp.ui.views.lead.meeting.point_rows import PointRow, point_key, point_rows, time_mark
from krisapp.ui.views.lead.picture.said_rows import SUPPORT, said_key
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.chip import Chip
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import label
from krisapp.ui.widgets.rows import RowsModel
from krisapp.ui.widgets.two_panes import TwoPanes
from krisapp.ui.widgets.wrapped_list import WrappedList


class HoldingPane(QWidget):
    """Shows one meeting. `turned` asks to go on to a point, by its id.

    `about` and `whole` tell who is there and how long it has gone on; the page puts them in its own first row.
    """

    turned = Signal(str)

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(parent)
        self._live, self._id, self._point = live, "", ""
        self.about = label("", parent, "quiet")
        self.whole = Chip(Mark("", Tone.NEUTRAL, Shape.CLOCK), parent)
        self.model = RowsModel[PointRow](POINTS, point_key, self)
        self.points = WrappedList(self.model, "", self)
        self._card = Card("", self)
        self._time = Chip(Mark("", Tone.NEUTRAL, Shape.CLOCK), self)
        self.notes = NoteEdit(live, self)
        self._born = label("", self, wrap=True)
        self.beside_model = RowsModel[Said](SUPPORT, said_key, self)
        self._beside_name = label("", self, "strong")
        self.beside = WrappedList(self.beside_model, "", self)
        self._lay_out()
        self.points.chosen.connect(self._choose)
        self.points.opened.connect(self._turn)
        self.beside.opened.connect(self._open)

    def _lay_out(self) -> None:
        self._card.head(self._time)
        self._card.body.addWidget(self.notes, 2)
        self._card.body.addWidget(self._born)
        self._card.body.addWidget(self._beside_name)
        self._card.body.addWidget(self.beside, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(TwoPanes(self.points, self._card, self, narrow=720, stretch=(2, 3)), 1)

    @property
    def meeting(self) -> Meeting | None:
        """Return the meeting that is shown."""
        return self._live.incident.part(Meetings).by_id.get(self._id)

    @property
    def point(self) -> str:
        """Return the id of the point that is shown."""
        return self._point

    def show_meeting(self, id: str) -> None:
        """Show a meeting; another begins at the point dealt with now."""
        if id != self._id:
            self.notes.save()
            self._id, self._point = id, ""
        meeting = self.meeting
        if meeting is None:
            return
        if self._point not in {point.id for point in meeting.points}:
            self._point = meeting.current
        self.tick()
        self.points.choose(self._point)
        self._show_point(meeting)

    def go(self, point: str) -> None:
        """Show a point and write there."""
        self.points.choose(point)
        self.notes.area.setFocus()

    def tick(self) -> None:
        """Let the time of the point and of the meeting run."""
        meeting = self.meeting
        if meeting is None or meeting.opened is None or meeting.began is None:
            return
        now = self._live.now()
        self.model.feed(point_rows(meeting, now))
        count = len(meeting.present)
        there = ngettext("{count} är med", "{count} är med", count).format(count=count)
        self.about.setText(" · ".join(part for part in (there, meeting.opened.place) if part))
        _show(self.whole, time_mark(now - meeting.began, meeting.opened.minutes))
        point = self._shown(meeting)
        if point is not None:
            _show(self._time, time_mark(meeting.spent(point.id, now), point.minutes))

    def retranslate(self) -> None:
        """Set every word."""
        self.points.setAccessibleName(_("Dagordningens punkter. Enter går till punkten"))
        self.notes.retranslate()
        self._beside_name.setText(_("Ur läget just nu"))
        self.beside.setAccessibleName(_("Ur läget just nu. Enter öppnar"))
        self.model.retranslate()
        self.beside_model.retranslate()

    def _shown(self, meeting: Meeting) -> Point | None:
        return next((point for point in meeting.points if point.id == self._point), None)

    def _show_point(self, meeting: Meeting) -> None:
        point = self._shown(meeting)
        if point is None or not self.notes.show_point(meeting.id, point.id):
            return
        self._card.say(point.text)
        self.notes.area.setAccessibleName(_("Anteckningar: {point}").format(point=point.text))
        lines = (self._live.incident.lines.get(one.entry) for one in meeting.born if one.point == point.id)
        words = "\n".join(line.text for line in lines if line is not None)
        self._born.setText(words)
        self._born.setVisible(bool(words))
        self._show_beside(point, self._live.now())

    def _show_beside(self, point: Point, now: datetime) -> None:
        groups = [group for group in point.beside if group in GROUPS]
        lines = [line for part in picture(self._live.incident, now, groups) for line in part.lines]
        self.beside_model.feed(list({line.key: line for line in lines}.values()))
        shown = bool(self.beside_model.rows)
        self._beside_name.setVisible(shown)
        self.beside.setVisible(shown)

    def _choose(self, row: object) -> None:
        meeting = self.meeting
        if not isinstance(row, PointRow) or meeting is None or row.id == self._point:
            return
        if not self.notes.save():
            self.points.choose(self._point)
            return
        self._point = row.id
        self._show_point(meeting)
        self.tick()

    def _turn(self, row: PointRow) -> None:
        self.turned.emit(row.id)

    def _open(self, row: Said) -> None:
        self._live.shown.emit(row.view, row.item)


def _show(chip: Chip, mark: Mark) -> None:
    if chip.mark != mark:
        chip.show_mark(mark)
