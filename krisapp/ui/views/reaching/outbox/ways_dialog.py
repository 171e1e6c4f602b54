"""Setting up the ways out (utvägar): servers and accounts, with a try that sends a message to oneself."""

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from krisapp.delivery.dispatching import deliver
from krisapp.domain.sending.outgoing import trial
from krisapp.domain.sending.recipients import e164, mail_address
from krisapp.domain.sending.sendings import Outcome, Result
from krisapp.domain.sending.ways import BY_PHONE, TO_PEOPLE, WAY_NAMES, WITH_SECRET, Security, Way, WaysOut, set_up
from krisapp.domain.words import N_, Refused, _
from krisapp.store.ways_out import write_ways
from krisapp.ui.attempt import attempt
from krisapp.ui.background import Job
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.reaching.outbox.secret_dialog import secret_field, where_kept
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.dialog import ask
from krisapp.ui.widgets.fields import Choice, Field, tab_order, text_field
from krisapp.ui.widgets.form_dialog import FormDialog
from krisapp.ui.widgets.plain import label

if TYPE_CHECKING:
    from krisapp.ui.live import Live
    from krisapp.ui.views.reaching.outbox.outbox_run import Courier


class _Asked(NamedTuple):
    """A field of a way: its name in the settings, its label and an example."""

    name: str
    label: str
    hint: str = ""


_CA = _Asked("ca", N_("Fil med egna rotcertifikat"))
_FIELDS = {
    Way.EMAIL: (
        _Asked("host", N_("Server"), "smtp.example.se"),
        _Asked("port", N_("Port"), "587"),
        _Asked("account", N_("Konto (om servern kräver det)")),
        _Asked("sender", N_("Avsändarens adress"), "kris@example.se"),
        _Asked("name", N_("Avsändarens namn"), "Flens kommun"),
        _Asked("most", N_("Högst antal i varje mejl"), "50"),
        _CA,
    ),
    Way.SMS: (
        _Asked("url", N_("Leverantörens adress"), "https://api.46elks.com/a1/sms"),
        _Asked("account", N_("Konto")),
        _Asked("sender", N_("Avsändare, högst 11 tecken"), "FlensKommun"),
        _Asked("price", N_("Pris för varje del, i öre"), "35"),
        _CA,
    ),
    Way.MODEM: (
        _Asked("config", N_("Fil med inställningar för gammu"), "gammurc"),
        _Asked("section", N_("Avsnitt i filen"), "0"),
    ),
    Way.HOOK: (_Asked("url", N_("Adress"), "https://www.example.se/krisapp"), _CA),
    Way.FOLDER: (_Asked("path", N_("Mapp")),),
    Way.SFTP: (
        _Asked("host", N_("Server"), "sftp.example.se"),
        _Asked("port", N_("Port"), "22"),
        _Asked("account", N_("Konto")),
        _Asked("path", N_("Mapp på servern"), "/webb"),
        _Asked("key_file", N_("Fil med egen nyckel")),
    ),
}
_SECURITY = {
    Security.STARTTLS: N_("STARTTLS (vanligast, port 587)"),
    Security.TLS: N_("TLS från början (port 465)"),
    Security.NOTHING: N_("Ingen, bara för en server på den här datorn"),
}


