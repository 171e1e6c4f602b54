"""Which plan a new incident starts on (planen för händelsen, P41), in one sentence of the start dialog."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.domain.words import _, ngettext
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.fields import Tick
from krisapp.ui.widgets.plain import label


class PlanLine(QWidget):
    """Says which version it is. When the draft says something else, it can be chosen instead."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self.words = label("", self, "quiet", wrap=True)
        self.draft = Tick(_("Starta på utkastet i stället"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self.words)
        column.addWidget(self.draft)
        told, differs = plan_words(live)
        self.words.setText(told)
        self.draft.setVisible(differs)

    def lacks(self, collection: str, id: str) -> bool:
        """Return whether what is chosen stands only in the draft, which is not what the incident starts on."""
        if self.draft.isHidden() or self.unadopted or not id:
            return False
        return all(row.id != id for row in getattr(self._live.workplace.plan_in_force(), collection))

    @property
    def unadopted(self) -> bool:
        """Return whether the incident is to start on the plan as it stands, adopted or not."""
        return self.draft.isChecked()


def plan_words(live: Live) -> tuple[str, bool]:
    """Return the sentence about the plan, and whether the draft differs from what is adopted."""
    workplace = live.workplace
    plan, adopted = workplace.plan, workplace.adopted_plan()
    if adopted is None:
        told = _("Händelsen startar på planen {version} som den är nu. Ingen antagen version finns sparad här.")
        return told.format(version=plan.version), False
    from krisapp.domain.planning.plan_in_force import unadopted  # only for one who starts

    count = len(unadopted(adopted, plan))
    started = _("Händelsen startar på {version}, antagen {date}, med dagens kontakter och kanaler.")
    told = started.format(version=adopted.version, date=adopted.adopted)
    if not count:
        return told, False
    left = ngettext(
        "{told} {count} ändring i utkastet är inte antagen och är inte med.",
        "{told} {count} ändringar i utkastet är inte antagna och är inte med.",
        count,
    )
    return left.format(told=told, count=count), True
