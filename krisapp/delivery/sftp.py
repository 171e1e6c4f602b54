"""A folder on another machine by SFTP: only a server whose key a person has seen and pinned, and never a half file.

The text is written aside and then given its name in one step, so that a connection that breaks leaves what lay there.
"""

import base64
import hashlib
import socket

import paramiko

from krisapp.delivery.files import ASIDE, file_of
from krisapp.delivery.outcomes import for_all, trouble
from krisapp.domain.sending.outgoing import Outgoing
from krisapp.domain.sending.sendings import Outcome, Result
from krisapp.domain.sending.ways import Sftp
from krisapp.domain.words import N_, Refused, _

TIMEOUT = 20.0
"""Seconds to wait for each answer."""

_Cut = (OSError, EOFError, paramiko.SSHException)


def look(sftp: Sftp) -> str:
    """Return the key a server shows, "ssh-ed25519 AAAA…", for a person to compare and pin. Nothing is logged in.

    Raises `Refused` when the server cannot be reached.
    """
    try:
        with socket.create_connection((sftp.host, sftp.port), TIMEOUT) as line, paramiko.Transport(line) as transport:
            transport.start_client(timeout=TIMEOUT)
            return _written(transport.get_remote_server_key())
    except _Cut as error:
        raise Refused(N_("Servern svarar inte: {reason}"), reason=trouble(error)) from None


def fingerprint(host_key: str) -> str:
    """Return a key as people compare it, "SHA256:…", the same as `ssh-keygen -l` shows."""
    _kind, _space, code = host_key.partition(" ")
    digest = hashlib.sha256(base64.b64decode(code)).digest()
    return "SHA256:" + base64.b64encode(digest).decode().rstrip("=")


def send(outgoing: Outgoing, sftp: Sftp, secret: str) -> tuple[Outcome, ...]:
    """Put a text in the folder of the other machine."""
    try:
        with socket.create_connection((sftp.host, sftp.port), TIMEOUT) as line, paramiko.Transport(line) as transport:
            transport.banner_timeout = transport.auth_timeout = TIMEOUT
            transport.start_client(timeout=TIMEOUT)
            if _written(transport.get_remote_server_key()) != sftp.host_key:
                words = _("Servern visar en annan nyckel än den som godkändes. Skicka inget förrän ni vet varför.")
                return for_all(outgoing, Result.REFUSED, words)
            _log_in(transport, sftp, secret)
            return _put(transport, outgoing, sftp)
    except paramiko.AuthenticationException as error:
        return for_all(outgoing, Result.REFUSED, error)
    except _Cut as error:
        return for_all(outgoing, Result.POSTPONED, trouble(error))


def _log_in(transport: paramiko.Transport, sftp: Sftp, secret: str) -> None:
    if sftp.key_file:
        try:
            key = paramiko.PKey.from_path(sftp.key_file, secret or None)
        except (OSError, ValueError, TypeError, paramiko.SSHException) as error:
            raise paramiko.AuthenticationException(str(error)) from None
        transport.auth_publickey(sftp.account, key)
    else:
        transport.auth_password(sftp.account, secret)


def _put(transport: paramiko.Transport, outgoing: Outgoing, sftp: Sftp) -> tuple[Outcome, ...]:
    name, content = file_of(outgoing)
    with paramiko.SFTPClient.from_transport(transport) or _no_files() as files:
        channel = files.get_channel()
        if channel is not None:
            channel.settimeout(TIMEOUT)
        path = f"{sftp.path.rstrip('/') or '.'}/{name}"
        try:
            with files.open(f"{path}{ASIDE}", "wb") as file:
                file.write(content)
        except PermissionError as error:
            return for_all(outgoing, Result.REFUSED, error)
        except FileNotFoundError as error:
            return for_all(outgoing, Result.REFUSED, error)
        try:
            files.posix_rename(f"{path}{ASIDE}", path)
        except PermissionError as error:
            return for_all(outgoing, Result.REFUSED, error)
        except _Cut as error:
            return for_all(outgoing, Result.UNKNOWN, trouble(error))
    return for_all(outgoing, Result.SENT, name)


def _written(key: paramiko.PKey) -> str:
    return f"{key.get_name()} {key.get_base64()}"


def _no_files() -> paramiko.SFTPClient:
    raise paramiko.SSHException(_("Servern tar inte emot filer."))
