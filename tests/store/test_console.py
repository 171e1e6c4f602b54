import platform
from pathlib import Path

import pytest

from krisapp.store.console import Console
from krisapp.store.trouble import BadKeyFile, ReadOnly


def test_a_console_keeps_its_name_and_key(tmp_path: Path) -> None:
    first = Console.load(tmp_path / "ny" / "mapp", "KC-dator")

    again = Console.load(tmp_path / "ny" / "mapp", "något annat")

    assert (again.name, again.public) == ("KC-dator", first.public)
    assert [path.name for path in (tmp_path / "ny" / "mapp").iterdir()] == ["console.json"]


def test_a_console_without_a_name_is_called_what_the_machine_is(tmp_path: Path) -> None:
    assert Console.load(tmp_path).name == (platform.node() or "konsol")


def test_two_consoles_have_two_keys(tmp_path: Path) -> None:
    assert Console.load(tmp_path / "a").public != Console.load(tmp_path / "b").public


def test_only_the_owner_can_read_the_key(tmp_path: Path) -> None:
    Console.load(tmp_path)

    assert (tmp_path / "console.json").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"\xff", b'{"v":1,"name":"KC","key":"abc"}', b'{"v":1,"name":"a","key":""}']
)
def test_a_key_file_that_cannot_be_read_is_told_and_not_replaced(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "console.json").write_bytes(content)

    with pytest.raises(BadKeyFile, match="går inte att läsa"):
        Console.load(tmp_path)

    assert (tmp_path / "console.json").read_bytes() == content


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "fil").write_bytes(b"")

    with pytest.raises(ReadOnly, match="går inte att skriva"):
        Console.load(tmp_path / "fil" / "mapp")
