"""Choosing a paper of a scenario (övningens papper) to be printed or saved (row EX6)."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from krisapp.documents.exercise.scenario_frame import Setting
from krisapp.documents.exercise.scenario_papers import PAPERS, Make
from krisapp.domain.exercising.scenario import Scenario
from krisapp.domain.words import N_, _
from krisapp.store.scenario_files import objectives
from krisapp.ui.theme.theme import current
from krisapp.ui.views.exercise.score.reading import Past, to_try
from krisapp.ui.views.exercise.score.scoring_job import Folder
from krisapp.ui.views.paper_saving import show_paper
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.plain import label
from krisapp.ui.widgets.row_list import RowList
from krisapp.ui.widgets.rows import Column, RowsModel

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class PaperRow(NamedTuple):
    """A paper of the list."""

    key: str
    name: str
    about: str
    make: Make


class PapersDialog(Dialog):
    """The five papers; Enter shows the chosen one, and the dialog stays for the next.

    What is still to be better since earlier drills is read meanwhile, and stands on the evaluators' forms.
    """

    def __init__(self, live: "Live", scenario: Scenario, parent: QWidget) -> None:
        super().__init__(_("Papper till {name}").format(name=scenario.name), parent, _("Visa"), cancel=False)
        self._scenario, self.live = scenario, live
        self._past: list[Past] = []
        self.folder = Folder(live, self)
        self.folder.read.connect(self._take)
        self.model = RowsModel[PaperRow](COLUMNS, lambda row: row.key, self)
        self.list = RowList(self.model, _("Papper"), self)
        self.model.feed([PaperRow(*row) for row in PAPERS])
        self.list.choose(PAPERS[0][0])
        self.list.opened.connect(self._show)
        self.body.addWidget(
            label(_("Skriv ut före övningen, så går den att leda utan dator. Esc stänger."), self, "quiet", wrap=True)
        )
        self.body.addWidget(self.list, 1)
        self.resize(current().px(560), current().px(430))
        self.list.setFocus()
        self.folder.begin()

    def press(self) -> None:
        """Show the chosen paper, and stay."""
        self._show(self.list.current)

    def _show(self, row: object) -> None:
        if isinstance(row, PaperRow):
            names = {one.id: one.name for one in objectives()}
            now = self.live.now()
            setting = Setting(self._scenario, self.live.plan, names, to_try(self._past, "", now))
            show_paper(self, lambda: row.make(setting, now))

    def _take(self, past: list[Past]) -> None:
        self._past = past


COLUMNS = (Column[PaperRow](N_("Papper"), lambda row: _(row.name), detail=lambda row: _(row.about)),)
