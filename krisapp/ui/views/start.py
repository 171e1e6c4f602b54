"""The screen when nothing has happened (Beredskap): one large button, the files, and what the plan lacks."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from krisapp.domain.matrix import message_ids
from krisapp.domain.words import N_, _
from krisapp.store.trouble import Trouble
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.start_dialog import StartDialog
from krisapp.ui.views.start_files import COLUMNS, FileRow, file_rows, row_key
from krisapp.ui.views.start_readiness import Lack, readiness
from krisapp.ui.views.view import View
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.marks import Mark
from krisapp.ui.widgets.plain import label, tooltip
from krisapp.ui.widgets.row_list import RowList
from krisapp.ui.widgets.rows import Column, RowsModel
from krisapp.workplace import SUFFIX

FIRST_TEXT = "E1-C01.sv"
"""The text a new incident opens with: the own web page for the residents (rule AC1)."""


class Start(View):
    """What the duty officer meets: start an incident with Enter, or open one that is under way."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(live, parent)
        self.begin = Button("", self.start_incident, self, "huge", "start")
        self.begin.setAutoDefault(True)
        self._lead = label("", self, "quiet", wrap=True)
        self.files_model = RowsModel[FileRow](COLUMNS, row_key, self)
        self.files = RowList(self.files_model, "", self)
        self.files.opened.connect(self._open_row)
        self._files_card = Card("", self)
        self._no_files = label("", self, "quiet", wrap=True)
        self._no_files.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.browse = Button("", self.open_file, self, icon="folder")
        self._files_card.head(self.browse)
        self._files_card.body.addWidget(self._no_files)
        self._files_card.body.addWidget(self.files, 1)
        self._plan_card = Card("", self)
        self._plan = label("", self, wrap=True)
        self._plan_card.body.addWidget(self._plan)
        self.lacks_model = RowsModel[Lack](_LACKS, _lack_key, self)
        self.lacks = RowList(self.lacks_model, "", self)
        self.lacks.opened.connect(self._mend)
        self._all_ready = label("", self, wrap=True)
        self._lacks_card = Card("", self)
        self._lacks_card.body.addWidget(self._all_ready)
        self._lacks_card.body.addWidget(self.lacks, 1)
        self.command(N_("Starta händelse"), "Ctrl+N", self.start_incident)
        self.command(N_("Öppna en händelsefil"), "Ctrl+O", self.open_file)
        self._lay_out()

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(Space.M)
        self.begin.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        left.addWidget(self.begin)
        left.addWidget(self._lead)
        left.addWidget(self._files_card, 1)
        right.addWidget(self._plan_card)
        right.addWidget(self._lacks_card, 1)
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        row.addLayout(left, 5)
        row.addLayout(right, 4)
        self.body.addLayout(row, 1)

    def start(self) -> None:
        """Put the focus on the large button, so that Enter starts."""
        self.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show the files of the folder and what the plan lacks."""
        now, plan = self.live.now(), self.live.plan
        rows = file_rows(self.live.workplace.incidents(), now)
        self.files_model.feed(rows)
        self.files.setVisible(bool(rows))
        self._no_files.setVisible(not rows)
        if rows and not self.files.currentIndex().isValid():
            self.files.choose(row_key(rows[0]))
        lacks = readiness(plan, now.date())
        self.lacks_model.feed(lacks)
        self.lacks.setVisible(bool(lacks))
        self._all_ready.setVisible(not lacks)
        words = [
            _("Version {version}").format(version=plan.version),
            _("antagen {date}, {decision}").format(date=plan.adopted, decision=plan.decision) if plan.adopted else "",
            _("ansvarig: {owner}").format(owner=plan.owner) if plan.owner else "",
            _("ses över senast {date}").format(date=plan.review_due) if plan.review_due else "",
        ]
        self._plan.setText("\n".join(word for word in words if word))

    def retranslate(self) -> None:
        """Set every word of the screen."""
        self.title(_("Beredskap"), _("Ingen händelse pågår"))
        self.begin.say(_("Starta händelse"))
        tooltip(self.begin, _("Enter eller Ctrl+N"))
        self._lead.setText(
            _("Enter startar. Du väljer vad som har hänt och var, och får en första text till invånarna på en gång.")
        )
        self._files_card.say(_("Händelser i arbetsmappen"))
        self.files.setAccessibleName(_("Händelser i arbetsmappen"))
        self._no_files.setText(
            _("Här finns ingen händelsefil än. Starta en händelse, eller öppna en fil från ett annat ställe.")
        )
        self.browse.say(_("Öppna fil …"))
        tooltip(self.browse, _("Ctrl+O"))
        self._plan_card.say(_("Krisplanen"))
        self._lacks_card.say(_("Att åtgärda i planen"))
        self.lacks.setAccessibleName(_("Att åtgärda i planen"))
        self._all_ready.setText(
            _("Rollerna har ersättare, kontakterna är kontrollerade och de kompletterande dokumenten finns.")
        )
        self.files_model.retranslate()

    def show_item(self, key: str) -> None:
        """Choose an incident file by its path."""
        self.files.choose(key)

    def start_incident(self) -> None:
        """Ask what has happened, start, and show the first text to the residents."""
        dialog = StartDialog(self.live, self)
        done = dialog.run()
        desk = dialog.desk
        dialog.deleteLater()
        if not done or desk is None:
            return
        self.live.sit(desk.person)
        self.live.open(desk)
        ids = message_ids(self.live.plan)
        first = FIRST_TEXT if FIRST_TEXT in ids else next((id for id in ids if id.startswith("E1-")), "")
        self.live.shown.emit("messages", first)

    def open_file(self) -> None:
        """Ask for an incident file anywhere and open it."""
        pattern = _("Händelsefiler ({pattern})").format(pattern=f"*{SUFFIX}")
        folder = str(self.live.workplace.folder)
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Öppna en händelsefil"), folder, pattern)
        if chosen:
            self.open_path(Path(chosen))

    def open_path(self, path: Path) -> None:
        """Open an incident file; say in one sentence why it cannot be opened."""
        self.banner.hide()
        try:
            desk = self.live.workplace.open(path)
        except (Trouble, OSError) as no:
            self.refuse(str(no))
            return
        if desk.incident.start is None:
            desk.close()
            self.refuse(_("{file} går att läsa, men ingen händelse har startat i den.").format(file=path.name))
            return
        self.live.open(desk)

    def _open_row(self, row: FileRow) -> None:
        self.open_path(row.known.path)

    def _mend(self, lack: Lack) -> None:
        self.live.shown.emit(lack.view, lack.item)

    def refuse(self, sentence: str) -> None:
        """Say above the body why something was refused."""
        self.banner.say(sentence, Tone.ALARM)


def _lack_key(lack: Lack) -> str:
    return lack.key


def _lack_title(lack: Lack) -> str:
    return lack.title


def _lack_detail(lack: Lack) -> str:
    return lack.detail


def _lack_mark(lack: Lack) -> Mark:
    return lack.mark


_LACKS = (Column[Lack](N_("Att åtgärda"), _lack_title, mark=_lack_mark, detail=_lack_detail),)
