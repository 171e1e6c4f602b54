"""An incident in memory, for tests: events get stamps without a journal, and time stands still until told."""

from datetime import datetime, timedelta, timezone

from hypothesis import strategies as st

from krisapp.domain.approval import approve
from krisapp.domain.checks import Stage
from krisapp.domain.events import Event, Stamp, from_body, to_body
from krisapp.domain.incident import Incident, start
from krisapp.domain.messages import Rendering, draft
from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Channel, Checklist, Holder, IncidentType, Item, Level, Person, Role, Settings
from krisapp.domain.release import Reason, release

NOON = datetime(2027, 6, 11, 12, 0, tzinfo=timezone(timedelta(hours=2)))

PLAN = Plan(
    version="prov",
    settings=Settings(municipality="Flens kommun", sender="Flens kommun", id_prefix="FLN"),
    roles=(
        Role(id="KC", rank=1, name="Kommunchef", english="", tasks="", manned="ja", may_approve=True),
        Role(id="TIB", rank=2, name="TiB", english="", tasks="", manned="alltid"),
    ),
    people=(Person(id="chef", name="Vera Lind"), Person(id="tib", name="Olle Berg"), Person(id="red", name="Ida Ek")),
    holders=(Holder(role="KC", person="chef", rank=1), Holder(role="TIB", person="tib", rank=1)),
    levels=(Level(id="N1", rank=1, name="", criteria="", decided_by="", opens=("K01",)),),
    types=(IncidentType(id="power_outage", rank=1, name="Elavbrott", checklist="H02"),),
    channels=tuple(
        Channel(
            id=f"C{number:02}",
            rank=number,
            name=f"C{number:02}",
            short=f"C{number:02}",
            owner="KC",
            verified="2027-01-01",
            needs=("own_web + web",) if number == 1 else (),
        )
        for number in range(1, 26)
    ),
    checklists=(
        Checklist(
            id="K01",
            rank=1,
            name="Första 15 minuterna",
            anchor="T0",
            items=(
                Item(id="K01-01", rank=1, text="Starta händelsen", role="TIB", offset=0),
                Item(id="K01-02", rank=2, text="Ställ sju frågor", role="TIB", offset=20),
            ),
        ),
        Checklist(
            id="H02",
            rank=2,
            name="Elavbrott",
            anchor="T0",
            items=(Item(id="H02-01", rank=1, text="Ring elnätet", role="KC", offset=10),),
        ),
        Checklist(
            id="K08",
            rank=3,
            name="Överlämning",
            anchor="S0",
            items=(Item(id="K08-01", rank=1, text="Lämna över", role="KC", offset=5),),
        ),
    ),
)


class Sitting:
    """A desk without a disk."""

    def __init__(self, *, danger: bool = False, exercise: bool = False) -> None:
        self.incident = Incident(PLAN)
        self.now = NOON
        self.person = "tib"
        self._count = 0
        self.do(
            start(
                id="FLN-2027-001",
                name="Elavbrott Bettna",
                type="power_outage",
                alarm_at=NOON,
                level="N1",
                danger_to_life=danger,
                exercise=exercise,
                plan="",
                places=("Bettna",),
                now=NOON,
            )
        )

    def stamp(self, happened: Event) -> Stamp:
        """Return a stamp as the journal would make it."""
        self._count += 1
        wall = int(self.now.timestamp() * 1000)
        heads = happened.heads(self.incident)
        return Stamp(f"{self._count:064x}", "s", self._count, self._count, wall, 120, self.person, heads)

    def do(self, *happened: Event) -> Stamp:
        """Apply events as this person, now."""
        for one in happened:
            stamp = self.stamp(one)
            one.apply(self.incident, stamp)
        return stamp

    def later(self, minutes: float) -> None:
        """Let time pass."""
        self.now += timedelta(minutes=minutes)

    def approved(self, id: str, uses: tuple[str, ...] = ("headline",), stage: Stage = Stage.FIRST) -> str:
        """Draft a message and have the chief approve it."""
        self.do(draft(self.incident, id, "{{ headline }}", stage, edited=False))
        self.do(approve(self.incident, id, Rendering(f"text {id} {self._count}", uses), "chef"))
        return id

    def released(self, id: str, uses: tuple[str, ...] = ("headline",), stage: Stage = Stage.FIRST) -> str:
        """Draft, approve and release a message, in danger if a reason is asked for."""
        self.approved(id, uses, stage)
        self.do(release(self.incident, id, Reason.OTHER, "prov"))
        return id


def read_in_any_order(data: st.DataObject, plan: Plan, entries: list[tuple[Event, Stamp]]) -> Incident:
    """Read the entries as a journal holds them, in an order drawn by chance and one of them twice."""
    incident = Incident(plan)
    for happened, stamp in data.draw(st.permutations([*entries, data.draw(st.sampled_from(entries))])):
        read = from_body(happened.kind, to_body(happened))
        assert read == happened
        read.apply(incident, stamp)
    return incident