class WaysDialog(FormDialog):
    """One way at a time. What is changed is kept by Spara; Prova tries it as it stands in the fields."""

    def __init__(self, live: "Live", courier: "Courier", parent: QWidget) -> None:
        super().__init__(_("Utvägar"), parent, _("Spara"), 620)
        self._live, self._courier = live, courier
        self._ways = courier.ways()
        self.way = Choice("", self)
        self.fields: dict[str, QLineEdit] = {}
        self.security = Choice("", self)
        self.secret = secret_field(self)
        self.own = text_field("", self)
        self._part = QWidget(self)
        self._test = Button(_("Prova"), self.try_it, self, icon="send")
        self._key = Button(_("Hämta serverns nyckel …"), self.fetch_key, self)
        self._pinned = label("", self, "quiet", wrap=True)
        self._answer = label("", self, wrap=True)
        self._secret_help = Field(_("Lösenord"), self.secret, self, where_kept(courier))
        self._own = Field("", self.own, self)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self._own, 1)
        row.addWidget(self._test)
        self._inside_way = QGridLayout(self._part)
        self._inside_way.setContentsMargins(0, 0, 0, 0)
        self._inside_way.setSpacing(Space.M)
        self.form.addWidget(Field(_("Väg"), self.way, self))
        self._security = Field(_("Skydd på vägen"), self.security, self)
        for part in (self._part, self._security, self._secret_help, self._pinned, self._key):
            self.form.addWidget(part)
        self.form.addLayout(row)
        self.form.addWidget(self._answer)
        self.way.fill((str(way), self._named(way)) for way in Way)
        self.security.fill((str(key), _(words)) for key, words in _SECURITY.items())
        self.way.chose.connect(self._change_way)
        self._shown = Way(self.way.key)
        self._show()

    def decide(self) -> None:
        """Keep every way, and a password that was typed. Raises `Refused` for what cannot be used."""
        self._take()
        write_ways(self._live.workplace.folder, self._ways)
        if self.secret.text():
            self._courier.keep(self._ways.account(self._shown), self.secret.text())

    def try_it(self) -> None:
        """Send a message to oneself by this way, as it stands in the fields (Prova)."""
        attempt(self, self._try)

    def fetch_key(self) -> None:
        """Ask the server for its key, and the person whether it is the right one."""
        attempt(self, self._fetch_key)

    def _try(self) -> None:
        self._take()
        way = self._shown
        set_up(self._ways, way)
        typed = self.own.text()
        address = e164(typed) if way in BY_PHONE else mail_address(typed) if way is Way.EMAIL else ""
        incident = self._live.incident if self._live.has_incident else None
        outgoing = trial(incident, way, address, self._live.plan.settings.sender)
        ways, account, now = self._ways, self._ways.account(way), self._live.now()
        typed_secret, secrets = self.secret.text(), self._courier.secrets

        def work() -> tuple[Outcome, ...]:
            secret = typed_secret or (secrets.get(account) if ways.takes_secret(way) else "")
            if ways.needs_secret(way) and not secret:
                raise Refused(N_("Skriv lösenordet först."))
            return deliver(outgoing, way, ways, secret, now)

        self.banner.hide()
        self._test.setEnabled(False)
        self._say(_("Provar …"))
        job = Job(work, self)
        job.done.connect(partial(self._tried, way))
        job.failed.connect(partial(self._broke, way))
        job.start(self._courier.pool)

    def _tried(self, way: Way, outcomes: object) -> None:
        assert isinstance(outcomes, tuple)
        one = outcomes[0]
        words = {
            Result.SENT: _("Det gick i väg. Svar: {words}"),
            Result.REFUSED: _("Det nekades: {words}"),
            Result.POSTPONED: _("Det gick inte nu: {words}"),
            Result.UNKNOWN: _("Det är oklart om det gick: {words}"),
        }[one.result]
        self._answered(way, words.format(words=one.words), Tone.GOOD if one.result is Result.SENT else Tone.ALARM)

    def _broke(self, way: Way, error: object) -> None:
        self._answered(way, str(error), Tone.ALARM)

    def _answered(self, way: Way, words: str, tone: Tone) -> None:
        """Say what came of a try, unless another way is shown by now."""
        self._test.setEnabled(True)
        if way is self._shown:
            self._say(words, tone)

    def _say(self, words: str, tone: Tone = Tone.NEUTRAL) -> None:
        self._answer.speak("fault" if tone is Tone.ALARM else "strong")
        self._answer.setText(words)
        self.fit()

    def _fetch_key(self) -> None:
        from krisapp.delivery import sftp  # here: the SSH library is large, and few send this way

        self._take()
        job = Job(partial(sftp.look, self._ways.sftp), self)
        job.done.connect(self._show_key)
        job.failed.connect(partial(self._broke, Way.SFTP))
        job.start(self._courier.pool)

    def _show_key(self, key: object) -> None:
        from krisapp.delivery import sftp

        mark = sftp.fingerprint(str(key))
        words = _(
            "Servern visar nyckeln {key}. Jämför den med den som serverns ägare har gett er, på annan väg än nätet. "
            "Är det samma?"
        )
        if ask(self, _("Rätt server?"), words.format(key=mark), _("Ja, det är samma")):
            self._ways = msgspec.structs.replace(
                self._ways, sftp=msgspec.structs.replace(self._ways.sftp, host_key=str(key))
            )
            self._show_pinned()

    def _change_way(self, _key: str) -> None:
        """Keep what was typed and show another way; what cannot be read stays in sight."""
        if attempt(self, self._take):
            if self.secret.text():
                self._courier.keep(self._ways.account(self._shown), self.secret.text())
            self._shown = Way(self.way.key)
            self._show()
        else:
            self.way.choose(str(self._shown))

    def _show(self) -> None:
        way = self._shown
        while (item := self._inside_way.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.deleteLater()
        self.fields = {}
        row = getattr(self._ways, way)
        for at, asked in enumerate(_FIELDS[way]):
            field = text_field("", self._part, asked.hint)
            field.setText(str(getattr(row, asked.name)))
            field.setModified(False)
            self.fields[asked.name] = field
            self._inside_way.addWidget(Field(_(asked.label), field, self._part), at // 2, at % 2)
        self.security.choose(str(self._ways.email.security))
        self._security.setVisible(way is Way.EMAIL)
        self.secret.clear()
        self._secret_help.setVisible(way in WITH_SECRET)
        self._key.setVisible(way is Way.SFTP)
        own = _("Ditt mobilnummer") if way in BY_PHONE else _("Din e-postadress")
        self._own.say(own, _("Prova skickar ett meddelande dit, och till ingen annan."))
        self._own.setVisible(way in TO_PEOPLE)
        self._answer.setText("")
        self.banner.hide()
        self._show_pinned()
        parts = (self.way, *self.fields.values(), self.security, self.secret, self._key, self.own, self._test)
        tab_order((*parts, self.cancel, self.confirm))
        QTimer.singleShot(0, self._fit_later)

    def _fit_later(self) -> None:
        """Take the size of the fields once Qt has let go of those of the way before."""
        if self.isVisible():
            self.fit()

    def _show_pinned(self) -> None:
        key = self._ways.sftp.host_key
        self._pinned.setVisible(self._shown is Way.SFTP)
        if self._shown is Way.SFTP and key:
            from krisapp.delivery import sftp

            self._pinned.setText(_("Godkänd nyckel: {key}").format(key=sftp.fingerprint(key)))
        else:
            self._pinned.setText(_("Ingen nyckel är godkänd. Utan den skickas inget."))

    def _take(self) -> None:
        """Read the fields into the way. Raises `Refused` for a number that is none and an unsafe address."""
        old = getattr(self._ways, self._shown)
        new: dict[str, Any] = {}
        for asked in _FIELDS[self._shown]:
            text = self.fields[asked.name].text().strip()
            new[asked.name] = _number(text, _(asked.label)) if isinstance(getattr(old, asked.name), int) else text
        if self._shown is Way.EMAIL:
            new["security"] = Security(self.security.key)
            if new["sender"] and not mail_address(new["sender"]):
                raise Refused(N_("Avsändaren är ingen e-postadress."))
        changed = msgspec.structs.replace(old, **new)
        if self._shown is Way.SFTP and (changed.host, changed.port) != (old.host, old.port):
            changed = msgspec.structs.replace(changed, host_key="")  # the key was another server's
        ways: WaysOut = msgspec.structs.replace(self._ways, **{str(self._shown): changed})
        if ways.through(self._shown):
            set_up(ways, self._shown)
        self._ways = ways

    def _named(self, way: Way) -> str:
        words = _(WAY_NAMES[way]).capitalize()
        return _("{way}, inställd").format(way=words) if self._ways.through(way) else words


def show_ways(live: "Live", near: QWidget) -> None:
    """Show how the ways out are set up; a file of them that cannot be read is told by `near`."""
    from krisapp.ui.views.reaching.outbox.outbox_run import courier_of

    def show() -> None:
        dialog = WaysDialog(live, courier_of(live), near)
        dialog.run()
        dialog.deleteLater()

    attempt(near, show)


def _number(text: str, name: str) -> int:
    if not text.isdigit() or int(text) > 65_535:
        raise Refused(N_("{name}: skriv ett heltal."), name=name)
    return int(text)
