"""The timeline (tidslinjen) of a drill or an incident: what came in and what was done, in lanes, by the minute."""

from collections.abc import Iterator
from enum import StrEnum

import msgspec

from krisapp.domain.answering.enquiries import Answered, Received
from krisapp.domain.answering.rumours import Countered, Heard
from krisapp.domain.break_glass import ReleasedUnapproved
from krisapp.domain.events import Event
from krisapp.domain.exercising.drill import InjectHandled, Standing
from krisapp.domain.leading.decision.decision_history import DecisionMade
from krisapp.domain.leading.levels import LevelSet
from krisapp.domain.promises import Broken
from krisapp.domain.release import INTERNAL, RESIDENTS, WentOut
from krisapp.domain.scoring.account import Account
from krisapp.domain.scoring.order_attempts import OrderRefused
from krisapp.domain.words import N_, _, ngettext

LONGEST = 160
"""Letters of one line: what it says in full stands in the log."""


class Lane(StrEnum):
    """A lane of the timeline (bana)."""

    INJECTS = "injects"
    DECISIONS = "decisions"
    INTERNAL = "internal"
    RESIDENTS = "residents"
    OTHERS = "others"
    QUESTIONS = "questions"
    TROUBLE = "trouble"


LANE_NAMES = {
    Lane.INJECTS: N_("Inspel"),
    Lane.DECISIONS: N_("Beslut"),
    Lane.INTERNAL: N_("Inåt"),
    Lane.RESIDENTS: N_("Invånare"),
    Lane.OTHERS: N_("Övriga"),
    Lane.QUESTIONS: N_("Frågor, rykten"),
    Lane.TROUBLE: N_("Avvikelser"),
}


class Point(msgspec.Struct, frozen=True):
    """Something at a minute in a lane; `entries` are what it stands for, one or several of the same minute."""

    minute: float
    lane: Lane
    words: str
    entries: tuple[str, ...]

    @property
    def count(self) -> int:
        """Return how many entries it stands for."""
        return len(self.entries)


def timeline(account: Account) -> list[Point]:
    """Return the points in order; what happened in one lane within one minute is one point."""
    found: dict[tuple[int, Lane], list[tuple[float, str, str]]] = {}
    for stamp, happened in account.entries:
        for lane, words in (*_done(account, happened), *_asked(account, happened)):
            minute = max(account.minutes(stamp.at), 0.0)
            found.setdefault((int(minute), lane), []).append((minute, words, stamp.id))
    points = [
        Point(
            told[0][0], lane, _joined(lane, [words for _minute, words, _entry in told]), tuple(one[2] for one in told)
        )
        for (_whole, lane), told in found.items()
    ]
    return sorted(points, key=lambda one: (one.minute, list(Lane).index(one.lane)))


def _joined(lane: Lane, told: list[str]) -> str:
    if len(told) == 1:
        words = told[0]
    elif lane in (Lane.INTERNAL, Lane.RESIDENTS, Lane.OTHERS):
        count = ngettext("{count} text", "{count} texter", len(told)).format(count=len(told))
        words = f"{count}: {'; '.join(dict.fromkeys(told))}"
    else:
        words = "; ".join(dict.fromkeys(told))
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"


def _done(account: Account, happened: Event) -> Iterator[tuple[Lane, str]]:
    """Give the lane of what was played in, decided, let out or failed, and what is said of it."""
    incident = account.incident
    match happened:
        case InjectHandled(standing=Standing.SENT):
            inject = next((one for one in account.drill.injects if one.id == happened.inject), None)
            yield Lane.INJECTS, f"{happened.inject} {inject.text if inject else ''}".strip()
        case LevelSet():
            yield Lane.DECISIONS, _("Nivå {level}").format(level=happened.level)
        case DecisionMade():
            secret = happened.words.ground
            text = _("sekretess, {ground}").format(ground=secret) if secret else happened.words.text
            yield Lane.DECISIONS, _("Beslut {number}: {text}").format(number=happened.number, text=text)
        case WentOut():
            audience = happened.message.partition("-")[0]
            lane = Lane.RESIDENTS if audience == RESIDENTS else Lane.INTERNAL if audience in INTERNAL else Lane.OTHERS
            yield lane, incident.title_of(happened.message)
            if isinstance(happened, ReleasedUnapproved):
                said = _("{message} utan godkännande: {reason}")
                yield Lane.TROUBLE, said.format(message=incident.title_of(happened.message), reason=happened.reason)
        case OrderRefused():
            yield Lane.TROUBLE, _("{message} före invånarna (P28)").format(message=incident.title_of(happened.message))
        case Broken():
            yield Lane.TROUBLE, _("besked kl. {time} kom inte i tid").format(time=f"{happened.due:%H.%M}")


def _asked(account: Account, happened: Event) -> Iterator[tuple[Lane, str]]:
    """Give what the media asked and what was rumoured, and the answers."""
    incident = account.incident
    match happened:
        case Received():
            yield Lane.QUESTIONS, _("{medium} frågar").format(medium=happened.medium)
        case Answered():
            enquiry = incident.enquiries.get(happened.enquiry)
            yield Lane.QUESTIONS, _("svar till {medium}").format(medium=enquiry.asked.medium if enquiry else "–")
        case Heard():
            yield Lane.QUESTIONS, _("rykte {id} hört").format(id=happened.fact)
        case Countered():
            rumour = incident.rumours.get(happened.rumour)
            yield Lane.QUESTIONS, _("rykte {id} bemött").format(id=rumour.heard.fact if rumour else "–")
