"""What the checks say of a text (anmärkningar): how hard, why, what to write instead, and where it was written."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QTextCharFormat

from krisapp.compose.tracing import Place, Trace
from krisapp.domain.checking.rules import name_of
from krisapp.domain.checks import Finding, Severity
from krisapp.domain.words import N_, _
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.rows import Column, RowsModel

SEVERITY_NAMES = {Severity.STOP: N_("stopp"), Severity.WARNING: N_("varning"), Severity.TIP: N_("tips")}
TONES = {Severity.STOP: Tone.ALARM, Severity.WARNING: Tone.WAIT, Severity.TIP: Tone.INFO}
_SHAPES = {Severity.STOP: Shape.CROSS, Severity.WARNING: Shape.TRIANGLE, Severity.TIP: Shape.RING}
_ORDER = (Severity.STOP, Severity.WARNING, Severity.TIP)
_LINE = QTextCharFormat.UnderlineStyle
_LINES = {
    Severity.STOP: _LINE.WaveUnderline,
    Severity.WARNING: _LINE.DashUnderline,
    Severity.TIP: _LINE.DotLine,
}
"""Each hardness has a line of its own, so that colour is not needed to tell them apart."""


class Found(NamedTuple):
    """A finding and its number in the list.

    `place` is where it was written, None for what nobody has written. `own` is set when the words there are the
    writer's own, letter for letter, so that they can be replaced.
    """

    number: int
    finding: Finding
    place: Place | None = None
    own: Place | None = None

    @property
    def replaces(self) -> bool:
        """Return whether one key can mend it in the draft."""
        return self.own is not None and self.finding.replacement is not None


def findings_model(parent: QObject) -> RowsModel[Found]:
    """Return a model of findings, the hardest first; a row is its number, the finding and its place."""
    return RowsModel((Column(N_("Anmärkning"), _why, _mark, what_to_do),), lambda row: row.number, parent)


def located(findings: Sequence[Finding], trace: Trace | None) -> list[Found]:
    """Return findings as rows, the hardest first and else as they stand in the text."""
    ordered = sorted(findings, key=lambda one: (_ORDER.index(one.severity), one.span))
    if trace is None:
        return [Found(number, one) for number, one in enumerate(ordered)]
    return [Found(number, one, trace.place(one.span), trace.own(one.span)) for number, one in enumerate(ordered)]


def underline(severity: Severity, *, ground: bool) -> QTextCharFormat:
    """Return how words are marked that a finding is about, with a coloured `ground` or only the line."""
    pair = current().tone(TONES[severity])
    look = QTextCharFormat()
    if ground:
        look.setBackground(QColor(pair.ground))
        look.setForeground(QColor(pair.text))
    look.setUnderlineStyle(_LINES[severity])
    look.setUnderlineColor(QColor(pair.text))
    return look


def told(row: Found) -> str:
    """Return a finding as one sentence for the place it is about: how hard, why, and what to do."""
    parts = (_(SEVERITY_NAMES[row.finding.severity]).capitalize(), row.finding.text, what_to_do(row))
    return _("{severity}: {why} {remedy}").format(severity=parts[0], why=parts[1], remedy=parts[2]).strip()


def what_to_do(row: Found) -> str:
    """Return what mends a finding, and the rule it comes from."""
    finding, rule = row.finding, name_of(row.finding.rule)
    if row.replaces:
        words = finding.replacement or ""
        form = _("Ctrl+. skriver ”{words}” · {rule}") if words else _("Ctrl+. stryker det · {rule}")
        return form.format(words=words, rule=rule)
    if row.place and row.place.blank:
        return _("Enter öppnar det i Läge · {rule}").format(rule=rule)
    if finding.suggestion:
        return _("Skriv: {suggestion} · {rule}").format(suggestion=finding.suggestion, rule=rule)
    return rule


def _why(row: Found) -> str:
    return row.finding.text


def _mark(row: Found) -> Mark:
    severity = row.finding.severity
    return Mark(_(SEVERITY_NAMES[severity]), TONES[severity], _SHAPES[severity])
