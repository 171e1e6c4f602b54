"""What a site tells (webbplatsens innehåll): the released public texts and what they themselves say, and nothing else.

Every word comes from a text that went out, or from the plan. What the fact sheet says beside them is not shown.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from krisapp.channels.exercise_marks import without_marks
from krisapp.domain.checks import Stage
from krisapp.domain.messages import STAGE_NAMES
from krisapp.domain.plan import Plan
from krisapp.domain.sheet import Sheet, digest_of

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

WEB, BANNER, PRESS, EASY, ENGLISH, LANGUAGES, CONTACT_CENTRE = "C01", "C02", "C08", "C18", "C19", "C20", "C11"
IN_PLACE_OF_WEB = ("C12", "C03", "C13", "C15", "C05")
"""Where the words to an audience are taken from while its web text has not been released, the best first."""

PAGES = frozenset({WEB, BANNER, PRESS, EASY, ENGLISH, LANGUAGES})
RESIDENTS, MEDIA = "E1", "E5"
SECTION_OF_ANSWERS = "Frågor och svar"
_INHABITED = frozenset({"town", "district"})
"""Kinds of places that people say they live in."""

_PRESS_HEAD = "Pressmeddelande"
_QUESTION = "?"


class Item(msgspec.Struct, frozen=True, dict=True):
    """A text on the site (besked): one version in the chain of a message. `number` is its place there, from 1.

    `next_stage` is the stage of the version that took over from it, None for what stands. `answers` are the questions
    and answers it gives.
    """

    audience: str
    channel: str
    language: str
    number: int
    stage: Stage
    text: str
    at: datetime
    next_stage: Stage | None = None
    last: int = 1

    @property
    def id(self) -> str:
        """Return the id of its message."""
        return f"{self.audience}-{self.channel}.{self.language}"

    @property
    def path(self) -> str:
        """Return where its page lies in the site."""
        return f"meddelanden/{self.audience}-{self.channel}-{self.number}.html"

    @property
    def newest_path(self) -> str:
        """Return the page of the newest text in its chain."""
        return f"meddelanden/{self.audience}-{self.channel}-{self.last}.html"

    @property
    def stands(self) -> bool:
        """Return whether it is the newest of its chain."""
        return self.next_stage is None

    @property
    def stage_name(self) -> str:
        """Return its stage in Swedish: the site is in Swedish whatever language the window speaks."""
        return STAGE_NAMES[self.stage]

    @cached_property
    def lines(self) -> list[str]:
        """Return its lines without the marks of an exercise, which the page itself bears first and last."""
        lines = without_marks(self.text.split("\n"))
        if self.channel == PRESS and lines and lines[0].startswith(_PRESS_HEAD):
            lines = lines[1:]
        return lines

    @property
    def title(self) -> str:
        """Return its first line, and for a text in several languages what it is."""
        if self.channel == LANGUAGES:
            return "Besked på andra språk"
        return next((line.strip() for line in self.lines if line.strip()), self.stage_name)

    @property
    def names_stage(self) -> bool:
        """Return whether its title begins with its stage: "Rättelse om dricksvattnet"."""
        return self.title.startswith(self.stage_name)

    @cached_property
    def told_title(self) -> str:
        """Return the title as it can stand alone in a list: one of a single word is followed by what it is about."""
        title = self.title.rstrip(".")
        if " " in title:
            return self.title
        blank = self.body.partition("\n\n")[2]
        about = next((line.strip() for line in blank.split("\n") if line.strip().endswith(".")), "")
        return f"{title}: {about}" if about else self.title

    @property
    def body(self) -> str:
        """Return what stands under the title."""
        at = next((at for at, line in enumerate(self.lines) if line.strip()), len(self.lines))
        return "\n".join(self.lines[at + 1 :])

    @cached_property
    def answers(self) -> tuple[tuple[str, str], ...]:
        """Return each question with its answer: a line that ends with "?" in its section, and the lines beneath it."""
        found: list[tuple[str, list[str]]] = []
        inside = False
        for line in self.lines:
            words = line.strip()
            if words == SECTION_OF_ANSWERS:
                inside = True
            elif not words:
                inside = False
            elif inside and words.endswith(_QUESTION):
                found.append((words, []))
            elif inside and found:
                found[-1][1].append(words)
        return tuple((question, "\n".join(said)) for question, said in found if said)


class Point(NamedTuple):
    """A trygghetspunkt as the site shows it; `status` is empty until a released text has told it."""

    name: str
    place: str
    address: str
    status: str


class Told(NamedTuple):
    """All a site tells. `unreleased` says that the texts are a set of their own that nobody has released."""

    name: str
    exercise: bool
    plan: Plan
    items: tuple[Item, ...]
    points: tuple[Point, ...]
    answers: tuple[tuple[str, str], ...]
    unreleased: bool = False

    @property
    def versions(self) -> tuple[tuple[str, int], ...]:
        """Return the texts it tells, each by its message and its number in the chain."""
        return tuple((item.id, item.number) for item in self.items)

    def newest(self, channel: str, audience: str = "") -> list[Item]:
        """Return the texts that stand in a channel, audiences in policy order."""
        return [
            item for item in self.items if item.channel == channel and item.stands and audience in ("", item.audience)
        ]

    def pages(self) -> list[Item]:
        """Return what stands for each audience as a page of its own, in policy order."""
        found = []
        for audience in dict.fromkeys(item.audience for item in self.items):
            own = next(
                (items[0] for channel in (WEB, *IN_PLACE_OF_WEB) if (items := self.newest(channel, audience))), None
            )
            found += [own] if own else []
        return found

    def by_place(self) -> list[tuple[str, Item]]:
        """Return each place that a text in plain Swedish names, with the newest such text, to the residents if any."""
        texts = [item for item in self.items if item.stands and item.channel in (WEB, *IN_PLACE_OF_WEB)]
        found = []
        for place in self.plan.places:
            if place.kind not in _INHABITED:
                continue
            # "Flen", and not the signature of "Flens kommun".
            naming = re.compile(rf"\b{re.escape(place.name)}s?\b(?! kommun)")
            about = [item for item in texts if naming.search(item.text)]
            if about:
                found.append((place.name, max(about, key=lambda item: (item.audience == RESIDENTS, item.at))))
        return found

    def archive(self) -> list[Item]:
        """Return every text, the newest first; those of one moment in the order of the policy."""
        return sorted(self.items, key=lambda item: item.at, reverse=True)


def is_public(audience: str, channel: str) -> bool:
    """Return whether a text may stand on the site at all: it is to people outside, in a channel anybody may read."""
    return audience.startswith("E") and (channel in PAGES or channel in IN_PLACE_OF_WEB)


def told_by(incident: "Incident", plan: Plan) -> Told:
    """Return what has been released in an incident (släppt): all else is left out, facts and drafts alike."""
    sheet = incident.sheet
    ranks = {row.id: row.rank for row in plan.audiences}
    messages = sorted(incident.messages.values(), key=lambda one: (ranks.get(one.audience, 99), one.channel))
    items = []
    for message in messages:
        stages = [release.stage for release in message.releases]
        items += [
            Item(
                message.audience,
                message.channel,
                message.language,
                number,
                release.stage,
                release.text,
                release.stamp.at,
                stages[number] if number < len(stages) else None,
                len(stages),
            )
            for number, release in enumerate(message.releases, 1)
            if is_public(message.audience, message.channel)
        ]
    now = digest_of(sheet, "safe_points")
    said = any(
        message.out and is_public(message.audience, message.channel) and message.out.uses.get("safe_points") == now
        for message in messages
    )
    scripts = [
        message.out.text
        for message in messages
        if message.out and message.channel == CONTACT_CENTRE and message.audience.startswith("E")
    ]
    return _told(sheet, plan, items, exercise=incident.exercise, points_told=said, scripts=scripts)


def told_in_set(
    sheet: Sheet, plan: Plan, texts: Iterable[tuple[str, str, str, str]], stage: Stage, at: datetime, *, exercise: bool
) -> Told:
    """Return what a set of texts tells: audience, channel, language and text of each. Nobody has released them."""
    given = list(texts)
    items = [
        Item(audience, channel, language, 1, stage, text, at)
        for audience, channel, language, text in given
        if is_public(audience, channel)
    ]
    scripts = [text for audience, channel, _language, text in given if channel == CONTACT_CENTRE and audience[0] == "E"]
    told = _told(sheet, plan, items, exercise=exercise, points_told=True, scripts=scripts)
    return told._replace(unreleased=True)


def _told(
    sheet: Sheet, plan: Plan, items: Sequence[Item], *, exercise: bool, points_told: bool, scripts: Sequence[str]
) -> Told:
    kept = _without_doubles(items)
    answering = [item for item in kept if item.stands and item.language == "sv"]
    answering += [Item(RESIDENTS, CONTACT_CENTRE, "sv", 1, Stage.FIRST, text, sheet.alarm_at) for text in scripts]
    answers: dict[str, str] = {}
    for item in answering:
        for question, answer in item.answers:
            answers.setdefault(question, answer)
    points = tuple(
        Point(row.name, row.place, row.address, _status(sheet, row.name, row.place) if points_told else "")
        for row in plan.safe_points
    )
    return Told(sheet.name, exercise, plan, tuple(kept), points, tuple(answers.items()))


def _without_doubles(items: Sequence[Item]) -> list[Item]:
    """Leave out what only stands in for a web text where there is one: it says the same in fewer words."""
    on_web = {item.audience for item in items if item.channel == WEB}
    kept = []
    for item in items:
        if item.channel in IN_PLACE_OF_WEB:
            own = {other.channel for other in items if other.audience == item.audience}
            first = next(channel for channel in IN_PLACE_OF_WEB if channel in own)
            if item.audience in on_web or item.channel != first:
                continue
        kept.append(item)
    return kept


def _status(sheet: Sheet, name: str, place: str) -> str:
    return sheet.safe_points.get(name) or sheet.safe_points.get(place, "")
