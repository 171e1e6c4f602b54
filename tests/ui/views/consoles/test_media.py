"""Which of a machine's volumes can be met on."""

from pathlib import Path

from krisapp.ui.views.consoles.media import Volume, media

FREE = 15_100_000_000


def test_sticks_and_shares_are_offered_and_the_machines_own_disks_are_not() -> None:
    found = media(
        [
            Volume("/", "rot", FREE),
            Volume("/boot/efi", "", FREE),
            Volume("/media/kim/KRIS", "KRIS", FREE),
            Volume("/mnt/delad", "", FREE),
        ],
        windows=False,
    )

    assert [(one.path, one.name) for one in found] == [
        (Path("/media/kim/KRIS"), "KRIS"),
        (Path("/mnt/delad"), "delad"),
    ]
    assert found[0].detail == "/media/kim/KRIS, 15,1 GB ledigt"


def test_on_windows_every_drive_but_the_systems_is_offered_and_none_that_cannot_be_written_to() -> None:
    drives = [Volume("C:/", "System", FREE), Volume("E:/", "KRIS", FREE), Volume("F:/", "dvd", 0, writable=False)]

    assert [one.name for one in media(drives, windows=True)] == ["KRIS"]
