"""Making, comparing, publishing and withdrawing the site in the background (publicering); journalled when done."""

import hashlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from krisapp.documents.site.folder import (
    MANIFEST,
    Changes,
    compare,
    manifest_file,
    manifest_of,
    publish,
    read_manifest,
    withdraw,
)
from krisapp.documents.site.pages import pages_of
from krisapp.documents.site.told import Told, told_by
from krisapp.domain.events import Event
from krisapp.domain.sending.outgoing import OutgoingSite, clear_site
from krisapp.domain.sending.sendings import Result
from krisapp.domain.sending.ways import Sftp, Way
from krisapp.domain.site_history import Publications, SitePublished, SiteWithdrawn
from krisapp.domain.words import Refused, _, ngettext
from krisapp.store.bad_input import BadInput
from krisapp.ui.attempt import attempt, tell_refused
from krisapp.ui.background import Job
from krisapp.ui.views.followed_work import FollowedWork, Tell
from krisapp.ui.views.messages.told import told as say

if TYPE_CHECKING:
    from krisapp.delivery.secret_keeping import Secrets
    from krisapp.ui.live import Live
    from krisapp.ui.views.reaching.outbox.outbox_run import Courier


class Place(NamedTuple):
    """Where a site lies: a folder, or a server. `name` is how the log names it."""

    name: str
    folder: Path | None = None
    sftp: Sftp | None = None


class Prepared(NamedTuple):
    """A site as it would be published now. `changes` is None where only connecting shows them; `wrong` says why not.

    `lies_there` says that the site of this very incident lies in the folder: no other may be taken away from here.
    """

    told: Told
    files: dict[str, bytes]
    changes: Changes | None
    wrong: str = ""
    lies_there: bool = False


class Done(NamedTuple):
    """What came of the work: files written and taken away, what stopped it, or that it waits for a password."""

    written: int = 0
    removed: int = 0
    stopped: str = ""
    secretless: bool = False


Work = Callable[[Tell], Done]


