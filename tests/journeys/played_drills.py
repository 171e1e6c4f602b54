"""The scenario Grumligt played to its end through the desk, by a team that does well and one that does badly."""

from collections.abc import Callable
from datetime import datetime, timedelta

from krisapp.desk import Desk
from krisapp.domain.answering import countering, press
from krisapp.domain.checks import Stage
from krisapp.domain.events import Event
from krisapp.domain.exercising.arrivals import arrivals, suggested, take
from krisapp.domain.exercising.drill import Drill, Standing, begin, end, handle, observe, set_clock
from krisapp.domain.exercising.taking import InjectTaken, Made
from krisapp.domain.facts import Fact, SourceType, Status
from krisapp.domain.leading.decision.deciding import decide
from krisapp.domain.leading.decision.decisions import Formulation
from krisapp.domain.leading.levels import set_level
from krisapp.domain.log import Kind, write
from krisapp.domain.release import Reason, release
from krisapp.domain.release import decide as may_go
from krisapp.domain.scoring.order_attempts import attempts
from krisapp.domain.situation import set_fields, state_fact
from krisapp.store.scenario_files import read_scenario, shipped
from krisapp.texts import Texts
from krisapp.workplace import Workplace
from tests.ui.views.conftest import CHIEF, OFFICER, StandingClock

FIRST = ("I1-C07.sv", "I2-C06.sv", "E1-C01.sv", "E1-C05.sv")
REST = ("E1-C11.sv", "E2-C07.sv", "E3-C01.sv", "E4-C17.sv", "E4-C07.sv", "E5-C08.sv", "E6-C01.sv")
Acts = dict[int, Callable[["Team"], object]]


class Team:
    """A team at its desk, in a drill that is played minute by minute of its clock."""

    def __init__(self, workplace: Workplace, clock: StandingClock, speed: int = 1, scenario_at: int = 0) -> None:
        self.clock, self.speed = clock, speed
        scenario = read_scenario(shipped()[scenario_at], workplace.plan)
        first = scenario.incident
        self.desk: Desk = workplace.start(
            type=first.type,
            places=first.places,
            sentence=first.sentence,
            level=first.level,
            danger_to_life=first.danger_to_life,
            exercise=True,
            person=OFFICER,
            name=f"Övning {scenario.name}",
        )
        self.texts = Texts(self.desk)
        self.do(*begin(self.desk.incident, scenario))
        if speed != 1:
            self.do(set_clock(self.drill, self.now, speed=speed))

    @property
    def now(self) -> datetime:
        return self.desk.now()

    @property
    def drill(self) -> Drill:
        return self.desk.incident.part(Drill)

    def do(self, *happened: Event) -> str:
        return self.desk.do(*happened)[-1].id

    def play(self, acts: Acts, *, takes: bool) -> None:
        """Play the scenario to its end; a team that `takes` injects in does so when they come."""
        assert self.drill.scenario is not None
        for minute in range(self.drill.scenario.minutes):
            for inject in self.drill.due(self.desk.incident, self.now):
                self.do(handle(self.drill, inject.id, Standing.SENT, self.now))
                if takes:
                    self.take(inject.id)
            if minute in acts:
                acts[minute](self)
            self.clock.later(1 / self.speed)
            self.desk.keep_time()
        self.do(end(self.desk.incident, self.now))

    def raise_level(self, why: str = "") -> None:
        level = "N2" if self.desk.incident.sheet.level != "N2" else "N3"
        self.do(set_level(self.desk.incident, level, CHIEF, why))

    def take(self, id: str) -> None:
        arrival = next(one for one in arrivals(self.desk.incident) if one.inject.id == id)
        made = suggested(arrival.inject)
        happened = take(self.desk.incident, arrival, made, self.now)
        entry = self.do(happened) if happened else ""
        self.do(InjectTaken(id, made if happened else Made.SEEN, entry))

    def promise(self, minutes: float) -> None:
        """Promise the next word in so many minutes of the exercise clock."""
        due = self.now + timedelta(minutes=minutes / self.speed)
        self.do(set_fields(self.desk.incident, {"next_update": due.replace(second=0, microsecond=0)}))

    def release(self, *ids: str, reason: str = "") -> None:
        """Have texts approved by the chief and let them out, in this order."""
        self.texts.approve(ids, CHIEF, means="here", accepted=self.texts.warnings(ids))
        for id in ids:
            self.do(release(self.desk.incident, id, Reason.DANGER if reason else None, reason))

    def update(self, promised: float) -> None:
        """Let the next version of the first texts out, and promise the one after it."""
        self.promise(promised)
        self.texts.renew(FIRST, Stage.UPDATE)
        self.release(*FIRST)

    def answer(self) -> None:
        """Answer every enquiry that waits."""
        for one in self.desk.incident.enquiries.values():
            if not one.replies:
                words = "Vi vet inte om någon är sjuk. Koka vattnet tills vi säger till."
                self.do(press.answer(self.desk.incident, one.id, words, CHIEF, self.now))

    def counter(self) -> None:
        """Say the outcome of every rumour that has none."""
        for one in self.desk.incident.rumours.values():
            if one.outcome.value is None:
                self.do(countering.close(self.desk.incident, one.id, "Bemött på webben och Facebook."))

    def rate(self, objective: str, rating: str, text: str) -> None:
        self.do(observe(self.drill, self.now, text, objective=objective, rating=rating))


