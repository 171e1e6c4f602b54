"""Every document of an invented incident, each as a function that makes its PDF, for tests that hold of them all."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import cache, partial
from pathlib import Path

import msgspec

from krisapp.compose.message_set import message_set
from krisapp.documents.binder import binder_paper
from krisapp.documents.blank_forms import BLANK, blank_forms
from krisapp.documents.call_list import call_list
from krisapp.documents.call_tree import call_tree
from krisapp.documents.checklist_paper import checklist_paper, checklists_paper
from krisapp.documents.decision_sheet import decision_paper, report_paper
from krisapp.documents.fact_sheet_paper import fact_sheet_paper
from krisapp.documents.handover_sheet import handover_paper
from krisapp.documents.log_paper import log_paper
from krisapp.documents.message_paper import Told, message_paper
from krisapp.documents.minutes import minutes_paper
from krisapp.documents.pdf import compile_pdf
from krisapp.documents.picture_text import picture_paper
from krisapp.documents.record_copy import copy_pdf
from krisapp.documents.shift_list import shift_list
from krisapp.documents.year_plan import year_pdf
from krisapp.domain.checklists import Mark, note, tick
from krisapp.domain.checks import Stage
from krisapp.domain.events import Event, Stamp
from krisapp.domain.incident import Incident, start
from krisapp.domain.leading.decision.deciding import decide
from krisapp.domain.leading.decision.decisions import Decisions, Formulation
from krisapp.domain.leading.meeting import holding
from krisapp.domain.leading.meeting.meetings import Meetings
from krisapp.domain.leading.picture.picture import picture
from krisapp.domain.leading.staff.handover_brief import brief
from krisapp.domain.log import Kind, write
from krisapp.domain.messages import message_id
from krisapp.domain.records.papers import Form, Number
from krisapp.domain.records.record_copies import Part, Selection, take_out
from krisapp.domain.sheet import Sheet
from krisapp.domain.situation import FactStated, set_fields
from krisapp.domain.todo import todos
from krisapp.generate import issued_at
from krisapp.store.agendas import agendas
from krisapp.store.facts_file import read_facts
from krisapp.store.sample import sample_plan

Make = Callable[[], bytes]
_HEAD = ("id", "name", "type", "alarm_at", "level", "danger_to_life", "places", "facts", "answers", "staff_answers")

plan = cache(sample_plan)


class Worked:
    """An incident of a set, on the sample plan, that people have worked on for a while; nothing is on disk."""

    def __init__(self, path: Path, *, exercise: bool = False) -> None:
        self.given: Sheet = read_facts(path, plan())
        self.now = issued_at(self.given, self.given.alarm_at + timedelta(hours=1))
        self.incident = Incident(plan())
        self._count = 0
        given = self.given
        self.do(
            start(
                id=given.id,
                name=given.name,
                type=given.type,
                alarm_at=given.alarm_at,
                level=given.level,
                danger_to_life=given.danger_to_life,
                exercise=exercise,
                plan="",
                places=given.places,
                now=self.now,
            )
        )
        self.do(*(FactStated(fact) for fact in given.facts))
        bare = self.incident.sheet
        values = {key: getattr(given, key) for key in given.__struct_fields__ if key not in (*_HEAD, "board_since")}
        self.do(set_fields(self.incident, {key: one for key, one in values.items() if one != getattr(bare, key)}))

    @property
    def sheet(self) -> Sheet:
        """Return the set's sheet as it stands in the incident, under the number of an exercise if it is one."""
        return msgspec.structs.replace(self.given, id=self.incident.id)

    def do(self, *happened: Event) -> Stamp:
        """Apply events now, by the first contact of the plan."""
        stamp = Stamp("0" * 64, "s", 0, 0, 0, 120, "tib")
        for one in happened:
            self._count += 1
            wall = int(self.now.timestamp() * 1000)
            stamp = Stamp(
                f"{self._count:064x}", "s", self._count, self._count, wall, 120, "tib", one.heads(self.incident)
            )
            one.apply(self.incident, stamp)
        return stamp

    def work(self) -> None:
        """Log, tick, decide and meet, so that no paper is empty."""
        incident, chief = self.incident, plan().people[0].id
        for number in range(12):
            self.do(write(incident, Kind.INCOMING, f"Samtal {number} från en boende om läget på orten.", self.now))
        self.do(write(incident, Kind.OBSERVATION, "En uppgift om en enskild.", self.now, ground="OSL 26:1"))
        first, second, third = todos(incident)[:3]
        self.do(
            tick(incident, first.item, Mark.DONE),
            tick(incident, second.item, Mark.NOT_APPLICABLE, "Gäller inte den här händelsen."),
            note(incident, third.item, "Vi väntar på besked från regionen."),
        )
        self.do(decide(incident, Formulation("Kommunen öppnar en trygghetspunkt.", self.now, chief, "KC"), self.now))
        met = self.do(holding.open_meeting(incident, agendas()[0], (chief,), "Stadshuset")).id
        self.do(holding.note(incident, met, "communication", "Besked på webben.\n\nKommunchefen talar."))
        self.do(holding.close(incident, met, self.now, self.now + timedelta(hours=2), next_agenda="briefing"))


