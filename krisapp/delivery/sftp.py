"""A folder on another machine by SFTP: only a server whose key a person has seen and pinned, and never a half file.

The text is written aside and then given its name in one step, so that a connection that breaks leaves what lay there.
"""

import base64
import hashlib
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import paramiko

from krisapp.delivery.files import ASIDE, file_of
from krisapp.delivery.outcomes import for_all, trouble, words_of
from krisapp.domain.sending.outgoing import Outgoing
from krisapp.domain.sending.sendings import Outcome, Result
from krisapp.domain.sending.ways import Sftp
from krisapp.domain.words import N_, Refused, _

TIMEOUT = 20.0
"""Seconds to wait for each answer."""

CUT = (OSError, EOFError, paramiko.SSHException)


def look(sftp: Sftp) -> str:
    """Return the key a server shows, "ssh-ed25519 AAAA…", for a person to compare and pin. Nothing is logged in.

    Raises `Refused` when the server cannot be reached.
    """
    try:
        with socket.create_connection((sftp.host, sftp.port), TIMEOUT) as line, paramiko.Transport(line) as transport:
            transport.start_client(timeout=TIMEOUT)
            return _written(transport.get_remote_server_key())
    except CUT as error:
        raise Refused(N_("Servern svarar inte: {reason}"), reason=trouble(error)) from None


def fingerprint(host_key: str) -> str:
    """Return a key as people compare it, "SHA256:…", the same as `ssh-keygen -l` shows."""
    _kind, _space, code = host_key.partition(" ")
    digest = hashlib.sha256(base64.b64decode(code)).digest()
    return "SHA256:" + base64.b64encode(digest).decode().rstrip("=")


class OtherKey(paramiko.SSHException):
    """The server shows another key than the one a person has pinned."""


@contextmanager
def session(sftp: Sftp, secret: str) -> Iterator[paramiko.SFTPClient]:
    """Give the files of the other machine. Raises `OtherKey` before anything is logged in, and what breaks the line."""
    line = socket.create_connection((sftp.host, sftp.port), TIMEOUT)
    transport = paramiko.Transport(line)
    try:
        transport.banner_timeout = transport.auth_timeout = TIMEOUT
        transport.start_client(timeout=TIMEOUT)
        if _written(transport.get_remote_server_key()) != sftp.host_key:
            raise OtherKey(_("Servern visar en annan nyckel än den som godkändes. Skicka inget förrän ni vet varför."))
        _log_in(transport, sftp, secret)
        files = paramiko.SFTPClient.from_transport(transport)
        if files is None:
            raise paramiko.SSHException(_("Servern tar inte emot filer."))
        channel = files.get_channel()
        if channel is not None:
            channel.settimeout(TIMEOUT)
        yield files
    finally:
        # What the line says while it is closed changes nothing of what has been done.
        with suppress(*CUT):
            transport.close()
        line.close()


def stopped(error: BaseException) -> tuple[Result, str]:
    """Return what an error means that came before a file had its name: nothing has changed, and it may pass or not."""
    match error:
        case OtherKey() | paramiko.AuthenticationException():
            return Result.REFUSED, words_of(error)
        case PermissionError():
            return Result.REFUSED, _("kontot får inte skriva i mappen på servern")
        case FileNotFoundError():
            return Result.REFUSED, _("mappen finns inte på servern")
        case _:
            return Result.POSTPONED, trouble(error)


def send(outgoing: Outgoing, sftp: Sftp, secret: str) -> tuple[Outcome, ...]:
    """Put a text in the folder of the other machine."""
    name, content = file_of(outgoing)
    result, words = Result.POSTPONED, ""
    try:
        with session(sftp, secret) as files:
            path = place(sftp, name)
            write_aside(files, path, content)
            # From here on a line that breaks leaves it unknown whether the file has its name.
            result = Result.UNKNOWN
            files.posix_rename(f"{path}{ASIDE}", path)
            result, words = Result.SENT, name
    except CUT as error:
        if result is not Result.SENT:
            before, words = stopped(error)
            result = before if result is Result.POSTPONED or before is Result.REFUSED else result
    return for_all(outgoing, result, words)


def place(sftp: Sftp, name: str) -> str:
    """Return where a file lies on the server."""
    return f"{sftp.path.rstrip('/') or '.'}/{name}"


def write_aside(files: paramiko.SFTPClient, path: str, content: bytes) -> None:
    """Write a file beside its name, whole, so that it can then be given it."""
    with files.open(f"{path}{ASIDE}", "wb") as file:
        file.write(content)


def _log_in(transport: paramiko.Transport, sftp: Sftp, secret: str) -> None:
    if sftp.key_file:
        try:
            key = paramiko.PKey.from_path(sftp.key_file, secret or None)
        except (OSError, ValueError, TypeError, paramiko.SSHException) as error:
            raise paramiko.AuthenticationException(str(error)) from None
        transport.auth_publickey(sftp.account, key)
    else:
        transport.auth_password(sftp.account, secret)


def _written(key: paramiko.PKey) -> str:
    return f"{key.get_name()} {key.get_base64()}"
