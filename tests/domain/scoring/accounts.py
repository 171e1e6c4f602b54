"""Incidents and drills in memory whose entries are kept, so that they can be scored as their journal would be."""

from datetime import timedelta

from krisapp.domain.approval import approve
from krisapp.domain.checks import Stage
from krisapp.domain.events import Event, Stamp
from krisapp.domain.exercising.drill import Drill, begin
from krisapp.domain.exercising.scenario import Beginning, Scenario
from krisapp.domain.messages import Rendering, draft
from krisapp.domain.release import Reason, release
from krisapp.domain.scoring.account import Account
from krisapp.domain.scoring.measure import Found
from krisapp.domain.scoring.measures import MEASURES
from krisapp.domain.situation import set_fields
from tests.domain.sitting import PLAN, Sitting

SCENARIO = Scenario(
    "X", "Provet", 90, Beginning("power_outage", ("Bettna",), "Mörkt", "N1"), (), objectives=("Ö1", "Ö3")
)


class Kept(Sitting):
    """A desk without a disk that keeps what is done at it."""

    def __init__(self, *, drill: bool = False) -> None:
        self.entries: list[tuple[Stamp, Event | None]] = []
        super().__init__(exercise=drill)
        if drill:
            self.do(*begin(self.incident, SCENARIO))

    def do(self, *happened: Event) -> Stamp:
        for one in happened:
            stamp = self.stamp(one)
            one.apply(self.incident, stamp)
            self.entries.append((stamp, one))
        return stamp

    def out(self, id: str, text: str = "", *, stage: Stage = Stage.FIRST, promised: float | None = None) -> str:
        """Draft, approve and release a text of these words, and promise the next in so many minutes; its entry."""
        if promised is not None:
            self.do(set_fields(self.incident, {"next_update": self.now + timedelta(minutes=promised)}))
        self.do(draft(self.incident, id, "{{ headline }}", stage, edited=False))
        uses = ("headline", "facts", *(f"facts.{fact.id}" for fact in self.incident.sheet.facts))
        self.do(approve(self.incident, id, Rendering(text or f"text {id} {self._count}", uses), "chef"))
        return self.do(release(self.incident, id, Reason.OTHER, "prov")).id

    @property
    def drill(self) -> Drill:
        """Return the drill as it stands."""
        return self.incident.part(Drill)

    def account(self) -> Account:
        """Return the account as it is now."""
        return Account(PLAN, self.entries, self.now)

    def found(self, key: str) -> Found:
        """Return what a measure comes to now."""
        return next(one for one in MEASURES if one.key == key).find(self.account())
