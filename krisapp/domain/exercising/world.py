"""The simulated world (motspelets omvärld), row EX3: what papers, radio and people say of what the team does and omits.

It is worked out anew from the journal each time, so two consoles see the same, and a drill that is resumed goes on
where it was. The rules are data; see `resources/scenarios/world/`.
"""

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from krisapp.domain.exercising.conditions import releases
from krisapp.domain.exercising.drill import Act, Drill
from krisapp.domain.exercising.scenario import Inject, InjectKind, Via
from krisapp.domain.exercising.taking import Made

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

MARK = "ÖVNING"
SHORTEST_TOLD = 30
"""Characters of the first line of a text that is worth quoting."""

LONGEST_TOLD = 220
GROWTH = 12.0
"""Minutes in which a rumour nobody answers is shared twice as often (our own setting, handbook 9.5: 62 at first)."""

FADE = 15.0
"""Minutes after an answer until a rumour is let be (our own setting)."""

FIRST_SHARES, MOST_SHARES = 12, 5000


class Medium(StrEnum):
    """Where something is said."""

    PAPER = "paper"
    RADIO = "radio"
    FEED = "feed"


class On(StrEnum):
    """What makes somebody say something."""

    SILENCE = "silence"
    RELEASED = "released"
    INJECT = "inject"


class Mood(StrEnum):
    """How somebody who says it feels."""

    CALM = "calm"
    ASKING = "asking"
    WORRIED = "worried"
    ANGRY = "angry"


