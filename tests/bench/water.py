"""A real incident to measure on: set 001, drinking water, in a workplace of its own."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject

from krisapp.domain.log import Kind, write
from krisapp.domain.release import Reason, order, release
from krisapp.domain.situation import FactStated, set_fields
from krisapp.store.facts_file import read_facts
from krisapp.store.resources import resource
from krisapp.ui.live import Live
from krisapp.workplace import Workplace
from tests.ui.views.conftest import CHIEF, OFFICER

SET = resource("resources", "incidents", "FLN-2027-001.yaml")
HALF_PAST_TWO = datetime.fromisoformat("2027-06-11T14:30+02:00")
BATCH = 500


def still_clock() -> datetime:
    """Return always the same time, in the middle of the incident."""
    return HALF_PAST_TWO


def start(live: Live, facts: Path = SET) -> None:
    """Start the incident of a set, with the duty officer at the desk; only what the dialog asks for is filled in."""
    sheet = read_facts(facts, live.plan)
    live.sit(OFFICER)
    live.open(
        live.workplace.start(
            type=sheet.type,
            places=sheet.places,
            sentence=sheet.headline,
            level=sheet.level,
            danger_to_life=sheet.danger_to_life,
            exercise=False,
            person=OFFICER,
            name=sheet.name,
            alarm_at=sheet.alarm_at,
        )
    )


def put_facts(live: Live) -> None:
    """Fill in all facts of the set, and the one its texts to the employees lack."""
    sheet = read_facts(SET, live.plan)
    live.do(*(FactStated(fact) for fact in sheet.facts))
    now = live.incident.sheet
    head = ("id", "name", "type", "alarm_at", "level", "danger_to_life", "places", "facts")
    values = {name: getattr(sheet, name) for name in sheet.__struct_fields__ if name not in head}
    values["staff_impact"] = "Alla skolor och boenden får vatten i tankar. Din chef berättar mer."
    live.do(set_fields(live.incident, {key: value for key, value in values.items() if value != getattr(now, key)}))


def release_all(live: Live) -> int:
    """Approve every text and let it out in the order of the policy; return how many there are."""
    texts, ranks = live.texts, {row.id: row.rank for row in live.plan.audiences}
    ids = sorted(texts.ids(), key=lambda one: order(texts.message(one), ranks))
    texts.approve(tuple(ids), CHIEF, means="telephone", accepted=texts.warnings(tuple(ids)))
    for id in ids:
        live.do(release(live.incident, id, Reason.OTHER, "mätning"))
    return len(ids)


def write_lines(live: Live, count: int) -> None:
    """Write so many lines in the log."""
    for first in range(0, count, BATCH):
        live.do(
            *(
                write(
                    live.incident,
                    Kind.INCOMING,
                    f"Samtal {number} om vattnet på Storgatan i Malmköping.",
                    still_clock(),
                )
                for number in range(first, min(count, first + BATCH))
            )
        )


def long_file(folder: Path, lines: int) -> Path:
    """Return the file of the incident with so many lines in its log, in a workplace of its own."""
    owner = QObject()
    live = Live(Workplace(folder, still_clock), owner)
    start(live)
    put_facts(live)
    write_lines(live, lines)
    path = live.desk.path
    live.close()
    return path
