"""A real desk with a journal on disk and texts that have gone out, for tests of sending."""

from datetime import datetime
from pathlib import Path

from krisapp.desk import Desk
from krisapp.domain.approval import approve
from krisapp.domain.checks import Stage
from krisapp.domain.messages import Rendering, draft
from krisapp.domain.release import Reason, release
from krisapp.domain.sending.recipients import Recipient
from krisapp.domain.sending.requesting import request
from krisapp.domain.sending.ways import Way, WaysOut
from krisapp.workplace import Workplace
from tests.delivery.leaving import TEXTS, WEB
from tests.domain.sitting import NOON

_OPENED: list[Desk] = []


def close_all() -> None:
    """Close every desk a test has opened."""
    while _OPENED:
        _OPENED.pop().close()


def clock() -> datetime:
    """Return the one time of these tests."""
    return NOON


def holder(workplace: Workplace, role: str) -> str:
    """Return who holds a role in the sample plan."""
    return next(row.person for row in workplace.plan.holders if row.role == role)


def desk_with(folder: Path, *messages: str, exercise: bool = False) -> Desk:
    """Start an incident in a folder and let these texts out, the residents' web page first."""
    workplace = Workplace(folder, clock)
    desk = workplace.start(
        type="power_outage",
        places=("Bettna",),
        sentence="Strömmen är borta i Bettna.",
        level="N2",
        danger_to_life=True,
        exercise=exercise,
        person=holder(workplace, "TIB"),
    )
    _OPENED.append(desk)
    chief = holder(workplace, "KC")
    for id in dict.fromkeys((WEB, *messages)):
        mark = "ÖVNING ÖVNING ÖVNING\n" if exercise else ""
        text = f"{mark}Flens kommun: Strömmen är borta i Bettna. {id}"
        desk.do(draft(desk.incident, id, text, Stage.FIRST, edited=True))
        desk.do(approve(desk.incident, id, Rendering(text, ("headline",)), chief))
        desk.do(release(desk.incident, id, Reason.DANGER, "prov"))
    return desk


def ask(desk: Desk, ways: WaysOut, way: Way, *addresses: str) -> str:
    """Ask for the text of a way to be sent; return the sending's id."""
    recipients = tuple(Recipient(address) for address in addresses) or (Recipient(),)
    asked = request(
        desk.incident, TEXTS[way], way, through=ways.through(way), to="prov", recipients=recipients, subject="Läget"
    )
    (stamp,) = desk.do(asked)
    return stamp.id


def reopened(folder: Path) -> Desk:
    """Open the one incident of a folder anew, as after a crash."""
    workplace = Workplace(folder, clock)
    (known,) = workplace.incidents()
    desk = workplace.open(known.path)
    _OPENED.append(desk)
    desk.person = holder(workplace, "TIB")
    return desk