class SiteRun(QObject):
    """Works for the page. `moved` follows what is not in the journal, `secret_wanted` a password that is missing."""

    moved = Signal()
    secret_wanted = Signal()

    def __init__(self, live: "Live", line: FollowedWork) -> None:
        super().__init__(line)
        self._live, self.line = live, line
        self.prepared: Prepared | None = None
        self._asked: tuple[str, Told, Place] | None = None
        self._begun: tuple[str, Place, Prepared | None] | None = None  # no pages: it is taken away
        line.done.connect(self._end)
        line.failed.connect(self._fail)

    def look(self, place: Place | None, *, anew: bool = False) -> None:
        """Make the pages and see what they would change, unless that is known already."""
        if place is None or self.line.busy:
            return
        live = self._live
        asked = (live.incident.id, told_by(live.incident, live.plan), place)
        if asked == self._asked and not anew:
            return
        self._asked, self.prepared = asked, None
        job = Job(partial(_prepare, *asked), self)
        job.done.connect(partial(self._took, asked))
        job.failed.connect(self._broke)
        job.start()

    def publish(self, courier: "Courier | None" = None) -> None:
        """Publish what was prepared. Raises `Refused` when nothing may leave; a server needs the courier's secrets."""
        if self.prepared is None or self._asked is None:
            return
        (id, _told, place), files = self._asked, self.prepared.files
        if place.folder is not None:
            work: Work = partial(_put, files, id, place.folder, self._live.incident.exercise)
        else:
            work = self._sending(files, place, courier)
        self._begin(place, self.prepared, work, _("Förbereder …"))

    def withdraw(self, courier: "Courier | None" = None) -> None:
        """Take the site away from where it is shown to lie. Raises `Refused` when nothing may leave."""
        if self.prepared is None or self._asked is None:
            return
        place = self._asked[2]
        work = partial(_withdraw, place.folder) if place.folder is not None else self._sending({}, place, courier)
        self._begin(place, None, work, _("Tar bort webbplatsen …"))

    def _sending(self, files: dict[str, bytes], place: Place, courier: "Courier | None") -> Work:
        """Return what brings a server up to these files: to none at all when the site is taken away."""
        assert place.sftp is not None and courier is not None
        incident = self._live.incident
        listed = manifest_file(manifest_of(files, incident.id, exercise=incident.exercise))
        site = clear_site(incident, {**files, MANIFEST: listed}, MANIFEST)
        return partial(_upload, site, place.sftp, courier.secrets, courier.ways().account(Way.SFTP))

    def _begin(self, place: Place, ready: Prepared | None, work: Work, first: str) -> None:
        if self.line.busy:
            return
        self._begun = (self._live.incident.id, place, ready)
        self.line.begin(work, first, lambda path: _("Skriver {path}").format(path=path))
        self.moved.emit()

    def _took(self, asked: tuple[str, Told, Place], prepared: object) -> None:
        assert isinstance(prepared, Prepared)
        if asked == self._asked:
            self.prepared = prepared
            self.moved.emit()

    def _broke(self, error: object) -> None:
        self._asked = None
        tell_refused(self.line, str(error))

    def _end(self, done: object) -> None:
        assert self._begun is not None and isinstance(done, Done)
        (id, place, ready), self._begun = self._begun, None
        if done.secretless:
            self.secret_wanted.emit()
        elif done.stopped:
            tell_refused(self.line, done.stopped)
        else:
            self._note(id, place, ready, done)
        self._look_anew(place)

    def _look_anew(self, place: Place | None) -> None:
        if self._live.has_incident:
            self.look(place, anew=True)
        self.moved.emit()

    def _note(self, id: str, place: Place, ready: Prepared | None, done: Done) -> None:
        """Write down what was done; an incident that was closed meanwhile is no longer ours to write in."""
        live = self._live
        if not live.has_incident or live.incident.id != id:
            say(self.line, _("Webbplatsen är ändrad, men händelsen stängdes och loggen säger inget om det."))
            return
        if ready is not None:
            exercise = live.incident.exercise
            sums = manifest_file(manifest_of(ready.files, id, exercise=exercise))
            digest = hashlib.sha256(sums).hexdigest()
            noted: Event = SitePublished(place.name, ready.told.versions, done.written, done.removed, digest)
            words = ngettext("Publicerat: {count} sida skriven.", "Publicerat: {count} sidor skrivna.", done.written)
        else:
            known = live.incident.part(Publications).at(place.name)
            noted = SiteWithdrawn(place.name, known, done.removed)
            words = _("Webbplatsen är borttagen. Publicera lägger tillbaka den.")
        if attempt(self.line, lambda: live.do(noted)):
            say(self.line, words.format(count=done.written))

    def _fail(self, error: object) -> None:
        place = self._begun[1] if self._begun else None
        self._begun = None
        tell_refused(self.line, str(error))
        self._look_anew(place)


def _prepare(id: str, told: Told, place: Place) -> Prepared:
    files = pages_of(told, id)
    if place.folder is None:
        return Prepared(told, files, None)
    if not place.folder.is_dir():
        return Prepared(told, files, None, _("Mappen finns inte. Sätt i usb-minnet eller välj en annan mapp."))
    try:
        changes = compare(manifest_of(files, id, exercise=told.exercise), place.folder)
    except (Refused, BadInput) as no:
        return Prepared(told, files, None, str(no))
    there = read_manifest(place.folder)
    return Prepared(told, files, changes, lies_there=there is not None and there.incident == id)


def _put(files: dict[str, bytes], id: str, folder: Path, exercise: bool, tell: Tell) -> Done:
    published = publish(files, id, folder, tell, exercise=exercise)
    if published is None:
        return Done(stopped=_("Avbrutet. Webbplatsen är som den var."))
    changes = published[1]
    return Done(len(changes.new) + len(changes.changed), len(changes.gone))


def _upload(site: OutgoingSite, sftp: Sftp, secrets: "Secrets", account: str, tell: Tell) -> Done:
    """Send, with the password the keyring has; it may take its time."""
    from krisapp.delivery.sftp_site import upload  # here: the library of servers is large, and few sites lie on one

    secret = secrets.get(account)
    if not secret and not sftp.key_file:
        return Done(secretless=True)
    sent = upload(site, sftp, secret, tell)
    return Done(sent.written, sent.removed, "" if sent.result is Result.SENT else sent.words)


def _withdraw(folder: Path, _tell: Tell) -> Done:
    there = read_manifest(folder)
    withdraw(folder)
    return Done(removed=len(there.files) if there else 0)
