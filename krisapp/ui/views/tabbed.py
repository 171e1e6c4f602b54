"""A screen of several pages under tabs (flikar): each is imported and built when it is first chosen."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, NamedTuple, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QTabBar, QWidget

from krisapp.domain.words import _
from krisapp.ui.views.view import View
from krisapp.ui.widgets.one_part import OnePart

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class TabPage(QWidget):
    """One page: it lays out in `__init__`, says its words in `retranslate` and fills in `refresh`, as a view does.

    Both are called before it is first shown. `banner` and `refuse` of the view around it say what was refused.
    """

    def __init__(self, live: "Live", view: "TabbedView") -> None:
        super().__init__(view.holder)  # where it stays: one that moves is dressed twice
        self.live = live
        self.acts: list[QAction] = []
        self._view = view

    def command(self, name: str, key: str, slot: Callable[[], object], *on: QWidget) -> QAction:
        """Add a command that works while this page is shown, named with `N_`.

        A bare letter says `on` which parts it acts, and its key works there alone: mistyped words do nothing.
        """
        action = self._view.command(name, key, slot)
        if on:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        for part in on:
            part.addAction(action)
        self.acts.append(action)
        return action

    def refresh(self) -> None:
        """Show what the desk holds now."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Set every word in the language in force."""
        raise NotImplementedError

    def tick(self) -> None:
        """Move what depends on the clock; called once a second while the page is shown."""

    def start(self) -> None:
        """Put the focus where work begins."""
        self.focusNextChild()

    def show_item(self, key: str) -> None:
        """Go to one thing in the page, by its key."""


class Tab(NamedTuple):
    """A page's tab (flik). `name` is marked with `N_`; `waiting` tells how much waits there, and 0 is not shown."""

    key: str
    name: str
    load: Callable[[], type[TabPage]]
    waiting: "Callable[[Live], int] | None" = None
    calm: bool = False
    """Whether it is offered without an open incident as well."""


P = TypeVar("P", bound=TabPage)


class TabbedView(View):
    """The tabs, and the page of the chosen one. `show_item` takes "tab" or "tab:key".

    Ctrl+1, Ctrl+2 … go to the tabs in their order. A subclass names `NAME`, `TABS`, and `NOTE` or `note`.
    """

    NAME: ClassVar[str]
    NOTE: ClassVar[str] = ""
    TABS: ClassVar[tuple[Tab, ...]]

    def __init__(self, live: "Live", parent: QWidget) -> None:
        super().__init__(live, parent)
        self.pages: dict[str, TabPage] = {}
        self.tabs = QTabBar(self)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self._part = OnePart(self)
        self._named: datetime | None = None
        for number, tab in enumerate(self.TABS, 1):
            self.tabs.addTab("")
            self.tabs.setTabVisible(number - 1, live.has_incident or tab.calm)
            action = self.command(tab.name, f"Ctrl+{number}", self._go_by_key)
            action.setData(number - 1)
            # In the whole window: they work from the head and the log line too. Keys of a hidden screen are dead.
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self._part, 1)
        self.tabs.currentChanged.connect(self._turn)

    @property
    def page(self) -> TabPage:
        """Return the page that is shown, building it at the first visit."""
        return self._built(self.TABS[max(self.tabs.currentIndex(), 0)])

    @property
    def holder(self) -> QWidget:
        """Return what the pages stand in."""
        return self._part

    def page_of(self, key: str, kind: type[P]) -> P:
        """Return the page of a tab, which is of this kind, shown or not."""
        page = self._built(next(tab for tab in self.TABS if tab.key == key))
        assert isinstance(page, kind)
        return page

    def note(self) -> str:
        """Return the quiet words after the title, in the language in force."""
        return _(self.NOTE) if self.NOTE else ""

    def join(self, page: TabPage) -> None:
        """Connect a page that has just been built with the rest of the screen."""

    @property
    def shown_key(self) -> str:
        """Return the key of the tab that is chosen."""
        return self.TABS[max(self.tabs.currentIndex(), 0)].key

    def turn_to(self, key: str) -> None:
        """Show the page of a tab."""
        self.tabs.setCurrentIndex([tab.key for tab in self.TABS].index(key))

    def start(self) -> None:
        """Begin in the page that is shown."""
        self.page.start()

    def refresh(self) -> None:
        """Show what the desk holds now. What was refused before has been seen to, or is no longer so."""
        self.banner.hide()
        open_now = self.live.has_incident
        for at, tab in enumerate(self.TABS):
            self.tabs.setTabVisible(at, open_now or tab.calm)
        self._name_tabs()
        if open_now or self.TABS[self.tabs.currentIndex()].calm:
            self._show_page()

    def tick(self) -> None:
        """Let the page follow the clock."""
        tab = next(tab for tab in self.TABS if tab.key == self.shown_key)
        page = self.pages.get(tab.key)
        if page is not None and self._part.shown is page and (self.live.has_incident or tab.calm):
            page.tick()
            # Not anew after a change, which has just named them: what waits is counted in the whole of an incident.
            if self.live.now().replace(microsecond=0) != self._named:
                self._name_tabs()

    def retranslate(self) -> None:
        """Set every word."""
        self.tabs.setAccessibleName(_("Flikar i {name}").format(name=_(self.NAME)))
        self._name_tabs()
        for page in self.pages.values():
            page.retranslate()

    def show_item(self, key: str) -> None:
        """Go to a page, and to something in it."""
        tab, _colon, item = key.partition(":")
        if tab in {one.key for one in self.TABS}:
            self.turn_to(tab)
            if item:
                self.page.show_item(item)

    def _built(self, tab: Tab) -> TabPage:
        if tab.key not in self.pages:
            page = tab.load()(self.live, self)
            page.retranslate()
            self.pages[tab.key] = page
            self._part.add(page)
            self.join(page)
        return self.pages[tab.key]

    def _show_page(self) -> None:
        page = self.page
        page.refresh()
        self._part.show_part(page)
        for other in self.pages.values():
            for act in other.acts:
                act.setEnabled(other is page)

    def _name_tabs(self) -> None:
        self._named = self.live.now().replace(microsecond=0)
        self.title(_(self.NAME), self.note())
        open_now = self.live.has_incident
        for at, tab in enumerate(self.TABS):
            count = tab.waiting(self.live) if tab.waiting is not None and (open_now or tab.calm) else 0
            name = _(tab.name)
            words = _("{name} ({count})").format(name=name, count=count) if count else name
            if self.tabs.tabText(at) != words:
                self.tabs.setTabText(at, words)

    def _turn(self, _at: int) -> None:
        self.banner.hide()
        if self.live.has_incident or self.TABS[self.tabs.currentIndex()].calm:
            self._show_page()

    def _go_by_key(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.tabs.setCurrentIndex(int(action.data()))
            self.page.start()
