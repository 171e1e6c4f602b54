"""The preview of a paper (förhandsgranskning): what it will look like, where to print it, and saving it as PDF."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from krisapp.documents.paper import Paper
from krisapp.domain.words import N_, Refused, _, ngettext
from krisapp.ui.attempt import attempt
from krisapp.ui.background import Job
from krisapp.ui.printing.order import Order, Printer, Sides
from krisapp.ui.printing.page_choice import pages_of
from krisapp.ui.printing.page_view import PPI, PageView
from krisapp.ui.printing.press_line import PressLine
from krisapp.ui.printing.word_saving import goes_to_word, word_maker
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.messages.told import told
from krisapp.ui.views.saving import Saving, ask_path
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, Field, text_field
from krisapp.ui.widgets.plain import label, tooltip

MOST_COPIES = 99
SIDES = (
    (Sides.ONE, N_("En sida på varje blad")),
    (Sides.LONG, N_("Båda sidor, vänd som en bok")),
    (Sides.SHORT, N_("Båda sidor, vänd som ett block")),
)


def show(parent: QWidget, paper: Paper, before: Callable[[bytes], object] | None = None) -> bool:
    """Show a paper to be printed or saved as PDF; return whether it was.

    `before` is told of the PDF once, before anything leaves, to journal it; what it refuses is neither printed nor
    saved.
    """
    preview = Preview(paper, parent, before)
    done = preview.run()
    preview.deleteLater()
    return done


class Preview(Dialog):
    """A page at a time. Enter or Ctrl+P prints, Ctrl+S saves, PgDn and PgUp turn pages, Ctrl++ makes them wider."""

    def __init__(self, paper: Paper, parent: QWidget, before: Callable[[bytes], object] | None = None) -> None:
        super().__init__(paper.title, parent, _("Skriv ut"))
        self._paper, self._parent, self._before = paper, parent, before
        self._pages: list[bytes] = []
        self._at = 0
        self._printers: dict[str, Printer] = {}
        self._order: Order | None = None
        self.view = PageView(self)
        self.place = label("", self, "quiet")
        self.printer = Choice("", self)
        self.copies = text_field("", self)
        self.copies.setText("1")
        self.pages = text_field("", self, _("alla"))
        self.sides = Choice("", self)
        self._fields = (
            Field(_("Skrivare"), self.printer, self),
            Field(_("Exemplar"), self.copies, self),
            Field(_("Sidor"), self.pages, self, _("Till exempel 1-3, 5. Tomt är alla.")),
            Field(_("Dubbelsidigt"), self.sides, self),
        )
        self.sides.fill([(sides.value, _(words)) for sides, words in SIDES])
        self.printer.setPlaceholderText(_("Ingen skrivare"))
        self.printer.chose.connect(self._choose)
        self.previous = Button(_("Förra sidan"), self.go_back, self, icon="arrow-left")
        self.next = Button(_("Nästa sida"), self.go_on, self, icon="arrow-right")
        self.wider = Button(_("Större"), self.view.turn_wide, self, icon="expand")
        self.save = Button(_("Spara som PDF …"), self.save_pdf, self, icon="save")
        self.word = Button(_("Spara som Word …"), self.save_word, self, icon="save")
        self.word.setVisible(goes_to_word(paper) and before is None)  # what is journalled is the very PDF
        self.buttons.insertWidget(1, self.save)
        self.buttons.insertWidget(2, self.word)
        self._lay_out()
        self._give_keys()
        self.saving = Saving(self)
        self.saving.moved.connect(self._offer)
        self.saving.saved.connect(self._tell_saved)
        self.press_line = self._new_press()
        self.press_line.open()
        self._job = Job(partial(paper.pages, PPI), self)
        self._job.done.connect(self._show_pages)
        self._job.failed.connect(self._fail)
        self._job.start()
        self.place.setText(_("Gör sidorna …"))
        self._offer()
        self.resize(self.sizeHint())

    def _lay_out(self) -> None:
        turning = QHBoxLayout()
        turning.setSpacing(Space.S)
        for button in (self.previous, self.next, self.wider):
            turning.addWidget(button)
        turning.addWidget(self.place)
        turning.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(Space.S)
        left.addLayout(turning)
        left.addWidget(self.view, 1)
        right = QVBoxLayout()
        right.setSpacing(Space.M)
        for field in self._fields:
            right.addWidget(field)
            field.setMinimumWidth(current().px(250))
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(Space.XL)
        row.addLayout(left, 1)
        row.addLayout(right)
        self.body.addLayout(row, 1)
        self.printer.setFocus()

    def _give_keys(self) -> None:
        for key, act, button, words in (
            ("Ctrl+P", self.confirm.click, self.confirm, "Ctrl+P"),
            ("Ctrl+S", self.save.click, self.save, "Ctrl+S"),
            ("Ctrl+Shift+S", self.word.click, self.word, "Ctrl+Shift+S"),
            ("PgDown", self.go_on, self.next, "PgDn"),
            ("PgUp", self.go_back, self.previous, "PgUp"),
            ("Ctrl++", self.view.turn_wide, self.wider, "Ctrl++"),
            ("Ctrl+-", self.view.turn_wide, None, ""),
        ):
            QShortcut(QKeySequence(key), self, act)
            if button is not None:
                tooltip(button, words)

    def sizeHint(self) -> QSize:
        """Return room for a page in its height, but never more than the screen has."""
        room = self.screen().availableSize()
        return QSize(min(current().px(1000), room.width() - 40), min(current().px(860), room.height() - 60))

    @property
    def ready(self) -> bool:
        """Return whether the pages are made and nothing is on its way out."""
        return bool(self._pages) and self._order is None and not self.saving.busy

    def go_on(self) -> None:
        """Show the next page."""
        self._go(self._at + 1)

    def go_back(self) -> None:
        """Show the page before."""
        self._go(self._at - 1)

    def press(self) -> None:
        """Print what is chosen, if it can be printed now; the dialog stays until every page has been taken."""
        if not (self.ready and self.printer.key):
            return
        self.banner.hide()
        order = self._asked()
        if order is None:
            return
        self._order = order
        self._offer()
        if self._before is None:
            self._send()
            return
        job = Job(self._paper.pdf, self)
        job.done.connect(self._journal)
        job.failed.connect(self._fail)
        job.start()

    def save_pdf(self) -> None:
        """Ask for a place and save the paper there as PDF."""
        if not self.ready:
            return
        path = ask_path(self, _("Spara som PDF"), self._paper.file_name)
        if path is not None:
            self.saving.begin(path, self._paper.pdf, self._before)

    def save_word(self) -> None:
        """Ask for a place and save the paper there as a Word file on the letterhead."""
        name = f"{self._paper.file_name.removesuffix('.pdf')}.docx"
        path = ask_path(self, _("Spara som Word"), name) if self.ready else None
        if path is not None:
            attempt(self, lambda: self.saving.begin(path, word_maker(self._parent, self._paper)))

    def done(self, result: int) -> None:
        """Stop the press with the dialog; a paper half sent is taken back from the queue by the system."""
        self.press_line.close()
        super().done(result)

    def _asked(self) -> Order | None:
        """Return the order of the fields, or None when one of them has been refused."""
        for field in self._fields:
            field.clear_fault()
        _printer, copies, pages, _sides = self._fields
        typed = self.copies.text().strip()
        if not (typed.isdecimal() and 1 <= int(typed) <= MOST_COPIES):
            copies.refuse(_("Skriv ett antal från 1 till {most}.").format(most=MOST_COPIES))
            return None
        try:
            chosen = pages_of(self.pages.text(), len(self._pages))
        except Refused as no:
            pages.refuse(str(no))
            return None
        return Order(self._paper, self.printer.key, int(typed), chosen, Sides(self.sides.key))

    def _journal(self, content: bytes) -> None:
        before, self._before = self._before, None
        if before is None or attempt(self, partial(before, content)):
            self._send()
        else:
            self._before, self._order = before, None
            self._offer()

    def _send(self) -> None:
        if self._order is not None:
            self.press_line.send(self._order)

    def _new_press(self) -> PressLine:
        line = PressLine(self)
        line.found.connect(self._show_printers)
        line.moved.connect(self._tell_page)
        line.sent.connect(self._tell_sent)
        line.failed.connect(self._break)
        return line

    def _show_printers(self, printers: tuple[Printer, ...]) -> None:
        self._printers = {printer.name: printer for printer in printers}
        first = next((printer.name for printer in printers if printer.first), "")
        self.printer.fill([(printer.name, printer.words) for printer in printers], self.printer.key or first)
        if not printers:
            self.banner.say(_("Datorn har ingen skrivare. Spara papperet som PDF på ett USB-minne."), Tone.WAIT)
            self.save.setFocus()
        for field in (self.printer, self.copies, self.pages):
            field.setEnabled(bool(printers))
        self._choose(self.printer.key)
        self._offer()

    def _choose(self, name: str) -> None:
        turns = name in self._printers and self._printers[name].turns
        self.sides.setEnabled(turns)
        if not turns:
            self.sides.choose(Sides.ONE.value)

    def _show_pages(self, pages: list[bytes]) -> None:
        self._pages = pages
        self._go(0)
        self._offer()

    def _go(self, at: int) -> None:
        if 0 <= at < len(self._pages):
            self._at = at
            words = _("Sida {page} av {count}").format(page=at + 1, count=len(self._pages))
            self.place.setText(words)
            self.view.show_page(self._pages[at], f"{words}: {self._paper.title}")
            self._offer()

    def _offer(self) -> None:
        """Let be pressed what can be done now."""
        self.confirm.setEnabled(self.ready and bool(self.printer.key))
        self.save.setEnabled(self.ready)
        self.previous.setEnabled(self._at > 0)
        self.next.setEnabled(self._at + 1 < len(self._pages))
        self.wider.setEnabled(bool(self._pages))
        self.confirm.say(_("Skriv ut") if self._order is None else _("Skriver ut …"))

    def _tell_page(self, page: int, of: int) -> None:
        self.confirm.say(_("Skriver ut {page} av {count} …").format(page=page, count=of))

    def _tell_sent(self, count: int) -> None:
        words = ngettext("{count} sida skickad till {printer}.", "{count} sidor skickade till {printer}.", count)
        told(self._parent, words.format(count=count, printer=self.printer.currentText()))
        self.accept()

    def _tell_saved(self, path: Path, _content: bytes) -> None:
        told(self._parent, _("Sparat som {name}.").format(name=path.name))
        self.accept()

    def _fail(self, error: Exception) -> None:
        self._order = None
        self._offer()
        self.place.setText("")
        self.refuse(str(error))

    def _break(self, reason: str) -> None:
        """Say why nothing was printed; another press stands ready for another try."""
        printing, self._order = self._order is not None, None
        self.refuse(reason)
        if printing:
            self.press_line.close()
            self.press_line.deleteLater()
            self.press_line = self._new_press()
            self.press_line.open()
        self._offer()
