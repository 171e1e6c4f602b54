"""The chosen inject in full (rollkort): what the role player says, what to expect of the team, and what one knows."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.domain.exercising.scenario import VIA, Inject, Via
from krisapp.domain.words import N_, _
from krisapp.ui.views.exercise.director.inject_rows import InjectRow
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.page import scrolled
from krisapp.ui.widgets.plain import label

_LEAVE_IT = N_("Du vet inget mer än det som står här. Får du andra frågor, svara att du inte vet.")
_PLAYED = frozenset({Via.PHONE, Via.SPOKEN, Via.RAKEL})


class ChosenCard(Card):
    """Shows an inject with the card of its role player."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        self._text = label("", inside, "strong", wrap=True)
        self._expected = label("", inside, wrap=True)
        self._knows = label("", inside, "quiet", wrap=True)
        for part in (self._text, self._expected, self._knows):
            column.addWidget(part)
        column.addStretch(1)
        self.body.addWidget(scrolled(inside, self), 1)

    def show_row(self, row: InjectRow) -> None:
        """Show what a row holds."""
        one = row.inject
        self.say(
            _("{id}: {via}, {sender} till {receiver}").format(
                id=one.id, via=_(VIA[one.via]).lower(), sender=one.from_, receiver=one.to
            ),
            row.mark.word if row.mark else "",
        )
        self._text.setText(f"”{one.text}”")
        self._expected.setText(_("Förväntad åtgärd: {words}").format(words=one.expected))
        self._expected.setVisible(bool(one.expected))
        knows = _knows(one)
        self._knows.setText(_("Rollkort: {words}").format(words=knows))
        self._knows.setVisible(bool(knows))


def _knows(inject: Inject) -> str:
    return inject.knows or (_(_LEAVE_IT) if inject.via in _PLAYED else "")
