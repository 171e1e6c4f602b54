"""The screen when nothing has happened (Beredskap): one large button, the files, and whether we are ready."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from krisapp.domain.matrix import message_ids
from krisapp.domain.words import N_, _
from krisapp.store.trouble import Trouble
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.start_backup import BackupLine
from krisapp.ui.views.start_bag import BagLine
from krisapp.ui.views.start_dialog import StartDialog
from krisapp.ui.views.start_files import COLUMNS, FileRow, file_rows, row_key, under_way
from krisapp.ui.views.start_mending import Mending
from krisapp.ui.views.start_readiness import COLUMNS as READY_COLUMNS
from krisapp.ui.views.start_readiness import WHEEL, ReadyRow, ready_rows
from krisapp.ui.views.start_readiness import row_key as ready_key
from krisapp.ui.views.view import View
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.card import Card
from krisapp.ui.widgets.plain import label, tooltip
from krisapp.ui.widgets.row_list import RowList
from krisapp.ui.widgets.rows import RowsModel
from krisapp.ui.widgets.wrapped_list import WrappedList
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
        self.join = Button("", self.join_incident, self, icon="people")
        self._files_card.head(self.join)
        self._files_card.body.addWidget(self._no_files)
        self._files_card.body.addWidget(self.files, 1)
        self._plan_card = Card("", self)
        self._plan = label("", self, wrap=True)
        self._plan_card.body.addWidget(self._plan)
        self._no_secrets = label("", self, "quiet", wrap=True)
        self._wheel = Button("", self.go_to_wheel, self, icon="calendar")
        self._plan_card.head(self._wheel)
        self.bag = BagLine(live, self.banner, self)
        self.backup = BackupLine(live, self.banner, self)
        self.mending = Mending(live, self, self.start_exercise, self.bag.pack)
        self.ready_model = RowsModel[ReadyRow](READY_COLUMNS, ready_key, self)
        self.ready = WrappedList(self.ready_model, "", self)
        self.ready.opened.connect(self.mending.mend)
        self.ready.chosen.connect(self._offer)
        self.mend = Button("", self._mend_chosen, self, "primary")
        self._ready_card = Card("", self)
        self._ready_card.body.addWidget(self.ready, 1)
        self._ready_card.head(self.mend)
        self._ready_card.body.addWidget(self.bag)
        self._ready_card.body.addWidget(self.backup)
        begin = self.command(N_("Starta händelse"), "Ctrl+N", self.start_incident)
        # From the head too: whoever has just said who they are stands there.
        begin.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self.command(N_("Öppna en händelsefil"), "Ctrl+O", self.open_file)
        self.command(N_("Gå med i en händelse"), "Ctrl+G", self.join_incident)
        self.command(N_("Uppdatera väskan på usb"), "Ctrl+U", self.bag.pack)
        self._lay_out()

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(Space.M)
        self.begin.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        left.addWidget(self.begin)
        left.addWidget(self._lead)
        left.addWidget(self._files_card, 1)
        left.addWidget(self._plan_card)
        left.addWidget(self._no_secrets)
        right.addWidget(self._ready_card)
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        row.addLayout(left, 1)
        row.addLayout(right, 1)
        self.body.addLayout(row, 1)

    def start(self) -> None:
        """Put the focus on the large button, so that Enter starts; or on a real incident that is under way."""
        going_on = under_way(self.files_model.rows, self.live.now())
        if going_on is not None:
            self.files.choose(row_key(going_on))
            self.files.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show the files of the folder and how ready we are."""
        now, plan = self.live.now(), self.live.plan
        self.backup.refresh()
        rows = file_rows(self.live.workplace.incidents(), now)
        self.files_model.feed(rows)
        self.files.setVisible(bool(rows))
        self._no_files.setVisible(not rows)
        if rows and not self.files.currentIndex().isValid():
            self.files.choose(row_key(rows[0]))
        self.ready_model.feed(ready_rows(self.live))
        if not self.ready.currentIndex().isValid():
            self.ready.choose(ready_key(self.ready_model.rows[0]))
        self._say_ready()
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
        self.join.say(_("Gå med …"))
        tooltip(self.join, _("Gå med i en händelse som en annan konsol har startat (Ctrl+G)"))
        self._plan_card.say(_("Krisplanen"))
        self._no_secrets.setText(_("Säkerhetsskyddsklassificerade uppgifter hör inte hemma i Krisapp."))
        self.ready.setAccessibleName(_("Är vi redo?"))
        self._wheel.say(_("Årshjul"))
        self.bag.retranslate()
        self.backup.retranslate()
        self._say_ready()
        self.ready_model.retranslate()
        self.files_model.retranslate()

    def show_item(self, key: str) -> None:
        """Choose an incident file by its path."""
        self.files.choose(key)

    def start_incident(self) -> None:
        """Ask what has happened, start, and show the first text to the residents."""
        self._start()

    def start_real(self) -> None:
        """Start a real incident in the middle of a drill: the dialog says from the beginning that it is real."""
        self._start(real=True)

    def _start(self, *, real: bool = False) -> None:
        dialog = StartDialog(self.live, self)
        if real:
            dialog.reality.choose("real")
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

    def join_incident(self) -> None:
        """Choose a stick or folder, and take part in an incident that another console began."""
        from krisapp.ui.views.consoles.join_dialog import JoinDialog  # here: few join one

        dialog = JoinDialog(self.live, "", self)
        joined = dialog.run()
        dialog.deleteLater()
        if joined and dialog.path is not None:
            self.open_path(dialog.path)

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

    def start_exercise(self) -> None:
        """Go to where a drill is chosen; the one of fifteen minutes stands first."""
        self.live.shown.emit("exercise", "choose")

    def go_to_wheel(self) -> None:
        """Go to the annual wheel."""
        self.live.shown.emit(WHEEL, "")

    def _mend_chosen(self) -> None:
        row = self.ready.current
        if isinstance(row, ReadyRow):
            self.mending.mend(row)

    def _offer(self, row: object) -> None:
        """Let the button say what mends the chosen row."""
        if isinstance(row, ReadyRow):
            self.mend.say(row.button)

    def _say_ready(self) -> None:
        asked = [row for row in self.ready_model.rows if row.mend is not None]
        done = sum(row.ready for row in asked)
        self._ready_card.say(_("Är vi redo?"), _("{count} av {total} klara").format(count=done, total=len(asked)))
        self._offer(self.ready.current)

    def refuse(self, sentence: str) -> None:
        """Say above the body why something was refused."""
        self.banner.say(sentence, Tone.ALARM)
