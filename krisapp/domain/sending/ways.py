"""The ways out (utvägar): what each is called, which texts may take it, and how it is set up. No secret stands here."""

import re
from enum import StrEnum

import msgspec

from krisapp.domain.words import N_, Refused

_URL = re.compile(r"(?P<scheme>https?)://(?P<host>[^/:@?#\s\[\]]+)(?::\d{1,5})?(?:/[!-~]*)?", re.ASCII)
_SMS_SENDER = re.compile(r"[A-Za-z][A-Za-z0-9]{0,10}|\+[1-9]\d{6,14}")

LOOPBACK = frozenset({"localhost", "127.0.0.1"})
"""This machine itself, the only host to which anything may travel in the clear."""


class Way(StrEnum):
    """How a text leaves the machine."""

    EMAIL = "email"
    SMS = "sms"
    MODEM = "modem"
    HOOK = "hook"
    FOLDER = "folder"
    SFTP = "sftp"


WAY_NAMES = {
    Way.EMAIL: N_("e-post"),
    Way.SMS: N_("sms genom leverantör"),
    Way.MODEM: N_("sms genom modem"),
    Way.HOOK: N_("webbanrop"),
    Way.FOLDER: N_("mapp"),
    Way.SFTP: N_("sftp"),
}

TO_PEOPLE = frozenset({Way.EMAIL, Way.SMS, Way.MODEM})
"""The ways that go to persons; each of the others has one receiver, which is a machine."""

BY_PHONE = frozenset({Way.SMS, Way.MODEM})
WITH_SECRET = frozenset({Way.EMAIL, Way.SMS, Way.HOOK, Way.SFTP})

_MAIL, _PHONE, _PAGE = (Way.EMAIL,), (Way.SMS, Way.MODEM), (Way.HOOK, Way.FOLDER, Way.SFTP)
_TAKEN = {
    "C01": _PAGE,
    "C02": _PAGE,
    "C03": (Way.HOOK,),
    "C04": (Way.HOOK,),
    "C05": _PHONE,
    "C06": (*_PAGE, *_MAIL),
    "C07": _MAIL,
    "C08": _MAIL,
    "C16": (*_MAIL, Way.HOOK),
    "C17": _MAIL,
    "C18": (*_PAGE, *_MAIL),
    "C19": (*_PAGE, *_MAIL),
    "C20": (*_PAGE, *_MAIL),
    "C21": (*_MAIL, *_PHONE),
    "C22": _MAIL,
    "C23": _MAIL,
    "C25": _MAIL,
}


def ways_for(channel: str) -> tuple[Way, ...]:
    """Return the ways the texts of a channel may take, the usual first. What is said or carried by people has none.

    Least of all a VMA, which is requested by telephone and never sent from here (handbook 8.7).
    """
    return _TAKEN.get(channel, ())


class Security(StrEnum):
    """How the connection to a mail server is protected. Nothing is only for a server on this machine."""

    TLS = "tls"
    STARTTLS = "starttls"
    NOTHING = "nothing"


class Email(msgspec.Struct, frozen=True, omit_defaults=True):
    """A mail server and who writes. `most` is how many receive each mail, as blind copies; `ca` a file of own roots."""

    host: str = ""
    port: int = 587
    security: Security = Security.STARTTLS
    account: str = ""
    sender: str = ""
    name: str = ""
    most: int = 50
    ca: str = ""


class Gateway(msgspec.Struct, frozen=True, omit_defaults=True):
    """A supplier of text messages reached by HTTPS, in the form of 46elks. `price` is in öre for each part."""

    url: str = "https://api.46elks.com/a1/sms"
    account: str = ""
    sender: str = ""
    price: int = 0
    ca: str = ""


class Modem(msgspec.Struct, frozen=True, omit_defaults=True):
    """A modem at this machine, driven by the program gammu with its own file of settings."""

    config: str = ""
    section: int = 0


class Hook(msgspec.Struct, frozen=True, omit_defaults=True):
    """An address that takes each text as signed JSON."""

    url: str = ""
    ca: str = ""


class Folder(msgspec.Struct, frozen=True, omit_defaults=True):
    """A folder that a web server or another machine shows."""

    path: str = ""


