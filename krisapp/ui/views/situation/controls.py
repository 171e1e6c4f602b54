"""Which control a field is filled in with, by its form."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from krisapp.domain.fields import Field
from krisapp.domain.leading.picture.assessing import AREAS, CONFIDENCE, CONSEQUENCES, HORIZONS, STEPS
from krisapp.domain.words import _
from krisapp.ui.views.situation.choices import Choices, OneChoice
from krisapp.ui.views.situation.control import Control, Lines, Places, Prose, Sentence, YesNo
from krisapp.ui.views.situation.entries import KINDS, Entries
from krisapp.ui.views.situation.next_update import NextUpdate
from krisapp.ui.views.situation.parts import CONTACTS, FORMS, affected, by_key, form_of

if TYPE_CHECKING:
    from krisapp.ui.live import Live


def control_for(field: Field, live: "Live", parent: QWidget) -> Control:
    """Return the control of a field."""
    if field.form in KINDS:
        return Entries(field.form, parent)
    if field.form in FORMS:
        return form_of(field.form)(parent)
    return _MAKERS[field.form](live, parent)


def _safe_points(live: "Live") -> Callable[[], Sequence[tuple[str, str]]]:
    return lambda: [(point.name, point.name) for point in live.plan.safe_points]


def _contacts(_live: "Live") -> Callable[[], Sequence[tuple[str, str]]]:
    return lambda: [(key, _(word)) for key, word in CONTACTS]


def _consequences() -> Sequence[tuple[str, str]]:
    return [(key, _(word)) for key, word in CONSEQUENCES.items()]


def _horizons() -> Sequence[tuple[str, str]]:
    return [(key, _(word)) for key, word in HORIZONS.items()]


_MAKERS: dict[str, Callable[["Live", QWidget], Control]] = {
    "sentence": lambda _live, parent: Sentence(parent),
    "text": lambda _live, parent: Prose(parent),
    "sentences": lambda _live, parent: Lines(parent),
    "names": lambda _live, parent: Lines(parent),
    "yes_no": lambda _live, parent: YesNo(parent),
    "places": lambda live, parent: Places(parent, lambda: tuple(place.name for place in live.plan.places)),
    "time": lambda live, parent: NextUpdate(parent, live.now),
    "affected": lambda _live, parent: affected(parent),
    "contact": lambda live, parent: by_key(_contacts(live))(parent),
    "impact": lambda _live, parent: Choices(parent, AREAS, STEPS),
    "confidence": lambda _live, parent: OneChoice(parent, CONFIDENCE),
    "consequences": lambda _live, parent: by_key(_consequences)(parent),
    "forecast": lambda _live, parent: by_key(_horizons)(parent),
    "safe_points": lambda live, parent: by_key(_safe_points(live))(parent),
}
