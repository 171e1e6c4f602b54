"""Scenarios (scenarier), handbook 9.3 and 9.5–9.8: what a drill begins with, and what is played into it when."""

from collections.abc import Iterator
from enum import StrEnum

import msgspec

from krisapp.domain.words import N_, _


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
    `inject` one that has been sent, `level` one that has been reached, `answered` "media" or "rumour", `done` a key of
    `DONE`. `times` is how often, for what can be done more than once.
    """

    released: str = ""
    item: str = ""
    inject: str = ""
    level: str = ""
    answered: str = ""
    done: str = ""
    times: int = 1

    @property
    def named(self) -> dict[str, str]:
        """Return what the condition names, by field."""
        return {name: value for name in CONDITIONS if (value := getattr(self, name))}


CONDITIONS = {
    "released": N_("när en text har gått ut till {value}"),
    "item": N_("när punkten {value} är avprickad"),
    "inject": N_("när inspelet {value} har skickats"),
    "level": N_("när nivå {value} har satts"),
    "answered": N_("när {value}"),
    "done": N_("när {value}"),
}
"""The fields of a condition, and how each is said."""

ANSWERED = {"media": N_("en mediefråga är besvarad"), "rumour": N_("ett rykte är bemött")}

DONE = {
    "calls": N_("någon har ringts in"),
    "handover": N_("en överlämning är bekräftad"),
    "offline": N_("något är utskrivet eller inskrivet från papper"),
    "warning": N_("ett VMA är begärt eller övervägt"),
}
"""What else a team can have done, by what conditions call it."""

MANY = N_("{condition}, {times} gånger")


def condition_words(condition: Condition) -> str:
    """Return a condition as one says it, in the language in force: "när en text har gått ut till E1"."""
    ((what, value),) = condition.named.items()
    words = ANSWERED.get(value) if what == "answered" else DONE.get(value) if what == "done" else None
    said = _(CONDITIONS[what]).format(value=_(words) if words else value)
    return said if condition.times == 1 else _(MANY).format(condition=said, times=condition.times)


class Inject(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """An inject (inspel), handbook 9.3. `at` is minutes after the start; one in `reserve` is sent only by hand.

    It waits until what is in `after` has happened, and is not sent if what is in `unless` has happened by its time.
    `ladder` is a step of the degradation ladder (A–E) that it plays; `attachment` a file beside the scenario's. `knows`
    is what the role player knows besides, and tells only when asked.
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
    knows: str = ""


class Beginning(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What the drill's incident is started with: the same as a real one is."""

    type: str
    places: tuple[str, ...]
    sentence: str
    level: str
    danger_to_life: bool = False


class Goal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a quick drill wants done (mål), in words and as what tells that it is."""

    name: str
    when: Condition


class Scenario(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A scenario (scenario). `minutes` is how long it is played; `starts` says in words when its day begins.

    A quick drill (handbook 9.9) has `goals`: it is played by oneself, with an approver whom the program plays.
    """

    id: str
    name: str
    minutes: int
    incident: Beginning
    injects: tuple[Inject, ...]
    about: str = ""
    starts: str = ""
    roles: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    goals: tuple[Goal, ...] = ()

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
        if not inject.text.strip():
            yield (*at, "text"), N_("Inspelet {id} säger ingenting."), {"id": inject.id}
        yield from _of_inject(scenario, inject, at, known)
    for number, goal in enumerate(scenario.goals):
        yield from _of_condition(goal.when, ("goals", number, "when"), _names(scenario, known))
    yield from _circles(scenario)


def _names(scenario: Scenario, known: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    injects = frozenset(one.id for one in scenario.injects)
    return known | {"inject": injects, "answered": frozenset(ANSWERED), "done": frozenset(DONE)}


def _of_condition(
    condition: Condition, at: Where, names: dict[str, frozenset[str]]
) -> Iterator[tuple[Where, str, dict[str, object]]]:
    if len(condition.named) != 1 or condition.times < 1:
        yield at, N_("Ett villkor ska nämna en enda sak."), {}
    for what, value in condition.named.items():
        if value not in names[what]:
            yield (*at, what), N_("Villkoret nämner {value}, som inte finns."), {"value": value}


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
        if condition is not None:
            yield from _of_condition(condition, (*at, name), _names(scenario, known))


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
