"""Giving an objective its final rating (slutbetyg), with what evaluators saw in sight."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from krisapp.domain.exercising.drill import RATINGS
from krisapp.domain.scoring.evaluation import rate
from krisapp.domain.words import _
from krisapp.ui.theme.theme import current
from krisapp.ui.views.exercise.score.score_rows import ObjectiveRow, rating_words
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, Field, text_field
from krisapp.ui.widgets.plain import label

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class RateDialog(Dialog):
    """Shows the observations of an objective and asks for P, S, M or U, and why."""

    def __init__(self, live: "Live", row: ObjectiveRow, parent: QWidget) -> None:
        super().__init__(_("Slutbetyg: {name}").format(name=row.name), parent, _("Sätt betyg"))
        self._live, self._row = live, row
        self.rating, self.why = Choice(_("Betyg"), self), text_field(_("Varför"), self)
        self.rating.fill([("", _("Välj betyg")), *((one, rating_words(one)) for one in RATINGS)], row.rating)
        self.body.addWidget(label(row.seen or _("Ingen har noterat något om målet."), self, "quiet", wrap=True))
        self.body.addWidget(Field(_("Betyg"), self.rating, self))
        self.body.addWidget(Field(_("Varför"), self.why, self, _("Står i loggen. Får vara tomt.")))
        self.setMinimumWidth(current().px(520))
        self.rating.setFocus()

    def decide(self) -> None:
        """Rate it. Raises `Refused`."""
        self._live.do(rate(self._live.incident, self._row.id, self.rating.key, self.why.text()))
