"""The controls of a plan form (formulärfält): one for each kind of field, filled in and read back as a value."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from krisapp.domain.plan import Plan
from krisapp.domain.planning.plan_forms import FormField, Kind
from krisapp.domain.planning.plan_wording import choices, way_of, way_words
from krisapp.domain.words import N_, Refused, _
from krisapp.ui.theme.theme import current
from krisapp.ui.views.plan.table.logo_choice import LogoChoice
from krisapp.ui.views.plan.table.picked_list import PickedList
from krisapp.ui.views.plan.table.tick_row import TickRow
from krisapp.ui.widgets.fields import Choice, Tick, text_field
from krisapp.ui.widgets.plain import editor

MOST = 9999
"""The largest number a field takes."""


class Filled(NamedTuple):
    """A control on the form, and how its value is read. Reading raises `Refused` for what cannot be used."""

    widget: QWidget
    read: Callable[[], Any]


def control(field: FormField, value: Any, plan: Plan, parent: QWidget) -> Filled:
    """Return the control of a field with a value in it."""
    if field.kind in (Kind.TEXT, Kind.LINES, Kind.WAYS):
        return _area(field, value, parent)
    if field.kind is Kind.TICK:
        tick = Tick(_("Ja"), parent)
        tick.setChecked(bool(value))
        return Filled(tick, tick.isChecked)
    if field.kind in (Kind.CHOICE, Kind.ONE):
        return _choice(field, str(value), plan, parent)
    if field.kind is Kind.PICTURE:
        logo = LogoChoice(_(field.label), str(value), parent)
        return Filled(logo, logo.read)
    if field.kind is Kind.SEVERAL:
        made = TickRow if field.choices else PickedList
        picked = made(_(field.label), _among(field, plan), value, parent)
        return Filled(picked, partial(getattr, picked, "keys"))
    hint = _("till exempel 2026-11-24") if field.kind is Kind.DATE else ""
    line = text_field(_(field.label), parent, hint)
    line.setText(str(value))
    line.setCursorPosition(0)
    reads = {Kind.NUMBER: _number, Kind.DATE: _date}
    return Filled(line, partial(reads.get(field.kind, _line), line))


def _area(field: FormField, value: Any, parent: QWidget) -> Filled:
    area = editor(_(field.label), parent)
    lines: Iterable[str] = map(way_words, value) if field.kind is Kind.WAYS else value
    area.setPlainText(value if field.kind is Kind.TEXT else "\n".join(lines))
    area.setFixedHeight(current().px(76))
    reads = {Kind.LINES: _lines, Kind.WAYS: _ways}
    return Filled(area, partial(reads.get(field.kind, _text), area))


def _choice(field: FormField, value: str, plan: Plan, parent: QWidget) -> Filled:
    choice = Choice(_(field.label), parent)
    choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setMinimumContentsLength(16)
    among = _among(field, plan)
    if not field.choices:
        among.insert(0, ("", _("Välj …") if field.must else _("ingen")))
    if value and value not in dict(among):
        # What the plan says is never lost by opening the form.
        among.append((value, value))
    choice.fill(among)
    choice.setCurrentIndex(max(choice.findData(value), 0))
    return Filled(choice, partial(getattr, choice, "key"))


def _among(field: FormField, plan: Plan) -> list[tuple[str, str]]:
    return choices(plan, field.of) if field.of else [(key, _(words)) for key, words in field.choices]


def _line(line: QLineEdit) -> str:
    return " ".join(line.text().split())


def _text(area: QPlainTextEdit) -> str:
    return area.toPlainText().strip()


def _lines(area: QPlainTextEdit) -> tuple[str, ...]:
    return tuple(line.strip() for line in area.toPlainText().split("\n") if line.strip())


def _ways(area: QPlainTextEdit) -> tuple[str, ...]:
    return tuple(way_of(line) for line in _lines(area))


def _number(line: QLineEdit) -> int:
    typed = line.text().strip() or "0"
    if not (typed.isascii() and typed.isdecimal() and int(typed) <= MOST):
        raise Refused(N_("Skriv ett helt tal, till exempel 2."))
    return int(typed)


def _date(line: QLineEdit) -> str:
    typed = line.text().strip()
    if not typed:
        return ""
    try:
        return date.fromisoformat(typed).isoformat()
    except ValueError:
        raise Refused(N_("Skriv datumet som 2026-11-24.")) from None