def papers(path: Path, *, exercise: bool = False) -> dict[str, Make]:
    """Return the maker of each document of an incident, by its name, and of a text for each channel."""
    worked = Worked(path, exercise=exercise)
    worked.work()
    incident, now = worked.incident, worked.now
    decision = incident.part(Decisions).all[0]
    (meeting,) = incident.part(Meetings).by_id.values()
    parts = picture(incident, now)
    bodies = {
        "decision": decision_paper(incident, decision, now),
        "reported decisions": report_paper(incident, "kommunstyrelsen", [decision], now),
        "minutes": minutes_paper(incident, meeting, "23456-789AC"),
        "open minutes": minutes_paper(incident, meeting, internal=False),
        "picture": picture_paper(incident, 1, now, parts, internal=True),
        "call list": call_list(incident, Number(Form.CALLS, "", 1), plan().people[0].id, now),
        "handover": handover_paper(incident, brief(incident, now, worked.given.alarm_at)),
        "shifts": shift_list(incident, now),
    }
    made: dict[str, Make] = {name: partial(compile_pdf, "report", body) for name, body in bodies.items()}
    copy = take_out(incident, Selection(tuple(Part)))
    made |= {
        "fact sheet": fact_sheet_paper(incident, now).pdf,
        "log": log_paper(incident, now, code="23456-789AC").pdf,
        "checklists": checklists_paper(incident, now).pdf,
        "copy": partial(copy_pdf, incident, copy, now),
    }
    for form in BLANK:
        numbers = [Number(form, "", place) for place in (1, 2)]
        made[f"blank {form}"] = partial(blank_forms, incident, form, numbers, now)
    made |= {f"text {told.id}": _text(incident, told) for told in texts(worked)}
    return made


def texts(worked: Worked) -> Iterator[Told]:
    """Yield one text for each channel that is written, in policy order."""
    exercise = worked.incident.exercise
    written = message_set(
        worked.sheet, plan(), Stage.FIRST, exercise=exercise, issued=worked.now, asked=frozenset({"C14", "C20", "C24"})
    )
    for one in {text.channel: text for text in written}.values():
        yield Told(
            message_id(one.audience, one.channel, one.language), one.text, worked.now, draft=one.channel == "C07"
        )


def of_the_plan(now: datetime) -> dict[str, Make]:
    """Return the makers of the documents of the plan alone."""
    return {
        "binder": binder_paper(plan(), now).pdf,
        "call tree": call_tree(plan(), now).pdf,
        "checklist": checklist_paper(plan(), plan().checklists[0], now).pdf,
        "year": partial(year_pdf, plan(), now.year, (), now),
    }


def _text(incident: Incident, told: Told) -> Make:
    return message_paper(plan(), incident.id, told, exercise=incident.exercise).pdf
