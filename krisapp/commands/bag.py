"""The command bag: pack the bag on a stick (väskan), to be followed by a program or by a person."""

import argparse
from datetime import datetime
from pathlib import Path

from krisapp.commands.answers import NO, YES, say
from krisapp.domain.words import _
from krisapp.folders import data_folder


def add_bag(bag: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    bag.add_argument("stick", type=Path, metavar="DIR", help=_("usb-minnet eller mappen där väskan ska ligga"))
    bag.add_argument("--workplace", type=Path, metavar="DIR", help=_("arbetsmappen, den vanliga om inget sägs"))
    bag.add_argument("--progress", action="store_true", help=_("säg det som görs så att ett program kan följa det"))
    bag.set_defaults(command=_bag)


def _bag(chosen: argparse.Namespace) -> int:
    from krisapp.commands.bag_packing import pack, packed_words  # here: only this command needs it
    from krisapp.domain.planning.acts import Act, ActKind
    from krisapp.store.plan.plan_store import PlanStore

    workplace = chosen.workplace or data_folder()
    now = datetime.now().astimezone()
    packed = pack(workplace, chosen.stick, now, _say_piece if chosen.progress else _say_nothing)
    if not chosen.progress:
        # A window that follows the packing notes it itself, by who sits at it.
        store = PlanStore.open(workplace / "plan.db")
        store.note_act(Act(ActKind.BAG, now.date(), _("kommandot")))
        store.close()
    say(packed_words(packed))
    for lack in packed.lacks:
        say(lack)
    return NO if packed.lacks else YES


def _say_piece(number: int, total: int, name: str) -> None:
    say(f"{number}/{total} {name}")


def _say_nothing(_number: int, _total: int, _name: str) -> None:
    """Tell a person only of the end."""
