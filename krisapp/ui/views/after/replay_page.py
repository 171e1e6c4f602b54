"""The page Spela upp: choose an incident or an exercise, and see it again minute by minute."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from krisapp.domain.words import _
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.after.replay_opening import Opening
from krisapp.ui.views.start_files import COLUMNS, FileRow, file_rows, row_key
from krisapp.ui.views.tabbed import TabbedView, TabPage
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.empty import Empty
from krisapp.ui.widgets.plain import label
from krisapp.ui.widgets.row_list import RowList
from krisapp.ui.widgets.rows import RowsModel

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class ReplayPage(TabPage):
    """The incident files of the workplace, the open one chosen to begin with; Enter plays. Under Efter and Övning."""

    def __init__(self, live: "Live", view: TabbedView) -> None:
        super().__init__(live, view)
        self.about = label("", self, wrap=True)
        self.model = RowsModel[FileRow](COLUMNS, row_key, self)
        self.list = RowList(self.model, "", self)
        self.list.opened.connect(self._open)
        self.play_button = Button("", self.play, self, "primary", "clock")
        self.opening = Opening(live, self)
        self._none = Empty(self, "clock")
        self._read_at: tuple[Path | None, ...] = ()
        row = QHBoxLayout()
        row.addWidget(self.play_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.M, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.about)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        column.addWidget(self._none, 1)

    def start(self) -> None:
        """Begin in the list."""
        self.list.setFocus()

    def refresh(self) -> None:
        """Show the files of the folder, read anew when another incident has been opened."""
        path = self.live.desk.path if self.live.has_incident else None
        if self._read_at != (path,):
            self._read_at = (path,)
            self.model.feed(file_rows(self.live.workplace.incidents(), self.live.now()))
            if path is None and self.model.rows:
                self.list.choose(self.model.keys[0])
            self.list.choose(str(path))
            self._none.setVisible(not self.model.rows)
            self.play_button.setEnabled(bool(self.model.rows))
            self.list.setVisible(bool(self.model.rows))

    def retranslate(self) -> None:
        """Set every word."""
        self.about.setText(
            _(
                "Se en händelse eller en övning igen, minut för minut: varje skärm som den såg ut, vilka texter som "
                "var ute och vad som var känt just då. Inget kan ändras i en uppspelning."
            )
        )
        self.list.setAccessibleName(_("Händelser och övningar"))
        self.play_button.say(_("Spela upp"))
        self._none.say(
            _("Det finns inget att spela upp än"), _("Gör en övning först. Den hamnar här när den har börjat.")
        )

    def play(self) -> None:
        """Open the replay of the chosen file."""
        self._open(self.list.current)

    def _open(self, row: object) -> None:
        if isinstance(row, FileRow):
            self.opening.open(row.known.path)
