"""The editor of a chapter (kapitelredigerare): plain text with few signs, and beside it what it becomes."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QWidget

from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Chapter
from krisapp.domain.planning.plan_blanks import INLINE, TABLES
from krisapp.domain.planning.plan_document import LONGEST, unknown_blanks
from krisapp.domain.words import N_, _
from krisapp.ui.theme.theme import current
from krisapp.ui.views.plan.page.chapter_pages import chapter_blocks
from krisapp.ui.views.plan.page.reading import Reading
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, Field, text_field
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.plain import editor, label, tooltip
from krisapp.ui.widgets.two_panes import TwoPanes

Save = Callable[[QWidget, dict[str, Any]], bool]

TABLE = N_("| Vem | Vad | När |\n| … | … | … |")
LEAST = 90
"""Pixels of text and page that are seen, at text size 100 %, in the lowest window."""

PAUSE = 150
"""Milliseconds after the last key until the page beside is set anew."""


class ChapterEditor(Dialog):
    """Writes a chapter. `save` settles title and text in the plan and tells whether that was done."""

    def __init__(self, plan: Plan, chapter: Chapter, save: Save, parent: QWidget) -> None:
        super().__init__(_("Skriv kapitel"), parent, _("Spara kapitlet"))
        self._plan, self._chapter, self._save = plan, chapter, save
        self.title = text_field(_("Kapitlets rubrik"), self)
        self.title.setText(chapter.title)
        self.source = editor(_("Kapitlets text"), self)
        self.source.setPlainText(chapter.text)
        self._page = Card("", self)
        self.shown = Reading(self._page)
        self._page.body.addWidget(self.shown)
        for part in (self.source, self.shown):
            part.setMinimumHeight(current().px(LEAST))
        self.shown.setAccessibleName(_("Så blir kapitlet"))
        self.blank = Choice(_("Hämta ur planen"), self)
        self.blank.fill([("", _("Hämta ur planen …")), *_blanks()])
        self.blank.chose.connect(self.insert_blank)
        self._note = label("", self, "quiet", wrap=True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._show)
        self._lay_out()
        for text in (self.title.textChanged, self.source.textChanged):
            text.connect(self._pause.start)
        self._show()
        self.resize(self.sizeHint())
        self.source.setFocus()

    def _lay_out(self) -> None:
        tools = Flow()
        for name, key, act in (
            (_("Rubrik"), "Ctrl+1", self.make_heading),
            (_("Underrubrik"), "Ctrl+2", self.make_subheading),
            (_("Punkter"), "Ctrl+3", self.make_points),
            (_("Nummer"), "Ctrl+4", self.make_numbers),
            (_("Tabell"), "Ctrl+5", self.insert_table),
        ):
            button = Button(name, act, self)
            tooltip(button, key)
            QShortcut(QKeySequence(key), self, act)
            tools.addWidget(button)
        tools.addWidget(self.blank)
        self.body.addWidget(Field(_("Kapitlets rubrik"), self.title, self))
        self.body.addLayout(tools)
        panes = TwoPanes(self.source, self._page, self, narrow=520, stretch=(1, 1))
        self.body.addWidget(panes, 1)
        self.body.addWidget(self._note)

    def sizeHint(self) -> QSize:
        """Return room for text and page side by side, but never more than the screen has."""
        theme, room = current(), self.screen().availableSize()
        return QSize(min(theme.px(1100), room.width() - 40), min(theme.px(680), room.height() - 60))

    def make_heading(self) -> None:
        """Make the chosen lines headings, or plain lines again."""
        self._mark_lines("## ")

    def make_subheading(self) -> None:
        """Make the chosen lines smaller headings, or plain lines again."""
        self._mark_lines("### ")

    def make_points(self) -> None:
        """Make the chosen lines points, or plain lines again."""
        self._mark_lines("- ")

    def make_numbers(self) -> None:
        """Number the chosen lines, or make them plain again."""
        self._mark_lines("1. ")

    def _mark_lines(self, sign: str) -> None:
        """Give the lines of the selection a sign, in the place of the one they have; the same sign goes away."""
        cursor = self.source.textCursor()
        text = self.source.document()
        first = text.findBlock(cursor.selectionStart()).blockNumber()
        last = text.findBlock(cursor.selectionEnd()).blockNumber()
        cursor.beginEditBlock()
        for count, number in enumerate(range(first, last + 1), 1):
            block = text.findBlockByNumber(number)
            line = block.text().lstrip()
            bare = _without_sign(line)
            wanted = f"{count}. " if sign == "1. " else sign
            cursor.setPosition(block.position())
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(bare if line == wanted + bare else wanted + bare)
        cursor.endEditBlock()
        self.source.setFocus()

    def insert_table(self) -> None:
        """Put a table with a head and an empty row on lines of its own."""
        self._insert_lines(_(TABLE))

    def insert_blank(self, name: str) -> None:
        """Put a blank where the cursor stands; one that is a table on a line of its own."""
        if name in TABLES:
            self._insert_lines(f"{{{name}}}")
        elif name:
            self.source.insertPlainText(f"{{{name}}}")
        self.blank.setCurrentIndex(0)
        self.source.setFocus()

    def press(self) -> None:
        """Save; what was written stays if it is refused."""
        self.banner.hide()
        title, text = " ".join(self.title.text().split()), self.source.toPlainText().strip()
        if not title:
            self.refuse(_("Kapitlet saknar rubrik. Skriv en."))
        elif len(text) > LONGEST:
            self.refuse(_("Kapitlet är för långt. Dela upp det i två."))
        elif (title, text) == (self._chapter.title, self._chapter.text) or self._save(
            self, {"document": self._chapter.document, "title": title, "text": text}
        ):
            self.accept()

    def _insert_lines(self, words: str) -> None:
        cursor = self.source.textCursor()
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        above = cursor.block().text().strip()
        cursor.insertText(f"\n\n{words}\n" if above else f"{words}\n")
        cursor.endEditBlock()
        self.source.setTextCursor(cursor)
        self.source.setFocus()

    def _show(self) -> None:
        text = self.source.toPlainText()
        written = replace(self._chapter, title=self.title.text().strip(), text=text)
        self.shown.rewrite(list(chapter_blocks(self._plan, written)))
        unknown = unknown_blanks(text)
        if unknown:
            told = _("{{{name}}} går inte att fylla i här. Välj i Hämta ur planen, eller ta bort klamrarna.")
            self._note.setText(told.format(name=unknown[0]))
        else:
            self._note.setText(
                _("Det du hämtar ur planen står inom klamrar och ändras av sig självt när planen ändras.")
            )


def _without_sign(line: str) -> str:
    for sign in ("### ", "## ", "# ", "- "):
        if line.startswith(sign):
            return line.removeprefix(sign)
    number, dot, rest = line.partition(". ")
    return rest if dot and number.isdecimal() else line


def _blanks() -> list[tuple[str, str]]:
    tables = [(name, _("Tabell: {name}").format(name=_(table.label).lower())) for name, table in TABLES.items()]
    return [*tables, *((name, _("Ord: {name}").format(name=_(word.label))) for name, word in INLINE.items())]
