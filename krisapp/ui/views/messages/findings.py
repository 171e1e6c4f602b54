"""What the checks say of a text (anmärkningar): how hard, why, and what to write instead."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from krisapp.domain.checks import Finding, Severity
from krisapp.domain.words import N_, _
from krisapp.ui.views.messages.preview import TONES
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.rows import Column, RowsModel

SEVERITY_NAMES = {Severity.STOP: N_("stopp"), Severity.WARNING: N_("varning"), Severity.TIP: N_("tips")}
_SHAPES = {Severity.STOP: Shape.CROSS, Severity.WARNING: Shape.TRIANGLE, Severity.TIP: Shape.RING}
_ORDER = (Severity.STOP, Severity.WARNING, Severity.TIP)

Numbered = tuple[int, Finding]


def findings_model(parent: QObject) -> RowsModel[Numbered]:
    """Return a model of findings, the hardest first; a row is its number and the finding."""
    return RowsModel((Column(N_("Anmärkning"), _why, _mark, _suggestion),), lambda row: row[0], parent)


def numbered(findings: Sequence[Finding]) -> list[Numbered]:
    """Return findings as rows, the hardest first and else as they stand in the text."""
    ordered = sorted(findings, key=lambda one: (_ORDER.index(one.severity), one.span))
    return list(enumerate(ordered))


def _why(row: Numbered) -> str:
    return row[1].text


def _mark(row: Numbered) -> Mark:
    severity = row[1].severity
    return Mark(_(SEVERITY_NAMES[severity]), TONES[severity], _SHAPES[severity])


def _suggestion(row: Numbered) -> str:
    finding = row[1]
    if finding.suggestion:
        return _("{rule} · Skriv: {suggestion}").format(rule=finding.rule, suggestion=finding.suggestion)
    return finding.rule
