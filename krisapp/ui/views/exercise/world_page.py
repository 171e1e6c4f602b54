"""What the world says in a drill (Omvärlden): a newspaper, the news of the radio, and people in social media."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.domain.exercising.world import Medium, Mood, Said, Thread, said_in, threads
from krisapp.domain.words import N_, _, ngettext
from krisapp.store.scenario_files import world_rules
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.exercise.clock_words import minute_words
from krisapp.ui.views.tabbed import TabbedView, TabPage
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.empty import Empty
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.rows import Column, RowsModel
from krisapp.ui.widgets.two_panes import TwoPanes
from krisapp.ui.widgets.wrapped_list import WrappedList

_MOODS = {
    Mood.CALM: (N_("lugn"), Tone.GOOD, Shape.CHECK),
    Mood.ASKING: (N_("undrar"), Tone.NEUTRAL, Shape.RING),
    Mood.WORRIED: (N_("orolig"), Tone.WAIT, Shape.HALF),
    Mood.ANGRY: (N_("arg"), Tone.ALARM, Shape.TRIANGLE),
}


def _said_text(row: Said) -> str:
    return row.text


def _said_detail(row: Said) -> str:
    return row.who


def _said_note(row: Said) -> str:
    return minute_words(row.minute)


def _said_key(row: Said) -> tuple[float, str]:
    return row.minute, row.text


def _thread_text(row: Thread) -> str:
    return row.post.text


def _thread_detail(row: Thread) -> str:
    lines = [f"{row.post.who}, {minute_words(row.post.minute)}"]
    if row.shares:
        lines[0] += " · " + ngettext("{count} delning", "{count} delningar", row.shares).format(count=row.shares)
    lines += [f"↳ {reply.who}: {reply.text}" for reply in row.replies]
    return LINE.join(lines)


def _thread_mark(row: Thread) -> Mark:
    if row.fading:
        return Mark(_("klingar av"), Tone.GOOD, Shape.CHECK)
    word, tone, shape = _MOODS[row.post.mood]
    return Mark(_(word), tone, shape)


def _thread_key(row: Thread) -> str:
    return row.key


LINE = "\u2028"
"""What breaks a line within a row."""

SAID = (Column[Said](N_("Sagt"), _said_text, detail=_said_detail, note=_said_note),)
THREADS = (Column[Thread](N_("Inlägg"), _thread_text, mark=_thread_mark, detail=_thread_detail),)


class WorldPage(TabPage):
    """The feed to the left; the paper and the radio to the right. Nothing here is real, and all of it says so."""

    def __init__(self, live: Live, view: TabbedView) -> None:
        super().__init__(live, view)
        self.feed_model = RowsModel[Thread](THREADS, _thread_key, self)
        self.feed = WrappedList(self.feed_model, "", self)
        self.paper_model = RowsModel[Said](SAID, _said_key, self)
        self.paper = WrappedList(self.paper_model, "", self)
        self.radio_model = RowsModel[Said](SAID, _said_key, self)
        self.radio = WrappedList(self.radio_model, "", self)
        self._feed, self._paper, self._radio = (Card("", self) for _number in range(3))
        self._quiet = {card: Empty(self, "eye") for card in (self._feed, self._paper, self._radio)}
        for card, part in ((self._feed, self.feed), (self._paper, self.paper), (self._radio, self.radio)):
            card.body.addWidget(part, 1)
            card.body.addWidget(self._quiet[card], 1)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._paper, 1)
        column.addWidget(self._radio, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(TwoPanes(self._feed, right, self, narrow=820, stretch=(3, 3)), 1)

    def start(self) -> None:
        """Begin in the feed."""
        self.feed.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show what has been said by now."""
        self.tick()

    def tick(self) -> None:
        """Let the world go on."""
        incident, rules, now = self.live.incident, world_rules(), self.live.now()
        said = threads(incident, rules, now)
        self.feed_model.feed(said)
        self._show(self._feed, self.feed, shown=bool(said))
        for medium, model, card, part in (
            (Medium.PAPER, self.paper_model, self._paper, self.paper),
            (Medium.RADIO, self.radio_model, self._radio, self.radio),
        ):
            rows = said_in(incident, rules, medium, now)
            model.feed(rows)
            self._show(card, part, shown=bool(rows))

    def retranslate(self) -> None:
        """Set every word."""
        self._feed.say(_("Sociala medier"), _("ÖVNING, påhittat"))
        self._paper.say(_("Tidningen"), _("ÖVNING, påhittat"))
        self._radio.say(_("Radions nyheter"), _("ÖVNING, påhittat"))
        self.feed.setAccessibleName(_("Inlägg i sociala medier, nyast först"))
        self.paper.setAccessibleName(_("Tidningens rubriker, nyast först"))
        self.radio.setAccessibleName(_("Radions nyheter, nyast först"))
        for empty in self._quiet.values():
            empty.say(_("Tyst än så länge"), _("Det som sägs beror på vad ni berättar, och på vad ni inte berättar."))
        for model in (self.feed_model, self.paper_model, self.radio_model):
            model.retranslate()

    def _show(self, card: Card, part: QWidget, *, shown: bool) -> None:
        part.setVisible(shown)
        self._quiet[card].setVisible(not shown)
