"""The guide in a window of its own (handboken): the pages to the left, the chosen one to the right, work beside it."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from krisapp.domain.words import N_, _
from krisapp.ui.commands import command
from krisapp.ui.guide.page_text import PageText
from krisapp.ui.guide.pages import Hit, Page, guide, page_of, search
from krisapp.ui.theme.theme import current, dress
from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.exercise import ExerciseFrame, is_exercise
from krisapp.ui.widgets.fields import Search
from krisapp.ui.widgets.plain import label
from krisapp.ui.widgets.row_list import RowList
from krisapp.ui.widgets.rows import Column, RowsModel

ROOM = (960, 640)


class Row(NamedTuple):
    """A page in the list; `around` are the words in which a search found something."""

    page: Page
    around: str


class GuideWindow(QWidget):
    """Pages in their order, or those a search found. It stays open while one works."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        dress(self)
        self._back: list[str] = []
        self.search = Search(_("Sök i handboken"), self)
        self.model = RowsModel[Row]((Column(N_("Sida"), _title, detail=_around),), _key, self)
        self.list = RowList(self.model, _("Handbokens sidor"), self)
        self.text = PageText(self)
        self._none = label(_("Ingen sida har de orden. Prova ett kortare ord."), self, "quiet", wrap=True)
        self.back_button = Button(_("Tillbaka"), self.go_back, self, icon="arrow-left")
        self._lay_out()
        self.search.searched.connect(self._seek)
        self.search.left.connect(self._go_to_hits)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._read)
        self.text.followed.connect(self.show_page)
        command(self, N_("Sök i handboken"), "Ctrl+F", self.search.setFocus)
        command(self, N_("Tillbaka"), "Alt+Left", self.go_back)
        self.setWindowTitle(_("Handbok – Krisapp"))
        room = self.screen().availableSize()
        self.resize(min(current().px(ROOM[0]), room.width() - 40), min(current().px(ROOM[1]), room.height() - 40))
        self._seek("")

    def _lay_out(self) -> None:
        frame = ExerciseFrame(self)
        frame.show_exercise(on=is_exercise(self))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.list.setFixedWidth(current().px(280))
        left = QVBoxLayout()
        left.setSpacing(Space.S)
        for part in (self.search, self.back_button, self._none):
            left.addWidget(part)
        left.addWidget(self.list, 1)
        inside = QWidget(frame)
        inside.setAutoFillBackground(True)
        row = QHBoxLayout(inside)
        row.setContentsMargins(Space.L, Space.M, Space.M, Space.M)
        row.setSpacing(Space.M)
        row.addLayout(left)
        row.addWidget(self.text, 1)
        frame.inside.addWidget(inside)

    @property
    def page(self) -> Page:
        """Return the page that is shown."""
        return next(page for page in guide() if page.key == self._back[-1])

    def show_page(self, key: str) -> None:
        """Show a page, and remember the one before."""
        page = next((page for page in guide() if page.key == key), None)
        if page is None or (self._back and self._back[-1] == key):
            return
        self._back.append(key)
        self._show(page)

    def go_back(self) -> None:
        """Show the page that was shown before."""
        if len(self._back) > 1:
            self._back.pop()
            self._show(self.page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Esc, unless a part took it: the search empties first."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _show(self, page: Page) -> None:
        self.text.show_page(page)
        self.back_button.setEnabled(len(self._back) > 1)
        self.list.choose(page.key)

    def _seek(self, words: str) -> None:
        hits = search(words) if words.strip() else [Hit(page, "") for page in guide()]
        self.model.feed([Row(*hit) for hit in hits])
        self.list.setVisible(bool(hits))
        self._none.setVisible(not hits)
        if self._back:
            self.list.choose(self._back[-1])

    def _go_to_hits(self) -> None:
        """Go on to what was found, and show the first of it."""
        self.list.setFocus()
        if self.model.rows:
            self.list.choose(self.model.rows[0].page.key)

    def _choose(self, row: object) -> None:
        if isinstance(row, Row):
            self.show_page(row.page.key)

    def _read(self, row: object) -> None:
        self._choose(row)
        self.text.setFocus()


def open_guide(window: QWidget, screen: str) -> GuideWindow:
    """Show the guide beside a window, at the page of a screen, with the focus in it."""
    found = window.findChild(GuideWindow)
    shown = found if isinstance(found, GuideWindow) else GuideWindow(window)
    shown.show_page(page_of(screen).key)
    shown.show()
    shown.activateWindow()
    shown.text.setFocus()
    return shown


def _key(row: Row) -> str:
    return row.page.key


def _title(row: Row) -> str:
    return row.page.title


def _around(row: Row) -> str:
    return row.around
