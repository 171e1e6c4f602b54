"""Whom to ring next (näst i tur), and how each post of the alarm chain stands. Pure: the time comes in.

A round goes through the whole chain: in it everyone who can fill an empty post is rung once, deputies after the
ordinary, and nobody twice. Who did not answer comes back in the next round, when all others have been tried.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.leading.alarm.alarm_chain import chain, numbers
from krisapp.domain.leading.alarm.calling import Call, Calls, Outcome
from krisapp.domain.leading.alarm.posts import Post
from krisapp.domain.leading.staff.endurance import rest_before, too_short
from krisapp.domain.leading.staff.staffing import Staffing
from krisapp.domain.words import N_, Refused

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

OVERDUE = timedelta(minutes=10)
"""How long after the promised arrival somebody is missed."""


class Standing(StrEnum):
    """How a post stands."""

    ON_DUTY = "on_duty"
    REACHED = "reached"
    ON_WAY = "on_way"
    OVERDUE = "overdue"
    RINGING = "ringing"
    WAITING = "waiting"
    UNANSWERED = "unanswered"
    UNABLE = "unable"
    NOBODY_FREE = "nobody_free"
    ELSEWHERE = "elsewhere"
    NO_NUMBER = "no_number"
    NOBODY = "nobody"


FILLED = frozenset((Standing.ON_DUTY, Standing.REACHED, Standing.ON_WAY, Standing.OVERDUE, Standing.ELSEWHERE))
"""How a post stands that nobody needs to be rung for."""


class State(msgspec.Struct, frozen=True):
    """A post as it stands: who fills it or is rung for it, since or until when, and who rings.

    `rung` are those who ring the same person at once: more than one name is two callers in one another's way.
    """

    post: Post
    standing: Standing
    person: str = ""
    time: datetime | None = None
    rung: tuple[str, ...] = ()
    tried: int = 0


class Turn(msgspec.Struct, frozen=True):
    """Whom to ring now, for which post, in which round, and whom they stand in for."""

    post: Post
    person: str
    round: int
    instead_of: str = ""


class Situation:
    """The chain and its calls at one moment. Made anew for each look: it is a few dozen posts."""

    def __init__(self, incident: "Incident", now: datetime) -> None:
        self.incident, self.now = incident, now
        plan, sheet = incident.plan, incident.sheet
        self.posts: tuple[Post, ...] = chain(plan, sheet.level, sheet.type) if plan else ()
        self.calls: list[Call] = incident.part(Calls).calls()
        self._staffing = incident.part(Staffing)
        self._ringing: dict[str, list[Call]] = {}
        self._failures: dict[str, int] = {}
        self._said: dict[str, Call] = {}
        for call in self.calls:
            if call.rings(now):
                self._ringing.setdefault(call.person, []).append(call)
            if call.failed(now):
                self._failures[call.person] = self._failures.get(call.person, 0) + 1
            if call.ended is not None and call.ended.outcome is not Outcome.NO_ANSWER and not self._spent(call):
                self._said[call.person] = call
        self._on_duty = {spell.person: spell for spell in self._staffing.running()}

    def states(self) -> list[State]:
        """Return every post of the chain as it stands, in its order."""
        return [self.state(post) for post in self.posts]

    def state(self, post: Post) -> State:
        """Return how a post stands."""
        standing = self._staffing.standing(post.id)
        if standing:
            return State(post, Standing.ON_DUTY, standing[-1].person, standing[-1].since)
        filled = self._coming(post)
        if filled is not None:
            return filled
        ringing = [call for person in post.people for call in self._ringing.get(person, ()) if call.post == post.id]
        if ringing:
            latest = ringing[-1]
            rung = tuple(one.begun_by.person for one in self._ringing[latest.person] if one.begun_by is not None)
            return State(post, Standing.RINGING, latest.person, latest.at, rung, self._tried(post))
        return State(post, self._why_empty(post), self._elsewhere(post), None, (), self._tried(post))

    def next_turn(self, caller: str = "") -> Turn | None:
        """Return whom to ring next, or None when there is nobody: all posts are filled, being rung for, or hopeless.

        `caller` is who asks, and is never told to ring themselves.
        """
        open_posts = [
            (post, people)
            for post in self.posts
            if self.state(post).standing not in FILLED | {Standing.RINGING}
            and (people := [person for person in post.people if person != caller and self.can_be_rung(person)])
        ]
        turn = min((self.failures(person) for _post, people in open_posts for person in people), default=None)
        for post, people in open_posts:
            for person in people:
                if self.failures(person) == turn:
                    return Turn(post, person, turn + 1, self.stands_in_for(post, person))
        return None

    def failures(self, person: str) -> int:
        """Return how often somebody was rung without an answer."""
        return self._failures.get(person, 0)

    def can_be_rung(self, person: str) -> bool:
        """Return whether it is any use to ring somebody: a number, no other post, rested, not away, nobody ringing."""
        known = self.incident.plan.person(person) if self.incident.plan else None
        return bool(
            numbers(known)
            and person not in self._said
            and person not in self._ringing
            and person not in self._on_duty
            and self._staffing.away(person, self.now) is None
            and not too_short(rest_before(self.incident, person, self.now))
        )

    def require_rung(self, person: str) -> None:
        """Raise `Refused` for somebody nobody rings and who has said nothing yet: the key was meant for another."""
        if person and person not in self._ringing and person not in self._said:
            raise Refused(
                N_("Ingen ringer {name}. Tryck R först, sedan vad samtalet gav."), name=self.incident.name_of(person)
            )

    def said(self, person: str) -> Outcome | None:
        """Return what a person last answered, or None for one who has not."""
        call = self._said.get(person)
        return call.ended.outcome if call is not None and call.ended is not None else None

    def stands_in_for(self, post: Post, person: str) -> str:
        """Return whom a deputy stands in for: the one before in the order who was rung, or the ordinary; else none."""
        before = post.people[: post.people.index(person)] if person in post.people else ()
        rung = [one for one in before if self.failures(one) or self.said(one) is Outcome.UNABLE]
        return (rung or list(before[:1]) or [""])[-1]

    def without_number(self) -> list[str]:
        """Return those of the chain nobody can ring since no number is known, each once."""
        plan = self.incident.plan
        people: Sequence[str] = tuple(dict.fromkeys(person for post in self.posts for person in post.people))
        return [person for person in people if plan is not None and not numbers(plan.person(person))]

    def _spent(self, call: Call) -> bool:
        """Return whether a call has led to work: what was said then no longer counts when that work is over."""
        at = call.ended.at if call.ended else call.at
        return any(one.since >= at for one in self._staffing.of_person.get(call.person, ()))

    def _coming(self, post: Post) -> State | None:
        """Return who has said they come, or are reached, for this post: the latest word of each counts."""
        for call in reversed(self.calls):
            if call.post != post.id or self._said.get(call.person) is not call or call.ended is None:
                continue
            if call.ended.outcome is Outcome.REACHED:
                return State(post, Standing.REACHED, call.person, call.ended.at)
            if call.ended.outcome is Outcome.ON_WAY:
                missed = call.ended.eta is not None and self.now >= call.ended.eta + OVERDUE
                return State(post, Standing.OVERDUE if missed else Standing.ON_WAY, call.person, call.ended.eta)
        return None

    def _elsewhere(self, post: Post) -> str:
        """Return the one holder of a post that is filled somewhere else."""
        if len(post.people) != 1:
            return ""
        person = post.people[0]
        taken = person in self._on_duty or self.said(person) in (Outcome.REACHED, Outcome.ON_WAY)
        return person if taken else ""

    def _why_empty(self, post: Post) -> Standing:
        if not post.people:
            return Standing.NOBODY
        if self._elsewhere(post):
            return Standing.ELSEWHERE
        plan = self.incident.plan
        if plan is None or not any(numbers(plan.person(person)) for person in post.people):
            return Standing.NO_NUMBER
        left = [person for person in post.people if self.can_be_rung(person) and not self.failures(person)]
        if left:
            return Standing.WAITING
        if any(self.failures(person) for person in post.people):
            return Standing.UNANSWERED
        unable = any(self.said(person) is Outcome.UNABLE for person in post.people)
        return Standing.UNABLE if unable else Standing.NOBODY_FREE

    def _tried(self, post: Post) -> int:
        return sum(1 for person in post.people if self.failures(person))
