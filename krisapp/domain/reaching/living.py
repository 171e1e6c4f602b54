"""Which channels live where (levande kanaler): what each needs by the plan against what works there.

A channel needs one of several ways, and each way all of its things: "own_web + web". What nobody has told of is not
taken to be down: a channel is down when it is known that every way is broken.
"""

from functools import cache

from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Channel
from krisapp.domain.reaching.working import BOARD, HOUSE, LOCAL, OWN, THING_NAMES, State, Working, towns
from krisapp.domain.words import N_

NOTHING, HANDS = "nothing", "hands"
NEEDED = (*LOCAL, *OWN, NOTHING, HANDS)
"""What a channel can need: a thing, nothing at all, or that somebody goes there."""

NEED_NAMES = THING_NAMES | {NOTHING: N_("ingenting"), HANDS: N_("att någon går dit")}


@cache
def ways_of(needs: tuple[str, ...]) -> tuple[tuple[tuple[str, ...], bool], ...]:
    """Return the ways of a channel: its things, and whether the text is carried there by a person."""
    ways = (tuple(thing.strip() for thing in need.split("+")) for need in needs)
    return tuple((things, BOARD in things or HANDS in things) for things in ways)


def broken(working: Working, place: str) -> frozenset[str]:
    """Return what is known to be down for a place: there, and of the municipality's own systems.

    Of the house, `HOUSE`, only its own systems are asked: that is how it is outside the places.
    """
    if not working.known:
        return frozenset()
    local = [thing for thing in LOCAL if working.state(place, thing) is State.DOWN]
    return frozenset((*local, *(thing for thing in OWN if working.state(HOUSE, thing) is State.DOWN)))


def lives(channel: Channel, gone: frozenset[str], *, carried: bool | None = None) -> bool:
    """Return whether a channel reaches a place where these things are down, as far as anyone knows.

    `carried` asks only of the ways by hand, or only of the others. A channel that does not say what it needs is not
    known to be down.
    """
    if not channel.needs:
        return not carried
    return any(
        gone.isdisjoint(things) for things, by_hand in ways_of(channel.needs) if carried is None or by_hand is carried
    )


def down_in(plan: Plan, working: Working, place: str) -> frozenset[str]:
    """Return the channels that are known to be down in a place."""
    gone = broken(working, place)
    return frozenset(row.id for row in plan.channels if not lives(row, gone))


def down(plan: Plan, working: Working) -> frozenset[str]:
    """Return the channels that are known to be down in every place, or for want of the municipality's own systems."""
    if not working.known:
        return frozenset()
    everywhere = [down_in(plan, working, place.id) for place in towns(plan)]
    return down_in(plan, working, HOUSE).union(frozenset.intersection(*everywhere) if everywhere else ())
