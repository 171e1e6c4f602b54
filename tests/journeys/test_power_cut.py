"""The power is out in Bettna: from alarm to the final message, with a change, a correction and a retraction on the way,
while rumours and press calls come in. At no time does a text contradict another.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from krisapp.compose.agreement import contradictions
from krisapp.desk import Desk
from krisapp.domain.answering import countering, press
from krisapp.domain.answering.rumours import Verdict
from krisapp.domain.checks import Stage
from krisapp.domain.facts import SourceType
from krisapp.domain.messages import State
from krisapp.domain.promises import standing
from krisapp.domain.release import order, release
from krisapp.domain.replacing import How, confirm_replaced, remaining
from krisapp.domain.sheet import Correction
from krisapp.domain.situation import set_fields, state_fact
from krisapp.store.facts_file import read_facts
from krisapp.store.sample import sample_incidents
from krisapp.store.verify import verify
from krisapp.texts import Texts
from krisapp.workplace import Workplace
from tests.ui.views.conftest import CHIEF, OFFICER

SET = next(path for path in sample_incidents() if path.stem.endswith("002"))
ALARM = datetime.fromisoformat("2027-01-14T16:40+01:00")
HEAD = ("id", "name", "type", "alarm_at", "level", "danger_to_life", "facts", "channel_state")


class Evening:
    """One duty officer, one chief executive by telephone, and a clock that only we move."""

    def __init__(self, folder: Path) -> None:
        self.time = ALARM
        workplace = Workplace(folder, lambda: self.time)
        self.desk: Desk = workplace.start(
            type="power_outage",
            places=("Bettna", "Vadsbro"),
            sentence="Elen är borta i Bettna och Vadsbro.",
            level="N2",
            danger_to_life=True,
            exercise=False,
            person=OFFICER,
            alarm_at=ALARM,
        )
        self.plan = workplace.plan
        self.texts = Texts(self.desk)

    def at(self, clock: str) -> None:
        hour, minute = clock.split(".")
        self.time = ALARM.replace(hour=int(hour), minute=int(minute))

    def put(self, **values: object) -> None:
        self.desk.do(set_fields(self.desk.incident, values))

    def fill_in(self) -> None:
        known = read_facts(SET, self.plan)
        now = self.desk.incident.sheet
        values = {name: getattr(known, name) for name in known.__struct_fields__ if name not in HEAD}
        self.put(**{name: value for name, value in values.items() if value != getattr(now, name)})
        self.put(staff_impact="Bettna skola har ingen undervisning i morgon. Hemtjänsten går sina rundor som vanligt.")
        for fact in known.facts:
            self.desk.do(state_fact(self.desk.incident, fact, OFFICER))

    def agree(self) -> None:
        """Nothing that stands or is about to go out contradicts anything else."""
        assert contradictions(self.texts.drafts(), self.desk.incident.sheet, self.plan) == ()

    def tell(self, ids: tuple[str, ...]) -> None:
        """Have the texts approved by another person, and let them out in the policy's order."""
        self.agree()
        self.texts.approve(ids, CHIEF, means="phone", accepted=self.texts.warnings(ids))
        ranks = {row.id: row.rank for row in self.plan.audiences}
        for id in sorted(ids, key=lambda one: order(self.texts.message(one), ranks)):
            self.desk.do(release(self.desk.incident, id))
            self.time += timedelta(seconds=20)

    def again(self, stage: Stage, clock: str) -> None:
        """Tell everybody who has been told, at another stage."""
        out = tuple(id for id in self.texts.ids() if self.texts.message(id).releases)
        self.at(clock)
        self.texts.renew(out, stage)
        self.tell(out)
        assert {self.texts.message(id).releases[-1].stage for id in out} == {stage}

    def take_back_paper(self) -> None:
        incident = self.desk.incident
        for left in remaining(incident):
            self.desk.do(confirm_replaced(incident, left.place, How.REPLACED))


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Evening]:
    made = Evening(tmp_path)
    yield made
    made.desk.close()


def must(evening: Evening) -> tuple[str, ...]:
    """The texts everyone has to have in the first hour."""
    need = {(cell.audience, cell.channel): cell.need for cell in evening.plan.matrix}
    messages = ((id, evening.texts.message(id)) for id in evening.texts.ids())
    return tuple(id for id, message in messages if need.get((message.audience, message.channel)) == "M")


def test_a_whole_evening_without_electricity_and_no_text_contradicts_another(evening: Evening) -> None:
    incident = evening.desk.incident
    evening.fill_in()
    evening.at("17.05")
    first = must(evening)
    assert {id[:2] for id in first} >= {"I1", "I2", "E1", "E3", "E4", "E5", "E6"}
    evening.tell(first)
    assert all(evening.texts.state(id) is State.RELEASED for id in first)

    # The world asks, while the team works.
    evening.at("17.20")
    evening.desk.do(press.receive(medium="P4 Sörmland", question="Hur länge är elen borta?", now=evening.time))
    evening.desk.do(countering.hear(incident, "Skolan i Bettna är full och stänger.", evening.time, place="Bettna"))
    (rumour,) = incident.rumours
    evening.desk.do(
        countering.verify(
            incident, rumour, Verdict.FALSE, source="skolans rektor", source_type=SourceType.OWN_SERVICE, by=OFFICER
        )
    )
    evening.desk.do(
        countering.counter(
            incident, rumour, "Finns det plats i Bettna skola?", "Det finns gott om plats i Bettna skola.", evening.time
        )
    )
    evening.desk.do(countering.to_question(incident, rumour, evening.time))
    (enquiry,) = incident.enquiries
    told = "Vi vet inte säkert när strömmen kommer tillbaka."
    evening.desk.do(press.answer(incident, enquiry, told, CHIEF, evening.time))
    evening.agree()
    assert (
        "Det finns gott om plats i Bettna skola."
        in evening.texts.preview("E1-C11.sv", evening.texts.template("E1-C11.sv", Stage.UPDATE), Stage.UPDATE).text
    )

    # One fact is another: exactly what used it is marked, and a new version goes to all of them.
    evening.at("18.00")
    moved = ALARM.replace(hour=21, minute=0)
    evening.put(next_update=moved)
    assert all(evening.texts.state(id) is State.STALE for id in first if "C14" not in id)
    evening.again(Stage.UPDATE, "18.05")
    assert standing(incident)

    # Something was wrong: the correction goes to everything that carried it, and says that it is one.
    wrong, right = "Vi skrev att skolan i Bettna öppnar kl. 17.30.", "Den öppnar kl. 18."
    evening.put(correction=Correction(wrong=wrong, right=right))
    evening.again(Stage.CORRECTION, "18.20")
    web = evening.texts.message("E1-C01.sv").out
    assert web is not None and "Rättelse" in web.text and "18" in web.text
    # Screens were replaced with it; what was printed for the managers waits until somebody has taken it back.
    assert {left.message for left in remaining(incident)} == {"I2-C22.sv"}
    evening.take_back_paper()

    # Something should never have been said.
    evening.put(
        correction=Correction(
            wrong="Vi skrev att vattnet i Vadsbro tar slut i kväll.",
            right="Vattnet i Vadsbro fungerar.",
            why="Uppgiften var inte kontrollerad.",
        )
    )
    evening.again(Stage.RETRACTION, "19.10")

    # It is over.
    evening.at("21.40")
    evening.put(correction=Correction(), outcome="Alla har ström igen.", next_update=None)
    evening.again(Stage.FINAL, "21.45")
    evening.take_back_paper()
    assert remaining(incident) == ()
    evening.desk.close()
    assert verify(evening.desk.path).faults == ()
