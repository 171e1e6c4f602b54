"""The commands backup and restore: a safety copy in a second place (säkerhetskopia), and the way home again."""

import argparse
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from krisapp.commands.answers import NO, YES, say
from krisapp.domain.words import _, ngettext
from krisapp.folders import data_folder


def add_backup(backup: argparse.ArgumentParser, restore: argparse.ArgumentParser) -> None:
    """Say what the commands take."""
    backup.add_argument("place", type=Path, metavar="DIR", help=_("minnet eller mappen där kopian ska ligga"))
    restore.add_argument("place", type=Path, metavar="DIR", help=_("minnet eller mappen där kopian ligger"))
    for command in (backup, restore):
        command.add_argument("--workplace", type=Path, metavar="DIR", help=_("arbetsmappen, den vanliga om inget sägs"))
        command.add_argument("--progress", action="store_true", help=_("säg det som görs så att ett program kan följa"))
    backup.set_defaults(command=_backup)
    restore.set_defaults(command=_restore)


def _backup(chosen: argparse.Namespace) -> int:
    from krisapp.backing_up import back_up  # here: only this command needs it

    now = datetime.now().astimezone()
    result = back_up(chosen.workplace or data_folder(), chosen.place, now, _teller(chosen))
    told = ngettext(
        "{count} fil är kopierad och läst tillbaka, {same} är oförändrade.",
        "{count} filer är kopierade och lästa tillbaka, {same} är oförändrade.",
        len(result.copied),
    )
    say(told.format(count=len(result.copied), same=result.same))
    for lack in result.lacks:
        say(lack)
    return NO if result.lacks else YES


def _restore(chosen: argparse.Namespace) -> int:
    from krisapp.backing_up import restore

    result = restore(chosen.place, chosen.workplace or data_folder(), _teller(chosen))
    count = len(result.copied)
    told = ngettext(
        "{count} fil är återställd och läst tillbaka.", "{count} filer är återställda och lästa tillbaka.", count
    )
    say(told.format(count=count))
    for lack in result.lacks:
        say(lack)
    return NO if result.lacks else YES


def _teller(chosen: argparse.Namespace) -> Callable[[int, int, str], None]:
    def tell(number: int, total: int, name: str) -> None:
        if chosen.progress:
            say(f"{number}/{total} {name}")

    return tell
