"""Which of a machine's volumes can be met on."""

from pathlib import Path

from krisapp.ui.views.consoles.media import Volume, media


def test_sticks_and_shares_are_offered_and_the_machines_own_disks_are_not() -> None:
    found = media(
        [
            Volume("/", "rot"),
            Volume("/boot/efi", ""),
            Volume("/media/kim/KRIS", "KRIS"),
            Volume("/mnt/delad", ""),
        ],
        windows=False,
    )

    assert [(one.path, one.name) for one in found] == [
        (Path("/media/kim/KRIS"), "KRIS"),
        (Path("/mnt/delad"), "delad"),
    ]


def test_on_windows_every_drive_but_the_systems_is_offered_and_none_that_cannot_be_written_to() -> None:
    drives = [Volume("C:/", "System"), Volume("E:/", "KRIS"), Volume("F:/", "dvd", writable=False)]

    assert [one.name for one in media(drives, windows=True)] == ["KRIS"]
