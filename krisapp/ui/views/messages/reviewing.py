"""The findings of the open text, underlined where they were written, and mended with one key (rättning)."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTextEdit

from krisapp.compose.tracing import Trace
from krisapp.domain.checks import Finding, Severity
from krisapp.ui.views.messages import source_text
from krisapp.ui.views.messages.findings import Found, findings_model, located, told, underline
from krisapp.ui.views.messages.preview import Preview
from krisapp.ui.views.messages.source_edit import SourceEdit

_LATER = (Severity.TIP, Severity.WARNING, Severity.STOP)


class Review(QObject):
    """Shows findings in source and preview. `wanted` asks for a blank's thing on the sheet."""

    wanted = Signal(str)
    """The blank, as it is written."""

    def __init__(self, source: SourceEdit, preview: Preview) -> None:
        super().__init__(source)
        self.rows = findings_model(self)
        self._source, self._preview = source, preview

    def show(self, findings: Sequence[Finding], trace: Trace | None, *, as_shown: bool) -> None:
        """Show the findings of a text; `as_shown` tells whether the preview is of that very text."""
        rows = located(findings, trace)
        self.rows.feed(rows)
        order = sorted(rows, key=lambda row: _LATER.index(row.finding.severity))
        self._preview.mark([row.finding for row in order] if as_shown else [])
        self._source.setExtraSelections([made for made in map(self._selection, order) if made])

    def tell(self, at: int) -> str:
        """Return what the findings say of a place in the source; nothing where there is none."""
        return "\n".join(told(row) for row in self.at(at))

    def at(self, at: int) -> list[Found]:
        """Return the findings at a place in the source, the hardest first."""
        return [row for row in self.rows.rows if row.place and row.place.start <= at <= row.place.end]

    def mend(self) -> bool:
        """Mend the first finding at the cursor, else the next one after it that can be mended (Ctrl+.)."""
        at = self._source.at
        able = [row for row in self.rows.rows if row.replaces and row.own]
        here = [row for row in able if row in self.at(at)]
        ahead = sorted(able, key=lambda row: (row.own.start < at, row.own.start) if row.own else (True, 0))
        found = (here or ahead)[:1]
        return bool(found) and self.apply(found[0])

    def apply(self, row: Found) -> bool:
        """Put the suggested words in the place of those a finding is about; return whether it could be done."""
        if not row.replaces or row.own is None or self._source.isReadOnly():
            return False
        start, end, words = row.own.start, row.own.end, row.finding.replacement or ""
        if not words:
            start, end = _with_space(self._source.toPlainText(), start, end)
        self._source.replace(start, end, words)
        return True

    def open(self, row: Found) -> None:
        """Do what can be done about a finding (Enter): mend it, or go where it was written."""
        if self.apply(row):
            self._source.setFocus()
        elif row.place and row.place.blank:
            self.wanted.emit(row.place.blank)
        elif row.place:
            self.go_to(row)
            self._source.setFocus()

    def go_to(self, row: Found) -> None:
        """Show where a finding is, in source and preview."""
        self._preview.jump(row.finding)
        if row.place:
            self._source.go_to(row.place.start, row.place.end)

    def _selection(self, row: Found) -> QTextEdit.ExtraSelection | None:
        if row.place is None:
            return None
        selection = QTextEdit.ExtraSelection()
        cursor = source_text.choose(self._source.document(), row.place.start, row.place.end)
        selection.cursor, selection.format = cursor, underline(row.finding.severity, ground=False)
        return selection


def _with_space(source: str, start: int, end: int) -> tuple[int, int]:
    """Return a span to strike with one of the spaces around it, so that no two are left side by side."""
    before, after = source[start - 1 : start], source[end : end + 1]
    if before == " " and (not after or after in " \n.,;:!?"):
        return start - 1, end
    return (start, end + 1) if after == " " and before in ("", "\n") else (start, end)
