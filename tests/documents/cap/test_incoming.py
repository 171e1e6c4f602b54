"""An alert of somebody else becomes an incoming report, and never a fact."""

from pathlib import Path

import pytest

from krisapp.documents.cap.incoming import reports_of
from krisapp.domain.leading.task.incoming import Reports
from krisapp.domain.words import Refused
from tests.domain.sitting import NOON, Sitting

SAMPLES = Path(__file__).with_name("samples")


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("[b-z]*.cap")), ids=lambda path: path.stem)
def test_each_published_alert_is_an_unverified_report_and_no_fact(path: Path) -> None:
    sitting = Sitting()
    before = sitting.incident.version
    for one in reports_of(sitting.incident, path.read_bytes(), NOON):
        sitting.do(one)
    reports = list(sitting.incident.part(Reports).by_id.values())
    assert reports
    assert not any(one.verified for one in reports)
    assert sitting.incident.version == before


def test_the_attack_becomes_no_report() -> None:
    with pytest.raises(Refused, match="attack"):
        reports_of(Sitting().incident, (SAMPLES / "attack_xxe_entity.cap").read_bytes(), NOON)


def test_a_flood_of_alerts_is_not_taken_in() -> None:
    with pytest.raises(Refused, match="21"):
        reports_of(Sitting().incident, b"<a>" + b"<alert><identifier>1</identifier></alert>" * 21 + b"</a>", NOON)