class Sftp(msgspec.Struct, frozen=True, omit_defaults=True):
    """A folder on another machine. `host_key` is the key a person has seen and pinned: "ssh-ed25519 AAAA…"."""

    host: str = ""
    port: int = 22
    account: str = ""
    path: str = ""
    host_key: str = ""
    key_file: str = ""


class WaysOut(msgspec.Struct, frozen=True, omit_defaults=True):
    """The ways out of a workplace, each as it is set up; one that is not is empty. `site` is where the site lies."""

    email: Email = Email()
    sms: Gateway = Gateway()
    modem: Modem = Modem()
    hook: Hook = Hook()
    folder: Folder = Folder()
    sftp: Sftp = Sftp()
    site: Folder = Folder()

    def through(self, way: Way) -> str:
        """Return the server, machine or folder a way goes through, or nothing where it is not set up."""
        match way:
            case Way.EMAIL:
                return self.email.host if self.email.sender else ""
            case Way.SMS:
                return _host(self.sms.url) if self.sms.sender else ""
            case Way.MODEM:
                return self.modem.config
            case Way.HOOK:
                return _host(self.hook.url)
            case Way.FOLDER:
                return self.folder.path
            case Way.SFTP:
                return self.sftp.host if self.sftp.host_key else ""

    def account(self, way: Way) -> str:
        """Return the name under which the secret of a way is kept: it follows the server and the account."""
        match way:
            case Way.EMAIL:
                return f"{way}:{self.email.account}@{self.email.host}"
            case Way.SMS:
                return f"{way}:{self.sms.account}@{_host(self.sms.url)}"
            case Way.SFTP:
                return f"{way}:{self.sftp.account}@{self.sftp.host}"
            case _:
                return f"{way}:{self.through(way)}"

    def takes_secret(self, way: Way) -> bool:
        """Return whether a way has a use for a secret."""
        return way in WITH_SECRET and not (way is Way.EMAIL and not self.email.account)

    def needs_secret(self, way: Way) -> bool:
        """Return whether a way cannot be used without a secret: a key of one's own may be locked by none."""
        return self.takes_secret(way) and not (way is Way.SFTP and self.sftp.key_file)


def _host(url: str) -> str:
    found = _URL.fullmatch(url)
    return found["host"] if found else ""


def check_url(url: str) -> None:
    """Hold that an address is read by nobody on the way. Raises `Refused`."""
    found = _URL.fullmatch(url)
    if found is None:
        raise Refused(N_("Skriv hela adressen, som https://exempel.se/sms, utan konto och med bara a–z."))
    check_host(found["host"])
    if found["scheme"] != "https" and found["host"] not in LOOPBACK:
        raise Refused(N_("Adressen måste börja med https://, annars kan andra läsa det som skickas."))


def check_host(host: str) -> None:
    """Hold that a server's name is one that can be looked up. Raises `Refused`."""
    try:
        host.encode("idna")
    except UnicodeError:
        raise Refused(N_("{host} är inget namn på en server."), host=host) from None


def check_security(email: Email) -> None:
    """Hold that mail and password are read by nobody on the way. Raises `Refused`."""
    if email.security is Security.NOTHING and email.host not in LOOPBACK:
        raise Refused(N_("Välj TLS eller STARTTLS. Utan dem kan andra läsa lösenordet på vägen."))


def set_up(ways: WaysOut, way: Way) -> None:
    """Hold that a way can be used as it is set up. Raises `Refused` with what is missing."""
    if not ways.through(way):
        raise Refused(N_("Vägen är inte inställd. Fyll i den under Utvägar."))
    if way is Way.EMAIL:
        check_host(ways.email.host)
        check_security(ways.email)
    elif way is Way.SFTP:
        check_host(ways.sftp.host)
    elif way is Way.SMS:
        check_url(ways.sms.url)
        if not _SMS_SENDER.fullmatch(ways.sms.sender):
            raise Refused(N_("Avsändaren får vara högst 11 tecken, bara a–z och siffror, eller ett nummer med +."))
    elif way is Way.HOOK:
        check_url(ways.hook.url)