class Reaction(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A rule of the world. `texts` are said one after another, each `every` minutes after the one before.

    On silence the first comes when nothing has gone out to `of` by minute `after`, and they stop when something does.
    On a release or on an inject of the kind `of`, the first comes `after` minutes later.
    """

    medium: Medium
    on: On
    of: str
    who: str
    texts: tuple[str, ...]
    after: float = 0
    every: float = 10
    mood: Mood = Mood.ASKING


class ThreadRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What people answer in a thread: while nobody has answered a rumour, and after. `every` is in minutes."""

    every: float
    unanswered: tuple[str, ...]
    answered: tuple[str, ...]
    names: tuple[str, ...]


class WorldRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All rules of the world."""

    reactions: tuple[Reaction, ...]
    threads: ThreadRules


class Said(NamedTuple):
    """Something that has been said: at which exercise minute, by whom, and in what mood."""

    minute: float
    who: str
    text: str
    mood: Mood


class Thread(NamedTuple):
    """A post and its answers. `fading` tells that the municipality has answered and people let it be."""

    key: str
    post: Said
    replies: tuple[Said, ...]
    shares: int
    fading: bool


def said_in(incident: "Incident", rules: WorldRules, medium: Medium, now: datetime) -> list[Said]:
    """Return what a medium has said by now, newest first."""
    drill = incident.part(Drill)
    minute = drill.minute(now)
    found = [
        said
        for rule in rules.reactions
        if rule.medium is medium
        for said in _by(incident, drill, rule)
        if said.minute <= minute
    ]
    return sorted(found, key=lambda said: said.minute, reverse=True)


def threads(incident: "Incident", rules: WorldRules, now: datetime) -> list[Thread]:
    """Return the social feed: posts of injects with the answers they have grown, and single posts; newest first."""
    drill = incident.part(Drill)
    minute = drill.minute(now)
    found = [
        _thread(incident, rules.threads, one, act, minute)
        for one in drill.injects
        if one.via is Via.SCREENSHOT or one.kind is InjectKind.RUMOUR
        for act in _first_sent(drill, one)
    ]
    singles = said_in(incident, rules, Medium.FEED, now)
    found += [Thread(f"{said.minute:g} {said.who}", said, (), 0, fading=False) for said in singles]
    return sorted(found, key=lambda thread: thread.post.minute, reverse=True)


def answered_at(incident: "Incident", inject: str) -> float | None:
    """Return the exercise minute the rumour of an inject was answered, or None."""
    drill = incident.part(Drill)
    taken = drill.taken.get(inject)
    rumour = incident.rumours.get(taken[0].entry) if taken and taken[0].made is Made.RUMOUR else None
    claims = rumour.counter.claims if rumour else ()
    return min((drill.minute(stamp.at) for _value, stamp in claims), default=None)


def _first_sent(drill: Drill, inject: Inject) -> Iterator[Act]:
    sent = drill.sent_at(inject.id)
    if sent is not None:
        yield sent


def _thread(incident: "Incident", rules: ThreadRules, inject: Inject, sent: Act, minute: float) -> Thread:
    answered = answered_at(incident, inject.id)
    grown_to = minute if answered is None else min(answered, minute)
    replies = list(_replies(rules, rules.unanswered, sent.minute, grown_to))
    if answered is not None:
        replies += _replies(rules, rules.answered, answered, minute)
    shares = min(MOST_SHARES, round(FIRST_SHARES * 2 ** (max(0.0, grown_to - sent.minute) / GROWTH)))
    post = Said(sent.minute, inject.from_[:1].upper() + inject.from_[1:], inject.text, Mood.ANGRY)
    fading = answered is not None and minute >= answered
    if fading and answered is not None:
        shares = round(shares * max(0.0, 1 - (minute - answered) / FADE))
    return Thread(inject.id, post, tuple(replies), shares, fading)


def _replies(rules: ThreadRules, texts: tuple[str, ...], since: float, until: float) -> Iterator[Said]:
    mood = Mood.CALM if texts is rules.answered else Mood.WORRIED
    for number, text in enumerate(texts, 1):
        at = since + number * rules.every
        if at > until:
            return
        yield Said(at, rules.names[number % len(rules.names)], text, mood)


def _by(incident: "Incident", drill: Drill, rule: Reaction) -> Iterator[Said]:
    """Give what a rule has somebody say, with no regard to how late it is."""
    match rule.on:
        case On.SILENCE:
            out = min(_released(incident, drill, rule.of), default=(float("inf"), ""))[0]
            yield from (said for said in _row(incident, drill, rule, rule.after) if said.minute < out)
        case On.RELEASED:
            for at, text in _released(incident, drill, rule.of):
                yield from _row(incident, drill, rule, at + rule.after, _quoted(text))
        case On.INJECT:
            for one in drill.injects:
                if one.kind == rule.of:
                    for act in _first_sent(drill, one):
                        yield from _row(incident, drill, rule, act.minute + rule.after, one.text)


def _row(incident: "Incident", drill: Drill, rule: Reaction, first: float, quoted: str = "") -> Iterator[Said]:
    scenario = drill.scenario
    places = scenario.incident.places if scenario else ()
    values = {
        "place": places[0] if places else "",
        "sentence": scenario.incident.sentence if scenario else "",
        "quoted": quoted,
        "municipality": incident.plan.settings.municipality if incident.plan else "",
    }
    for number, text in enumerate(rule.texts):
        said = text
        for name, value in values.items():
            said = said.replace("{" + name + "}", value)
        yield Said(first + number * rule.every, rule.who, said, rule.mood)


def _released(incident: "Incident", drill: Drill, audience: str) -> list[tuple[float, str]]:
    """Return when texts went out to an audience or in a channel, with each text, the first first."""
    return sorted((drill.minute(release.stamp.at), release.text) for release in releases(incident, audience))


def _quoted(text: str) -> str:
    """Return the first line of a text that says something, without marks of an exercise."""
    lines = [line.strip(" #*–-") for line in text.splitlines() if MARK not in line]
    line = next((line for line in lines if len(line) >= SHORTEST_TOLD), next(iter(lines), ""))
    return line if len(line) <= LONGEST_TOLD else line[:LONGEST_TOLD].rpartition(" ")[0] + " …"
