"""The screen a decision maker reads in ten seconds (Översikt): promised, late, told, wrong, loose, last lines."""

from datetime import datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from krisapp.domain import promises, todo
from krisapp.domain.incident import Incident
from krisapp.domain.matrix import standing_ids
from krisapp.domain.plan import Plan
from krisapp.domain.todo import Urgency
from krisapp.domain.words import N_, _, ngettext
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views import need, overview_audiences, overview_lines
from krisapp.ui.views.need import Need
from krisapp.ui.views.overview_audiences import Told, told
from krisapp.ui.views.overview_lines import Last
from krisapp.ui.views.overview_needs import awaiting, loose, needs, wrong_texts
from krisapp.ui.views.overview_promise import PromiseCard
from krisapp.ui.views.view import View
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.clock import at
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import label, tooltip
from krisapp.ui.widgets.row_list import RowList
from krisapp.ui.widgets.rows import RowsModel
from krisapp.ui.widgets.tile import Tile

LAST_LINES = 12


class Overview(View):
    """What has been promised, what is late, who has not been told, which texts are wrong. Enter goes to each."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(live, parent)
        self._seen: tuple[int, datetime] | None = None
        self.promise = PromiseCard(self)
        self.late, self.wrong, self.approve, self.loose = (Tile(self) for _number in range(4))
        self.audiences_model = RowsModel[Told](overview_audiences.COLUMNS, overview_audiences.audience_key, self)
        self.audiences = RowList(self.audiences_model, "", self, tight=True)
        self.needs_model = RowsModel[Need](need.COLUMNS, need.need_key, self)
        self.needs = RowList(self.needs_model, "", self)
        self.lines_model = RowsModel[Last](overview_lines.COLUMNS, overview_lines.last_key, self)
        self.lines = RowList(self.lines_model, "", self)
        self._audiences_card, self._needs_card, self._lines_card = (Card("", self) for _number in range(3))
        self._no_needs = label("", self, "quiet", wrap=True)
        self._top, self._below = (QBoxLayout(QBoxLayout.Direction.LeftToRight) for _number in range(2))
        self._tiles = QHBoxLayout()
        self._change = Button("", self._change_level, self)
        self.tools.addWidget(self._change)
        self.command(N_("Ändra nivå"), "Ctrl+Shift+N", self._change_level)
        self._lay_out()
        self.promise.pressed.connect(self._go_promise)
        self.late.pressed.connect(self._go_late)
        self.wrong.pressed.connect(self._go_wrong)
        self.approve.pressed.connect(self._go_approve)
        self.loose.pressed.connect(self._go_loose)
        self.audiences.opened.connect(self._open_audience)
        self.needs.opened.connect(self._open_need)
        self.lines.opened.connect(self._open_line)

    def _lay_out(self) -> None:
        self._tiles.setSpacing(Space.M)
        for tile in (self.late, self.wrong, self.approve, self.loose):
            self._tiles.addWidget(tile, 1)
        self._top.setSpacing(Space.M)
        self._top.addWidget(self.promise, 5)
        self._top.addLayout(self._tiles, 12)
        self.body.addLayout(self._top)
        for card, part in (
            (self._audiences_card, self.audiences),
            (self._needs_card, self.needs),
            (self._lines_card, self.lines),
        ):
            card.body.addWidget(part, 1)
        self._needs_card.body.insertWidget(0, self._no_needs)
        right = QVBoxLayout()
        right.setSpacing(Space.M)
        right.addWidget(self._needs_card, 2)
        right.addWidget(self._lines_card, 1)
        self._below.setSpacing(Space.M)
        self._below.addWidget(self._audiences_card, 1)
        self._below.addLayout(right, 1)
        self.body.addLayout(self._below, 1)

    def minimumSizeHint(self) -> QSize:
        """Return the width of everything on top of another: what does not fit beside goes beneath."""
        parts = (self.promise, self._audiences_card, self._needs_card, self._lines_card)
        wide = max(self._tiles.minimumSize().width(), *(part.minimumSizeHint().width() for part in parts))
        return QSize(wide + Space.L * 2, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put beneath what does not fit beside, in a narrow window or with large text."""
        super().resizeEvent(event)
        room = self.width() - Space.L * 2 - Space.M
        right = max(card.minimumSizeHint().width() for card in (self._needs_card, self._lines_card))
        for box, needed in (
            (self._top, self.promise.minimumSizeHint().width() + self._tiles.minimumSize().width()),
            (self._below, self._audiences_card.minimumSizeHint().width() + right),
        ):
            direction = QBoxLayout.Direction
            box.setDirection(direction.LeftToRight if needed <= room else direction.TopToBottom)

    def start(self) -> None:
        """Put the focus on what needs someone, or on the audiences when nothing does."""
        (self.needs if self.needs_model.rows else self.audiences).setFocus()

    def refresh(self) -> None:
        """Show what the desk holds now."""
        if not self.live.has_incident:
            return
        incident, plan = self.live.incident, self.live.plan
        self.audiences_model.feed(told(incident, plan, _standing(incident, plan)))
        self.lines_model.feed([overview_lines.last_of(line) for line in incident.log[: -LAST_LINES - 1 : -1]])
        for part in (self.audiences, self.lines):
            _to_top(part, unless=part.hasFocus() and part.currentIndex().isValid())
        self.tick()

    def tick(self) -> None:
        """Move what depends on the clock."""
        if not self.live.has_incident:
            return
        incident, now = self.live.incident, self.live.now()
        planned = None if promises.closed(incident) else incident.sheet.next_update
        self.promise.tick(now, promises.standing(incident), planned, closed=promises.closed(incident))
        rows = needs(incident, self.live.plan, now)
        if tuple(rows) != self.needs_model.rows:
            moved = self.needs.hasFocus() and self.needs.currentIndex().row() > 0
            self.needs_model.feed(rows)
            _to_top(self.needs, unless=moved)
        self.needs.setVisible(bool(rows))
        self._no_needs.setVisible(not rows)
        self._say_tiles(now)

    def retranslate(self) -> None:
        """Set every word of the screen."""
        self.title(_("Översikt"), self._news())
        self._change.say(_("Ändra nivå …"))
        tooltip(self._change, _("Ändra nivå (Ctrl+Skift+N)"))
        for card, part, words in (
            (self._audiences_card, self.audiences, _("Vem har fått besked")),
            (self._needs_card, self.needs, _("Kräver åtgärd nu")),
            (self._lines_card, self.lines, _("Senast i loggen")),
        ):
            card.say(words)
            part.setAccessibleName(words)
        self._audiences_card.say(_("Vem har fått besked"), _("i policyns ordning"))
        self._no_needs.setText(_("Inget är sent, inget är fel och inget väntar på godkännande."))
        for model in (self.audiences_model, self.needs_model, self.lines_model):
            model.retranslate()

    def hideEvent(self, event: QHideEvent) -> None:
        """Remember how far the person has seen, for the next visit."""
        if self.live.has_incident:
            self._seen = (len(self.live.incident.log), self.live.now())
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell what has come since the last visit."""
        self.title(_("Översikt"), self._news())
        super().showEvent(event)

    def _news(self) -> str:
        if self._seen is None or not self.live.has_incident:
            return ""
        count, when = self._seen
        new = len(self.live.incident.log) - count
        if new <= 0:
            return _("Inget nytt sedan du var här kl. {time}").format(time=at(when))
        words = ngettext(
            "{count} ny loggpost sedan du var här kl. {time}",
            "{count} nya loggposter sedan du var här kl. {time}",
            new,
        )
        return words.format(count=new, time=at(when))

    def _say_tiles(self, now: datetime) -> None:
        incident = self.live.incident
        late = todo.late(incident, now)
        overdue = sum(one.urgency(now) is Urgency.OVERDUE for one in late)
        self.late.say(
            _("Sena punkter"),
            str(len(late)),
            ngettext("{count} försenad", "{count} försenade", overdue).format(count=overdue) if overdue else "",
            Mark(_("gör nu"), Tone.ALARM, Shape.TRIANGLE) if overdue else _none(late),
        )
        wrong = wrong_texts(incident)
        self.wrong.say(
            _("Inaktuella texter"),
            str(len(wrong)),
            "",
            Mark(_("byt ut"), Tone.ALARM, Shape.TRIANGLE) if wrong else _none(wrong),
        )
        waiting = awaiting(incident)
        self.approve.say(
            _("Att godkänna"),
            str(len(waiting)),
            "",
            Mark(_("väntar"), Tone.INFO, Shape.DIAMOND) if waiting else _none(waiting),
        )
        facts = loose(incident)
        self.loose.say(
            _("Obekräftat"),
            str(len(facts)),
            "",
            Mark(_("granska"), Tone.WAIT, Shape.HALF) if facts else _none(facts),
        )

    def _first(self, kind: str) -> str:
        return next((row.item for row in self.needs_model.rows if row.key.startswith(kind)), "")

    def _go_promise(self) -> None:
        self.live.shown.emit("messages", "E1-C01.sv" if promises.standing(self.live.incident) else "")

    def _go_late(self) -> None:
        self.live.shown.emit("todo", self._first("late"))

    def _go_wrong(self) -> None:
        self.live.shown.emit("messages", self._first("wrong"))

    def _go_approve(self) -> None:
        self.live.shown.emit("messages", self._first("approve"))

    def _go_loose(self) -> None:
        self.live.shown.emit("situation", self._first("fact"))

    def show_item(self, key: str) -> None:
        """Stand on the button that changes the level, by the key "level"."""
        if key == "level":
            self._change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change_level(self) -> None:
        focus = self.focusWidget()
        if self.live.has_incident:
            from krisapp.ui.views.overview_level import LevelDialog  # here: the first paint does not wait for it

            dialog = LevelDialog(self.live, self)
            dialog.run()
            dialog.deleteLater()
        if focus is not None:
            focus.setFocus()

    def _open_audience(self, row: Told) -> None:
        self.live.shown.emit("messages", row.message)

    def _open_need(self, row: Need) -> None:
        self.live.shown.emit(row.view, row.item)

    def _open_line(self, line: Last) -> None:
        self.live.shown.emit("log", line.id)


def _standing(incident: Incident, plan: Plan) -> tuple[str, ...]:
    """Return the messages the incident calls for, by what is known to be down."""
    if not incident.working.known:
        return standing_ids(plan, incident)
    from krisapp.domain.reaching.gap import lost  # here: the start does not wait for what nobody has told

    return standing_ids(plan, incident, lost(incident, plan))


def _to_top(part: RowList, *, unless: bool) -> None:
    """Begin at the worst or the newest, unless somebody has moved in the list."""
    first = part.model().index(0, 0)
    if first.isValid() and not unless:
        part.setCurrentIndex(first)
        part.scrollToTop()


def _none(rows: object) -> Mark | None:
    return None if rows else Mark(_("inga"), Tone.GOOD, Shape.CHECK)
