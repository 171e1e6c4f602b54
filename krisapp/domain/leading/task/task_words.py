"""A task as it is typed in one line (snabbinmatning): "@KOM kl. 15 Ring skolan" becomes an owner, a time and words.

What is understood is shown before it is saved, so nothing is guessed in silence: a name that several people have is
asked about, and one that nobody in the plan has stands as it is written.
"""

import re
from datetime import datetime, timedelta

import msgspec

from krisapp.domain.leading.task.tasks import Priority
from krisapp.domain.plan import Plan

_OWNER = re.compile(r"(?:^|(?<=\s))@(?:\"([^\"]+)\"|([\w.\-]+))", re.UNICODE)
_CLOCK = re.compile(
    r"(?:^|(?<=\s))(?:(?:klart\s+)?senast\s+)?(i\s?morgon\s+)?"
    r"(?:kl\.?\s*|klockan\s+)(\d{1,2})(?:[.:](\d{2}))?(?=$|[\s,;.!?])[.,;]?",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"(?:^|(?<=\s))(?:inom|om)\s+(\d{1,3}|en)\s*(minuter|minut|min|timmar|timme|tim|h)(?:\.)?(?=$|[\s,;.!?])[,;]?",
    re.IGNORECASE,
)
_PRIORITY = re.compile(r"(?:^|(?<=\s))(?:!(hög|låg)|(!))(?=\s|$)", re.IGNORECASE)
LONGEST = timedelta(days=7)
"""How far ahead "om 3 timmar" may reach."""


class Typed(msgspec.Struct, frozen=True):
    """What was understood of a line. `several` are the people a name fits; then `owner` is empty until more is said.

    `unknown` says that the plan has no role or person of that name; `owner` is then the words as written. `wrong_time`
    is a time that is none, such as kl. 25.
    """

    title: str
    owner: str = ""
    deadline: datetime | None = None
    priority: Priority = Priority.NORMAL
    several: tuple[str, ...] = ()
    unknown: bool = False
    wrong_time: str = ""


def understand(line: str, plan: Plan, now: datetime) -> Typed:
    """Return what a line says; the words that are neither owner, time nor priority are the task."""
    owner, unknown = "", False
    several: tuple[str, ...] = ()
    said = _OWNER.search(line)
    if said:
        line = line[: said.start()] + line[said.end() :]
        name = (said[1] or said[2]).strip(" .-")
        found = whom(name, plan)
        unknown = not found
        owner = (found or (name,))[0] if len(found) < 2 else ""
        several = found if len(found) > 1 else ()
    deadline, wrong_time, line = _when(line, now)
    ranked = _PRIORITY.search(line)
    priority = Priority.NORMAL
    if ranked:
        line = line[: ranked.start()] + line[ranked.end() :]
        priority = Priority.LOW if (ranked[1] or "").lower() == "låg" else Priority.HIGH
    title = " ".join(line.split()).strip(" ,;")
    return Typed(title[:1].upper() + title[1:], owner, deadline, priority, several, unknown, wrong_time)


def whom(name: str, plan: Plan) -> tuple[str, ...]:
    """Return whom a name can mean: a role by its code, else people by first name, last name or the whole of it."""
    wanted = name.casefold()
    roles = [role.id for role in plan.roles if role.id.casefold() == wanted]
    if roles:
        return tuple(roles)
    people = [one for one in plan.people if wanted in (one.id.casefold(), one.name.casefold())]
    if not people:
        people = [one for one in plan.people if wanted in one.name.casefold().split()]
    return tuple(one.id for one in people)


def _when(line: str, now: datetime) -> tuple[datetime | None, str, str]:
    """Return the deadline a line names, what was written where it is none, and the line without it."""
    clock = _CLOCK.search(line)
    if clock:
        rest = line[: clock.start()] + " " + line[clock.end() :]
        hour, minute = int(clock[2]), int(clock[3] or 0)
        if hour > 23 or minute > 59:
            return None, clock[0].strip(" ,;."), rest
        due = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
        tomorrow = bool(clock[1]) or due <= now
        return due + timedelta(days=1) if tomorrow else due, "", rest
    within = _WITHIN.search(line)
    if within:
        rest = line[: within.start()] + " " + line[within.end() :]
        number = 1 if within[1].lower() == "en" else int(within[1])
        hours = within[2].lower().startswith(("t", "h"))
        length = timedelta(hours=number) if hours else timedelta(minutes=number)
        if length > LONGEST:
            return None, within[0].strip(" ,;."), rest
        return (now + length).replace(second=0, microsecond=0), "", rest
    return None, "", line
