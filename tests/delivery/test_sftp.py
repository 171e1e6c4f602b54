"""Upload to a real sshd as an unprivileged process: pinned key, no half files, and lines cut at every stage."""

import getpass
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from krisapp.delivery import folder, sftp
from krisapp.delivery.files import ASIDE
from krisapp.domain.sending.sendings import Result
from krisapp.domain.sending.ways import Folder, Sftp, Way
from krisapp.domain.words import Refused
from tests.delivery.byte_cut import ByteCut
from tests.delivery.leaving import leaving
from tests.delivery.mail_server import free_port

NAME = "E1-C01.sv.txt"


class Sshd(NamedTuple):
    way: Sftp
    folder: Path
    host_key: Path


@pytest.fixture(scope="module")
def sshd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sshd]:
    place = tmp_path_factory.mktemp("sshd")
    keys = {name: place / name for name in ("host", "own")}
    for path in keys.values():
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", path], check=True, timeout=30)
    (place / "authorized").write_bytes((place / "own.pub").read_bytes())
    webb = place / "webb"
    webb.mkdir()
    with suppress(PermissionError):
        Path("/run/sshd").mkdir(exist_ok=True)  # where sshd is started as root, it asks for this folder
    port = free_port_of_machine()
    lines = {
        "Port": port,
        "ListenAddress": "127.0.0.1",
        "HostKey": keys["host"],
        "PidFile": place / "pid",
        "AuthorizedKeysFile": place / "authorized",
        "StrictModes": "no",
        "UsePAM": "no",
        "PasswordAuthentication": "no",
        "Subsystem": "sftp internal-sftp",
    }
    (place / "config").write_text("".join(f"{name} {value}\n" for name, value in lines.items()), "utf-8")
    program = shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin")
    assert program is not None
    server = subprocess.Popen([program, "-D", "-e", "-f", place / "config"], stderr=subprocess.DEVNULL)
    kind, code, *_name = (place / "host.pub").read_text("utf-8").split()
    yield Sshd(
        Sftp("127.0.0.1", port, getpass.getuser(), str(webb), f"{kind} {code}", str(keys["own"])), webb, keys["host"]
    )
    server.terminate()
    server.wait(10)


def free_port_of_machine() -> int:
    """Return a free port, found by another process: this one's network is shut while a module is set up."""
    asks = "from tests.delivery.mail_server import free_port; print(free_port())"
    found = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True, timeout=30)
    return int(found.stdout)


@pytest.fixture(autouse=True)
def _listening(sshd: Sshd, loopback: None) -> None:
    for _try in range(100):
        with suppress(OSError), socket.create_connection(("127.0.0.1", sshd.way.port), 1) as line:
            if line.recv(3) == b"SSH":
                break
        time.sleep(0.05)
    shutil.rmtree(sshd.folder)
    sshd.folder.mkdir()


def test_the_text_lies_there_under_its_name_and_takes_the_place_of_the_older(sshd: Sshd) -> None:
    (sshd.folder / NAME).write_text("gammalt", "utf-8")
    text = leaving(Way.SFTP)
    (one,) = sftp.send(text, sshd.way, "")

    assert (one.result, one.words) == (Result.SENT, NAME)
    assert [path.name for path in sshd.folder.iterdir()] == [NAME]
    assert (sshd.folder / NAME).read_text("utf-8") == text.text


def test_the_key_of_the_server_is_shown_as_its_owner_sees_it(sshd: Sshd) -> None:
    shown = subprocess.run(["ssh-keygen", "-l", "-f", sshd.host_key], capture_output=True, text=True, timeout=30)
    key = sftp.look(sshd.way)

    assert key == sshd.way.host_key
    assert sftp.fingerprint(key) in shown.stdout


def test_a_server_with_another_key_gets_nothing(sshd: Sshd) -> None:
    pinned = sshd.way.host_key
    other = msgspec.structs.replace(sshd.way, host_key=re.sub("[A-Za-z]$", "A", pinned[:-1]) + "A")
    (one,) = sftp.send(leaving(Way.SFTP), other, "")

    assert one.result is Result.REFUSED and "annan nyckel" in one.words
    assert list(sshd.folder.iterdir()) == []


def test_a_wrong_account_and_a_folder_that_is_not_there_are_a_no(sshd: Sshd, tmp_path: Path) -> None:
    for changed in (
        msgspec.structs.replace(sshd.way, account="ingen-alls"),
        msgspec.structs.replace(sshd.way, path=str(tmp_path / "saknas")),
        msgspec.structs.replace(sshd.way, key_file=str(tmp_path / "saknas")),
    ):
        (one,) = sftp.send(leaving(Way.SFTP), changed, "")
        assert one.result is Result.REFUSED, one


def test_no_server_at_all_is_trouble_that_may_pass(sshd: Sshd) -> None:
    away = msgspec.structs.replace(sshd.way, port=free_port())
    assert sftp.send(leaving(Way.SFTP), away, "")[0].result is Result.POSTPONED
    with pytest.raises(Refused, match="svarar inte"):
        sftp.look(away)


def test_a_line_cut_anywhere_leaves_the_old_text_or_the_whole_new_one(sshd: Sshd) -> None:
    text = leaving(Way.SFTP)
    text.text = "Koka vattnet. " * 5000
    seen = set()
    for limit in (0, 30, 1000, 2500, 3500, 4500, 6000, 30_000, 70_000, 71_500, 72_500, 73_000):
        (sshd.folder / NAME).write_text("gammalt", "utf-8")
        line = ByteCut(sshd.way.port, limit)
        (one,) = sftp.send(text, msgspec.structs.replace(sshd.way, port=line.port), "")
        whole = not line.cut
        line.stop()
        there = (sshd.folder / NAME).read_text("utf-8")
        assert there in ("gammalt", text.text)
        assert one.result is Result.UNKNOWN or (one.result is Result.SENT) is (there == text.text), (limit, one)
        assert whole or one.result in (Result.POSTPONED, Result.UNKNOWN, Result.SENT)
        seen.add(one.result)
    assert Result.POSTPONED in seen


def test_a_folder_gets_the_text_whole_or_keeps_what_it_had(tmp_path: Path) -> None:
    text = leaving(Way.FOLDER)
    (one,) = folder.send(text, Folder(str(tmp_path)))
    assert (one.result, (tmp_path / NAME).read_text("utf-8")) == (Result.SENT, text.text)

    (tmp_path / f"{NAME}{ASIDE}").mkdir()  # nothing can be written aside
    before, text.text = text.text, "nytt"
    assert folder.send(text, Folder(str(tmp_path)))[0].result is Result.POSTPONED
    assert (tmp_path / NAME).read_text("utf-8") == before
    assert folder.send(text, Folder(str(tmp_path / "saknas")))[0].result is Result.POSTPONED
