"""The page Webbplats: where the site lies, what a publication would change; publishing, opening, taking it away."""

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from krisapp.documents.site.told import told_by
from krisapp.domain.sending.ways import Folder, Way, WaysOut
from krisapp.domain.site_history import Publications, Version, not_on_site
from krisapp.domain.words import N_, _
from krisapp.store.ways_out import read_ways, write_ways
from krisapp.ui.attempt import attempt
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.followed_work import FollowedWork
from krisapp.ui.views.reaching.site.site_rows import COLUMNS, Row, row_key, rows_of
from krisapp.ui.views.reaching.site.site_run import Place, SiteRun
from krisapp.ui.views.reaching.site.site_words import missing_words, nothing_listed, standing_words
from krisapp.ui.views.tabbed import TabbedView, TabPage
from krisapp.ui.widgets.banner import Banner
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.captioned import Captioned
from krisapp.ui.widgets.dialog import ask
from krisapp.ui.widgets.empty import Empty
from krisapp.ui.widgets.fields import Choice
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.plain import label, tooltip
from krisapp.ui.widgets.rows import RowsModel
from krisapp.ui.widgets.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from krisapp.ui.live import Live
    from krisapp.ui.views.reaching.outbox.outbox_run import Courier

FOLDER, SFTP = "folder", "sftp"
START = "index.html"
_SHOWN = 48
"""Signs of a path that are shown; the whole stands in the tool tip."""


