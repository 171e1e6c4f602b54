"""An alert built, judged by every rule and by the schema, beside what lxml alone takes for the file (row CN6)."""

import time
from collections.abc import Callable
from datetime import timedelta

from lxml import etree

from krisapp.compose.message_set import message_set
from krisapp.documents.cap.export import alert_of
from krisapp.documents.cap.reading import read_alerts
from krisapp.documents.cap.writing import encode_alert, schema_of_cap
from krisapp.domain.checks import Stage
from krisapp.domain.ground import read_circle
from krisapp.domain.warning_form import Form
from krisapp.store.facts_file import read_facts
from krisapp.store.sample import sample_incidents, sample_plan
from tests.bench.ratios import Row, tell

TIMES = 50
MOST_RATIO = 25.0
MOST_SECONDS = 0.02
"""A file is made between two pictures of the screen."""


def _each(work: Callable[[], object]) -> float:
    """Return the shortest of three runs, for one piece of work, in time of the processor: others use it too."""
    taken = []
    for _run in range(3):
        began = time.process_time()
        for _time in range(TIMES):
            work()
        taken.append((time.process_time() - began) / TIMES)
    return min(taken)


def test_an_alert_is_built_and_judged_between_two_pictures_of_the_screen() -> None:
    plan = sample_plan()
    sheet = read_facts(sample_incidents()[0], plan)
    issued = sheet.alarm_at + timedelta(hours=1)
    made = {
        (one.audience, one.channel): one.text
        for one in message_set(sheet, plan, Stage.FIRST, exercise=False, issued=issued)
    }
    texts = {"sv": made[("E1", "C01")], "en": made[("E1", "C19")]}
    form = Form(circle=read_circle("59,13", "16,73", "3"))

    def build() -> bytes:
        return encode_alert(alert_of(sheet, plan, Stage.FIRST, texts, exercise=False, issued=issued, form=form))

    content, schema = build(), schema_of_cap()

    def bare() -> None:
        root = etree.fromstring(content)
        assert schema.validate(root)
        etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)

    assert not read_alerts(content)[0].faults
    tell(Row("an alert in CAP", _each(build), _each(bare), "lxml reading, judging, writing", MOST_RATIO, MOST_SECONDS))
    tell(
        Row(
            "an alert read",
            _each(lambda: read_alerts(content)),
            _each(bare),
            "lxml reading, judging, writing",
            MOST_RATIO,
            MOST_SECONDS,
        )
    )
