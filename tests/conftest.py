"""What holds for every test: no screen, no network, nobody's own files, one time zone."""

import os
import socket
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

# Before Qt is imported anywhere: without a display and without this the whole run aborts.
os.environ["QT_QPA_PLATFORM"] = os.environ.get("KRISAPP_TEST_PLATFORM", "offscreen")
os.environ.pop("WAYLAND_DISPLAY", None)
os.environ["TZ"] = "Europe/Stockholm"
if hasattr(time, "tzset"):
    time.tzset()

import pytest
from hypothesis import settings

ROOT = Path(__file__).parent.parent
XDG_FOLDERS = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
NETWORK_CALLS = ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo")

# Two shared cores stall at times, which is no fault of a property; in CI luck decides nothing.
settings.register_profile("krisapp", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("krisapp")


THIS_MACHINE = frozenset({"127.0.0.1", "::1", "localhost"})
_opened: list[str] = []
"""What a test has opened: "loopback" while it talks with a server of its own."""


class NetworkUsed(AssertionError):
    """A test reached for the network; the program works without one."""


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """Stop every socket but those of this machine's own files (audit hook)."""
    if event not in NETWORK_CALLS:
        return
    first = arguments[0]
    if isinstance(first, socket.socket) and first.family == getattr(socket, "AF_UNIX", None):
        return
    where = first if event == "socket.getaddrinfo" else arguments[-1]
    if _opened and (where[0] if isinstance(where, tuple) else where) in THIS_MACHINE:
        return
    raise NetworkUsed(f"{event} {arguments[1:]!r}")


@pytest.fixture
def loopback() -> Iterator[None]:
    """Let a test talk with servers on this machine, and with no other."""
    _opened.append("loopback")
    yield
    _opened.clear()


def pytest_configure() -> None:
    """Shut the network for the whole run."""
    sys.addaudithook(_refuse_network)


@pytest.fixture(autouse=True, scope="session")
def _runtime_folder() -> Iterator[None]:
    """Give Qt a runtime folder of its own, for it warns where there is none."""
    with tempfile.TemporaryDirectory(prefix="krisapp-") as folder:
        Path(folder).chmod(0o700)
        os.environ["XDG_RUNTIME_DIR"] = folder
        yield


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put the test in an empty home, so that it never touches what the user keeps."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    for name in XDG_FOLDERS:
        monkeypatch.setenv(name, str(home / name.lower()))
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "sv_SE.UTF-8")
    return home


@pytest.fixture(scope="session")
def root() -> Path:
    """Name the folder of the checkout."""
    return ROOT