class SitePage(TabPage):
    """Above where the site lies and how it stands; then what a publication would change; beneath what can be done."""

    def __init__(self, live: "Live", view: TabbedView) -> None:
        super().__init__(live, view)
        self.banner = Banner(self)
        self.warning = Banner(self, closes=False)
        self.line = FollowedWork(self)
        self.run = SiteRun(live, self.line)
        self._ways = WaysOut()
        self._again: Callable[[], object] = self.publish
        self.where = Choice("", self)
        self._where = Captioned(self.where, self)
        self.choose = Button("", self.choose_folder, self, icon="folder")
        self.standing = label("", self, wrap=True)
        self.model = RowsModel[Row](COLUMNS, row_key, self)
        self.table = Table(self.model, "", self)
        self.empty = Empty(self, "link")
        self.publish_button = Button("", self.publish, self, "primary", "send")
        self.open_button = Button("", self.open_start, self, icon="link")
        self.withdraw_button = Button("", self.withdraw, self, icon="trash")
        top, acts = Flow(), Flow()
        top.addWidget(self._where)
        top.addWidget(self.choose)
        for button in (self.publish_button, self.open_button, self.withdraw_button):
            acts.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addLayout(top)
        column.addWidget(self.banner)
        column.addWidget(self.warning)
        column.addWidget(self.standing)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(self.line)
        column.addLayout(acts)
        self.command(N_("Publicera webbplatsen"), "Ctrl+Return;Ctrl+Enter", self.publish)
        self.command(N_("Välj mapp för webbplatsen"), "Ctrl+M", self.choose_folder)
        self.command(N_("Öppna webbplatsens startsida"), "Ctrl+B", self.open_start)
        self.command(N_("Avbryt publiceringen"), "Esc", self.line.stop, self.line.stop_button)
        self.command(N_("Ta bort webbplatsen därifrån"), "Ctrl+Del", self.withdraw)
        self.where.chose.connect(self._turn)
        self.run.moved.connect(self._look)
        self.run.secret_wanted.connect(self._ask_secret)

    def retranslate(self) -> None:
        """Set every word."""
        self._where.say(_("Ligger i"), _("Var webbplatsen ligger"))
        self.choose.say(_("Välj mapp … (Ctrl+M)"))
        self.table.setAccessibleName(_("Sidor som ändras vid publicering"))
        self.publish_button.say(_("Publicera (Ctrl+Enter)"))
        self.open_button.say(_("Öppna startsidan (Ctrl+B)"))
        self.withdraw_button.say(_("Ta bort därifrån … (Ctrl+Del)"))
        self.line.retranslate()
        self.model.retranslate()

    def refresh(self) -> None:
        """Show what the desk holds now."""
        live = self.live
        self._ways = WaysOut()
        attempt(self, self._read_ways)
        place = self._fill_places()
        if told_by(live.incident, live.plan).items:
            self.run.look(place)
        self._show(place)

    def start(self) -> None:
        """Begin with what is to be done next."""
        next((part for part in (self.publish_button, self.choose) if part.isEnabled()), self.choose).setFocus()

    def refuse(self, sentence: str) -> None:
        """Say above the list why something was refused."""
        self.banner.say(sentence)

    def choose_folder(self) -> None:
        """Ask for the folder of the site, and remember it for the next incident (Ctrl+M)."""
        if self.line.busy:
            return
        chosen = QFileDialog.getExistingDirectory(self, _("Mappen där webbplatsen ska ligga"), self._ways.site.path)
        if chosen:
            self.put_in(Path(chosen))

    def put_in(self, folder: Path) -> None:
        """Let the site lie in a folder."""

        def act() -> None:
            self._ways = msgspec.structs.replace(read_ways(self.live.workplace.folder), site=Folder(str(folder)))
            write_ways(self.live.workplace.folder, self._ways)

        if attempt(self, act):
            self.banner.hide()
            self._fill_places(FOLDER)
            self.refresh()
            self.start()

    def publish(self) -> None:
        """Publish the site where it lies (Ctrl+Enter)."""
        if not self.publish_button.isEnabled():
            return
        self.banner.hide()
        self._again = self.publish
        attempt(self, lambda: self.run.publish(self._courier()))

    def open_start(self) -> None:
        """Show the start page of the folder in the web browser of the machine (Ctrl+B)."""
        place = self._place()
        if place is None or place.folder is None or not (place.folder / START).is_file():
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(place.folder / START))):
            self.refuse(_("Ingen webbläsare svarade. Öppna {file} själv.").format(file=place.folder / START))

    def withdraw(self) -> None:
        """Ask, and take the site away from where it lies (Ctrl+Del)."""
        place = self._place()
        if place is None or not self.withdraw_button.isEnabled():
            return
        words = _("Sidorna tas bort från {where}. Texterna är kvar i händelsen och kan publiceras igen.")
        if ask(self, _("Ta bort webbplatsen?"), words.format(where=place.name), _("Ta bort"), danger=True):
            self.banner.hide()
            self._take_away()

    def _take_away(self) -> None:
        self._again = self._take_away
        attempt(self, lambda: self.run.withdraw(self._courier()))

    def _read_ways(self) -> None:
        self._ways = read_ways(self.live.workplace.folder)

    def _courier(self) -> "Courier | None":
        """Return who keeps the passwords, where one is needed."""
        if self.where.key != SFTP:
            return None
        from krisapp.ui.views.reaching.outbox.outbox_run import courier_of  # here: a folder needs no password

        return courier_of(self.live)

    def _ask_secret(self) -> None:
        from krisapp.ui.views.reaching.outbox.secret_dialog import SecretDialog

        courier = self._courier()
        if courier is None or not self.isVisible():
            return
        dialog = SecretDialog(courier, Way.SFTP, self)
        if dialog.run():
            self._again()
        dialog.deleteLater()

    def _fill_places(self, chosen: str = "") -> Place | None:
        folder = self._ways.site.path
        rows = [(FOLDER, _("mappen {folder}").format(folder=_short(folder)) if folder else _("en mapp, inte vald"))]
        if self._ways.through(Way.SFTP) and not self.live.incident.exercise:
            rows.append((SFTP, _("servern {host}").format(host=_server(self._ways))))
        self.where.fill(rows, chosen or self.where.key or FOLDER)
        return self._place()

    def _place(self) -> Place | None:
        if self.where.key == SFTP:
            return Place(_server(self._ways), sftp=self._ways.sftp)
        folder = self._ways.site.path
        return Place(folder, Path(folder)) if folder else None

    def _turn(self, _key: str) -> None:
        self.banner.hide()
        self.refresh()

    def _look(self) -> None:
        if self.live.has_incident and self.isVisible():
            self._show(self._place())

    def _show(self, place: Place | None) -> None:
        """Show what the run has found out, or what to do before there is anything to find out."""
        live, run, busy = self.live, self.run, self.line.busy
        incident = live.incident
        told = told_by(incident, live.plan)
        ready = run.prepared if place is not None and told.items else None
        changes = ready.changes if ready else None
        history = incident.part(Publications)
        self.model.feed(rows_of(ready.told, changes, incident.title_of) if ready and changes else ())
        self.standing.setText(standing_words(incident, place, live.now()))
        self._warn(not_on_site(incident, told.versions))
        if ready and ready.wrong:
            self.banner.say(ready.wrong)
        elif changes and changes.replaces:
            words = _("Där ligger webbplatsen för {incident}. Den ersätts av den här.").format(
                incident=changes.replaces
            )
            self.banner.say(words, Tone.WAIT)
        listed = bool(changes and changes.touched)
        noted = bool(place and history.at(place.name))
        self.table.setVisible(listed)
        self.empty.setVisible(not listed)
        self.empty.say(*nothing_listed(place, run.prepared, out=bool(told.items), noted=noted))
        on_server = place is not None and place.sftp is not None
        # What lies there and was never noted, after a power cut, can be published again to have it noted.
        ready_to_go = bool(ready and not ready.wrong and (listed or on_server or not noted))
        self.publish_button.setEnabled(ready_to_go and not busy)
        self.open_button.setEnabled(bool(place and place.folder and (place.folder / START).is_file()))
        self.withdraw_button.setEnabled((noted if on_server else bool(ready and ready.lies_there)) and not busy)
        self.choose.setEnabled(not busy)
        self.where.setEnabled(self.where.count() > 1 and not busy)
        tooltip(self.where, place.name if place else "")

    def _warn(self, missing: tuple[Version, ...]) -> None:
        if not missing:
            self.warning.hide()
            return
        words = _("{what} Publicera igen.").format(what=missing_words(self.live.incident, missing))
        if self.warning.text != words or self.warning.isHidden():
            self.warning.say(words, Tone.WAIT)


def _short(path: str) -> str:
    """Return the end of a long path, which tells one folder from another."""
    return path if len(path) <= _SHOWN else f"…{path[1 - _SHOWN :]}"


def _server(ways: WaysOut) -> str:
    return f"{ways.sftp.host}:{ways.sftp.path}" if ways.sftp.path else ways.sftp.host
