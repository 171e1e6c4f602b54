"""What residents and employees ask (Frågor och svar): one line for each call, the list, the pane, the question bank."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from krisapp.domain.answering import asking
from krisapp.domain.answering.question_bank import BankQuestion
from krisapp.domain.answering.question_history import Asked, Uncounted
from krisapp.domain.answering.questions import Asker
from krisapp.domain.words import N_, _
from krisapp.store.question_bank import question_bank
from krisapp.ui.attempt import attempt
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.questions.beside import beside
from krisapp.ui.views.questions.entry_line import EntryLine, fill_places, say_field
from krisapp.ui.views.questions.listed import COLUMNS, Listed, row_key
from krisapp.ui.views.questions.one_more import say_counted
from krisapp.ui.views.questions.question_pane import QuestionPane
from krisapp.ui.views.questions.question_rows import answers_on_paper, question_rows
from krisapp.ui.views.tabbed import TabbedView, TabPage
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.empty import Empty
from krisapp.ui.widgets.fields import Choice, text_field
from krisapp.ui.widgets.rows import Column, RowsModel
from krisapp.ui.widgets.toast import Toast
from krisapp.ui.widgets.two_panes import TwoPanes
from krisapp.ui.widgets.wrapped_list import WrappedList

ASKER_NAMES = {Asker.RESIDENTS: N_("Invånare"), Asker.STAFF: N_("Medarbetare")}


class AnswersPage(TabPage):
    """Enter, count, answer and use. Typing in the line shows the questions that are there already."""

    def __init__(self, live: Live, view: TabbedView) -> None:
        super().__init__(live, view)
        self.entry = EntryLine(self._ask, self)
        self.asker, self.place = Choice("", self.entry), Choice("", self.entry)
        self.question = text_field("", self.entry)
        self.entry.lay((((self.asker, 120), (self.place, 140), (self.question, 0)),))
        self.model = RowsModel[Listed](COLUMNS, row_key, self)
        self.list = WrappedList(self.model, "", self)
        self._empty = Empty(self, "questions")
        self._bank = Card("", self)
        self.bank_model = RowsModel[BankQuestion](_BANK_COLUMNS, _bank_key, self)
        self.bank = WrappedList(self.bank_model, "", self._bank)
        self._bank.body.addWidget(self.bank, 1)
        self.pane = QuestionPane(live, self)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.list, 3)
        column.addWidget(self._empty, 3)
        column.addWidget(self._bank, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(Space.M)
        whole.addWidget(self.entry)
        whole.addWidget(TwoPanes(left, beside(self.pane, self), self, narrow=760, stretch=(1, 1)), 1)
        self.question.textChanged.connect(self._narrow)
        self.question.installEventFilter(self)
        self.list.chosen.connect(self._show)
        self.list.opened.connect(self._open)
        self.bank.opened.connect(self._use)
        self.pane.more_button.clicked.connect(self.one_more)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on by arrow down to the questions that are like what was typed."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            self.list.setFocus()
            return True
        return super().eventFilter(watched, event)

    def start(self) -> None:
        """Begin where something new is entered."""
        self.entry.begin()

    def refresh(self) -> None:
        """Show what the desk holds now."""
        fill_places(self.place, self.live.plan.places)
        self.tick()
        rows = self.model.rows
        if rows and self.list.current is None:
            self.list.choose(rows[0].id)
        self._show(self.list.current)

    def tick(self) -> None:
        """Let promises come due."""
        incident = self.live.incident
        bank = [one for one in self._bank_left() if _says(one.ask, self.question.text())]
        self.bank_model.feed(bank)
        self._bank.setVisible(bool(bank))
        self.model.feed(question_rows(incident, self.live.now(), self.question.text()))
        self.list.setVisible(bool(self.model.rows))
        self._empty.setVisible(not self.model.rows)
        if incident.questions:
            self._empty.say(_("Ingen har frågat så"), _("Skriv hela frågan och tryck Enter."))
        else:
            self._empty.say(_("Inga frågor ännu"), _("Skriv vad folk frågar i raden ovanför. Enter sparar."))

    def retranslate(self) -> None:
        """Set every word."""
        self.asker.setAccessibleName(_("Vem frågar"))
        self.asker.fill((asker.value, _(name)) for asker, name in ASKER_NAMES.items())
        say_field(self.question, _("Vad frågar de? Enter sparar, pil ned visar frågor som liknar"))
        self.entry.save_button.say(_("Ny fråga"))
        self.list.setAccessibleName(_("Frågor, de obesvarade först"))
        self._bank.say(_("Det här brukar folk fråga"), _("Enter använder"))
        self.bank.setAccessibleName(_("Det här brukar folk fråga"))
        self.pane.retranslate()
        self.model.retranslate()
        self.bank_model.retranslate()

    def choose(self, id: str) -> None:
        """Go to a question."""
        self.question.clear()
        self.list.choose(id)

    def one_more(self) -> None:
        """Count the chosen question once more, from the place in the line above."""
        row = self.list.current
        if isinstance(row, Listed):
            attempt(self, lambda: self._count(row))

    def copy(self) -> None:
        """Copy all questions with their answers as text."""
        QGuiApplication.clipboard().setText(answers_on_paper(self.live.incident, self.live.now()))
        self._say(_("Frågor och svar är kopierade."))

    def keep_file(self) -> None:
        """Save all questions with their answers as a text file, to be printed where there is a printer."""
        name = f"{self.live.incident.id} {_('frågor och svar')}.txt"
        path, _filter = QFileDialog.getSaveFileName(self, _("Spara frågor och svar"), name)
        if path:
            attempt(self, lambda: self._write(path))

    def _write(self, path: str) -> None:
        text = answers_on_paper(self.live.incident, self.live.now())
        Path(path).write_text(f"{text}\n", encoding="utf-8-sig", newline="\r\n")
        self._say(_("Frågor och svar är sparade."))

    def _ask(self) -> None:
        live = self.live
        asked = asking.ask(live.incident, self.question.text(), Asker(self.asker.key), live.now(), self.place.key)
        if isinstance(asked, Asked):
            (stamp,) = live.desk.do(asked)
            self.place.choose("")  # the next who calls may be anywhere
            self.question.clear()
            self.list.choose(stamp.id)
            return
        words = live.incident.questions[asked.question].text
        say_counted(self, live, asked, lambda entry: Uncounted(asked.question, entry), words)
        self.place.choose("")
        self.choose(asked.question)

    def _count(self, row: Listed) -> None:
        live = self.live
        again = asking.repeat(live.incident, row.id, live.now(), self.place.key)
        say_counted(self, live, again, lambda entry: Uncounted(row.id, entry), row.title)
        self.place.choose("")
        if self.question.text():
            self.question.clear()
            self.entry.begin()

    def _use(self, row: BankQuestion) -> None:
        live = self.live

        def act() -> None:
            live.do(*asking.from_bank(live.incident, row.ask, row.answer, live.now()))

        if attempt(self, act):
            self._say(_("”{question}” står nu i manus och på webbsidan.").format(question=row.ask))

    def _bank_left(self) -> list[BankQuestion]:
        """Return what the bank has and nobody has answered in this incident."""
        incident = self.live.incident
        answered = [one for one in incident.questions.values() if one.answer.value is not None]
        taken = {text for one in answered for text in (one.text, one.first.question)}
        return [one for one in question_bank(incident.sheet.type) if one.ask not in taken]

    def _narrow(self, _text: str) -> None:
        self.tick()

    def _show(self, row: object) -> None:
        self.pane.show_question(row.id if isinstance(row, Listed) else "")

    def _open(self, _row: Listed) -> None:
        self.pane.answer.setFocus()

    def _say(self, words: str) -> None:
        toast = self.window().findChild(Toast)
        if isinstance(toast, Toast):
            toast.say(words)


def _says(text: str, words: str) -> bool:
    return all(word in text.casefold() for word in words.casefold().split())


def _bank_key(row: BankQuestion) -> str:
    return row.ask


def _bank_ask(row: BankQuestion) -> str:
    return row.ask


def _bank_answer(row: BankQuestion) -> str:
    return row.answer


_BANK_COLUMNS = (Column[BankQuestion](N_("Fråga"), _bank_ask, detail=_bank_answer),)
