"""Scenarios (scenarier), handbook 9.3 and 9.5–9.8: what a drill begins with, and what is played into it when."""

from collections.abc import Iterator
from enum import StrEnum

import msgspec

from krisapp.domain.words import N_


class InjectKind(StrEnum):
    """What an inject is about (typ)."""

    EVENT = "event"
    INFORMATION = "information"
    MEDIA = "media"
    SOCIAL = "social"
    RUMOUR = "rumour"
    COLLABORATION = "collaboration"
    STAFF = "staff"
    TECHNICAL = "technical"
    CONTROL = "control"


INJECT_KINDS = {
    InjectKind.EVENT: N_("Händelse"),
    InjectKind.INFORMATION: N_("Information"),
    InjectKind.MEDIA: N_("Media"),
    InjectKind.SOCIAL: N_("Sociala medier"),
    InjectKind.RUMOUR: N_("Rykte"),
    InjectKind.COLLABORATION: N_("Samverkan"),
    InjectKind.STAFF: N_("Personal"),
    InjectKind.TECHNICAL: N_("Teknik"),
    InjectKind.CONTROL: N_("Styrning"),
}


class Via(StrEnum):
    """How an inject reaches the one it is for (kanal)."""

    PHONE = "phone"
    MAIL = "mail"
    NOTE = "note"
    SPOKEN = "spoken"
    SCREENSHOT = "screenshot"
    PROGRAM = "program"
    RAKEL = "rakel"
    CONTROL = "control"


VIA = {
    Via.PHONE: N_("Telefon"),
    Via.MAIL: N_("Mejl"),
    Via.NOTE: N_("Lapp"),
    Via.SPOKEN: N_("Muntligt"),
    Via.SCREENSHOT: N_("Skärmbild"),
    Via.PROGRAM: N_("I Krisapp"),
    Via.RAKEL: N_("Rakel"),
    Via.CONTROL: N_("Styrning"),
}


class Condition(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Something the team may have done (villkor); exactly one of the fields says what.

    `released` an audience or channel that a text has gone out to, `item` a point of a checklist that is ticked,
    `inject` one that has been sent, `level` one that has been reached, `answered` "media" or "rumour".
    """

    released: str = ""
    item: str = ""
    inject: str = ""
    level: str = ""
    answered: str = ""

    @property
    def named(self) -> dict[str, str]:
        """Return what the condition names, by field."""
        return {name: value for name in self.__struct_fields__ if (value := getattr(self, name))}


class Inject(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """An inject (inspel), handbook 9.3. `at` is minutes after the start; one in `reserve` is sent only by hand.

    It waits until what is in `after` has happened, and is not sent if what is in `unless` has happened by its time.
    `ladder` is a step of the degradation ladder (A–E) that it plays; `attachment` a file beside the scenario's.
    """

    id: str
    kind: InjectKind
    from_: str
    to: str
    via: Via
    text: str
    expected: str = ""
    at: int = 0
    reserve: bool = False
    after: Condition | None = None
    unless: Condition | None = None
    ladder: str = ""
    difficulty: int = 1
    objectives: tuple[str, ...] = ()
    attachment: str = ""


class Beginning(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What the drill's incident is started with: the same as a real one is."""

    type: str
    places: tuple[str, ...]
    sentence: str
    level: str
    danger_to_life: bool = False


class Scenario(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A scenario (scenario). `minutes` is how long it is played; `starts` says in words when its day begins."""

    id: str
    name: str
    minutes: int
    incident: Beginning
    injects: tuple[Inject, ...]
    about: str = ""
    starts: str = ""
    roles: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()

    def inject(self, id: str) -> Inject | None:
        """Return an inject by its id."""
        return next((one for one in self.injects if one.id == id), None)


class Objective(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An objective of the bank (övningsmål), handbook 9.4."""

    id: str
    name: str


Where = tuple[str | int, ...]
"""Where in a scenario file something stands, by keys and positions."""

MOST_MINUTES = 48 * 60
"""The longest drill, in minutes: two days."""


def faults(scenario: Scenario, known: dict[str, frozenset[str]]) -> Iterator[tuple[Where, str, dict[str, object]]]:
    """Give what is wrong with a scenario: where it stands, and a sentence with its values.

    `known` has the ids that its words may name, under "type", "level", "released", "item" and "objective".
    """
    for name, value in (("type", scenario.incident.type), ("level", scenario.incident.level)):
        if value not in known[name]:
            yield ("incident", name), N_("{value} finns inte i planen."), {"value": value}
    if not 0 < scenario.minutes <= MOST_MINUTES:
        yield ("minutes",), N_("Övningens längd ska vara mellan 1 och {most} minuter."), {"most": MOST_MINUTES}
    for number, objective in enumerate(scenario.objectives):
        if objective not in known["objective"]:
            yield ("objectives", number), N_("Övningsmålet {value} finns inte."), {"value": objective}
    seen: set[str] = set()
    for number, inject in enumerate(scenario.injects):
        at: Where = ("injects", number)
        if inject.id in seen:
            yield (*at, "id"), N_("Två inspel heter {value}. Byt namn på det ena."), {"value": inject.id}
        seen.add(inject.id)
        yield from _of_inject(scenario, inject, at, known)
    yield from _circles(scenario)


def _of_inject(
    scenario: Scenario, inject: Inject, at: Where, known: dict[str, frozenset[str]]
) -> Iterator[tuple[Where, str, dict[str, object]]]:
    if not 0 <= inject.at <= scenario.minutes:
        sentence = N_("Inspelet {id} kommer minut {minute}, men övningen är {minutes} minuter lång.")
        yield (*at, "at"), sentence, {"id": inject.id, "minute": inject.at, "minutes": scenario.minutes}
    if not 1 <= inject.difficulty <= 3:
        yield (*at, "difficulty"), N_("Svårigheten ska vara 1, 2 eller 3."), {}
    if inject.ladder and inject.ladder not in "ABCDE":
        yield (*at, "ladder"), N_("Steget {value} finns inte på trappan A till E."), {"value": inject.ladder}
    for name in ("after", "unless"):
        condition: Condition | None = getattr(inject, name)
        if condition is None:
            continue
        if len(condition.named) != 1:
            yield (*at, name), N_("Ett villkor ska nämna en enda sak."), {}
        names = known | {"inject": frozenset(one.id for one in scenario.injects)}
        names["answered"] = frozenset({"media", "rumour"})
        for what, value in condition.named.items():
            if value not in names[what]:
                yield (*at, name, what), N_("Villkoret nämner {value}, som inte finns."), {"value": value}


def _circles(scenario: Scenario) -> Iterator[tuple[Where, str, dict[str, object]]]:
    """Give each inject that waits for itself, by way of others or not."""
    waits = {one.id: one.after.inject for one in scenario.injects if one.after and one.after.inject}
    for number, inject in enumerate(scenario.injects):
        path, step = [inject.id], waits.get(inject.id)
        while step is not None and step not in path:
            path.append(step)
            step = waits.get(step)
        if step == inject.id:
            sentence = N_("Inspelen väntar på varandra i en ring: {ring}.")
            yield ("injects", number, "after"), sentence, {"ring": " → ".join([*path, inject.id])}
