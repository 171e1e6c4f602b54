"""An evening with a rumour nobody has checked: it holds no correction back, and what is out says the same throughout.

Played by keys three times in the window before it was written down: the rumour shared words with what we do not know,
and stopped every correction.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from krisapp.domain.answering import countering, press
from krisapp.domain.checks import Stage
from krisapp.domain.consistency.comparison import compare
from krisapp.domain.facts import Fact, SourceType, Status
from krisapp.domain.messages import State
from krisapp.domain.sheet import Affected, Correction
from krisapp.domain.situation import state_fact
from krisapp.generate import read_set
from tests.journeys.test_power_cut import Evening, must
from tests.ui.views.conftest import CHIEF, OFFICER

WITHOUT = "Omkring {count} kunder saknar ström."
RUMOUR = "Strömmen kommer tillbaka i kväll"


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Evening]:
    made = Evening(tmp_path / "arbetsmapp")
    yield made
    made.desk.close()


def counted(evening: Evening, count: str, low: int, high: int) -> None:
    fact = Fact(
        "F1",
        Status.CONFIRMED,
        WITHOUT.format(count=count),
        "Elnätsägarens driftcentral",
        SourceType.POWER_GRID,
        "16:50",
    )
    evening.desk.do(state_fact(evening.desk.incident, fact, OFFICER))
    evening.put(affected=Affected(low, high, "kunder"))


def nothing_out_contradicts(evening: Evening, folder: Path) -> int:
    """Write what is out to a folder a stage, as people keep it, check each, and return how many texts there are."""
    out = {id: message.releases[-1] for id in evening.texts.ids() if (message := evening.texts.message(id)).releases}
    by_stage = defaultdict(list)
    for id, released in out.items():
        by_stage[released.stage].append(id)
    for stage, ids in by_stage.items():
        home = folder / stage
        home.mkdir(parents=True, exist_ok=True)
        rows = []
        for id in ids:
            text, message = out[id].text, evening.texts.message(id)
            (home / f"{id}.txt").write_text(text, "utf-8")
            signed = hashlib.sha256(text.encode()).hexdigest()
            cell = {"audience": message.audience, "channel": message.channel}
            rows.append({**cell, "file": f"{id}.txt", "sha256": signed})
        issued = evening.time.replace(second=0).isoformat()
        index = {"stage": stage, "exercise": False, "issued": issued, "messages": rows}
        (home / "index.json").write_text(json.dumps(index), "utf-8")
        sheet = evening.desk.incident.sheet
        told = read_set(home, sheet, evening.plan, now=evening.time)
        assert compare(told, sheet, evening.plan) == [], stage
    return len(out)


def test_no_correction_is_held_back_by_a_rumour_nobody_has_checked(evening: Evening, tmp_path: Path) -> None:
    incident = evening.desk.incident
    evening.put(
        headline="Elen är borta i Bettna och Vadsbro. Håll värmen och hjälp varandra.",
        what_happened="Is på ledningarna har brutit strömmen i Bettna och Vadsbro. Det är 14 grader kallt.",
        unknowns=("Vi vet inte när strömmen kommer tillbaka.", "Vi vet inte om vattnet påverkas."),
    )
    counted(evening, "2 300", 2200, 2400)
    evening.at("16.47")
    first = must(evening)
    evening.tell(first)
    assert nothing_out_contradicts(evening, tmp_path / "1") == len(first)

    # A reporter calls, and somebody has heard something. Nobody has had the time to find out.
    evening.at("16.49")
    evening.desk.do(press.receive(medium="Radion", question="Hur många saknar ström?", now=evening.time))
    (enquiry,) = incident.enquiries
    evening.desk.do(press.answer(incident, enquiry, WITHOUT.format(count="2 300"), CHIEF, evening.time))
    evening.desk.do(countering.hear(incident, RUMOUR, evening.time, place="Bettna"))
    evening.agree()

    # There were fewer: every text that told the number is corrected, those to residents before those to the press.
    evening.at("16.54")
    counted(evening, "2 100", 2100, 2100)
    stale = tuple(id for id in first if evening.texts.state(id) is State.STALE)
    assert {id[:2] for id in stale} >= {"I1", "I2", "E1", "E5"}
    evening.desk.do(press.answer(incident, enquiry, WITHOUT.format(count="2 100"), CHIEF, evening.time))
    evening.put(correction=Correction(wrong=WITHOUT.format(count="2 300"), right=WITHOUT.format(count="2 100")))
    evening.texts.renew(stale, Stage.CORRECTION)
    stopped = {id: [stop.text for stop in evening.texts.text(id).stops] for id in stale}
    assert not any(stopped.values()), stopped
    evening.tell(stale)
    assert all(evening.texts.message(id).releases[-1].stage is Stage.CORRECTION for id in stale)
    assert nothing_out_contradicts(evening, tmp_path / "2") == len(first)

    # Some of them are told again at another minute; then one thing is taken back.
    evening.at("17.01")
    evening.texts.renew(first[:6], Stage.UPDATE)
    evening.tell(first[:6])
    assert nothing_out_contradicts(evening, tmp_path / "3") == len(first)

    evening.at("17.20")
    evening.put(correction=Correction(), outcome="Alla har ström igen.", next_update=None)
    evening.texts.renew(first, Stage.FINAL)
    evening.tell(first)
    assert nothing_out_contradicts(evening, tmp_path / "4") == len(first)
    assert RUMOUR not in " ".join(evening.texts.message(id).releases[-1].text for id in first)
