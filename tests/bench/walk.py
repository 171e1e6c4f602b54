"""Walking through the window as a person does, with a meter of how long it does not answer."""

from collections.abc import Callable, Iterator
from functools import partial
from time import perf_counter

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit

from krisapp.domain.situation import set_fields
from krisapp.ui.live import Live
from krisapp.ui.stall import StallMeter
from krisapp.ui.theme.tokens import Scheme
from krisapp.ui.views.log import Log
from krisapp.ui.views.messages.approving import Approving
from krisapp.ui.views.messages.releasing import Releasing
from krisapp.ui.views.messages.view import MessagesView
from krisapp.ui.warming import Warming
from krisapp.ui.window import Window
from tests.bench import water

QUIET = 0.1
"""Seconds after which an operation without more to do is over."""

LINES = 10_000

Step = tuple[str, Callable[[], object]]


class Walk:
    """An open window and what one does in it; `stalls` has the longest stall of each step in seconds.

    `looks` has those of changing scheme, language and text size.
    """

    def __init__(self, window: Window, live: Live) -> None:
        self.window, self.live = window, live
        self.stalls: dict[str, float] = {}
        self.looks: dict[str, float] = {}
        self._meter = StallMeter(window)
        self._warming = Warming(window)
        self._dialog: Approving | Releasing | None = None
        self._messages: MessagesView | None = None

    def go(self) -> None:
        """Do every step."""
        for name, act in self._work():
            self.measure(name, act)
        for name, act in self._look():
            self.looks[name] = self.measure(name, act)
            del self.stalls[name]

    def measure(self, name: str, act: Callable[[], object]) -> float:
        """Do one thing in the running event loop, wait until all it led to is done, and return the longest stall."""
        self._meter.start()
        QTimer.singleShot(0, act)
        end = perf_counter() + QUIET
        while perf_counter() < end:
            QApplication.processEvents()
            if self._busy:
                end = perf_counter() + QUIET
        self.stalls[name] = self._meter.stop() / 1000
        return self.stalls[name]

    @property
    def _busy(self) -> bool:
        return (
            self._warming.busy or self.window._look.busy or (self._messages is not None and self._messages.sweep.busy)
        )

    def _work(self) -> Iterator[Step]:
        window = self.window
        yield "nothing at all", lambda: None
        yield "show the window", window.show
        yield "make the screens ready", self._warming.begin
        # Looked for once: to look through all of a window's parts takes a tenth of what must never be waited.
        self._messages = window.findChild(MessagesView)
        for place in window.places:
            yield f"visit {place.key}", partial(window.go, place.key)
        for place in window.places:
            yield f"visit {place.key} again", partial(window.go, place.key)
        yield "fill in the facts", lambda: water.put_facts(self.live)
        yield "visit messages with new facts", lambda: window.go("messages")
        yield from self._let_out()
        yield from self._edit()
        yield from self._log()

    def _let_out(self) -> Iterator[Step]:
        window, texts = self.window, self.live.texts
        view = window.findChild(MessagesView)
        assert view is not None

        def approve() -> None:
            self._dialog = Approving(self.live, texts.ids(), view)
            self._dialog.show()

        def release() -> None:
            self._dialog = Releasing(self.live, texts.ids(), texts.ids(), view)
            for words in self._dialog.findChildren(QLineEdit):
                words.setText("mätning")
            self._dialog.why.choose("other")
            self._dialog.show()

        def confirm() -> None:
            assert self._dialog is not None
            for tick in self._dialog.findChildren(QCheckBox):
                tick.setChecked(True)
            self._dialog.press()
            assert not self._dialog.isVisible()

        yield "show all texts for approval", approve
        yield "approve all texts", confirm
        yield "show what may be released", release
        yield "release all texts in order", confirm
        yield "change a fact that all texts use", self._change_fact

    def _change_fact(self) -> None:
        self.live.do(set_fields(self.live.incident, {"headline": "Koka allt vatten du dricker i Malmköping"}))

    def _edit(self) -> Iterator[Step]:
        view = self.window.findChild(MessagesView)
        assert view is not None
        yield (
            "make new versions",
            lambda: self.live.texts.renew(self.live.texts.ids(), self.live.texts.stage("E1-C01.sv")),
        )
        yield "open a text", lambda: view.open_editor("E1-C01.sv")
        for word in ("Vattnet ", "är ", "klart."):
            yield f"type “{word.strip()}”", partial(view.editor.source.insertPlainText, word)
        yield "save the text", view.editor.store
        yield "close the text", view.close_editor

    def _log(self) -> Iterator[Step]:
        window = self.window
        yield "open the log", lambda: window.go("log")
        log = window.findChild(Log)
        assert log is not None
        # Nobody writes ten thousand lines at once: the stall of that, and of all it leads to, is nobody's.
        self.measure("ten thousand lines at once", lambda: water.write_lines(self.live, LINES))
        del self.stalls["ten thousand lines at once"]
        yield "write a line", lambda: water.write_lines(self.live, 1)
        yield "search the log", lambda: log.search.setText("storgatan")
        yield "search for one line", lambda: log.search.setText("Samtal 499")
        yield "show the whole log", log.clear_filter
        yield "scroll to the top", log.table.scrollToTop
        yield "go to the overview", lambda: window.go("overview")

    def _look(self) -> Iterator[Step]:
        look = self.window._look
        for key in ("messages", "log"):
            yield f"go to {key}", partial(self.window.go, key)
            yield f"dark in {key}", lambda: look.pick_scheme(Scheme.DARK.value)
            yield f"English in {key}", lambda: look.pick_language("en")
            yield f"larger text in {key}", look.larger
            yield f"back in {key}", partial(look.pick_scheme, Scheme.LIGHT.value)
            yield f"Swedish in {key}", partial(look.pick_language, "sv")
            yield f"usual text in {key}", look.normal
