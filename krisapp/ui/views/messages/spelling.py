"""The spelling of the open text (rättstavning): looked up in small steps, so that typing never waits for it."""

import re
from collections import deque
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from krisapp.domain.checks import Finding, Severity
from krisapp.domain.language.spelling import WordList
from krisapp.domain.words import _
from krisapp.store.word_lists import add_own_word, drop_own_word, word_list
from krisapp.ui.background import Job

if TYPE_CHECKING:
    from krisapp.ui.live import Live

SPELLING = "Stavning"
"""What stands in the place of a rule's number."""
SLICE = 0.008
LONGEST_CHECKED = 20_000
_WORD = re.compile(r"(?<![\w.@/\[-])[^\W\d_]{2,}(?:-[^\W\d_]+)*(?![\w@/-]|\.[^\W_])")
_BLANK = re.compile(r"\[fyll i: [^\]]*\]")
_STARTS = re.compile(r"(?:^|[.!?:–-]\s+|\n\s*|[”\"(])$")


class Spelling(QObject):
    """Keeps what is known of each word. `known` tells that more is."""

    known = Signal()

    def __init__(self, live: "Live", parent: QObject) -> None:
        super().__init__(parent)
        self._live = live
        self._list: WordList | None = None
        self._for: object = None
        self._right: dict[str, bool] = {}
        self._near: dict[str, tuple[str, ...]] = {}
        self._waiting: deque[str] = deque()
        self._unsure: deque[str] = deque()
        self._job: Job | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._step)

    @property
    def busy(self) -> bool:
        """Return whether some word has not been looked up, or has no suggestion yet that may get one."""
        return bool(self._waiting or self._unsure or self._job)

    def findings(self, text: str) -> list[Finding]:
        """Return the words of a text that are not in the list, as far as is known; the rest is looked up from now."""
        self._take_list()
        found = []
        clear = _BLANK.sub(lambda blank: " " * len(blank.group()), text[:LONGEST_CHECKED])
        for one in _WORD.finditer(clear):
            word = one.group()
            if word not in self._right:
                self._right[word] = True
                self._waiting.append(word)
            elif not self._right[word]:
                near = self._near.get(word)
                # A name inside a sentence is no slip, unless it is nearly a name we know.
                name = word[0].isupper() and not _STARTS.search(clear[max(0, one.start() - 4) : one.start()])
                if near or not name:
                    found.append(_finding(one.span(), word, near or ()))
        if self._waiting:
            self._timer.start()
        return found

    def add(self, word: str) -> None:
        """Add a word to the list of the workplace (lägg till i ordlistan). Raises `OSError`."""
        add_own_word(self._live.workplace.folder, word)
        self._forget()

    def drop(self, word: str) -> None:
        """Take a word out of the list of the workplace. Raises `OSError`."""
        drop_own_word(self._live.workplace.folder, word)
        self._forget()

    def _forget(self) -> None:
        self._for = None
        self.known.emit()

    def _take_list(self) -> WordList:
        plan = self._live.plan
        if self._list is None or self._for is not plan:
            self._list, self._for = word_list(plan, self._live.workplace.folder), plan
            self._right.clear()
            self._near.clear()
            self._waiting.clear()
            self._unsure.clear()
        return self._list

    def _step(self) -> None:
        words, end = self._take_list(), perf_counter() + SLICE
        news = False
        while self._waiting and perf_counter() < end:
            word = self._waiting.popleft()
            self._right[word] = words.knows(word)
            if not self._right[word]:
                news = True
                self._unsure.append(word)
        if not self._waiting:
            self._timer.stop()
            self._look_near()
        if news and not self._waiting:
            self.known.emit()

    def _look_near(self) -> None:
        """Look for what a word may have been meant to be, in another thread: that takes a tenth of a second each."""
        if self._job is not None or not self._unsure:
            return
        words, batch = self._take_list(), tuple(self._unsure)
        self._unsure.clear()
        self._job = Job(lambda: {word: words.suggestions(word) for word in batch}, self)
        self._job.done.connect(self._arrive)
        self._job.start()

    def _arrive(self, near: object) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        if isinstance(near, dict):
            self._near.update(near)
            self.known.emit()
        self._look_near()


def _finding(span: tuple[int, int], word: str, near: tuple[str, ...]) -> Finding:
    return Finding(
        SPELLING,
        Severity.TIP,
        span,
        _("Ordet ”{word}” finns inte i ordlistan.").format(word=word),
        ", ".join(near),
        near[0] if near else None,
    )