def good(team: Team) -> Team:
    """Play as a team does that has drilled before."""
    incident = team.desk.incident

    def settle(team: Team) -> None:
        team.raise_level("Många berörda")
        words = Formulation(
            "Kokningsråd för Malmköping",
            team.now,
            CHIEF,
            background="Prov visar koliforma bakterier",
            purpose="Skydda hälsan",
        )
        team.do(decide(incident, words, team.now))

    def first(team: Team) -> None:
        team.promise(30)
        team.release(*FIRST)
        team.rate("Ö3", "P", "Invånarna fick sin text direkt efter de interna.")

    def tend(team: Team) -> None:
        team.answer()
        team.counter()

    acts: Acts = {
        **dict.fromkeys(range(26, 120, 20), tend),
        2: lambda team: team.do(write(incident, Kind.INCOMING, "VA-jouren: koliforma bakterier", team.now)),
        6: settle,
        9: first,
        14: lambda team: team.release(*(id for id in REST if id in team.texts.ids())),
        38: lambda team: team.update(30),
        67: lambda team: team.update(60),
        80: lambda team: team.rate("Ö4", "S", "Ryktet skrevs upp, men sent."),
    }
    team.play(acts, takes=True)
    return team


def bad(team: Team) -> Team:
    """Play as a team does that writes first to those who call, forgets its own people and lets rumours be."""
    incident = team.desk.incident

    def to_business(team: Team) -> None:
        """Try to tell the businesses first, which the order refuses."""
        team.texts.approve(("E2-C07.sv",), CHIEF, means="here", accepted=team.texts.warnings(("E2-C07.sv",)))
        refused = attempts([("E2-C07.sv", may_go(incident, incident.message("E2-C07.sv")))])
        assert refused
        team.do(*refused)

    def residents_late(team: Team) -> None:
        team.promise(20)
        team.release("E1-C05.sv", "E2-C07.sv", reason="Det är bråttom")

    def without_reasons(team: Team) -> None:
        team.raise_level()
        team.do(decide(incident, Formulation("Vi avvaktar", team.now, CHIEF), team.now))
        team.do(
            state_fact(incident, Fact("F1", Status.UNCONFIRMED, "Två är sjuka", "Boende", SourceType.PUBLIC), OFFICER)
        )

    acts: Acts = {
        12: lambda team: team.do(write(incident, Kind.OBSERVATION, "Något med vattnet", team.now)),
        20: to_business,
        34: without_reasons,
        41: residents_late,
        70: lambda team: team.rate("Ö3", "U", "Företagen skulle få sitt först."),
    }
    team.play(acts, takes=False)
    return team
